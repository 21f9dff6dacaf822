import type { SheetSnapshot } from '../../workbook';
import { calculate } from '../calculation';
import { referencesOf } from '../formula';

/** What a sheet's formulas without a stored value may cost together, in cells looked at. */
const MOST_CELLS = 500_000;
/** Formulas that rest on one another deeper than this stay open. */
const DEEPEST = 60;

interface Known {
  readonly values: Map<number, number | null>;
  cellsLeft: number;
}
const known = new WeakMap<SheetSnapshot, Known>();

/**
 * The value of a formula that no host has calculated yet (files written by a script have none), from the cells of its own
 * sheet; `null` where it needs more than plain arithmetic.
 */
export function uncalculatedValue(sheet: SheetSnapshot, index: number): number | null {
  let of = known.get(sheet);
  if (!of) known.set(sheet, (of = { values: new Map(), cellsLeft: MOST_CELLS }));
  return valueOf(sheet, of, index, 0);
}

function valueOf(sheet: SheetSnapshot, of: Known, index: number, depth: number): number | null {
  const before = of.values.get(index);
  if (before !== undefined) return before;
  const formula = sheet.formulas.get(index);
  if (formula === undefined || depth > DEEPEST) return null;
  // Whoever comes back to it while it is being worked out has found a ring.
  of.values.set(index, null);
  for (const { area } of referencesOf(formula)) {
    const rows = Math.min(area.bottom, sheet.top + sheet.rowCount - 1) - area.top + 1;
    of.cellsLeft -= Math.max(0, rows) * (area.right - area.left + 1);
  }
  if (of.cellsLeft < 0) return null;
  const value = calculate(
    formula,
    sheet,
    () => null,
    (at, i) =>
      at === sheet && sheet.values[i] === null && sheet.formulas.has(i)
        ? (valueOf(sheet, of, i, depth + 1) ?? undefined)
        : undefined,
  );
  of.values.set(index, value);
  return value;
}
