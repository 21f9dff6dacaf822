import { sketched, sketchParts, zipped } from '../files/packages';
import { cell, data, many, rowOf, withParts, type HostileFile } from './builders';
import { compoundFile } from './compound-file';

const one = data(rowOf(1, cell('A1')));
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetRelation = (target: string, more = '', kind = 'worksheet'): string =>
  `<Relationships><Relationship Id="rId1" Type="${RELATIONSHIPS}/${kind}" Target="${target}"${more}/></Relationships>`;
const related = (target: string, more = '', kind = 'worksheet'): Uint8Array =>
  withParts({
    'xl/_rels/workbook.xml.rels': sheetRelation(target, more, kind),
    'xl/worksheets/sheet1.xml': `<worksheet>${one}</worksheet>`,
  });
const workbookXml = (inner: string): Uint8Array =>
  withParts({
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONSHIPS}">${inner}</workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${one}</worksheet>`,
  });

/** Sheets, names and relationships that no spreadsheet program writes, and what a workbook may carry along. */
export const WORKBOOK_TRICKS: readonly HostileFile[] = [
  {
    name: '名称自引用.xlsx',
    make: () =>
      workbookXml(
        '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="a">b</definedName><definedName name="b">a</definedName></definedNames>',
      ),
    expected: 'opens',
  },
  {
    name: '十万个名称.xlsx',
    make: () =>
      workbookXml(
        `<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><definedNames>${many(100_000, (i) => `<definedName name="n${i}">表!$A$1</definedName>`)}</definedNames>`,
      ),
    expected: 'opens',
  },
  {
    name: '一万个工作表.xlsx',
    make: () =>
      workbookXml(`<sheets>${many(10_000, (i) => `<sheet name="s${i}" sheetId="${i}" r:id="rId1"/>`)}</sheets>`),
    expected: 'tooManySheets',
  },
  {
    name: '同一部件三百次.xlsx',
    make: () => workbookXml(`<sheets>${many(300, (i) => `<sheet name="s${i}" sheetId="${i}" r:id="rId1"/>`)}</sheets>`),
    expected: 'suspiciousPackage',
  },
  {
    name: '工作表重名.xlsx',
    make: () =>
      workbookXml(
        '<sheets><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="表" sheetId="2" r:id="rId1"/></sheets>',
      ),
    expected: 'sameSheetName',
  },
  {
    name: '工作表名只差大小写.xlsx',
    make: () => sketched({ sheets: { Sheet1: one, SHEET1: one } }),
    expected: 'sameSheetName',
  },
  {
    name: '工作表名有控制字符.xlsx',
    make: () => workbookXml('<sheets><sheet name="&#27;[31m&#x202E;&#10;=cmd" sheetId="1" r:id="rId1"/></sheets>'),
    expected: 'opens',
  },
  {
    name: '工作表名为空.xlsx',
    make: () => workbookXml('<sheets><sheet sheetId="1" r:id="rId1"/></sheets>'),
    expected: 'opens',
  },
  {
    name: '工作表名十万字.xlsx',
    make: () => workbookXml(`<sheets><sheet name="${'名'.repeat(100_000)}" sheetId="1" r:id="rId1"/></sheets>`),
    expected: 'opens',
  },
  {
    name: '全部深度隐藏.xlsx',
    make: () => workbookXml('<sheets><sheet name="表" state="veryHidden" sheetId="1" r:id="rId1"/></sheets>'),
    expected: 'opens',
  },
  { name: '只有图表页.xlsx', make: () => related('worksheets/sheet1.xml', '', 'chartsheet'), expected: 'noSheets' },
  {
    name: '关系种类未知.xlsx',
    make: () => related('worksheets/sheet1.xml', '', 'workbookSheet'),
    expected: 'brokenSheet',
  },
  {
    name: '关系指向网址.xlsx',
    make: () => related('http://127.0.0.1/sheet1.xml', ' TargetMode="External"'),
    expected: 'brokenSheet',
  },
  { name: '关系指向本机文件.xlsx', make: () => related('file:///etc/passwd'), expected: 'brokenSheet' },
  { name: '关系指向包外.xlsx', make: () => related('../../../../etc/passwd'), expected: 'brokenSheet' },
  { name: '关系指向自己.xlsx', make: () => related('_rels/workbook.xml.rels'), expected: 'brokenSheet' },
  { name: '关系指向不存在.xlsx', make: () => related('worksheets/sheet9.xml'), expected: 'brokenSheet' },
  {
    name: '关系编号重复.xlsx',
    make: () =>
      withParts({
        'xl/_rels/workbook.xml.rels': sheetRelation('worksheets/sheet1.xml').replace(
          '</Relationships>',
          `<Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
        ),
        'xl/worksheets/sheet1.xml': `<worksheet>${one}</worksheet>`,
        'xl/worksheets/sheet2.xml': '<worksheet/>',
      }),
    expected: 'suspiciousPackage',
  },
  {
    name: '关系没有收尾.xlsx',
    make: () =>
      withParts({
        'xl/_rels/workbook.xml.rels': sheetRelation('worksheets/sheet1.xml').replace(
          '/></',
          '<Relationship Id="x"/></',
        ),
        'xl/worksheets/sheet1.xml': `<worksheet>${one}</worksheet>`,
      }),
    expected: 'damaged',
  },
  { name: '关系地址有转义.xlsx', make: () => related('work%73heets/%73heet1.xml'), expected: 'opens' },
  { name: '关系绝对路径.xlsx', make: () => related('/xl/worksheets/sheet1.xml'), expected: 'opens' },
  {
    name: '关系十万条.xlsx',
    make: () =>
      withParts({
        'xl/_rels/workbook.xml.rels': `<Relationships>${many(100_000, (i) => `<Relationship Id="rId${i + 2}" Type="x/externalLink" Target="externalLinks/e.xml"/>`)}<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        'xl/externalLinks/_rels/e.xml.rels': sheetRelation(
          'http://127.0.0.1/x.xlsx',
          ' TargetMode="External"',
          'externalLinkPath',
        ),
      }),
    expected: 'empty',
  },
  {
    name: '带宏.xlsm',
    make: () =>
      withParts({
        'xl/vbaProject.bin': compoundFile(['VBA', 'dir']),
        'xl/worksheets/sheet1.xml': `<worksheet>${one}</worksheet>`,
      }),
    expected: 'opens',
  },
  {
    name: '带嵌入对象.xlsx',
    make: () =>
      withParts({
        'xl/embeddings/oleObject1.bin': compoundFile(['Package']),
        'xl/worksheets/sheet1.xml': `<worksheet>${one}</worksheet>`,
      }),
    expected: 'opens',
  },
  {
    name: '带数据连接.xlsx',
    make: () =>
      withParts({
        'xl/connections.xml':
          '<connections><connection id="1" type="5"><dbPr connection="Provider=x;Data Source=http://127.0.0.1" command="DROP TABLE x"/></connection></connections>',
        'xl/worksheets/sheet1.xml': `<worksheet>${one}</worksheet>`,
      }),
    expected: 'opens',
  },
  {
    name: '自定义部件巨大.xlsx',
    make: () =>
      zipped({ ...sketchParts({ sheets: { 表: one } }), 'customXml/item1.xml': `<part ${' '.repeat(20_000_000)}` }, 0),
    expected: 'opens',
  },
  {
    name: '自定义部件四千个.xlsx',
    make: () =>
      zipped({
        ...sketchParts({ sheets: { 表: one } }),
        ...Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [`customXml/item${i}.xml`, '<x/>'])),
      }),
    expected: 'opens',
  },
  { name: '没有关系.xlsx', make: () => without('_rels/.rels', 'xl/_rels/workbook.xml.rels'), expected: 'opens' },
  { name: '没有内容类型.xlsx', make: () => without('[Content_Types].xml'), expected: 'opens' },
  { name: '没有工作表部件.xlsx', make: () => without('xl/worksheets/sheet1.xml'), expected: 'brokenSheet' },
];

function without(...names: readonly string[]): Uint8Array {
  const parts = sketchParts({ sheets: { 表: one } });
  return zipped(Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name))));
}
