import type { MadeSheet } from './made-sheet';

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
  const stored = storedPart(parts);
  const sheets = stored['sheets'];
  return Array.isArray(sheets) ? sheets.filter((name): name is string => typeof name === 'string') : [];
}

/** What the generated sheets were when they were written, by name; sheets without a sound record are absent. */
export function madeSheets(parts: Readonly<Record<string, string>>): ReadonlyMap<string, MadeSheet> {
  const made = storedPart(parts)['made'];
  return new Map(
    isRecord(made) ? Object.entries(made).flatMap(([name, one]) => (isMade(one) ? [[name, one]] : [])) : [],
  );
}

/** The text of the {@link PARTS.generated} part for these sheets, with what they were when they were written. */
export function generatedPart(sheets: readonly string[], made: ReadonlyMap<string, MadeSheet> = new Map()): string {
  const names = [...new Set(sheets)].sort();
  const known = names.flatMap((name): [string, MadeSheet][] => {
    const one = made.get(name);
    return one ? [[name, one]] : [];
  });
  return JSON.stringify({
    version: 1,
    sheets: names,
    ...(known.length > 0 ? { made: Object.fromEntries(known) } : {}),
  });
}

function storedPart(parts: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(parts[PARTS.generated] ?? '{}');
    return isRecord(stored) ? stored : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The part lies in the workbook, where anything may have happened to it. */
function isMade(value: unknown): value is MadeSheet {
  if (!isRecord(value)) return false;
  const { rows, columns, header, titles, keyColumns, keys, lines, marks, used, empty, blank, charts } = value;
  const isCells = (cells: unknown): boolean =>
    isRecord(cells) && Object.values(cells).every((one) => isListOf('number', one));
  return (
    [rows, columns, header].every((count) => Number.isInteger(count)) &&
    isListOf('string', titles) &&
    isListOf('number', keyColumns) &&
    isRecord(keys) &&
    Object.values(keys).every((key) => typeof key === 'string') &&
    isListOfLines(lines) &&
    (marks === undefined || isListOfLines(marks)) &&
    (used === undefined || isCells(used)) &&
    isCells(empty) &&
    isCells(blank) &&
    isListOf('string', charts)
  );
}

function isListOfLines(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (line) =>
        Array.isArray(line) && line.length === 3 && isListOf('number', line.slice(0, 2)) && typeof line[2] === 'string',
    )
  );
}

function isListOf(type: 'string' | 'number', value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === type);
}
