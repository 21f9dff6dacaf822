/**
 * Files that nobody should be able to hurt us with, made anew each time: bombs, broken, encrypted, mislabelled,
 * enormous, lying. None is stored. 合成数据.
 */
import { deflateRawSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import type { FailureCode } from '../../src/files';
import { snapshotToXlsx } from '../../src/files';
import { sheetFromGrid, workbookOf } from '../../src/workbook';
import { sketched, sketchParts, zipped } from '../files/packages';
import { compoundFile } from './compound-file';
import { editedZip, rawZip } from './raw-zip';

export interface HostileFile {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** The codes that may come of it; `opens` where it is strange but readable. */
  readonly expected: FailureCode | 'opens' | 'empty';
}

const good = (): Uint8Array =>
  snapshotToXlsx(
    workbookOf([
      sheetFromGrid('附件2', [
        ['学校名称', '班数'],
        ['合成第一小学', 24],
      ]),
    ]),
  );
const sheet = (xml: string): Uint8Array => sketched({ sheets: { 表: xml } });
const text = (content: string): Uint8Array => strToU8(content);
const bytes = (...list: number[]): Uint8Array => Uint8Array.from([...list, ...new Array<number>(600).fill(0)]);
const withParts = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipped({ ...sketchParts({ sheets: { 表: '<sheetData/>' } }), ...parts });
const cell = (address: string, inner = '<v>1</v>', attributes = ''): string =>
  `<c r="${address}"${attributes}>${inner}</c>`;
const rowOf = (row: number, cells: string): string => `<row r="${row}">${cells}</row>`;
const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const many = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

const MISLABELLED: readonly HostileFile[] = [
  { name: '空文件.xlsx', make: () => new Uint8Array(0), expected: 'emptyFile' },
  { name: '一个字节.xlsx', make: () => Uint8Array.of(0x50), expected: 'text' },
  { name: '文本.xlsx', make: () => text('今天天气不错'), expected: 'text' },
  { name: '报表.csv', make: () => text('学校,班数\n甲,1\n'), expected: 'csv' },
  { name: '其实是csv.xlsx', make: () => text('学校,班数\n甲,1\n乙,2\n'), expected: 'csv' },
  { name: 'GBK编码.csv', make: () => Uint8Array.of(0xd1, 0xa7, 0xd0, 0xa3, 0x2c, 0x31, 0x0a), expected: 'csv' },
  { name: '网页.xls', make: () => text('<html><table><tr><td>1</td></tr></table></html>'), expected: 'html' },
  { name: '网页二.xls', make: () => text('\ufeff<!DOCTYPE html><html></html>'), expected: 'html' },
  { name: '单文件网页.xls', make: () => text('MIME-Version: 1.0\nContent-Type: multipart/related'), expected: 'html' },
  {
    name: '2003.xml.xls',
    make: () => text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    expected: 'xmlSpreadsheet',
  },
  { name: '扫描件.xlsx', make: () => bytes(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31), expected: 'pdf' },
  { name: '照片.xlsx', make: () => bytes(0xff, 0xd8, 0xff, 0xe0), expected: 'image' },
  { name: '截图.xlsx', make: () => bytes(0x89, 0x50, 0x4e, 0x47), expected: 'image' },
  { name: '打包.rar', make: () => bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 7), expected: 'archive' },
  { name: '打包.7z', make: () => bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), expected: 'archive' },
  { name: '打包.gz', make: () => bytes(0x1f, 0x8b, 8), expected: 'archive' },
  { name: '打包.zip', make: () => zipped({ '袁州区.xlsx': good(), '说明.txt': '见附件' }), expected: 'archive' },
  { name: '文档.xlsx', make: () => withParts({ 'word/document.xml': '<w/>' }), expected: 'word' },
  { name: '演示.xlsx', make: () => withParts({ 'ppt/presentation.xml': '<p/>' }), expected: 'powerPoint' },
  {
    name: '表格.ods',
    make: () => zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    expected: 'openDocument',
  },
  {
    name: '文档.odt',
    make: () => zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    expected: 'openDocumentOther',
  },
  {
    name: '乱码.xlsx',
    make: () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + 13) % 251),
    expected: 'unknownFormat',
  },
  { name: '加密.xlsx', make: () => compoundFile(['EncryptionInfo', 'EncryptedPackage']), expected: 'password' },
  { name: '文档.doc', make: () => compoundFile(['WordDocument', '1Table']), expected: 'word' },
  { name: '演示.ppt', make: () => compoundFile(['PowerPoint Document']), expected: 'powerPoint' },
  { name: '表格.et', make: () => compoundFile(['Workbook']), expected: 'wpsTable' },
  { name: '文字.wps', make: () => compoundFile(['Contents']), expected: 'wpsText' },
  { name: '邮件.xls', make: () => compoundFile(['__properties_version1.0']), expected: 'otherOffice' },
  { name: '目录循环.xls', make: () => compoundFile(['Contents'], { isLooped: true }), expected: 'otherOffice' },
  { name: '半个.xls', make: () => compoundFile(['Workbook']).subarray(0, 300), expected: 'truncated' },
];

