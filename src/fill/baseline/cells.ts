import { clean } from '../../audit/precision';
import { CELL } from '../../audit/views/number-column';
import type { TableView } from '../../audit/views/table-view';
import type { FieldId } from '../../recognize';
import { formulaAt, standingCell, type CellRef } from '../../workbook';

/** A row of a table of the captured workbook (0-based sheet row). */
export interface Place {
  readonly view: TableView;
  readonly row: number;
}

/** The cell of a field in the row; `null` where the table has no such column. */
export function cellOf({ view, row }: Place, field: FieldId): CellRef | null {
  const column = view.column(field);
  return column ? { sheet: view.sheet.name, ...standingCell(view.sheet, row, column.column) } : null;
}

/** The number in the cell, in the field's own unit; what only a person can read is no number here. */
export function figureOf(place: Place, field: FieldId): { readonly value: number | null; readonly at: CellRef | null } {
  const numbers = place.view.numbers(field);
  const status = numbers?.status(place.row);
  const isSure = status === CELL.number || status === CELL.textNumber;
  return { value: numbers && isSure ? clean(numbers.value(place.row)) : null, at: cellOf(place, field) };
}

/** A formula over rows that are still blank says less than the annex: no figure to hold against it. */
export function isPartialSum({ view, row }: Place, rows: readonly number[], field: FieldId): boolean {
  const column = view.column(field)?.column ?? -1;
  return (
    formulaAt(view.sheet, row, column) !== null &&
    rows.some((each) => figureOf({ view, row: each }, field).value === null)
  );
}
