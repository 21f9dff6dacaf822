import type { Plan } from '../plan';
import { turnArea, turnSheet } from '../workbook';
import { builderIn, readFormLines, readPeriod } from './form-lines';
import { matchHeader, parseHeader } from './header-words';
import { labelOf } from './row-label';
import { linesAbove } from './lines-above';
import { readSheetTables } from './sheet-tables';
import { viewOf, type SheetView } from './sheet-view';
import { stageMatcher } from './stages';
import { isEntryTable, TABLE_KINDS, type FieldId, type RecognizedTable, type TableKind } from './types';

/** What lies on its side on a sheet: tables that were read all the same, or one that nobody can be sure of. */
export type Lying =
  | { readonly kind: 'read'; readonly tables: readonly RecognizedTable[] }
  | { readonly kind: 'unsure'; readonly table: RecognizedTable };

/** Rows and columns of a sheet small enough for a table with one school or indicator per column. */
const MOST_TURNED = 200;

/** A table of no more columns may be a lying one in whose row of names a few happen to read like headers. */
const FEW_COLUMNS = 3;

export const NAME_OF: Readonly<Record<TableKind, FieldId>> = {
  schools: 'schoolName',
  funds: 'fundName',
  responsibilities: 'measure',
  indicators: 'indicatorName',
  summary: 'groupName',
};

/**
 * The tables with one entry per column that a sheet holds, read from the sheet turned on its side (`sheet.standing` of a
 * table's sheet is the sheet as it stands); `null` where there are none, or where the tables found upright explain more
 * of the sheet. Where rows and columns could both be the entries, or not all figures belong to the tables, `unsure`.
 */
export function readLying(view: SheetView, plan: Plan, upright: readonly RecognizedTable[]): Lying | null {
  const { sheet } = view;
  if (sheet.rowCount > MOST_TURNED || sheet.columnCount > MOST_TURNED) return null;
  const most = Math.max(0, ...upright.map(({ columns }) => columns.length));
  if (most > FEW_COLUMNS) return null;
  const exact = turnSheet(sheet);
  const turned = exact ?? turnSheet({ ...sheet, formulas: new Map() });
  if (!turned) return null;
  const side = viewOf(turned);
  const between = stretches(view).flatMap((stretch) => readStretch(view, side, plan, stretch));
  const tables = between.length > 0 ? between : readSheetTables(side, plan).slice(0, 1);
  const [first] = tables;
  const columns = Math.max(0, ...tables.map((table) => table.columns.length));
  if (!first || columns <= most || (most > 0 && first.dataRows.length === 0)) return null;
  // A card of one school is no table; it is read pair by pair.
  if (isCard(tables)) return null;
  const isRead =
    exact !== null &&
    between.length > 0 &&
    between.every((table) => isSure(table, plan)) &&
    nothingElseCounts(view, between);
  if (isRead) return { kind: 'read', tables: between };
  // A summary only repeats other tables, so nothing is lost where it cannot be read.
  return isEntryTable(first) ? { kind: 'unsure', table: first } : null;
}

/** Rows of the sheet as it stands, first and last. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Where tables may lie: rows without a blank one among them, less the titles above and the notes below. */
function stretches(view: SheetView): readonly Stretch[] {
  const found: Stretch[] = [];
  let first = view.top;
  for (let row = view.top; row <= view.bottom + 1; row++) {
    if (row <= view.bottom && cellsOf(view, row).length > 0) continue;
    let last = row - 1;
    while (first <= last && isOutside(view, first, cellsOf(view, first).length === 1)) first++;
    while (last > first && isOutside(view, last, isLone(view, last))) last--;
    if (last > first) found.push({ first, last });
    first = row + 1;
  }
  return found;
}

/** Columns of the row's filled cells. */
function cellsOf(view: SheetView, row: number): readonly number[] {
  const columns: number[] = [];
  for (let column = view.left; column <= view.right; column++) if (!view.blank(row, column)) columns.push(column);
  return columns;
}

