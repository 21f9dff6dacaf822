import type { FieldId } from '../recognize';
import type { AuditContext } from './context';
import { agree, sameSum } from './precision';
import type { TableView } from './views/table-view';

/** Two columns of a table whose headers stand over each other's figures. */
export type ExchangedHeaders = readonly [FieldId, FieldId];

type Measure = 'plannedClasses' | 'plannedSeats' | 'plannedLand';
const PAIRS: readonly (readonly [Measure, Measure])[] = [
  ['plannedClasses', 'plannedSeats'],
  ['plannedSeats', 'plannedLand'],
  ['plannedClasses', 'plannedLand'],
];

const known = new WeakMap<TableView, ExchangedHeaders | null>();

/**
 * The columns whose figures would agree with the plan (or make sense as classes and seats) under each other's header,
 * in two rows or more, and agree in no row as they stand; `null` where there are none.
 */
export function exchangedHeaders(context: AuditContext, view: TableView): ExchangedHeaders | null {
  let found = known.get(view);
  if (found === undefined) {
    found = PAIRS.find((pair) => areExchanged(context, view, pair)) ?? null;
    known.set(view, found);
  }
  return found;
}

function areExchanged(context: AuditContext, view: TableView, [a, b]: readonly [Measure, Measure]): boolean {
  const [first, second] = [view.numbers(a), view.numbers(b)];
  if (!first || !second) return false;
  let exchanged = 0;
  for (const row of view.table.dataRows.slice(0, 500)) {
    const [x, y] = [first.value(row), second.value(row)];
    if (!(x > 0) || !(y > 0)) continue;
    const school = context.schoolAt(view, row);
    const [planX, planY] = [school?.[a].value ?? null, school?.[b].value ?? null];
    if (planX !== null && planY !== null && planX !== planY) {
      if (same(x, planX) || same(y, planY)) return false;
      if (same(x, planY) && same(y, planX)) exchanged++;
    } else if (a === 'plannedClasses' && b === 'plannedSeats') {
      if (y >= x) return false;
      if (x / y >= 5 && x / y <= 100) exchanged++;
    }
  }
  return exchanged >= 2;
}

const same = (value: number, planned: number): boolean =>
  sameSum(value, planned) || agree(value, planned, 0.01) !== 'differs';
