import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { auditWorkbook } from '../../src/audit';
import { fillFile, type FillRequest } from '../../src/cli/jobs/fill';
import { openFile, snapshotToXlsx } from '../../src/files';
import * as XLSX from '@e965/xlsx';
import { yichunPlan } from '../../src/plan';
import { valueAt } from '../../src/workbook';
import { calculated } from './desk';
import { bookOf } from './desk';

const REQUEST: FillRequest = { plan: null, unit: null, also: [], skip: [], isDryRun: false };

function opened(bytes: Uint8Array, name: string) {
  const file = openFile(bytes, name);
  if (!file.ok) throw new Error(file.message);
  return { name, bytes, snapshot: file.snapshot, notes: file.notes };
}

type Filled = Extract<Awaited<ReturnType<typeof fillFile>>, { kind: 'filled' }> & { readonly bytes: Uint8Array };

async function filledBy(file: ReturnType<typeof opened>, request: FillRequest): Promise<Filled> {
  const outcome = await fillFile(file, request);
  if (outcome.kind !== 'filled' || !outcome.bytes) throw new Error(outcome.kind);
  return { ...outcome, bytes: outcome.bytes };
}

const sample = (name: string) => opened(readFileSync(join('samples', name)), name);
const SAMPLES = ['方案附件-公开数据.xlsx', '合成数据-袁州区-2023年6月-有误.xlsx', '合成数据-袁州区-另一版式.xlsx'];

describe.each(SAMPLES)('%s', (name) => {
  const file = sample(name);
  let outcome: Filled;
  let after: ReturnType<typeof opened>;
  beforeAll(async () => {
    outcome = await filledBy(file, { ...REQUEST, also: ['derivable', 'missing-total'] });
    after = opened(outcome.bytes, name);
  });

  test('parts that no change touches keep their very bytes', () => {
    const [before, now] = [unzipSync(file.bytes), unzipSync(after.bytes)];
    const changed = Object.keys(before).filter(
      (part) => Buffer.compare(before[part] ?? Buffer.alloc(0), now[part] ?? Buffer.alloc(0)) !== 0,
    );
    for (const part of changed)
      expect(part).toMatch(/worksheets\/|workbook\.xml|styles\.xml|calcChain|\[Content_Types\]/);
    expect(Object.keys(now).filter((part) => !(part in before))).toEqual([]);
  });

  test('no finding about a subtotal, total or text number that could be mended remains', () => {
    const audit = auditWorkbook(calculated(after.snapshot), yichunPlan, { fileName: name });
    const left = audit.findings.filter(
      ({ rule, fix }) => ['A01', 'A02', 'A03', 'A04', 'A07', 'V01', 'V02'].includes(rule) && fix?.kind === 'auto',
    );
    expect(left.map(({ text }) => text)).toEqual([]);
  });

  test('a dry run tells the same and writes nothing', async () => {
    const dry = await fillFile(file, { ...REQUEST, also: ['derivable', 'missing-total'], isDryRun: true });
    expect(dry).toEqual({ ...outcome, bytes: null });
  });
});

test('a sum over a mended cell does not keep the value that it had before', async () => {
  const name = '合成数据-袁州区-2023年6月-有误.xlsx';
  const { bytes } = await filledBy(sample(name), REQUEST);
  const audit = auditWorkbook(opened(bytes, name).snapshot, yichunPlan, { fileName: name });
  expect(audit.findings.filter(({ rule }) => /^A0[1-47]$/.test(rule)).map(({ text }) => text)).toEqual([]);
});

test('xls is refused with a clear line', async () => {
  const book = bookOf([['序号', '学校名称', '规划班数'], ['三、小学'], ['小计：', null, null], [1, '枫林小学', 36]]);
  const bytes = snapshotToXlsx(book);
  const xls = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);
  expect(await fillFile({ ...opened(bytes, '表.xlsx'), bytes: xls }, REQUEST)).toMatchObject({ kind: 'failed' });
});

test('a real xls is taken over into a new xlsx where that is asked for, with the same cells and right sums', async () => {
  const book = bookOf([['序号', '学校名称', '规划班数'], ['三、小学'], ['小计：', null, null], [1, '枫林小学', 36]]);
  const sheet = XLSX.read(snapshotToXlsx(book), { type: 'array' });
  const xls = new Uint8Array(XLSX.write(sheet, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  const file = opened(xls, '表.xls');
  expect(await fillFile(file, REQUEST)).toMatchObject({ kind: 'failed', code: 'xlsNotEditable' });
  const { bytes } = await filledBy(file, { ...REQUEST, takesOver: true });
  const [made] = calculated(opened(bytes, '表.xlsx').snapshot).sheets;
  expect(made && [valueAt(made, 2, 2), valueAt(made, 3, 1)]).toEqual([36, '枫林小学']);
});

test('a workbook without any of the tables is said to have none', async () => {
  const bytes = snapshotToXlsx(
    bookOf([
      ['甲', '乙'],
      [1, 2],
    ]),
  );
  expect(await fillFile(opened(bytes, '表.xlsx'), REQUEST)).toEqual({ kind: 'noTable' });
});
