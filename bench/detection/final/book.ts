import { columnName, isErrorValue, sheetFromGrid, workbookOf } from '../../../src/workbook';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook';
import type { Place } from '../canvas';

/** What a cell is to a reader: its table, the row it belongs to, the field, and the kind of row. */
export interface Mark {
  readonly table: string;
  /** A plan id (`S2.1`), a stage id, a builder's name or another key of the row. */
  readonly row: string;
  readonly field: string;
  readonly part: 'body' | 'subtotal' | 'total' | 'head' | 'group' | 'line' | 'note';
}

/** How sums are written: one range, a list with plus signs, SUBTOTAL over all, or a number typed by hand. */
export type SumStyle = 'range' | 'plus' | 'subtotal' | 'typed';

/** A formula refers to cells, not to positions, so that rows can be moved under it. */
export type Formula =
  | { readonly kind: 'sum'; readonly of: readonly Cell[]; readonly style: Exclude<SumStyle, 'typed'> }
  | { readonly kind: 'difference'; readonly from: Cell; readonly less: Cell }
  | { readonly kind: 'quotient'; readonly part: Cell; readonly whole: Cell; readonly times: 1 | 100; readonly digits: number }; // prettier-ignore

export class Cell {
  format: string | null = null;
  formula: Formula | null = null;
  mark: Mark | null = null;
  /** Shows its old value though the cells under the formula changed. */
  isStale = false;
  /** The cells that this one adds up, typed or not. */
  parts: readonly Cell[] = [];
  constructor(public value: CellValue) {}

  /** The value that Excel shows. */
  shown(): CellValue {
    return this.formula && !this.isStale ? evaluate(this.formula) : this.value;
  }

  number(): number | null {
    const value = this.shown();
    return typeof value === 'number' ? value : null;
  }
}

export class Page {
  readonly rows: Cell[][] = [];
  readonly merges: (readonly [Cell, Cell])[] = [];
  readonly hiddenColumns = new Set<number>();
  constructor(readonly name: string) {}

  at(row: number, column: number): Cell {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row] as Cell[];
    while (line.length <= column) line.push(new Cell(null));
    return line[column] as Cell;
  }

  put(row: number, column: number, value: CellValue, mark?: Mark, format?: string): Cell {
    const cell = this.at(row, column);
    cell.value = value;
    if (mark) cell.mark = mark;
    if (format !== undefined) cell.format = format;
    return cell;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push([this.at(top, left), this.at(bottom, right)]);
  }

  rowOf(cell: Cell): number {
    return this.rows.findIndex((line) => line.includes(cell));
  }
}

export class Book {
  readonly pages: Page[] = [];

  page(name: string): Page {
    let page = this.pages.find((one) => one.name === name);
    if (!page) this.pages.push((page = new Page(name)));
    return page;
  }

  /** Marked cells that fit, in sheet order. */
  cells(fits: (mark: Mark, cell: Cell) => boolean): Cell[] {
    return this.pages.flatMap((page) =>
      page.rows.flatMap((line) => line.filter((cell) => cell.mark !== null && fits(cell.mark, cell))),
    );
  }

  pageOf(cell: Cell): Page {
    const page = this.pages.find((one) => one.rowOf(cell) >= 0);
    if (!page) throw new Error('cell of another book');
    return page;
  }

  /** The cells of the same table row, by field. */
  rowOf(cell: Cell): ReadonlyMap<string, Cell> {
    const { mark } = cell;
    const page = this.pageOf(cell);
    const fields = new Map<string, Cell>();
    const lines = mark?.table.startsWith('card') ? page.rows : [page.rows[page.rowOf(cell)] ?? []];
    for (const line of lines)
      for (const one of line)
        if (one.mark && one.mark.table === mark?.table && one.mark.row === mark.row && one.mark.part === mark.part)
          fields.set(one.mark.field, one);
    return fields;
  }

  placesOf(cells: readonly Cell[]): Place[] {
    const spots = this.positions();
    return cells.flatMap((cell) => spots.get(cell) ?? []);
  }

