import { keysOf, MARK_LENGTH, type MadeSheet } from './made-sheet';
import { formulaAt, valueAt, type SheetSnapshot } from './snapshot';

/** Where the rows and columns of a sheet that we made are now. `null`: a row or column that a person put in. */
export interface Alignment {
  /** 0-based row now → row as made; rows below the made ones go on counting. */
  readonly rowOf: (row: number) => number | null;
  readonly columnOf: (column: number) => number | null;
}

/** Rows that a person may have put in above the table. */
const FURTHEST = 20;

/** Finds a made sheet's columns by their titles and its rows by their keys, whatever was inserted or sorted since. */
export function alignMade(sheet: SheetSnapshot, made: MadeSheet): Alignment {
  const { offset, columns } = headerNow(sheet, made);
  const columnNow = (column: number): number => columns[column] ?? column;
  const columnMade = new Map(columns.map((now, column) => [now, column]));
  const lastNow = columns.at(-1) ?? made.columns - 1;
  return {
    rowOf: rowsNow(sheet, made, offset, columnNow),
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

/** Rows now and rows as made, told apart by what they say. */
class RowPairs {
  readonly madeOf = new Map<number, number>();
  readonly nowOf = new Map<number, number>();

  pair(now: number, row: number): void {
    this.madeOf.set(now, row);
    this.nowOf.set(row, now);
  }

  /** Pairs two rows unless one of them has its own partner. */
  tryPair(now: number, row: number): void {
    if (now >= 0 && !this.madeOf.has(now) && !this.nowOf.has(row)) this.pair(now, row);
  }
}

function rowsNow(
  sheet: SheetSnapshot,
  made: MadeSheet,
  offset: number,
  columnNow: (column: number) => number,
): (row: number) => number | null {
  const rows = new RowPairs();
  const keyed = Object.keys(made.keys).map(Number);
  const { header } = made;
  if (header >= 0) rows.pair(header + offset, header);
  if (!isFollowing(sheet, made, offset, columnNow)) pairKeyed(sheet, made, offset, columnNow, rows);
  // A row whose key was changed (a school was renamed) stands where it stood, beside the rows that stayed.
  for (const row of keyed) rows.tryPair(row + offset, row);
  pairMarked(sheet, made, columnNow, rows);
  // What is left stands beside its neighbour: an empty line, a line typed over, the rows under a chart.
  for (let row = 0; row < made.rows; row++) rows.tryPair(row === 0 ? -1 : (rows.nowOf.get(row - 1) ?? -2) + 1, row);
  for (let row = made.rows - 1; row >= 0; row--) rows.tryPair((rows.nowOf.get(row + 1) ?? 0) - 1, row);
  const last = Math.max(-1, ...rows.madeOf.keys());
  return (row) => rows.madeOf.get(row) ?? (row > last ? row - last + made.rows - 1 : null);
}

/** Pairs the rows that are about the same school, indicator or unit. */
function pairKeyed(
  sheet: SheetSnapshot,
  made: MadeSheet,
  offset: number,
  columnNow: (column: number) => number,
  rows: RowPairs,
): void {
  const first = made.header + offset + 1;
  const end = sheet.top + sheet.rowCount;
  const found = keysOf(
    Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i),
    (row, column) => textAt(sheet, row, columnNow(column)),
    made.keyColumns,
  );
  const rowByKey = new Map(Object.entries(found).map(([row, key]) => [key, Number(row)]));
  for (const [row, key] of Object.entries(made.keys)) {
    const now = rowByKey.get(key);
    if (now !== undefined) rows.pair(now, Number(row));
  }
}

/** Pairs the other rows by their first words, in their order, above and below the header apart. */
function pairMarked(
  sheet: SheetSnapshot,
  made: MadeSheet,
  columnNow: (column: number) => number,
  rows: RowPairs,
): void {
  const headerNow = rows.nowOf.get(made.header) ?? -1;
  const end = sheet.top + sheet.rowCount;
  let next = 0;
  for (const [row, column, text] of made.marks ?? made.lines) {
    if (text === '' || rows.nowOf.has(row)) continue;
    const isAbove = row < made.header;
    const last = isAbove ? headerNow : end;
    const says = (now: number): boolean =>
      !rows.madeOf.has(now) &&
      textAt(sheet, now, columnNow(column)).slice(0, MARK_LENGTH) === text.slice(0, MARK_LENGTH);
    let now = isAbove ? next : Math.max(next, headerNow + 1);
    while (now < last && !says(now)) now++;
    if (now >= last) continue;
    rows.pair(now, row);
    next = now + 1;
  }
}
