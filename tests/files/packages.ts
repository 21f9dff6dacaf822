import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What a hand-made package holds besides the obvious. */
export interface PackageSketch {
  /** Sheet name → XML inside `<worksheet>`. */
  readonly sheets: Readonly<Record<string, string>>;
  /** XML inside `<workbook>`, behind the sheets. */
  readonly workbook?: string;
  /** XML before the sheets, e.g. `<workbookPr date1904="1"/>`. */
  readonly workbookStart?: string;
  /** Parts by path. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Relationships of a part: `[type's last word, target]`. */
  readonly related?: Readonly<Record<string, readonly (readonly [kind: string, target: string])[]>>;
}

export function relationshipsXml(list: readonly (readonly [kind: string, target: string])[]): string {
  const items = list.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

/** The parts of a small workbook made by hand, for what no writer of ours makes. */
export function sketchParts(sketch: PackageSketch): Record<string, string | Uint8Array> {
  const names = Object.keys(sketch.sheets);
  const related: Record<string, (readonly [string, string])[]> = {
    '': [['officeDocument', 'xl/workbook.xml']],
    'xl/workbook.xml': names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
  };
  for (const [from, list] of Object.entries(sketch.related ?? {})) (related[from] ??= []).push(...list);
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      names
        .map(
          (_, i) =>
            `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
        )
        .join('') +
      '</Types>',
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${sketch.workbookStart ?? ''}<sheets>` +
      names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
      `</sheets>${sketch.workbook ?? ''}</workbook>`,
  };
  names.forEach((name, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sketch.sheets[name] ?? ''}</worksheet>`;
  });
  Object.assign(parts, sketch.parts);
  for (const [from, list] of Object.entries(related)) {
    const cut = from.lastIndexOf('/') + 1;
    parts[`${from.slice(0, cut)}_rels/${from.slice(cut)}.rels`] = relationshipsXml(list);
  }
  return parts;
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 1 = 1): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts))
    files[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level, mtime: new Date(2024, 0, 1) });
}

export function sketched(sketch: PackageSketch): Uint8Array {
  return zipped(sketchParts(sketch));
}
