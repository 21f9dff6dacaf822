import {
  emptyDocument,
  emptySheetDocument,
  type OfficeHost,
  type SheetDocument,
  type WorkbookDocument,
} from '../../host';
import { partXml, parsePartXml, type WorkbookSnapshot } from '../../../workbook';

/** The part in which the workbench keeps what xlsx has no plain place for, so that it opens again as it was. */
export const WORKBENCH_PART = 'plancheck-workbench';

/**
 * The host's document of a file that is opened: what its sheets say themselves, this program's parts, and what the
 * workbench stored when it saved the file: charts and settings, which the reader of files does not give. Sheet ids are
 * `sheet-1`, … in order, as `workbookData` gives them.
 */
export function storedDocument(snapshot: WorkbookSnapshot, sheets: readonly SheetDocument[] = []): WorkbookDocument {
  const document = restored(snapshot.parts[WORKBENCH_PART]);
  snapshot.sheets.forEach((_, index) => {
    const id = `sheet-${index + 1}`;
    const said = sheets[index];
    const kept = document.sheets[id];
    if (said) document.sheets[id] = { ...said, charts: kept?.charts ?? [] };
    else if (kept) document.sheets[id] = { ...emptySheetDocument(), ...kept };
  });
  document.parts = Object.entries(snapshot.parts)
    .filter(([name]) => name !== WORKBENCH_PART)
    .map(([name, text], index) => ({ id: `part-${index + 1}`, xml: partXml(name, text) }));
  return document;
}

function restored(text: string | undefined): WorkbookDocument {
  if (text === undefined) return emptyDocument();
  try {
    const stored = JSON.parse(text) as Partial<WorkbookDocument>;
    return { ...emptyDocument(), ...stored };
  } catch {
    return emptyDocument();
  }
}

/** The parts to save: this program's own by name, and the document with sheets renamed to their new ids. */
export function partsToSave(host: OfficeHost, sheetIds: readonly string[]): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (const { xml } of host.document.parts) {
    const part = parsePartXml(xml);
    if (part) parts[part.name] = part.text;
  }
  const newId = new Map(sheetIds.map((id, index) => [id, `sheet-${index + 1}`]));
  const sheets = Object.fromEntries(
    Object.entries(host.document.sheets).flatMap(([id, sheet]) => {
      const own = newId.get(id);
      return own === undefined ? [] : [[own, sheet] as const];
    }),
  );
  const text = JSON.stringify({ ...host.document, parts: [], sheets }, (key, value: unknown) =>
    key === 'sheetId' && typeof value === 'string' ? (newId.get(value) ?? value) : value,
  );
  return { ...parts, [WORKBENCH_PART]: text };
}
