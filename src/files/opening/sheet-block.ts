import type { CellValue, SheetSnapshot } from '../../workbook';
import { Refusal } from '../failure';

type Block = Pick<
  SheetSnapshot,
  'top' | 'left' | 'rowCount' | 'columnCount' | 'values' | 'formulas' | 'formatCodes' | 'formatIndex'
>;

/**
 * Collects cells in any order and packs them into a snapshot's block, which reaches exactly as far as
 * contents do: cells that have only a format count for nothing outside of it. No object per cell.
 */
export class SheetBlock {
  private rows = new Uint32Array(1024);
  private columns = new Uint16Array(1024);
  private formats = new Uint16Array(1024);
  private readonly values: CellValue[] = [];
  private readonly formulas = new Map<number, string>();
  private readonly blanks = new FormattedBlanks();
  private top = Infinity;
  private left = Infinity;
  private bottom = -1;
  private right = -1;

  /** @param budget how many cells the packed block may have; beyond it the sheet is refused by its name. */
  constructor(
    private readonly sheetName: string,
    private readonly budget: number,
  ) {}

  /** Adds a cell at a 0-based position; `format` is the caller's number for its number format, 0 for General. */
  add(row: number, column: number, value: CellValue, format: number, formula: string | null): void {
    if (formula === null && (value === null || value === '')) {
      if (format !== 0) this.blanks.add(row, column, format, this.budget);
      return;
    }
    const index = this.values.length;
    if (index === this.rows.length) this.grow();
    this.rows[index] = row;
    this.columns[index] = column;
    this.formats[index] = format;
    this.values.push(value);
    if (formula !== null) this.formulas.set(index, formula);
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
  }

  /** How many cells hold something. */
  get size(): number {
    return this.values.length;
  }

  private grow(): void {
    if (this.values.length >= this.budget) throw new Refusal('tooSpread', this.sheetName);
    const size = this.rows.length * 2;
    this.rows = widen(this.rows, new Uint32Array(size));
    this.columns = widen(this.columns, new Uint16Array(size));
    this.formats = widen(this.formats, new Uint16Array(size));
  }

  /** Of two contents in one place one would be lost, and no program says which. */
  private refuseTwice(): never {
    throw new Refusal('brokenSheet', this.sheetName);
  }

  /** `codeOf` gives the number format code for the numbers given to {@link add}; no two have the same code. */
  finish(codeOf: (format: number) => string): Block {
    if (this.values.length === 0) return EMPTY_BLOCK;
    const rowCount = this.bottom - this.top + 1;
    const columnCount = this.right - this.left + 1;
    if (rowCount * columnCount > this.budget) throw new Refusal('tooSpread', this.sheetName);
    const values = new Array<CellValue>(rowCount * columnCount).fill(null);
    const formulas = new Map<number, string>();
    const packedFormats = new FormatTable(codeOf, values.length);
    for (let i = 0; i < this.values.length; i++) {
      const at = ((this.rows[i] ?? 0) - this.top) * columnCount + (this.columns[i] ?? 0) - this.left;
      const value = this.values[i] ?? null;
      if (values[at] !== null && values[at] !== value) this.refuseTwice();
      values[at] = value;
      packedFormats.set(at, this.formats[i] ?? 0);
    }
    for (const [i, formula] of this.formulas) {
      const at = ((this.rows[i] ?? 0) - this.top) * columnCount + (this.columns[i] ?? 0) - this.left;
      if ((formulas.get(at) ?? formula) !== formula) this.refuseTwice();
      formulas.set(at, formula);
    }
    this.blanks.forEach((row, column, format) => {
      if (row < this.top || row > this.bottom || column < this.left || column > this.right) return;
      const at = (row - this.top) * columnCount + column - this.left;
      if (values[at] === null) packedFormats.set(at, format);
    });
    const { codes, index } = packedFormats;
    return {
      top: this.top,
      left: this.left,
      rowCount,
      columnCount,
      values,
      formulas,
      formatCodes: codes,
      formatIndex: index,
    };
  }
}

const EMPTY_BLOCK: Block = {
  top: 0,
  left: 0,
  rowCount: 0,
  columnCount: 0,
  values: [],
  formulas: new Map(),
  formatCodes: ['General'],
  formatIndex: null,
};

/** Numbers the formats that a sheet really uses, from 1; index 0 is General. */
class FormatTable {
  readonly codes = ['General'];
  index: Uint16Array | null = null;
  private readonly numbers: number[] = [0];

  constructor(
    private readonly codeOf: (format: number) => string,
    private readonly cells: number,
  ) {}

  set(at: number, format: number): void {
    if (format === 0) return;
    let number = this.numbers[format];
    if (number === undefined) {
      number = this.codes.push(this.codeOf(format)) - 1;
      this.numbers[format] = number;
    }
    this.index ??= new Uint16Array(this.cells);
    this.index[at] = number;
  }
}

/** Blank cells with a number format; a sheet may have millions of them below its table. */
class FormattedBlanks {
  private rows = new Uint32Array(256);
  private columns = new Uint16Array(256);
  private formats = new Uint16Array(256);
  private count = 0;

  add(row: number, column: number, format: number, budget: number): void {
    if (this.count >= budget) return;
    if (this.count === this.rows.length) {
      const size = this.count * 2;
      this.rows = widen(this.rows, new Uint32Array(size));
      this.columns = widen(this.columns, new Uint16Array(size));
      this.formats = widen(this.formats, new Uint16Array(size));
    }
    this.rows[this.count] = row;
    this.columns[this.count] = column;
    this.formats[this.count] = format;
    this.count++;
  }

  forEach(visit: (row: number, column: number, format: number) => void): void {
    for (let i = 0; i < this.count; i++) visit(this.rows[i] ?? 0, this.columns[i] ?? 0, this.formats[i] ?? 0);
  }
}

function widen<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
