import { confirmAlias, readAliases } from '../../src/audit';
import { planForAll, planInUse, sharedPlan, storeBaseline } from '../../src/fill';
import { baselineIn } from '../../src/fill/baseline/stored';
import { yichunPlan, type Plan } from '../../src/plan';
import { applyEdits, workbookOf, type Edit } from '../../src/workbook';

const captured: Plan = {
  ...yichunPlan,
  baseline: { source: '合成数据', capturedOn: '2023-06-30', accepted: [] },
};
const other: Plan = {
  ...yichunPlan,
  baseline: { source: '另一份（合成数据）', capturedOn: '2023-07-01', accepted: [] },
};

function partsWith(...edits: readonly Edit[]): Readonly<Record<string, string>> {
  const done = applyEdits(workbookOf([]), edits);
  if (!done.ok) throw new Error('could not be kept');
  return done.value.parts;
}
const parts = partsWith(storeBaseline(captured));

describe('the plan that a workbook is read with', () => {
  test('is the one that was asked for, else the baseline in the workbook, else the built-in plan', () => {
    expect(planInUse(parts, yichunPlan, baselineIn).plan).toBe(yichunPlan);
    expect(planInUse(parts, null, baselineIn).plan).toEqual(captured);
    expect(planInUse({}, null, baselineIn).plan).toBe(yichunPlan);
  });

  test('what the workbook keeps is told also where another plan was asked for', () => {
    expect(planInUse(parts, yichunPlan, baselineIn).kept).toEqual(captured);
    expect(planInUse({}, yichunPlan, baselineIn).kept).toBeNull();
  });

  test('a damaged baseline counts as none', () => {
    expect(planInUse({ 'plancheck-baseline': '{"schemaVersion":1' }, null, baselineIn).plan).toBe(yichunPlan);
  });

  test('knows the names confirmed in the workbook, which are no part of its baseline', () => {
    const named = partsWith(storeBaseline(captured), confirmAlias({}, '正式校名（合成）', 'S2.2'));
    const { plan, kept } = planInUse(named, null, baselineIn);
    expect(plan.schools.find(({ id }) => id === 'S2.2')?.aliases).toContain('正式校名（合成）');
    expect(kept).toEqual(captured);
  });
});

test('a name that two workbooks give to different schools means none of them', () => {
  const names = (name: string, id: string) => readAliases(partsWith(confirmAlias({}, name, id)));
  const plan = planForAll(yichunPlan, [
    names('甲（合成）', 'S2.2'),
    names('甲（合成）', 'S2.3'),
    names('乙（合成）', 'S2.2'),
  ]);
  const aliases = (id: string) => plan.schools.find((school) => school.id === id)?.aliases ?? [];
  expect(aliases('S2.2')).toContain('乙（合成）');
  expect([...aliases('S2.2'), ...aliases('S2.3')]).not.toContain('甲（合成）');
});

describe('the plan that several workbooks are put together by', () => {
  test('is the baseline that all who bring one agree on', () => {
    expect(sharedPlan([], null, yichunPlan)).toEqual({ plan: yichunPlan, conflict: null });
    expect(sharedPlan([captured, { ...captured }], null, yichunPlan)).toEqual({ plan: captured, conflict: null });
  });

  test('is none of those that differ, and both are named', () => {
    const { plan, conflict } = sharedPlan([captured, other], null, yichunPlan);
    expect(plan).toBe(yichunPlan);
    expect(conflict).toEqual({
      used: null,
      unused: ['合成数据，2023-06-30登记', '另一份（合成数据），2023-07-01登记'],
    });
  });

  test('is the one of the workbook that takes the others in, and those that differ from it are named', () => {
    expect(sharedPlan([captured], captured, yichunPlan)).toEqual({ plan: captured, conflict: null });
    expect(sharedPlan([captured, other], captured, yichunPlan)).toEqual({
      plan: captured,
      conflict: { used: '合成数据，2023-06-30登记', unused: ['另一份（合成数据），2023-07-01登记'] },
    });
  });
});
