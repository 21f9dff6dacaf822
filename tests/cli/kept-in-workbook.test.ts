import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirmAlias } from '../../src/audit';
import { editXlsx, openFile, snapshotToXlsx } from '../../src/files';
import { storeBaseline } from '../../src/fill';
import { yichunPlan, type Plan } from '../../src/plan';
import { sheetFromGrid, workbookOf, type CellValue, type Edit } from '../../src/workbook';
import { plancheck } from './run-plancheck';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
jest.setTimeout(60_000);

/** The name under which a unit writes the plan's 宜春市第十中学, whose land follows from the published subtotal. */
const NEW_NAME = '城东新校（合成数据）';
const SAME_SCHOOL = confirmAlias({}, NEW_NAME, 'S1.3');

/** A submission that keeps parts; returns its path. */
function submission(name: string, unit: string, ...kept: readonly Edit[]): string {
  const grid = [
    ['合成数据'],
    [`填报单位：${unit}`, null, null, '2023年6月'],
    ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '规划用地(亩)', '建设主体', '项目状态'],
    ['一、高中阶段'],
    ['小计：', null, 48, 2400, null],
    [1, NEW_NAME, 48, 2400, null, unit, '主体施工'],
  ] satisfies CellValue[][];
  const edited = editXlsx(snapshotToXlsx(workbookOf([sheetFromGrid('附件2', grid)])), kept);
  if (!edited.ok) throw new Error(edited.message);
  const path = join(folder, name);
  writeFileSync(path, edited.bytes);
  return path;
}

const baseline = (source: string): Edit =>
  storeBaseline({ ...yichunPlan, baseline: { source, capturedOn: '2023-06-30', accepted: [] } } satisfies Plan);

function textsOf(path: string, sheet: string): readonly string[] {
  const opened = openFile(new Uint8Array(readFileSync(path)), path);
  if (!opened.ok) throw new Error(opened.message);
  const found = opened.snapshot.sheets.find(({ name }) => name === sheet);
  return (found?.values ?? []).flatMap((value) => (typeof value === 'string' ? [value] : []));
}

describe('a name that was confirmed in a workbook', () => {
  it('is known to fill: what the plan determines is offered for it', async () => {
    const offered = async (path: string) =>
      (await plancheck('fill', path, '-o', join(folder, 'x.xlsx'), '--dry-run')).out;
    expect(await offered(submission('未登记.xlsx', '市本级'))).not.toContain('200');
    expect(await offered(submission('已登记.xlsx', '市本级', SAME_SCHOOL))).toMatch(/附件2!E6[^]*200/u);
  });

  it('is known to report: the school does not stand among those that nobody reported', async () => {
    const out = join(folder, '台账.xlsx');
    const other = submission('另一家.xlsx', '袁州区');
    const ledgerOf = async (path: string): Promise<readonly string[]> => {
      await plancheck('report', path, other, '-o', out, '--only', '项目进度台账');
      const texts = textsOf(out, '项目进度台账');
      rmSync(out);
      return texts.filter((text) => /未见：.*第十中学/u.test(text));
    };
    expect(await ledgerOf(submission('未登记.xlsx', '市本级'))).not.toEqual([]);
    expect(await ledgerOf(submission('已登记.xlsx', '市本级', SAME_SCHOOL))).toEqual([]);
  });

  it('does not make two files with the same baseline look different', async () => {
    const files = [
      submission('甲.xlsx', '市本级', baseline('存档件（合成数据）'), SAME_SCHOOL),
      submission('乙.xlsx', '袁州区', baseline('存档件（合成数据）')),
    ];
    const { note } = await plancheck('report', ...files, '-o', join(folder, '合.xlsx'));
    expect(note).not.toContain('不同');
  });
});

describe('baselines that files bring along', () => {
  const ours = () => submission('甲.xlsx', '市本级', baseline('甲存档件（合成数据）'));
  const theirs = () => submission('乙.xlsx', '袁州区', baseline('乙存档件（合成数据）'));

  it('that differ are named by consolidate, and none is used', async () => {
    const out = join(folder, '汇总一.xlsx');
    const { note } = await plancheck('consolidate', ours(), theirs(), '-o', out);
    expect(note).toContain('甲存档件（合成数据），2023-06-30登记；乙存档件（合成数据），2023-06-30登记');
  });

  it('that differ from the one of the earlier consolidation are named; that one stays', async () => {
    const first = join(folder, '汇总二.xlsx');
    expect((await plancheck('consolidate', ours(), '-o', first)).note).not.toContain('不同');
    const { note } = await plancheck('consolidate', theirs(), '--previous', first, '-o', join(folder, '汇总三.xlsx'));
    expect(note).toContain('乙存档件（合成数据），2023-06-30登记）与上次汇总簿的不同');
    expect(note).toContain('按上次汇总簿的（甲存档件（合成数据），2023-06-30登记）汇总');
  });
});
