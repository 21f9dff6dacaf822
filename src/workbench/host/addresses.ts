import { areaName, columnIndex, columnName, LAST_COLUMN, LAST_ROW, parseArea, type Area } from '../../workbook';
import { invalidArgument } from './errors';
import type { CellRange, Sheet } from './sheet';

/** A sheet's name as Excel writes it in an address: quoted unless it is a plain Latin word. */
function quoted(name: string): string {
  return /^[A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `Sheet1!A1:B2`; whole rows and columns as `Sheet1!1:2` and `Sheet1!A:B`. */
export function addressOf(range: CellRange): string {
  return `${quoted(range.sheet.name)}!${localAddress(range)}`;
}

/** The address without its sheet: `A1:B2`, `1:2`, `A:B`. */
export function localAddress(range: CellRange): string {
  const { top, left, bottom, right } = range.area;
  if (range.isWholeRows) return `${top + 1}:${bottom + 1}`;
  if (range.isWholeColumns) return `${columnName(left)}:${columnName(right)}`;
  return areaName(range.area);
}

/** An A1 address on the sheet (a sheet name before `!` is taken as this sheet's); nothing means all cells. */
export function parseAddress(sheet: Sheet, address: string): CellRange {
  const local = address.slice(address.lastIndexOf('!') + 1).trim();
  return sheet.range(local === '' ? { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN } : toArea(local));
}

function toArea(local: string): Area {
  const cells = parseArea(local);
  if (cells) return cells;
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(local);
  if (columns) {
    const [left = 0, right = 0] = [columnIndex(columns[1] ?? ''), columnIndex(columns[2] ?? '')].sort((a, b) => a - b);
    return { top: 0, bottom: LAST_ROW, left, right };
  }
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(local);
  if (!rows) throw invalidArgument('Worksheet.getRange');
  const [top = 0, bottom = 0] = [Number(rows[1]) - 1, Number(rows[2]) - 1].sort((a, b) => a - b);
  return { left: 0, right: LAST_COLUMN, top, bottom };
}
