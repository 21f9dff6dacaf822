import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { numberIn, shown, type Book, type Cell, type RowKind } from '../proof/book';
import { isInPlan, isNumber, pickCell, retyped, type, typedSumsOf, type Fault, type Scene } from '../proof/fault';

export const SIZE = ['classes', 'seats', 'land'] as const;
export const MONEY = ['invest', 'prior', 'current', 'month', 'yearPlan', 'upper', 'bond', 'own', 'amount', 'issued', 'spent'] as const; // prettier-ignore
/** Columns in which a school, fund or target has a number. */
export const NUMBERS = [
  ...SIZE,
  ...MONEY,
  'formed',
  'percent',
  'target',
  'now',
  'dcount',
  'dseats',
  'dinvest',
] as const;

export const twinsOf = (book: Book, cell: Cell): Cell[] =>
  book.find(cell.field).filter((one) => one.id === cell.id && one !== cell);

/** Could someone who has only this workbook and the plan tell that another number stands here? */
export function isChecked(cell: Cell, { book }: Scene): boolean {
  const plan = yichunPlan.funds.find(({ id }) => id === cell.id);
  const isPlanFund = cell.field === 'amount' && plan?.amount.value !== null;
  const hasSize = cell.field === 'seats' && book.beside(cell, 'classes') !== null;
  return isInPlan(cell) || (isPlanFund && plan !== undefined) || (hasSize && isInPlan(book.beside(cell, 'classes') ?? cell)) ||
    typedSumsOf(book, cell).length > 0 || twinsOf(book, cell).length > 0; // prettier-ignore
}

/** The cell, typed sums that rest on it, and its twins on other sheets, unless the plan settles which is wrong. */
export function culprits(book: Book, cell: Cell): Cell[] {
  return isInPlan(cell) ? [cell] : [cell, ...typedSumsOf(book, cell), ...twinsOf(book, cell)];
}

export const ratio = (value: number, factor: number): number => Number((value * factor).toFixed(6));

/** As `retyped`, with twins on other sheets among the places. */
export function slip(
  id: string,
  fields: string | readonly string[],
  change: (value: number, cell: Cell, scene: Scene) => CellValue,
  fits: (cell: Cell, scene: Scene) => boolean = isChecked,
): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, fields, (one) => isNumber(one) && one.calc === null && numberIn(one) !== 0 && fits(one, scene));
      if (!cell) return null;
      const next = change(numberIn(cell), cell, scene);
      if (next === null || next === numberIn(cell)) return null;
      const places = culprits(scene.book, cell);
      type(cell, next);
      return places;
    },
  };
} // prettier-ignore

/** Writes something that is no number into a number's cell. */
export function notNumber(
  id: string,
  change: (value: number, cell: Cell) => CellValue,
  fits: (value: number) => boolean = () => true,
  fields: readonly string[] = NUMBERS,
): Fault {
  return retyped(id, fields, change, (cell) => isNumber(cell) && cell.calc === null && numberIn(cell) > 0 && fits(numberIn(cell))); // prettier-ignore
}

/** A total or subtotal over more than one row. */
export function sumCells(book: Book, isFormula: boolean | null, fits: (cell: Cell) => boolean = () => true): Cell[] {
  return book.cells().filter(
    (cell) => (cell.kind === 'total' || cell.kind === 'subtotal') && cell.calc?.op === 'sum' && cell.calc.of.length > 2 &&
      (isFormula === null || cell.calc.asFormula === isFormula) && numberIn(cell) !== 0 && fits(cell),
  );
} // prettier-ignore

export function pickSum(scene: Scene, isFormula: boolean | null, fits?: (cell: Cell) => boolean): Cell | null {
  const cells = sumCells(scene.book, isFormula, fits);
  return cells.length > 0 ? scene.random.pick(cells) : null;
}

/** A sum's formula with another text, and what Excel would then show. */
export function reformed(cell: Cell, text: string, value: CellValue): Cell {
  cell.text = text;
  cell.value = value;
  return cell;
}

/** Copies a row below itself; sums that are formulas take the copy in, as Excel's do. */
export function doubled(book: Book, cell: Cell): Cell[] {
  const { page } = cell;
  const old = page.inRow(cell.row);
  page.insertRow(cell.row + 1);
  const copies = old.map((one) => {
    const copy = page.put(one.row + 1, one.column, one.value, one.field, one.kind, one.id);
    copy.format = one.format;
    return copy;
  });
  old.forEach((one, i) => {
    const copy = copies[i];
    if (copy && one.calc) copy.calc = { ...one.calc, of: one.calc.of.map((part) => copies[old.indexOf(part)] ?? part) };
    for (const sum of book.cells())
      if (copy && sum.calc?.asFormula && sum.calc.of.includes(one) && sum.row !== one.row)
        sum.calc.of.splice(sum.calc.of.indexOf(one) + 1, 0, copy);
  });
  return copies;
}

export function textOf(cell: Cell | null): string {
  return cell ? String(shown(cell) ?? '') : '';
}

/** The first cell with a field, of whatever kind. */
export function anyCell(scene: Scene, field: string, fits: (cell: Cell) => boolean = () => true, kind?: RowKind): Cell | null {
  const cells = scene.book.cells().filter((cell) => cell.field === field && (!kind || cell.kind === kind) && shown(cell) !== null && fits(cell));
  return cells.length > 0 ? scene.random.pick(cells) : null;
} // prettier-ignore

/** A fault that writes a line, heading or header otherwise. */
export function reworded(id: string, field: string | RegExp, change: (text: string, cell: Cell, scene: Scene) => string | null): Fault {
  return {
    id,
    seed(scene) {
      const cells = scene.book.cells().filter((cell) => {
        const hits = typeof field === 'string' ? cell.field === field : field.test(cell.field);
        const value = shown(cell);
        return hits && typeof value === 'string' && change(value, cell, scene) !== value;
      });
      if (cells.length === 0) return null;
      const cell = scene.random.pick(cells);
      return [type(cell, change(textOf(cell), cell, scene))];
    },
  };
} // prettier-ignore
