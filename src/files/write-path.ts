import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemErrorCode } from './system-error';

export type WriteFailureCode = keyof typeof MESSAGES;

export interface WriteFailure {
  readonly ok: false;
  readonly code: WriteFailureCode;
  readonly message: string;
}

const MESSAGES = {
  noSpace: '磁盘空间不足，文件没有写入。请清理磁盘或换一个位置后再试。',
  noPermission: '没有写入权限，文件没有写入。请确认文件没有在 Excel 中打开，或换一个位置后再试。',
  noFolder: '要写入的文件夹不存在。请先建立文件夹，或换一个位置。',
  isFolder: '要写入的位置是文件夹，不是文件。请写明文件名。',
  writeFailed: '写入文件时出错，文件没有写入。请检查磁盘或网络位置后再试。',
} as const;

const CODES: Readonly<Record<string, WriteFailureCode>> = {
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  EFBIG: 'noSpace',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EBUSY: 'noPermission',
  EROFS: 'noPermission',
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
  EISDIR: 'isFolder',
};

/**
 * Writes a file whole or not at all: under a temporary name in the same folder, forced to disk, then renamed.
 * Whatever stood at `path` stays as it was until then, and for good when writing fails.
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | string,
): Promise<{ readonly ok: true } | WriteFailure> {
  let temporary: string | null = null;
  try {
    const target = await targetOf(path);
    if (target.isFolder) return writeFailure('isFolder');
    const name = join(dirname(target.path), `.${basename(target.path)}.${randomBytes(6).toString('hex')}.tmp`);
    const file = await open(name, 'wx', target.mode);
    temporary = name;
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(name, target.path);
    return { ok: true };
  } catch (error) {
    if (temporary !== null) await unlink(temporary).catch(() => undefined);
    return writeFailure(CODES[systemErrorCode(error)] ?? 'writeFailed');
  }
}

/** Why nothing could be written at `path`, as far as can be told without writing; told before the work, not after it. */
export async function whyNotWritable(path: string): Promise<WriteFailure | null> {
  const target = await targetOf(path);
  if (target.isFolder) return writeFailure('isFolder');
  return whyNotInto(dirname(target.path));
}

/** Makes a folder where there is none; its own folder must be there. */
export async function makeFolder(path: string): Promise<WriteFailure | null> {
  try {
    await mkdir(path);
    return null;
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') return writeFailure(CODES[systemErrorCode(error)] ?? 'writeFailed');
    return whyNotInto(path);
  }
}

async function whyNotInto(folder: string): Promise<WriteFailure | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return writeFailure('noFolder');
    await access(folder, constants.W_OK);
    return null;
  } catch (error) {
    return writeFailure(CODES[systemErrorCode(error)] ?? 'writeFailed');
  }
}

/** Where to write: the file that a link leads to, with the mode it has. */
async function targetOf(path: string): Promise<{ path: string; isFolder: boolean; mode: number }> {
  try {
    const real = await realpath(path);
    const info = await stat(real);
    return { path: real, isFolder: info.isDirectory(), mode: info.mode & 0o777 };
  } catch {
    return { path, isFolder: /[\\/]$/.test(path), mode: 0o666 };
  }
}

function writeFailure(code: WriteFailureCode): WriteFailure {
  return { ok: false, code, message: MESSAGES[code] };
}
