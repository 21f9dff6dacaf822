import type { OpenFailure } from '../failure';
import { DEFAULT_LIMITS, type Limits } from '../limits';
import { portableCodec, type ZipCodec } from './codec';
import { openWith, type OpenedFile } from './open-with';

/** As `openFile`; SheetJS, a large part of a start, is loaded only for a file that the own reader does not read. */
export async function openFileLazily(
  bytes: Uint8Array,
  name: string,
  limits: Limits = DEFAULT_LIMITS,
  codec: ZipCodec = portableCodec,
): Promise<OpenedFile | OpenFailure> {
  const opened = openWith(null, bytes, name, limits, codec);
  if (opened) return opened;
  const { openFile } = await import('./open-file');
  return openFile(bytes, name, limits, codec);
}
