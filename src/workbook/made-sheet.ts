import type { Area } from './a1';
import type { CellRole, SheetSpec, SpecCell } from './sheet-spec';

/** A text that people type over, such as `填报单位：____________`: 0-based row and column, and what was written. */
export type OpenLine = readonly [row: number, column: number, text: string];

/**
 * What a generated sheet was when it was written, kept in the workbook: from this and the sheet as it is now follows
 * what a person added since. All positions are 0-based sheet positions.
 */
export interface MadeSheet {
  readonly rows: number;
  readonly columns: number;
  /** Last row of the table's header, else the row whose words tell the columns best; -1 where the sheet has none. */
  readonly header: number;
  /** The lowest header text of each column, empty where it has none. */
  readonly titles: readonly string[];
  readonly keyColumns: readonly number[];
  /** Row → what the row is about (a school, an indicator), unique on the sheet. */
  readonly keys: Readonly<Record<string, string>>;
  readonly lines: readonly OpenLine[];
  /** The first words (up to {@link MARK_LENGTH} letters) of rows without a key: title, headings, notes. */
  readonly marks?: readonly OpenLine[];
  /** Columns that the sheet uses, as pairs of first and last, by row; a row that is absent uses all. */
  readonly used?: Readonly<Record<string, readonly number[]>>;
  /** Cells of the table that were left empty, row → columns. */
  readonly empty: Readonly<Record<string, readonly number[]>>;
  /** Cells of the table whose formula gave nothing. */
  readonly blank: Readonly<Record<string, readonly number[]>>;
  readonly charts: readonly string[];
}

/** Enough of a note to tell it from others. */
export const MARK_LENGTH = 24;

const TABLE_ROLES: ReadonlySet<CellRole> = new Set([
  'body',
  'bodyCentre',
  'number',
  'input',
  'section',
  'subtotal',
  'total',
]);
const LINE_ROLES: ReadonlySet<CellRole> = new Set(['title', 'unitLine', 'signature', 'period']);

export function madeSheetOf(spec: SheetSpec): MadeSheet {
  const area = extentOf(spec);
  const anchor = spec.print.repeatRows ? null : anchorOf(spec);
  const header = spec.print.repeatRows?.last ?? anchor?.row ?? -1;
  const keyColumns = spec.keyColumns ?? [];
  const titles = new Array<string>(area.columns).fill('');
  const table = new Map<number, SpecCell[]>();
  const covered = coveredCells(spec.merges);
  for (const cell of spec.cells) {
    if (cell.role === 'header' && cell.row <= header && textOf(cell) !== '' && !isGroup(cell, spec))
      titles[cell.column] = textOf(cell);
    if (cell.row > header && TABLE_ROLES.has(cell.role)) table.set(cell.row, [...(table.get(cell.row) ?? []), cell]);
  }
  const empty: Record<string, number[]> = {};
  const blank: Record<string, number[]> = {};
  for (const [row, cells] of table) {
    for (const cell of cells) {
      if (covered.has(`${row},${cell.column}`) || textOf(cell) !== '') continue;
      ((cell.content.kind === 'formula' ? blank : empty)[row] ??= []).push(cell.column);
    }
  }
  const keys = keysOf(
    [...table.keys()].sort((a, b) => a - b),
    (row, column) => textOf(table.get(row)?.find((cell) => cell.column === column)),
    keyColumns,
  );
  return {
    ...area,
    header,
    titles: anchor ? titles.map((_, column) => anchor.texts.get(column) ?? '') : titles,
    keyColumns,
    keys,
    lines: spec.cells
      .filter((cell) => LINE_ROLES.has(cell.role) && cell.content.kind === 'value')
      .map((cell) => [cell.row, cell.column, textOf(cell)]),
    marks: marksOf(spec, keys),
    used: usedColumns(spec, area),
    empty,
    blank,
    charts: spec.charts.map(({ name }) => name),
  };
}

