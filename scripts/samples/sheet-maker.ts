import { setDefaultPrint } from './print';
import {
  cellName,
  columnName,
  type Area,
  type CellContent,
  type CellRole,
  type SheetSpec,
  type SpecCell,
} from '../../src/workbook';

/** What a sample's cell may be: a constant, a formula with its value, or a day number shown as a date. */
export type SampleCell =
  | string
  | number
  | null
  | { readonly formula: string; readonly value: number }
  | { readonly day: number }
  | { readonly value: string | number; readonly format: string };

/** Puts a sheet together row by row, as a clerk would, and remembers where things are. Rows are 0-based. */
export class SheetMaker {
  private readonly cells: SpecCell[] = [];
  private readonly merges: Area[] = [];
  private next: number;
  private header: { first: number; last: number } | null = null;

  constructor(
    readonly name: string,
    private readonly widths: readonly number[],
    private readonly left = 0,
    top = 0,
  ) {
    this.next = top;
  }

  get width(): number {
    return this.widths.length - this.left;
  }

  get row(): number {
    return this.next;
  }

  /** One text over the whole width. */
  wide(role: CellRole, text: string): number {
    this.merge(this.next, this.left, this.next, this.widths.length - 1);
    this.put(this.next, this.left, role, text);
    return this.next++;
  }

  /** Texts at chosen columns of one row, outside the table. */
  line(role: CellRole, texts: Readonly<Record<number, string>>): number {
    for (const [column, text] of Object.entries(texts)) this.put(this.next, Number(column), role, text);
    return this.next++;
  }

  heading(rows: readonly (readonly (string | null)[])[], merges: readonly Area[] = []): void {
    const first = this.next;
    for (const row of rows) {
      row.forEach((text, column) => this.put(this.next, this.left + column, 'header', text));
      this.next++;
    }
    for (const area of merges)
      this.merge(first + area.top, this.left + area.left, first + area.bottom, this.left + area.right);
    this.header = { first, last: this.next - 1 };
  }

  add(role: CellRole, values: readonly SampleCell[]): number {
    values.forEach((value, column) => this.put(this.next, this.left + column, roleOf(role, value), value));
    return this.next++;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }

  skip(): void {
    this.next++;
  }

  put(row: number, column: number, role: CellRole, value: SampleCell): void {
    const at = { row, column, role };
    if (value === null) this.cells.push({ ...at, content: { kind: 'empty' } });
    else if (typeof value !== 'object') this.cells.push({ ...at, content: { kind: 'value', value } });
    else if ('formula' in value)
      this.cells.push({ ...at, content: { kind: 'formula', formula: value.formula }, cached: value.value });
    else if ('day' in value)
      this.cells.push({ ...at, content: { kind: 'value', value: value.day }, format: 'yyyy-mm-dd' });
    else this.cells.push({ ...at, content: { kind: 'value', value: value.value }, format: value.format });
  }

  finish(): SheetSpec {
    const bottom = this.next - 1;
    return {
      name: this.name,
      cells: this.cells,
      merges: this.merges,
      columnWidths: this.widths,
      // Two lines fit into every header row.
      rowHeights: this.header
        ? Object.fromEntries(
            Array.from({ length: this.header.last - this.header.first + 1 }, (_, i) => [
              (this.header?.first ?? 0) + i,
              this.header?.first === this.header?.last ? 32 : 20,
            ]),
          )
        : {},
      freeze: this.header ? { rows: this.header.last + 1, columns: this.left + 2 } : null,
      charts: [],
      validations: [],
      conditionalFormats: [],
      print: setDefaultPrint({ top: 0, left: 0, bottom, right: this.widths.length - 1 }, this.header),
      locked: false,
    };
  }
}

function roleOf(role: CellRole, value: SampleCell): CellRole {
  return role === 'body' && (typeof value === 'number' || (value !== null && typeof value === 'object'))
    ? 'number'
    : role;
}

/** `=SUM(D4:D9)` over 0-based rows of one column, with its value. */
export function sumOf(column: number, first: number, last: number, values: readonly number[]): SampleCell {
  const name = columnName(column);
  return {
    formula: `=SUM(${name}${first + 1}:${name}${last + 1})`,
    value: Math.round(values.reduce((total, value) => total + value, 0) * 1e6) / 1e6,
  };
}

/** The same spec with one typed cell's content replaced; the cell must be there and hold no formula. */
export function replaceCell(spec: SheetSpec, row: number, column: number, content: CellContent): SheetSpec {
  const cell = spec.cells.find((one) => one.row === row && one.column === column);
  if (!cell || cell.content.kind === 'formula')
    throw new Error(`no typed cell ${cellName(row, column)} on ${spec.name}`);
  return { ...spec, cells: spec.cells.map((one) => (one === cell ? { ...cell, content } : one)) };
}
