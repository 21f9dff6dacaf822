import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { parseTyped } from './typed-text';
import type { Json } from './office-object';
import { isList } from './office-object';
import { invalidArgument } from './errors';
import type { CellRange } from './sheet';

type Cell = Nullable<ICellData>;

const TYPE = { text: 1, number: 2, truth: 3, forcedText: 4 } as const;

/** Calls `read` for every cell of the range; one array per row. */
function mapCells<R>(range: CellRange, read: (cell: Cell, row: number, column: number) => R): R[][] {
  const { area, sheet } = range;
  const worksheet = sheet.facade.getSheet();
  const matrix = worksheet.getCellMatrix();
  // Cells that an array formula spills into exist only behind the engine's interceptor; it also rounds and formats
  // numbers, so the raw cell comes first.
  const spilled = sheet.host.hasFormulas();
  const rows: R[][] = new Array<R[]>(range.rowCount);
  for (let r = 0; r < rows.length; r++) {
    const line: R[] = new Array<R>(range.columnCount);
    for (let c = 0; c < line.length; c++) {
      const row = area.top + r;
      const column = area.left + c;
      let cell: Cell = matrix.getValue(row, column);
      if (spilled && (!cell || cell.v === undefined || cell.v === null)) cell = worksheet.getCell(row, column) ?? cell;
      line[c] = read(cell, row, column);
    }
    rows[r] = line;
  }
  return rows;
}

function valueOf(cell: Cell): string | number | boolean {
  if (!cell) return '';
  if (cell.v === undefined || cell.v === null) return cell.p?.body?.dataStream.replace(/[\r\n]+$/, '') ?? '';
  return cell.t === TYPE.truth ? cell.v === 1 || cell.v === true || cell.v === 'TRUE' : cell.v;
}

/** `null` where the range is larger than what the host hands over at once, as Excel does. */
function whole<R>(range: CellRange, read: () => R): R | null {
  const limit = range.sheet.host.faults.cellLimit;
  return limit !== null && range.rowCount * range.columnCount > limit ? null : read();
}

export function readValues(range: CellRange): Json {
  return whole(range, () => mapCells(range, valueOf));
}

export function readFormulas(range: CellRange): Json {
  const formula = (cell: Cell, row: number, column: number): string | null => {
    if (cell?.f) return cell.f.startsWith('=') ? cell.f : `=${cell.f}`;
    return cell?.si ? range.sheet.facade.getRange(row, column, 1, 1).getFormula() : null;
  };
  return whole(range, () => mapCells(range, (cell, row, column) => formula(cell, row, column) || valueOf(cell)));
}

export function readText(range: CellRange): Json {
  return whole(range, () => range.facade.getDisplayValues().map((row) => row.map((text) => String(text ?? ''))));
}

export function readValueTypes(range: CellRange): Json {
  return whole(range, () => mapCells(range, (cell) => valueType(valueOf(cell), cell)));
}

function valueType(value: string | number | boolean, cell: Cell): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  const isError = (cell?.f || cell?.si || cell?.t !== TYPE.text) && /^#[A-Z/0!?]+$/.test(value);
  return isError ? 'Error' : 'String';
}

export function readNumberFormats(range: CellRange): Json {
  const patterns = styleReader(range, (style) => style?.n?.pattern ?? 'General');
  return whole(range, () => mapCells(range, patterns));
}

/** Reads something of each cell's style; a style is looked up once, however many cells have it. */
export function styleReader<R>(range: CellRange, read: (style: Nullable<IStyleData>) => R): (cell: Cell) => R {
  const styles = range.sheet.host.workbook.getWorkbook().getStyles();
  const known = new Map<string, R>();
  return (cell) => {
    const key = cell?.s;
    if (!key) return read(null);
    if (typeof key !== 'string') return read(styles.getStyleByCell(cell));
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = read(styles.getStyleByCell(cell))));
    return found;
  };
}

