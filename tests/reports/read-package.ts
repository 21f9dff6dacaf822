import { strFromU8, unzipSync } from 'fflate';

/**
 * An xlsx package as its XML says it, read without any code of the program: what a spreadsheet program would make of it.
 * Rows and columns are 1-based in A1 names, as the file has them; lengths in the units of the test's other side.
 */
export interface PackageSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, PackageCell>;
  readonly merges: readonly string[];
  /** Pixels, from column A. */
  readonly widths: readonly number[];
  /** Row (1-based) → points. */
  readonly heights: ReadonlyMap<number, number>;
  readonly page: {
    readonly orientation: string;
    readonly paperSize: string;
    readonly fitToWidth: number;
    /** 0: as many as needed. */
    readonly fitToHeight: number;
    /** Points. */
    readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
    readonly footer: string;
    readonly breaks: readonly number[];
    /** `$A$1:$B$2`, and `$3:$4`, without the sheet. */
    readonly area: string | null;
    readonly titles: string | null;
  };
  readonly charts: readonly PackageChart[];
}

export interface PackageCell {
  readonly formula: string | null;
  readonly value: string;
  readonly format: string;
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly bordered: boolean;
}

export interface PackageChart {
  readonly type: string;
  readonly title: string;
  readonly hasLegend: boolean;
  readonly gap: number | null;
  readonly valueFormat: string;
  /** 0-based cells that it covers. */
  readonly position: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  readonly series: readonly {
    readonly name: string;
    readonly categories: string;
    readonly values: string;
    readonly colour: string;
  }[];
}

const POINTS_PER_INCH = 72;
const BUILT_IN: Readonly<Record<string, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 49: '@',
}; // prettier-ignore

interface Element {
  readonly attributes: Readonly<Record<string, string>>;
  readonly body: string;
}

function elements(xml: string, tag: string): readonly Element[] {
  const pattern = new RegExp(`<${tag}((?:\\s[^>]*?)?)(?:/>|>(.*?)</${tag}>)`, 'gsu');
  return [...xml.matchAll(pattern)].map(([, attributes = '', body = '']) => ({
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, text(value)]),
    ),
    body,
  }));
}

function first(xml: string, tag: string): Element {
  return elements(xml, tag)[0] ?? { attributes: {}, body: '' };
}

function text(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}

export function readPackage(bytes: Uint8Array): readonly PackageSheet[] {
  const parts = unzipSync(bytes);
  const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const target = (of: string, id: string | undefined): string => {
    const [folder, file] = [of.slice(0, of.lastIndexOf('/')), of.slice(of.lastIndexOf('/') + 1)];
    const found = elements(part(`${folder}/_rels/${file}.rels`), 'Relationship').find(
      ({ attributes }) => attributes['Id'] === id,
    );
    const path = found?.attributes['Target'] ?? '';
    return path.startsWith('/') ? path.slice(1) : new URL(path, `file:///${folder}/`).pathname.slice(1);
  };
  const book = part('xl/workbook.xml');
  const names = elements(book, 'definedName');
  const styles = cellStyles(part('xl/styles.xml'));
  const strings = elements(part('xl/sharedStrings.xml'), 'si').map(({ body }) => text(first(body, 't').body));
  return elements(book, 'sheet').map(({ attributes }, index) => {
    const path = target('xl/workbook.xml', attributes['r:id']);
    const xml = part(path);
    const defined = (name: string): string | null => {
      const found = names.find(
        (one) => one.attributes['name'] === name && one.attributes['localSheetId'] === String(index),
      );
      return found ? text(found.body).replace(/^.*!/u, '') : null;
    };
    const setup = first(xml, 'pageSetup').attributes;
    const margins = first(xml, 'pageMargins').attributes;
    const inPoints = (side: string): number => Number(margins[side]) * POINTS_PER_INCH;
    const drawing = first(xml, 'drawing').attributes['r:id'];
    const drawingPath = target(path, drawing);
    return {
      name: attributes['name'] ?? '',
      cells: cellsOf(xml, styles, strings),
      merges: elements(xml, 'mergeCell').map((one) => one.attributes['ref'] ?? ''),
      // A digit of 宋体 at 11 points is 8 pixels wide.
      widths: elements(xml, 'col').map((one) => Number(one.attributes['width']) * 8),
      heights: new Map(
        elements(xml, 'row').flatMap((one) =>
          one.attributes['ht'] === undefined ? [] : [[Number(one.attributes['r']), Number(one.attributes['ht'])]],
        ),
      ),
      page: {
        orientation: setup['orientation'] ?? '',
        paperSize: setup['paperSize'] ?? '',
        fitToWidth: Number(setup['fitToWidth']),
        fitToHeight: Number(setup['fitToHeight']),
        margins: {
          top: inPoints('top'),
          bottom: inPoints('bottom'),
          left: inPoints('left'),
          right: inPoints('right'),
        },
        footer: text(first(xml, 'oddFooter').body),
        breaks: elements(xml, 'brk').map((one) => Number(one.attributes['id'])),
        area: defined('_xlnm.Print_Area'),
        titles: defined('_xlnm.Print_Titles'),
      },
      charts:
        drawing === undefined
          ? []
          : elements(part(drawingPath), 'xdr:twoCellAnchor').map(({ body }) =>
              chartOf(body, part(target(drawingPath, first(body, 'c:chart').attributes['r:id']))),
            ),
    };
  });
}

