import { Refusal } from '../../failure';
import { cellRecord, COLUMNS, FILLED_CELLS, textSize, type CellRecord } from './cell-records';
import { RECORD, type BiffVersion, type Records } from './records';
import type { SharedStrings } from './shared-strings';
import { swallowsCells } from './swallowed-cells';

/** Records of which the table of cells consists; all others stand before or behind it. */
const TABLE_RECORDS: ReadonlySet<number> = new Set([
  RECORD.row,
  RECORD.dbCell,
  RECORD.entExU2,
  RECORD.string,
  RECORD.array,
  RECORD.table,
  RECORD.sharedFormula,
]);
/** What belongs to the formula before it and stands between it and the text of its result. */
const OF_FORMULA: ReadonlySet<number> = new Set([RECORD.array, RECORD.table, RECORD.sharedFormula, RECORD.continue]);
const CONTINUED: ReadonlySet<number> = new Set([RECORD.string, RECORD.formula, RECORD.array, RECORD.continue]);
/** What stands around the cells of a sheet ([MS-XLS] 2.1.7.20.5) and could by its length be taken for one more of them. */
const AROUND_CELLS: ReadonlySet<number> = new Set([
  RECORD.mergeCells, RECORD.drawing, RECORD.object, RECORD.note, RECORD.window2, RECORD.selection, RECORD.pane,
  RECORD.phonetic, RECORD.codeName, RECORD.conditionalFormats, RECORD.validations, RECORD.link, RECORD.setup,
  RECORD.leftMargin, RECORD.rightMargin, RECORD.topMargin, RECORD.bottomMargin,
]); // prettier-ignore
/** Between cells, the one thing besides them that programs without row records are known to write. */
const BETWEEN_CELLS = RECORD.mergeCells;
/** Cells, rows and formulas of BIFF2 to 4, which SheetJS would read; 0 is also what zeros in place of content look like. */
const ANCIENT_RECORDS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 7, 8, 0x21, 0x36, 0x37, 0x206, 0x406]);
const ROW_BYTES = 16;
/** A program that does not keep cells in order does so all over a sheet; damage does so in few places. */
const ORDERLY_CELLS_PER_BREAK = 20;

interface Area {
  readonly top: number;
  readonly left: number;
  /** Exclusive. */
  readonly bottom: number;
  readonly right: number;
}

/**
 * Checks the cells of one worksheet record by record. The format has no checksum, but says most things twice:
 * the area that the cells lie in, the rows and how far each reaches, the order of cells, the length of each
 * record by its content. What contradicts itself is refused as `incomplete`.
 */
export class SheetCheck {
  /** Cells that hold something, formulas with an empty result among them. */
  filled = 0;
  /** Those of them that by their record hold a text without letters. */
  emptyTexts = 0;
  private cells = 0;
  private area: Area | null = null;
  private readonly rows = new Map<number, { readonly first: number; readonly end: number }>();
  private state: 'before' | 'table' | 'behind' = 'before';
  private previousType = -1;
  private lastPlace = -1;
  private orderBreaks = 0;
  private readonly places: number[] = [];
  private awaitsString = false;

  constructor(
    private readonly version: BiffVersion,
    private readonly texts: SharedStrings,
  ) {}

  /** Takes the next record of the sheet itself, not of a chart inside it. */
  take(record: Records): void {
    const { type } = record;
    if (type === RECORD.dimensions) return this.takeDimensions(record);
    const cell = cellRecord(record, type, this.version);
    const isContinued = type === RECORD.continue && this.state === 'table';
    if (ANCIENT_RECORDS.has(type)) fail();
    if (cell === null && swallowsCells(record, this.version, (inner) => this.hasRoomFor(inner))) fail();
    if (cell !== null || isContinued || TABLE_RECORDS.has(type)) this.takeFromTable(record, cell);
    else this.takeOther(record);
    this.previousType = type;
  }

  /** To be called at the sheet's end. */
  finish(): void {
    if (this.awaitsString || this.area === null) fail();
    if (this.orderBreaks === 0) return;
    if (this.rows.size > 0 || this.orderBreaks * ORDERLY_CELLS_PER_BREAK < this.cells) fail();
    if (new Set(this.places).size !== this.places.length) fail();
  }

  private takeDimensions(record: Records): void {
    const isLong = this.version === 8;
    if (this.area !== null || this.state !== 'before' || record.size !== (isLong ? 14 : 10)) fail();
    this.area = isLong
      ? { top: record.u32(0), bottom: record.u32(4), left: record.u16(8), right: record.u16(10) }
      : { top: record.u16(0), bottom: record.u16(2), left: record.u16(4), right: record.u16(6) };
  }

