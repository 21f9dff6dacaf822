import { headerBlank } from '../../../src/audit/rules/header-blank';
import { indicatorFigures } from '../../../src/audit/rules/indicator-figures';
import { otherFigures } from '../../../src/audit/rules/other-figures';
import { progressShare } from '../../../src/audit/rules/progress-share';
import { yesNo } from '../../../src/audit/rules/yes-no';
import { yichunPlan } from '../../../src/plan';
import type { CellValue, SheetOptions } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const NAMES = '甲乙丙丁戊己庚辛壬癸';
const schools = (header: string, ...rows: readonly Row[]): string =>
  gridOf(
    `学校名称 | 规划班数 | 规划学位 | ${header}`,
    ...rows.map((row, i): Row => [`合成${NAMES[i] ?? ''}学校`, 24, 1080, ...row]),
  );

describe('answers of yes and no', () => {
  const of = (header: string, ...answers: readonly CellValue[]) =>
    said(yesNo, { grid: schools(header, ...answers.map((answer): Row => [answer])) });
  test.each<[string, readonly CellValue[], readonly string[]]>([
    ['是否验收', ['是', '否', '是'], []],
    ['是否验收', ['是', '否', '甲'], ['D4 neither 甲']],
    ['验收与否', ['√', '×', '甲'], ['D4 neither 甲']],
    ['验收', ['是', '否', '甲'], []],
    ['是否验收', ['是', '甲'], []],
    ['是否验收', ['是', '否', '甲', '乙'], []],
    ['是否验收', ['是', '否', '是', '否', '甲', '乙'], ['D6 neither 甲', 'D7 neither 乙']],
    ['是否验收', ['是', '否', null], []],
    ['是否验收', ['是', '否', '—'], []],
    ['是否验收', ['是', '否', '基本达到'], []],
    ['是否验收', ['是', '否', '不适用'], []],
    ['是否验收', ['是', '否', '预计6月'], []],
    ['是否验收', ['是', '否', 12], ['D4 neither 12']],
    ['是否投用', ['已投用', '尚未投用', '甲'], ['D4 neither 甲']],
  ])('%s: %j', (header, answers, expected) => expect(of(header, ...answers)).toEqual(expected));
  test('cannot be counted, and are named by their row', () => {
    const [one] = reportsOf(yesNo, { grid: schools('是否验收', ['是'], ['否'], ['甲']) });
    expect(one).toMatchObject({ causes: { blocks: true }, place: { key: 'schools#1|合成丙学校|yesNo|3' } });
  });
});

