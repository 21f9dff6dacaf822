/** What only Node can do: reading paths. Not for browsers. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { failure, type OpenFailure } from './failure';
import { DEFAULT_LIMITS, type Limits } from './limits';
import type { ZipCodec } from './opening/codec';
import { openFile, type OpenedFile } from './opening/open-file';

/** The zip operations by Node's own zlib, several times as fast as the portable ones. */
export const nodeCodec: ZipCodec = {
  inflate(packed, size) {
    if (size === 0) return packed.length <= 16 ? new Uint8Array(0) : null;
    try {
      const out = inflateRawSync(packed, { maxOutputLength: size });
      return out.length === size ? out : null;
    } catch {
      return null;
    }
  },
  crc32: (bytes) => crc32(bytes),
};

/** Reads and opens a workbook in this process. For files from others use a worker pool, which can be ended. */
export async function readWorkbookFile(
  path: string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<OpenedFile | OpenFailure> {
  const bytes = await readBytes(path, limits);
  return bytes instanceof Uint8Array ? openFile(bytes, basename(path), limits, nodeCodec) : bytes;
}

/** The file's bytes, or why they cannot be had. A file beyond the size limit is not read at all. */
export async function readBytes(path: string, limits: Limits = DEFAULT_LIMITS): Promise<Uint8Array | OpenFailure> {
  try {
    const info = await stat(path);
    if (!info.isFile()) return failure('notAFile');
    if (info.size > limits.fileBytes) return failure('tooLarge', `${(info.size / 1024 / 1024).toFixed(1)} MB`);
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure('notFound');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return failure('noPermission');
    return failure('readFailed');
  }
}
