import { strToU8, unzipSync, zipSync } from 'fflate';
import { sketchParts, zipped } from '../files/packages';

/** The half-filled table (合成数据) as cells: a number, or text. */
const ROWS: readonly (readonly (string | number | null)[])[] = [
  ['附件2 学校建设项目表（合成数据）'],
  ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体'],
  ['二、初中'],
  ['小计：', null, null, 4500, null],
  [1, '甲区第一中学', 54, 2700, 49.5, '袁州区'],
  [2, '乙区第二中学', '36', 1800, 40.25, '宜阳新区'],
  ['三、小学'],
  ['小计：', null, null, null, null],
  [1, '枫林实验小学', 36, 1620, 30, '袁州区'],
  [2, '丙区第二小学', 42, 1890, 35.5, '经开区'],
];

const inline = (text: string): string => `t="inlineStr"><is><t>${text}</t></is>`;

/** `<sheetData>` with inline strings; places are written out, or left to be counted. */
function data(withPlaces: boolean): string {
  const rows = ROWS.map((row, r) => {
    const cells = row.map((value, c) => {
      if (value === null && withPlaces) return '';
      const place = withPlaces ? ` r="${String.fromCharCode(65 + c)}${r + 1}"` : '';
      if (value === null) return `<c${place}/>`;
      return typeof value === 'number' ? `<c${place}><v>${value}</v></c>` : `<c${place} ${inline(value)}</c>`;
    });
    return `<row${withPlaces ? ` r="${r + 1}"` : ''}>${cells.join('')}</row>`;
  });
  return `<sheetData>${rows.join('')}</sheetData>`;
}

const plain = data(true);
const sketch = (more: Partial<Parameters<typeof sketchParts>[0]> = {}, sheet = plain) =>
  sketchParts({ sheets: { 附件2: sheet }, ...more });

function changed(
  parts: Record<string, string | Uint8Array>,
  path: string,
  change: (text: string) => string,
): Record<string, string | Uint8Array> {
  const text = parts[path];
  if (typeof text !== 'string') throw new Error(path);
  return { ...parts, [path]: change(text) };
}

const SHEET = 'xl/worksheets/sheet1.xml';

/** Every element of the main namespace with a prefix. */
const prefixed = (text: string): string =>
  text
    .replace(/<(\/?)(?!\?)([A-Za-z])/gu, '<$1x:$2')
    .replace(
      'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
      'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
    );

/** Namespaces of ISO 29500 Strict. */
const strict = (text: string): string =>
  text
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );

/** The same package as a streaming writer leaves it: sizes behind the data, not before. */
function withDescriptors(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const single = Buffer.from(zipSync({ [name]: content }, { mtime: new Date(2024, 0, 1) }));
    const end = single.length - 22;
    const central = single.readUInt32LE(end + 16);
    const local = Buffer.from(single.subarray(0, central));
    const entry = Buffer.from(single.subarray(central, end));
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    local.copy(descriptor, 4, 14, 26);
    local.fill(0, 14, 26);
    for (const [header, offset] of [
      [local, 6],
      [entry, 8],
    ] as const)
      header.writeUInt16LE(header.readUInt16LE(offset) | 8, offset);
    entry.writeUInt32LE(at, 42);
    chunks.push(local, descriptor);
    directory.push(entry);
    at += local.length + 16;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, central, end]));
}

/** The inline strings as shared ones. */
function shared(): Record<string, string | Uint8Array> {
  const texts: string[] = [];
  const sheet = plain.replace(/t="inlineStr"><is><t>([^<]*)<\/t><\/is>/gu, (_, text: string) => {
    texts.push(text);
    return `t="s"><v>${texts.length - 1}</v>`;
  });
  const items = texts.map((text) => `<si><t>${text}</t><rPh sb="0" eb="1"><t>pin</t></rPh></si>`).join('');
  return sketch(
    {
      parts: {
        'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${texts.length}" uniqueCount="${texts.length}">${items}</sst>`,
      },
      related: { 'xl/workbook.xml': [['sharedStrings', 'sharedStrings.xml']] },
    },
    sheet,
  );
}

/** Packages that other programs than Excel and LibreOffice write, or that no program does but the standard allows. */
export const ODD_PACKAGES: Readonly<Record<string, Uint8Array>> = {
  'inline strings, no shared strings, no styles': zipped(sketch()),
  'cells and rows without places': zipped(sketch({}, data(false))),
  'a prefix on every element': zipped(changed(changed(sketch(), SHEET, prefixed), 'xl/workbook.xml', prefixed)),
  'ISO Strict': zipped(
    Object.fromEntries(
      Object.entries(sketch()).map(([path, text]) => [path, typeof text === 'string' ? strict(text) : text]),
    ),
  ),
  'absolute targets': zipped(
    changed(sketch(), 'xl/_rels/workbook.xml.rels', (text) => text.replace('"worksheets/', '"/xl/worksheets/')),
  ),
  'data descriptors': withDescriptors(zipped(sketch())),
  'stored, not packed': zipped(sketch(), 0),
  'shared strings with phonetic runs': zipped(shared()),
  'UTF-8 with a byte order mark': zipped({
    ...sketch(),
    [SHEET]: strToU8(`\ufeff${String(sketch()[SHEET])}`),
  }),
  'parts that nothing knows': zipped(
    sketch({ parts: { 'xl/unknown.bin': strToU8('\u0001\u0002合成'), 'docProps/thumbnail.jpeg': strToU8('x') } }),
  ),
  'an extension list, a filter and print set-up': zipped(
    sketch(
      {},
      `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F10"/>${plain}<autoFilter ref="A2:F10"/><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0" footer="0"/><pageSetup orientation="landscape" fitToHeight="0"/><extLst><ext uri="{00000000-0000-0000-0000-000000000000}"><y:z xmlns:y="urn:y"/></ext></extLst>`,
    ),
  ),
  'comments, line breaks and CDATA between the cells': zipped(
    changed(sketch(), SHEET, (text) =>
      text
        .replaceAll('</row>', '</row>\n<!-- <c r="A1"/> -->\n')
        .replace('<t>枫林实验小学</t>', '<t><![CDATA[枫林实验小学]]></t>'),
    ),
  ),
};
