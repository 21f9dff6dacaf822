import { Refusal } from '../../failure';

/** Record numbers of BIFF5 and BIFF8 ([MS-XLS] 2.3) that say where cells are and how many there must be. */
export const RECORD = {
  formula: 0x0006,
  endOfFile: 0x000a,
  externalSheets: 0x0017,
  note: 0x001c,
  selection: 0x001d,
  leftMargin: 0x0026,
  rightMargin: 0x0027,
  topMargin: 0x0028,
  bottomMargin: 0x0029,
  filePass: 0x002f,
  continue: 0x003c,
  pane: 0x0041,
  object: 0x005d,
  boundSheet: 0x0085,
  setup: 0x00a1,
  mulRk: 0x00bd,
  mulBlank: 0x00be,
  rString: 0x00d6,
  dbCell: 0x00d7,
  mergeCells: 0x00e5,
  drawing: 0x00ec,
  phonetic: 0x00ef,
  sst: 0x00fc,
  labelSst: 0x00fd,
  conditionalFormats: 0x01b0,
  validations: 0x01b2,
  link: 0x01b8,
  codeName: 0x01ba,
  entExU2: 0x01c2,
  dimensions: 0x0200,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  array: 0x0221,
  table: 0x0236,
  window2: 0x023e,
  rk: 0x027e,
  sharedFormula: 0x04bc,
  beginOfFile: 0x0809,
} as const;

/**
 * Bytes that a record must have at least, wherever it stands. SheetJS takes a length out of them, and where there is
 * none it goes on without end.
 */
const LEAST_BYTES: Readonly<Record<number, number>> = {
  [RECORD.externalSheets]: 2,
  [RECORD.array]: 14,
  [RECORD.sharedFormula]: 10,
};

export type BiffVersion = 5 | 8;

const HEADER_BYTES = 4;

/**
 * Walks over the records of a workbook stream. Each must end within the stream; behind the last end of file
 * may stand zeros alone, with which programs fill the stream up, and where `isExact` nothing at all.
 */
export class Records {
  /** The current record: its number, where its header and its content begin, and the length of its content in bytes. */
  type = -1;
  headerAt = 0;
  at = 0;
  size = 0;
  readonly view: DataView;
  private nextAt = 0;

  constructor(
    readonly bytes: Uint8Array,
    private readonly isExact: boolean,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Goes to the next record; false at the end of the stream. */
  next(): boolean {
    const { nextAt: from, bytes } = this;
    if (from + HEADER_BYTES > bytes.length || this.isPadding(from)) return this.ends(from);
    this.type = this.view.getUint16(from, true);
    this.size = this.view.getUint16(from + 2, true);
    this.headerAt = from;
    this.at = from + HEADER_BYTES;
    this.nextAt = this.at + this.size;
    if (this.nextAt > bytes.length || this.size < (LEAST_BYTES[this.type] ?? 0)) throw new Refusal('incomplete');
    return true;
  }

  /** The number of the record after this one, -1 at the end. */
  get following(): number {
    return this.nextAt + 2 > this.bytes.length ? -1 : this.view.getUint16(this.nextAt, true);
  }

  u8(offset: number): number {
    return this.view.getUint8(this.at + offset);
  }

  u16(offset: number): number {
    return this.view.getUint16(this.at + offset, true);
  }

  u32(offset: number): number {
    return this.view.getUint32(this.at + offset, true);
  }

  private isPadding(from: number): boolean {
    return this.type === RECORD.endOfFile && this.view.getUint32(from, true) === 0;
  }

  private ends(from: number): false {
    if (this.isExact && from < this.bytes.length) throw new Refusal('incomplete');
    for (let at = from; at < this.bytes.length; at++) if (this.bytes[at] !== 0) throw new Refusal('incomplete');
    return false;
  }
}
