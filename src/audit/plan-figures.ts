import type { NumberColumn } from './views/number-column';
import { agree, sameSum } from './precision';

/** Is the row's figure what the plan shows, as far as the column's unit lets tell? Both in the field's own unit. */
export function agreesWithPlan(numbers: NumberColumn, row: number, planned: number): boolean {
  const value = numbers.value(row);
  const { factor, field } = numbers.column;
  if (factor === 1) return sameSum(value, planned);
  // People convert with 666.67, 666.7 or 667 ㎡ a 亩: none of these is a wrong figure.
  const conversion = field === 'plannedLand' ? planned * 6e-4 : 0;
  return Math.abs(value - planned) <= conversion || agree(value, planned, numbers.step(row)) !== 'differs';
}