  private takeFromTable(record: Records, cell: CellRecord | 'broken' | null): void {
    if (cell === 'broken') return fail();
    this.checkString(record);
    if (this.state === 'behind') fail();
    this.state = 'table';
    if (record.type === RECORD.row) this.takeRow(record);
    else if (record.type === RECORD.continue && !this.follows(CONTINUED)) fail();
    else if (OF_FORMULA.has(record.type) && !this.follows(OF_FORMULA, RECORD.formula)) fail();
    else if (record.type === RECORD.entExU2 && this.couldBeCell(record)) fail();
    else if (record.type === RECORD.dbCell && !pointsAtRow(record)) fail();
    if (cell !== null) this.takeCell(record, cell);
  }

  private takeOther(record: Records): void {
    const { type } = record;
    if (this.awaitsString) fail();
    const isBetween = type === BETWEEN_CELLS && this.rows.size === 0;
    // The first or last cell, under a number that is none of a cell, would be taken for what stands around the table.
    if (this.state !== 'behind' && !AROUND_CELLS.has(type) && this.couldBeCell(record)) fail();
    if (this.state === 'table' && !isBetween) this.state = 'behind';
  }

  private couldBeCell(record: Records): boolean {
    return FILLED_CELLS.some((type) => {
      const cell = cellRecord(record, type, this.version);
      return cell !== null && cell !== 'broken' && this.hasRoomFor(cell);
    });
  }

  private hasRoomFor({ row, first, last }: CellRecord): boolean {
    if (!this.isInside(row, first, last) || row * COLUMNS + first <= this.lastPlace) return false;
    return this.rows.size === 0 || this.rows.has(row);
  }

  private isInside(row: number, first: number, last: number): boolean {
    const { area } = this;
    return area !== null && row >= area.top && row < area.bottom && first >= area.left && last < area.right;
  }

  private follows(types: ReadonlySet<number>, ...more: readonly number[]): boolean {
    return types.has(this.previousType) || more.includes(this.previousType);
  }

  private takeRow(record: Records): void {
    if (record.size !== ROW_BYTES || this.rows.has(record.u16(0))) fail();
    // Rows that come only behind cells would have been missed for those.
    if (this.rows.size === 0 && this.cells > 0) fail();
    this.rows.set(record.u16(0), { first: record.u16(2), end: record.u16(4) });
  }

  private takeCell(record: Records, cell: CellRecord): void {
    this.checkPlace(cell);
    const count = cell.last - cell.first + 1;
    this.cells += count;
    if (cell.isFilled) this.filled += count;
    this.checkText(record);
    if (record.type === RECORD.formula) this.awaitsString = resultKind(record) === 'string';
  }

  private checkText(record: Records): void {
    if (record.type === RECORD.labelSst) {
      if (record.u32(6) >= this.texts.count) fail();
      if (this.texts.empty.has(record.u32(6))) this.emptyTexts++;
    } else if (record.type === RECORD.label || record.type === RECORD.rString) {
      if (record.u16(6) === 0) this.emptyTexts++;
    }
  }

  private checkPlace({ row, first, last }: CellRecord): void {
    if (!this.isInside(row, first, last)) fail();
    if (this.rows.size > 0) {
      const reach = this.rows.get(row);
      if (reach === undefined || first < reach.first || last >= reach.end) fail();
    }
    const place = row * COLUMNS + first;
    if (place <= this.lastPlace) this.orderBreaks++;
    this.lastPlace = row * COLUMNS + last;
    if (this.rows.size === 0) for (let at = place; at <= this.lastPlace; at++) this.places.push(at);
  }

  /** The text that a formula gives stands behind it; without, the cell would go missing. */
  private checkString(record: Records): void {
    const { type } = record;
    if (type === RECORD.string) {
      if (!this.awaitsString || !isWholeString(record, this.version)) fail();
      this.awaitsString = false;
    } else if (this.awaitsString && !OF_FORMULA.has(type)) fail();
  }
}

/** Behind a block of rows its end says how far back the first of them is. */
function pointsAtRow(record: Records): boolean {
  if (record.size < 4 || record.size % 2 !== 0) return false;
  const at = record.headerAt - record.u32(0);
  return at >= 0 && record.view.getUint16(at, true) === RECORD.row;
}

function isWholeString(record: Records, version: BiffVersion): boolean {
  if (record.size < 2) return false;
  const size = textSize(record, 0, version);
  return size === record.size || (record.following === RECORD.continue && size > record.size);
}

/** What a formula gives, by the eight bytes of its result. */
function resultKind(record: Records): 'number' | 'string' | 'other' {
  if (record.u16(12) !== 0xffff) return 'number';
  if (record.u8(6) > 3) fail();
  return record.u8(6) === 0 ? 'string' : 'other';
}

function fail(): never {
  throw new Refusal('incomplete');
}