/** The style property that all cells share; `null` where they differ, as in Excel. */
export function sharedStyle<R extends string | number | boolean | null>(
  range: CellRange,
  read: (style: Nullable<IStyleData>) => R,
): R | null {
  const clipped = range.clipped();
  if (!clipped) return read(null);
  const first = styleReader(clipped, read);
  let shared: R | null = null;
  let seen = false;
  for (const row of mapCells(clipped, first)) {
    for (const value of row) {
      if (seen && value !== shared) return null;
      shared = value;
      seen = true;
    }
  }
  return shared;
}

/** Writes values or formulas as typed by a person: numbers, percentages and dates in text become numbers, `'` keeps text. */
export function writeTyped(range: CellRange, input: Json, location: string): void {
  range.demandWritable(location);
  const { top, left } = range.area;
  const matrix = range.sheet.facade.getSheet().getCellMatrix();
  const isTextFormat = styleReader(range, (style) => style?.n?.pattern === '@');
  const data = gridOf(range, input, location).map((row, r) =>
    row.map((value, c) =>
      typedCell(value, typeof value === 'string' && isTextFormat(matrix.getValue(top + r, left + c))),
    ),
  );
  range.facade.setValues(data);
}

function typedCell(value: Json, isText: boolean): ICellData {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: TYPE.number, f: null, si: null, p: null };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: TYPE.truth, f: null, si: null, p: null };
  if (typeof value !== 'string') throw invalidArgument('Range.values');
  if (value === '') return { v: null, t: null, f: null, si: null, p: null };
  if (value.startsWith("'")) return { v: value.slice(1), t: TYPE.text, f: null, si: null, p: null };
  if (isText) return { v: value, t: TYPE.text, f: null, si: null, p: null };
  if (value.length > 1 && value.startsWith('=')) return { f: value, v: null, si: null, p: null };
  const typed = parseTyped(value);
  if (typed === null) return { v: value, t: TYPE.text, f: null, si: null, p: null };
  const style = typed.format === null ? {} : { s: { n: { pattern: typed.format } } };
  const isTruth = typeof typed.value === 'boolean';
  const v = isTruth ? Number(typed.value) : typed.value;
  return { v, t: isTruth ? TYPE.truth : TYPE.number, f: null, si: null, p: null, ...style };
}

export function writeNumberFormats(range: CellRange, input: Json): void {
  range.demandWritable('Range.numberFormat');
  const styles = gridOf(range, input, 'Range.numberFormat').map((row) =>
    row.map((code): IStyleData | null => {
      if (code === null) return null;
      if (typeof code !== 'string') throw invalidArgument('Range.numberFormat');
      return { n: code === 'General' || code === '' ? null : { pattern: code } };
    }),
  );
  restyle(range, (r, c) => styles[r]?.[c] ?? null);
}

/** Sets style properties on every cell, keeping the others. */
export function writeStyle(range: CellRange, style: IStyleData, location: string): void {
  range.demandWritable(location);
  const clipped = range.clipped();
  if (clipped) restyle(clipped, () => style);
}

function restyle(range: CellRange, styleAt: (r: number, c: number) => IStyleData | null): void {
  const { sheet, area } = range;
  sheet.reach(area);
  const cells: Record<number, Record<number, { s: IStyleData }>> = {};
  for (let r = 0; r < range.rowCount; r++) {
    const row: Record<number, { s: IStyleData }> = {};
    for (let c = 0; c < range.columnCount; c++) {
      const style = styleAt(r, c);
      if (style) row[area.left + c] = { s: style };
    }
    cells[area.top + r] = row;
  }
  sheet.host.restyle(sheet, cells);
}

/** A full grid: one value for all cells, or rows of exactly the range's size. */
function gridOf(range: CellRange, input: Json, location: string): readonly (readonly Json[])[] {
  if (!isList(input)) {
    const row = new Array<Json>(range.columnCount).fill(input);
    return new Array<Json[]>(range.rowCount).fill(row);
  }
  if (input.length !== range.rowCount) throw invalidArgument(location);
  return input.map((row) => {
    if (!isList(row) || row.length !== range.columnCount) throw invalidArgument(location);
    return row;
  });
}
