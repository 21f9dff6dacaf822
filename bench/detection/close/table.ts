import type { CellValue } from '../../../src/workbook';
import type { Calc, Cell, Page } from '../proof/book';

/** A column of a table: what it says above, and what stands in an item's row. */
export interface Column<T> {
  readonly field: string;
  readonly head: string | readonly [above: string, below: string];
  value?(item: T, index: number): CellValue;
  /** The cell follows from others of its row; in rows of sums too if `sum` is not given. */
  readonly calc?: { readonly op: Calc['op']; readonly of: readonly string[]; readonly asFormula: boolean };
  readonly format?: string;
  readonly sum?: boolean;
  /** Leaves the cell of this item out. */
  skip?(item: T): boolean;
}

export interface Group<T> {
  readonly id: string;
  readonly heading: string | null;
  readonly items: readonly T[];
  readonly hasSubtotal: boolean;
}

export interface Shape<T> {
  readonly top: number;
  readonly left: number;
  readonly columns: readonly Column<T>[];
  readonly groups: readonly Group<T>[];
  readonly subtotal: 'above' | 'below' | null;
  readonly total: 'top' | 'bottom' | null;
  readonly words: { readonly subtotal: string; readonly total: string };
  /** The field under which 小计 and 合计 stand. */
  readonly labelUnder: string;
  readonly asFormula: boolean;
  idOf(item: T): string;
}

/** Draws the table and returns the row after its last one. */
export function drawTable<T>(page: Page, shape: Shape<T>): number {
  const { columns, left } = shape;
  let row = drawHeader(page, shape);
  const totals = new Map<string, Cell>();
  const partsOfTotal = new Map<string, Cell[]>();
  const sumRow = (kind: 'subtotal' | 'total', id: string, word: string): Map<string, Cell> => {
    const cells = new Map<string, Cell>();
    columns.forEach((column, i) => {
      if (column.field === shape.labelUnder) page.put(row, left + i, word, column.field, kind, id);
      if (!column.sum && !column.calc) return;
      const cell = page.put(row, left + i, null, column.field, kind, id);
      cell.format = column.format ?? null;
      cells.set(column.field, cell);
      if (column.sum) cell.calc = { op: 'sum', of: [], asFormula: shape.asFormula };
    });
    follow(columns, cells);
    row++;
    return cells;
  };
  if (shape.total === 'top')
    sumRow('total', 'all', shape.words.total).forEach((cell, field) => totals.set(field, cell));
  let index = 0;
  for (const group of shape.groups) {
    if (group.heading !== null) {
      page.put(row, left, group.heading, 'stage', 'heading', group.id);
      page.merge(row, left, row, left + columns.length - 1);
      row++;
    }
    const own = group.hasSubtotal && shape.subtotal !== null;
    const above = own && shape.subtotal === 'above' ? sumRow('subtotal', group.id, shape.words.subtotal) : null;
    const lists = new Map<string, Cell[]>();
    for (const item of group.items) {
      const cells = new Map<string, Cell>();
      columns.forEach((column, i) => {
        const value = column.value ? column.value(item, index) : null;
        if ((value === null && !column.calc) || column.skip?.(item)) return;
        const cell = page.put(row, left + i, value, column.field, 'item', shape.idOf(item));
        cell.format = column.format ?? null;
        cells.set(column.field, cell);
        lists.set(column.field, [...(lists.get(column.field) ?? []), cell]);
      });
      follow(columns, cells);
      row++;
      index++;
    }
    const sums = own ? (above ?? sumRow('subtotal', group.id, shape.words.subtotal)) : null;
    for (const { field, sum } of columns) {
      if (!sum) continue;
      const calc = sums?.get(field)?.calc;
      if (calc) calc.of = lists.get(field) ?? [];
      const parts = sums ? [sums.get(field)].filter((cell) => cell !== undefined) : (lists.get(field) ?? []);
      partsOfTotal.set(field, [...(partsOfTotal.get(field) ?? []), ...parts]);
    }
  }
  if (shape.total === 'bottom')
    sumRow('total', 'all', shape.words.total).forEach((cell, field) => totals.set(field, cell));
  for (const [field, cell] of totals)
    if (cell.calc && columns.some((one) => one.field === field && one.sum))
      cell.calc.of = partsOfTotal.get(field) ?? [];
  return row;
}

/** Cells that follow from others of their row. */
function follow<T>(columns: readonly Column<T>[], cells: ReadonlyMap<string, Cell>): void {
  for (const { field, calc, sum } of columns) {
    const cell = cells.get(field);
    if (!calc || !cell || (sum && cell.kind !== 'item')) continue;
    const of = calc.of.flatMap((name) => cells.get(name) ?? []);
    if (of.length > 0) cell.calc = { op: calc.op, of, asFormula: calc.asFormula };
  }
}

function drawHeader<T>(page: Page, { columns, top, left }: Shape<T>): number {
  const isTwo = columns.some(({ head }) => typeof head !== 'string');
  columns.forEach(({ head, field }, i) => {
    if (typeof head === 'string') {
      page.put(top, left + i, head, field, 'header');
      if (isTwo) page.merge(top, left + i, top + 1, left + i);
      return;
    }
    const [above, below] = head;
    page.put(top + 1, left + i, below, field, 'header');
    const before = columns[i - 1]?.head;
    if (typeof before === 'object' && before[0] === above) return;
    page.put(top, left + i, above, `${field}Above`, 'header');
    let last = i;
    for (let next = columns[last + 1]?.head; typeof next === 'object' && next[0] === above;)
      next = columns[++last + 1]?.head;
    page.merge(top, left + i, top, left + last);
  });
  return top + (isTwo ? 2 : 1);
}
