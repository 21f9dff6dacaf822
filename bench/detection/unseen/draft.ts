import {
  cellName,
  columnName,
  quoteSheetName,
  sheetFromGrid,
  workbookOf,
  type Area,
  type CellValue,
  type WorkbookSnapshot,
} from '../../../src/workbook';

/** What kind of row or line a cell belongs to. */
export type Role = 'entry' | 'subtotal' | 'total' | 'header' | 'line' | 'other';

/** What a cell means: which field, of which school, indicator, item or section, in which table. */
export interface Mark {
  readonly table: string;
  readonly field: string;
  readonly key: string;
  readonly role: Role;
}

/** A formula whose references are cells, so that rows can be inserted and sums be recalculated. */
export type Formula =
  | { kind: 'sum' | 'subtotal'; first: Cell; last: Cell; extra: number }
  | { kind: 'plus'; cells: Cell[] }
  | { kind: 'own'; text: () => string; value: () => CellValue };

const isNumeral = (text: string): boolean => /^ *-?\d+(\.\d+)? *$/u.test(text);
const rounded = (value: number): number => Math.round(value * 1e8) / 1e8;

export class Cell {
  formula: Formula | null = null;
  format: string | null = null;
  /** The result that an earlier calculation left in the cell. */
  stale: CellValue | undefined = undefined;

  constructor(
    readonly page: Page,
    public row: number,
    readonly column: number,
    public value: CellValue,
    readonly mark: Mark | null,
  ) {}

  get name(): string {
    return cellName(this.row, this.column);
  }

  /** The cell's name as a formula on another page writes it. */
  nameFrom(page: Page): string {
    return page === this.page ? this.name : `${quoteSheetName(this.page.name)}!${this.name}`;
  }

  /** What a reader sees, calculated as Excel would. */
  shown(): CellValue {
    if (!this.formula) return this.value;
    if (this.stale !== undefined) return this.stale;
    const { formula } = this;
    if (formula.kind === 'own') return formula.value();
    if (formula.kind === 'plus') return addedOneByOne(formula.cells);
    return addedAsRange(this.page.within(formula.first, formula.last), formula);
  }

  number(): number | null {
    const value = this.shown();
    return typeof value === 'number' ? value : null;
  }

  text(): string {
    const value = this.shown();
    return value === null ? '' : String(value);
  }

  /** Types over the cell. */
  enter(value: CellValue): this {
    this.value = value;
    this.formula = null;
    return this;
  }

  calculate(text: () => string, value: () => CellValue): this {
    this.formula = { kind: 'own', text, value };
    return this;
  }

  formulaText(): string | null {
    const { formula } = this;
    if (!formula) return null;
    if (formula.kind === 'own') return formula.text();
    if (formula.kind === 'plus') return `=${formula.cells.map((cell) => cell.nameFrom(this.page)).join('+')}`;
    const { first, last } = formula;
    const range = `${first.nameFrom(this.page)}:${columnName(last.column)}${last.row + 1}`;
    const call = formula.kind === 'sum' ? `SUM(${range})` : `SUBTOTAL(9,${range})`;
    return `=${call}${formula.extra ? `+${formula.extra}` : ''}`;
  }
}

/** `+` reads a numeral that is stored as text, and stumbles over any other text. */
function addedOneByOne(cells: readonly Cell[]): CellValue {
  let sum = 0;
  for (const cell of cells) {
    const value = cell.shown();
    if (typeof value === 'string' && !isNumeral(value)) return value.startsWith('#') ? value : '#VALUE!';
    sum += Number(value ?? 0);
  }
  return rounded(sum);
}

/** What a formula of two cells makes of them: as `+` reads them, with the first error passed on; `null` divides by nothing. */
export function calculated(a: Cell, b: Cell, of: (a: number, b: number) => number | null): CellValue {
  for (const cell of [a, b]) {
    const value = cell.shown();
    if (typeof value === 'string' && !isNumeral(value)) return value.startsWith('#') ? value : '#VALUE!';
  }
  const result = of(Number(a.shown() ?? 0), Number(b.shown() ?? 0));
  return result === null ? '#DIV/0!' : result;
}

