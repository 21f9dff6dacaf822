import { columnName, LAST_COLUMN, type Area } from './a1';
import { renameReferences } from './references';
import type { CellValue, SheetSnapshot } from './snapshot';

/**
 * A sheet turned on its side, so that what is a column there is a row here: a table with one entry per column reads as
 * any other. Values, formulas, formats, merges and hidden lines are turned along; `standing` of the result is the sheet
 * as it stands. `null` where a formula of the sheet cannot be turned and turned back.
 */
export function turnSheet(sheet: SheetSnapshot): SheetSnapshot | null {
  const { rowCount, columnCount } = sheet;
  const turnedIndex = (index: number): number => (index % columnCount) * rowCount + Math.floor(index / columnCount);
  const values = new Array<CellValue>(rowCount * columnCount).fill(null);
  for (let index = 0; index < values.length; index++) values[turnedIndex(index)] = sheet.values[index] ?? null;
  const formulas = new Map<number, string>();
  for (const [index, formula] of sheet.formulas) {
    const turned = turnReferences(formula, sheet.name);
    if (turned === null || turnReferences(turned, sheet.name)?.toUpperCase() !== formula.toUpperCase()) return null;
    formulas.set(turnedIndex(index), turned);
  }
  let formatIndex: Uint16Array | null = null;
  if (sheet.formatIndex) {
    formatIndex = new Uint16Array(values.length);
    for (let index = 0; index < values.length; index++) formatIndex[turnedIndex(index)] = sheet.formatIndex[index] ?? 0;
  }
  return {
    ...sheet,
    top: sheet.left,
    left: sheet.top,
    rowCount: columnCount,
    columnCount: rowCount,
    values,
    formulas,
    formatIndex,
    merges: sheet.merges.map(turnArea),
    hiddenRows: sheet.hiddenColumns,
    hiddenColumns: sheet.hiddenRows,
    standing: sheet,
  };
}

/** The same cells in a sheet that is turned on its side. */
export function turnArea({ top, left, bottom, right }: Area): Area {
  return { top: left, left: top, bottom: right, right: bottom };
}

/**
 * A formula of a sheet as it reads when the sheet is turned: `=SUM(B3:B$9)` ↔ `=SUM(C2:$I2)`. References to other sheets
 * stay. Applied twice, it gives the formula again; one with cells that no turned sheet could have stays as it is.
 */
export function turnFormula(formula: string, sheet: string): string {
  return turnReferences(formula, sheet) ?? formula;
}

/** `null` where a cell of the formula is further down than there are columns. */
function turnReferences(formula: string, sheet: string): string | null {
  return renameReferences(formula, sheet, (cells) => {
    const names = cells.map(({ row, column, fixedRow, fixedColumn }) =>
      row < 0 || row > LAST_COLUMN ? null : `${fixedRow}${columnName(row)}${fixedColumn}${column + 1}`,
    );
    return names.every((name) => name !== null) ? names : null;
  });
}
