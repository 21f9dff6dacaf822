import type { CellValue } from '../../../src/workbook';
import { numberIn, shown, type Cell } from '../proof/book';
import { isInPlan, type, typedSumsOf, type Fault, type Scene } from '../proof/fault';

export const MONTHS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9'] as const;
export const SCHOOL = ['classes', 'seats', 'land', 'invest', 'prior', 'current', 'formed', ...MONTHS] as const;
export const MONEY = ['amount', 'issued', 'spent', 'q1', 'q2', 'q3'] as const;
export const TARGET = ['target', 'now', 'before'] as const;
export const SUMMARY = ['byClasses', 'bySeats', 'byLand', 'byCount', 'count'] as const;

export const isNumeric = (cell: Cell): boolean => typeof shown(cell) === 'number';

/** Cells of the fields with a value, in all tables. */
export function cellsOf({ book }: Scene, fields: readonly string[], kind: Cell['kind'] = 'item'): Cell[] {
  return fields.flatMap((field) => book.find(field, kind)).filter((cell) => shown(cell) !== null);
}

export function one<T>({ random }: Scene, items: readonly T[]): T | null {
  return items.length > 0 ? random.pick(items) : null;
}

/** Cells with which this one stands or falls: typed sums, the other half of a pair, the same figure elsewhere. */
export function bound({ book }: Scene, cell: Cell): Cell[] {
  const found = typedSumsOf(book, cell);
  const partner = ({ classes: 'seats', seats: 'classes', land: 'square', square: 'land' } as const)[cell.field];
  const other = partner ? book.beside(cell, partner) : null;
  if (other && !(partner !== 'square' && cell.field !== 'square' && isUnsized(cell))) found.push(other);
  const twin = ({ spent: 'spentAgain' } as const)[cell.field];
  if (twin) found.push(...book.find(twin).filter(({ id }) => id === cell.id));
  // Only the total of 1,000 tells that one of the amounts that the plan does not show is wrong.
  if (cell.field === 'amount' && cell.id !== 'F01' && cell.id !== 'F06') {
    const open = book.find('amount').filter(({ id }) => id !== 'F01' && id !== 'F06' && id !== cell.id);
    found.push(...open, ...book.find('amount', 'total'));
  }
  return found;
}

/** No class size to divide by. */
function isUnsized({ id }: Cell): boolean {
  return id.startsWith('S4') || id.startsWith('S6') || id === 'S2.10';
}

/** Does a change of this number contradict something that stands in the workbook or in the plan? */
export function isPinned(scene: Scene, cell: Cell): boolean {
  if (cell.field === 'amount' || cell.field === 'target') return true;
  return isInPlan(cell) || bound(scene, cell).length > 0;
}

/** Types a value and names the places: the cell alone where the plan settles it, else whatever could be meant. */
export function retype(scene: Scene, cell: Cell, value: CellValue): Cell[] {
  const isSettled = isInPlan(cell) || cell.field === 'target' || typeof value !== 'number';
  const others = isSettled ? [] : bound(scene, cell);
  type(cell, value);
  return [cell, ...others];
}

/** Types another number into one of the pinned cells. */
export function slip(
  id: string,
  fields: readonly string[],
  change: (value: number, cell: Cell, scene: Scene) => number | null,
): Fault {
  return {
    id,
    seed(scene) {
      const cells = cellsOf(scene, fields).filter((cell) => {
        if (!isNumeric(cell) || cell.calc?.asFormula || !isPinned(scene, cell)) return false;
        const next = change(numberIn(cell), cell, scene);
        return next !== null && Number.isFinite(next) && Math.abs(next - numberIn(cell)) > slack(cell);
      });
      const cell = one(scene, cells);
      return cell ? retype(scene, cell, change(numberIn(cell), cell, scene)) : null;
    },
  };
}

/** A difference that rounding might explain is none. */
function slack(cell: Cell): number {
  if (cell.field === 'seats' || cell.field === 'classes') return isInPlan(cell) || cell.calc ? 0 : numberIn(cell) * 0.2;
  return cell.field === 'square' ? 40 : 0.02;
}

/** Writes what a number should not be written as. */
export function spelled(
  id: string,
  fields: readonly string[],
  write: (value: number, cell: Cell) => CellValue,
  fits: (value: number, cell: Cell) => boolean = () => true,
): Fault {
  return {
    id,
    seed(scene) {
      const cell = one(
        scene,
        cellsOf(scene, fields).filter((each) => isNumeric(each) && !each.calc && fits(numberIn(each), each)),
      );
      return cell ? [type(cell, write(numberIn(cell), cell))] : null;
    },
  };
}

/** Types another number over a sum. */
export function mistotal(
  id: string,
  change: (value: number, cell: Cell, scene: Scene) => number | null,
  fits: (cell: Cell) => boolean = () => true,
): Fault {
  return {
    id,
    seed(scene) {
      const sums = scene.book
        .cells()
        .filter(({ kind, calc }) => calc?.op === 'sum' && (kind === 'subtotal' || kind === 'total'))
        .filter((cell) => fits(cell) && numberIn(cell) > 9)
        .filter((cell) => Math.abs((change(numberIn(cell), cell, scene) ?? numberIn(cell)) - numberIn(cell)) > 0.02);
      const cell = one(scene, sums);
      if (!cell) return null;
      const others = typedSumsOf(scene.book, cell);
      type(cell, change(numberIn(cell), cell, scene));
      return [cell, ...others];
    },
  };
}

/** Writes the formula of a cell otherwise; what it shows is worked out by the fault. */
export function reformed(
  id: string,
  fits: (cell: Cell, scene: Scene) => boolean,
  write: (cell: Cell, scene: Scene) => readonly [text: string, value: CellValue] | null,
): Fault {
  return {
    id,
    seed(scene) {
      const cells = scene.book.cells().filter((cell) => cell.calc?.asFormula === true && fits(cell, scene));
      const cell = one(scene, cells.filter((each) => write(each, scene) !== null)); // prettier-ignore
      const made = cell ? write(cell, scene) : null;
      if (!cell || !made) return null;
      [cell.text, cell.value] = made;
      return [cell];
    },
  };
}

export function lineFault(id: string, field: string, change: (text: string) => string | null): Fault {
  return {
    id,
    seed(scene) {
      const cells = scene.book
        .cells()
        .filter((cell) => cell.field === field && (cell.kind === 'line' || cell.kind === 'header'));
      const cell = one(scene, cells.filter((each) => typeof each.value === 'string' && change(each.value) !== each.value)); // prettier-ignore
      return cell ? [type(cell, change(String(cell.value)))] : null;
    },
  };
}
