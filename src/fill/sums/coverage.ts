import { additionOf } from '../../audit/formula';
import { formulaAt, valueAt, type SheetSnapshot } from '../../workbook';

/** What a formula adds, held against what it should add. */
export type Coverage =
  | { readonly kind: 'exact' }
  /** Adds cells of its column, but leaves some out, or adds some that do not belong (0-based rows). */
  | { readonly kind: 'wrong'; readonly missing: readonly number[]; readonly extra: readonly number[] }
  /** Adds typed numbers beside cells. */
  | { readonly kind: 'constants'; readonly constants: readonly number[] }
  /** Does something else than adding cells of its own column; not ours to judge. */
  | { readonly kind: 'other' };

/** The rows that a sum stands for. */
export interface Wanted {
  /** Rows whose figures must be in the sum once each. */
  readonly rows: ReadonlySet<number>;
  /** A subtotal row → the rows that it stands for, so that a total may add either. */
  readonly standsFor: ReadonlyMap<number, readonly number[]>;
}

/** Does the formula at `row`, `column` add exactly the wanted rows? Cells without a number in between do no harm. */
export function coverageOf(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  formula: string,
  wanted: Wanted,
): Coverage {
  const addition = additionOf(formula);
  if (!addition) return { kind: 'other' };
  const nestedCount = !/\bSUBTOTAL\(/iu.test(formula);
  const counts = new Map<number, number>();
  const extra: number[] = [];
  const count = (covered: number): void => {
    counts.set(covered, (counts.get(covered) ?? 0) + 1);
  };
  for (const { sheet: other, area } of addition.areas) {
    if ((other !== null && other !== sheet.name) || area.left !== column || area.right !== column)
      return { kind: 'other' };
    const last = Math.min(area.bottom, sheet.top + sheet.rowCount - 1);
    for (let covered = area.top; covered <= last; covered++) {
      if (wanted.rows.has(covered)) count(covered);
      else if (covered === row) extra.push(covered);
      else if (!nestedCount && /\bSUBTOTAL\(/iu.test(formulaAt(sheet, covered, column) ?? '')) continue;
      else if (wanted.standsFor.has(covered)) wanted.standsFor.get(covered)?.forEach(count);
      else if (typeof valueAt(sheet, covered, column) === 'number' || formulaAt(sheet, covered, column) !== null)
        extra.push(covered);
    }
  }
  if (addition.constants.length > 0) return { kind: 'constants', constants: addition.constants };
  const missing = [...wanted.rows].filter((each) => !counts.has(each));
  for (const [covered, times] of counts) if (times > 1 || !wanted.rows.has(covered)) extra.push(covered);
  return missing.length + extra.length === 0 ? { kind: 'exact' } : { kind: 'wrong', missing, extra };
}
