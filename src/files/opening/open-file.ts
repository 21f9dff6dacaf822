import type { OpenFailure } from '../failure';
import { DEFAULT_LIMITS, type Limits } from '../limits';
import { portableCodec, type ZipCodec } from './codec';
import { openWith, type OpenedFile } from './open-with';
import { readWithSheetJs } from './sheetjs';

/**
 * Opens a workbook that someone sent: xlsx, xlsm, xlsb or xls. Nothing in `bytes` is trusted; what is wrong
 * is found in this order: size, kind, password, package, then the contents. `name` is the file's name, used only
 * to tell apart kinds with the same first bytes. Pure; may take seconds for a hostile file, so hosts call it in a
 * worker that they can end.
 */
export function openFile(
  bytes: Uint8Array,
  name: string,
  limits: Limits = DEFAULT_LIMITS,
  codec: ZipCodec = portableCodec,
): OpenedFile | OpenFailure {
  const opened = openWith(readWithSheetJs, bytes, name, limits, codec);
  if (!opened) throw new Error('there is a reader for every kind');
  return opened;
}
