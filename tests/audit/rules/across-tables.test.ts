import { acrossTables } from '../../../src/audit/rules/across-tables';
import { yichunPlan } from '../../../src/plan';
import { cases } from '../cases';

/** Every school of the plan that has a name, 合成数据 where the plan shows no seats; 初中 holds 21,850 seats in all. */
const rows = yichunPlan.schools.filter((school) => school.name !== null);
const seatsOf = (id: string, stage: string, index: number): number => {
  const shown = rows.find((school) => school.id === id)?.plannedSeats.value;
  return shown ?? (stage === 'S2' && rest.stage === id ? rest.seats : 100 + index);
};
const lower = rows.filter((school) => school.stage === 'S2');
const open = lower.filter((school) => school.plannedSeats.value === null);
const known = lower.reduce((sum, school) => sum + (school.plannedSeats.value ?? 0), 0);
const fillers = open.slice(1).reduce((sum, school) => sum + 100 + rows.indexOf(school), 0);
const rest = { stage: open[0]?.id ?? '', seats: 21_850 - known - fillers };

const list = (change = 0): string => `
  |   | A | B | C | D | E |
  | 1 | 序号 | 学段 | 学校名称 | 规划学位(个) | 已形成学位(个) |
${rows
  .map((school, i) => {
    const stage = yichunPlan.stages.find((each) => each.id === school.stage)?.name ?? '';
    const seats = seatsOf(school.id, school.stage, i) + (school.id === rest.stage ? change : 0);
    return `  | ${i + 2} | ${i + 1} | ${stage} | ${school.name ?? ''} | ${seats} | 10 |`;
  })
  .join('\n')}`;
const targets = (target: string, actual: string): string => `
  |   | A | B | C | D | E |
  | 1 | 序号 | 指标名称 | 计量单位 | 目标值 | 本期完成 |
  | 2 | 1 | 新增学位-初中 | 万个 | ${target} | ${actual} |
  | 3 | 2 | 义务教育巩固率 | % | 97 | 96 |`;
const formed = String((lower.length * 10) / 10_000);

cases(acrossTables, {
  valid: [
    { name: '2.18 万由 21850 截尾而来', grid: list(), more: { 目标: targets('2.18', formed) } },
    {
      name: '区里的表不与全市目标相比',
      grid: list().split('\n').slice(0, 10).join('\n'),
      more: { 目标: targets('2.18', '0.5') },
    },
  ],
  invalid: [
    {
      name: '截尾所得，只作提示',
      grid: list(),
      more: { 目标: targets('2.18', formed) },
      finds: [{ at: '目标!D2', message: 'truncated', id: 'X03', level: 'info', found: '2.18', expected: '21850' }],
    },
    {
      name: '目标与附件2合计不符',
      grid: list(),
      more: { 目标: targets('2.5', formed) },
      finds: [{ at: '目标!D2', message: 'seats', id: 'X03', found: '2.5', expected: '21850' }],
    },
    {
      name: '完成数与附件2不符',
      grid: list(),
      more: { 目标: targets('2.18', '0.5') },
      finds: [
        { at: '目标!E2', message: 'formed', id: 'X03', level: 'warning' },
        { at: '目标!D2', message: 'truncated' },
      ],
    },
    {
      name: '所数：方案自身有差异，注明而不判错',
      grid: list(),
      more: { 目标: targets('2.18', formed).replace('新增学位-初中 | 万个 | 2.18', '新增学校-初中 | 所 | 12') },
      finds: [{ at: '目标!D2', message: 'planDiffers', id: 'P13', level: 'info', found: '12' }],
    },
    {
      name: '所数与附件2行数不符',
      grid: list(),
      more: { 目标: targets('2.18', formed).replace('新增学位-初中 | 万个 | 2.18', '新增学校-小学 | 所 | 15') },
      finds: [{ at: '目标!D2', message: 'schools', id: 'X02', found: '15' }],
    },
    {
      name: '学位总数与附件2合计不符',
      grid: list(),
      more: { 目标: targets('2.18', '').replace('新增学位-初中 | 万个 | 2.18', '新增学位总数 | 万个 | 6.18') },
      finds: [{ at: '目标!D2', message: 'seats', id: 'X01', level: 'warning', found: '6.18' }],
    },
  ],
});
