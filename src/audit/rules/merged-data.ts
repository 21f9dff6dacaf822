import { isBlank, valueAt, type Area } from '../../workbook';
import { fieldOf, type FieldId, type RecognizedColumn } from '../../recognize';
import { areaPlace, cellPlace } from '../places';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** Columns that tables merge down by custom: they say what a group of rows has in common. */
const GROUPING: readonly FieldId[] = [
  'stage',
  'heading',
  'responsibleUnit',
  'usingUnit',
  'departments',
  'remark',
  'progressNote',
  'sequence',
  'unit',
];

/** 数据区有合并单元格: only the top-left cell of a merge holds a value; the rest read as blank, or hide one. */
export const mergedData = defineRule({
  ids: ['S06'],
  name: 'merged-data',
  level: 'warning',
  group: 'structure',
  stage: 'structure',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '数据区有合并单元格',
  protects: '合并区只有左上角一格有值，筛选、汇总时其余各行按空处理。',
  fixable: 'none',
  source: '一格一值',
  whenToExplain: '',
  messages: {
    merged: (d: { area: string; field: string }) =>
      `${d.area} 是合并单元格（${d.field}），合并区其余格按空处理，请拆分并补填。`,
    hides: (d: { area: string; value: string }) => `合并区 ${d.area} 里藏着看不见的值 ${d.value}，求和时会计入。`,
  },
  advice: { merged: '取消合并，每行各填各的值。', hides: '取消合并，删去或填正藏着的值。' },
  *check(_context, report) {
    for (const view of _context.tables) {
      if (view.sheet.merges.length === 0) continue;
      const data = new Set(view.table.dataRows);
      for (const area of view.sheet.merges) {
        if (!touches(view, area)) continue;
        yield* hidden(view, area, (row, column, value) => {
          const field = view.table.columns.find((each) => each.column === column)?.field;
          const place = field
            ? cellPlace(view, row, field)
            : areaPlace(
                view,
                { top: row, bottom: row, left: column, right: column },
                `hidden|${view.rowKey(row)}|${column}`,
              );
          return report('hides', { area: view.areaName(area), value }, place, {
            level: 'error',
            found: value,
            causes: { blocks: true },
          });
        });
        const columns = view.table.columns.filter((each) => each.column >= area.left && each.column <= area.right);
        const rows = rowsOf(area, data);
        const first = columns[0];
        if (rows.length === 0 || !first || columns.every((each) => isGrouping(view, each))) continue;
        const field = columns.map((each) => view.title(each.field)).join('、');
        yield report(
          'merged',
          { area: view.areaName(area), field },
          { ...areaPlace(view, area, `merge|${view.rowKey(rows[0] ?? 0)}|${first.field}`, first.field) },
          {
            found: view.areaName(area),
            causes: {
              reaches: { sheet: view.sheet.name, rows: rows.slice(1), columns: columns.map((each) => each.column) },
            },
          },
        );
      }
    }
  },
});

/** A column of words left of the names (辖区, 建设性质) says what the rows beside it have in common. */
function isGrouping(view: TableView, { field, column }: RecognizedColumn): boolean {
  if (GROUPING.includes(field)) return true;
  const name = view.column(view.nameField)?.column;
  return fieldOf(field).type === 'list' && name !== undefined && column < name;
}

function touches(view: TableView, area: Area): boolean {
  const { area: table, headerRows } = view.table;
  return (
    area.bottom > headerRows.last && area.top <= table.bottom && area.right >= table.left && area.left <= table.right
  );
}

function rowsOf(area: Area, data: ReadonlySet<number>): readonly number[] {
  const rows: number[] = [];
  for (let row = area.top; row <= Math.min(area.bottom, area.top + 10_000); row++) if (data.has(row)) rows.push(row);
  return rows;
}

function* hidden<T>(
  view: TableView,
  area: Area,
  make: (row: number, column: number, value: string) => T,
): Generator<T> {
  const { sheet, table } = view;
  for (
    let row = Math.max(area.top, table.headerRows.last + 1);
    row <= Math.min(area.bottom, table.area.bottom);
    row++
  ) {
    for (
      let column = Math.max(area.left, table.area.left);
      column <= Math.min(area.right, table.area.right);
      column++
    ) {
      if (row === area.top && column === area.left) continue;
      const value = valueAt(sheet, row, column);
      if (!isBlank(value) && value !== valueAt(sheet, area.top, area.left)) yield make(row, column, String(value));
    }
  }
}