/** SUM leaves text out; SUBTOTAL leaves other SUBTOTAL cells out as well. */
function addedAsRange(cells: readonly Cell[], formula: Extract<Formula, { kind: 'sum' | 'subtotal' }>): CellValue {
  let sum = formula.extra;
  for (const cell of cells) {
    if (cell.formula === formula) return 0;
    if (formula.kind === 'subtotal' && cell.formula?.kind === 'subtotal') continue;
    const value = cell.shown();
    if (typeof value === 'number') sum += value;
    else if (typeof value === 'string' && value.startsWith('#')) return value;
  }
  return rounded(sum);
}

export class Page {
  readonly cells: Cell[] = [];
  readonly merges: Area[] = [];
  hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  visibility: 'visible' | 'hidden' = 'visible';
  /** False where tables stand side by side or lie on the side: a row cannot be inserted for one school alone. */
  takesRows = true;

  constructor(readonly name: string) {}

  put(row: number, column: number, value: CellValue, mark: Mark | null = null, format: string | null = null): Cell {
    const cell = new Cell(this, row, column, value, mark);
    cell.format = format;
    this.cells.push(cell);
    return cell;
  }

  at(row: number, column: number): Cell {
    return this.cells.find((cell) => cell.row === row && cell.column === column) ?? this.put(row, column, null);
  }

  within(first: Cell, last: Cell): Cell[] {
    return this.cells.filter(
      ({ row, column }) => row >= first.row && row <= last.row && column >= first.column && column <= last.column,
    );
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  /** Inserts an empty row; what stood at `at` and below moves down, merged areas around it grow. */
  insertRow(at: number): void {
    for (const cell of this.cells) if (cell.row >= at) cell.row++;
    this.merges.forEach((area, i) => {
      if (area.bottom >= at)
        this.merges[i] = { ...area, top: area.top + (area.top >= at ? 1 : 0), bottom: area.bottom + 1 };
    });
    this.hiddenRows = this.hiddenRows.map((row) => (row >= at ? row + 1 : row));
  }
}

/** A workbook of made-up figures while it is drawn. */
export class Draft {
  readonly pages: Page[] = [];
  readonly links: string[] = [];

  page(name: string): Page {
    const page = new Page(name);
    this.pages.push(page);
    return page;
  }

  /** The marked cells of a field, in the order in which they were written. */
  cells(field: string, role: Role = 'entry'): Cell[] {
    return this.pages.flatMap((page) =>
      page.cells.filter((cell) => cell.mark?.field === field && cell.mark.role === role),
    );
  }

  /** Another field of the same row. */
  beside(cell: Cell, field: string): Cell | null {
    const { mark } = cell;
    if (!mark) return null;
    const same = (other: Cell): boolean =>
      other.mark?.field === field &&
      other.mark.key === mark.key &&
      other.mark.table === mark.table &&
      other.mark.role === mark.role;
    return cell.page.cells.find(same) ?? null;
  }

  header(cell: Cell): Cell | null {
    const { mark } = cell;
    return this.cells(mark?.field ?? '', 'header').find((head) => head.mark?.table === mark?.table) ?? null;
  }

  finish(): WorkbookSnapshot {
    const sheets = this.pages.map((page) => {
      const height = Math.max(...page.cells.map(({ row }) => row)) + 1;
      const width = Math.max(...page.cells.map(({ column }) => column)) + 1;
      const grid = Array.from({ length: height }, () =>
        new Array<CellValue | { formula: string; value: CellValue }>(width).fill(null),
      );
      const formats = Array.from({ length: height }, () => new Array<string | null>(width).fill(null));
      for (const cell of page.cells) {
        const formula = cell.formulaText();
        const line = grid[cell.row];
        const codes = formats[cell.row];
        if (line) line[cell.column] = formula === null ? cell.value : { formula, value: cell.shown() };
        if (codes) codes[cell.column] = cell.format;
      }
      return sheetFromGrid(page.name, grid, {
        merges: page.merges,
        hiddenRows: page.hiddenRows,
        hiddenColumns: page.hiddenColumns,
        visibility: page.visibility,
        formats,
      });
    });
    return { ...workbookOf(sheets), externalLinks: this.links };
  }
}
