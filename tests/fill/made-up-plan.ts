import { yichunPlan, type Plan, type PlanSchool } from '../../src/plan';

export const first = <T>(list: readonly T[], wanted: (one: T) => boolean): T => {
  const found = list.find(wanted);
  if (found === undefined) throw new Error('not in the plan');
  return found;
};
const shown = <T>(value: T | null) => ({ value, source: '合成数据' });
const school = (id: string, stage: 'S2' | 'S4', facts: Partial<PlanSchool> = {}): PlanSchool => ({
  ...first(yichunPlan.schools, (one) => one.stage === stage),
  id,
  name: `合成${id}校`,
  plannedClasses: shown(24),
  plannedSeats: shown(1080),
  plannedLand: shown(30.5),
  builder: shown('合成区'),
  remark: shown<string>(null),
  derivations: {},
  ...facts,
});
const measure = first(yichunPlan.measures, () => true);
const fund = first(yichunPlan.funds, () => true);
const indicator = first(yichunPlan.indicators, ({ target }) => target !== null);

/** A small made-up plan: two sections, three measures under two headings, two funds, three targets. */
export const PLAN: Plan = {
  ...yichunPlan,
  title: '合成方案',
  firstYear: 2021,
  lastYear: 2025,
  builders: [{ ...first(yichunPlan.builders, () => true), name: '合成区' }, { ...first(yichunPlan.builders, () => true), name: '另一区' }],
  stages: yichunPlan.stages.filter(({ id }) => id === 'S2' || id === 'S4'),
  schools: [
    school('甲', 'S2', { remark: shown('一期') }),
    school('乙', 'S2', { plannedSeats: shown<number>(null), builder: shown<string>(null) }),
    school('丙', 'S2', { name: null, builder: shown<string>(null), plannedLand: shown(9.25) }),
    school('丁', 'S4', { builder: shown('另一区') }),
  ],
  measures: [
    { ...measure, id: 'M1', sequence: 1, heading: '第一类', title: '举措一', text: '短。', departments: ['甲局', '乙局', '丙局'], departmentsShown: true },
    { ...measure, id: 'M2', sequence: 2, heading: '第一类', title: '举措二', text: '长'.repeat(200), departments: [], departmentsShown: false },
    { ...measure, id: 'M3', sequence: 3, heading: '第二类', title: '举措三', text: '很长'.repeat(700), departments: ['甲局'], departmentsShown: true },
  ],
  funds: [
    { ...fund, id: 'F1', sequence: 1, name: '合成甲项', content: '内容', amount: shown(400.5) },
    { ...fund, id: 'F2', sequence: 2, name: '合成乙项', content: '内容'.repeat(50), amount: shown<number>(null) },
  ],
  indicators: [
    { ...indicator, id: 'T1', name: '合成率', unit: '%', target: 93 },
    { ...indicator, id: 'T2', name: '合成学位', unit: '万个', target: 5.18 },
    { ...indicator, id: 'T3', name: '合成文字', unit: '文字', target: null, targetText: '大体相当' },
    { ...indicator, id: 'T4', name: '合成学校', unit: '所', target: 12 },
  ],
}; // prettier-ignore
