import {
  parseArea,
  sheetFromGrid,
  workbookOf,
  type Area,
  type CellValue,
  type WorkbookSnapshot,
} from '../../../src/workbook';
import { evaluate } from './arithmetic';

/** A cell of a drawn page; 0-based. */
export interface Spot {
  readonly page: Page;
  readonly row: number;
  readonly column: number;
}

/** A sheet under construction: cells may be put anywhere, in any order. */
export class Page {
  readonly cells = new Map<string, { value: CellValue; format: string | null }>();
  readonly merges: Area[] = [];
  readonly hiddenRows = new Set<number>();

  constructor(readonly name: string) {}

  put(row: number, column: number, value: CellValue, format: string | null = null): Spot {
    this.cells.set(`${row},${column}`, { value, format });
    return { page: this, row, column };
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }
}

/** A workbook under construction, with the places of its cells under names such as `school/S2.1/seats`. */
export class Book {
  readonly pages: Page[] = [];
  private readonly spots = new Map<string, Spot>();

  page(name: string): Page {
    const page = new Page(name);
    this.pages.push(page);
    return page;
  }

  mark(key: string, spot: Spot): void {
    if (!this.spots.has(key)) this.spots.set(key, spot);
  }

  spot(key: string): Spot | null {
    return this.spots.get(key) ?? null;
  }

  keys(pattern: RegExp): string[] {
    return [...this.spots.keys()].filter((key) => pattern.test(key));
  }

  value(spot: Spot): CellValue {
    return spot.page.cells.get(`${spot.row},${spot.column}`)?.value ?? null;
  }

  /** Another value in the same format. */
  set(spot: Spot, value: CellValue, format?: string): void {
    const old = spot.page.cells.get(`${spot.row},${spot.column}`);
    spot.page.put(spot.row, spot.column, value, format ?? old?.format ?? null);
  }

  finish(): WorkbookSnapshot {
    return workbookOf(this.pages.map((page) => finished(page)));
  }
}

function finished(page: Page): WorkbookSnapshot['sheets'][number] {
  const values = new Map<string, CellValue>();
  const numberAt = (name: string): number | null => {
    const at = parseArea(name);
    if (!at) return null;
    const value = valueOf(at.top, at.left);
    return typeof value === 'number' ? value : null;
  };
  const isSubtotal = (name: string): boolean => {
    const at = parseArea(name);
    const value = at ? page.cells.get(`${at.top},${at.left}`)?.value : null;
    return typeof value === 'string' && value.startsWith('=SUBTOTAL(');
  };
  const valueOf = (row: number, column: number): CellValue => {
    const key = `${row},${column}`;
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = page.cells.get(key)?.value ?? null;
    values.set(key, 0);
    const result = typeof value === 'string' && value.startsWith('=') ? evaluate(value, numberAt, isSubtotal) : value;
    values.set(key, result);
    return result;
  };
  let rows = 0;
  let columns = 0;
  for (const key of page.cells.keys()) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  const positions = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => ({ row, column })),
  );
  const grid = positions.map((line) =>
    line.map(({ row, column }) => {
      const value = page.cells.get(`${row},${column}`)?.value ?? null;
      return typeof value === 'string' && value.startsWith('=')
        ? { formula: value, value: valueOf(row, column) }
        : value;
    }),
  );
  const formats = positions.map((line) => line.map(({ row, column }) => page.cells.get(`${row},${column}`)?.format));
  return sheetFromGrid(page.name, grid, { merges: page.merges, hiddenRows: page.hiddenRows, formats });
}
