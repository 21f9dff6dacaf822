import { sketched, sketchParts, zipped } from '../files/packages';
import { cell, data, many, rowOf, sheet, withParts, type HostileFile } from './builders';

const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

/** Sound packages with parts that are broken, enormous or malicious. */
export const PARTS: readonly HostileFile[] = [
  {
    name: '实体爆炸.xlsx',
    make: () =>
      withParts({ 'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${LAUGHS}<worksheet><sheetData/></worksheet>` }),
    expected: 'doctype',
  },
  {
    name: '小写声明.xlsx',
    make: () => withParts({ 'docProps/app.xml': '<!-- x --><!doctype x><Properties/>' }),
    expected: 'doctype',
  },
  {
    name: '宽字符声明.xlsx',
    make: () => withParts({ 'docProps/core.xml': new Uint8Array(Buffer.from(`\ufeff${LAUGHS}<x/>`, 'utf16le')) }),
    expected: 'doctype',
  },
  {
    name: '外部实体.xlsx',
    make: () => withParts({ 'xl/styles.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><styleSheet/>' }),
    expected: 'doctype',
  },
  { name: '嵌套过深.xlsx', make: () => sheet('<a>'.repeat(200_000) + '</a>'.repeat(200_000)), expected: 'tooDeep' },
  {
    name: '截断的工作表.xlsx',
    make: () => withParts({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1' }),
    expected: 'brokenSheet',
  },
  {
    name: '不成对的标签.xlsx',
    make: () => withParts({ 'xl/worksheets/sheet1.xml': '<worksheet></a></b></c></worksheet>' }),
    expected: 'brokenSheet',
  },
  {
    name: '没有工作簿部件.xlsx',
    make: () => zipped({ '[Content_Types].xml': '<Types/>', 'xl/other.xml': '<x/>' }),
    expected: 'unreadable',
  },
  { name: '没有工作表.xlsx', make: () => sketched({ sheets: {} }), expected: 'noSheets' },
  { name: '空工作表.xlsx', make: () => sheet('<sheetData/>'), expected: 'empty' },
  { name: '只有格式.xlsx', make: () => sheet(data(rowOf(1, '<c r="A1" s="3"/><c r="B1" s="3"/>'))), expected: 'empty' },
  {
    name: '太多工作表.xlsx',
    make: () =>
      sketched({ sheets: Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`表${i}`, '<sheetData/>'])) }),
    expected: 'tooManySheets',
  },
  {
    name: '虚报范围.xlsx',
    make: () => sheet(`<dimension ref="A1:XFD1048576"/>${data(rowOf(1, cell('A1')))}`),
    expected: 'opens',
  },
  {
    name: '对角两格.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1')) + rowOf(1_048_576, cell('XFD1048576')))),
    expected: 'tooSpread',
  },
  { name: '行号越界.xlsx', make: () => sheet(data(rowOf(99_999_999, cell('A99999999')))), expected: 'brokenSheet' },
  { name: '列号越界.xlsx', make: () => sheet(data(rowOf(1, cell('ZZZZZ1')))), expected: 'brokenSheet' },
  { name: '行号不是数.xlsx', make: () => sheet(data('<row r="x"><c><v>1</v></c></row>')), expected: 'brokenSheet' },
  {
    name: '三十万空行.xlsx',
    make: () =>
      sheet(
        data(
          rowOf(1, cell('A1')) + many(300_000, (i) => `<row r="${i + 2}" hidden="1"><c r="C${i + 2}" s="1"/></row>`),
        ),
      ),
    expected: 'opens',
  },
  {
    name: '整列隐藏.xlsx',
    make: () =>
      sheet(`<cols>${many(20_000, () => '<col min="1" max="16384" hidden="1"/>')}</cols>${data(rowOf(1, cell('A1')))}`),
    expected: 'brokenSheet',
  },
  {
    name: '列号无穷.xlsx',
    make: () => sheet(`<cols><col min="-99999999999" max="1e300" hidden="1"/></cols>${data(rowOf(1, cell('A1')))}`),
    expected: 'opens',
  },
  {
    name: '合并过多.xlsx',
    make: () =>
      sheet(
        `${data(rowOf(1, cell('A1')))}<mergeCells>${many(300_000, (i) => `<mergeCell ref="A${i + 2}:B${i + 2}"/>`)}</mergeCells>`,
      ),
    expected: 'tooManyMerges',
  },
  {
    name: '合并整表.xlsx',
    make: () => sheet(`${data(rowOf(1, cell('A1')))}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    expected: 'opens',
  },
  {
    name: '样式过多.xlsx',
    make: () => stylesOf('<cellXfs>' + '<xf numFmtId="0"/>'.repeat(100_000) + '</cellXfs>'),
    expected: 'tooManyStyles',
  },
  {
    name: '格式代码过长.xlsx',
    make: () =>
      stylesOf(
        `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(1_000_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
      ),
    expected: 'opens',
  },
  {
    name: '共享文字过多.xlsx',
    make: () => stringsOf(`<sst>${'<si/>'.repeat(5_500_000)}</sst>`),
    expected: 'tooManyStrings',
  },
  {
    name: '共享文字缺失.xlsx',
    make: () => sheet(data(rowOf(1, cell('A1', '<v>999</v>', ' t="s"')))),
    expected: 'brokenSheet',
  },
  {
    name: '一个巨大文字.xlsx',
    make: () => stringsOf(`<sst><si><t>${'很长'.repeat(2_000_000)}</t></si></sst>`),
    expected: 'opens',
  },
  {
    name: '碎片文字.xlsx',
    make: () => stringsOf(`<sst><si>${'<r><t>字</t></r>'.repeat(500_000)}</si></sst>`),
    expected: 'opens',
  },
  {
    name: '共享公式炸弹.xlsx',
    make: () => sheet(data(sharedFormulaRows(20_000, 'A1+'.repeat(2_500) + '1'))),
    expected: 'tooManyFormulas',
  },
  { name: '共享公式慢.xlsx', make: () => sheet(data(sharedFormulaRows(2, 'A!'.repeat(1_000_000)))), expected: 'opens' },
  {
    name: '同一格十万次.xlsx',
    make: () =>
      sheet(
        data(
          rowOf(
            1,
            many(100_000, () => cell('A1')),
          ),
        ),
      ),
    expected: 'opens',
  },
  {
    name: '属性极多.xlsx',
    make: () => sheet(data(`<row r="1" ${many(300_000, (i) => `a${i}="1" `)}>${cell('A1')}</row>`)),
    expected: 'opens',
  },
  {
    name: '关系成环.xlsx',
    make: () =>
      withParts({
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="workbook.xml"/></Relationships>',
      }),
    expected: 'brokenSheet',
  },
  {
    name: '关系缺失.xlsx',
    make: () => withParts({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    expected: 'empty',
  },
  {
    name: '不存在的字符.xlsx',
    make: () =>
      sheet(data(rowOf(1, '<c r="A1" t="inlineStr"><is><t>&#x110000;&#99999999;&nbsp;&#xD800;</t></is></c>'))),
    expected: 'opens',
  },
];

const stylesOf = (xml: string): Uint8Array =>
  sketched({
    sheets: { 表: data(rowOf(1, cell('A1', '<v>1</v>', ' s="0"'))) },
    parts: { 'xl/styles.xml': `<styleSheet>${xml}</styleSheet>` },
    related: { 'xl/workbook.xml': [['styles', 'styles.xml']] },
  });

/** Packed so tightly these would be refused as bombs; stored, they are looked at. */
const stringsOf = (xml: string): Uint8Array =>
  zipped(
    sketchParts({
      sheets: { 表: data(rowOf(1, cell('A1', '<v>0</v>', ' t="s"'))) },
      parts: { 'xl/sharedStrings.xml': xml },
      related: { 'xl/workbook.xml': [['sharedStrings', 'sharedStrings.xml']] },
    }),
    0,
  );

function sharedFormulaRows(count: number, formula: string): string {
  return (
    rowOf(1, cell('B1', `<f t="shared" ref="B1:B${count}" si="0">${formula}</f><v>1</v>`)) +
    many(count - 1, (i) => rowOf(i + 2, cell(`B${i + 2}`, '<f t="shared" si="0"/><v>1</v>')))
  );
}
