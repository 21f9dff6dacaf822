import { beside, cellsOf, pickCell, rowOf, textOf, write, type Fault, type Scene } from './fault';
import { numberIn, shown, type Cell } from './draft';
import { copyBelow } from './copy-row';

type Change = (cell: Cell, scene: Scene) => readonly Cell[] | null;

/** Picks one cell of a field that `fits` and changes it. */
export function one(id: string, field: string, fits: (cell: Cell) => boolean, change: Change): Fault {
  return {
    id,
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, field).filter(fits));
      return cell ? change(cell, scene) : null;
    },
  };
}

export const unitOf = (cell: Cell) => {
  const unit = beside(cell, 'unit');
  return unit ? textOf(unit) : '';
};

/** A row of one of the other tables goes: its neighbours, the header and the totals show it. */
export function missing(id: string, field: string, fits: (cell: Cell) => boolean = () => true): Fault {
  return one(
    id,
    field,
    (cell) => fits(cell) && rowOf(cell).every(({ role }) => role === 'row'),
    (cell) => {
      const { page, table } = cell;
      const around = [...page.cells.values()].filter(
        (other) =>
          other.table === table &&
          (other.role === 'header' ||
            other.role === 'total' ||
            other.role === 'heading' ||
            Math.abs(other.row - cell.row) === 1),
      );
      page.deleteRow(cell.row);
      return around;
    },
  );
}

export function twice(id: string, field: string): Fault {
  return one(
    id,
    field,
    () => true,
    (cell) => [...rowOf(cell), ...copyBelow(cell, cell)],
  );
}

/** Two numbers of one column change places. */
export function exchanged(id: string, field: string): Fault {
  return one(id, field, isNumber, (cell, scene) => {
    const others = cellsOf(scene, field).filter(
      (two) => isNumber(two) && two.page === cell.page && shown(two) !== shown(cell),
    );
    const other = pickCell(scene, others);
    if (!other) return null;
    const value = shown(cell);
    return [write(cell, shown(other)), write(other, value)];
  });
}

/** Two names change places, the rest of their rows does not: the name or the rest would have to change. */
export function exchangedRows(id: string, field: string, fits: (cell: Cell) => boolean): Fault {
  return one(id, field, fits, (cell, scene) => {
    const others = cellsOf(scene, field).filter((two) => two.page === cell.page && shown(two) !== shown(cell));
    const other = pickCell(scene, others);
    if (!other) return null;
    const value = shown(cell);
    write(cell, shown(other));
    write(other, value);
    return [...rowOf(cell), ...rowOf(other)];
  });
}

export function misspelt(id: string, field: string, pairs: readonly (readonly [string, string])[]): Fault {
  const wrong = (text: string) => pairs.find(([right]) => text.includes(right));
  return one(
    id,
    field,
    (cell) => wrong(textOf(cell)) !== undefined,
    (cell) => {
      const pair = wrong(textOf(cell));
      return pair ? [write(cell, textOf(cell).replace(...pair))] : null;
    },
  );
}

export const isNumber = (cell: Cell) => numberIn(cell) !== null;
