import type { IWorkbookData, IWorksheetData } from '@univerjs/core';
import { formatAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook';
import { PIXELS_PER_CHARACTER, POINTS_PER_PIXEL, type GridStyle, type SheetLook, type SheetLooks } from './looks';

type CellData = Record<number, Record<number, Record<string, unknown>>>;

const SPARE_ROWS = 60;
const SPARE_COLUMNS = 12;
/** Univer's kinds of cell: text, number, truth value. */
const KIND = { string: 1, number: 2, boolean: 3 } as const;

/** A snapshot as the grid's own workbook. Sheet ids are `sheet-1`, `sheet-2`, … in order. */
export function workbookData(name: string, workbook: WorkbookSnapshot, looks: SheetLooks = {}): Partial<IWorkbookData> {
  const sheets = workbook.sheets.length > 0 ? workbook.sheets.map((sheet) => sheetData(sheet, looks[sheet.name])) : [];
  const ids = sheets.map((_, index) => `sheet-${index + 1}`);
  return {
    id: 'workbook',
    name,
    sheetOrder: ids,
    sheets: Object.fromEntries(sheets.map((sheet, index) => [ids[index] ?? '', { ...sheet, id: ids[index] ?? '' }])),
  };
}

function sheetData(sheet: SheetSnapshot, look: SheetLook | undefined): Partial<IWorksheetData> {
  const cellData: CellData = {};
  for (let r = 0; r < sheet.rowCount; r++) {
    for (let c = 0; c < sheet.columnCount; c++) {
      const cell = cellOf(sheet, r, c, look?.styles.get(`${sheet.top + r},${sheet.left + c}`));
      if (cell) (cellData[sheet.top + r] ??= {})[sheet.left + c] = cell;
    }
  }
  const columns = sheet.left + sheet.columnCount;
  const columnData = Object.fromEntries(
    Array.from({ length: columns }, (_, column) => [
      column,
      {
        w: Math.round((look?.widths[column] ?? guessedWidth(sheet, column)) * PIXELS_PER_CHARACTER),
        hd: sheet.hiddenColumns.has(column) ? 1 : 0,
      },
    ]),
  );
  return {
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? 0 : 1,
    rowCount: sheet.top + sheet.rowCount + SPARE_ROWS,
    columnCount: columns + SPARE_COLUMNS,
    cellData: cellData as IWorksheetData['cellData'],
    columnData: columnData as IWorksheetData['columnData'],
    rowData: rowData(sheet, look) as IWorksheetData['rowData'],
    freeze: {
      startRow: look?.freeze?.rows ?? -1,
      startColumn: look?.freeze?.columns ?? -1,
      ySplit: look?.freeze?.rows ?? 0,
      xSplit: look?.freeze?.columns ?? 0,
    },
    mergeData: sheet.merges.map((area) => ({
      startRow: area.top,
      endRow: area.bottom,
      startColumn: area.left,
      endColumn: area.right,
    })),
  };
}

function rowData(sheet: SheetSnapshot, look: SheetLook | undefined): Readonly<Record<number, object>> {
  const rows: Record<number, { h?: number; hd?: number }> = {};
  // Rows without a height of their own grow with their largest letters, as in Excel.
  for (const [at, style] of look?.styles ?? []) {
    const row = Number(at.split(',')[0]);
    const size = Number(style['fs'] ?? 0);
    if (size > 12) rows[row] = { h: Math.max(rows[row]?.h ?? 0, Math.round(size * 1.9)) };
  }
  for (const [row, points] of Object.entries(look?.heights ?? {}))
    rows[Number(row)] = { h: Math.round(points / POINTS_PER_PIXEL) };
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: 1 };
  return rows;
}

function cellOf(
  sheet: SheetSnapshot,
  r: number,
  c: number,
  look: GridStyle | undefined,
): Record<string, unknown> | null {
  const index = r * sheet.columnCount + c;
  const value = sheet.values[index] ?? null;
  const formula = sheet.formulas.get(index);
  const format = formatAt(sheet, sheet.top + r, sheet.left + c);
  const isPlain = format === 'General' && !look;
  const style = isPlain ? {} : { s: { ...look, ...(format === 'General' ? {} : { n: { pattern: format } }) } };
  if (value === null && formula === undefined) return isPlain ? null : style;
  const shown =
    typeof value === 'boolean'
      ? { v: value ? 1 : 0, t: KIND.boolean }
      : value === null
        ? {}
        : { v: value, t: KIND[typeof value as 'string' | 'number'] };
  return { ...shown, ...(formula === undefined ? {} : { f: formula }), ...style };
}

/** Wide enough for the longest short text of the column; Chinese letters count twice. */
function guessedWidth(sheet: SheetSnapshot, column: number): number {
  const c = column - sheet.left;
  if (c < 0) return 4;
  let widest = 6;
  for (let r = 0; r < Math.min(sheet.rowCount, 200); r++) {
    const value = sheet.values[r * sheet.columnCount + c];
    if (value === null || value === undefined) continue;
    const text = String(value);
    const width = [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 1);
    if (width <= 44) widest = Math.max(widest, width);
  }
  return widest;
}