/** A title, a unit line, a line such as `填报人：`, or a note. */
function isOutside(view: SheetView, row: number, isAlone: boolean): boolean {
  const cells = cellsOf(view, row);
  const head = view.text(row, cells[0] ?? view.left);
  return (
    isAlone ||
    /[:：]/u.test(head) ||
    labelOf(head) === 'signature' ||
    cells.some((column) => /^(?:计量)?单位\s*[:：]/u.test(view.text(row, column))) ||
    readFormLines(view, row).length > 0
  );
}

/** Alone in its row, what is no header of a line that nobody has filled in yet. */
function isLone(view: SheetView, row: number): boolean {
  const cells = cellsOf(view, row);
  if (cells.length !== 1) return false;
  const head = parseHeader(view.text(row, cells[0] ?? view.left));
  return TABLE_KINDS.every((kind) => matchHeader(kind, head).length === 0);
}

function readStretch(
  view: SheetView,
  side: SheetView,
  plan: Plan,
  { first, last }: Stretch,
): readonly RecognizedTable[] {
  const { title, unitLine } = linesAbove(view, Math.max(view.top, first - 10), first);
  return readSheetTables({ ...side, left: first, right: last }, plan, {
    title,
    unitLine: unitLine ? { ...unitLine, row: unitLine.column, column: unitLine.row } : null,
  });
}

/** Half the headers are known, and the entries have names; years, months, units and stages are none of their own. */
function isSure({ kind, sheet, columns, unknownColumns, byField, dataRows }: RecognizedTable, plan: Plan): boolean {
  const column = byField.get(NAME_OF[kind])?.column;
  if (column === undefined || dataRows.length === 0 || unknownColumns.length > columns.length) return false;
  if (kind === 'summary') return true;
  const view = viewOf(sheet);
  const stageOf = stageMatcher(plan);
  const named = dataRows.filter((row) => {
    const name = view.text(row, column);
    if (!/\p{Script=Han}/u.test(name) || /^\d*(?:20\d\d)?年?(?:度|底|末|[上下]半年)?$/u.test(name)) return false;
    if (/^第?[一二三四1-4]季度$|^\d{1,2}月份?$/u.test(name) || readPeriod(name) !== null) return false;
    return stageOf(name) === null && builderIn(plan, name) !== name;
  });
  return named.length * 2 > dataRows.length;
}

/** Labels and answers in pairs, 学校名称 | … | 学段 | …: headers where entries would stand, or a second half of the same entry. */
function isCard(tables: readonly RecognizedTable[]): boolean {
  const [first, second] = tables;
  if (!first) return false;
  const { sheet, kind, columns, dataRows } = first;
  if (dataRows.some((row) => isHeaders(viewOf(sheet), row, kind, columns))) return true;
  return second?.kind === kind && tables.every((table) => table.dataRows.length === 1);
}

/** At least two cells of the entry are headers of such a table themselves. */
function isHeaders(
  view: SheetView,
  row: number,
  kind: TableKind,
  columns: readonly { readonly column: number }[],
): boolean {
  const headers = columns.filter(({ column }) => {
    const value = view.value(row, column);
    return typeof value === 'string' && (matchHeader(kind, parseHeader(value))[0]?.confidence ?? 0) >= 0.95;
  });
  return headers.length >= 2;
}

/** No row beside the tables holds several figures, such as a second table would. */
function nothingElseCounts(view: SheetView, tables: readonly RecognizedTable[]): boolean {
  const areas = tables.map(({ area }) => turnArea(area));
  for (let row = view.top; row <= view.bottom; row++) {
    if (areas.some((area) => row >= area.top && row <= area.bottom)) continue;
    let figures = 0;
    for (let column = view.left; column <= view.right; column++)
      if (typeof view.value(row, column) === 'number') figures++;
    if (figures >= 2 && readFormLines(view, row).length === 0) return false;
  }
  return true;
}

/** Rows of the sheet as it stands that lying tables take up, none of them a note. */
export function rowsTaken(table: RecognizedTable): Pick<RecognizedTable, 'area' | 'roles'> {
  const area = turnArea(table.area);
  return { area, roles: Array.from({ length: area.bottom - area.top + 1 }, () => 'data' as const) };
}
