import type { WorkbookSnapshot } from '../../../workbook';
import type { Limits } from '../../limits';
import type { readWithSheetJs } from '../sheetjs';
import { checkWorkbook } from './check-workbook';
import { rootStream } from './compound-file';

const COMPOUND_FILE = 0xd0;
const SECTOR_BYTES = 512;
/** Programs fill a shorter stream up to this length, so that it gets sectors of its own. */
const SMALL_STREAM = 4096;

/**
 * Reads an xls that {@link identify} took for one. SheetJS ends quietly where a file is damaged; so it gets only a
 * workbook that was found to be whole, and its cells are counted against those of the records.
 */
export function readXls(bytes: Uint8Array, limits: Limits, reader: typeof readWithSheetJs): WorkbookSnapshot {
  const stream = bytes[0] === COMPOUND_FILE ? rootStream(bytes, ['Workbook', 'Book']) : bytes;
  // Where bytes were cut out, all behind them moved up, and what fills the last sector now ends the stream.
  const sheets = checkWorkbook(stream, bytes.length % SECTOR_BYTES !== 0 && stream.length > SMALL_STREAM);
  return reader(stream, limits, sheets);
}
