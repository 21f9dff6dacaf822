import {
  fieldOf,
  type FieldId,
  parseHeader,
  type RecognizedColumn,
  type RecognizedTable,
  type Section,
  type TableKind,
} from '../../recognize';
import {
  areaName,
  columnName,
  isBlank,
  squeezed,
  standingArea,
  standingCell,
  standingName,
  trimmed,
  valueAt,
  type Area,
  type CellValue,
} from '../../workbook';
import { readDateColumn, type DateColumn } from './date-column';
import { mergeIndexOf } from './merge-index';
import { readNumberColumn, type NumberColumn } from './number-column';

const NAME_FIELD: Readonly<Record<TableKind, FieldId>> = {
  schools: 'schoolName',
  funds: 'fundName',
  responsibilities: 'measure',
  indicators: 'indicatorName',
  summary: 'groupName',
};

/**
 * A recognized table with its columns read once, shared by all rules. Rows are 0-based rows of its sheet, which may be
 * turned on its side: `cellName`, `areaName` and `lineNames` say where something stands in the workbook.
 */
export class TableView {
  readonly kind: TableKind;
  readonly sheet: RecognizedTable['sheet'];
  readonly nameField: FieldId;
  private readonly numberColumns = new Map<FieldId, NumberColumn>();
  private readonly dateColumns = new Map<FieldId, DateColumn>();
  private readonly middles = new Map<FieldId, number>();
  private readonly texts = new Map<FieldId, (string | undefined)[]>();
  private readonly signs = new Map<FieldId, readonly number[]>();
  private keys: readonly (string | undefined)[] | null = null;
  private sectionByRow: (Section | undefined)[] | null = null;
  private figures: readonly number[] | null = null;

  constructor(
    readonly table: RecognizedTable,
    /** Stable among the tables of one workbook: `schools#1`. */
    readonly key: string,
    /** Position of the sheet in the workbook, for sorting. */
    readonly sheetIndex: number,
  ) {
    this.kind = table.kind;
    this.sheet = table.sheet;
    this.nameField = NAME_FIELD[table.kind];
  }

  column(field: FieldId): RecognizedColumn | null {
    return this.table.byField.get(field) ?? null;
  }

  has(field: FieldId): boolean {
    return this.table.byField.has(field);
  }

  title(field: FieldId): string {
    return fieldOf(field).title;
  }

  /** The column read as numbers, or `null` where the table has none. */
  numbers(field: FieldId): NumberColumn | null {
    const known = this.numberColumns.get(field);
    if (known) return known;
    const column = this.column(field);
    if (!column) return null;
    const read = readNumberColumn(this.table, column);
    this.numberColumns.set(field, read);
    return read;
  }

  /** The middle of a column's positive values in its first rows; infinite where they are too few to say. */
  middle(field: FieldId): number {
    let known = this.middles.get(field);
    if (known === undefined) {
      const numbers = this.numbers(field);
      const values: number[] = [];
      for (const row of this.table.dataRows.slice(0, 5000)) {
        const value = numbers?.value(row) ?? NaN;
        if (value > 0) values.push(value);
      }
      values.sort((a, b) => a - b);
      known = values.length < 3 ? Infinity : (values[Math.floor((values.length - 1) / 2)] ?? Infinity);
      this.middles.set(field, known);
    }
    return known;
  }

  /** The column read as dates, or `null` where the table has none. */
  dates(field: FieldId): DateColumn | null {
    const known = this.dateColumns.get(field);
    if (known) return known;
    const column = this.column(field);
    if (!column) return null;
    const read = readDateColumn(this.table, column);
    this.dateColumns.set(field, read);
    return read;
  }

  /** The cell's own value. */
  raw(row: number, field: FieldId): CellValue {
    const column = this.column(field);
    return column ? valueAt(this.sheet, row, column.column) : null;
  }

  /** What a reader sees in the cell as trimmed text; a merged cell shows its top-left value. */
  text(row: number, field: FieldId): string {
    const i = row - this.table.area.top;
    let texts = this.texts.get(field);
    const known = texts?.[i];
    if (known !== undefined) return known;
    const column = this.table.byField.get(field);
    if (!column) return field === 'unit' ? this.headingOf(row).unit : '';
    if (!texts) this.texts.set(field, (texts = new Array<string | undefined>(this.table.roles.length)));
    return (texts[i] = this.readText(row, column));
  }

  private readText(row: number, column: RecognizedColumn): string {
    const own = valueAt(this.sheet, row, column.column);
    if (own !== null && own !== '' && !isBlank(own)) return bare(own);
    const merge = mergeIndexOf(this.sheet).at(row, column.column);
    const shown = merge ? valueAt(this.sheet, merge.top, merge.left) : null;
    return shown === null ? '' : bare(shown);
  }

  /**
   * Data rows whose own value in the column is text with a space of any kind, a bracket or a round letter (O, ○) in it.
   * Rules about such signs look at these rows alone.
   */
  rowsWithSigns(field: FieldId): readonly number[] {
    let rows = this.signs.get(field);
    if (!rows) {
      rows = this.table.dataRows.filter((row) => {
        const raw = this.raw(row, field);
        return typeof raw === 'string' && hasSign(raw);
      });
      this.signs.set(field, rows);
    }
    return rows;
  }

  /** What names the row: the school, fund, measure or indicator. */
  name(row: number): string {
    const own = this.text(row, this.nameField);
    return this.kind === 'indicators' && /^[合总小共]计[:：]?$/u.test(own) ? this.headingOf(row).name || own : own;
  }

