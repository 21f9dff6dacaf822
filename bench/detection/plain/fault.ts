import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { formulaTextOf, shown, type Cell, type RowKind } from '../proof/book';
import type { Random } from '../random';
import type { Figures } from './figures';
import type { PlainBook } from './sheet';

export interface Scene {
  readonly book: PlainBook;
  readonly figures: Figures;
  readonly random: Random;
}

/** One thing that goes wrong. `seed` returns the cells at which a person would change something, or `null`. */
export interface Fault {
  readonly id: string;
  seed(scene: Scene): readonly (Cell | null | undefined)[] | null;
}

export const SIZES = ['classes', 'seats', 'land'] as const;
const IN_PLAN: Readonly<Record<string, 'plannedClasses' | 'plannedSeats' | 'plannedLand'>> = {
  classes: 'plannedClasses',
  seats: 'plannedSeats',
  land: 'plannedLand',
};

/** Does the plan show, or leave only one answer for, this cell? */
export function isInPlan(cell: Cell): boolean {
  if (cell.field === 'target') return true;
  if (cell.field === 'amount') return yichunPlan.funds.find(({ id }) => id === cell.id)?.amount.value != null;
  const school = yichunPlan.schools.find(({ id }) => id === cell.id);
  const field = IN_PLAN[cell.field];
  if (!school || !field) return false;
  return school[field].value !== null || school.derivations[field]?.unique === true;
}

/** Sums whose value was typed in: they do not follow when a part changes. */
export function typedSumsOf(book: PlainBook, cell: Cell): Cell[] {
  const all = book.cells().filter((one) => one.calc?.op === 'sum' && !one.calc.asFormula && one.calc.of.includes(cell));
  return all;
}

/** Is a slip in this number certain: against the plan or against a typed sum? */
export function isKnown(cell: Cell, scene: Scene): boolean {
  return isInPlan(cell) || typedSumsOf(scene.book, cell).length > 0;
}

export function pickCell(
  { book, random }: Scene,
  fields: string | readonly string[],
  fits: (cell: Cell) => boolean = () => true,
  kind: RowKind = 'item',
): Cell | null {
  const names = typeof fields === 'string' ? [fields] : fields;
  const kept = names.flatMap((field) => book.find(field, kind)).filter((cell) => filled(cell) && fits(cell));
  return kept.length > 0 ? random.pick(kept) : null;
}

export function filled(cell: Cell | null | undefined): cell is Cell {
  if (!cell) return false;
  const value = shown(cell);
  return value !== null && value !== '';
}

export function isNumber(cell: Cell): boolean {
  return typeof shown(cell) === 'number';
}

export function type(cell: Cell, value: CellValue): Cell {
  cell.value = value;
  cell.calc = null;
  cell.text = null;
  return cell;
}

/** Adds the typed sums of those numbers that the plan does not settle. */
export function withSums(
  book: PlainBook,
  cells: readonly (Cell | null | undefined)[],
): readonly (Cell | null | undefined)[] {
  return cells.flatMap((cell) =>
    cell && isNumber(cell) && !isInPlan(cell) ? [cell, ...typedSumsOf(book, cell)] : [cell],
  );
}

/** Types another value over a cell. */
export function retyped(
  id: string,
  fields: string | readonly string[],
  change: (value: number, cell: Cell, scene: Scene) => CellValue,
  fits: (cell: Cell, scene: Scene) => boolean = isKnown,
  kind: RowKind = 'item',
): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, fields, (one) => {
        const value = shown(one);
        if (typeof value !== 'number' || !fits(one, scene)) return false;
        const next = change(value, one, scene);
        return next !== value && next !== null;
      }, kind); // prettier-ignore
      if (!cell) return null;
      const next = change(Number(shown(cell)), cell, scene);
      const places = withSums(scene.book, [cell]);
      type(cell, next);
      return places;
    },
  };
}

/** Writes the text of a cell otherwise; `null` where it cannot. */
export function rewritten(
  id: string,
  fields: string | readonly string[],
  change: (text: string, cell: Cell, scene: Scene) => string | null,
  kind: RowKind = 'item',
): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, fields, (one) => {
        const value = shown(one);
        if (typeof value !== 'string') return false;
        const next = change(value, one, scene);
        return next !== null && next !== value;
      }, kind); // prettier-ignore
      return cell ? [type(cell, change(String(shown(cell)), cell, scene))] : null;
    },
  };
}

/** In the row of a cell that fits; `change` works on the cells beside it and may decline. */
export function inRow(
  id: string,
  field: string | readonly string[],
  fits: (cell: Cell, beside: (field: string) => Cell | null, scene: Scene) => boolean,
  change: (
    cell: Cell,
    beside: (field: string) => Cell | null,
    scene: Scene,
  ) => readonly (Cell | null | undefined)[] | null,
  kind: RowKind = 'item',
): Fault {
  return {
    id,
    seed(scene) {
      const besideOf = (cell: Cell) => (name: string) => scene.book.beside(cell, name);
      const cell = pickCell(scene, field, (one) => fits(one, besideOf(one), scene), kind);
      return cell ? change(cell, besideOf(cell), scene) : null;
    },
  };
}

/** Two neighbouring digits exchanged; `null` where that changes nothing. */
export function transposed(value: number): number | null {
  const digits = String(value);
  for (let i = 0; i < digits.length - 1; i++) {
    const [a = '', b = ''] = [digits[i], digits[i + 1]];
    if (a === b || a === '.' || b === '.' || (i === 0 && b === '0')) continue;
    return Number(digits.slice(0, i) + b + a + digits.slice(i + 2));
  }
  return null;
}

/** The formula shown in a cell that sums. */
export function sumText(cell: Cell): string | null {
  return cell.calc?.op === 'sum' ? formulaTextOf(cell) : null;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
