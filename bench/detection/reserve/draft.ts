import {
  cellName,
  sheetFromGrid,
  workbookOf,
  type Area,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../src/workbook';
import type { Place } from '../canvas';

/** What a cell is about, so that a fault finds its cell without knowing the layout. */
export interface Tag {
  readonly row: RowKind;
  readonly field: string;
  /** School id, indicator id, fund id, measure id, stage or builder name; for a line such as 填报单位 its label. */
  readonly key: string;
  /** Tells several tables of one workbook apart. */
  readonly table: number;
}

export type RowKind =
  | 'school'
  | 'subtotal'
  | 'total'
  | 'indicator'
  | 'fund'
  | 'fundTotal'
  | 'measure'
  | 'summary'
  | 'summaryTotal'
  | 'head'
  | 'info';

export interface Ref {
  readonly page: Page;
  readonly row: number;
  readonly column: number;
}

export interface Spot extends Ref {
  readonly tag: Tag;
}

type Read = (ref: Ref) => CellValue;

/** A formula: its text, the cells it reads, and how Excel would work it out. */
export interface Calc {
  readonly formula: string;
  readonly refs: readonly Ref[];
  readonly work: (read: Read) => CellValue;
}

type Cell = { readonly value: CellValue; readonly format?: string } | { readonly calc: Calc; readonly format?: string };

export class Page {
  readonly cells = new Map<string, Cell>();
  readonly merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  visibility: SheetSnapshot['visibility'] = 'visible';

  constructor(readonly name: string) {}

  put(row: number, column: number, value: CellValue, format?: string): void {
    this.cells.set(`${row},${column}`, format === undefined ? { value } : { value, format });
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }
}

/** A workbook in the making. It remembers which cell holds what and recalculates at the end. */
export class Draft {
  readonly pages: Page[] = [];
  readonly spots: Spot[] = [];
  externalLinks: readonly string[] = [];
  private tables = 0;

  page(name: string): Page {
    const page = new Page(name);
    this.pages.push(page);
    return page;
  }

  /** A number for the next table. */
  table(): number {
    return ++this.tables;
  }

  mark(page: Page, row: number, column: number, tag: Tag): void {
    this.spots.push({ page, row, column, tag });
  }

  find(row: RowKind, field: string): Spot[] {
    return this.spots.filter((spot) => spot.tag.row === row && spot.tag.field === field);
  }

  /** The cell of another field in the same row of the same table. */
  beside(spot: Spot, field: string): Spot | null {
    return (
      this.spots.find(
        (other) =>
          other.tag.table === spot.tag.table &&
          other.tag.row === spot.tag.row &&
          other.tag.field === field &&
          other.tag.key === spot.tag.key,
      ) ?? null
    );
  }

  cell(ref: Ref): Cell {
    return ref.page.cells.get(`${ref.row},${ref.column}`) ?? { value: null };
  }

  calc(ref: Ref): Calc | null {
    const cell = this.cell(ref);
    return 'calc' in cell ? cell.calc : null;
  }

  /** A constant in the cell's place; the number format stays unless another one is given. */
  set(ref: Ref, value: CellValue, format = this.cell(ref).format): void {
    ref.page.put(ref.row, ref.column, value, format);
  }

  setCalc(ref: Ref, calc: Calc, format = this.cell(ref).format): void {
    ref.page.cells.set(`${ref.row},${ref.column}`, format === undefined ? { calc } : { calc, format });
  }

  /** What the cell shows now. */
  show(ref: Ref, open = new Set<string>()): CellValue {
    const cell = this.cell(ref);
    if (!('calc' in cell)) return cell.value;
    const key = `${ref.page.name}!${ref.row},${ref.column}`;
    if (open.has(key)) return 0;
    const value = cell.calc.work((other) => this.show(other, new Set([...open, key])));
    return typeof value === 'number' ? Math.round(value * 1e8) / 1e8 : value;
  }

  number(ref: Ref): number | null {
    const value = this.show(ref);
    return typeof value === 'number' ? value : null;
  }

  finish(): WorkbookSnapshot {
    const sheets = this.pages.map((page) => {
      const grid: (CellValue | { formula: string; value: CellValue })[][] = [];
      const formats: (string | null)[][] = [];
      for (const [key, cell] of page.cells) {
        const [row = 0, column = 0] = key.split(',').map(Number);
        const line = (grid[row] ??= []);
        line[column] =
          'calc' in cell ? { formula: cell.calc.formula, value: this.show({ page, row, column }) } : cell.value;
        if (cell.format) (formats[row] ??= [])[column] = cell.format;
      }
      const filled = <T>(rows: readonly (readonly T[] | undefined)[], count: number): (T | null)[][] =>
        Array.from({ length: count }, (_, r) =>
          Array.from({ length: rows[r]?.length ?? 0 }, (_, c) => rows[r]?.[c] ?? null),
        );
      return sheetFromGrid(page.name, filled(grid, grid.length), {
        merges: page.merges,
        hiddenRows: page.hiddenRows,
        hiddenColumns: page.hiddenColumns,
        visibility: page.visibility,
        formats: filled(formats, grid.length),
      });
    });
    return { ...workbookOf(sheets), externalLinks: this.externalLinks };
  }
}

export function placeOf(ref: Ref): Place {
  return { sheet: ref.page.name, row: ref.row, column: ref.column };
}

/** How a formula on `from` names the cell. */
export function nameOf(ref: Ref, from: Page): string {
  const own = cellName(ref.row, ref.column);
  return ref.page === from ? own : `${/^[\p{L}]+$/u.test(ref.page.name) ? ref.page.name : `'${ref.page.name}'`}!${own}`;
}
