import type { FieldId } from '../recognize';
import type { TableView } from './views/table-view';

/** Pairs of which the first may not exceed the second, with the id that the catalogue gives the fault. */
export const LIMITS: readonly {
  readonly id: string;
  readonly less: FieldId;
  readonly more: FieldId;
  readonly level: 'error' | 'warning';
}[] = [
  { id: 'A08', less: 'spent', more: 'amount', level: 'error' },
  { id: 'A08', less: 'allocated', more: 'amount', level: 'error' },
  { id: 'A08', less: 'spent', more: 'allocated', level: 'warning' },
  { id: 'A11', less: 'formedSeats', more: 'plannedSeats', level: 'error' },
  { id: 'A11', less: 'suppliedLand', more: 'plannedLand', level: 'error' },
  { id: 'A11', less: 'invested', more: 'plannedInvestment', level: 'warning' },
  { id: 'A11', less: 'investedThisYear', more: 'invested', level: 'warning' },
  { id: 'A11', less: 'investedThisPeriod', more: 'investedThisYear', level: 'warning' },
  { id: 'A11', less: 'investedBefore', more: 'plannedInvestment', level: 'warning' },
];

/** Whether a figure would be more than another cell of its row lets it be. */
export function isBeyondLimit(view: TableView, row: number, field: FieldId, figure: number): boolean {
  return LIMITS.some(({ less, more, level }) => {
    if (less !== field || level !== 'error') return false;
    const limit = view.numbers(more)?.value(row) ?? NaN;
    return figure > limit + 0.005;
  });
}
