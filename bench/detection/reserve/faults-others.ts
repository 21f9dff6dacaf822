import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import type { RowKind, Spot } from './draft';
import { change, changeNumber, isTyped, pick, round, type Fault, type Test } from './fault';

const always: Test = () => true;
const isOutcome: Test = (b, spot) => isTyped(b, spot) && ['T01', 'T02', 'T03'].includes(spot.tag.key);
const isWan: Test = ({ figures }, spot) => figures.indicators.find((one) => one.id === spot.tag.key)?.unit === '万个';
const isShownFund: Test = (b, spot) => isTyped(b, spot) && ['F01', 'F06'].includes(spot.tag.key);

/** Two rows of one table: the second one gets the first one's name. */
function doubled(id: string, row: RowKind, field: string): Fault {
  return {
    id,
    seed(bench) {
      const { draft } = bench;
      const spot = pick(bench, row, field);
      const other =
        spot && pick(bench, row, field, (_, s) => s.tag.key !== spot.tag.key && s.tag.table === spot.tag.table);
      if (!spot || !other) return null;
      draft.set(other, draft.show(spot));
      return [spot, other];
    },
  };
}

/** A cell's change that is seen against another cell of its row. */
function against(
  id: string,
  row: RowKind,
  field: string,
  other: string,
  to: (value: CellValue, partner: CellValue) => CellValue | undefined,
): Fault {
  return {
    id,
    seed(bench) {
      const { draft } = bench;
      for (const spot of bench.random.shuffled(draft.find(row, field))) {
        const partner = draft.beside(spot, other);
        if (!partner) continue;
        const value = to(draft.show(spot), draft.show(partner));
        if (value === undefined) continue;
        draft.set(spot, value);
        return [spot, partner];
      }
      return null;
    },
  };
}

const INDICATORS: readonly Fault[] = [
  changeNumber(
    'target-changed',
    'indicator',
    'target',
    (n, { random }) => round(n + random.pick([-2, 1, 3])),
    isOutcome,
  ),
  changeNumber(
    'construction-target-changed',
    'indicator',
    'target',
    (n) => (n > 3 ? n + 1 : round(n + 0.2)),
    (b, s) => !isOutcome(b, s, null),
  ),
  changeNumber('target-as-a-fraction', 'indicator', 'target', (n) => n / 100, isOutcome),
  changeNumber('actual-as-a-fraction', 'indicator', 'now', (n) => round(n / 100, 3), isOutcome),
  changeNumber('actual-ten-times', 'indicator', 'now', (n) => round(n * 10), isOutcome),
  changeNumber(
    'retention-over-a-hundred',
    'indicator',
    'now',
    () => 107.2,
    (_, s) => s.tag.key === 'T02',
  ),
  changeNumber('seats-target-in-single-seats', 'indicator', 'target', (n) => Math.round(n * 10_000), isWan),
  changeNumber('target-as-text', 'indicator', 'target', (n) => String(n)),
  changeNumber('target-with-percent-sign-under-a-unit', 'indicator', 'now', (n) => `${n}个百分点`, isOutcome),
  changeNumber(
    'target-of-another-indicator',
    'indicator',
    'target',
    (n) => (n === 93 ? 97 : n === 97 ? 93 : undefined),
    isOutcome,
  ),
  change('actual-missing', 'indicator', 'now', () => null, isOutcome),
  change(
    'placeholder-for-an-actual',
    'indicator',
    'now',
    (_, { random }) => random.pick(['待统计', '—', '未统计']),
    isOutcome,
  ),
  change('indicator-unit-wrong', 'indicator', 'unit', (value) =>
    value === '%' ? '所' : value === '万个' ? '个' : value === '所' ? '万个' : '%',
  ),
  change('indicator-name-missing', 'indicator', 'name', () => null),
  change('indicator-unknown', 'indicator', 'name', (_, { random }) =>
    random.pick(['师生比', '义务教育大班额比例', '教师学历达标率']),
  ),
  doubled('indicator-listed-twice', 'indicator', 'name'),
  changeNumber('indicator-rate-off', 'indicator', 'rate', (n) => round(n * 0.9, 1), always),
  changeNumber('indicator-rate-as-a-fraction', 'indicator', 'rate', (n) => round(n / 100, 3), always),
  changeNumber('indicator-gap-off', 'indicator', 'gap', (n) => round(n + 1.5), always),
  changeNumber('indicator-gap-with-the-wrong-sign', 'indicator', 'gap', (n) => -n, always),
  {
    id: 'said-to-be-met',
    seed(bench) {
      const { draft } = bench;
      const spot = pick(bench, 'indicator', 'met');
      if (!spot) return null;
      draft.set(spot, draft.show(spot) === '是' ? '否' : '是');
      return [spot, draft.beside(spot, 'now')].flatMap((one) => one ?? []);
    },
  },
  change('met-with-another-word', 'indicator', 'met', (_, { random }) => random.pick(['差不多', '88'])),
];

