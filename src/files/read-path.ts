import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure, type OpenFailure } from './failure';
import { DEFAULT_LIMITS, type Limits } from './limits';
import { nodeCodec } from './node-codec';
import { systemErrorCode } from './system-error';
import { openFileLazily } from './opening/open-file-lazily';
import type { OpenedFile } from './opening/open-with';

/** Reads and opens a workbook in this process. For files from others use a worker pool, which can be ended. */
export async function readWorkbookFile(
  path: string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<OpenedFile | OpenFailure> {
  const bytes = await readBytes(path, limits);
  return bytes instanceof Uint8Array ? openFileLazily(bytes, basename(path), limits, nodeCodec) : bytes;
}

/** The file's bytes, or why they cannot be had. A file beyond the size limit is not read at all. */
export async function readBytes(path: string, limits: Limits = DEFAULT_LIMITS): Promise<Uint8Array | OpenFailure> {
  try {
    const info = await stat(path);
    if (!info.isFile()) return failure('notAFile');
    if (info.size > limits.fileBytes) return failure('tooLarge', `${(info.size / 1024 / 1024).toFixed(1)} MB`);
    return await readFile(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure('notFound');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return failure('noPermission');
    return failure('readFailed');
  }
}
