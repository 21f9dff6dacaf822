import { areaContains, type Area } from './a1';

/**
 * What a cell holds: text, a number (dates are Excel's day numbers), a truth value, or nothing.
 * An error value is its text (`#REF!`), see {@link isErrorValue}.
 */
export type CellValue = string | number | boolean | null;

/** One sheet as it was when it was read. All positions are 0-based sheet positions. */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
  /** First row and column of the stored block (the sheet's used range). */
  readonly top: number;
  readonly left: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** rowCount × columnCount values, row after row; one flat array, no object per cell. */
  readonly values: readonly CellValue[];
  /** Position in `values` → formula with its leading `=`. Cells without a formula are absent. */
  readonly formulas: ReadonlyMap<number, string>;
  /** Number formats by position in `values`; `formatCodes[formatIndex[i]]`. `null`: all General. */
  readonly formatCodes: readonly string[];
  readonly formatIndex: Uint16Array | null;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** On a sheet laid out anew for reading: the sheet as it stands in the workbook. */
  readonly standing?: SheetSnapshot;
  /**
   * On a sheet gathered from single cells of the standing one: where each cell stands, by position in `values`, as a
   * position in the standing sheet's `values`. Absent on a sheet turned on its side, whose rows are the other's columns.
   */
  readonly gathered?: Int32Array;
}

/** A workbook as it was when it was read. Immutable; nothing in it says where it came from. */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  /**
   * What this program keeps inside the workbook (explanations, baseline, journal, …):
   * part name → JSON text. Hosts store it as custom XML parts.
   */
  readonly parts: Readonly<Record<string, string>>;
  /** Names of other workbooks that formulas refer to; empty where there are none or the host cannot tell. */
  readonly externalLinks: readonly string[];
}

const ERROR_VALUES = new Set([
  '#REF!', '#VALUE!', '#N/A', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!',
]); // prettier-ignore

/** True for `#REF!` and its like. */
export function isErrorValue(value: CellValue): value is string {
  return typeof value === 'string' && value.charCodeAt(0) === 35 && ERROR_VALUES.has(value);
}

/** Position in `values`, or -1 outside the stored block. */
export function cellIndex(sheet: SheetSnapshot, row: number, column: number): number {
  const r = row - sheet.top;
  const c = column - sheet.left;
  return r < 0 || c < 0 || r >= sheet.rowCount || c >= sheet.columnCount ? -1 : r * sheet.columnCount + c;
}

/** The value at a 0-based position; `null` for an empty cell and outside the used range. */
export function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  const index = cellIndex(sheet, row, column);
  return index < 0 ? null : (sheet.values[index] ?? null);
}

/** The formula with its `=`, or `null`. */
export function formulaAt(sheet: SheetSnapshot, row: number, column: number): string | null {
  if (sheet.formulas.size === 0) return null;
  const index = cellIndex(sheet, row, column);
  return index < 0 ? null : (sheet.formulas.get(index) ?? null);
}

/** The number format code; `General` where none is set. */
export function formatAt(sheet: SheetSnapshot, row: number, column: number): string {
  if (!sheet.formatIndex) return 'General';
  const index = cellIndex(sheet, row, column);
  return index < 0 ? 'General' : (sheet.formatCodes[sheet.formatIndex[index] ?? 0] ?? 'General');
}

/** The merged area that covers the cell, or `null`. */
export function mergeAt(sheet: SheetSnapshot, row: number, column: number): Area | null {
  return sheet.merges.find((area) => areaContains(area, row, column)) ?? null;
}

/** The value that a reader sees in the cell: the top-left value for a cell inside a merged area. */
export function shownValueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  const own = valueAt(sheet, row, column);
  if (own !== null && own !== '') return own;
  const merge = mergeAt(sheet, row, column);
  return merge ? valueAt(sheet, merge.top, merge.left) : own;
}

export function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

export function findSheet(workbook: WorkbookSnapshot, name: string): SheetSnapshot | null {
  return workbook.sheets.find((sheet) => sheet.name === name) ?? null;
}

/** What {@link sheetFromGrid} takes besides the cells. */
export interface SheetOptions {
  readonly top?: number;
  readonly left?: number;
  readonly visibility?: SheetSnapshot['visibility'];
  readonly isProtected?: boolean;
  readonly merges?: readonly Area[];
  readonly hiddenRows?: Iterable<number>;
  readonly hiddenColumns?: Iterable<number>;
  /** Same shape as the grid; missing entries are General. */
  readonly formats?: readonly (readonly (string | null | undefined)[])[];
}

/**
 * Builds a sheet from rows of cells; a string that begins with `=` and is longer than one
 * character is a formula (its value is then `null`, i.e. not calculated) unless the cell is
 * given as `{ formula, value }`.
 */
export function sheetFromGrid(
  name: string,
  grid: readonly (readonly (CellValue | { readonly formula: string; readonly value: CellValue })[])[],
  options: SheetOptions = {},
): SheetSnapshot {
  const columnCount = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  const values: CellValue[] = [];
  const formulas = new Map<number, string>();
  grid.forEach((row, r) => {
    for (let c = 0; c < columnCount; c++) {
      const cell = row[c] ?? null;
      const index = r * columnCount + c;
      if (cell !== null && typeof cell === 'object') {
        formulas.set(index, cell.formula);
        values[index] = cell.value;
      } else if (typeof cell === 'string' && cell.length > 1 && cell.startsWith('=')) {
        formulas.set(index, cell);
        values[index] = null;
      } else {
        values[index] = cell;
      }
    }
  });
  const formats = internFormats(options.formats, grid.length, columnCount);
  return {
    name,
    visibility: options.visibility ?? 'visible',
    isProtected: options.isProtected ?? false,
    top: options.top ?? 0,
    left: options.left ?? 0,
    rowCount: grid.length,
    columnCount,
    values,
    formulas,
    ...formats,
    merges: options.merges ?? [],
    hiddenRows: new Set(options.hiddenRows),
    hiddenColumns: new Set(options.hiddenColumns),
  };
}

/** A workbook of the given sheets, with nothing stored in it. */
export function workbookOf(
  sheets: readonly SheetSnapshot[],
  parts: Readonly<Record<string, string>> = {},
): WorkbookSnapshot {
  return { sheets, parts, externalLinks: [] };
}

/** Packs a grid of number formats into the two fields of a snapshot. */
export function internFormats(
  formats: readonly (readonly (string | null | undefined)[])[] | undefined,
  rowCount: number,
  columnCount: number,
): Pick<SheetSnapshot, 'formatCodes' | 'formatIndex'> {
  const codes = ['General'];
  const known = new Map([['General', 0]]);
  let index: Uint16Array | null = null;
  formats?.forEach((row, r) => {
    row.forEach((code, c) => {
      if (!code || code === 'General' || r >= rowCount || c >= columnCount) return;
      let id = known.get(code);
      if (id === undefined) {
        id = codes.length;
        known.set(code, id);
        codes.push(code);
      }
      index ??= new Uint16Array(rowCount * columnCount);
      index[r * columnCount + c] = id;
    });
  });
  return { formatCodes: codes, formatIndex: index };
}
