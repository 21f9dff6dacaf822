import { cellIndex, formatAt, isBlank, squeezed, type SheetSnapshot } from '../../workbook';
import type { TableView } from './table-view';
import { totalLinesOf } from './total-lines';

/** A column of numbers, known or not. Columns and rows are 0-based. */
export interface FigureColumn {
  readonly column: number;
  /** Its header, squeezed. */
  readonly word: string;
  /** The number in a row; `null` for a blank cell, NaN for anything else. */
  value(row: number): number | null;
}

/** Rows of entries and the columns of numbers in them: a table of the plan, or another that ends in a total. */
export interface FigureGrid {
  readonly sheet: SheetSnapshot;
  readonly view: TableView | null;
  readonly rows: readonly number[];
  readonly columns: readonly FigureColumn[];
}

/** Rows that are read of a table, and columns that are compared with each other. */
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 40;

/** Several rules look at the same grids. */
const known = new WeakMap<readonly TableView[], Map<SheetSnapshot, readonly FigureGrid[]>>();

/** The grids of one sheet; read once for a list of tables. */
export function figureGridsOf(sheet: SheetSnapshot, tables: readonly TableView[]): readonly FigureGrid[] {
  const bySheet = known.get(tables) ?? new Map<SheetSnapshot, readonly FigureGrid[]>();
  known.set(tables, bySheet);
  const grids = bySheet.get(sheet) ?? gridsOf(sheet, tables);
  bySheet.set(sheet, grids);
  return grids;
}

function gridsOf(sheet: SheetSnapshot, tables: readonly TableView[]): readonly FigureGrid[] {
  const ofTables = tables
    .filter((view) => view.sheet === sheet)
    .map((view): FigureGrid => {
      const { area, columns, unknownColumns, dataRows } = view.table;
      const words = new Map([...columns, ...unknownColumns].map(({ column, header }) => [column, header]));
      const rows = dataRows.slice(0, MOST_ROWS);
      const sequence = view.column('sequence')?.column;
      const all = range(area.left, area.right).filter((column) => column !== sequence);
      return { sheet, view, rows, columns: numeric(sheet, rows, all, (column) => words.get(column) ?? '') };
    });
  const outside = totalLinesOf(sheet, tables)
    .filter(({ view, rows }) => view === null && rows.length > 0)
    .map(({ rows, figures }): FigureGrid => {
      const words = new Map(figures.map(({ column, word }) => [column, word]));
      return {
        sheet,
        view: null,
        rows,
        columns: numeric(sheet, rows, [...words.keys()], (each) => words.get(each) ?? ''),
      };
    });
  return [...ofTables, ...outside];
}

function numeric(
  sheet: SheetSnapshot,
  rows: readonly number[],
  columns: readonly number[],
  wordOf: (column: number) => string,
): readonly FigureColumn[] {
  return columns
    .map((column): FigureColumn => ({
      column,
      word: squeezed(wordOf(column)),
      value: (row) => {
        const index = cellIndex(sheet, row, column);
        const value = index < 0 ? null : (sheet.values[index] ?? null);
        return typeof value === 'number' ? value : isBlank(value) && !sheet.formulas.has(index) ? null : NaN;
      },
    }))
    .filter(({ column, value }) => {
      const numbers = rows.filter((row) => !Number.isNaN(value(row) ?? NaN));
      const [first] = numbers;
      if (first === undefined || numbers.length < 3) return false;
      return !/[ymd]/iu.test(formatAt(sheet, first, column).replace(/\[[^\]]*\]|"[^"]*"/gu, ''));
    })
    .slice(0, MOST_COLUMNS);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
