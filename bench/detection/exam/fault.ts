import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import type { Random } from '../random';
import { numberIn, shown, type Cell, type Draft, type Page } from './draft';
import type { Figures, SchoolFigures } from './figures';

export interface Scene {
  readonly draft: Draft;
  readonly figures: Figures;
  readonly random: Random;
}

/** One kind of fault: changes one thing and returns the cells a person would have to change; `null` where it does not fit. */
export interface Fault {
  readonly id: string;
  readonly seed: (scene: Scene) => readonly Cell[] | null;
}

export function cellsOf({ draft }: Scene, field: string, role = 'row', table = ''): Cell[] {
  return draft.cells.filter(
    (cell) => cell.field === field && cell.role === role && (table === '' || cell.table === table),
  );
}

export function pickCell(scene: Scene, cells: readonly Cell[]): Cell | null {
  return cells.length > 0 ? scene.random.pick(cells) : null;
}

export function isTyped(cell: Cell): boolean {
  return cell.recipe === null && typeof cell.value === 'number';
}

/** A figure or text typed over what stood there. */
export function write(cell: Cell, value: CellValue): Cell {
  cell.recipe = null;
  cell.value = value;
  return cell;
}

/** The cell of the same row of the same table with that field. */
export function beside(cell: Cell, field: string): Cell | null {
  return cell.page.rowCells(cell.row).find((other) => other.field === field && other.table === cell.table) ?? null;
}

export function rowOf(cell: Cell): Cell[] {
  return cell.page.rowCells(cell.row);
}

export function schoolOf({ figures }: Scene, cell: Cell): SchoolFigures | null {
  return figures.schools.find((school) => school.id === cell.entry) ?? null;
}

/** The totals that add the cell, directly or through others. */
export function totalsAbove(draft: Draft, cell: Cell): Cell[] {
  const over = draft.cells.filter((other) => other.parts.includes(cell));
  return [...new Set(over.flatMap((other) => [other, ...totalsAbove(draft, other)]))];
}

/** Whether the plan shows the figure of a cell, so that it alone tells the cell wrong. */
export function isShownByPlan(cell: Cell): boolean {
  const school = yichunPlan.schools.find(({ id }) => id === cell.entry);
  if (!school || cell.role !== 'row') return false;
  if (cell.field === 'classes') return school.plannedClasses.value !== null;
  if (cell.field === 'seats') return school.plannedSeats.value !== null;
  if (cell.field === 'land') return school.plannedLand.value !== null;
  return cell.field === 'builder' && school.builder.value !== null;
}

export const PLAN_FIELDS = ['classes', 'seats', 'land'] as const;

export function planFigures(scene: Scene, fields: readonly string[] = PLAN_FIELDS): Cell[] {
  return fields.flatMap((field) => cellsOf(scene, field)).filter(isShownByPlan);
}

export function header(cell: Cell, page: Page = cell.page): Cell[] {
  return [...page.cells.values()].filter(
    (other) =>
      (other.role === 'header' || other.role === 'unit') && other.field === cell.field && other.table === cell.table,
  );
}

/** Header and all rows of the cell's column in its table. */
export function columnOf(cell: Cell): Cell[] {
  return [...cell.page.cells.values()].filter((other) => other.column === cell.column && other.table === cell.table);
}

export function big(cells: readonly Cell[], least: number): Cell[] {
  return cells.filter((cell) => (numberIn(cell) ?? 0) >= least);
}

export function textOf(cell: Cell): string {
  const value = shown(cell);
  return typeof value === 'string' ? value : '';
}
