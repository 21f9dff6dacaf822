import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readStoredState } from '../../src/consolidate';
import { openFile, snapshotToXlsx } from '../../src/files';
import { valueAt, type WorkbookSnapshot } from '../../src/workbook';
import { lines, plancheck } from '../cli/run-plancheck';
import { ascii, excel95 } from '../hostile/excel-95';
import { HOSTILE_FILES } from '../hostile/make';
import { workbook, type MadeUpFile } from './made-up';

jest.setTimeout(180_000);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'consolidate-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const path = (...parts: readonly string[]) => join(folder, ...parts);
function put(name: string, file: MadeUpFile): string {
  writeFileSync(path(name), snapshotToXlsx(workbook(file)));
  return path(name);
}
function opened(name: string): WorkbookSnapshot {
  const result = openFile(readFileSync(path(name)), name);
  if (!result.ok) throw new Error(result.message);
  return result.snapshot;
}
const statesIn = (snapshot: WorkbookSnapshot) => {
  const sheet = snapshot.sheets.find(({ name }) => name === '报送情况');
  if (!sheet) throw new Error('no 报送情况');
  return Object.fromEntries([4, 5, 6, 7, 8].map((row) => [valueAt(sheet, row, 1), valueAt(sheet, row, 7)]));
};

const YUANZHOU: MadeUpFile = {
  unit: '袁州区', period: '2023年6月', reportedOn: '2023年6月30日',
  rows: [['一、小学'], [1, '数圆小学', 24, 1080, 20, '袁州区', null], [2, '江丰小学', 36, 1620, 30, '袁州区', null]],
}; // prettier-ignore
const JINGKAI: MadeUpFile = {
  unit: '经开区', period: '2023年6月', reportedOn: '2023年6月30日',
  rows: [['一、小学'], [1, '江丰小学', 36, 1620, 30, '经开区', null]],
}; // prettier-ignore

