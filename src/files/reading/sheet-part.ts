import { LAST_COLUMN, LAST_ROW, parseArea, type Area, type CellValue, type SheetSnapshot } from '../../workbook';
import { Refusal } from '../failure';
import { CopiedFormula } from '../formulas/references';
import type { Limits } from '../limits';
import { DAYS_1904 } from '../opening/number-format';
import { SheetBlock } from '../opening/sheet-block';
import { dayNumber, errorValue, parseNumber } from './cell-value';
import { readRichText } from './shared-strings';
import type { CellFormats } from './styles-part';
import { decodeCellText, Tag, XmlScanner } from './xml-scanner';

/** What the sheets of a workbook have in common. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  readonly is1904: boolean;
  readonly limits: Limits;
  /** Cells that this sheet's block may still have. */
  readonly cells: number;
}

/** Hidden columns may be listed more than once, but not without end. */
const MOST_COLUMN_STEPS = 20 * LAST_COLUMN;

const ONE_LETTER = { c: 0x63, r: 0x72, s: 0x73, t: 0x74, v: 0x76, f: 0x66 } as const;

/** Reads one worksheet part. */
export function readSheetPart(
  name: string,
  visibility: SheetSnapshot['visibility'],
  bytes: Uint8Array,
  context: SheetContext,
): SheetSnapshot {
  return new SheetPartReader(name, bytes, context).read(visibility);
}

interface SharedFormula {
  readonly formula: CopiedFormula;
  readonly characters: number;
  readonly row: number;
  readonly column: number;
}

/** A cell whose shared formula stands further down. */
interface Waiting {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly format: number;
  readonly shared: string;
}

class SheetPartReader {
  private readonly scanner: XmlScanner;
  private readonly block: SheetBlock;
  private readonly merges: Area[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly shared = new Map<string, SharedFormula>();
  private readonly waiting: Waiting[] = [];
  private isProtected = false;
  private row = -1;
  /** The row says its number, and its cells must agree. */
  private isRowStated = false;
  private column = -1;
  private style = 0;
  /** Range of bytes of the cell's `t`; `start` is -1 where it has none. */
  private typeStart = -1;
  private typeEnd = -1;
  private formula: string | null = null;
  private sharedId: string | null = null;
  private formulaCharacters = 0;
  private columnSteps = 0;

  constructor(
    private readonly name: string,
    private readonly bytes: Uint8Array,
    private readonly context: SheetContext,
  ) {
    this.scanner = new XmlScanner(bytes, context.limits.depth);
    this.block = new SheetBlock(name, context.cells);
  }

  read(visibility: SheetSnapshot['visibility']): SheetSnapshot {
    const { scanner } = this;
    scanner.enterRoot('worksheet');
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (tag === Tag.close) continue;
      if (scanner.is('c')) this.readCell(tag);
      else if (scanner.is('row')) this.startRow();
      else if (scanner.is('mergeCell')) this.readMerge();
      else if (scanner.is('col')) this.readColumns();
      else if (scanner.is('sheetProtection')) this.isProtected = scanner.flag('sheet');
    }
    for (const { row, column, value, format, shared } of this.waiting) {
      this.block.add(row, column, value, format, this.expand(shared, row, column));
    }
    const { codes } = this.context.formats;
    return {
      name: this.name,
      visibility,
      isProtected: this.isProtected,
      ...this.block.finish((format) => codes[format] ?? 'General'),
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
    };
  }

  private startRow(): void {
    const number = this.scanner.attribute('r');
    this.isRowStated = number !== null;
    this.row = number === null ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    if (!(Number.isInteger(this.row) && this.row >= 0 && this.row <= LAST_ROW))
      throw new Refusal('brokenSheet', this.name);
    if (this.scanner.flag('hidden')) this.hiddenRows.add(this.row);
  }

  private readMerge(): void {
    const area = parseArea(this.scanner.attribute('ref') ?? '');
    if (this.merges.length >= this.context.limits.merges) throw new Refusal('tooManyMerges', this.name);
    if (area) this.merges.push(area);
  }

