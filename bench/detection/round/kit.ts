import type { CellValue } from '../../../src/workbook';
import { shown, type Book, type Cell, type RowKind } from '../proof/book';
import { isInPlan, isNumber, pickCell, type, typedSumsOf, type Fault, type Scene } from '../proof/fault';
import type { Figures, School } from './figures';

export type Spots = readonly (Cell | null | undefined)[] | null;

export function figuresOf({ figures }: Scene): Figures {
  return figures as Figures;
}

export function schoolOf(scene: Scene, cell: Cell): School | null {
  return figuresOf(scene).list.find(({ id }) => id === cell.id) ?? null;
}

export function num(cell: Cell | null | undefined): number {
  const value = cell ? shown(cell) : null;
  return typeof value === 'number' ? value : 0;
}

/** The same figure of the same school on another sheet. */
function twinsOf(book: Book, cell: Cell): Cell[] {
  return book.cells().filter((one) => one.page !== cell.page && one.id === cell.id && one.field === cell.field && one.kind === cell.kind); // prettier-ignore
}

/** Typed figures that count this one in: sums, the other sheet's, the summary's, the note's. */
function restsOn(scene: Scene, cell: Cell): Cell[] {
  const { book } = scene;
  const school = schoolOf(scene, cell);
  const groups = book.find(`g.${cell.field}`).filter(({ id }) => id === school?.stage || id === school?.builder);
  const notes = book
    .find('note', 'line')
    .filter((note) => cell.field === 'seats' && /规划学位(?:合计)?\d/u.test(String(note.value)));
  return [...typedSumsOf(book, cell), ...twinsOf(book, cell), ...groups, ...notes];
}

/** Would another value in the cell contradict something? */
export function isKnown(scene: Scene, cell: Cell): boolean {
  return isInPlan(cell) || restsOn(scene, cell).length > 0;
}

/** The cell, and where the plan does not settle it, what it contradicts. */
export function spotsOf(scene: Scene, cell: Cell): Cell[] {
  return isInPlan(cell) ? [cell] : [cell, ...restsOn(scene, cell)];
}

/** Another number typed into a cell that something else fixes. */
export function slip(
  id: string,
  fields: string | readonly string[],
  change: (value: number, cell: Cell, scene: Scene) => number | null,
): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, fields, (one) => {
        if (!isNumber(one) || num(one) === 0 || one.calc || !isKnown(scene, one)) return false;
        const next = change(num(one), one, scene);
        return next !== null && next !== num(one) && next >= 0;
      });
      if (!cell) return null;
      const spots = spotsOf(scene, cell);
      type(cell, change(num(cell), cell, scene));
      return spots;
    },
  };
}

/** A number that became words or signs; a slip of form wherever it stands. */
export function worded(
  id: string,
  fields: string | readonly string[],
  write: (value: number) => CellValue,
  fits: (value: number) => boolean = () => true,
): Fault {
  // prettier-ignore
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, fields, (one) => isNumber(one) && num(one) > 0 && !one.calc && fits(num(one)));
      return cell ? [type(cell, write(num(cell)))] : null;
    },
  };
}

/** A cell and its row. */
export type Row = (field: string) => Cell | null;

export function rowOf(book: Book, cell: Cell): Row {
  return (field) =>
    book.beside(cell, field) ??
    book
      .find(field, cell.kind)
      .find((one) => one.id === cell.id && one.page === cell.page && cell.id.startsWith('S')) ??
    null;
}

export function row(
  id: string,
  fields: string | readonly string[],
  fits: (cell: Cell, at: Row, scene: Scene) => boolean,
  change: (cell: Cell, at: Row, scene: Scene) => Spots,
  kind: RowKind = 'item',
): Fault {
  return {
    id,
    seed(scene) {
      const cells = (typeof fields === 'string' ? [fields] : fields).flatMap((field) => scene.book.find(field, kind));
      const some = cells.filter((cell) => fits(cell, rowOf(scene.book, cell), scene));
      if (some.length === 0) return null;
      const cell = scene.random.pick(some);
      return change(cell, rowOf(scene.book, cell), scene);
    },
  };
}

/** How far the row's school is, whatever the office's word. */
export function stepOf(scene: Scene, cell: Cell): string {
  return schoolOf(scene, cell)?.step ?? '';
}

/** The office's word for a step, read off another row. */
export function wordFor(scene: Scene, step: string): string | null {
  const cell = scene.book.find('status').find((one) => stepOf(scene, one) === step);
  return cell ? String(cell.value) : null;
}
