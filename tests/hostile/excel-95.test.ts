import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { DEFAULT_LIMITS as LIMITS, openFile } from '../../src/files';
import { opened } from '../files/compare';
import { ascii, excel95, type OldBook } from './excel-95';

// 附件2, 学校名称, 合成小学, 袁州区 and 0"班", as bytes of GBK.
const SHEET = [0xb8, 0xbd, 0xbc, 0xfe, 0x32];
const NAME = [0xd1, 0xa7, 0xd0, 0xa3, 0xc3, 0xfb, 0xb3, 0xc6];
const SCHOOL = [0xba, 0xcf, 0xb3, 0xc9, 0xd0, 0xa1, 0xd1, 0xa7];
const DISTRICT = [0xd4, 0xac, 0xd6, 0xdd, 0xc7, 0xf8];
const CLASSES = [0x30, 0x22, 0xb0, 0xe0, 0x22];

const chinese = (codePage: number | null): OldBook => ({
  codePage,
  formatCode: CLASSES,
  sheets: [{ name: SHEET, rows: [[NAME, NAME], [SCHOOL, 24], [{ formula: DISTRICT }, DISTRICT]] }],
}); // prettier-ignore
const western = (codePage: number | null): OldBook => ({
  codePage,
  sheets: [
    {
      name: ascii('A'),
      rows: [
        [
          [0xe9, ...ascii('cole')],
          [...ascii('2 '), 0xd7, ...ascii(' 3')],
        ],
      ],
    },
  ],
});
const read = (book: OldBook) => {
  const result = openFile(excel95(book), '报表.xls');
  if (!result.ok) return { code: result.code };
  const [sheet] = result.snapshot.sheets;
  return { name: sheet?.name, values: sheet?.values, notes: result.notes.map(({ code }) => code) };
};

const CHINESE = { name: '附件2', values: ['学校名称', '学校名称', '合成小学', 24, '袁州区', '袁州区'] };

describe('texts of Excel 5 and 95', () => {
  it.each([936, 10008, 54936])('are read in the Chinese code page %i that the file states', (codePage) => {
    expect(read(chinese(codePage))).toEqual({ ...CHINESE, notes: [] });
  });

  it('are decoded in sheet names, formulas and number formats, too', () => {
    const [sheet] = opened(excel95(chinese(936)), '报表.xls').sheets;
    expect([...(sheet?.formulas.values() ?? [])]).toEqual(['="袁州区"']);
    expect(sheet?.formatCodes).toContain('0"班"');
  });

  it.each([
    { codePage: 1252, why: 'that of the program’s author' },
    { codePage: 437, why: 'that of an old system' },
    { codePage: 1200, why: 'one that cannot be' },
    { codePage: null, why: 'none' },
  ])('that are Chinese under another code page ($codePage, $why) are read, and it is said', ({ codePage }) => {
    expect(read(chinese(codePage))).toEqual({ ...CHINESE, notes: ['encoding'] });
  });

  it.each([
    [1252, { name: 'A', values: ['école', '2 × 3'], notes: [] }],
    [32769, { name: 'A', values: ['école', '2 × 3'], notes: [] }],
    [28591, { name: 'A', values: ['école', '2 × 3'], notes: [] }],
    [1251, { name: 'A', values: ['йcole', '2 Ч 3'], notes: [] }],
  ])('of another language are read in their code page %i', (codePage, wanted) => {
    expect(read(western(codePage))).toEqual(wanted);
  });

  it('in Big5 are read as Big5', () => {
    const book = { codePage: 950, sheets: [{ name: [0xaa, 0xfe], rows: [[[0xbe, 0xc7, 0xae, 0xd5]]] }] };
    expect(read(book)).toEqual({ name: '附', values: ['學校'], notes: [] });
  });

  it.each([
    ['without a code page, and not Chinese', western(null)],
    ['in a code page that is not known', western(437)],
    ['that are no text in their code page', { ...chinese(936), sheets: [{ name: SHEET, rows: [[[0xff, 0xfe, 0x41]]] }] }],
    ['that are partly Chinese and partly not', { codePage: 1252, sheets: [{ name: ascii('A'), rows: [[NAME, [0xe9, ...ascii('cole')]]] }] }],
  ])('%s are refused: they would be garbled', (_, book) => {
    expect(read(book)).toEqual({ code: 'encoding' });
  }); // prettier-ignore

  it('that are plain ASCII need no code page', () => {
    const plain = { codePage: null, sheets: [{ name: ascii('Sheet1'), rows: [[ascii('abc'), 7]] }] };
    expect(read(plain)).toEqual({ name: 'Sheet1', values: ['abc', 7], notes: [] });
  });

  it('leave the bytes that were given as they are', () => {
    const bytes = Buffer.from(excel95(chinese(936)));
    const before = Buffer.from(bytes);
    openFile(bytes, '报表.xls');
    expect(bytes.equals(before)).toBe(true);
  });

  it('name the sheet that a message speaks of', () => {
    const far = { codePage: 936, sheets: [{ name: SHEET, rows: [[NAME], ...new Array<[]>(9).fill([]), [1, 2, 3]] }] };
    const result = openFile(excel95(far), '报表.xls', { ...LIMITS, cells: 4 });
    expect(result.ok ? '' : result.message).toContain('“附件2”');
  });

  it('are the same in the bundle, where the reader has no tables of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'excel-95-'));
    try {
      writeFileSync(join(folder, 'a.xls'), excel95(chinese(936)));
      const script = `import { readWorkbookFile } from ${JSON.stringify(join(__dirname, '../../src/files/node.ts'))};
        void readWorkbookFile(process.argv[2]).then((r) => console.log(JSON.stringify(r.snapshot.sheets[0].values)));`;
      buildSync({
        stdin: { contents: script, resolveDir: __dirname, loader: 'ts' },
        outfile: join(folder, 'read.mjs'),
        bundle: true,
        platform: 'node',
        format: 'esm',
        logLevel: 'error',
      });
      const printed = execFileSync(process.execPath, [join(folder, 'read.mjs'), join(folder, 'a.xls')], {
        encoding: 'utf8',
      });
      expect(JSON.parse(printed)).toEqual(CHINESE.values);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
