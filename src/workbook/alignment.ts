import { keysOf, type MadeSheet } from './made-sheet';
import { formulaAt, valueAt, type SheetSnapshot } from './snapshot';

/** Where the rows and columns of a sheet that we made are now. `null`: a row or column that a person put in. */
export interface Alignment {
  /** 0-based row now → row as made; rows below the made ones go on counting. */
  readonly rowOf: (row: number) => number | null;
  readonly columnOf: (column: number) => number | null;
  /** Nothing was put in, taken out or sorted. */
  readonly isSame: boolean;
}

/** Rows that a person may have put in above the table. */
const FURTHEST = 20;

/** Finds a made sheet's columns by their titles and its rows by their keys, whatever was inserted or sorted since. */
export function alignMade(sheet: SheetSnapshot, made: MadeSheet): Alignment {
  const { offset, columns } = headerNow(sheet, made);
  const columnNow = (column: number): number => columns[column] ?? column;
  const columnMade = new Map(columns.map((now, column) => [now, column]));
  const lastNow = columns.at(-1) ?? made.columns - 1;
  const rows = rowsNow(sheet, made, offset, columnNow);
  const isSame = rows.isSame && columns.every((now, column) => now === column);
  return {
    isSame,
    rowOf: rows.rowOf,
    columnOf: (column) => (column > lastNow ? column - lastNow + made.columns - 1 : (columnMade.get(column) ?? null)),
  };
}

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  return String(valueAt(sheet, row, column) ?? '');
}

/** Rows by which the header moved down, and for each made column where it is now; as made where titles are gone. */
function headerNow(
  sheet: SheetSnapshot,
  made: MadeSheet,
): { readonly offset: number; readonly columns: readonly number[] } {
  for (let offset = 0; made.header >= 0 && offset <= FURTHEST; offset++) {
    const columns = columnsAt(sheet, made, made.header + offset);
    if (columns) return { offset, columns };
  }
  return { offset: 0, columns: made.titles.map((_, column) => column) };
}

function columnsAt(sheet: SheetSnapshot, made: MadeSheet, row: number): readonly number[] | null {
  const last = sheet.left + sheet.columnCount;
  const isTitle = (column: number, title: string): boolean =>
    textAt(sheet, row, column) === title ||
    (textAt(sheet, row, column) === '' && textAt(sheet, row - 1, column) === title);
  const columns: number[] = [];
  let next = 0;
  for (const title of made.titles) {
    if (title !== '') while (next < last && !isTitle(next, title)) next++;
    if (next >= last && title !== '') return null;
    columns.push(next++);
  }
  return columns;
}

/**
 * Where the keys are formulas and the last line stands where it stood, a row is what it was when it was made, even if
 * the formulas show another school since the workbook's own table was sorted.
 */
function isFollowing(
  sheet: SheetSnapshot,
  made: MadeSheet,
  offset: number,
  columnNow: (column: number) => number,
): boolean {
  const last = made.lines.at(-1);
  if (!last || textAt(sheet, last[0] + offset, columnNow(last[1])) !== last[2]) return false;
  return Object.keys(made.keys).some((row) =>
    made.keyColumns.some((column) => formulaAt(sheet, Number(row) + offset, columnNow(column)) !== null),
  );
}

function rowsNow(
  sheet: SheetSnapshot,
  made: MadeSheet,
  offset: number,
  columnNow: (column: number) => number,
): { readonly rowOf: (row: number) => number | null; readonly isSame: boolean } {
  const keyed = Object.keys(made.keys).map(Number);
  if (keyed.length === 0 || isFollowing(sheet, made, offset, columnNow))
    return { rowOf: (row) => Math.max(0, row - offset), isSame: offset === 0 };
  const first = made.header + offset + 1;
  const end = sheet.top + sheet.rowCount;
  const found = keysOf(
    Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i),
    (row, column) => textAt(sheet, row, columnNow(column)),
    made.keyColumns,
  );
  const rowByKey = new Map(Object.entries(found).map(([row, key]) => [key, Number(row)]));
  const madeOf = new Map<number, number>();
  for (const row of keyed) {
    const now = rowByKey.get(made.keys[row] ?? '');
    if (now !== undefined) madeOf.set(now, row);
  }
  // A row whose key was changed (a school was renamed) stands where it stood, beside the rows that stayed.
  const placed = new Set(madeOf.values());
  for (const row of keyed) {
    const now = row + offset;
    if (!placed.has(row) && !madeOf.has(now)) madeOf.set(now, row);
  }
  const lastNow = Math.max(...madeOf.keys());
  const lastMade = Math.max(...keyed);
  return {
    isSame: offset === 0 && keyed.every((row) => madeOf.get(row) === row),
    rowOf: (row) => {
      if (row < first) return Math.max(0, row - offset);
      return row > lastNow ? row - lastNow + lastMade : (madeOf.get(row) ?? null);
    },
  };
}