const FUNDS: readonly Fault[] = [
  changeNumber('fund-amount-changed', 'fund', 'amount', (n, { random }) => n + random.pick([-20, 10, 50]), isShownFund),
  changeNumber('fund-amount-in-yuan', 'fund', 'amount', (n) => n * 10_000),
  changeNumber('fund-amount-negative', 'fund', ['amount', 'spent', 'issued', 'q1'], (n) => -n),
  changeNumber('fund-amount-with-its-unit', 'fund', ['amount', 'spent', 'issued'], (n) => `${n}万元`),
  changeNumber('fund-amount-full-width', 'fund', ['amount', 'q3', 'issued'], (n) =>
    String(n).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ),
  change('fund-amount-missing', 'fund', 'amount', () => null, isShownFund),
  {
    // The plan shows neither the amount nor its neighbours: any of them, or the total, may be what is wrong.
    id: 'not-all-amounts-make-a-thousand',
    seed(bench) {
      const { draft } = bench;
      const isOpen = (spot: Spot): boolean => isTyped(bench, spot) && !isShownFund(bench, spot, null);
      const amounts = draft.find('fund', 'amount').filter(isOpen);
      const spot = amounts.length > 0 ? bench.random.pick(amounts) : null;
      if (!spot) return null;
      draft.set(spot, Number(draft.show(spot)) + 30);
      return [...amounts, ...draft.find('fundTotal', 'amount')];
    },
  },
  against('fund-spent-more-than-allotted', 'fund', 'spent', 'amount', (_, amount) => Number(amount) + 12),
  against('fund-spent-more-than-issued', 'fund', 'spent', 'issued', (_, issued) => Number(issued) + 8),
  against('fund-issued-more-than-allotted', 'fund', 'issued', 'amount', (_, amount) => Number(amount) + 15),
  changeNumber('fund-balance-off', 'fund', 'balance', (n) => n - 7, always),
  changeNumber('fund-rate-off', 'fund', 'rate', (n) => round(n + 8, 1), always),
  changeNumber(
    'quarters-do-not-make-the-year',
    'fund',
    'spent',
    (n) => n + 6,
    (b, s) => b.draft.beside(s, 'q1') !== null,
  ),
  change('fund-name-changed', 'fund', 'name', (_, { random }) =>
    random.pick(['校园安全专项', '营养改善计划补助', '学生资助专项']),
  ),
  change('fund-name-missing', 'fund', 'name', () => null),
  doubled('fund-listed-twice', 'fund', 'name'),
  change('fund-sequence-repeats', 'fund', 'seq', (value) => (Number(value) > 2 ? Number(value) - 1 : 7)),
];

const DUTIES: readonly Fault[] = [
  change(
    'department-left-out',
    'measure',
    'depts',
    (value) => String(value).replace(/[\n、，][^\n、，]+$/u, ''),
    (_, __, value) => /[\n、，]/u.test(String(value)),
  ),
  change('departments-missing', 'measure', 'depts', () => null),
  change(
    'department-of-another-measure',
    'measure',
    'depts',
    (value) => (String(value) === '市科技局' ? '市纪委监委' : '市科技局'),
    (_, s) => ['R03', 'R05', 'R09', 'R18'].includes(s.tag.key),
  ),
  doubled('measure-listed-twice', 'measure', 'title'),
  change('measure-not-in-the-plan', 'measure', 'title', (_, { random }) =>
    random.pick(['推进校园食堂改造', '开展全民阅读活动', '建设智慧交通系统']),
  ),
  change('measure-title-missing', 'measure', 'title', () => null),
  change('measure-under-the-wrong-heading', 'measure', 'heading', (value) =>
    yichunPlan.measures.map((one) => one.heading).find((one) => one !== value),
  ),
  change('measure-sequence-repeats', 'measure', 'seq', (value) => (Number(value) > 3 ? Number(value) - 2 : 9)),
  change('progress-missing', 'measure', 'progress', () => null),
  change('placeholder-for-the-progress', 'measure', 'progress', (_, { random }) => random.pick(['无', '同上', 'XXXX'])),
  against('done-though-not-begun', 'measure', 'state', 'progress', (value, progress) =>
    value === '未启动' && /启动/u.test(String(progress)) ? '已完成' : undefined,
  ),
  against('not-begun-though-done', 'measure', 'state', 'progress', (value, progress) =>
    value === '已完成' && /完成/u.test(String(progress)) ? '未启动' : undefined,
  ),
  change('state-not-in-the-list', 'measure', 'state', (_, { random }) => random.pick(['还行', '见附件', '3'])),
  change('state-missing', 'measure', 'state', () => null),
  change(
    'deadline-after-the-plan',
    'measure',
    'deadline',
    (value) => String(value).replace(/^20\d\d/u, '2035'),
    (_, __, value) => String(value).startsWith('20'),
  ),
  change(
    'deadline-in-the-thirteenth-month',
    'measure',
    'deadline',
    (value) => String(value).replace(/\d+月/u, '13月'),
    (_, __, value) => String(value).startsWith('20'),
  ),
];

export const OTHER_FAULTS: readonly Fault[] = [...INDICATORS, ...FUNDS, ...DUTIES];
