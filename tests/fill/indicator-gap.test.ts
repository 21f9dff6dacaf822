import { annexTarget, stageSeats } from '../../src/fill/gaps/annex-targets';
import { indicatorGap } from '../../src/fill/gaps/indicator-gaps';
import type { SchoolFact } from '../../src/fill/gaps/school-facts';
import { yichunPlan, type Plan, type PlanIndicator } from '../../src/plan';
import { schoolFact as school } from './made-up-fact';

/** The plan with these seats for every school, and without subtotals. */
const withSeats = (seats: (id: string) => number | null): Plan => ({
  ...yichunPlan,
  schools: yichunPlan.schools.map((one) => ({ ...one, plannedSeats: { ...one.plannedSeats, value: seats(one.id) } })),
  stages: yichunPlan.stages.map((stage) => ({
    ...stage,
    subtotal: { ...stage.subtotal, plannedSeats: { ...stage.subtotal.plannedSeats, value: null } },
  })),
});
const count = (stage: string, kind?: string): number =>
  yichunPlan.schools.filter((one) => one.stage === stage && (kind === undefined || one.kind === kind)).length;

describe('what annex 2 says of a target', () => {
  const plan = withSeats(() => 100);
  const kinds = [...new Set(yichunPlan.schools.flatMap(({ stage, kind }) => (kind ? [{ stage, kind }] : [])))];
  const [one] = kinds;

  test('is the subtotal of a stage, else the sum of its rows, else nothing', () => {
    const stated = yichunPlan.stages.find(({ id }) => id === 'S2')?.subtotal.plannedSeats;
    expect(stageSeats(yichunPlan, 'S2')).toEqual({ value: stated?.value, source: stated?.source });
    expect(stageSeats(plan, 'S2')?.value).toBe(100 * count('S2'));
    expect(stageSeats(plan, 'S2')?.source.split('；')).toHaveLength(count('S2'));
    expect(
      stageSeats(
        withSeats((id) => (id === 'S2.2' ? null : 100)),
        'S2',
      ),
    ).toBeNull();
    expect(stageSeats({ ...plan, schools: [] }, 'S2')).toBeNull();
  });

  test('counts the seats of all stages, of one, or of one kind of school', () => {
    const seats = (
      stage: PlanIndicator['measures'] extends infer M | null ? (M extends { stage: infer S } ? S : never) : never,
      kind: SchoolFact['kind'] = null,
    ) => annexTarget(plan, { what: 'seats', stage, kind });
    expect(seats(null)).toEqual({ value: 100 * yichunPlan.schools.length, source: '附件2各段学位之和' });
    expect(seats('S3')?.value).toBe(100 * count('S3'));
    if (one) expect(seats(one.stage, one.kind)?.value).toBe(100 * count(one.stage, one.kind));
    expect(
      annexTarget(
        withSeats((id) => (id.startsWith('S2') ? null : 100)),
        { what: 'seats', stage: null, kind: null },
      ),
    ).toBeNull();
  });

  test('counts the rows of all stages, of one, or the schools of one kind', () => {
    const expected = (id?: string) =>
      yichunPlan.stages
        .filter((stage) => id === undefined || stage.id === id)
        .reduce((sum, stage) => sum + stage.expectedRows, 0);
    const schools = (stage: 'S3' | null) => annexTarget(plan, { what: 'schools', stage, kind: null });
    expect(schools(null)).toEqual({ value: expected(), source: '附件2各段行数' });
    expect(schools('S3')).toEqual({ value: expected('S3'), source: '附件2各段行数' });
    if (one)
      expect(annexTarget(plan, { what: 'schools', stage: one.stage, kind: one.kind })).toEqual({
        value: count(one.stage, one.kind),
        source: '附件2按学校名称区分',
      });
  });

  test('is nothing for what no annex lists', () => {
    expect(annexTarget(plan, null)).toBeNull();
    expect(annexTarget(plan, { what: 'improvedSeats', stage: null, kind: null })).toBeNull();
  });
});

