import { columnIndex } from './a1';

const REFERENCE =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}\p{N}_.[\]]+)!|(?<![\p{L}\p{N}_.$!]))(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_(.!])/giu;

/** A cell as a formula names it; 0-based, with its `$` signs. */
export interface Reference {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: string;
  readonly fixedColumn: string;
}

/**
 * A formula of the sheet with the cells of that sheet named anew; other sheets' cells and texts stay. A range is handed
 * over as its two corners. `null` where `rename` has no name for a cell.
 */
export function renameReferences(
  formula: string,
  sheet: string,
  rename: (cells: readonly [Reference] | readonly [Reference, Reference]) => readonly string[] | null,
): string | null {
  let isWhole = true;
  const own = [sheet, `'${sheet.replaceAll("'", "''")}'`].map((name) => name.toLowerCase());
  const renamed = formula.replace(REFERENCE, (text, ...groups: unknown[]) => {
    const [of, ...parts] = groups.slice(0, 9).map((part) => (typeof part === 'string' ? part : undefined));
    if (parts[1] === undefined || (of !== undefined && !own.includes(of.toLowerCase()))) return text;
    const first = referenceOf(parts.slice(0, 4));
    const names = rename(parts[5] === undefined ? [first] : [first, referenceOf(parts.slice(4, 8))]);
    if (names === null) isWhole = false;
    return names === null ? text : `${of === undefined ? '' : `${of}!`}${names.join(':')}`;
  });
  return isWhole ? renamed : null;
}

function referenceOf([fixedColumn = '', letters = '', fixedRow = '', digits = '']: readonly (
  string | undefined
)[]): Reference {
  return { row: Number(digits) - 1, column: columnIndex(letters), fixedRow, fixedColumn };
}
