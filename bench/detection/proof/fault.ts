import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import type { Random } from '../random';
import type { Book, Cell, RowKind } from './book';
import { shown } from './book';
import type { Figures } from './figures';

export interface Scene {
  readonly book: Book;
  readonly figures: Figures;
  readonly random: Random;
}

/** One thing that goes wrong. `seed` returns the cells at which a person would change something, or `null`. */
export interface Fault {
  readonly id: string;
  seed(scene: Scene): readonly (Cell | null | undefined)[] | null;
}

export const SIZES = ['classes', 'seats', 'land'] as const;
const SHOWN_IN_PLAN = { classes: 'plannedClasses', seats: 'plannedSeats', land: 'plannedLand' } as const;

/** Does the plan's text show this figure of the cell's school? */
export function isInPlan(cell: Cell): boolean {
  const school = yichunPlan.schools.find(({ id }) => id === cell.id);
  if (!school || !(cell.field in SHOWN_IN_PLAN)) return false;
  return school[SHOWN_IN_PLAN[cell.field as (typeof SIZES)[number]]].value !== null;
}

/** One of the cells with a value that fits, or `null`. */
export function pickCell(
  { book, random }: Scene,
  fields: string | readonly string[],
  fits: (cell: Cell) => boolean = () => true,
  kind: RowKind = 'item',
): Cell | null {
  const names = typeof fields === 'string' ? [fields] : fields;
  const cells = names.flatMap((field) => book.find(field, kind)).filter((cell) => shown(cell) !== null && fits(cell));
  return cells.length > 0 ? random.pick(cells) : null;
}

export function isNumber(cell: Cell): boolean {
  return typeof shown(cell) === 'number';
}

/** Types a value over whatever the cell holds. */
export function type(cell: Cell, value: CellValue): Cell {
  cell.value = value;
  cell.calc = null;
  cell.text = null;
  return cell;
}

/** A fault that types another value into one cell. */
export function retyped(
  id: string,
  fields: string | readonly string[],
  change: (value: number, cell: Cell, scene: Scene) => CellValue,
  fits: (cell: Cell, scene: Scene) => boolean = isNumber,
  kind: RowKind = 'item',
): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, fields, (one) => fits(one, scene), kind);
      if (!cell) return null;
      const value = shown(cell);
      const next = change(typeof value === 'number' ? value : 0, cell, scene);
      return next === value ? null : withSums(scene.book, [type(cell, next)]);
    },
  };
}

/** A fault that writes the text of one cell otherwise. */
export function rewritten(
  id: string,
  field: string,
  change: (text: string, cell: Cell, scene: Scene) => string | null,
  kind: RowKind = 'item',
): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, field, (one) => {
        const value = shown(one);
        return typeof value === 'string' && change(value, one, scene) !== value;
      }, kind); // prettier-ignore
      if (!cell) return null;
      return [type(cell, change(String(shown(cell)), cell, scene))];
    },
  };
}

/** A fault in a row: a cell to begin from and what is done with the cells beside it. */
export function inRow(
  id: string,
  fields: string | readonly string[],
  fits: (cell: Cell, beside: (field: string) => Cell | null) => boolean,
  change: (cell: Cell, beside: (field: string) => Cell | null, scene: Scene) => readonly (Cell | null)[],
  kind: RowKind = 'item',
): Fault {
  const besideOf =
    ({ book }: Scene, cell: Cell) =>
    (field: string): Cell | null =>
      // A school on two rows has its other figures on the second one.
      book.beside(cell, field) ??
      book.find(field, kind).find((one) => one.id === cell.id && one.page === cell.page) ??
      null;
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, fields, (one) => fits(one, besideOf(scene, one)), kind);
      return cell ? withSums(scene.book, change(cell, besideOf(scene, cell), scene)) : null;
    },
  };
}

/** Typed sums that rest on the cell: where the cell is changed, either may be the wrong one. */
export function typedSumsOf(book: Book, cell: Cell): Cell[] {
  return book.cells().filter((one) => one.calc && !one.calc.asFormula && one.calc.of.includes(cell));
}

/** Adds the typed sums of those numbers that the plan does not settle. */
function withSums(book: Book, cells: readonly (Cell | null)[]): readonly (Cell | null)[] {
  return cells.flatMap((cell) =>
    cell && isNumber(cell) && !isInPlan(cell) ? [cell, ...typedSumsOf(book, cell)] : [cell],
  );
}

/** Two digits exchanged, so that the number differs; `null` where all are alike. */
export function transposed(value: number): number | null {
  const digits = String(value);
  for (let i = 0; i < digits.length - 1; i++) {
    const [a = '', b = ''] = [digits[i], digits[i + 1]];
    if (a === b || a === '.' || b === '.' || (i === 0 && b === '0')) continue;
    return Number(digits.slice(0, i) + b + a + digits.slice(i + 2));
  }
  return null;
}
