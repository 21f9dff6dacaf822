import { sketchParts, zipped } from '../files/packages';
import { compoundFile } from './compound-file';
import { cell, data, many, rowOf, sheet, withParts, type HostileFile } from './builders';

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

/** Cells, sheets and relationships that no spreadsheet program writes. */
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
  ...['A0', '1', 'A', '!!', '-A-1'].map((address) => ({
    name: `单元格写作${address}.xlsx`,
    make: () => sheet(data(rowOf(1, cell(address)))),
    expected: 'opens' as const,
  })),
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
    expected: 'empty',
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
    expected: 'opens',
  },
  {
    name: '工作表重名.xlsx',
    make: () =>
      workbookXml(
        '<sheets><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="表" sheetId="2" r:id="rId1"/></sheets>',
      ),
    expected: 'opens',
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

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
