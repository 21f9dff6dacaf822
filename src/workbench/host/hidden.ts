import type { Json } from './office-object';
import { notImplemented } from './errors';
import type { CellRange } from './sheet';

/** Whether each index from `first` to `last` is hidden, as one answer: `null` where some are and some are not. */
function shared(first: number, last: number, isHidden: (index: number) => boolean): boolean | null {
  const state = isHidden(first);
  for (let index = first + 1; index <= last; index++) if (isHidden(index) !== state) return null;
  return state;
}

const isRowHidden = (range: CellRange) => {
  const worksheet = range.sheet.facade.getSheet();
  const last = worksheet.getRowCount() - 1;
  return (row: number): boolean => row <= last && !worksheet.getRowRawVisible(row);
};

const isColumnHidden = (range: CellRange) => {
  const worksheet = range.sheet.facade.getSheet();
  const last = worksheet.getColumnCount() - 1;
  return (column: number): boolean => column <= last && !worksheet.getColVisible(column);
};

export function rowHidden(range: CellRange): boolean | null {
  const last = Math.min(range.area.bottom, Math.max(range.area.top, range.sheet.facade.getMaxRows() - 1));
  return shared(range.area.top, last, isRowHidden(range));
}

export function columnHidden(range: CellRange): boolean | null {
  const last = Math.min(range.area.right, Math.max(range.area.left, range.sheet.facade.getMaxColumns() - 1));
  return shared(range.area.left, last, isColumnHidden(range));
}

export function setRowHidden(range: CellRange, hidden: boolean): void {
  range.sheet.demandWritable('Range.rowHidden');
  const { facade } = range.sheet;
  range.sheet.reach({ ...range.area, right: 0 });
  if (hidden) facade.hideRows(range.area.top, range.rowCount);
  else facade.showRows(range.area.top, range.rowCount);
}

export function setColumnHidden(range: CellRange, hidden: boolean): void {
  range.sheet.demandWritable('Range.columnHidden');
  const { facade } = range.sheet;
  range.sheet.reach({ ...range.area, bottom: 0 });
  if (hidden) facade.hideColumns(range.area.left, range.columnCount);
  else facade.showColumns(range.area.left, range.columnCount);
}

/** One object per row with what was asked for. */
export function rowProperties(range: CellRange, asked: { readonly [key: string]: Json }): Json {
  const isHidden = isRowHidden(range);
  return list(range.area.top, range.rowCount, asked, 'Row', isHidden);
}

export function columnProperties(range: CellRange, asked: { readonly [key: string]: Json }): Json {
  return list(range.area.left, range.columnCount, asked, 'Column', isColumnHidden(range));
}

function list(
  first: number,
  count: number,
  asked: { readonly [key: string]: Json },
  axis: 'Row' | 'Column',
  isHidden: (index: number) => boolean,
): Json {
  const names = Object.keys(asked).filter((name) => asked[name] === true);
  const [hidden, index] = [`${axis.toLowerCase()}Hidden`, `${axis.toLowerCase()}Index`];
  const unknown = names.find((name) => name !== hidden && name !== index);
  if (unknown) throw notImplemented(`Range.get${axis}Properties.${unknown}`);
  return Array.from({ length: count }, (_, offset) => ({
    ...(names.includes(hidden) ? { [hidden]: isHidden(first + offset) } : {}),
    ...(names.includes(index) ? { [index]: first + offset } : {}),
  }));
}