/** Of a sheet without a table's header, the row with the most words in cells of their own; `null` with fewer than two. */
function anchorOf({ cells }: SheetSpec): { readonly row: number; readonly texts: ReadonlyMap<number, string> } | null {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, content } of cells) {
    if (content.kind !== 'value' || typeof content.value !== 'string' || content.value.trim() === '') continue;
    const texts = rows.get(row) ?? new Map<number, string>();
    rows.set(row, texts.set(column, content.value));
  }
  const [best] = [...rows].sort(([a, x], [b, y]) => y.size - x.size || a - b);
  return best && best[1].size > 1 ? { row: best[0], texts: best[1] } : null;
}

/** For each row without a key its first constant text, in order. */
function marksOf({ cells }: SheetSpec, keys: Readonly<Record<string, string>>): readonly OpenLine[] {
  const marks = new Map<number, OpenLine>();
  for (const { row, column, content } of cells) {
    if (content.kind !== 'value' || typeof content.value !== 'string' || keys[row] !== undefined) continue;
    const known = marks.get(row);
    if (content.value.trim() !== '' && (!known || column < known[1]))
      marks.set(row, [row, column, content.value.slice(0, MARK_LENGTH)]);
  }
  return [...marks.values()].sort((a, b) => a[0] - b[0]);
}

/** Keys of rows, made unique by a number; rows whose key columns are blank have none. */
export function keysOf(
  rows: Iterable<number>,
  textAt: (row: number, column: number) => string,
  keyColumns: readonly number[],
): Record<string, string> {
  const keys: Record<string, string> = {};
  const times = new Map<string, number>();
  for (const row of rows) {
    const texts = keyColumns.map((column) => textAt(row, column));
    if (texts.every((text) => text === '')) continue;
    const key = texts.join('|');
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    keys[row] = count === 1 ? key : `${key}#${count}`;
  }
  return keys;
}

/** True where the sheet had a cell of its own, filled or not. */
export function isUsed(
  { rows, columns, used }: Pick<MadeSheet, 'rows' | 'columns' | 'used'>,
  row: number,
  column: number,
): boolean {
  if (row >= rows || column >= columns) return false;
  const pairs = used?.[row];
  return (
    pairs === undefined || pairs.some((first, i) => i % 2 === 0 && first <= column && column <= (pairs[i + 1] ?? -1))
  );
}

function usedColumns(
  { cells }: SheetSpec,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Readonly<Record<string, readonly number[]>> {
  const inRow = new Map<number, number[]>();
  for (const { row, column } of cells) inRow.set(row, [...(inRow.get(row) ?? []), column]);
  const used: Record<string, readonly number[]> = {};
  for (let row = 0; row < rows; row++) {
    const own = [...new Set(inRow.get(row))].sort((a, b) => a - b);
    if (own.length === columns) continue;
    used[row] = own.flatMap((column) => [
      ...(own.includes(column - 1) ? [] : [column]),
      ...(own.includes(column + 1) ? [] : [column]),
    ]);
  }
  return used;
}

function extentOf({ cells, charts }: SheetSpec): { readonly rows: number; readonly columns: number } {
  let rows = 0;
  let columns = 0;
  for (const { row, column } of cells) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  for (const { position } of charts) rows = Math.max(rows, position.bottom + 1);
  return { rows, columns };
}

/** A header cell over several columns names none of them. */
function isGroup({ row, column }: SpecCell, { merges }: SheetSpec): boolean {
  return merges.some((area) => area.top === row && area.left === column && area.right > area.left);
}

function coveredCells(merges: readonly Area[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        if (row !== top || column !== left) covered.add(`${row},${column}`);
  }
  return covered;
}

/** What the cell shows. */
function textOf(cell: SpecCell | undefined): string {
  if (!cell || cell.content.kind === 'empty') return '';
  return String(cell.content.kind === 'value' ? cell.content.value : (cell.cached ?? ''));
}
