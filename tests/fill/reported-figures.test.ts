import { computeGaps, type Gap } from '../../src/fill';
import { yichunPlan, type Plan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { sheetFromGrid, workbookOf, type SheetOptions } from '../../src/workbook';
import type { Grid } from './desk';
import { PLAN } from './made-up-plan';

function gapsOf(
  sheets: Readonly<Record<string, Grid>>,
  plan: Plan = yichunPlan,
  options: SheetOptions = {},
): readonly Gap[] {
  const workbook = workbookOf(Object.entries(sheets).map(([name, grid]) => sheetFromGrid(name, grid, options)));
  return computeGaps(workbook, recognizeWorkbook(workbook, plan), plan);
}
const of = (gaps: readonly Gap[], id: string): Gap => {
  const found = gaps.find((gap) => gap.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('what a table of targets reports', () => {
  const HEADER = ['指标名称', '计量单位', '2025年目标', '本期完成'];
  const reported = (...rows: Grid[number][]) => of(gapsOf({ 目标: [HEADER, ...rows] }), 'indicator:T14');

  test.each<[unit: string | null, actual: string | number, achieved: number]>([
    ['万个', 2.59, 2.59],
    ['个', 25_900, 2.59],
    [null, 2.59, 2.59],
    ['万个', '25900个', 2.59],
    ['个', '2.59万个', 2.59],
    ['万个', '2.59', 2.59],
  ])('in %s as %s is %d 万个', (unit, actual, achieved) =>
    expect(reported(['新增学位总数', unit, 5.18, actual]).achieved).toBeCloseTo(achieved, 9),
  );

  test('is what the first row says that holds a figure', () => {
    const rows: Grid[number][] = [
      ['新增学位总数', '万个', 5.18, null],
      ['新增学位总数', '万个', 5.18, 2],
      ['新增学位总数', '万个', 5.18, 3],
    ];
    expect(reported(...rows)).toMatchObject({ achieved: 2, basis: '目标表 目标!D3' });
  });

  test.each<[string | null, string]>([
    [null, 'D2 本期完成未填'],
    ['—', 'D2 本期完成未填'],
    ['约2.5', 'D2 本期完成不是数字'],
    ['见附表', 'D2 本期完成不是数字'],
  ])('%s is no figure, and that is said', (actual, why) =>
    expect(of(gapsOf({ 目标: [HEADER, ['义务教育巩固率', '%', 97, actual]] }), 'indicator:T02')).toMatchObject({
      achieved: null,
      why,
    }),
  );

  test('needs a column for it', () => {
    const gaps = gapsOf({ 目标: [HEADER.slice(0, 3), ['义务教育巩固率', '%', 97], ['学前三年毛入园率', '%', 93]] });
    expect(of(gaps, 'indicator:T02').why).toBe('“目标”没有“本期完成”一列');
  });
});

describe('gaps by builder and by school', () => {
  const HEADER = ['学校名称', '规划班数', '规划学位', '建设主体', '项目状态'];
  const shown = <T>(value: T) => ({ value, source: '合成数据' });

  test('by builder are the plan’s where it names a builder and seats for every school', () => {
    const complete: Plan = {
      ...PLAN,
      schools: PLAN.schools.map((school, i) => ({
        ...school,
        builder: shown(i === 3 ? '另一区' : '合成区'),
        plannedSeats: shown(100 * (i + 1)),
      })),
    };
    const gaps = gapsOf({ 附件2: [HEADER, ['合成甲校', 24, 5000, '合成区', '已完工']] }, complete);
    expect(of(gaps, 'builder:合成区')).toMatchObject({ target: 600, targetSource: '附件2建设主体列', achieved: 5000 });
    expect(of(gaps, 'builder:另一区')).toMatchObject({ target: 400, achieved: null, why: '工作簿中没有相应的学校' });
  });

  test('by builder are those reported where the plan does not', () => {
    const gaps = gapsOf(
      { 附件2: [HEADER, ['合成甲校', 24, 1080, '合成区', '已完工'], ['合成乙校', 24, null, '合成区', '在建']] },
      PLAN,
    );
    expect(of(gaps, 'builder:合成区')).toMatchObject({
      target: 1080,
      targetSource: expect.stringContaining('上报') as unknown,
    });
    expect(of(gaps, 'builder:另一区')).toMatchObject({ target: null, why: '方案未列示规划学位，工作簿中也没有' });
  });

  test('of a school that the plan does not know are those of the workbook', () => {
    const gaps = gapsOf(
      {
        附件2: [
          HEADER,
          ['合成己校', 24, 900, '合成区', '已完工'],
          ['合成庚校', 24, null, '合成区', '在建'],
          ['合成甲校', 24, 5000, '合成区', '在建'],
        ],
      },
      PLAN,
    );
    expect(of(gaps, 'school:合成己校')).toMatchObject({
      name: '合成己校', target: 900, targetSource: '工作簿上报的规划学位（方案未列示）', achieved: 900, gap: 0, remarks: [],
    }); // prettier-ignore
    expect(of(gaps, 'school:合成庚校')).toMatchObject({ target: null, why: '方案未列示规划学位，工作簿中也没有' });
    expect(of(gaps, 'school:甲')).toMatchObject({ name: '合成甲校', target: 1080, targetSource: '合成数据' });
  });

  test('of a school without a name say so', () =>
    expect(
      gapsOf({ 附件2: [HEADER, [null, 24, 900, '合成区', '已完工'], ['合成甲校', 24, 1080, '合成区', '在建']] }, PLAN)
        .filter(({ scope }) => scope === 'school')
        .map(({ name }) => name),
    ).toEqual(['（名称未填）', '合成甲校']));

  test('of a school in several rows are one, and it is said', () => {
    const rows = [
      ['合成甲校', 24, 1080, '合成区', '已完工'],
      ['合成甲校', 24, 500, '合成区', '已完工'],
    ];
    const gaps = gapsOf({ 附件2: [HEADER, ...rows] }, PLAN).filter(({ scope }) => scope === 'school');
    expect(gaps).toMatchObject([{ id: 'school:甲', achieved: 1580, remarks: ['工作簿中有 2 行是这所学校，合并计算'] }]);
  });

  test('a workbook with nearly all schools of the plan is held against its targets without a word', () => {
    const rows = ['甲', '乙', '丁'].map((name) => [`合成${name}校`, 24, 1080, '合成区', '在建']);
    const remarks = (count: number) =>
      of(gapsOf({ 附件2: [HEADER, ...rows.slice(0, count)] }, PLAN), 'stage:S2').remarks;
    expect(remarks(3)).toEqual([]);
    expect(remarks(2)).toEqual(['工作簿只有方案 3 所学校中的 2 所，目标为全市口径，完成数仅含本工作簿']);
  });
});
