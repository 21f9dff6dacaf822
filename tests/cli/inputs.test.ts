import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expandInputs, leftOut } from '../../src/cli/inputs';

let folder: string;
const touch = (...names: string[]) => names.forEach((name) => writeFileSync(join(folder, name), ''));
const expanded = (...given: string[]) =>
  expandInputs(given.map((name) => join(folder, name))).map((input) =>
    input.kind === 'file' ? input.name.slice(folder.length + 1) : input.code,
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inputs-'));
  mkdirSync(join(folder, '报送', '补报'), { recursive: true });
  touch(
    '报送/宜阳新区.xls',
    '报送/经开区.xlsx',
    '报送/补报/市本级.XLSM',
    '报送/说明.docx',
    '报送/~$经开区.xlsx',
    '报送/.x.xlsx',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('which files the arguments mean', () => {
  it('takes the workbooks of a folder and of the folders in it, sorted, without lock files and hidden ones', () => {
    expect(expanded('报送')).toEqual(['报送/宜阳新区.xls', '报送/经开区.xlsx', '报送/补报/市本级.XLSM']);
  });

  it('keeps the order in which they were given', () => {
    expect(expanded('报送/经开区.xlsx', '报送/宜阳新区.xls')).toEqual(['报送/经开区.xlsx', '报送/宜阳新区.xls']);
  });

  it('counts a file once, however often it is named', () => {
    expect(expanded('报送/经开区.xlsx', '报送', './报送/经开区.xlsx')).toEqual([
      '报送/经开区.xlsx',
      '报送/宜阳新区.xls',
      '报送/补报/市本级.XLSM',
    ]);
  });

  it('expands * and ? where the shell did not', () => {
    expect(expanded('报送/*.xls*')).toEqual(['报送/宜阳新区.xls', '报送/经开区.xlsx']);
    expect(expanded('报?/*/市*')).toEqual(['报送/补报/市本级.XLSM']);
  });

  it('says of a folder without workbooks, and of a pattern that nothing meets, that there is nothing', () => {
    mkdirSync(join(folder, '空'));
    expect(expanded('空', '报送/没有*.xlsx')).toEqual(['emptyFolder', 'notFound']);
  });

  it('passes on a name that does not exist, and any file that was named on purpose', () => {
    expect(expanded('没有.xlsx', '报送/说明.docx')).toEqual(['没有.xlsx', '报送/说明.docx']);
  });

  it('takes from a folder what units send in the place of a workbook, and tells what it leaves out', () => {
    touch('报送/袁州区.csv', '报送/万载县.et', '报送/打包.zip', '报送/方案.json');
    expect(expanded('报送')).toEqual([
      '报送/万载县.et',
      '报送/宜阳新区.xls',
      '报送/打包.zip',
      '报送/经开区.xlsx',
      '报送/补报/市本级.XLSM',
      '报送/袁州区.csv',
    ]);
    expect(leftOut([join(folder, '报送')])).toEqual([join(folder, '报送/说明.docx')]);
  });

  it('does not enter linked folders, which may lead in a circle, and passes on links that lead nowhere', () => {
    symlinkSync('.', join(folder, '报送/环'));
    symlinkSync('自己.xlsx', join(folder, '报送/自己.xlsx'));
    symlinkSync('没有', join(folder, '报送/断.xlsx'));
    expect(expanded('报送')).toEqual([
      '报送/宜阳新区.xls',
      '报送/断.xlsx',
      'linkedFolder',
      '报送/经开区.xlsx',
      '报送/自己.xlsx',
      '报送/补报/市本级.XLSM',
    ]);
  });
});
