import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import type { Tag } from './draft';
import { isPositive, pickCell, replacing, type Fault } from './fault';
import { PARTS } from './other-grids';

const indicators = (field: string): Partial<Tag> => ({ table: 'indicators', field, role: 'detail' });
const funds = (field: string): Partial<Tag> => ({ table: 'funds', field, role: 'detail' });
const measures = (field: string): Partial<Tag> => ({ table: 'measures', field, role: 'detail' });
const unitOf = (id: string): string => yichunPlan.indicators.find((one) => one.id === id)?.unit ?? '';
const amountShown = (id: string): boolean => yichunPlan.funds.find((one) => one.id === id)?.amount.value != null;
const departmentsOf = (id: string): readonly string[] =>
  yichunPlan.measures.find((one) => one.id === id)?.departments ?? [];
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const isShare = (_: CellValue, of: string): boolean => unitOf(of) === '%';

/** Another row's content of the same column; the places are the changed cell and the one it repeats. */
function repeated(id: string, wanted: Partial<Tag>): Fault {
  return {
    id,
    seed(draft, random) {
      const at = pickCell(draft, random, wanted);
      const other = at && pickCell(draft, random, wanted, (value) => value !== draft.shown(at));
      if (!at || !other) return null;
      draft.change(at, draft.shown(other));
      return [at, other];
    },
  };
}

export const INDICATOR_FAULTS: readonly Fault[] = [
  replacing(
    'target-changed',
    indicators('target'),
    (value, random) => round(Number(value) * random.pick([0.9, 1.1, 0.8])),
    isPositive,
  ),
  replacing('target-missing', indicators('target'), () => null, isPositive),
  replacing(
    'target-one-less',
    indicators('target'),
    (value) => round(Number(value) - (Number(value) > 1 ? 1 : 0.01)),
    (value, of) => isPositive(value) && isShare(value, of),
  ),
  replacing('actual-as-text', indicators('actual'), (value) => String(value), isPositive),
  replacing(
    'actual-with-unit',
    indicators('actual'),
    (value, _, of) => `${String(value)}${unitOf(of)}`,
    (value, of) => isPositive(value) && unitOf(of) !== '%',
  ),
  replacing('actual-missing', indicators('actual'), () => null, isPositive),
  replacing('actual-negative', indicators('actual'), (value) => -Number(value), isPositive),
  replacing('actual-point-lost', indicators('actual'), (value) => Math.round(Number(value) * 10), isShare),
  {
    id: 'actual-as-fraction',
    seed(draft, random) {
      const at = pickCell(
        draft,
        random,
        indicators('actual'),
        (value, of, spot) => isShare(value, of) && draft.format(spot) === null,
      );
      if (!at) return null;
      draft.change(at, round(draft.number(at) / 100));
      return [at];
    },
  },
  replacing(
    'actual-in-single-seats',
    indicators('actual'),
    (value) => Math.round(Number(value) * 10_000),
    (value, of) => isPositive(value) && unitOf(of) === '万个',
  ),
  replacing(
    'schools-counted-in-halves',
    indicators('actual'),
    (value) => Number(value) + 0.5,
    (value, of) => isPositive(value) && unitOf(of) === '所',
  ),
  replacing('completion-rate-typed-wrong', indicators('rate'), (value) => round(Number(value) * 0.7 + 3), isPositive),
  replacing('gap-typed-wrong', indicators('gap'), (value) => round(Number(value) + 1.5), isPositive),
  replacing(
    'reached-though-not',
    indicators('reached'),
    () => '是',
    (value) => value === '否',
  ),
  replacing(
    'indicator-unit-wrong',
    indicators('unit'),
    (value) => (value === '%' ? '个' : value === '万个' ? '个' : '%'),
    (value) => value === '%' || value === '万个',
  ),
  repeated('indicator-twice', indicators('name')),
  replacing('indicator-name-missing', indicators('name'), () => null),
  {
    id: 'whole-is-not-its-parts',
    seed(draft, random) {
      const at = pickCell(draft, random, indicators('actual'), (_, of) => of in PARTS);
      if (!at) return null;
      const own = draft.tag(at)?.of ?? '';
      const parts = (PARTS[own] ?? []).flatMap((of) => draft.find({ ...indicators('actual'), of }));
      draft.change(at, own === 'T06' ? draft.number(at) - 3 : round(draft.number(at) - 0.35));
      return [at, ...parts];
    },
  },
  {
    id: 'less-than-last-year',
    seed(draft, random) {
      const at = pickCell(draft, random, indicators('actual'), (value, of, spot) => {
        const last = draft.beside(spot, 'last') ?? draft.find({ ...indicators('last'), of })[0];
        return unitOf(of) === '万个' && of === 'T20' && last !== undefined && isPositive(value);
      });
      const last = at && draft.find({ ...indicators('last'), of: 'T20' })[0];
      if (!at || !last) return null;
      draft.change(at, round(draft.number(last) * 0.5));
      return [at, last];
    },
  },
];

