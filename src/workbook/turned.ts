import { cellName, columnIndex, columnName, LAST_COLUMN, type Area } from './a1';
import { contentAt, type Edit, type ProposedEdit } from './edits';
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

const REFERENCE =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}\p{N}_.[\]]+)!|(?<![\p{L}\p{N}_.$!]))(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_(.!])/giu;

/**
 * A formula of a sheet as it reads when the sheet is turned: `=SUM(B3:B$9)` ↔ `=SUM(C2:$I2)`. References to other sheets
 * stay. Applied twice, it gives the formula again; one with cells that no turned sheet could have stays as it is.
 */
export function turnFormula(formula: string, sheet: string): string {
  return turnReferences(formula, sheet) ?? formula;
}

/** `null` where a cell of the formula is further down than there are columns. */
function turnReferences(formula: string, sheet: string): string | null {
  let isWhole = true;
  const own = [sheet, `'${sheet.replaceAll("'", "''")}'`].map((name) => name.toLowerCase());
  const turned = formula.replace(REFERENCE, (text, ...groups: unknown[]) => {
    const [of, ...parts] = groups.slice(0, 9).map((part) => (typeof part === 'string' ? part : undefined));
    if (parts[1] === undefined || (of !== undefined && !own.includes(of.toLowerCase()))) return text;
    const first = turnCell(parts.slice(0, 4));
    const last = parts[5] === undefined ? '' : turnCell(parts.slice(4, 8));
    if (first === null || last === null) isWhole = false;
    return `${of === undefined ? '' : `${of}!`}${first}${last === '' ? '' : `:${last}`}`;
  });
  return isWhole ? turned : null;
}

function turnCell([fixedColumn = '', letters = '', fixedRow = '', digits = '']: readonly (string | undefined)[]):
  string | null {
  const row = Number(digits) - 1;
  if (row < 0 || row > LAST_COLUMN) return null;
  return `${fixedRow}${columnName(row)}${fixedColumn}${columnIndex(letters) + 1}`;
}

/** Where an area of a sheet that may be turned stands in the workbook. */
export function standingArea(sheet: SheetSnapshot, area: Area): Area {
  return sheet.standing ? turnArea(area) : area;
}

/** Where a cell of a sheet that may be turned stands in the workbook; 0-based. */
export function standingCell(
  sheet: SheetSnapshot,
  row: number,
  column: number,
): { readonly row: number; readonly column: number } {
  return sheet.standing ? { row: column, column: row } : { row, column };
}

/** `C18`: the name in the workbook of a cell (0-based) of a sheet that may be turned. */
export function standingName(sheet: SheetSnapshot, row: number, column: number): string {
  return sheet.standing ? cellName(column, row) : cellName(row, column);
}

/** `第 5 行`: a row (0-based) of a sheet that may be turned, as the workbook has it; `E 列` where it is turned. */
export function standingRow(sheet: SheetSnapshot, row: number): string {
  return sheet.standing ? `${columnName(row)} 列` : `第 ${row + 1} 行`;
}

/** `E列`: a column (0-based) of a sheet that may be turned, as the workbook has it; `第5行` where it is turned. */
export function standingColumn(sheet: SheetSnapshot, column: number): string {
  return sheet.standing ? `第${column + 1}行` : `${columnName(column)}列`;
}

/** A formula of a sheet that may be turned, as the workbook's own cell holds it. */
export function standingFormula(sheet: SheetSnapshot, formula: string): string {
  return sheet.standing ? turnFormula(formula, sheet.name) : formula;
}

/**
 * An edit made for a sheet that may be turned, as the workbook must be edited. Inserted rows have no such edit: whoever
 * inserts must leave turned sheets alone.
 */
export function standingEdit(sheet: SheetSnapshot, proposed: ProposedEdit): ProposedEdit {
  const { edit, before } = proposed;
  if (!sheet.standing || (edit.kind !== 'content' && edit.kind !== 'format')) return proposed;
  const at = standingCell(sheet, edit.row, edit.column);
  const turned: Edit =
    edit.kind === 'content' && edit.content.kind === 'formula'
      ? { ...edit, ...at, content: { kind: 'formula', formula: turnFormula(edit.content.formula, sheet.name) } }
      : { ...edit, ...at };
  return { ...proposed, edit: turned, before: before ? contentAt(sheet.standing, at.row, at.column) : null };
}