describe('how far building is, in percent', () => {
  const HEADER = '项目状态 | 形象进度(%)';
  const rest: readonly Row[] = [
    ['在建', 40],
    ['在建', 50],
    ['在建', 60],
  ];
  const of = (first: Row, header = HEADER, others = rest) =>
    said(progressShare, { grid: schools(header, first, ...others) });
  test.each<[Row, readonly string[]]>([
    [['在建', 70], []],
    [['在建', 101], ['E2 above 101']],
    [['在建', 100], ['E2 full 100']],
    [['前期', 100], ['E2 full 100']],
    [['装修施工', 100], ['E2 full 100']],
    [['基本完工', 100], []],
    [['未开工', 100], ['E2 begun 100']],
    [['已完工', 100], []],
    [['已完工', 90], []],
    [['已完工', 89], ['D2 low 已完工']],
    [['投入使用', 0], ['D2 low 投入使用']],
    [['主体封顶', 0], ['E2 none 0']],
    [['装修施工', 0], ['E2 none 0']],
    [['在建', 0], []],
    [['未开工', 0], []],
    [['未开工', 10], []],
    [['未开工', 11], ['E2 begun 11']],
    [['在建', 0.7], []],
    [['在建', 1], []],
    [['在建', null], []],
    [['见备注', 70], []],
    [[null, 100], []],
  ])('%j', (first, expected) => expect(of(first)).toEqual(expected));

  test('what several rows do is the column’s custom', () => {
    const full = (count: number, all: number): readonly Row[] =>
      Array.from({ length: all }, (_, i): Row => ['在建', i < count ? 100 : 40]);
    const of = (count: number, all: number) =>
      said(progressShare, { grid: schools(HEADER, ...full(count, all)) }).length;
    expect([of(1, 2), of(2, 4), of(2, 7), of(2, 8), of(3, 8)]).toEqual([1, 0, 0, 2, 0]);
  });

  test('kept as shares of one', () => {
    const shares = (...rows: readonly Row[]) => said(progressShare, { grid: schools(HEADER, ...rows) });
    expect(shares(['在建', 0.4], ['在建', 0.5], ['已完工', 1])).toEqual([]);
    expect(shares(['在建', 0.4], ['在建', 0.5], ['已完工', 0.5])).toEqual(['D4 low 已完工']);
    expect(shares(['在建', 0.4], ['在建', 50], ['在建', 60])).toEqual([]);
    expect(
      shares(['在建', 0.4], ['在建', 0.4], ['在建', 0.4], ['在建', 0.4], ['在建', 50], ['在建', 60], ['在建', 70]),
    ).toEqual([]);
  });

  test.each<[string, boolean]>([
    ['形象进度(%)', true],
    ['工程进度(%)', true],
    ['进度(%)', true],
    ['投资完成率(%)', false],
    ['学位完成率(%)', false],
    ['完成率(%)', false],
  ])('under %s: %p', (header, isOfBuilding) =>
    expect(of(['已完工', 50], `项目状态 | ${header}`)).toHaveLength(isOfBuilding ? 1 : 0),
  );
  test('beside money or seats 进度 may be theirs', () => {
    const beside = (more: string, ...cells: Row) =>
      said(progressShare, {
        grid: schools(
          `项目状态 | 进度(%) | ${more}`,
          ['已完工', 50, ...cells],
          ['在建', 40, ...cells],
          ['在建', 60, ...cells],
        ),
      }).length;
    expect([beside('已形成学位', 10), beside('总投资 | 完成投资', 50, 10), beside('总投资', 50)]).toEqual([0, 0, 1]);
  });

  test.each<[string, string, readonly string[]]>([
    ['投入使用', '是', []],
    ['已完工', '是', []],
    ['基本完工', '是', []],
    ['装修施工', '是', ['E2 open 是']],
    ['未开工', '是', ['E2 open 是']],
    ['投入使用', '否', ['E2 closed 否']],
    ['已完工', '否', []],
    ['未开工', '否', []],
    ['在建', '部分', []],
    ['见备注', '是', []],
  ])('%s, in use: %s', (status, answer, expected) =>
    expect(said(progressShare, { grid: schools('项目状态 | 是否投用', [status, answer], ['在建', '否']) })).toEqual(
      expected,
    ),
  );
});

describe('figures that no known column claims', () => {
  const of = (header: string, ...values: readonly CellValue[]) =>
    reportsOf(otherFigures, { grid: schools(header, ...values.map((value): Row => [value])) }).map(
      ({ message, found, expected, place }) =>
        [`${(place.area?.top ?? 0) + 1}`, message, found, expected].filter((part) => part !== '').join(' '),
    );
  test.each<[string, readonly CellValue[], readonly string[]]>([
    ['围墙长度', [10, 20, 30, 40], []],
    ['围墙长度', [10, 20, 30, -40], ['5 negative -40']],
    ['围墙长度', [10, 20, -40], []],
    ['围墙长度', [10, 20, 30, -30, -40], []],
    ['长度增减', [10, 20, 30, -40], []],
    ['围墙长度', [10, 20, 30, '40米'], ['5 words 40米 40']],
    ['围墙长度', [10, 20, 30, '约40'], ['5 words 约40 40']],
    ['围墙长度', [10, 20, 30, '见备注'], []],
    ['围墙长度', [10, 20, 30, '40米', '50米'], []],
    ['围墙长度', [10, 20, 30, 40, 50, 60, 70, '40米', '50米'], ['9 words 40米 40', '10 words 50米 50']],
    ['围墙长度', [10, 20, 30, null], []],
    ['文号', [10, 20, 30, '40号'], []],
    ['', [10, 20, 30, -40], []],
  ])('%s: %j', (header, values, expected) => expect(of(header, ...values)).toEqual(expected));
  test('can be mended', () => {
    const [negative] = reportsOf(otherFigures, { grid: schools('围墙长度', [10], [20], [30], [-40]) });
    expect(negative).toMatchObject({ causes: { corrected: [40] }, place: { key: 'schools#1|合成丁学校|围墙长度' } });
    expect(negative?.repair?.()).toMatchObject({ choices: [{ edits: [{ edit: { content: { value: 40 } } }] }, {}] });
    const [words] = reportsOf(otherFigures, { grid: schools('围墙长度', [10], [20], [30], ['40米']) });
    expect(words).toMatchObject({ causes: { corrected: [40] } });
    expect(words?.repair?.()).toMatchObject({ choices: [{ edits: [{ edit: { content: { value: 40 } } }] }, {}] });
  });
});

