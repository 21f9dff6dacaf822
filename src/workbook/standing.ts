import { cellName, columnName, type Area } from './a1';
import { contentAt, type Edit, type ProposedEdit } from './edits';
import { spreadFormula, standingOfGathered, type SheetCell } from './gathered';
import { cellIndex, type SheetSnapshot } from './snapshot';
import { turnArea, turnFormula } from './turned';

// Where what was read from a sheet laid out anew (turned on its side, or gathered from a form) stands in the workbook.
// All of these give back what they were given for a sheet that stands as the workbook has it.

/** Where an area stands in the workbook; of a gathered sheet the least area around its cells. */
export function standingArea(sheet: SheetSnapshot, area: Area): Area {
  if (!sheet.standing) return area;
  if (!sheet.gathered) return turnArea(area);
  const cells: SheetCell[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const at = standingOfGathered(sheet, cellIndex(sheet, row, column));
      if (at) cells.push(at);
    }
  return cells.length === 0
    ? area
    : {
        top: Math.min(...cells.map(({ row }) => row)),
        left: Math.min(...cells.map(({ column }) => column)),
        bottom: Math.max(...cells.map(({ row }) => row)),
        right: Math.max(...cells.map(({ column }) => column)),
      };
}

/** Where a cell stands in the workbook; 0-based. */
export function standingCell(sheet: SheetSnapshot, row: number, column: number): SheetCell {
  if (!sheet.standing) return { row, column };
  if (sheet.gathered) return standingOfGathered(sheet, cellIndex(sheet, row, column)) ?? { row, column };
  return { row: column, column: row };
}

/** `C18`: the name in the workbook of a cell (0-based). */
export function standingName(sheet: SheetSnapshot, row: number, column: number): string {
  const at = standingCell(sheet, row, column);
  return cellName(at.row, at.column);
}

/** `第 5 行`: a row (0-based) as the workbook has it; `E 列` where the sheet is turned, the form's own row where it is gathered. */
export function standingRow(sheet: SheetSnapshot, row: number): string {
  if (sheet.gathered) return `第 ${standingCell(sheet, row, 0).row + 1} 行`;
  return sheet.standing ? `${columnName(row)} 列` : `第 ${row + 1} 行`;
}

/** `E列`: a column (0-based) as the workbook has it; `第5行` where the sheet is turned, `D5格` where it is gathered. */
export function standingColumn(sheet: SheetSnapshot, column: number): string {
  if (sheet.gathered) return `${standingName(sheet, sheet.top + sheet.rowCount - 1, column)}格`;
  return sheet.standing ? `第${column + 1}行` : `${columnName(column)}列`;
}

/** A formula as the workbook's own cell holds it. */
export function standingFormula(sheet: SheetSnapshot, formula: string): string {
  if (sheet.gathered) return spreadFormula(sheet, formula);
  return sheet.standing ? turnFormula(formula, sheet.name) : formula;
}

/**
 * An edit as the workbook must be edited. Inserted rows have no such edit: whoever inserts must leave sheets that were
 * laid out anew alone.
 */
export function standingEdit(sheet: SheetSnapshot, proposed: ProposedEdit): ProposedEdit {
  const { edit, before } = proposed;
  if (!sheet.standing || (edit.kind !== 'content' && edit.kind !== 'format')) return proposed;
  const at = standingCell(sheet, edit.row, edit.column);
  const moved: Edit =
    edit.kind === 'content' && edit.content.kind === 'formula'
      ? { ...edit, ...at, content: { kind: 'formula', formula: standingFormula(sheet, edit.content.formula) } }
      : { ...edit, ...at };
  return { ...proposed, edit: moved, before: before ? contentAt(sheet.standing, at.row, at.column) : null };
}