export const FUND_FAULTS: readonly Fault[] = [
  replacing(
    'fund-amount-off-plan',
    funds('amount'),
    (value, random) => Number(value) + random.pick([-50, 20, 50]),
    (_, of) => amountShown(of),
  ),
  {
    id: 'funds-do-not-make-the-whole',
    seed(draft, random) {
      const at = pickCell(draft, random, funds('amount'), (_, of) => !amountShown(of));
      if (!at) return null;
      draft.change(at, draft.number(at) + 30);
      const own = draft.find(funds('amount')).filter((spot) => !amountShown(draft.tag(spot)?.of ?? ''));
      return [...own, ...draft.find({ table: 'funds', field: 'amount', role: 'total' })];
    },
  },
  replacing(
    'fund-total-typed-wrong',
    { table: 'funds', field: 'amount', role: 'total' },
    (value) => Number(value) - 20,
  ),
  replacing(
    'spent-total-typed-wrong',
    { table: 'funds', field: 'spent', role: 'total' },
    (value) => Number(value) + 45,
  ),
  {
    id: 'fund-spent-above-amount',
    seed(draft, random) {
      const at = pickCell(draft, random, funds('spent'));
      const amount = at && draft.beside(at, 'amount');
      if (!at || !amount) return null;
      draft.change(at, draft.number(amount) + 15);
      return [at, amount];
    },
  },
  {
    id: 'fund-handed-down-above-amount',
    seed(draft, random) {
      const at = pickCell(draft, random, funds('down'));
      const amount = at && draft.beside(at, 'amount');
      if (!at || !amount) return null;
      draft.change(at, draft.number(amount) + 10);
      return [at, amount];
    },
  },
  replacing('fund-rate-typed-wrong', funds('rate'), (value) => round(Number(value) * 0.8)),
  replacing('fund-balance-typed-wrong', funds('balance'), (value) => Number(value) + 12),
  replacing('fund-amount-with-unit', funds('amount'), (value) => `${String(value)}万元`),
  replacing('fund-amount-missing', funds('amount'), () => null),
  replacing('fund-amount-in-yuan', funds('amount'), (value) => Number(value) * 10_000),
  replacing('fund-name-not-in-plan', funds('name'), () => '学生资助专项'),
  repeated('fund-twice', funds('name')),
];

export const MEASURE_FAULTS: readonly Fault[] = [
  replacing(
    'department-missing',
    measures('departments'),
    (value) => String(value).replace(/[、\n][^、\n]+$/u, ''),
    (_, of) => departmentsOf(of).length > 1,
  ),
  replacing(
    'departments-missing',
    measures('departments'),
    () => null,
    (_, of) => departmentsOf(of).length > 0,
  ),
  replacing(
    'department-exchanged',
    measures('departments'),
    () => '市水利局',
    (_, of) => departmentsOf(of).length === 1,
  ),
  replacing('measure-of-another-text', measures('text'), (value) =>
    String(value).replace(/^(\d+\.).*$/u, '$1开展校园绿化美化行动。'),
  ),
  replacing(
    'figure-in-measure-changed',
    measures('text'),
    (value) => String(value).replace('5.18', '5.81'),
    (value) => String(value).includes('5.18'),
  ),
  repeated('measure-twice', measures('text')),
  replacing('measure-missing', measures('text'), () => null),
  replacing('measure-progress-missing', measures('progress'), () => null),
  replacing('measure-state-in-own-words', measures('state'), (_, random) => random.pick(['还行', '一般', '123'])),
  {
    id: 'measure-done-though-not-begun',
    seed(draft, random) {
      const at = pickCell(draft, random, measures('state'));
      const words = at && draft.beside(at, 'progress');
      if (!at || !words) return null;
      draft.change(at, '已完成');
      draft.change(words, '该项工作尚未启动。');
      return [at, words];
    },
  },
  replacing(
    'measure-sequence-twice',
    measures('sequence'),
    (value) => Number(value) - 1,
    (value) => Number(value) > 1,
  ),
  replacing('measure-heading-of-another', measures('heading'), (value) =>
    String(value).startsWith('三') ? '四、提升办学管理水平' : '三、加强教师队伍建设',
  ),
];
