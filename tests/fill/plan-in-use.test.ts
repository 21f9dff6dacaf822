import { storeBaseline } from '../../src/fill';
import { planInUse } from '../../src/cli/jobs/plan-in-use';
import { yichunPlan, type Plan } from '../../src/plan';
import { applyEdits, workbookOf } from '../../src/workbook';

const captured: Plan = {
  ...yichunPlan,
  baseline: { source: '合成数据', capturedOn: '2023-06-30', accepted: [] },
};
const stored = applyEdits(workbookOf([]), [storeBaseline(captured)]);
const parts = stored.ok ? stored.value.parts : {};

test('a plan that was asked for goes first, then the baseline in the workbook, then the built-in plan', async () => {
  expect(await planInUse(yichunPlan, parts)).toBe(yichunPlan);
  expect(await planInUse(null, parts)).toEqual(captured);
  expect(await planInUse(null, {})).toBe(yichunPlan);
});

test('a damaged baseline counts as none', async () => {
  expect(await planInUse(null, { 'plancheck-baseline': '{"schemaVersion":1' })).toBe(yichunPlan);
});