  finish(): WorkbookSnapshot {
    const spots = this.positions();
    return workbookOf(
      this.pages.map((page) => {
        const grid = page.rows.map((line) =>
          line.map((cell) =>
            cell.formula ? { formula: textOf(cell.formula, page.name, spots), value: cell.shown() } : cell.value,
          ),
        );
        return sheetFromGrid(page.name, grid, {
          merges: page.merges.flatMap(([from, to]) => {
            const [a, b] = [spots.get(from), spots.get(to)];
            return a && b ? [{ top: a.row, left: a.column, bottom: b.row, right: b.column }] : [];
          }),
          hiddenColumns: page.hiddenColumns,
          formats: page.rows.map((line) => line.map((cell) => cell.format)),
        });
      }),
    );
  }

  private positions(): Map<Cell, Place> {
    const spots = new Map<Cell, Place>();
    for (const page of this.pages)
      page.rows.forEach((line, row) =>
        line.forEach((cell, column) => spots.set(cell, { sheet: page.name, row, column })),
      );
    return spots;
  }
}

/** A sum of the cells, as the style writes it; typed sums are fixed at once. */
export function setSum(cell: Cell, parts: readonly Cell[], style: SumStyle): void {
  cell.parts = parts;
  const formula: Formula = { kind: 'sum', of: parts, style: style === 'typed' ? 'range' : style };
  if (style === 'typed') cell.value = evaluate(formula);
  else cell.formula = formula;
}

export function round(value: number, digits = 6): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

function evaluate(formula: Formula): CellValue {
  if (formula.kind === 'sum') {
    const values = formula.of.map((cell) => cell.shown());
    const error = values.find(isErrorValue);
    if (error !== undefined) return error;
    let total = 0;
    for (const value of values) {
      if (typeof value === 'number') total += value;
      else if (formula.style === 'plus' && typeof value === 'string') {
        if (Number.isNaN(Number(value))) return '#VALUE!';
        total += Number(value);
      }
    }
    return round(total);
  }
  const [left, right] = formula.kind === 'difference' ? [formula.from, formula.less] : [formula.part, formula.whole];
  const values = [left.shown(), right.shown()];
  const error = values.find(isErrorValue);
  if (error !== undefined) return error;
  const [a = 0, b = 0] = values.map((value) => (value === null ? 0 : Number(value)));
  if (Number.isNaN(a) || Number.isNaN(b)) return '#VALUE!';
  if (formula.kind === 'difference') return round(a - b);
  return b === 0 ? '#DIV/0!' : round((a / b) * formula.times, formula.digits);
}

function textOf(formula: Formula, sheet: string, spots: ReadonlyMap<Cell, Place>): string {
  const name = (cell: Cell): string => {
    const place = spots.get(cell);
    if (!place) return '#REF!';
    const own = `${columnName(place.column)}${place.row + 1}`;
    return place.sheet === sheet ? own : `'${place.sheet}'!${own}`;
  };
  if (formula.kind === 'difference') return `=${name(formula.from)}-${name(formula.less)}`;
  if (formula.kind === 'quotient')
    return `=ROUND(${name(formula.part)}/${name(formula.whole)}${formula.times === 100 ? '*100' : ''},${formula.digits})`;
  const cells = formula.of.filter((cell) => spots.has(cell));
  if (cells.length === 0) return '=SUM(#REF!)';
  const first = cells[0] as Cell;
  const last = cells.at(-1) as Cell;
  if (formula.style === 'plus') return `=${cells.map(name).join('+')}`;
  if (formula.style === 'subtotal') return `=SUBTOTAL(9,${name(first)}:${name(last)})`;
  return `=SUM(${runsOf(cells, spots)
    .map(([from, to]) => (from === to ? name(from) : `${name(from)}:${name(to).replace(/^.*!/u, '')}`))
    .join(',')})`;
}

/** Runs of cells that stand side by side in a column or a row. */
function runsOf(cells: readonly Cell[], spots: ReadonlyMap<Cell, Place>): [Cell, Cell][] {
  const runs: [Cell, Cell][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    const [a, b, start] = [run && spots.get(run[1]), spots.get(cell), run && spots.get(run[0])];
    const isNext =
      a && b && start && a.sheet === b.sheet &&
      ((a.column === b.column && start.column === b.column && a.row + 1 === b.row) ||
        (a.row === b.row && start.row === b.row && a.column + 1 === b.column)); // prettier-ignore
    if (run && isNext) run[1] = cell;
    else runs.push([cell, cell]);
  }
  return runs;
}