  private readColumns(): void {
    if (!this.scanner.flag('hidden')) return;
    const first = Math.max(0, Number(this.scanner.attribute('min')) - 1);
    const last = Math.min(LAST_COLUMN, Number(this.scanner.attribute('max')) - 1);
    this.columnSteps += Math.max(0, last - first);
    if (this.columnSteps > MOST_COLUMN_STEPS) throw new Refusal('brokenSheet', this.name);
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column);
  }

  private readCell(tag: Tag): void {
    this.column++;
    this.style = 0;
    this.typeStart = -1;
    this.readAttributes();
    if (this.row < 0 || this.column > LAST_COLUMN || this.row > LAST_ROW) throw new Refusal('brokenSheet', this.name);
    const format = this.context.formats.ofStyle[this.style] ?? 0;
    if (tag === Tag.empty) {
      this.block.add(this.row, this.column, null, format, null);
      return;
    }
    this.formula = null;
    this.sharedId = null;
    const value = this.readContent(format);
    const { row, column, sharedId } = this;
    if (this.formula === null && sharedId !== null) {
      if (!this.shared.has(sharedId)) {
        this.waiting.push({ row, column, value, format, shared: sharedId });
        return;
      }
      this.formula = this.expand(sharedId, row, column);
    }
    this.block.add(row, column, value, format, this.formula);
  }

  private expand(shared: string, row: number, column: number): string | null {
    const source = this.shared.get(shared);
    if (!source) return null;
    this.countFormula(source.characters);
    return source.formula.at(row - source.row, column - source.column);
  }

  /** A short file may hold one long formula that a million cells share. */
  private countFormula(characters: number): void {
    this.formulaCharacters += characters;
    if (this.formulaCharacters > this.context.limits.formulaCharacters) throw new Refusal('tooManyFormulas', this.name);
  }

  /** The cell's `r`, `s` and `t`, without making strings of them: this runs once per cell. */
  private readAttributes(): void {
    const { bytes } = this;
    const { attributesEnd } = this.scanner;
    let at = this.scanner.attributesStart;
    while (at < attributesEnd) {
      while (at < attributesEnd && (bytes[at] ?? 0) <= 32) at++;
      const nameStart = at;
      while (at < attributesEnd && bytes[at] !== 0x3d) at++;
      const letter = at - nameStart === 1 ? bytes[nameStart] : 0;
      while (at < attributesEnd && bytes[at] !== 0x22 && bytes[at] !== 0x27) at++;
      const quote = bytes[at];
      const start = ++at;
      while (at < attributesEnd && bytes[at] !== quote) at++;
      if (letter === ONE_LETTER.r) this.readPlace(start, at);
      else if (letter === ONE_LETTER.s) this.style = parseNumber(bytes, start, at);
      else if (letter === ONE_LETTER.t) {
        this.typeStart = start;
        this.typeEnd = at;
      }
      at++;
    }
  }

  /** A cell that does not say where it is stands behind the one before; one that says it wrongly could be any. */
  private readPlace(start: number, end: number): void {
    const { bytes } = this;
    let column = 0;
    let row = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x30 && byte <= 0x39 && column > 0) row = row * 10 + byte - 0x30;
      else if (byte >= 0x41 && byte <= 0x5a && row === 0) column = column * 26 + byte - 0x40;
      else if (byte >= 0x61 && byte <= 0x7a && row === 0) column = column * 26 + byte - 0x60;
      else throw new Refusal('brokenSheet', this.name);
    }
    if (start === end) return;
    const isElsewhere = this.isRowStated && row - 1 !== this.row;
    if (column === 0 || row === 0 || isElsewhere) throw new Refusal('brokenSheet', this.name);
    this.column = column - 1;
    this.row = row - 1;
  }

  /** Reads the cell's inner elements, passes its end tag, and gives its value. */
  private readContent(format: number): CellValue {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    let value: CellValue = null;
    while (scanner.depth > outside) {
      const tag = scanner.next();
      if (tag === Tag.end) break;
      if (tag === Tag.close) continue;
      const letter = scanner.nameEnd - scanner.nameStart === 1 ? this.bytes[scanner.nameStart] : 0;
      if (letter === ONE_LETTER.v) {
        if (tag === Tag.open) value = this.readValue(format);
        else if (this.isType('str')) value = '';
      } else if (letter === ONE_LETTER.f) this.readFormula(tag);
      else if (scanner.is('is')) value = tag === Tag.open ? readRichText(scanner) : '';
      else if (scanner.is('c') || scanner.is('row')) throw new Refusal('brokenSheet', this.name);
      else if (tag === Tag.open) scanner.skip();
    }
    return value;
  }

  private isType(type: string): boolean {
    const { typeStart } = this;
    if (typeStart < 0 || this.typeEnd - typeStart !== type.length) return false;
    for (let i = 0; i < type.length; i++) if (this.bytes[typeStart + i] !== type.charCodeAt(i)) return false;
    return true;
  }

  private readValue(format: number): CellValue {
    const { bytes, scanner } = this;
    const isNumber = this.typeStart < 0 || this.isType('n');
    if (!isNumber && !this.isType('s')) return this.textValue(decodeCellText(scanner.text()));
    const start = scanner.at;
    let end = start;
    while (end < bytes.length && bytes[end] !== 0x3c) end++;
    const number = parseNumber(bytes, start, end);
    if (Number.isNaN(number)) return this.oddNumber(isNumber);
    scanner.next();
    if (isNumber) return this.context.is1904 && this.context.formats.isDay[format] ? number + DAYS_1904 : number;
    const text = this.context.strings[number];
    if (text === undefined) throw new Refusal('brokenSheet', this.name);
    return text;
  }

  /** A number with a comment in it, or none at all: an empty one is nothing, another is kept as text. */
  private oddNumber(isNumber: boolean): CellValue {
    const text = this.scanner.text().trim();
    if (text === '') return null;
    const own = new TextEncoder().encode(text);
    const number = parseNumber(own, 0, own.length);
    if (isNumber) return Number.isNaN(number) ? text : number;
    const shared = this.context.strings[number];
    if (shared === undefined) throw new Refusal('brokenSheet', this.name);
    return shared;
  }

  private textValue(text: string): CellValue {
    if (this.isType('b')) return text === '1' || text.toLowerCase() === 'true';
    if (this.isType('e')) return errorValue(text);
    return this.isType('d') ? dayNumber(text) : text;
  }

  private readFormula(tag: Tag): void {
    const { scanner } = this;
    const kind = scanner.attributesEnd > scanner.attributesStart ? scanner.attribute('t') : null;
    const id = kind === 'shared' ? scanner.attribute('si') : null;
    const text = tag === Tag.open ? scanner.text() : '';
    if (text !== '' && kind !== 'dataTable') {
      this.formula = `=${decodeCellText(text).replace(/^=/, '')}`;
      this.countFormula(this.formula.length);
      if (id !== null) {
        const formula = new CopiedFormula(this.formula);
        this.shared.set(id, { formula, characters: this.formula.length, row: this.row, column: this.column });
      }
    } else {
      this.sharedId = id;
    }
  }
}
