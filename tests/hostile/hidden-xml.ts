import { sketched, sketchParts, zipped } from '../files/packages';
import { cell, data, many, rowOf, sheet, withParts, type HostileFile } from './builders';

const ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1/">]>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const body = data(rowOf(1, cell('A1')));
const whole = (declaration: string): string => `${declaration}<worksheet xmlns="${MAIN}">${body}</worksheet>`;
const wide = (content: string, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from(content, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
const asSheet = (content: string | Uint8Array): Uint8Array => withParts({ 'xl/worksheets/sheet1.xml': content });
const quads = (content: string): Uint8Array => {
  const out = new Uint8Array(content.length * 4);
  [...content].forEach((letter, i) => (out[i * 4] = letter.charCodeAt(0)));
  return out;
};

/** XML that hides what it is: declarations in any part and any encoding, and parts that are no XML at all. */
export const HIDDEN_XML: readonly HostileFile[] = [
  ...(
    [
      ['包关系', '_rels/.rels'],
      ['工作簿关系', 'xl/_rels/workbook.xml.rels'],
      ['内容类型', '[Content_Types].xml'],
      ['工作簿', 'xl/workbook.xml'],
      ['图形', 'xl/drawings/drawing1.xml'],
      ['批注', 'xl/comments1.xml'],
      ['自定义', 'customXml/item1.xml'],
      ['无人问津', 'x/y/z.bin'],
    ] as const
  ).map(([title, part]) => ({
    name: `${title}里的声明.xlsx`,
    make: () => withParts({ [part]: `<?xml version="1.0"?>${ENTITY}<x>&a;</x>` }),
    expected: 'doctype' as const,
  })),
  { name: '大端声明.xlsx', make: () => asSheet(wide(`\ufeff${whole(ENTITY)}`, true)), expected: 'doctype' },
  { name: '无标记宽字符声明.xlsx', make: () => asSheet(wide(whole(ENTITY))), expected: 'doctype' },
  { name: '注释后的声明.xlsx', make: () => asSheet(whole(`<!-- > --><?a ?>\n${ENTITY}`)), expected: 'doctype' },
  {
    name: '工作表内的声明.xlsx',
    make: () => asSheet(`<worksheet>${ENTITY}<sheetData/></worksheet>`),
    expected: 'doctype',
  },
  {
    name: '七位编码的声明.xlsx',
    make: () => asSheet('<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-<worksheet/>'),
    expected: 'damaged',
  },
  {
    name: '编码不存在.xlsx',
    make: () => asSheet(whole('<?xml version="1.0" encoding="x-none"?>')),
    expected: 'damaged',
  },
  { name: '谎称宽字符.xlsx', make: () => asSheet(whole('<?xml version="1.0" encoding="UTF-16"?>')), expected: 'opens' },
  { name: '四字节编码.xlsx', make: () => asSheet(quads(whole(''))), expected: 'brokenSheet' },
  { name: '国标编码.xlsx', make: () => asSheet(whole('<?xml version="1.0" encoding="GB2312"?>')), expected: 'opens' },
  { name: '宽字符工作表.xlsx', make: () => asSheet(wide(`\ufeff${whole('')}`)), expected: 'opens' },
  { name: '工作表不是XML.xlsx', make: () => asSheet('这不是工作表'), expected: 'brokenSheet' },
  {
    name: '工作表是图片.xlsx',
    make: () => asSheet(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0)),
    expected: 'brokenSheet',
  },
  { name: '工作表零字节.xlsx', make: () => asSheet(''), expected: 'brokenSheet' },
  { name: '工作表全是空字符.xlsx', make: () => asSheet(new Uint8Array(4096)), expected: 'brokenSheet' },
  {
    name: '工作表是别的部件.xlsx',
    make: () => asSheet('<styleSheet><cellXfs/></styleSheet>'),
    expected: 'brokenSheet',
  },
  { name: '工作簿不是XML.xlsx', make: () => withParts({ 'xl/workbook.xml': 'x' }), expected: 'damaged' },
  { name: '工作簿零字节.xlsx', make: () => withParts({ 'xl/workbook.xml': '' }), expected: 'damaged' },
  {
    name: '共享文字不是XML.xlsx',
    make: () =>
      sketched({
        sheets: { 表: data(rowOf(1, cell('A1', '<v>0</v>', ' t="s"'))) },
        parts: { 'xl/sharedStrings.xml': 'x' },
        related: { 'xl/workbook.xml': [['sharedStrings', 'sharedStrings.xml']] },
      }),
    expected: 'damaged',
  },
  { name: '关系不是XML.xlsx', make: () => withParts({ 'xl/_rels/workbook.xml.rels': 'x' }), expected: 'damaged' },
  { name: '注释里的表.xlsx', make: () => asSheet(`<worksheet><!--${body}--></worksheet>`), expected: 'empty' },
  { name: '不闭合的注释.xlsx', make: () => asSheet(`<worksheet><!--${body}</worksheet>`), expected: 'brokenSheet' },
  { name: '不闭合的引号.xlsx', make: () => asSheet(`<worksheet a="${body}</worksheet>`), expected: 'brokenSheet' },
  {
    name: '文字里有空字符.xlsx',
    make: () => sheet(data(rowOf(1, '<c r="A1" t="str"><v>a\0b&#0;</v></c>'))),
    expected: 'opens',
  },
  {
    name: '不合法的字节.xlsx',
    make: () =>
      asSheet(
        new Uint8Array(
          Buffer.concat([
            Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>'),
            Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
            Buffer.from('</v></c></row></sheetData></worksheet>'),
          ]),
        ),
      ),
    expected: 'opens',
  },
  {
    name: '一百兆空白.xlsx',
    make: () => zipped(sketchParts({ sheets: { 表: ' '.repeat(7_000_000) + body } })),
    expected: 'opens',
  },
  {
    name: '巨大属性.xlsx',
    make: () => zipped(sketchParts({ sheets: { 表: `<a b="${'x'.repeat(30_000_000)}"/>${body}` } }), 0),
    expected: 'opens',
  },
  { name: '百万个注释.xlsx', make: () => sheet(many(1_000_000, () => '<!---->') + body), expected: 'opens' },
  { name: '百万个半注释.xlsx', make: () => sheet(`<!--${'->'.repeat(2_000_000)}-->${body}`), expected: 'opens' },
  { name: '百万个尖括号.xlsx', make: () => asSheet('<'.repeat(3_000_000)), expected: 'brokenSheet' },
  {
    name: '百万个和号.xlsx',
    make: () => sheet(data(rowOf(1, `<c r="A1" t="str"><v>${'&amp'.repeat(1_000_000)}</v></c>`))),
    expected: 'opens',
  },
  {
    name: '百万个转义.xlsx',
    make: () => sheet(data(rowOf(1, `<c r="A1" t="str"><v>${'_x000D_'.repeat(500_000)}</v></c>`))),
    expected: 'opens',
  },
];
