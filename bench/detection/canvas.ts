import {
  columnName,
  sheetFromGrid,
  workbookOf,
  type Area,
  type CellValue,
  type WorkbookSnapshot,
} from '../../src/workbook';

/** A cell while a workbook is drawn: a constant, a formula of ours, or a sum that is calculated at the end as Excel would. */
export type DrawnCell =
  | { readonly kind: 'value'; readonly value: CellValue; readonly format?: string }
  | {
      readonly kind: 'sum';
      readonly cells: readonly (readonly [row: number, column: number])[];
      readonly asFormula: boolean;
    }
  | { readonly kind: 'formula'; readonly formula: string; readonly value: CellValue };

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface DrawnSheet {
  readonly name: string;
  readonly cells: Map<string, DrawnCell>;
  readonly merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}

/** A workbook in the making: cells by place, and where each figure of the submission went. */
export class Canvas {
  readonly sheets: DrawnSheet[] = [];
  /** `schools/宜阳二中/seats` → its place. */
  readonly places = new Map<string, Place>();
  externalLinks: string[] = [];

  sheet(name: string): DrawnSheet {
    let sheet = this.sheets.find((one) => one.name === name);
    if (!sheet)
      this.sheets.push(
        (sheet = { name, cells: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set() }),
      );
    return sheet;
  }

  put(sheet: string, row: number, column: number, cell: CellValue | DrawnCell, key?: string): void {
    const drawn: DrawnCell = cell !== null && typeof cell === 'object' ? cell : { kind: 'value', value: cell };
    this.sheet(sheet).cells.set(`${row},${column}`, drawn);
    if (key !== undefined) this.places.set(key, { sheet, row, column });
  }

  at(place: Place): DrawnCell {
    return this.sheet(place.sheet).cells.get(`${place.row},${place.column}`) ?? { kind: 'value', value: null };
  }

  set(place: Place, cell: CellValue | DrawnCell): void {
    this.put(place.sheet, place.row, place.column, cell);
  }

  /** The number that the cell shows now; `null` where it is none. */
  number(place: Place): number | null {
    const cell = this.at(place);
    const value = cell.kind === 'sum' ? this.add(place.sheet, cell) : cell.value;
    return typeof value === 'number' ? value : null;
  }

  private add(sheet: string, cell: Extract<DrawnCell, { kind: 'sum' }>): number {
    const total = cell.cells.reduce((sum, [row, column]) => sum + (this.number({ sheet, row, column }) ?? 0), 0);
    return Math.round(total * 1e6) / 1e6;
  }

  finish(): WorkbookSnapshot {
    const workbook = workbookOf(
      this.sheets.map((sheet) => {
        const grid: (CellValue | { formula: string; value: CellValue })[][] = [];
        const formats: (string | null)[][] = [];
        for (const [key, cell] of sheet.cells) {
          const [row = 0, column = 0] = key.split(',').map(Number);
          const line = (grid[row] ??= []);
          if (cell.kind === 'value') {
            line[column] = cell.value;
            if (cell.format) (formats[row] ??= [])[column] = cell.format;
          } else if (cell.kind === 'formula') line[column] = { formula: cell.formula, value: cell.value };
          else {
            const value = this.add(sheet.name, cell);
            line[column] = cell.asFormula ? { formula: formulaOf(cell.cells), value } : value;
          }
        }
        const rows = Array.from({ length: grid.length }, (_, r) =>
          Array.from({ length: grid[r]?.length ?? 0 }, (_, c) => grid[r]?.[c] ?? null),
        );
        return sheetFromGrid(sheet.name, rows, {
          merges: sheet.merges,
          hiddenRows: sheet.hiddenRows,
          hiddenColumns: sheet.hiddenColumns,
          formats: Array.from({ length: grid.length }, (_, r) =>
            Array.from({ length: formats[r]?.length ?? 0 }, (_, c) => formats[r]?.[c] ?? null),
          ),
        });
      }),
    );
    return { ...workbook, externalLinks: this.externalLinks };
  }
}

/** `=SUM(C4:C9)` for one run of rows, `=C4+C9` else. */
export function formulaOf(cells: readonly (readonly [number, number])[]): string {
  const rows = cells.map(([row]) => row).sort((a, b) => a - b);
  const name = columnName(cells[0]?.[1] ?? 0);
  const first = rows[0] ?? 0;
  const last = rows.at(-1) ?? 0;
  return last - first + 1 === rows.length && rows.length > 1
    ? `=SUM(${name}${first + 1}:${name}${last + 1})`
    : `=${rows.map((row) => `${name}${row + 1}`).join('+')}`;
}
