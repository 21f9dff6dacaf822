import { Tag, type XmlScanner } from '../reading/xml-scanner';
import { escapeXml } from '../writing/xml-text';
import { CannotEdit } from './edit-problem';
import { shiftedAreaList, shiftedFormula, type RowShift } from './reference-shift';
import type { Splices } from './splices';

/** The sheet whose rows move, and by how much. */
export interface SheetShift extends RowShift {
  readonly sheet: string;
}

/** Elements whose text is a formula, in worksheets, tables, charts and the workbook. */
const FORMULA_ELEMENTS = [
  'f',
  'formula',
  'formula1',
  'formula2',
  'calculatedColumnFormula',
  'totalsRowFormula',
  'definedName',
];
const AREA_ATTRIBUTES = ['ref', 'sqref', 'activeCell'];
/** Links to places, cells that shapes show. */
const FORMULA_ATTRIBUTES = ['location', 'textlink'];
/** Elements that may point at rows that are gone without harm. */
const HARMLESS = ['selection', 'dimension'];

/**
 * Moves what one element says about the sheet: addresses in its attributes where it belongs to the sheet
 * (`home` is the name of the sheet that it stands on), formulas in any case.
 */
export function shiftElement(
  scanner: XmlScanner,
  tag: Tag,
  splices: Splices,
  shift: SheetShift,
  home: string | null,
): void {
  const isHome = home?.toLowerCase() === shift.sheet.toLowerCase();
  scanner.eachAttribute((nameStart, nameEnd, start, end) => {
    const name = ascii(scanner.bytes, nameStart, nameEnd);
    const isFormula = FORMULA_ATTRIBUTES.includes(name) || isFormulaThreshold(scanner, name);
    const isArea = AREA_ATTRIBUTES.includes(name) || (name === 'r' && scanner.is('cellWatch'));
    if (!isFormula && !(isArea && isHome)) return;
    const text = scanner.attribute(name) ?? '';
    const moved = isFormula ? shiftedFormula(text, home, shift.sheet, shift) : shiftedAreaList(text, shift);
    if (moved === '' && text !== '') {
      if (!HARMLESS.includes(scanner.name())) throw new CannotEdit('cannotShift', shift.sheet);
    } else if (moved !== text) splices.replace(start, end, escapeXml(moved));
  });
  if (tag === Tag.open && FORMULA_ELEMENTS.some((name) => scanner.is(name))) {
    replaceText(scanner, splices, (text) => shiftedFormula(text, home, shift.sheet, shift));
  }
}

/** Colour scales and data bars may have a formula as a threshold. */
function isFormulaThreshold(scanner: XmlScanner, attribute: string): boolean {
  return attribute === 'val' && scanner.is('cfvo') && scanner.attribute('type') === 'formula';
}

/** Replaces the text of the element that was just opened, and passes it. */
export function replaceText(scanner: XmlScanner, splices: Splices, change: (text: string) => string): void {
  const start = scanner.at;
  const text = scanner.text();
  const changed = change(text);
  if (changed !== text) splices.replace(start, scanner.tagStart, escapeXml(changed));
}

export function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** The namespace prefix of the tag that begins at `tagStart`, with its colon. */
export function prefixAt(bytes: Uint8Array, tagStart: number): string {
  return /^<([\w.-]+:)?/.exec(new TextDecoder().decode(bytes.subarray(tagStart, tagStart + 40)))?.[1] ?? '';
}
