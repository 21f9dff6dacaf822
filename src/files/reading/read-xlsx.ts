import { parsePartXml, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook';
import { Refusal } from '../failure';
import type { Limits } from '../limits';
import type { OfficePackage } from '../opening/package';
import { readRelationships, type Relationship } from './relationships';
import { readSharedStrings } from './shared-strings';
import { readSheetPart } from './sheet-part';
import { NO_FORMATS, readStyles } from './styles-part';
import { readWorkbookPart, type SheetEntry } from './workbook-part';
import { decodeUtf8 } from './xml-scanner';

/**
 * Reads what the program needs of an xlsx or xlsm package, straight from the bytes of its parts. `null` where
 * the package is not made as usual (its workbook or a sheet is not where it says), so that another reader may try.
 */
export function readXlsx(parts: OfficePackage, limits: Limits): WorkbookSnapshot | null {
  const workbookPath = findWorkbook(parts, limits);
  const workbookBytes = workbookPath === null ? null : parts.read(workbookPath);
  if (workbookPath === null || !workbookBytes) return null;
  const workbook = readWorkbookPart(workbookBytes, limits);
  const relationships = readRelationships(parts, workbookPath, limits);
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const partOf = (kind: string): Uint8Array | null => {
    const found = relationships.find((one) => one.kind === kind);
    return found ? parts.read(found.target) : null;
  };
  const stringBytes = partOf('sharedStrings');
  const strings = stringBytes ? readSharedStrings(stringBytes, limits) : [];
  const styleBytes = partOf('styles');
  const formats = styleBytes ? readStyles(styleBytes, limits) : NO_FORMATS;
  const sheets: SheetSnapshot[] = [];
  const read = new Set<string>();
  let { cells } = limits;
  refuseSameNames(workbook.sheets);
  for (const entry of workbook.sheets) {
    const relationship = byId.get(entry.relationshipId);
    if (!relationship) return null;
    if (WITHOUT_CELLS.has(relationship.kind)) continue;
    if (relationship.kind !== 'worksheet') throw new Refusal('brokenSheet', entry.name);
    const bytes = parts.read(relationship.target);
    if (!bytes) return null;
    // One part as two sheets would count twice.
    if (read.has(relationship.target)) throw new Refusal('suspiciousPackage');
    read.add(relationship.target);
    const context = { strings, formats, is1904: workbook.is1904, limits, cells };
    const sheet = readSheetOrSayWhich(() => readSheetPart(entry.name, entry.visibility, bytes, context), entry.name);
    cells -= sheet.values.length;
    sheets.push(sheet);
  }
  return { sheets, parts: readOwnParts(parts), externalLinks: externalLinks(parts, relationships, limits) };
}

/** Findings, formulas and edits know a sheet by its name, whatever the case of its letters. */
function refuseSameNames(sheets: readonly SheetEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    if (seen.has(name.toLowerCase())) throw new Refusal('sameSheetName', name);
    seen.add(name.toLowerCase());
  }
}

/** Chart sheets, dialogs and macro sheets have no cells of interest. */
const WITHOUT_CELLS: ReadonlySet<string> = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']);

/** A part that ends in the middle is a broken sheet, and the message names it. */
function readSheetOrSayWhich(read: () => SheetSnapshot, name: string): SheetSnapshot {
  try {
    return read();
  } catch (error) {
    throw error instanceof Refusal && error.code === 'damaged' ? new Refusal('brokenSheet', name) : error;
  }
}

function findWorkbook(parts: OfficePackage, limits: Limits): string | null {
  const main = readRelationships(parts, '', limits).find((one) => one.kind === 'officeDocument')?.target;
  if (main !== undefined && parts.has(main)) return main;
  return parts.has('xl/workbook.xml') ? 'xl/workbook.xml' : null;
}

/** The parts that this program keeps inside the workbook; other custom parts are none of its business. */
export function readOwnParts(parts: OfficePackage): Readonly<Record<string, string>> {
  const own: Record<string, string> = {};
  for (const { name } of parts.entries) {
    if (!/^customXml\/item\d+\.xml$/i.test(name)) continue;
    const bytes = parts.read(name);
    const part = bytes && parsePartXml(decodeUtf8(bytes, 0, bytes.length));
    if (part) own[part.name] = part.text;
  }
  return own;
}

/** Names of the workbooks that formulas refer to, without their folders. */
function externalLinks(
  parts: OfficePackage,
  relationships: readonly Relationship[],
  limits: Limits,
): readonly string[] {
  const links = new Set(relationships.filter((one) => one.kind === 'externalLink').map((one) => one.target));
  return [...links]
    .flatMap((target) => readRelationships(parts, target, limits))
    .filter((one) => one.isExternal)
    .map((one) => fileName(one.target));
}

function fileName(address: string): string {
  const last = address.split(/[\\/]/).pop() ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
