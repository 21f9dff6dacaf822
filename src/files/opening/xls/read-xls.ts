import type { WorkbookSnapshot } from '../../../workbook';
import { Refusal } from '../../failure';
import type { Limits } from '../../limits';
import type { readWithSheetJs } from '../sheetjs';
import { checkWorkbook } from './check-workbook';
import { rootStream } from './compound-file';
import { decodeName, decodeTexts, oldTexts } from './old-texts';

const COMPOUND_FILE = 0xd0;
const SECTOR_BYTES = 512;
/** Programs fill a shorter stream up to this length, so that it gets sectors of its own. */
const SMALL_STREAM = 4096;

/**
 * Reads an xls that {@link identify} took for one. SheetJS ends quietly where a file is damaged; so it gets only a
 * workbook that was found to be whole, and its cells are counted against those of the records.
 * `isGuessed`: the file does not say truly in what its texts are written; they were taken for Chinese.
 */
export function readXls(
  bytes: Uint8Array,
  limits: Limits,
  reader: typeof readWithSheetJs,
): { readonly snapshot: WorkbookSnapshot; readonly isGuessed: boolean } {
  const stream = bytes[0] === COMPOUND_FILE ? rootStream(bytes, ['Workbook', 'Book']) : bytes;
  // Where bytes were cut out, all behind them moved up, and what fills the last sector now ends the stream.
  const sheets = checkWorkbook(stream, bytes.length % SECTOR_BYTES !== 0 && stream.length > SMALL_STREAM);
  const old = oldTexts(stream);
  if (old === null) return { snapshot: reader(stream, limits, sheets), isGuessed: false };
  try {
    return decodeTexts(reader(old.stream, limits, sheets), old.codePage);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, decodeName(error.detail, old.codePage)) : error;
  }
}