  /** What the heading above a row says: `二、新增学校（所）` → 新增学校, 所. Empty where there is none. */
  private headingOf(row: number): { readonly name: string; readonly unit: string } {
    const label = this.kind === 'indicators' ? (this.sectionOf(row)?.label ?? '') : '';
    const { names, unit } = parseHeader(label.replace(/^[（(]?[一二三四五六七八九十]{1,3}[）)、.．,，:：]?/u, ''));
    return { name: names[0] ?? '', unit: unit ?? '' };
  }

  /** Columns whose sum over rows means something. */
  summables(): readonly RecognizedColumn[] {
    return this.table.columns.filter((column) => fieldOf(column.field).summable);
  }

  /** Columns that hold numbers of any kind. */
  numericColumns(): readonly RecognizedColumn[] {
    return this.table.columns.filter((column) => {
      const type = fieldOf(column.field).type;
      return (type === 'number' || type === 'wholeNumber' || type === 'percent') && column.field !== 'sequence';
    });
  }

  dateFields(): readonly RecognizedColumn[] {
    return this.table.columns.filter((column) => fieldOf(column.field).type === 'date');
  }

  sectionOf(row: number): Section | null {
    const { top } = this.table.area;
    if (!this.sectionByRow) {
      this.sectionByRow = new Array<Section | undefined>(this.table.roles.length);
      for (const section of this.table.sections)
        for (const each of section.rows) this.sectionByRow[each - top] = section;
    }
    return this.sectionByRow[row - top] ?? null;
  }

  /** Rows of figures: data, subtotals and totals. */
  figureRows(): readonly number[] {
    return (this.figures ??= this.findFigureRows());
  }

  private findFigureRows(): readonly number[] {
    const { table } = this;
    const rows = [...table.dataRows];
    for (const section of table.sections) {
      if (section.subtotalRow !== null) rows.push(section.subtotalRow);
      rows.push(...section.ofWhichRows);
    }
    if (table.totalRow !== null) rows.push(table.totalRow);
    return rows.sort((a, b) => a - b);
  }

  /** Names the row in a way that survives inserting and sorting: its name, or its role. */
  rowKey(row: number): string {
    this.keys ??= this.nameRows();
    return this.keys[row - this.table.area.top] ?? 'header';
  }

  /** The row's cells from the table's first to its last column. */
  rowArea(row: number): Area {
    return { top: row, bottom: row, left: this.table.area.left, right: this.table.area.right };
  }

  headerArea(): Area {
    const { area, headerRows } = this.table;
    return { top: headerRows.first, bottom: headerRows.last, left: area.left, right: area.right };
  }

  /** `C18` in the workbook. */
  cellName(row: number, column: number): string {
    return standingName(this.sheet, row, column);
  }

  /** `C3:D9` in the workbook. */
  areaName(area: Area): string {
    return areaName(standingArea(this.sheet, area));
  }

  /** `第 7-9、11 行` for 0-based ascending rows; `G-I、K 列` where the table lies on its side; a form's first row. */
  lineNames(rows: readonly number[]): string {
    const { standing, gathered } = this.sheet;
    const isTurned = standing !== undefined && gathered === undefined;
    const name = (row: number): string =>
      isTurned ? columnName(row) : String(standingCell(this.sheet, row, this.table.area.left).row + 1);
    const runs: string[] = [];
    for (let i = 0; i < rows.length;) {
      let j = i;
      while (rows[j + 1] === (rows[j] ?? 0) + 1) j++;
      const first = name(rows[i] ?? 0);
      const last = name(rows[j] ?? 0);
      runs.push(first === last ? first : `${first}-${last}`);
      i = j + 1;
    }
    const names = `${runs.slice(0, 6).join('、')}${runs.length > 6 ? ' 等' : ''}`;
    return isTurned ? `${names} 列` : `第 ${names} 行`;
  }

  private nameRows(): readonly (string | undefined)[] {
    const { top } = this.table.area;
    const keys = new Array<string | undefined>(this.table.roles.length);
    const seen = new Set<string>();
    const repeated = new Map<string, number>();
    const put = (row: number, base: string): void => {
      const before = seen.size;
      seen.add(base);
      if (seen.size > before) {
        keys[row - top] = base;
        return;
      }
      const times = (repeated.get(base) ?? 1) + 1;
      repeated.set(base, times);
      keys[row - top] = `${base}~${times}`;
    };
    for (const row of this.table.dataRows) put(row, this.name(row) || `无名${this.sectionOf(row)?.label ?? ''}`);
    this.table.sections.forEach((section) => {
      const label = section.stage ?? squeezed(section.label);
      if (section.headingRow !== null) put(section.headingRow, `heading:${label}`);
      if (section.subtotalRow !== null && section.subtotalRow !== section.headingRow)
        put(section.subtotalRow, `subtotal:${label}`);
      for (const row of section.ofWhichRows) put(row, `ofWhich:${label}:${squeezed(this.name(row))}`);
    });
    if (this.table.totalRow !== null) put(this.table.totalRow, 'total');
    return keys;
  }
}

/** Spaces of every kind, （）(), ○, O and Ｏ; told by their codes since nearly every cell has none. */
function hasSign(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x29) {
      if (code <= 0x20 || code >= 0x28) return true;
    } else if (code < 0x2000) {
      if (code === 0x4f || code === 0xa0 || code === 0x1680) return true;
    } else if (code <= 0x3000) {
      if (code <= 0x206f || code === 0x25cb || code === 0x3000) return true;
    } else if (code >= 0xfe00 && (code === 0xfeff || code === 0xff08 || code === 0xff09 || code === 0xff2f))
      return true;
  }
  return false;
}

/** As trimmed text; most cells need no trimming. */
function bare(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  return first > 32 && last > 32 && isPlain(first) && isPlain(last) ? value : trimmed(value);
}

function isPlain(code: number): boolean {
  return code < 0xa0 || (code > 0x2fff && code !== 0x3000 && code !== 0xfeff);
}
