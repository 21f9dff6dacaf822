import { cellName } from './a1';
import { renameReferences } from './references';
import { cellIndex, type CellValue, type SheetSnapshot } from './snapshot';

/** A cell of a sheet; 0-based. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
}

/**
 * A sheet put together from single cells of another, line by line, so that words and answers that are spread over a form
 * read as a table: rows × columns as given; `words` by column stand in the first line in place of its cells; `standing` of the result is the sheet as it stands.
 * `null` where a formula among the cells refers to cells of the sheet that are not gathered.
 */
export function gatherSheet(
  sheet: SheetSnapshot,
  lines: readonly (readonly SheetCell[])[],
  words: ReadonlyMap<number, string> = new Map(),
): SheetSnapshot | null {
  const columnCount = Math.max(0, ...lines.map((line) => line.length));
  // Below all cells of the other sheet, so that no cell of one can be taken for one of the other.
  const top = sheet.top + sheet.rowCount;
  const values = new Array<CellValue>(lines.length * columnCount).fill(null);
  const gathered = new Int32Array(values.length).fill(-1);
  const formatIndex = sheet.formatIndex ? new Uint16Array(values.length) : null;
  const hiddenColumns = new Set<number>();
  const placeOf = new Map<number, string>();
  lines.forEach((line, r) =>
    line.forEach(({ row, column }, c) => {
      const from = cellIndex(sheet, row, column);
      if (from < 0) return;
      const to = r * columnCount + c;
      gathered[to] = from;
      values[to] = (r === 0 ? words.get(c) : undefined) ?? sheet.values[from] ?? null;
      if (formatIndex) formatIndex[to] = sheet.formatIndex?.[from] ?? 0;
      if (sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column)) hiddenColumns.add(c);
      placeOf.set(from, cellName(top + r, c));
    }),
  );
  const formulas = new Map<number, string>();
  for (const [to, from] of gathered.entries()) {
    const formula = sheet.formulas.get(from);
    if (formula === undefined) continue;
    const renamed = renameReferences(formula, sheet.name, ([cell, corner]) => {
      const name = placeOf.get(cellIndex(sheet, cell.row, cell.column));
      return name === undefined || corner ? null : [name];
    });
    if (renamed === null) return null;
    formulas.set(to, renamed);
  }
  return {
    ...sheet,
    top,
    left: 0,
    rowCount: lines.length,
    columnCount,
    values,
    formulas,
    formatIndex,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns,
    standing: sheet,
    gathered,
  };
}

/** Where a cell of a gathered sheet stands; `null` for one that holds nothing of the other sheet. */
export function standingOfGathered({ standing, gathered }: SheetSnapshot, index: number): SheetCell | null {
  const at = gathered?.[index] ?? -1;
  if (!standing || at < 0) return null;
  return {
    row: standing.top + Math.floor(at / standing.columnCount),
    column: standing.left + (at % standing.columnCount),
  };
}

/** A formula of a gathered sheet as the standing sheet's own cell holds it. */
export function spreadFormula(sheet: SheetSnapshot, formula: string): string {
  const renamed = renameReferences(formula, sheet.name, (cells) => {
    const names = cells.map(({ row, column }) => {
      const at = standingOfGathered(sheet, cellIndex(sheet, row, column));
      return at ? cellName(at.row, at.column) : null;
    });
    return names.every((name) => name !== null) ? names : null;
  });
  return renamed ?? formula;
}
