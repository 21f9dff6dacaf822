import { cellName } from '../../workbook';

/** Excel takes at most 255 arguments in one SUM, and 8,192 characters in one formula. */
const MOST_ARGUMENTS = 250;
const LONGEST_FORMULA = 8192;

/**
 * `=SUM(D4:D6,D9)` over these rows of one column (0-based, ascending): a range where rows follow each other, single
 * cells otherwise. No range runs over a row of `breaks`, before which a row is about to be inserted. `null` where the
 * rows lie too scattered for one formula.
 */
export function sumFormula(
  rows: readonly number[],
  column: number,
  breaks: ReadonlySet<number> = new Set(),
): string | null {
  const runs: string[] = [];
  for (let first = 0; first < rows.length;) {
    let last = first;
    while (last + 1 < rows.length && rows[last + 1] === (rows[last] ?? 0) + 1 && !breaks.has(rows[last + 1] ?? 0))
      last++;
    const from = cellName(rows[first] ?? 0, column);
    runs.push(first === last ? from : `${from}:${cellName(rows[last] ?? 0, column)}`);
    first = last + 1;
  }
  const sums: string[] = [];
  for (let i = 0; i < runs.length; i += MOST_ARGUMENTS)
    sums.push(`SUM(${runs.slice(i, i + MOST_ARGUMENTS).join(',')})`);
  const formula = `=${sums.join('+')}`;
  return runs.length === 0 || formula.length > LONGEST_FORMULA ? null : formula;
}
