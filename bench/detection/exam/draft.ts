import { columnName, sheetFromGrid, workbookOf, type CellValue, type WorkbookSnapshot } from '../../../src/workbook';
import type { Place } from '../canvas';

/** What a cell of a drawn table is about; the faults look for cells by it. */
export type Role = 'title' | 'info' | 'header' | 'unit' | 'heading' | 'row' | 'subtotal' | 'total' | 'note';

export type SumStyle = 'range' | 'plus' | 'subtotal' | 'list' | 'typed';

export interface Recipe {
  readonly text: (name: (cell: Cell) => string) => string;
  readonly value: () => CellValue;
}

/** One cell; formulas hold the cells they read, so that rows may be moved and deleted as in a spreadsheet. */
export interface Cell {
  readonly page: Page;
  row: number;
  readonly column: number;
  value: CellValue;
  format: string | null;
  recipe: Recipe | null;
  /** The cells that a total adds, also where the total is typed. */
  parts: Cell[];
  field: string;
  role: Role;
  /** Id of the school, indicator, fund or measure of the row. */
  entry: string;
  /** The table on the sheet, where one sheet holds several. */
  table: string;
}

interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export class Page {
  readonly cells = new Map<string, Cell>();
  merges: Merge[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();

  constructor(readonly name: string) {}

  at(row: number, column: number): Cell | null {
    return this.cells.get(`${row},${column}`) ?? null;
  }

  put(row: number, column: number, value: CellValue, about: Partial<Cell> = {}): Cell {
    const cell: Cell = {
      value, format: null, recipe: null, parts: [], field: '', role: 'note', entry: '', table: '', ...about,
      page: this, row, column,
    }; // prettier-ignore
    this.cells.set(`${row},${column}`, cell);
    return cell;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  rowCells(row: number): Cell[] {
    return [...this.cells.values()].filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
  }

  get lastRow(): number {
    return Math.max(-1, ...[...this.cells.values()].map((cell) => cell.row));
  }

  /** Opens an empty row above `row`. */
  insertRow(row: number): void {
    this.renumber((old) => (old >= row ? old + 1 : old));
    for (const merge of this.merges) {
      if (merge.top >= row) merge.top++;
      if (merge.bottom >= row) merge.bottom++;
    }
  }

  /** Takes a row out; totals lose the parts that stood in it. */
  deleteRow(row: number): void {
    const gone = new Set(this.rowCells(row));
    for (const cell of this.cells.values()) cell.parts = cell.parts.filter((part) => !gone.has(part));
    for (const cell of gone) this.cells.delete(`${row},${cell.column}`);
    this.renumber((old) => (old > row ? old - 1 : old));
    this.merges = this.merges.filter((merge) => merge.top !== row || merge.bottom !== row);
    for (const merge of this.merges) {
      if (merge.top > row) merge.top--;
      if (merge.bottom >= row) merge.bottom--;
    }
  }

  private renumber(next: (row: number) => number): void {
    const all = [...this.cells.values()];
    this.cells.clear();
    for (const cell of all) {
      cell.row = next(cell.row);
      this.cells.set(`${cell.row},${cell.column}`, cell);
    }
  }
}

export function nameOf(cell: Cell): string {
  return `${columnName(cell.column)}${cell.row + 1}`;
}

/** The value a reader sees. */
export function shown(cell: Cell): CellValue {
  return cell.recipe ? cell.recipe.value() : cell.value;
}

/** The number shown, or `null` where the cell shows none. */
export function numberIn(cell: Cell): number | null {
  const value = shown(cell);
  return typeof value === 'number' ? value : null;
}

export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Adds as SUM does: text is passed over, an error spreads. */
export function sumOf(parts: readonly Cell[]): CellValue {
  const error = parts.map(shown).find((value) => typeof value === 'string' && value.startsWith('#'));
  return error ?? tidy(parts.reduce((sum, part) => sum + (numberIn(part) ?? 0), 0));
}

/** What `+` and `/` read in a cell: text of a number counts, other text is an error. */
export function operand(cell: Cell): number | string {
  const value = shown(cell);
  if (typeof value === 'number') return value;
  if (value === null || value === '') return 0;
  if (typeof value === 'string' && value.startsWith('#')) return value;
  return /^-?\d+(?:\.\d+)?$/u.test(`${value}`) ? Number(value) : '#VALUE!';
}

/** A calculation over the cells; the first error among them is its value. */
export function calculate(cells: readonly Cell[], by: (numbers: readonly number[]) => CellValue): CellValue {
  const read = cells.map(operand);
  const error = read.find((value) => typeof value === 'string');
  return error ?? by(read.map(Number));
}

/** Makes the cell the total of its parts, as a formula or as a figure that was typed. */
export function makeSum(cell: Cell, parts: readonly Cell[], style: SumStyle): void {
  cell.parts = [...parts];
  if (style === 'typed' || parts.length === 0) {
    cell.recipe = null;
    cell.value = sumOf(parts);
    return;
  }
  const add = () => calculate(cell.parts, (numbers) => tidy(numbers.reduce((a, b) => a + b, 0)));
  cell.recipe = {
    value: () => (style === 'plus' ? add() : sumOf(cell.parts)),
    text: (name) => sumText(cell.parts, style, name),
  };
}

function sumText(parts: readonly Cell[], style: SumStyle, name: (cell: Cell) => string): string {
  const sorted = [...parts].sort((a, b) => a.row - b.row || a.column - b.column);
  if (sorted.length === 0) return '=0';
  if (style === 'plus') return `=${sorted.map(name).join('+')}`;
  const inside = runsOf(sorted)
    .map(([first, last]) => (first === last ? name(first) : `${name(first)}:${name(last)}`))
    .join(',');
  return style === 'subtotal' ? `=SUBTOTAL(9,${inside})` : `=SUM(${inside})`;
}

/** First and last cell of every unbroken run down a column or along a row. */
function runsOf(sorted: readonly Cell[]): [Cell, Cell][] {
  const runs: [Cell, Cell][] = [];
  for (const cell of sorted) {
    const run = runs.at(-1);
    const isNext =
      run !== undefined &&
      ((run[1].column === cell.column && run[0].column === cell.column && run[1].row + 1 === cell.row) ||
        (run[1].row === cell.row && run[0].row === cell.row && run[1].column + 1 === cell.column));
    if (run && isNext) run[1] = cell;
    else runs.push([cell, cell]);
  }
  return runs;
}

/** A workbook in the making. */
export class Draft {
  readonly pages: Page[] = [];
  externalLinks: string[] = [];

  page(name: string): Page {
    const page = new Page(name);
    this.pages.push(page);
    return page;
  }

  get cells(): Cell[] {
    return this.pages.flatMap((page) => [...page.cells.values()].sort((a, b) => a.row - b.row || a.column - b.column));
  }

  finish(): WorkbookSnapshot {
    return { ...workbookOf(this.pages.map(sheetOf)), externalLinks: this.externalLinks };
  }
}

function sheetOf(page: Page) {
  const all = [...page.cells.values()];
  const height = page.lastRow + 1;
  const width = Math.max(0, ...all.map((cell) => cell.column + 1));
  const grid = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const cell = page.at(row, column);
      if (!cell) return null;
      if (!cell.recipe) return cell.value;
      const name = (to: Cell) => (to.page === page ? nameOf(to) : `'${to.page.name}'!${nameOf(to)}`);
      return { formula: cell.recipe.text(name), value: cell.recipe.value() };
    }),
  );
  return sheetFromGrid(page.name, grid, {
    merges: page.merges.map((merge) => ({ ...merge })),
    hiddenRows: page.hiddenRows,
    hiddenColumns: page.hiddenColumns,
    formats: grid.map((line, row) => line.map((_, column) => page.at(row, column)?.format ?? null)),
  });
}

export function placeOf(cell: Cell): Place {
  return { sheet: cell.page.name, row: cell.row, column: cell.column };
}
