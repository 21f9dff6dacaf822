import { captureBaseline, type BaselineCapture } from '../../src/fill';
import { yichunPlan, type Plan, type PlanFund } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { sheetFromGrid, workbookOf } from '../../src/workbook';
import type { Grid } from './desk';

const OPTIONS = { source: '附件存档件（合成数据）', capturedOn: '2023-06-30' };

/** What is captured from these sheets. */
function capture(
  sheets: Readonly<Record<string, Grid>>,
  plan: Plan = yichunPlan,
  accepted: readonly string[] = [],
): BaselineCapture {
  const workbook = workbookOf(Object.entries(sheets).map(([name, grid]) => sheetFromGrid(name, grid)));
  return captureBaseline(workbook, recognizeWorkbook(workbook, plan), plan, {
    ...OPTIONS,
    accepted: new Set(accepted),
  });
}
const told = (captured: BaselineCapture, id: string) => captured.differences.find((one) => one.id === id);

describe('annex 3', () => {
  const shown = (value: number | null): PlanFund['amount'] => ({ value, source: '附件3（合成数据）' });
  /** Three funds of the plan with these amounts, and their total. */
  const planOf = (amounts: readonly (number | null)[], total: number | null): Plan => ({
    ...yichunPlan,
    funds: yichunPlan.funds.slice(0, 3).map((fund, i) => ({ ...fund, amount: shown(amounts[i] ?? null) })),
    fundTotal: shown(total),
  });
  const [a = '', b = '', c = ''] = yichunPlan.funds.slice(0, 3).map(({ name }) => name);
  const HEADER = ['项目名称', '金额（万元）'];
  const ids = yichunPlan.funds.slice(0, 3).map(({ id }) => id);

  test('gives lost amounts back, with their cells, and leaves the others', () => {
    const plan = planOf([400, null, null], null);
    const captured = capture({ 附件3: [HEADER, [a, 400], [b, 100], [c, null], ['合计', 500]] }, plan);
    expect(captured.plan.funds.map(({ amount }) => amount.value)).toEqual([400, 100, null]);
    expect(captured.plan.fundTotal.value).toBe(500);
    expect(captured.filled).toBe(2);
    expect(told(captured, `${ids[2]}.amount`)).toMatchObject({
      kind: 'missing',
      needsYes: false,
      at: { sheet: '附件3', row: 3, column: 1 },
    });
    expect(told(captured, `${ids[1]}.amount`)).toBeUndefined();
    expect(captured.plan.funds[1]?.amount.source).toBe('附件3（合成数据）（登记基准：附件存档件（合成数据））');
  });

  test('another amount or total than the published one needs a yes', () => {
    const plan = planOf([400, 100, 50], 550);
    const sheets = { 附件3: [HEADER, [a, 401], [b, 100.004], [c, 50], ['合计', 551]] };
    const captured = capture(sheets, plan);
    expect(captured.open.map(({ id }) => id)).toEqual([`${ids[0]}.amount`, 'funds.total']);
    expect([captured.plan.funds[0]?.amount.value, captured.plan.fundTotal.value]).toEqual([400, 550]);
    const accepted = capture(sheets, plan, [`${ids[0]}.amount`, 'funds.total']);
    expect([accepted.plan.funds[0]?.amount.value, accepted.plan.fundTotal.value]).toEqual([401, 551]);
    expect(accepted.open).toEqual([]);
  });

  test('a published total that the amounts do not come to is told, once each is known', () => {
    const sheets = { 附件3: [HEADER, [a, 400], [b, 100], [c, 60]] };
    expect(told(capture(sheets, planOf([400, 100, null], 550)), 'funds.sum')).toMatchObject({
      kind: 'sum',
      needsYes: true,
      published: '550',
      captured: '560',
      text: '经费合计：公开文本为 550 万元，各项之和为 560 万元。',
    });
    expect(told(capture(sheets, planOf([400, 100, null], 560.004)), 'funds.sum')).toBeUndefined();
    expect(told(capture(sheets, planOf([400, 100, null], null)), 'funds.sum')).toBeUndefined();
    const lacking = { 附件3: [HEADER, [a, 400], [b, 100]] };
    expect(told(capture(lacking, planOf([400, 100, null], 550)), 'funds.sum')).toBeUndefined();
  });

  test('a total that is a formula over blank amounts says nothing', () => {
    const total = { formula: '=SUM(B2:B4)', value: 500 };
    const captured = capture(
      { 附件3: [HEADER, [a, 400], [b, 100], [c, null], ['合计', total]] },
      planOf([400, null, null], null),
    );
    expect(captured.plan.fundTotal.value).toBeNull();
    const full = { formula: '=SUM(B2:B4)', value: 560 };
    const whole = capture(
      { 附件3: [HEADER, [a, 400], [b, 100], [c, 60], ['合计', full]] },
      planOf([400, null, null], null),
    );
    expect(whole.plan.fundTotal.value).toBe(560);
  });

  test('a fund that stands twice is taken where it stands first; what no one can read is not taken', () => {
    const captured = capture(
      { 附件3: [HEADER, [a, '约400'], [b, 100], [b, 200], [c, '60']] },
      planOf([null, null, null], null),
    );
    expect(captured.plan.funds.map(({ amount }) => amount.value)).toEqual([null, 100, 60]);
  });

  test('a workbook without annex 3 leaves the funds as they are', () => {
    const plan = planOf([400, null, null], 550);
    const captured = capture(
      {
        目标: [
          ['指标名称', '计量单位', '2025年目标'],
          ['学前三年毛入园率', '%', 93],
        ],
      },
      plan,
    );
    expect([captured.plan.funds, captured.plan.fundTotal]).toEqual([plan.funds, plan.fundTotal]);
    expect(captured.differences.filter(({ id }) => ids.some((fund) => id.startsWith(`${fund}.`)))).toEqual([]);
  });
});

