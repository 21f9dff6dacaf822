import { readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

/** A file to process, or why an argument gave none. `name` is how it is shown: as it was written. */
export type Input =
  | { readonly kind: 'file'; readonly name: string; readonly path: string }
  | { readonly kind: 'nothing'; readonly name: string; readonly code: string; readonly message: string };

const WORKBOOK = /\.(?:xlsx|xlsm|xlsb|xls)$/iu;

/**
 * The files that the arguments mean, in their order; what is in a folder or behind `*` and `?` comes sorted by name,
 * so that the order never depends on the disk. A file that is named twice counts once.
 */
export function expandInputs(given: readonly string[]): readonly Input[] {
  const seen = new Set<string>();
  return given.flatMap(expand).filter((input) => {
    if (input.kind === 'nothing') return true;
    const place = resolve(input.path);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function expand(given: string): readonly Input[] {
  const kind = kindOf(given);
  if (kind === 'folder') {
    const files = workbooksIn(given);
    return files.length > 0
      ? files.map(asFile)
      : [nothing(given, 'emptyFolder', '文件夹中没有 Excel 工作簿（.xlsx、.xlsm、.xlsb、.xls）。')];
  }
  if (kind === 'missing' && /[*?]/u.test(given)) {
    const files = matching(given);
    return files.length > 0
      ? files.map(asFile)
      : [nothing(given, 'notFound', '没有与此相符的文件。请核对路径后再试。')];
  }
  // A file that is not there, and one that cannot be read, is told by opening it.
  return [asFile(given)];
}

/** Workbooks in a folder and the folders in it; neither hidden files nor Excel's lock files (`~$…`). */
function workbooksIn(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((name) => {
    const path = join(folder, name);
    if (/^(?:\.|~\$)/u.test(name)) return [];
    const kind = kindOf(path);
    if (kind === 'folder') return workbooksIn(path);
    return kind === 'file' && WORKBOOK.test(name) ? [path] : [];
  });
}

/** The files that a pattern means: `*` and `?` within a name, in any part of the path. */
function matching(pattern: string): readonly string[] {
  const parent = dirname(pattern);
  const last = normalize(pattern).split(/[\\/]/u).at(-1) ?? '';
  const folders = /[*?]/u.test(parent) ? matching(parent).filter((path) => kindOf(path) === 'folder') : [parent];
  const source = last
    .replace(/[.+^${}()|[\]\\]/gu, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const matcher = new RegExp(`^${source}$`, 'u');
  return folders.flatMap((folder) =>
    entriesOf(folder)
      .filter((name) => matcher.test(name) && !/^(?:\.|~\$)/u.test(name))
      .map((name) => (folder === '.' && !pattern.startsWith('.') ? name : join(folder, name))),
  );
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort((a, b) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

function kindOf(path: string): 'file' | 'folder' | 'missing' {
  const info = statSync(path, { throwIfNoEntry: false, bigint: false });
  if (!info) return 'missing';
  return info.isDirectory() ? 'folder' : 'file';
}

function asFile(path: string): Input {
  return { kind: 'file', name: path, path };
}

function nothing(name: string, code: string, message: string): Input {
  return { kind: 'nothing', name, code, message };
}
