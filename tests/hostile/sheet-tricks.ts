import { sketchParts, zipped } from '../files/packages';
import { cell, data, many, rowOf, sheet, type HostileFile } from './builders';

const one = data(rowOf(1, cell('A1')));

/** Cells that no spreadsheet program writes. */
export const SHEET_TRICKS: readonly HostileFile[] = [
  ...['0', '-1', '1.5', '1e9', 'NaN', '4294967297', '1048577'].map((row) => ({
    name: `行号${row}.xlsx`,
    make: () => sheet(data(`<row r="${row}"><c><v>1</v></c></row>`)),
    expected: 'brokenSheet' as const,
  })),
  ...['XFE1', 'A1048577', 'A99999999999999999999', 'ZZZZZZZZZZ1'].map((address) => ({
    name: `单元格${address}.xlsx`,
    make: () => sheet(data(rowOf(1, cell(address)))),
    expected: 'brokenSheet' as const,
  })),
  ...['A0', '1', 'A', '!!', '-A-1', 'B-1', '1A', 'A1B', 'A 1'].map((address) => ({
    name: `单元格写作${address}.xlsx`,
    make: () => sheet(data(rowOf(1, cell(address)))),
    expected: 'brokenSheet' as const,
  })),
  {
    name: '单元格在别的行里.xlsx',
    make: () => sheet(data(rowOf(2, cell('A1')))),
    expected: 'brokenSheet',
  },
  {
    name: '行不编号而单元格编号.xlsx',
    make: () => sheet(data(`<row>${cell('A5')}</row><row>${cell('A6')}${cell('')}</row>`)),
    expected: 'opens',
  },
  { name: '行外的单元格.xlsx', make: () => sheet(data(cell('A1'))), expected: 'opens' },
  ...['-1', '1.5', 'abc', '1e300', '99999999999'].map((index) => ({
    name: `共享文字第${index}条.xlsx`,
    make: () => sheet(data(rowOf(1, cell('A1', `<v>${index}</v>`, ' t="s"')))),
    expected: 'brokenSheet' as const,
  })),
  ...['1e999', '-1e999', '0x10', 'Infinity', '１２'].map((number) => ({
    name: `数值写作${number}.xlsx`,
    make: () => sheet(data(rowOf(1, cell('A1', `<v>${number}</v>`)))),
    expected: 'opens' as const,
  })),
  ...['-5', '99999', '1e9', 'x'].map((style) => ({
    name: `样式号${style}.xlsx`,
    make: () => sheet(data(rowOf(1, cell('A1', '<v>1</v>', ` s="${style}"`)))),
    expected: 'opens' as const,
  })),
  { name: '类型未知.xlsx', make: () => sheet(data(rowOf(1, cell('A1', '<v>1</v>', ' t="zzz"')))), expected: 'opens' },
  {
    name: '单元格套单元格.xlsx',
    make: () => sheet(data(rowOf(1, '<c r="A1"><c r="B1"><v>1</v></c></c>'))),
    expected: 'brokenSheet',
  },
  {
    name: '标签没有收尾.xlsx',
    make: () => sheet(data(rowOf(1, `<c r="A1" s="0"<c r="B1"><v>1</v></c>`))),
    expected: 'brokenSheet',
  },
  {
    name: '收尾的是别的标签.xlsx',
    make: () => sheet(`<sheetData>${rowOf(1, cell('A1'))}</heetData>`),
    expected: 'brokenSheet',
  },
  {
    name: '单元格套行.xlsx',
    make: () => sheet(data(rowOf(1, `<c r="A1"><row r="2">${cell('A2')}</row></c>`))),
    expected: 'brokenSheet',
  },
  {
    name: '同一格两个值.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1') + cell('A1', '<v>2</v>')))),
    expected: 'brokenSheet',
  },
  {
    name: '别的行里又有同一格.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1')) + rowOf(2, cell('A1', '<v>2</v>')))),
    expected: 'brokenSheet',
  },
  {
    name: '同一格两个公式.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1', '<f>B1</f><v>1</v>') + cell('A1', '<f>C1</f><v>1</v>')))),
    expected: 'brokenSheet',
  },
  {
    name: '同一格有值又有空公式.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1') + cell('A1', '<f>B1</f>')))),
    expected: 'brokenSheet',
  },
  {
    name: '同一格有值又为空.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1') + '<c r="A1" s="1"/>'))),
    expected: 'opens',
  },
  {
    name: '行套行.xlsx',
    make: () => sheet(data(many(90, () => '<row r="1">') + cell('A1') + many(90, () => '</row>'))),
    expected: 'opens',
  },
  {
    name: '逐行右移.xlsx',
    make: () =>
      sheet(
        data(
          many(
            16_000,
            (i) => `<row r="${i + 1}">${'<c/>'.repeat(1)}<c r="${columnName(i)}${i + 1}"><v>1</v></c></row>`,
          ),
        ),
      ),
    expected: 'tooSpread',
  },
  {
    name: '两百万空格式.xlsx',
    make: () =>
      zipped(
        sketchParts({
          sheets: { 表: data(many(200_000, (i) => `<row r="${i + 1}">${'<c s="1"/>'.repeat(10)}</row>`)) },
        }),
        1,
      ),
    expected: 'empty',
  },
  {
    name: '合并全是整表.xlsx',
    make: () => sheet(`${one}<mergeCells>${many(100_000, () => '<mergeCell ref="A1:XFD1048576"/>')}</mergeCells>`),
    expected: 'opens',
  },
  {
    name: '合并区域颠倒.xlsx',
    make: () =>
      sheet(`${one}<mergeCells><mergeCell ref="C3:A1"/><mergeCell ref="ZZZ9:A0"/><mergeCell ref=""/></mergeCells>`),
    expected: 'opens',
  },
  {
    name: '公式一兆.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1', `<f>${'A1+'.repeat(350_000)}1</f><v>1</v>`)))),
    expected: 'opens',
  },
  {
    name: '公式括号极深.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1', `<f>${'('.repeat(500_000)}1${')'.repeat(500_000)}</f><v>1</v>`)))),
    expected: 'opens',
  },
  {
    name: '公式互相引用.xlsx',
    make: () => sheet(data(many(5_000, (i) => rowOf(i + 1, cell(`A${i + 1}`, `<f>SUM(A1:A${5_000})</f><v>1</v>`))))),
    expected: 'opens',
  },
  {
    name: '共享公式无源.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1', '<f t="shared" si="7"/><v>1</v>')))),
    expected: 'opens',
  },
];

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