describe('annex 1', () => {
  const [measure] = yichunPlan.measures.filter(({ departments }) => departments.length > 1);
  if (!measure) throw new Error('no measure');
  const [first = '', ...others] = measure.departments;
  const more =
    yichunPlan.measures.flatMap(({ departments }) => departments).find((one) => !measure.departments.includes(one)) ??
    '';
  const annex = (departments: string | null): Readonly<Record<string, Grid>> => ({
    附件1: [
      ['一级标题', '工作举措', '责任部门'],
      [measure.heading, `${measure.sequence}.${measure.title}。${measure.text}`, departments],
    ],
  });
  const own = ({ plan }: BaselineCapture) => plan.measures.find(({ id }) => id === measure.id);
  const id = `${measure.id}.departments`;

  test('gives the departments that the public text lost', () => {
    const captured = capture(annex([first, ...others, more].join('、')));
    expect(own(captured)).toMatchObject({ departments: [first, ...others, more], departmentsShown: true });
    expect(captured.filled).toBe(1);
    expect(told(captured, id)).toBeUndefined();
  });

  test('without a department that is published it needs a yes', () => {
    const sheets = annex([...others, more].join('、'));
    const captured = capture(sheets);
    expect(told(captured, id)).toMatchObject({
      kind: 'published',
      needsYes: true,
      published: measure.departments.join('、'),
      captured: [...others, more].join('、'),
      text: `第${measure.sequence}条 责任部门：公开文本有${first}，工作簿没有。`,
      at: { sheet: '附件1', row: 1, column: 2 },
    });
    expect(own(captured)).toEqual(measure);
    expect(own(capture(sheets, yichunPlan, [id]))?.departments).toEqual([...others, more]);
  });

  test('a blank cell says nothing', () => {
    const captured = capture(annex(null));
    expect(own(captured)).toEqual(measure);
    expect(told(captured, id)).toBeUndefined();
    expect(captured.filled).toBe(0);
  });
});

describe('targets', () => {
  const target = yichunPlan.indicators.find(({ id }) => id === 'T01');
  if (!target || target.target === null) throw new Error('no target');
  const { name, unit } = target;
  const targets = (value: string | number | null): Readonly<Record<string, Grid>> => ({
    目标: [
      ['指标名称', '计量单位', '2025年目标'],
      [name, unit, value],
      ['合成的指标', '%', 5],
    ],
  });

  test('are never taken over: another one is told', () => {
    const captured = capture(targets(95));
    expect(captured.plan.indicators).toBe(yichunPlan.indicators);
    expect(captured.differences.filter(({ id }) => id.endsWith('.target'))).toEqual([
      {
        id: 'T01.target',
        kind: 'published',
        needsYes: true,
        what: `${name} 目标值`,
        published: String(target.target),
        captured: '95',
        text: `${name} 目标值：公开文本为 ${target.target}${unit}，工作簿为 95，登记时不改目标值。`,
        at: { sheet: '目标', row: 1, column: 2 },
      },
    ]);
  });

  test.each([target.target, null, '约95', '大体相当'])('%p is none', (value) =>
    expect(told(capture(targets(value)), 'T01.target')).toBeUndefined(),
  );
});
