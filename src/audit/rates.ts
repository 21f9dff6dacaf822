import type { FieldId } from '../recognize';
import type { TableView } from './views/table-view';

/** Rates: done ÷ planned, the more usual first. */
const RATES: readonly (readonly [done: FieldId, planned: FieldId])[] = [
  ['spent', 'amount'],
  ['spent', 'allocated'],
  ['allocated', 'amount'],
  ['formedSeats', 'plannedSeats'],
  ['invested', 'plannedInvestment'],
  ['suppliedLand', 'plannedLand'],
  ['actual', 'target'],
];

type Pair = readonly [done: FieldId, planned: FieldId];
const known = new WeakMap<TableView, Pair | null>();

/**
 * What the table's rate is of: the columns of what is done and of the whole, those with which most rows agree where
 * several could be meant; `null` where it is something else's.
 */
export function rateOf(view: TableView): Pair | null {
  let pair = known.get(view);
  if (pair === undefined) known.set(view, (pair = findPair(view)));
  return pair;
}

/** Fewer rows do not show of what a rate is; of more, so many at least have to agree. */
const FEWEST = 3;
const LEAST_AGREE = 0.3;

function findPair(view: TableView): Pair | null {
  const rate = view.column('rate');
  const pairs = RATES.filter(
    ([done, planned]) =>
      rate && view.has(done) && view.has(planned) && isRateOf(rate.header, done, view.column(done)?.header ?? ''),
  ).map((pair) => ({ pair, ...agreement(view, pair) }));
  const [best] = [...pairs].sort((a, b) => b.share - a.share);
  return best && (best.rows < FEWEST || best.share >= LEAST_AGREE) ? best.pair : null;
}

/** In how many rows there is a rate to compare, and in which share of them it is the pair's, in percent or as a share. */
function agreement(view: TableView, [done, planned]: Pair): { readonly rows: number; readonly share: number } {
  const rate = view.numbers('rate');
  const [a, b] = [view.numbers(done), view.numbers(planned)];
  let rows = 0;
  let right = 0;
  for (const row of view.table.dataRows.slice(0, 500)) {
    const value = rate?.value(row) ?? NaN;
    const ratio = ((a?.value(row) ?? NaN) / (b?.value(row) ?? NaN)) * 100;
    if (!Number.isFinite(value) || !Number.isFinite(ratio)) continue;
    rows++;
    const step = rate?.step(row) ?? 1;
    if (agreesWithRate(value, ratio, step) || agreesWithRate(value * 100, ratio, step < 1 ? step * 100 : 1)) right++;
  }
  return { rows, share: rows === 0 ? 0 : right / rows };
}

const OF_ONE_PERIOD = /年度|本年|当年|全年|[本当](?:季|月|期)/u;

/** A rate of something else (投资完成率 in a table with seats) is not this pair's. */
function isRateOf(header: string, done: FieldId, doneHeader: string): boolean {
  // 年度完成比例 beside 累计完成投资 is a part of the year's own plan.
  if (done === 'invested' && OF_ONE_PERIOD.test(header) && !OF_ONE_PERIOD.test(doneHeader)) return false;
  if (/供地|用地|土地|供应/u.test(header) !== (done === 'suppliedLand')) return false;
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
