import type { FieldId } from '../recognize';
import type { TableView } from './views/table-view';

/** Rates: done ÷ planned. The first pair of which the table has both columns counts. */
const RATES: readonly (readonly [done: FieldId, planned: FieldId])[] = [
  ['spent', 'amount'],
  ['spent', 'allocated'],
  ['allocated', 'amount'],
  ['formedSeats', 'plannedSeats'],
  ['invested', 'plannedInvestment'],
  ['actual', 'target'],
];

/** What the table's rate is of: the columns of what is done and of the whole; `null` where it is something else's. */
export function rateOf(view: TableView): readonly [done: FieldId, planned: FieldId] | null {
  const rate = view.column('rate');
  const pair = RATES.find(([done, planned]) => view.has(done) && view.has(planned));
  return rate && pair && isRateOf(rate.header, pair[0], view.column(pair[0])?.header ?? '') ? pair : null;
}

const OF_ONE_PERIOD = /年度|本年|当年|全年|[本当](?:季|月|期)/u;

/** A rate of something else (投资完成率 in a table with seats) is not this pair's. */
function isRateOf(header: string, done: FieldId, doneHeader: string): boolean {
  // 年度完成比例 beside 累计完成投资 is a part of the year's own plan.
  if (done === 'invested' && OF_ONE_PERIOD.test(header) && !OF_ONE_PERIOD.test(doneHeader)) return false;
  if (/投资|资金|付款|支付/u.test(header)) return done === 'invested' || done === 'spent' || done === 'allocated';
  if (/形象|工程|进度/u.test(header)) return false;
  return true;
}

/** The same in percent, rounded or cut to the cell's step. */
export function agreesWithRate(value: number, ratio: number, step: number): boolean {
  const slack = Math.max(0.05, step / 2) + 1e-9;
  return (
    Math.abs(value - ratio) <= slack ||
    Math.trunc(ratio / Math.max(step, 0.01) + 1e-9) === Math.round(value / Math.max(step, 0.01))
  );
}