describe('plancheck consolidate', () => {
  it('gives the same bytes for files in any order, a folder, and any number of workers', async () => {
    mkdirSync(path('june'));
    const a = put('june/袁州区.xlsx', YUANZHOU);
    const b = put('june/经开区.xlsx', JINGKAI);
    const runs = await Promise.all([
      plancheck('consolidate', a, b, '-o', path('1.xlsx'), '--jobs', '1'),
      plancheck('consolidate', b, a, '-o', path('2.xlsx'), '--jobs', '2'),
      plancheck('consolidate', path('june'), '-o', path('june/3.xlsx')),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1]);
    const first = readFileSync(path('1.xlsx'));
    expect(first.equals(readFileSync(path('2.xlsx')))).toBe(true);
    expect(first.equals(readFileSync(path('june/3.xlsx')))).toBe(true);
    expect(runs[0]?.out).toMatch(/强制性 · “江丰小学”由.+同时报送/u);
    expect(statesIn(opened('1.xlsx'))).toMatchObject({ 市本级: '未报', 宜阳新区: '未报' });
  });

  it('goes on with an earlier workbook, changes nothing for the same files, and never takes a consolidation for a submission', async () => {
    const again = await plancheck('consolidate', path('june'), '-o', path('again.xlsx'), '--previous', path('1.xlsx'));
    expect(again.note).toContain('3.xlsx：这是汇总簿');
    expect(readFileSync(path('again.xlsx')).equals(readFileSync(path('1.xlsx')))).toBe(true);
    const refused = await plancheck(
      'consolidate',
      path('june'),
      '-o',
      path('no.xlsx'),
      '--previous',
      path('june/袁州区.xlsx'),
    );
    expect([refused.code, existsSync(path('no.xlsx'))]).toEqual([2, false]);
    expect(refused.note).toContain('不是本程序生成的汇总簿');
  });

  it('tells machines about every file, unit and contradiction', async () => {
    const { out } = await plancheck(
      'consolidate',
      path('june/袁州区.xlsx'),
      path('june/经开区.xlsx'),
      '-o',
      path('n.xlsx'),
      '--format',
      'ndjson',
    );
    const all = lines(out);
    expect(all.filter(({ type }) => type === 'summary').map(({ unit }) => unit)).toEqual(['袁州区', '经开区']);
    expect(all.filter(({ type }) => type === 'unit')).toHaveLength(5);
    expect(all.find(({ rule }) => rule === 'D02')).toMatchObject({
      type: 'finding',
      level: 'error',
      sheet: '附件2',
      fixable: false,
    });
    expect(all.at(-1)).toMatchObject({ type: 'consolidation', schools: 39, reported: 2 });
  });

  it('makes every hostile file a row of the outcome, and still counts the good ones', async () => {
    const own = path('hostile');
    mkdirSync(own);
    HOSTILE_FILES.forEach(({ name, make }, i) => writeFileSync(join(own, `${i}_${name.replaceAll('/', '_')}`), make()));
    copyFileSync(path('june/袁州区.xlsx'), join(own, '袁州区.xlsx'));
    const files = readdirSync(own).map((name) => join(own, name));
    const { code, out } = await plancheck('consolidate', ...files, '-o', path('hostile.xlsx'), '--format', 'ndjson');
    expect(code).toBe(2);
    const refused = HOSTILE_FILES.filter(({ expected }) => expected !== 'opens' && expected !== 'empty');
    const all = lines(out);
    expect(all.filter(({ type }) => type === 'unreadable')).toHaveLength(refused.length);
    expect(all.filter(({ type }) => type === 'file')).toHaveLength(files.length);
    const state = readStoredState(opened('hostile.xlsx').parts);
    expect(state.ok && state.state.files.filter(({ status }) => status === 'failed')).toHaveLength(refused.length);
    expect(all.find(({ type, unit }) => type === 'unit' && unit === '袁州区')).toMatchObject({
      files: ['袁州区.xlsx'],
    });
    expect(all.at(-1)).toMatchObject({ reported: 2 });
  });

  it('lets a person say which of two files of a unit stands, and keeps the answer', async () => {
    put('初报.xlsx', YUANZHOU);
    put('更正.xlsx', {
      ...YUANZHOU,
      reportedOn: '2023年7月2日',
      rows: [['一、小学'], [1, '数圆小学', 24, 1085, 20, '袁州区', null]],
    });
    const files = [path('初报.xlsx'), path('更正.xlsx')];
    const fate = (out: string) =>
      Object.fromEntries(
        lines(out).flatMap((line) => (line['type'] === 'file' ? [[basename(String(line['file'])), line['fate']]] : [])),
      );
    const json = ['--format', 'ndjson'];
    const suggested = await plancheck('consolidate', ...files, '-o', path('甲.xlsx'), ...json);
    const standsLater = { '初报.xlsx': 'superseded', '更正.xlsx': 'standing' };
    const standsEarlier = { '初报.xlsx': 'standing', '更正.xlsx': 'superseded' };
    expect(fate(suggested.out)).toEqual(standsLater);
    const told = await plancheck('consolidate', ...files, '-o', path('乙.xlsx'), '--stands', '袁州区=初报', ...json);
    expect(fate(told.out)).toEqual(standsEarlier);
    const later = await plancheck(
      'consolidate',
      '-o',
      path('丙.xlsx'),
      '--previous',
      path('乙.xlsx'),
      ...files,
      ...json,
    );
    expect(fate(later.out)).toEqual(standsEarlier);
    const odd = await plancheck(
      'consolidate',
      ...files,
      '-o',
      path('丁.xlsx'),
      '--stands',
      '袁州区=没有的.xlsx',
      ...json,
    );
    expect(odd.note).toContain('对不上');
    expect((await plancheck('consolidate', ...files, '-o', path('戊.xlsx'), '--stands', '袁州区')).code).toBe(64);
  });

  it('ends with 64 for wrong usage and 2 where nothing can be written, leaving nothing behind', async () => {
    const [wrongPeriod, wrongJobs, noFolder] = await Promise.all([
      plancheck('consolidate', path('june'), '-o', path('x.xlsx'), '--period', '下个月'),
      plancheck('consolidate', path('june'), '-o', path('x.xlsx'), '--jobs', '0'),
      plancheck('consolidate', path('june/袁州区.xlsx'), '-o', path('没有/x.xlsx')),
    ]);
    expect([wrongPeriod.code, wrongJobs.code, noFolder.code]).toEqual([64, 64, 2]);
    expect(noFolder.note).toContain('文件夹不存在');
    expect(readdirSync(folder).filter((name) => name.includes('tmp') || name === 'x.xlsx')).toEqual([]);
  });

  it('says before it reads anything that it could not write', async () => {
    const { code, out, note } = await plancheck(
      ...['consolidate', path('june'), '-o', path('没有/x.xlsx'), '--notices', path('没有/通知')],
    );
    expect([code, out]).toEqual([2, '']);
    expect(note.match(/要写入的文件夹不存在/gu)).toHaveLength(2);
    expect((await plancheck('consolidate', path('june'), '-o', folder)).note).toContain('是文件夹，不是文件');
  });

  it('writes the notices as files of their own where asked, into a folder that it makes', async () => {
    writeFileSync(path('明月山区.xlsx'), 'text');
    await plancheck('consolidate', path('明月山区.xlsx'), '-o', path('m.xlsx'), '--notices', path('notices'));
    expect(readdirSync(path('notices'))).toEqual(['退回通知_明月山区.xlsx']);
    expect(opened('notices/退回通知_明月山区.xlsx').sheets[0]?.values).toContain('报表退回通知');
  });

  it('says of an old workbook whose code page is not the one of its texts that they are to be checked', async () => {
    const gbk = [0xd1, 0xa7, 0xd0, 0xa3, 0xc3, 0xfb, 0xb3, 0xc6];
    writeFileSync(path('旧.xls'), excel95({ codePage: 1252, sheets: [{ name: ascii('A'), rows: [[gbk]] }] }));
    const { note } = await plancheck('consolidate', path('旧.xls'), '-o', path('old.xlsx'));
    expect(note).toMatch(/旧\.xls：.*已按国标编码（GBK）读取/u);
  });
});