const PACKAGES: readonly HostileFile[] = [
  { name: '前一半.xlsx', make: () => good().subarray(0, good().length >> 1), expected: 'truncated' },
  { name: '没有目录.xlsx', make: () => good().subarray(0, good().length - 22), expected: 'truncated' },
  { name: '只有目录尾.xlsx', make: () => rawZip([]), expected: 'truncated' },
  {
    name: '校验码不符.xlsx',
    make: () => editedZip(good(), 'xl/worksheets/sheet1.xml', (entry) => ({ ...entry, crc: 1 })),
    expected: 'checksum',
  },
  {
    name: '图片校验码不符.xlsx',
    make: () => editedZip(withParts({ 'xl/media/a.png': 'x' }), 'xl/media/a.png', (entry) => ({ ...entry, crc: 1 })),
    expected: 'checksum',
  },
  {
    name: '数据损坏.xlsx',
    make: () =>
      editedZip(good(), 'xl/workbook.xml', (entry) => ({
        ...entry,
        data: entry.data.map((byte, i) => (i % 7 === 3 ? byte ^ 0x55 : byte)),
      })),
    expected: 'checksum',
  },
  {
    name: '加密条目.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', (entry) => ({ ...entry, flags: 1 })),
    expected: 'password',
  },
  {
    name: '未知压缩.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', (entry) => ({ ...entry, method: 12 })),
    expected: 'suspiciousPackage',
  },
  {
    name: '名字不一.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', (entry) => ({ ...entry, localName: 'xl/workbooX.xml' })),
    expected: 'suspiciousPackage',
  },
  {
    name: '大小不一.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', (entry) => ({ ...entry, localSize: 5 })),
    expected: 'suspiciousPackage',
  },
  {
    name: '谎报大小.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', (entry) => ({ ...entry, size: 10, localSize: 10 })),
    expected: 'checksum',
  },
  {
    name: '重名.xlsx',
    make: () => rawZip([{ name: 'xl/workbook.xml' }, { name: 'XL/workbook.xml' }]),
    expected: 'suspiciousPackage',
  },
  { name: '越界路径.xlsx', make: () => rawZip([{ name: '../../etc/passwd' }]), expected: 'suspiciousPackage' },
  { name: '绝对路径.xlsx', make: () => rawZip([{ name: '/etc/passwd' }]), expected: 'suspiciousPackage' },
  { name: '盘符路径.xlsx', make: () => rawZip([{ name: 'C:\\Windows\\x' }]), expected: 'suspiciousPackage' },
  {
    name: '重叠.xlsx',
    make: () => rawZip([{ name: 'a.xml' }, { name: 'b.xml' }], { overlap: true }),
    expected: 'suspiciousPackage',
  },
  { name: '分卷.xlsx', make: () => rawZip([{ name: 'a.xml' }], { disk: 3 }), expected: 'suspiciousPackage' },
  { name: '条目数谎报.xlsx', make: () => rawZip([{ name: 'a.xml' }], { count: 900 }), expected: 'truncated' },
  {
    name: '目录偏移越界.xlsx',
    make: () => rawZip([{ name: 'a.xml' }], { directoryAt: 0x7fffffff }),
    expected: 'truncated',
  },
  { name: '假zip64.xlsx', make: () => rawZip([{ name: 'a.xml' }], { count: 0xffff }), expected: 'suspiciousPackage' },
  {
    name: '条目太多.xlsx',
    make: () => rawZip(Array.from({ length: 6000 }, (_, i) => ({ name: `xl/media/${i}.png` }))),
    expected: 'tooManyEntries',
  },
  { name: '声明的炸弹.xlsx', make: () => bomb(300 * 1024 * 1024, null), expected: 'bomb' },
  { name: '隐瞒的炸弹.xlsx', make: () => bomb(300 * 1024 * 1024, 300 * 1024), expected: 'checksum' },
  { name: '许多小炸弹.xlsx', make: () => manyBombs(), expected: 'bomb' },
];

/** A part of nothing but spaces; `declared` is what it says its size were. */
function bomb(size: number, declared: number | null): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size, 32), { level: 9 });
  return rawZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml', packed, size: declared ?? size }]);
}

function manyBombs(): Uint8Array {
  const size = 7 * 1024 * 1024;
  const packed = deflateRawSync(Buffer.alloc(size, 32), { level: 9 });
  return rawZip(Array.from({ length: 100 }, (_, i) => ({ name: `xl/worksheets/sheet${i}.xml`, packed, size })));
}

const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

const PARTS: readonly HostileFile[] = [
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
    name: '百万空行.xlsx',
    make: () =>
      sheet(
        data(
          rowOf(1, cell('A1')) + many(1_000_000, (i) => `<row r="${i + 2}" hidden="1"><c r="C${i + 2}" s="1"/></row>`),
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
    make: () => sheet(data(sharedFormulaRows(200_000, 'A1+'.repeat(2_500) + '1'))),
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
    expected: 'empty',
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

export const HOSTILE_FILES: readonly HostileFile[] = [...MISLABELLED, ...PACKAGES, ...PARTS];