type Style = Omit<PackageCell, 'formula' | 'value'>;

function cellStyles(xml: string): readonly Style[] {
  const formats = new Map(
    elements(xml, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode']]),
  );
  const fonts = elements(first(xml, 'fonts').body, 'font').map(({ body }) => body);
  const borders = elements(first(xml, 'borders').body, 'border').map(({ body }) => body);
  return elements(first(xml, 'cellXfs').body, 'xf').map(({ attributes, body }) => {
    const font = fonts[Number(attributes['fontId'])] ?? '';
    const alignment = first(body, 'alignment').attributes;
    const id = attributes['numFmtId'] ?? '0';
    return {
      format: formats.get(id) ?? BUILT_IN[id] ?? `unknown ${id}`,
      font: first(font, 'name').attributes['val'] ?? '',
      size: Number(first(font, 'sz').attributes['val']),
      bold: font.includes('<b/>'),
      horizontal: alignment['horizontal'] ?? 'general',
      vertical: alignment['vertical'] ?? 'bottom',
      wrap: alignment['wrapText'] === '1',
      bordered: (borders[Number(attributes['borderId'])] ?? '').includes('style="thin"'),
    };
  });
}

function cellsOf(xml: string, styles: readonly Style[], strings: readonly string[]): Map<string, PackageCell> {
  const plain = styles[0];
  if (!plain) throw new Error('no styles');
  return new Map(
    elements(first(xml, 'sheetData').body, 'c').map(({ attributes, body }) => {
      const value = text(first(body, 'v').body);
      const formula = body.includes('<f>') ? `=${text(first(body, 'f').body)}` : null;
      return [
        attributes['r'] ?? '',
        {
          ...(styles[Number(attributes['s'] ?? 0)] ?? plain),
          formula,
          value: attributes['t'] === 's' ? (strings[Number(value)] ?? '') : value,
        },
      ];
    }),
  );
}

function chartOf(anchor: string, xml: string): PackageChart {
  const corner = (tag: string, of: string): number => Number(first(first(anchor, `xdr:${tag}`).body, `xdr:${of}`).body);
  const isLine = xml.includes('<c:lineChart>');
  const stacked = first(xml, 'c:grouping').attributes['val'] === 'stacked' ? 'Stacked' : 'Clustered';
  const gap = first(xml, 'c:gapWidth').attributes['val'];
  const title = text(first(first(xml, 'c:title').body, 'a:t').body);
  const [plot = '', after = ''] = xml.split('</c:plotArea>');
  return {
    type: isLine ? 'Line' : `${first(xml, 'c:barDir').attributes['val'] === 'bar' ? 'Bar' : 'Column'}${stacked}`,
    title,
    hasLegend: after.includes('<c:legend>'),
    gap: gap === undefined ? null : Number(gap),
    valueFormat: first(first(xml, 'c:valAx').body, 'c:numFmt').attributes['formatCode'] ?? '',
    position: {
      top: corner('from', 'row'),
      left: corner('from', 'col'),
      bottom: corner('to', 'row') - 1,
      right: corner('to', 'col') - 1,
    },
    series: elements(plot, 'c:ser').map(({ body }) => ({
      name: text(first(first(body, 'c:tx').body, 'c:v').body),
      categories: text(first(first(body, 'c:cat').body, 'c:f').body),
      values: text(first(first(body, 'c:val').body, 'c:f').body),
      colour: `#${first(body, 'a:srgbClr').attributes['val'] ?? ''}`,
    })),
  };
}
