import { isUnit } from '../recognize';
import { isBlank, squeezed, valueAt, type Area } from '../workbook';
import { mergeIndexOf } from './views/merge-index';
import type { TableView } from './views/table-view';

/** A column of figures or words without a word above it; the area are the blank cells of the header. */
export interface OpenHeader {
  readonly column: number;
  readonly area: Area;
  /** Right beside the table, where it may be a clerk's own note. */
  readonly isAtEdge: boolean;
}

const known = new WeakMap<TableView, readonly OpenHeader[]>();

/** Columns of the table that are filled in most rows, though their header says nothing or a unit alone. */
export function openHeaders(view: TableView): readonly OpenHeader[] {
  let found = known.get(view);
  if (!found) known.set(view, (found = findOpen(view)));
  return found;
}

function findOpen(view: TableView): readonly OpenHeader[] {
  const { area, dataRows } = view.table;
  const rows = dataRows.slice(0, 200);
  const open: OpenHeader[] = [];
  for (let column = Math.max(0, area.left - 1); column <= area.right + 1; column++) {
    const cells = blankCells(view, column);
    if (cells === null) continue;
    const isAtEdge = column < area.left || column > area.right;
    const values = rows.map((row) => valueAt(view.sheet, row, column)).filter((value) => !isBlank(value));
    const isName = view.column(view.nameField)?.column === column;
    const least = isAtEdge ? rows.length * 0.8 : rows.length * 0.5;
    if (!isName && (values.length < Math.max(2, least) || isNumbered(values))) continue;
    if (isAtEdge && hasOther(view, column)) continue;
    open.push({ column, area: cells, isAtEdge });
  }
  return open;
}

/** Cells of the header in which the column's name is missing; `null` where it is there, or a merged cell says it. */
function blankCells(view: TableView, column: number): Area | null {
  const { first, last } = view.table.headerRows;
  const merges = mergeIndexOf(view.sheet);
  let top = first;
  for (let row = first; row <= last; row++) {
    const merge = merges.at(row, column);
    const text = squeezed(String(valueAt(view.sheet, merge?.top ?? row, merge?.left ?? column) ?? ''));
    if (text === '') continue;
    // A heading over several columns names none of them; beside their own names a blank is one forgotten.
    if (merge && merge.right > merge.left && merge.bottom < last) top = merge.bottom + 1;
    else if (row > top && isUnit(text.replace(/[()]/gu, '')) && isNamedRow(view, top))
      return { top, bottom: row - 1, left: column, right: column };
    else return null;
  }
  return top > first && !isNamedRow(view, last) ? null : { top, bottom: last, left: column, right: column };
}

/** Most columns have a text of their own in this row of the header. */
function isNamedRow(view: TableView, row: number): boolean {
  const all = [...view.table.columns, ...view.table.unknownColumns];
  const merges = mergeIndexOf(view.sheet);
  const named = all.filter(({ column }) => {
    const merge = merges.at(row, column);
    return !isBlank(valueAt(view.sheet, merge?.top ?? row, merge?.left ?? column));
  });
  return named.length * 10 >= all.length * 7;
}

/** 1, 2, 3 …: rows are numbered without a word as well. */
function isNumbered(values: readonly unknown[]): boolean {
  return values.every((value, at) => typeof value === 'number' && (at === 0 || value === Number(values[at - 1]) + 1));
}

/** Above the column, within a few rows, stands something else than the table: it belongs to another one. */
function hasOther(view: TableView, column: number): boolean {
  const { area } = view.table;
  const beyond = column < area.left ? column - 1 : column + 1;
  return view.table.dataRows.some((row) => !isBlank(valueAt(view.sheet, row, beyond)));
}
