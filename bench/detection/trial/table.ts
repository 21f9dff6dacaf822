import type { CellValue } from '../../../src/workbook';
import type { Cell, Page, RowKind } from '../proof/book';

export interface Column<T> {
  readonly head: string;
  /** The heading over several columns, where the header has two rows. */
  readonly group?: string;
  readonly field: string;
  readonly value?: (row: T, index: number) => CellValue;
  /** Follows from two or more other fields of the row. */
  readonly calc?: {
    readonly op: 'sum' | 'minus' | 'share' | 'percent';
    readonly of: readonly string[];
    readonly asFormula: boolean;
  };
  readonly format?: string;
  /** Added up in subtotals and totals. */
  readonly sum?: boolean;
}

export const DATE = 'yyyy/m/d';

/** Title over the full width, the line under it, and notes. */
export function line(
  page: Page,
  row: number,
  width: number,
  text: string,
  kind: RowKind = 'line',
  field = 'line',
): Cell {
  const cell = page.put(row, 0, text, field, kind);
  page.merge(row, 0, row, width - 1);
  return cell;
}

/** One or two header rows, returns the first row below. */
export function header<T>(page: Page, top: number, columns: readonly Column<T>[]): number {
  const isDouble = columns.some(({ group }) => group !== undefined);
  columns.forEach((column, at) => {
    const field = `head:${column.field}`;
    if (!isDouble) page.put(top, at, column.head, field, 'header');
    else if (column.group === undefined) {
      page.put(top, at, column.head, field, 'header');
      page.merge(top, at, top + 1, at);
    } else {
      if (columns[at - 1]?.group !== column.group) {
        let end = at;
        while (columns[end + 1]?.group === column.group) end++;
        page.put(top, at, column.group, 'group', 'header');
        page.merge(top, at, top, end);
      }
      page.put(top + 1, at, column.head, field, 'header');
    }
  });
  return top + (isDouble ? 2 : 1);
}

function follow<T>(cells: readonly Cell[], columns: readonly Column<T>[]): void {
  columns.forEach(({ calc }, at) => {
    const cell = cells[at];
    if (!calc || !cell) return;
    const of = calc.of.flatMap((field) => cells.filter((one) => one.field === field));
    // Targets in words have no rate.
    if (of.some(({ value }) => typeof value === 'string')) return;
    cell.calc = { op: calc.op, of, asFormula: calc.asFormula };
  });
}

/** A row of the table. */
export function item<T>(
  page: Page,
  row: number,
  columns: readonly Column<T>[],
  entry: T,
  index: number,
  id: string,
): Cell[] {
  const cells = columns.map((column, at) => {
    const cell = page.put(row, at, column.value?.(entry, index) ?? null, column.field, 'item', id);
    cell.format = column.format ?? null;
    return cell;
  });
  follow(cells, columns);
  return cells;
}

/** A row that adds up the columns marked so over the rows given (cells of other sums or of items). */
export function sums<T>(
  page: Page, row: number, columns: readonly Column<T>[], label: string, over: readonly (readonly Cell[])[],
  kind: 'subtotal' | 'total', id: string, asFormula: boolean, labelAt = 1,
): Cell[] {
  const cells = columns.map((column, at) => {
    const isLabel = at === labelAt;
    const cell = page.put(row, at, isLabel ? label : null, isLabel ? 'label' : column.field, kind, id);
    cell.format = isLabel ? null : (column.format ?? null);
    if (column.sum && !isLabel)
      cell.calc = { op: 'sum', asFormula, of: over.flatMap((cells) => cells.filter((one) => one.field === column.field)) };
    return cell;
  });
  columns.forEach(({ calc }, at) => {
    const cell = cells[at];
    if (!calc || !cell || calc.op === 'sum') return;
    if (cell.calc) return;
    const of = calc.of.flatMap((field) => cells.filter((one) => one.field === field));
    if (of.length === calc.of.length && of.every((one) => one.calc)) cell.calc = { op: calc.op, of, asFormula: calc.asFormula };
  });
  return cells;
} // prettier-ignore
