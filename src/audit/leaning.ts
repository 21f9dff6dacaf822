import type { FieldId } from '../recognize';
import { formulaAt, type SheetSnapshot } from '../workbook';
import { referencesOf } from './formula';
import type { LeansOn, Report, Stage } from './rule';
import type { TableView } from './views/table-view';

/** Cells of one row, by their columns (0-based). */
export function cellsInRow({ name }: SheetSnapshot, row: number, columns: readonly number[]): LeansOn {
  return { sheet: name, columns, rows: [row], has: (each) => each === row };
}

/** Cells of one row of a table, by their fields. */
export function rowCells(view: TableView, row: number, fields: readonly FieldId[]): LeansOn {
  const columns = fields.map((field) => view.column(field)?.column ?? -1);
  return cellsInRow(view.sheet, row, columns);
}

/** A subtotal or total rests on the other cells of its column; a data cell rests on nothing. */
export function sumOver(view: TableView, row: number, column: number): readonly LeansOn[] {
  if (view.table.roles[row - view.table.area.top] === 'data') return [];
  return [{ sheet: view.sheet.name, columns: [column], has: (each) => each !== row }];
}

/** The cells that a cell's formula names: what is wrong with them is passed on by it. A typed figure rests on nothing. */
export function referredCells(own: SheetSnapshot, row: number, column: number): readonly LeansOn[] {
  const formula = formulaAt(own, row, column);
  if (formula === null) return [];
  return referencesOf(formula).map(({ sheet, area }) => ({
    sheet: sheet ?? own.name,
    columns: Array.from({ length: Math.min(area.right - area.left + 1, 50) }, (_, i) => area.left + i),
    has: (r: number) => r >= area.top && r <= area.bottom,
  }));
}

/** Stages that judge a figure where it was typed. */
const OF_FIGURES: ReadonlySet<Stage> = new Set<Stage>([
  'structure',
  'value',
  'plan',
  'figures',
  'slip',
  'ratio',
  'row',
]);

/**
 * A summary's cell that takes its figure over from a list of the workbook says nothing of its own: what is wrong with
 * the figure is said at the list.
 */
export function isTakenOver({ rule, place: { view, area }, stage }: Report, tables: readonly TableView[]): boolean {
  // An error hangs below the one that it passes on, by its formula.
  if (rule.name === 'error-value') return false;
  if (view?.kind !== 'summary' || area === null || !OF_FIGURES.has(stage)) return false;
  if (area.top !== area.bottom || area.left !== area.right) return false;
  const formula = formulaAt(view.sheet, area.top, area.left);
  if (formula === null) return false;
  return referencesOf(formula).some(
    ({ sheet }) => sheet !== null && sheet !== view.sheet.name && tables.some((each) => each.sheet.name === sheet),
  );
}
