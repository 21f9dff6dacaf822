import { PARTS, type WorkbookSnapshot } from '../workbook';

/** Names that a user confirmed once: `{ "version": 1, "schools": { "春华中学": "S2.2" } }`. */
export function confirmedAliases(workbook: WorkbookSnapshot): Readonly<Record<string, string>> {
  const text = workbook.parts[PARTS.aliases];
  if (text === undefined) return {};
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || !('schools' in stored)) return {};
    const { schools } = stored;
    if (typeof schools !== 'object' || schools === null) return {};
    return Object.fromEntries(
      Object.entries(schools).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
