import { RECORD, type BiffVersion } from './records';

/** Most columns of a sheet in this format. */
export const COLUMNS = 256;

/** Numbers of the records whose cells hold something. */
export const FILLED_CELLS = [
  RECORD.boolErr,
  RECORD.rk,
  RECORD.labelSst,
  RECORD.number,
  RECORD.mulRk,
  RECORD.label,
  RECORD.rString,
  RECORD.formula,
] as const;

const IN_TABLE: ReadonlySet<number> = new Set([
  ...FILLED_CELLS,
  RECORD.blank,
  RECORD.mulBlank,
  RECORD.row,
  RECORD.string,
  RECORD.dbCell,
]);

/** The content of a record: its length in bytes, and numbers in it by their offset. */
export interface RecordContent {
  readonly size: number;
  u8(offset: number): number;
  u16(offset: number): number;
}

/** What a record means for the cells of a sheet. */
export interface CellRecord {
  readonly row: number;
  readonly first: number;
  /** The last column; the first one but for records of many cells. */
  readonly last: number;
  /** Whether its cells hold something. */
  readonly isFilled: boolean;
}

/**
 * The cells that a record of this number holds, `null` where it is no cell record, `'broken'` where its length
 * is not the one that its content asks for: a record that lost or swallowed bytes hides the cells behind it.
 */
export function cellRecord(record: RecordContent, type: number, version: BiffVersion): CellRecord | 'broken' | null {
  const size = sizeOf(record, type, version);
  if (size === null) return null;
  if (size !== record.size) return 'broken';
  const [row, first] = [record.u16(0), record.u16(2)];
  const isMany = type === RECORD.mulRk || type === RECORD.mulBlank;
  const last = isMany ? record.u16(record.size - 2) : first;
  if (last >= COLUMNS || last < first) return 'broken';
  return { row, first, last, isFilled: type !== RECORD.blank && type !== RECORD.mulBlank };
}

/** How long the record must be by its own content; -1 where it is too short to say; `null` where it is no cell record. */
function sizeOf(record: RecordContent, type: number, version: BiffVersion): number | null {
  switch (type) {
    case RECORD.blank:
      return 6;
    case RECORD.boolErr:
      return 8;
    case RECORD.rk:
    case RECORD.labelSst:
      return 10;
    case RECORD.number:
      return 14;
    case RECORD.mulRk:
      return manySize(record, 6);
    case RECORD.mulBlank:
      return manySize(record, 2);
    case RECORD.label:
      return record.size < 8 ? -1 : 6 + textSize(record, 6, version);
    case RECORD.rString:
      return richSize(record, version);
    case RECORD.formula:
      return formulaSize(record);
    default:
      return null;
  }
}

function manySize(record: RecordContent, bytesPerCell: number): number {
  if (record.size < 6 + bytesPerCell) return -1;
  return 6 + (record.u16(record.size - 2) - record.u16(2) + 1) * bytesPerCell;
}

/** Bytes of a text with its length before it in two bytes; in BIFF8 a byte says how wide its letters are. */
export function textSize(record: RecordContent, offset: number, version: BiffVersion): number {
  const letters = record.u16(offset);
  if (version === 5) return 2 + letters;
  if (record.size < offset + 3) return -1;
  return 3 + letters * (record.u8(offset + 2) & 1 ? 2 : 1);
}

function richSize(record: RecordContent, version: BiffVersion): number {
  if (record.size < 9) return -1;
  const runsAt = 6 + textSize(record, 6, version);
  if (version === 5) return runsAt >= record.size ? -1 : runsAt + 1 + record.u8(runsAt) * 2;
  return runsAt + 2 > record.size ? -1 : runsAt + 2 + record.u16(runsAt) * 4;
}

const FORMULA_BYTES = 22;
/** Tokens with more bytes behind the formula: constant arrays, areas held in memory, natural-language references. */
const TOKENS_WITH_EXTRA = [0x18, 0x20, 0x26, 0x27, 0x28, 0x29];

/** Behind a formula only what its tokens ask for may follow; none of them, nothing. */
function formulaSize(record: RecordContent): number {
  if (record.size < FORMULA_BYTES) return -1;
  const end = FORMULA_BYTES + record.u16(20);
  if (end > FORMULA_BYTES && end <= record.size && !beginsOperand(record.u8(FORMULA_BYTES))) return -1;
  if (end >= record.size) return end;
  for (let at = FORMULA_BYTES; at < end; at++) {
    const token = record.u8(at);
    // Tokens come in three classes, told apart by bits 5 and 6.
    const base = token >= 0x40 ? (token & 0x1f) | 0x20 : token;
    if (TOKENS_WITH_EXTRA.includes(base)) return hidesRecords(record, end) ? -1 : record.size;
  }
  return end;
}

/** Tokens stand in the order in which they are worked out: what a formula begins with is no operator, which comes behind. */
function beginsOperand(token: number): boolean {
  return token === 0x01 || token === 0x02 || (token >= 0x16 && token < 0x80);
}

/** Whether what stands there is whole records with cells, which a length that is too great has swallowed. */
function hidesRecords(record: RecordContent, from: number): boolean {
  let at = from;
  while (at + 4 <= record.size && IN_TABLE.has(record.u16(at))) at += 4 + record.u16(at + 2);
  return at > from && at === record.size;
}
