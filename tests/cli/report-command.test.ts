import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editXlsx, openFile, snapshotToXlsx } from '../../src/files';
import { setContent, sheetFromGrid, valueAt, workbookOf } from '../../src/workbook';
import { plancheck, ROOT } from './run-plancheck';

const GOOD = join(ROOT, 'samples', '合成数据-袁州区-2023年6月-无误.xlsx');
const FAULTY = join(ROOT, 'samples', '合成数据-袁州区-2023年6月-有误.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sheetsOf(file: string): readonly string[] {
  const opened = openFile(new Uint8Array(readFileSync(file)), file);
  if (!opened.ok) throw new Error(opened.message);
  return opened.snapshot.sheets.map(({ name }) => name);
}

describe('plancheck report', () => {
  jest.setTimeout(60_000);

  it('writes all reports on a workbook', async () => {
    const out = join(folder, '全部.xlsx');
    expect(await plancheck('report', GOOD, '-o', out)).toMatchObject({ code: 0, out: '' });
    expect(sheetsOf(out)).toEqual([
      '综述',
      '目标完成情况',
      '目标差额',
      '分学段汇总',
      '分建设主体汇总',
      '项目进度台账',
      '部门责任清单',
      '按部门',
      '经费安排及执行',
      '审核报告',
    ]);
  });

  it('writes the reports asked for, and the ledger that their formulas use', async () => {
    const out = join(folder, '部分.xlsx');
    expect((await plancheck('report', GOOD, '-o', out, '--only', '分学段汇总,按部门')).code).toBe(0);
    expect(sheetsOf(out)).toEqual(['分学段汇总', '项目进度台账', '部门责任清单', '按部门']);
  });

  it('ends with 1 where the data has errors, and still writes', async () => {
    const out = join(folder, '有误.xlsx');
    expect((await plancheck('report', FAULTY, '-o', out)).code).toBe(1);
    expect(existsSync(out)).toBe(true);
  });

  it('says of a table that may lie on its side what to do, and takes nothing from it', async () => {
    const sideways = sheetFromGrid('目标', [
      ['指标名称', '2022年', '2023年'],
      ['计量单位', '%', '%'],
      ['目标值', 93, 97],
      ['完成数', 91, 96],
    ]);
    const file = join(folder, '横排.xlsx');
    writeFileSync(file, snapshotToXlsx(workbookOf([sideways])));
    const { code, note } = await plancheck('report', file, GOOD, '-o', join(folder, '横排报表.xlsx'));
    expect(code).toBe(2);
    expect(note).toContain('横排.xlsx “目标”：这张表像是横着排的');
    const audited = await plancheck('audit', file);
    expect([audited.code, audited.out + audited.note]).toEqual([2, expect.stringContaining('选择性粘贴 → 转置')]);
  });

  it('reports on the files that can be read, and names the one that cannot', async () => {
    const broken = join(folder, '坏的.xlsx');
    writeFileSync(broken, 'not a workbook');
    const out = join(folder, '两份.xlsx');
    const { code, note } = await plancheck('report', broken, GOOD, '-o', out);
    expect(code).toBe(2);
    expect(note).toContain('坏的.xlsx');
    expect(sheetsOf(out)).toContain('综述');
  });

  it('writes nothing where no file can be read', async () => {
    const out = join(folder, '没有.xlsx');
    expect((await plancheck('report', join(folder, '不在.xlsx'), '-o', out)).code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it('made again into its own file, keeps what the user added there', async () => {
    const out = join(folder, '再次.xlsx');
    const only = ['--only', '项目进度台账'];
    expect((await plancheck('report', GOOD, '-o', out, ...only)).code).toBe(0);
    const edited = editXlsx(new Uint8Array(readFileSync(out)), [
      setContent({ sheet: '项目进度台账', row: 4, column: 23 }, { kind: 'value', value: '督办人：张某' }),
    ]);
    if (!edited.ok) throw new Error('not edited');
    writeFileSync(out, edited.bytes);
    expect((await plancheck('report', GOOD, '-o', out, ...only)).code).toBe(0);
    const opened = openFile(new Uint8Array(readFileSync(out)), out);
    if (!opened.ok) throw new Error(opened.message);
    const [sheet] = opened.snapshot.sheets;
    expect(sheet && valueAt(sheet, 4, 23)).toBe('督办人：张某');
  });

  it('never writes over a file with sheets that it did not make', async () => {
    const out = join(folder, '别人的.xlsx');
    writeFileSync(out, readFileSync(GOOD));
    const { code, note } = await plancheck('report', GOOD, '-o', out);
    expect(code).toBe(2);
    expect(note).toContain('不是本程序生成的工作表');
    expect(readFileSync(out)).toEqual(readFileSync(GOOD));
  });

  it('refuses a report that it does not know', async () => {
    const { code, note } = await plancheck('report', GOOD, '-o', join(folder, 'x.xlsx'), '--only', '分学段');
    expect(code).toBe(64);
    expect(note).toContain('没有叫“分学段”的报表');
  });
});
