import type { FieldId } from '../recognize';
import type { LeansOn } from './rule';
import type { TableView } from './views/table-view';

/** Cells of one row. */
export function rowCells(view: TableView, row: number, fields: readonly FieldId[]): LeansOn {
  const columns = fields.map((field) => view.column(field)?.column ?? -1);
  return { sheet: view.sheet.name, columns, rows: [row], has: (each) => each === row };
}

/** A subtotal or total rests on the other cells of its column; a data cell rests on nothing. */
export function sumOver(view: TableView, row: number, column: number): readonly LeansOn[] {
  if (view.table.roles[row - view.table.area.top] === 'data') return [];
  return [{ sheet: view.sheet.name, columns: [column], has: (each) => each !== row }];
}
