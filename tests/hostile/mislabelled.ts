import { good, text, bytes, withParts, type HostileFile } from './builders';
import { zipped } from '../files/packages';
import { compoundFile } from './compound-file';

/** Other kinds of files under the name of a workbook. */
export const MISLABELLED: readonly HostileFile[] = [
  { name: '空文件.xlsx', make: () => new Uint8Array(0), expected: 'emptyFile' },
  { name: '一个字节.xlsx', make: () => Uint8Array.of(0x50), expected: 'text' },
  { name: '文本.xlsx', make: () => text('今天天气不错'), expected: 'text' },
  { name: '报表.csv', make: () => text('学校,班数\n甲,1\n'), expected: 'csv' },
  { name: '其实是csv.xlsx', make: () => text('学校,班数\n甲,1\n乙,2\n'), expected: 'csv' },
  { name: '数据.json', make: () => text('{\n  "学校": "甲",\n  "班数": 1,\n  "学位": 45\n}\n'), expected: 'text' },
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
  { name: '前有标记的扫描件.xlsx', make: () => text('\ufeff%PDF-1.4\n'), expected: 'pdf' },
  { name: '前有空行的扫描件.xlsx', make: () => bytes(...Buffer.from('\r\n%PDF-1.4')), expected: 'pdf' },
  { name: '手机照片.xlsx', make: () => bytes(0, 0, 0, 24, ...Buffer.from('ftypheic')), expected: 'image' },
  { name: '录像.xlsx', make: () => bytes(0, 0, 0, 24, ...Buffer.from('ftypmp42')), expected: 'unknownFormat' },
  {
    name: '版式文件.xlsx',
    make: () => zipped({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<x/>' }),
    expected: 'ofd',
  },
  {
    name: '标文通.xlsx',
    make: () => text('<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2009/uof"/>'),
    expected: 'otherOffice',
  },
  { name: '写字板.xls', make: () => text('{\\rtf1\\ansi 学校}'), expected: 'word' },
  {
    name: '存成单文件的网页.xls',
    make: () =>
      text('From: <Saved by Windows>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'),
    expected: 'html',
  },
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
    name: '单文件表格.fods',
    make: () =>
      text('<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
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
  { name: '权限保护.xlsx', make: () => compoundFile(['\tDRMContent']), expected: 'password' },
  { name: '文档.doc', make: () => compoundFile(['WordDocument', '1Table']), expected: 'word' },
  { name: '演示.ppt', make: () => compoundFile(['PowerPoint Document']), expected: 'powerPoint' },
  { name: '表格.et', make: () => compoundFile(['Workbook']), expected: 'wpsTable' },
  { name: '文字.wps', make: () => compoundFile(['Contents']), expected: 'wpsText' },
  { name: '邮件.xls', make: () => compoundFile(['__properties_version1.0']), expected: 'otherOffice' },
  { name: '目录循环.xls', make: () => compoundFile(['Contents'], { isLooped: true }), expected: 'otherOffice' },
  { name: '半个.xls', make: () => compoundFile(['Workbook']).subarray(0, 300), expected: 'truncated' },
];