describe('a target of the text', () => {
  const [first] = yichunPlan.indicators;
  if (!first) throw new Error('no indicator');
  const indicator = (change: Partial<PlanIndicator>): PlanIndicator => ({
    ...first, id: 'X', name: '合成指标', target: 3000, targetText: null, unit: '个', notes: [], measures: null, ...change,
  }); // prettier-ignore
  const gapOf = (change: Partial<PlanIndicator>, schools: readonly SchoolFact[] = [], reported?: number) =>
    indicatorGap(
      yichunPlan,
      indicator(change),
      reported === undefined ? undefined : { actual: reported, from: '目标表 目标!D2', why: null },
      schools,
      {},
    );
  const seats = { what: 'seats', stage: 'S3', kind: null } as const;
  const facts = [
    school('甲校', { progress: 'done', kind: null }),
    school('乙校', { progress: 'nearly' }),
    school('丙校', { progress: 'done', stage: 'S2' }),
    school('丁校'),
  ];

  test('in words has no gap', () => {
    expect(gapOf({ target: null, targetText: '大体相当' }).why).toBe('文字目标（大体相当），不计算差额');
    expect(gapOf({ target: null }).why).toBe('文字目标（未列示），不计算差额');
  });

  test('takes the reported figure, and tells where the schools come to another', () => {
    expect(gapOf({ measures: seats }, facts, 900)).toMatchObject({
      achieved: 900,
      gap: 2100,
      basis: '目标表 目标!D2',
      nearlyDone: null,
      remarks: [expect.stringMatching(/^目标表填 900个，按学校表（形象进度推算.*）为 1000个$/u)],
    });
    expect(gapOf({ measures: seats }, facts, 1000.4).remarks).toEqual([]);
    expect(gapOf({ measures: seats }, facts, 999.5).remarks).toHaveLength(1);
    expect(gapOf({ measures: seats }, [], 900).remarks).toEqual([]);
    expect(gapOf({}, facts, 900).remarks).toEqual([]);
    const tenThousands = { measures: seats, unit: '万个', target: 0.3 };
    expect(gapOf(tenThousands, facts, 0.104).remarks).toEqual([]);
    expect(gapOf(tenThousands, facts, 0.09).remarks).toEqual([
      expect.stringMatching(/^目标表填 0.09万个，.*为 0.1万个$/u),
    ]);
  });

  test('else counts the schools of its stage and kind', () => {
    expect(gapOf({ measures: seats }, facts)).toMatchObject({
      achieved: 1000,
      nearlyDone: 1000,
      gap: 2000,
      remarks: ['尚有 1 所没有可以判断的形象进度，未计入'],
    });
    expect(gapOf({ measures: { ...seats, stage: null } }, facts).achieved).toBe(2000);
    expect(
      gapOf({ measures: { what: 'schools', stage: null, kind: null }, unit: '所', target: 9 }, facts),
    ).toMatchObject({
      achieved: 2,
      nearlyDone: 1,
      gap: 7,
    });
    expect(gapOf({ measures: seats, unit: '万个', target: 0.3 }, facts)).toMatchObject({
      achieved: 0.1,
      nearlyDone: 0.1,
    });
    const kinds = yichunPlan.schools.flatMap(({ kind }) => kind ?? []);
    const [kind = null] = kinds;
    expect(gapOf({ measures: { ...seats, kind } }, facts)).toMatchObject({
      achieved: null,
      why: '工作簿中没有相应的学校',
    });
    expect(gapOf({ measures: { ...seats, kind } }, [school('戊校', { kind, progress: 'done' })]).achieved).toBe(1000);
  });

  test('says why there is no figure', () => {
    expect(gapOf({}).why).toBe('目标表没有这一指标的完成数');
    expect(gapOf({ measures: { what: 'improvedSeats', stage: null, kind: null } }).why).toBe(
      '方案没有优化学位的项目清单，只能由目标表填报；目标表没有这一指标的完成数',
    );
    expect(
      indicatorGap(yichunPlan, indicator({}), { actual: null, from: '', why: 'D2 本期完成未填' }, [], {}),
    ).toMatchObject({ achieved: null, basis: '', why: 'D2 本期完成未填' });
  });

  test('tells the annex’s figure where it is not the same one, rounded', () => {
    const annex = stageSeats(yichunPlan, 'S2')?.value ?? 0;
    const stage = { ...seats, stage: 'S2' as const };
    expect(gapOf({ measures: stage, target: annex }).alternatives).toEqual([]);
    expect(gapOf({ measures: stage, target: annex + 50 }).alternatives).toMatchObject([
      { label: '附件2', target: annex },
    ]);
    expect(gapOf({ measures: stage, unit: '万个', target: Math.round(annex / 100) / 100 }).alternatives).toEqual([]);
    expect(gapOf({ measures: stage, unit: '万个', target: annex / 10_000 + 0.1 }).alternatives).toMatchObject([
      { label: '附件2', target: annex / 10_000, gap: null },
    ]);
  });

  test('is told with what the plan itself contradicts or leaves open, and with no other note', () => {
    const note = (kind: string) => yichunPlan.notes.find((each) => each.kind === kind)?.id ?? [];
    const others = yichunPlan.notes
      .filter(({ kind }) => kind !== 'contradiction' && kind !== 'gap')
      .map(({ id }) => id);
    const notes = [note('contradiction'), note('gap'), others].flat();
    const { remarks } = gapOf({ notes }, [], 900);
    expect(remarks.map((remark) => remark.split(' ')[0])).toEqual([note('contradiction'), note('gap')].flat());
  });
});
