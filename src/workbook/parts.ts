/** Names of the parts that this program keeps inside a workbook (see `WorkbookSnapshot.parts`); all hold JSON. */
export const PARTS = {
  /** Names of the sheets that this program generated: `{ "version": 1, "sheets": ["目标完成情况", …] }`. */
  generated: 'plancheck-generated',
  explanations: 'plancheck-explanations',
  profile: 'plancheck-profile',
  aliases: 'plancheck-aliases',
  baseline: 'plancheck-baseline',
  journal: 'plancheck-journal',
  marks: 'plancheck-marks',
  consolidation: 'plancheck-consolidation',
} as const;

/** The names in the {@link PARTS.generated} part; none where it is absent or damaged. */
export function generatedSheets(parts: Readonly<Record<string, string>>): readonly string[] {
  const text = parts[PARTS.generated];
  if (text === undefined) return [];
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || !('sheets' in stored) || !Array.isArray(stored.sheets))
      return [];
    return stored.sheets.filter((name): name is string => typeof name === 'string');
  } catch {
    return [];
  }
}

/** The text of the {@link PARTS.generated} part for these sheets. */
export function generatedPart(sheets: readonly string[]): string {
  return JSON.stringify({ version: 1, sheets: [...new Set(sheets)].sort() });
}