describe('headers that say nothing, or the same', () => {
  const of = (header: string, rows: readonly Row[], options: SheetOptions = {}) =>
    reportsOf(headerBlank, { grid: gridOf(header, ...rows), options }).map(
      ({ message, level, id, found, place: { area } }) =>
        [message, level, id, found, area ? `${area.left}-${area.right}` : ''].filter((part) => part !== '').join(' '),
    );
  const rows = (...cells: readonly CellValue[]): readonly Row[] =>
    ['江丰小学', '枫林小学', '数圆小学', '金园小学'].map((name) => [name, 24, 1080, ...cells]);
  const HEADER = '学校名称 | 规划班数 | 规划学位';
  test('a filled column without a word', () => {
    expect(of(`${HEADER} | | 备注`, rows(12, '合成'))).toEqual(['blank warning S16 3-3']);
    expect(of(`${HEADER} | | 备注`, rows('甲', '合成'))).toEqual(['blank warning S16 3-3']);
    expect(of(`${HEADER} | | 备注`, rows(null, '合成'))).toEqual([]);
    expect(
      of(
        `${HEADER} | | 备注`,
        ['江丰小学', '枫林小学', '数圆小学', '金园小学'].map((name, i) => [name, 24, 1080, i + 1, '合成']),
      ),
    ).toEqual([]);
    expect(
      of(
        `${HEADER} | | 备注`,
        ['江丰小学', '枫林小学', '数圆小学', '金园小学'].map((name, i) => [name, 24, 1080, i < 2 ? 7 : null, '合成']),
      ),
    ).toEqual(['blank warning S16 3-3']);
    expect(
      of(
        `${HEADER} | | 备注`,
        ['江丰小学', '枫林小学', '数圆小学', '金园小学'].map((name, i) => [name, 24, 1080, i < 1 ? 7 : null, '合成']),
      ),
    ).toEqual([]);
  });
  test('two columns under the same words', () => {
    expect(of(`${HEADER} | 围墙长度 | 围墙长度`, rows(1, 2))).toEqual(['twice error S17 围墙长度 3-4']);
    expect(of(`${HEADER} | 备注 | 备注`, rows('甲', '乙'))).toEqual([]);
    expect(of(`${HEADER} | 甲 | 乙`, rows(1, 2))).toEqual([]);
    expect(of(`${HEADER} | 围墙长度 | 围墙长度 | 树木 | 树木`, rows(1, 2, 3, 4))).toEqual([]);
  });
});

describe('what was built, by stage and over time', () => {
  const built = yichunPlan.indicators.filter(({ measures }) => measures?.what === 'schools');
  const all = built.find(({ measures }) => measures?.stage === null);
  const parts = built.filter(({ measures }) => measures?.stage !== null);
  /** Each part with this many, the whole with that; the plan's own parts are off by one. */
  const of = (whole: CellValue, part: CellValue, before: readonly CellValue[] = []) =>
    said(indicatorFigures, {
      grid: gridOf(
        '指标名称 | 计量单位 | 2025年目标 | 上期完成 | 本期完成',
        [all?.name ?? '', '所', all?.target ?? null, before[0] ?? null, whole],
        ...parts.map(({ name, target }, i): Row => [name, '所', target, before[i + 1] ?? null, part]),
      ),
      sheet: '目标',
    });
  test('the whole is the sum of its stages, as far as the plan’s own are', () => {
    expect(parts).toHaveLength(7);
    expect([of(7, 1), of(8, 1), of(6, 1), of(14, 2)]).toEqual([[], [], [], []]);
    expect(of(9, 1)).toEqual(['E2 parts 9→7']);
    expect(of(5, 1)).toEqual(['E2 parts 5→7']);
    expect(of(null, 1)).toEqual([]);
    expect(of(9, null)).toEqual([]);
  });
  test('never falls, where others have grown', () => {
    const ones = parts.map(() => 1);
    expect(of(14, 2, [7, ...ones])).toEqual([]);
    expect(of(14, 2, [7, ...ones.slice(1), 3])).toEqual(expect.arrayContaining(['E9 falls 2→不小于 3']));
    expect(of(14, 2, [7, ...ones.slice(2), 3, 3]).filter((one) => one.includes('falls'))).toEqual([]);
  });
});
