import { lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { oneLine } from './formats/one-line';

/** A file to process, or why an argument gave none. `name` is how it is shown: as it was written. */
export type Input =
  | { readonly kind: 'file'; readonly name: string; readonly path: string }
  | { readonly kind: 'nothing'; readonly name: string; readonly code: string; readonly message: string };

/**
 * What is taken from a folder: workbooks, and what units send in their place. Opening it says what to ask the sender
 * for, so that nobody counts as silent who sent a csv. Documents and scans usually lie beside a workbook.
 */
const WORKBOOK = /\.(?:xls[xmb]?|xlt[xm]?|ett?|f?ods|csv|tsv|numbers|zip|rar|7z)$/iu;
/** Settings and left-overs of programs, this one's too. */
const NEVER_SENT = /\.(?:json|md|ini|db|log|tmp)$/iu;
const NOT_ENTERED = '这是指向其他文件夹的链接，没有进入。需要处理时请直接指定该文件夹。';

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
      ? files
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

/** Names of the files in the given folders that are not taken: what is left out is told. */
export function leftOut(given: readonly string[]): readonly string[] {
  const found = given.filter((one) => kindOf(one) === 'folder').flatMap((folder) => entriesIn(folder));
  return [
    ...new Set(
      found.flatMap(({ path, kind }) =>
        kind === 'file' && !WORKBOOK.test(path) && !NEVER_SENT.test(path) ? [path] : [],
      ),
    ),
  ];
}

/** One line for what is left out; empty where there is none. */
export function leftOutNote(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const named = paths.slice(0, 5).map(oneLine).join('、');
  return `文件夹中另有 ${paths.length} 个文件不是表格，没有处理：${named}${paths.length > 5 ? ' 等' : ''}。\n`;
}

/** Workbooks in a folder and the folders in it; neither hidden files nor Excel's lock files (`~$…`). */
function workbooksIn(folder: string): readonly Input[] {
  return entriesIn(folder).flatMap(({ path, kind }) => {
    if (kind === 'link') return [nothing(path, 'linkedFolder', NOT_ENTERED)];
    return WORKBOOK.test(path) ? [asFile(path)] : [];
  });
}

/** A linked folder is not entered: it may lead in a circle, or out to all of the disk. */
function entriesIn(folder: string): readonly { readonly path: string; readonly kind: 'file' | 'link' }[] {
  return entriesOf(folder).flatMap((name) => {
    const path = join(folder, name);
    if (/^(?:\.|~\$)/u.test(name)) return [];
    if (kindOf(path) !== 'folder') return [{ path, kind: 'file' as const }];
    return isLink(path) ? [{ path, kind: 'link' as const }] : entriesIn(path);
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
  const matcher = new RegExp(`^${source}$`, 'su');
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
  try {
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info) return 'missing';
    return info.isDirectory() ? 'folder' : 'file';
  } catch {
    // A link that leads to itself, a folder without permission: opening the file says what is wrong.
    return 'file';
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function asFile(path: string): Input {
  return { kind: 'file', name: path, path };
}

function nothing(name: string, code: string, message: string): Input {
  return { kind: 'nothing', name, code, message };
}
