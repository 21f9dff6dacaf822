import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { captureBaseline, planFileText, storeBaseline } from '../../src/fill';
import { storedBaseline } from '../../src/fill/baseline/stored';
import { openFile } from '../../src/files';
import { SCHOOL_MEASURES, yichunPlan, type Plan, type SchoolMeasure } from '../../src/plan';
import { loadPlan } from '../../src/plan/schema';
import { recognizeWorkbook } from '../../src/recognize';
import { applyEdits, workbookOf, type WorkbookSnapshot } from '../../src/workbook';
import { bookOf, type Grid } from './desk';

const OPTIONS = { source: '方案附件存档件（合成数据）', capturedOn: '2023-06-30' };

const capture = (workbook: WorkbookSnapshot, plan: Plan, accepted: readonly string[] = []) =>
  captureBaseline(workbook, recognizeWorkbook(workbook, plan), plan, { ...OPTIONS, accepted: new Set(accepted) });

const HEADER = ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '规划用地(亩)', '建设主体', '备注'];
const senior = (tenth: Grid[number]): WorkbookSnapshot =>
  bookOf([
    HEADER,
    ['一、高中阶段'],
    ['小计：', null, 164, 8200, 491.4],
    [1, '宜春市职业中等专业学校（开放大学）', 60, 3000, 91.4, '市本级', '原职院南校区改造新设'],
    [2, '赣西中等职业技术学校', 56, 2800, 200, '袁州区', '一期装修施工，二期主体封顶'],
    tenth,
  ]);
const schoolOf = (plan: Plan, id: string) => plan.schools.find((school) => school.id === id);

describe('cells that the public text lost', () => {
  const captured = capture(senior([3, '宜春市第十中学', 48, 2400, 200, '市本级', '原职院校区改造新设']), yichunPlan);
  test('are taken over with their source; a cell once derived is no longer', () => {
    expect(schoolOf(captured.plan, 'S1.3')).toMatchObject({
      plannedLand: { value: 200, source: expect.stringContaining('登记基准：方案附件存档件') },
      builder: { value: '市本级' },
      derivations: {},
    });
    expect(captured.open).toEqual([]);
    expect(captured.plan.baseline).toEqual({ ...OPTIONS, accepted: [] });
  });
  test('what the workbook lacks is listed and needs no yes', () => {
    expect(captured.differences.find(({ id }) => id === 'S2.1.row')).toMatchObject({
      kind: 'missing',
      needsYes: false,
    });
  });
  test('the plan with its baseline is a plan file, in the workbook and beside it', () => {
    expect(loadPlan(planFileText(captured.plan))).toEqual({ ok: true, plan: captured.plan });
    const stored = applyEdits(workbookOf([]), [storeBaseline(captured.plan)]);
    expect(stored.ok && storedBaseline(stored.value.parts)).toEqual({ ok: true, plan: captured.plan });
    expect(storedBaseline({})).toBeNull();
    expect(storedBaseline({ 'plancheck-baseline': '{}' })).toMatchObject({ ok: false });
  });
});

describe('a workbook that contradicts a published figure', () => {
  const book = senior([3, '宜春市第十中学', 48, 2500, 210, '市本级', null]);
  test('needs an explicit yes for each contradiction; until then the published figure stands', () => {
    const captured = capture(book, yichunPlan);
    expect(captured.open.map(({ id }) => id)).toEqual(['S1.3.plannedSeats', 'S1.3.plannedLand']);
    expect(schoolOf(captured.plan, 'S1.3')).toMatchObject({
      plannedSeats: { value: 2400 },
      plannedLand: { value: null },
    });
  });
  test('an accepted one is kept and recorded; what follows from it needs a yes, too', () => {
    const captured = capture(book, yichunPlan, ['S1.3.plannedSeats', 'S1.3.plannedLand']);
    expect(schoolOf(captured.plan, 'S1.3')).toMatchObject({
      plannedSeats: { value: 2500 },
      plannedLand: { value: 210 },
    });
    expect(captured.open.map(({ id }) => id)).toEqual(['S1.sum.plannedSeats', 'S1.sum.plannedLand']);
    expect(captured.plan.baseline?.accepted).toEqual([
      expect.stringContaining('公开文本为 2400，工作簿为 2500'),
      expect.stringContaining('应为 200，工作簿为 210'),
    ]);
    expect(loadPlan(planFileText(captured.plan)).ok).toBe(true);
  });
});

test('a lost name is given back to its number; a stranger is listed', () => {
  const book = bookOf([
    HEADER,
    ['二、初中'],
    [1, '宜阳二中', 54, 2700, 49.5],
    [3, '合成甲学校', 30, 1500, 40],
    [12, '合成乙学校', 30, 1500, 40],
  ]);
  const captured = capture(book, yichunPlan);
  expect(schoolOf(captured.plan, 'S2.3')).toMatchObject({ name: '合成甲学校', plannedSeats: { value: 1500 } });
  expect(captured.differences).toContainEqual(expect.objectContaining({ kind: 'unknown', captured: '合成乙学校' }));
});

test('the public annexes themselves contradict nothing', () => {
  const name = '方案附件-公开数据.xlsx';
  const file = openFile(readFileSync(join('samples', name)), name);
  if (!file.ok) throw new Error(file.message);
  expect(capture(file.snapshot, yichunPlan).open).toEqual([]);
});

describe('another city: 合成数据-临澜市', () => {
  const loaded = loadPlan(readFileSync(join('samples/plans', '合成数据-临澜市.plan.json'), 'utf8'));
  const file = openFile(readFileSync(join('samples/plans', '合成数据-临澜市-附件.xlsx')), '附件.xlsx');
  if (!loaded.ok || !file.ok) throw new Error('sample');
  const full = loaded.plan;
  const lose = (lost: readonly (readonly [number, SchoolMeasure])[]): Plan => ({
    ...full,
    schools: full.schools.map((school, i) =>
      lost.reduce(
        (kept, [index, field]) => (index === i ? { ...kept, [field]: { ...kept[field], value: null } } : kept),
        school,
      ),
    ),
  });
  test('whatever cells are lost, the annexes give them back', () => {
    const cell = fc.tuple(fc.nat({ max: full.schools.length - 1 }), fc.constantFrom(...SCHOOL_MEASURES));
    const before = capture(file.snapshot, full);
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (lost) => {
        const captured = capture(file.snapshot, lose(lost));
        const values = (plan: Plan) =>
          plan.schools.map((school) => SCHOOL_MEASURES.map((field) => school[field].value));
        expect(values(captured.plan)).toEqual(values(before.plan));
        expect(captured.open.filter(({ kind }) => kind === 'published')).toEqual(
          before.open.filter(
            ({ kind, id }) =>
              kind === 'published' && !lost.some(([i, field]) => id === `${full.schools[i]?.id}.${field}`),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});
