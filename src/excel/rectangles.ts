import type { Area } from '../workbook';

/** Cells by row and column, 0-based. */
export type Cells<T> = ReadonlyMap<number, ReadonlyMap<number, T>>;

/** A filled rectangle: `rows[r][c]` is the cell at `area.top + r`, `area.left + c`. */
export interface Rectangle<T> {
  readonly area: Area;
  readonly rows: readonly (readonly T[])[];
}

/** Puts a value at a position, making the row where there is none. */
export function putCell<T>(cells: Map<number, Map<number, T>>, row: number, column: number, value: T): void {
  const line = cells.get(row);
  if (line) line.set(column, value);
  else cells.set(row, new Map([[column, value]]));
}

interface Run<T> {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly rows: T[][];
}

const ascending = (a: number, b: number): number => a - b;

/**
 * Covers scattered cells with full rectangles that do not overlap: neighbours in a row join, and runs that lie
 * exactly under each other join. With `same`, only cells that are the same to it join.
 */
export function toRectangles<T>(cells: Cells<T>, same: (a: T, b: T) => boolean = () => true): Rectangle<T>[] {
  const done: Run<T>[] = [];
  let open: Run<T>[] = [];
  let last = -2;
  for (const row of [...cells.keys()].sort(ascending)) {
    const runs = runsOf(row, cells.get(row) ?? new Map<number, T>(), same);
    const still: Run<T>[] = [];
    for (const run of runs) {
      const above = row === last + 1 ? open.find((one) => joins(one, run, same)) : undefined;
      if (above) above.rows.push(...run.rows);
      else done.push(run);
      still.push(above ?? run);
    }
    open = still;
    last = row;
  }
  return done.map(({ top, left, right, rows }) => ({
    area: { top, left, right, bottom: top + rows.length - 1 },
    rows,
  }));
}

function runsOf<T>(row: number, line: ReadonlyMap<number, T>, same: (a: T, b: T) => boolean): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const [column, value] of [...line].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    const values = run?.rows[0];
    const before = values?.at(-1);
    if (run && values && run.right === column - 1 && before !== undefined && same(before, value)) {
      values.push(value);
      runs[runs.length - 1] = { ...run, right: column };
    } else runs.push({ top: row, left: column, right: column, rows: [[value]] });
  }
  return runs;
}

function joins<T>(above: Run<T>, below: Run<T>, same: (a: T, b: T) => boolean): boolean {
  const [a, b] = [above.rows[0]?.[0], below.rows[0]?.[0]];
  return above.left === below.left && above.right === below.right && a !== undefined && b !== undefined && same(a, b);
}
