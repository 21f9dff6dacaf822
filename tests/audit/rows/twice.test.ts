import { schoolTwice } from '../../../src/audit/rules/school-twice';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];

describe('which of two rows of one school is the one too many', () => {
  const of = (header: string, ...rows: readonly Row[]) => said(schoolTwice, { grid: gridOf(header, ...rows) });
  /** 1 宜阳二中, 5 宜春市金湖学校, 9 宜春市明珠中学 of 初中. */
  const [FIRST, FIFTH, NINTH]: readonly Row[] = [['宜阳二中'], ['宜春市金湖学校'], ['宜春市明珠中学']];
  if (!FIRST || !FIFTH || !NINTH) throw new Error('no rows');
  const fill = (row: Row): Row => [...row, 24, 1200];
  test('the one that stands out of the plan’s order', () => {
    const order = (...rows: readonly Row[]) => of('学校名称 | 规划班数 | 规划学位', ['二、初中'], ...rows.map(fill));
    expect(order(FIRST, FIFTH, NINTH, FIRST)).toEqual(['A6 twice 宜阳二中']);
    expect(order(NINTH, FIRST, FIFTH, NINTH)).toEqual(['A3 twice 宜春市明珠中学']);
    expect(order(FIFTH, FIRST, FIFTH, NINTH)).toEqual(['A3 twice 宜春市金湖学校']);
    expect(order(FIRST, FIFTH, NINTH, FIFTH)).toEqual(['A6 twice 宜春市金湖学校']);
  });

  test('the one without the plan’s remark, or under another stage', () => {
    const remark = (a: CellValue, b: CellValue) =>
      of(
        '学校名称 | 规划班数 | 规划学位 | 备注',
        ['二、初中'],
        ['宜阳二中', 24, 1200, a],
        [...fill(NINTH), null],
        ['宜阳二中', 24, 1200, b],
      );
    expect(remark('基本完工', null)).toEqual(['A5 twice 宜阳二中']);
    expect(remark(null, '基本完工')).toEqual(['A3 twice 宜阳二中']);
    const stage = (a: string, b: string) =>
      of('学校名称 | 规划班数 | 规划学位', [a], fill(FIRST), fill(NINTH), [b], fill(FIRST), ['合成学校', 1, 2]);
    expect(stage('二、初中', '三、小学')).toEqual(['A6 twice 宜阳二中']);
    expect(stage('一、高中阶段', '二、初中')).toEqual(['A3 twice 宜阳二中']);
  });

  test('of one stage on each sheet, over all sheets; of two ledgers, each for itself', () => {
    const list = (...rows: readonly Row[]) =>
      gridOf('序号 | 学校名称 | 规划班数 | 规划学位', ...rows.map((row, i): Row => [i + 1, ...fill(row)]));
    const sheets = (sheet: string, other: string) =>
      said(schoolTwice, { grid: list(FIRST, NINTH), sheet, more: { [other]: list(['合成第一校'], FIRST) } });
    expect(sheets('初中', '小学')).toEqual(['B3 twice 宜阳二中']);
    expect(sheets('表一', '表二')).toEqual([]);
    const [one] = reportsOf(schoolTwice, {
      grid: list(FIRST, NINTH),
      sheet: '初中',
      more: { 小学: list(['合成第一校'], FIRST) },
    });
    expect(one?.place.sheet).toBe('小学');
    expect(one?.text).toContain('工作表“初中”的 B2');
  });

  test('names alike are a doubt, where the plan does not know them as two', () => {
    const names = (...all: readonly string[]) =>
      reportsOf(schoolTwice, {
        grid: gridOf('学校名称 | 规划班数 | 规划学位', ...all.map((name): Row => [name, 24, 1200])),
      }).map(({ message, level, found }) => `${message} ${level} ${found}`);
    expect(names('合成甲乙学校', '合成甲丙学校')).toEqual(['alike warning 合成甲丙学校']);
    expect(names('合成甲乙学校', '合成甲乙丙学校')).toEqual(['alike warning 合成甲乙丙学校']);
    expect(names('合成甲乙学校', '合成乙学校')).toEqual(['alike warning 合成乙学校']);
    expect(names('合成甲学校', '丁合成甲学校')).toEqual(['alike warning 丁合成甲学校']);
    expect(names('甲乙丙丁', '甲乙丙戊')).toEqual(['alike warning 甲乙丙戊']);
    expect(names('甲乙丙', '甲乙戊')).toEqual([]);
    expect(names('合成甲乙学校', '合成甲乙戊己学校')).toEqual([]);
    expect(names('合成一中学', '合成二中学')).toEqual([]);
  });
});
