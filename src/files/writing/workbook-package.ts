import { partXml } from '../../workbook';
import { MAIN_NS, PackageParts, RELATIONSHIP_NS } from './package-parts';
import { Interned, StyleTable } from './style-table';
import { sharedStringsXml, worksheetXml, type WrittenSheet } from './worksheet-xml';
import { escapeXml } from './xml-text';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const WORKBOOK = 'xl/workbook.xml';

/** A defined name that belongs to one sheet, e.g. its print area. */
export interface SheetName {
  readonly name: string;
  readonly refersTo: string;
}

/** A new workbook's package while it is being written, sheet by sheet. */
export class WorkbookPackage {
  readonly parts = new PackageParts();
  readonly styles = new StyleTable();
  private readonly strings = new Interned();
  private readonly sheets: string[] = [];
  private readonly names: string[] = [];
  private mustCalculate = false;

  /** The path that the next added sheet will have; its own parts are related to it. */
  get nextSheetPath(): string {
    return `xl/worksheets/sheet${this.sheets.length + 1}.xml`;
  }

  addSheet(
    name: string,
    visibility: 'visible' | 'hidden' | 'veryHidden',
    sheet: WrittenSheet,
    names: readonly SheetName[] = [],
  ): void {
    const path = this.nextSheetPath;
    this.parts.add(path, worksheetXml(sheet, this.strings), `${SPREADSHEET}.worksheet+xml`);
    const id = this.parts.relate(WORKBOOK, 'worksheet', path.replace('xl/', ''));
    const index = this.sheets.length;
    const state = visibility === 'visible' ? '' : ` state="${visibility}"`;
    this.sheets.push(`<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="${id}"/>`);
    for (const one of names) {
      this.names.push(
        `<definedName name="${one.name}" localSheetId="${index}">${escapeXml(one.refersTo)}</definedName>`,
      );
    }
  }

  /** A name of the whole workbook; `refersTo` is its formula without `=`. */
  addName(name: string, refersTo: string): void {
    this.names.push(`<definedName name="${escapeXml(name)}">${escapeXml(refersTo)}</definedName>`);
  }

  /** The workbook holds formulas: Excel calculates them all when it opens the file. */
  calculateOnLoad(): void {
    this.mustCalculate = true;
  }

  /** @param active 0-based number of the sheet that is shown first. */
  finish(parts: Readonly<Record<string, string>>, active: number): Uint8Array {
    this.parts.relate('', 'officeDocument', WORKBOOK);
    this.parts.add('xl/styles.xml', this.styles.toXml(), `${SPREADSHEET}.styles+xml`);
    this.parts.relate(WORKBOOK, 'styles', 'styles.xml');
    this.parts.add('xl/sharedStrings.xml', sharedStringsXml(this.strings), `${SPREADSHEET}.sharedStrings+xml`);
    this.parts.relate(WORKBOOK, 'sharedStrings', 'sharedStrings.xml');
    Object.keys(parts)
      .sort()
      .forEach((name, i) => this.addCustomPart(i + 1, name, parts[name] ?? ''));
    this.parts.add(
      WORKBOOK,
      `<workbook xmlns="${MAIN_NS}" xmlns:r="${RELATIONSHIP_NS}"><bookViews><workbookView activeTab="${active}"/></bookViews>` +
        `<sheets>${this.sheets.join('')}</sheets>` +
        (this.names.length > 0 ? `<definedNames>${this.names.join('')}</definedNames>` : '') +
        `<calcPr calcId="191029"${this.mustCalculate ? ' fullCalcOnLoad="1"' : ''}/></workbook>`,
      `${SPREADSHEET}.sheet.main+xml`,
    );
    return this.parts.toZip();
  }

  private addCustomPart(number: number, name: string, text: string): void {
    const path = `customXml/item${number}.xml`;
    this.parts.relate(WORKBOOK, 'customXml', `../${path}`);
    this.parts.add(path, partXml(name, text));
    this.parts.relate(path, 'customXmlProps', `itemProps${number}.xml`);
    this.parts.add(`customXml/itemProps${number}.xml`, customPropertiesXml(name), CUSTOM_PROPERTIES_TYPE);
  }
}

export const CUSTOM_PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** The properties of a custom XML part. Its id is made from its name, so that the same workbook gives the same bytes. */
export function customPropertiesXml(name: string): string {
  return (
    `<ds:datastoreItem ds:itemID="${stableGuid(name)}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">` +
    '<ds:schemaRefs/></ds:datastoreItem>'
  );
}

function stableGuid(name: string): string {
  let hex = '';
  for (let seed = 1; seed <= 4; seed++) {
    let hash = Math.imul(0x811c9dc5, seed);
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    hex += (hash >>> 0).toString(16).padStart(8, '0').toUpperCase();
  }
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}}`;
}
