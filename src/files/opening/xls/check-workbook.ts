import { Refusal } from '../../failure';
import { SheetCheck } from './check-sheet';
import { RECORD, Records, type BiffVersion } from './records';
import { readSharedStrings, type SharedStrings } from './shared-strings';

/** A sheet as the workbook lists it, in the order of the stream. */
export interface ListedSheet {
  readonly isWorksheet: boolean;
  /** Cells that hold something. */
  readonly filledCells: number;
  /** Those of them that hold a text without letters. */
  readonly emptyTexts: number;
}

const VERSIONS: Readonly<Record<number, BiffVersion>> = { 0x0500: 5, 0x0600: 8 };
const GLOBALS = 0x0005;
/** The kind of a sheet in the list of sheets, and the kind with which its own records begin. */
const SHEET_KINDS: Readonly<Record<number, number>> = { 0: 0x0010, 1: 0x0040, 2: 0x0020 };
const WORKSHEET = 0;
const MODULE = 6;

interface Globals {
  readonly version: BiffVersion;
  /** Kinds of the sheets by where they begin. */
  readonly sheets: ReadonlyMap<number, number>;
  readonly texts: SharedStrings;
}

/**
 * Checks that a workbook stream (BIFF5, BIFF8) is whole: its records follow each other to the end, each sheet of the
 * list begins where the list says and ends before the next, and the cells of the worksheets agree with what the
 * sheet says of them. Changed figures and texts cannot be seen: the format has no checksum.
 * Throws a {@link Refusal}: `incomplete`, or `password` where the stream is encrypted.
 *
 * @param isExact that the stream may not be filled up with zeros, since its file lost bytes or has some too many.
 */
export function checkWorkbook(stream: Uint8Array, isExact = false): readonly ListedSheet[] {
  const records = new Records(stream, isExact);
  const globals = readGlobals(records);
  const listed: ListedSheet[] = [];
  while (records.next()) {
    const kind = globals.sheets.get(records.headerAt);
    if (kind === undefined || records.type !== RECORD.beginOfFile || records.u16(2) !== SHEET_KINDS[kind]) fail();
    const check = new SheetCheck(globals.version, globals.texts);
    // Charts and macros are not read; of theirs, only the records must follow each other.
    readSubstream(records, (record) => kind === WORKSHEET && check.take(record));
    if (kind === WORKSHEET) check.finish();
    listed.push({ isWorksheet: kind === WORKSHEET, filledCells: check.filled, emptyTexts: check.emptyTexts });
  }
  // A list without sheets is none, and over what damage put in its place SheetJS may go on without end.
  if (listed.length === 0 || listed.length !== globals.sheets.size) fail();
  return listed;
}

function readGlobals(records: Records): Globals {
  if (!records.next() || records.type !== RECORD.beginOfFile || records.size < 4) fail();
  const version = VERSIONS[records.u16(0)];
  if (version === undefined || records.u16(2) !== GLOBALS) fail();
  const sheets = new Map<number, number>();
  let texts: SharedStrings | null = null;
  readSubstream(records, (record) => {
    if (record.type === RECORD.filePass) throw new Refusal('password');
    if (record.type === RECORD.boundSheet) listSheet(record, version, sheets);
    if (record.type === RECORD.sst) {
      if (texts !== null) fail();
      texts = readSharedStrings(record);
    }
  });
  return { version, sheets, texts: texts ?? { count: 0, empty: new Set() } };
}

function listSheet(record: Records, version: BiffVersion, sheets: Map<number, number>): void {
  if (record.size < 8) fail();
  const letters = record.u8(6);
  const nameSize = version === 8 ? 2 + letters * (record.u8(7) & 1 ? 2 : 1) : 1 + letters;
  const kind = record.u8(5);
  if (letters === 0 || record.size !== 6 + nameSize) fail();
  if (kind === MODULE) return;
  if (SHEET_KINDS[kind] === undefined || sheets.has(record.u32(0))) fail();
  sheets.set(record.u32(0), kind);
}

/** Visits the records from behind the beginning just read to its end, not those of charts inside. */
function readSubstream(records: Records, visit: (record: Records) => void): void {
  for (let depth = 1; depth > 0;) {
    if (!records.next()) fail();
    if (records.type === RECORD.beginOfFile) depth++;
    else if (records.type === RECORD.endOfFile) {
      if (records.size !== 0) fail();
      depth--;
    } else if (depth === 1) visit(records);
  }
}

function fail(): never {
  throw new Refusal('incomplete');
}
