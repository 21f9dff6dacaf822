import { computeGaps, type Gap, type GapOptions } from '../../src/fill';
import { yichunPlan, type Plan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { sheetFromGrid, workbookOf } from '../../src/workbook';
import type { Grid } from './desk';

function gaps(sheets: Readonly<Record<string, Grid>>, options: GapOptions = {}, plan: Plan = yichunPlan) {
  const workbook = workbookOf(Object.entries(sheets).map(([name, grid]) => sheetFromGrid(name, grid)));
  const all = computeGaps(workbook, recognizeWorkbook(workbook, plan), plan, options);
  return (id: string): Gap => {
    const found = all.find((gap) => gap.id === id);
    if (!found) throw new Error(id);
    return found;
  };
}

const TARGETS = ['指标名称', '计量单位', '2025年目标', '本期完成'];
const SCHOOLS = ['学校名称', '规划班数', '规划学位', '建设主体', '项目状态', '已形成学位'];

describe('an indicator of the text', () => {
  test('a rate has its gap in percentage points', () => {
    const gap = gaps({ 目标: [TARGETS, ['学前三年毛入园率', '%', 93, 91.4]] })('indicator:T01');
    expect(gap).toMatchObject({ target: 93, achieved: 91.4, gap: 1.6, gapUnit: '百分点', why: null });
    expect(gap.basis).toContain('D2');
  });
  test('a target in words has no gap, and says why', () => {
    expect(gaps({ 目标: [TARGETS, ['职普比', '文字', '大体相当', '4.5:5.5']] })('indicator:T04')).toMatchObject({
      gap: null,
      why: expect.stringContaining('大体相当'),
    });
  });
  test('what was not reported says so and is not 0', () => {
    const at = gaps({ 目标: [TARGETS, ['义务教育巩固率', '%', 97, null]] });
    expect(at('indicator:T02')).toMatchObject({ achieved: null, gap: null, why: expect.stringContaining('未填') });
    expect(at('indicator:T20')).toMatchObject({ gap: null, why: expect.stringContaining('没有优化学位的项目清单') });
  });
  test('seats are told in 个 and 万个, whatever unit they were reported in', () => {
    const gap = gaps({ 目标: [TARGETS, ['新增学位总数', '个', 51800, 25900]] })('indicator:T14');
    expect(gap).toMatchObject({ achieved: 2.59, gap: 2.59, rate: 50 });
    expect(gap.seats?.units).toEqual({ target: 51800, achieved: 25900, gap: 25900 });
    expect(gap.seats?.tenThousands.gap).toBe(2.59);
  });
  test('where text and annex disagree both are shown with the note', () => {
    const gap = gaps({ 目标: [TARGETS, ['新增学位-普通高中', '万个', 0.25, 0.1]] })('indicator:T16');
    expect(gap).toMatchObject({ target: 0.25, gap: 0.15, notes: ['PN05'] });
    expect(gap.alternatives).toEqual([
      { label: '附件2', target: 0.24, gap: 0.14, source: expect.stringContaining('宜春市第十中学') },
    ]);
    expect(gap.remarks).toContainEqual(expect.stringContaining('PN05'));
  });
  test('what remains is spread over the remaining periods', () => {
    const sheets = { 目标: [TARGETS, ['新增学位总数', '万个', 5.18, 3.18]] };
    expect(gaps(sheets, { asOf: { year: 2024, month: 12 } })('indicator:T14').perPeriod).toBe(0.5);
    expect(gaps(sheets, { asOf: { year: 2024, month: 12 }, periodMonths: 12 })('indicator:T14').perPeriod).toBe(2);
    expect(gaps(sheets, { asOf: { year: 2025, month: 12 } })('indicator:T14').perPeriod).toBeNull();
    expect(gaps(sheets)('indicator:T14').perPeriod).toBeNull();
  });
  test('a percentage kept as a fraction counts as a percentage', () => {
    const workbook = workbookOf([
      sheetFromGrid('目标', [TARGETS, ['学前三年毛入园率', '%', 0.93, 0.91]], {
        formats: [[], [null, null, '0%', '0%']],
      }),
    ]);
    const [first] = computeGaps(workbook, recognizeWorkbook(workbook, yichunPlan), yichunPlan);
    expect(first).toMatchObject({ id: 'indicator:T01', achieved: 91, gap: 2 });
  });
});

describe('seats that the schools have formed', () => {
  const rows: Grid = [
    ['宜阳二中', 54, 2700, '宜阳新区', '已完工', 2000],
    ['北湖学校（暂名）', 30, 1500, '宜阳新区', '基本完工', null],
    ['宜春市第二小学', 42, 1890, '袁州区', '投入使用', 1890],
  ];
  test('come from 已形成学位 where the column exists; what is blank is named, not counted as 0', () => {
    const at = gaps({ 附件2: [SCHOOLS, ...rows] });
    expect(at('stage:S2')).toMatchObject({ target: 21850, achieved: 2000, gap: 19850, basis: '已形成学位列' });
    expect(at('stage:S2').remarks[0]).toContain('1 所未填');
    expect(at('school:S2.7')).toMatchObject({
      gap: 1500,
      basis: expect.stringContaining('形象进度'),
      nearlyDone: 1500,
    });
  });
  test('else from progress, 基本完工 apart', () => {
    const at = gaps({ 附件2: [SCHOOLS.slice(0, 5), ...rows.map((row) => row.slice(0, 5))] });
    expect(at('stage:S2')).toMatchObject({ achieved: 2700, nearlyDone: 1500, basis: expect.stringContaining('推算') });
    expect(at('indicator:T09')).toMatchObject({ target: 12, achieved: 1, nearlyDone: 1, gap: 11 });
    expect(at('indicator:T09').alternatives).toMatchObject([{ label: '附件2', target: 11, gap: 10 }]);
  });
  test('a stage without any word on progress has no gap', () => {
    const at = gaps({ 附件2: [SCHOOLS.slice(0, 4), ...rows.map((row) => row.slice(0, 4))] });
    expect(at('stage:S2')).toMatchObject({ achieved: null, gap: null, why: expect.stringContaining('形象进度') });
    expect(at('stage:S5').why).toBe('工作簿中没有相应的学校');
  });
  test('by builder the reported seats stand in for what the plan does not show, and it is said', () => {
    const gap = gaps({ 附件2: [SCHOOLS, ...rows] })('builder:宜阳新区');
    expect(gap).toMatchObject({
      target: 4200,
      achieved: 2000,
      gap: 2200,
      targetSource: expect.stringContaining('上报'),
    });
  });
  test("a district's schools held against the city's targets are said to be a part", () => {
    expect(gaps({ 附件2: [SCHOOLS, ...rows] })('indicator:T14').remarks).toContainEqual(
      expect.stringContaining('全市口径'),
    );
  });
});
