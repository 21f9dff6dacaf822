import type { FieldId } from '../recognize';
import { isBlank, standingName, valueAt, type Area, type CellRef, type SheetSnapshot } from '../workbook';
import type { WorkbookView } from './context';
import type { ReportPlace } from './rule';
import type { TableView } from './views/table-view';

/** The cell of a row and a known column. Without that column: the whole row. */
export function cellPlace(view: TableView, row: number, field: FieldId): ReportPlace {
  const column = view.column(field);
  return {
    sheet: view.sheet.name,
    area: column ? { top: row, bottom: row, left: column.column, right: column.column } : view.rowArea(row),
    sheetIndex: view.sheetIndex,
    key: `${view.key}|${view.rowKey(row)}|${field}`,
    subject: subjectOf(view, row),
    view,
    field,
  };
}

/** A whole row of the table. */
export function rowPlace(view: TableView, row: number): ReportPlace {
  return {
    ...cellPlace(view, row, view.nameField),
    area: view.rowArea(row),
    key: `${view.key}|${view.rowKey(row)}|row`,
    field: null,
  };
}

/** The first filled cell of a heading, subtotal or total row: the cell that says what the row is. */
export function labelPlace(view: TableView, row: number): ReportPlace {
  const { area } = view.table;
  let column = area.left;
  for (let c = area.left; c <= area.right; c++) {
    const value = view.sheet.values[(row - view.sheet.top) * view.sheet.columnCount + c - view.sheet.left] ?? null;
    if (!isBlank(value)) {
      column = c;
      break;
    }
  }
  return {
    ...rowPlace(view, row),
    area: { top: row, bottom: row, left: column, right: column },
    key: `${view.key}|${view.rowKey(row)}|label`,
  };
}

/** Header cells of the table, all of them or one column's last header cell (as far as it is merged down). */
export function headerPlace(view: TableView, field: FieldId | null = null): ReportPlace {
  const area = view.headerArea();
  const column = field === null ? null : view.column(field);
  let top = area.bottom;
  while (column && top > area.top && isBlank(valueAt(view.sheet, top, column.column))) top--;
  return {
    sheet: view.sheet.name,
    area: column ? { top, bottom: area.bottom, left: column.column, right: column.column } : area,
    sheetIndex: view.sheetIndex,
    key: `${view.key}|header|${field ?? 'all'}`,
    subject: '',
    view,
    field,
  };
}

/** An area of a table's sheet under a name of its own. */
export function areaPlace(view: TableView, area: Area, name: string, field: FieldId | null = null): ReportPlace {
  return {
    sheet: view.sheet.name,
    area,
    sheetIndex: view.sheetIndex,
    key: `${view.key}|${name}`,
    subject: '',
    view,
    field,
  };
}

/** Any cell of a sheet: by its row and column where a table knows them, else by its address under a name. */
export function anyCellPlace(
  { tables }: Pick<WorkbookView, 'tables'>,
  sheetIndex: number,
  sheet: SheetSnapshot,
  at: CellRef,
  name: string,
): ReportPlace {
  const view = tables.find(
    (each) => each.sheet === sheet && at.row >= each.table.area.top && at.row <= each.table.area.bottom,
  );
  const column = view?.table.columns.find((each) => each.column === at.column);
  return view && column
    ? cellPlace(view, at.row, column.field)
    : {
        ...sheetPlace(sheetIndex, sheet.name, at, `${name}|${sheet.name}|${standingName(sheet, at.row, at.column)}`),
        ...(sheet.standing ? { turned: sheet } : {}),
      };
}

/** A cell outside any table, or the whole sheet. */
export function sheetPlace(sheetIndex: number, sheet: string, at: CellRef | null, name: string): ReportPlace {
  return {
    sheet,
    area: at ? { top: at.row, bottom: at.row, left: at.column, right: at.column } : null,
    sheetIndex,
    key: `${name}`,
    subject: '',
    view: null,
    field: null,
  };
}

export function workbookPlace(name: string): ReportPlace {
  return { sheet: null, area: null, sheetIndex: -1, key: name, subject: '', view: null, field: null };
}

function subjectOf(view: TableView, row: number): string {
  const role = view.table.roles[row - view.table.area.top];
  return role === 'data' || role === 'ofWhich' ? view.name(row) : '';
}
