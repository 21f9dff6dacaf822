import { readFile } from 'node:fs/promises';
import { openFile } from '../files';
import { generatedSheets, madeSheets, withAdditions, type WorkbookSpec } from '../workbook';

export type Kept =
  { readonly ok: true; readonly book: WorkbookSpec } | { readonly ok: false; readonly message: string };

const OTHER_NAME = '请换一个输出文件名。';

/**
 * The reports with what a person added to them in the file that they are written over. Refuses where writing would
 * lose anything else: a file that this program did not make, sheets of a person's own, a sheet that is not made again.
 */
export async function keepAdditions(path: string, book: WorkbookSpec): Promise<Kept> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return { ok: true, book };
  const opened = openFile(new Uint8Array(bytes), path);
  if (!opened.ok) return { ok: false, message: `文件已存在，且无法读取，未覆盖。${OTHER_NAME}` };
  const { sheets, parts } = opened.snapshot;
  const ours = new Set(generatedSheets(parts));
  const others = sheets.filter(({ name, visibility }) => !ours.has(name) && visibility !== 'veryHidden');
  if (others.length > 0) {
    const names = others.map(({ name }) => name).join('、');
    return { ok: false, message: `文件已存在，含有不是本程序生成的工作表（${names}），未覆盖。${OTHER_NAME}` };
  }
  const dropped = sheets.filter(({ name }) => ours.has(name) && book.sheets.every((spec) => spec.name !== name));
  if (dropped.length > 0) {
    const names = dropped.map(({ name }) => name).join('、');
    return { ok: false, message: `文件已存在，其中的表（${names}）本次不生成，未覆盖。${OTHER_NAME}` };
  }
  const made = madeSheets(parts);
  return {
    ok: true,
    book: {
      ...book,
      sheets: book.sheets.map((spec) => {
        const before = sheets.find(({ name }) => name === spec.name);
        const record = made.get(spec.name);
        return before && record ? withAdditions(spec, before, record) : spec;
      }),
    },
  };
}
