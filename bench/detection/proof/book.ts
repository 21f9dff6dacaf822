import { cellName, sheetFromGrid, workbookOf, type CellValue, type WorkbookSnapshot } from '../../../src/workbook';
import type { Place } from '../canvas';

/** What stands in a cell: a school's or fund's figure, a sum over some, a heading, or a line around the table. */
export type RowKind = 'item' | 'subtotal' | 'total' | 'header' | 'heading' | 'line' | 'other';

/** How a cell follows from others. `asFormula: false`: typed in by hand, so it does not follow later changes. */
export interface Calc {
  readonly op: 'sum' | 'minus' | 'share' | 'percent';
  of: Cell[];
  readonly asFormula: boolean;
}

export interface Cell {
  readonly page: Page;
  row: number;
  column: number;
  value: CellValue;
  format: string | null;
  calc: Calc | null;
  /** A formula's text that stands instead of the one made from `calc`. */
  text: string | null;
  /** The cached value is left as it is. */
  isStale: boolean;
  readonly field: string;
  readonly kind: RowKind;
  /** The school, stage, fund … of the row. */
  readonly id: string;
}

interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export class Page {
  cells: Cell[] = [];
  readonly merges: Merge[] = [];
  readonly hiddenColumns = new Set<number>();

  constructor(readonly name: string) {}

  put(row: number, column: number, value: CellValue, field = '', kind: RowKind = 'other', id = ''): Cell {
    const cell: Cell = {
      page: this, row, column, value, field, kind, id, format: null, calc: null, text: null, isStale: false,
    }; // prettier-ignore
    this.cells.push(cell);
    return cell;
  }

  at(row: number, column: number): Cell | null {
    return this.cells.find((cell) => cell.row === row && cell.column === column) ?? null;
  }

  inRow(row: number): Cell[] {
    return this.cells.filter((cell) => cell.row === row);
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  /** Takes the row out; sums lose the cells, and everything below moves up. */
  deleteRow(row: number, book: Book): void {
    const gone = new Set(this.inRow(row));
    this.cells = this.cells.filter((cell) => !gone.has(cell));
    for (const cell of book.cells()) if (cell.calc) cell.calc.of = cell.calc.of.filter((part) => !gone.has(part));
    this.shift(row, -1);
  }

  /** Makes room for a row at the place given. */
  insertRow(row: number): void {
    this.shift(row, 1);
  }

  private shift(row: number, by: 1 | -1): void {
    for (const cell of this.cells) if (cell.row >= row) cell.row += by;
    for (const merge of [...this.merges]) {
      const inside = merge.top === row && merge.bottom === row;
      if (inside && by === -1) {
        this.merges.splice(this.merges.indexOf(merge), 1);
        continue;
      }
      // A block of merged rows loses its first or another row and stays where it began.
      if (by === 1 ? merge.top >= row : merge.top > row) merge.top += by;
      if (merge.bottom >= row) merge.bottom += by;
    }
  }
}

/** A workbook in the making. */
export class Book {
  readonly pages: Page[] = [];
  externalLinks: string[] = [];

  page(name: string): Page {
    const page = new Page(name);
    this.pages.push(page);
    return page;
  }

  cells(): Cell[] {
    return this.pages.flatMap((page) => page.cells);
  }

  /** Cells of a field in rows of a kind, in drawing order. */
  find(field: string, kind: RowKind = 'item'): Cell[] {
    return this.cells().filter((cell) => cell.field === field && cell.kind === kind);
  }

  /** Another field of the same row, or `null`. */
  beside(cell: Cell, field: string): Cell | null {
    return cell.page.inRow(cell.row).find((one) => one.field === field) ?? null;
  }

  /** Typed sums and rates take the value that they had when the sheet was drawn. */
  settle(): this {
    for (const cell of this.cells()) if (cell.calc) cell.value = valueOf(cell, true);
    return this;
  }

  finish(): WorkbookSnapshot {
    const sheets = this.pages.map((page) => {
      const rows = 1 + Math.max(...page.cells.map(({ row }) => row));
      const columns = 1 + Math.max(...page.cells.map(({ column }) => column));
      const grid = Array.from({ length: rows }, () =>
        new Array<CellValue | { formula: string; value: CellValue }>(columns).fill(null),
      );
      const formats = Array.from({ length: rows }, () => new Array<string | null>(columns).fill(null));
      for (const cell of page.cells) {
        const formula = cell.text ?? (cell.calc?.asFormula ? formulaOf(cell.calc) : null);
        const value = shown(cell);
        (grid[cell.row] ?? [])[cell.column] = formula === null ? value : { formula, value };
        (formats[cell.row] ?? [])[cell.column] = cell.format;
      }
      return sheetFromGrid(page.name, grid, { merges: page.merges, hiddenColumns: page.hiddenColumns, formats });
    });
    return { ...workbookOf(sheets), externalLinks: this.externalLinks };
  }
}

export function placesOf(cells: readonly (Cell | null | undefined)[]): readonly Place[] {
  return cells.flatMap((cell) => (cell ? [{ sheet: cell.page.name, row: cell.row, column: cell.column }] : []));
}

/** What the cell shows now. */
export function shown(cell: Cell): CellValue {
  return cell.calc?.asFormula && !cell.isStale && cell.text === null ? valueOf(cell, false) : cell.value;
}

export function numberIn(cell: Cell): number {
  const value = shown(cell);
  return typeof value === 'number' ? value : 0;
}

function valueOf(cell: Cell, isFirst: boolean): CellValue {
  const { calc } = cell;
  if (!calc) return cell.value;
  const numbers = calc.of.map((part) => (isFirst && part.calc ? valueOf(part, true) : shown(part)));
  const broken = numbers.find((value) => typeof value === 'string' && value.startsWith('#'));
  if (broken !== undefined) return broken;
  const [a = 0, b = 0] = numbers.map((value) => (typeof value === 'number' ? value : 0));
  if (calc.op === 'sum')
    return round(
      numbers.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
      6,
    );
  // Arithmetic on words is an error in Excel, unlike SUM.
  if (numbers.some((value) => typeof value === 'string' && !/^\d+(?:\.\d+)?$/u.test(value))) return '#VALUE!';
  const [x, y] = numbers.map((value) => Number(value ?? 0));
  if (calc.op === 'minus') return round((x ?? a) - (y ?? b), 6);
  if ((y ?? 0) === 0) return '#DIV/0!';
  const share = (x ?? a) / (y ?? b);
  return calc.op === 'share' ? round(share, 4) : round(share * 100, 1);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** The formula that the cell holds, or `null`. */
export function formulaTextOf({ calc }: Cell): string | null {
  return calc?.asFormula ? formulaOf(calc) : null;
}

function formulaOf({ op, of }: Calc): string {
  const [a, b] = of.map((cell) => cellName(cell.row, cell.column));
  if (op === 'minus') return `=${a ?? 0}-${b ?? 0}`;
  if (op === 'share') return `=ROUND(${a ?? 0}/${b ?? 1},4)`;
  if (op === 'percent') return `=ROUND(${a ?? 0}/${b ?? 1}*100,1)`;
  return of.length === 0 ? '=SUM(0)' : `=SUM(${runsOf(of).join(',')})`;
}

/** Neighbours below one another as `C4:C9`, others one by one. SUM passes over words, as `+` would not. */
function runsOf(of: readonly Cell[]): string[] {
  const runs: [first: Cell, last: Cell][] = [];
  for (const cell of of) {
    const run = runs.at(-1);
    if (run && run[1].column === cell.column && run[1].row + 1 === cell.row) run[1] = cell;
    else runs.push([cell, cell]);
  }
  return runs.map(([first, last]) => {
    const start = cellName(first.row, first.column);
    return first === last ? start : `${start}:${cellName(last.row, last.column)}`;
  });
}
