import { strToU8, zipSync, type Zippable } from 'fflate';
import { escapeXml } from './xml-text';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIP_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELATIONSHIP_NS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The earliest day that a zip can name: the same bytes whenever the file is made. */
const FIXED_DATE = new Date(1980, 0, 1, 0, 0, 0);

/** The parts of a new package, with their content types and relationships kept in step. */
export class PackageParts {
  private readonly parts = new Map<string, string>();
  private readonly contentTypes: string[] = [];
  private readonly relationships = new Map<string, string[]>();

  /** Adds a part; `contentType` is absent where the ending alone says it (`.xml` without meaning, `.vml`). */
  add(path: string, xml: string, contentType?: string): void {
    this.parts.set(path, XML_DECLARATION + xml);
    if (contentType !== undefined) {
      this.contentTypes.push(`<Override PartName="/${path}" ContentType="${contentType}"/>`);
    }
  }

  /** Relates `from` (`''` is the package) to a target given relative to it; returns the relationship's id. */
  relate(from: string, type: string, target: string): string {
    let list = this.relationships.get(from);
    if (!list) this.relationships.set(from, (list = []));
    const id = `rId${list.length + 1}`;
    const kind = type.startsWith('http') ? type : `${RELATIONSHIP_NS}/${type}`;
    list.push(`<Relationship Id="${id}" Type="${kind}" Target="${escapeXml(target)}"/>`);
    return id;
  }

  /** The package; the same parts always give the same bytes. */
  toZip(): Uint8Array {
    const files: Zippable = { '[Content_Types].xml': strToU8(this.contentTypesXml()) };
    for (const [from, list] of this.relationships) {
      const cut = from.lastIndexOf('/') + 1;
      files[`${from.slice(0, cut)}_rels/${from.slice(cut)}.rels`] = strToU8(
        `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIP_NS}">${list.join('')}</Relationships>`,
      );
    }
    for (const [path, xml] of this.parts) files[path] = strToU8(xml);
    return zipSync(files, { mtime: FIXED_DATE, level: 6 });
  }

  private contentTypesXml(): string {
    return (
      `${XML_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      `${this.contentTypes.join('')}</Types>`
    );
  }
}
