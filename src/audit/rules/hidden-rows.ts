import { fieldOf } from '../../recognize';
import { columnName, standingName, type Area } from '../../workbook';
import { areaPlace } from '../places';
import { defineRule } from '../rule';

/** 有隐藏行、列: what nobody sees still counts. */
export const hiddenRows = defineRule({
  ids: ['S07'],
  name: 'hidden-rows',
  level: 'warning',
  group: 'structure',
  stage: 'note',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '有隐藏行、列或筛选',
  protects: '隐藏的行列打印时看不见，汇总时仍会计入。',
  fixable: 'none',
  source: '报送表应全部可见',
  whenToExplain: '隐藏的是辅助列的，写明。',
  messages: {
    rows: (d: { rows: string }) => `${d.rows}被隐藏或筛选掉，其中的数仍会计入。`,
    columns: (d: { columns: string }) => `${d.columns}被隐藏，其中的数仍会计入。`,
    sheet: (d: { sheet: string }) => `工作表“${d.sheet}”被隐藏，其中的表仍会计入。`,
  },
  advice: { rows: '取消隐藏或清除筛选。', columns: '取消隐藏。', sheet: '取消隐藏，或删去不用的工作表。' },
  *check(context, report) {
    const said = new Set<string>();
    for (const view of context.tables) {
      const { sheet, table } = view;
      const rows = table.roles.flatMap((role, i) => {
        const row = table.area.top + i;
        if (!sheet.hiddenRows.has(row) || role === 'blank' || role === 'note') return [];
        return said.has(`${sheet.name}\u0000${row}`) ? [] : [row];
      });
      // Tables side by side share their rows.
      for (const row of rows) said.add(`${sheet.name}\u0000${row}`);
      const first = rows[0];
      if (first !== undefined) {
        const area: Area = { ...view.rowArea(first), bottom: rows.at(-1) ?? first };
        const names = view.lineNames(rows);
        yield report('rows', { rows: names }, areaPlace(view, area, 'hiddenRows'), { found: names });
      }
      const columns = table.columns
        .map((column) => column.column)
        .filter((column) => sheet.hiddenColumns.has(column))
        .sort((a, b) => a - b);
      const left = columns[0];
      if (left !== undefined) {
        const lies = sheet.standing !== undefined && !sheet.gathered;
        const nameOf = (column: number): string =>
          sheet.gathered
            ? standingName(sheet, table.headerRows.last, column)
            : lies
              ? String(column + 1)
              : columnName(column);
        const names = columns.map(nameOf).join('、');
        const said = sheet.gathered ? `${names} 格所在的行列` : lies ? `第 ${names} 行` : `${names} 列`;
        const area = { ...table.area, left, right: columns.at(-1) ?? left };
        // Columns that the plan does not ask for are hidden before printing, and nothing is summed up from them.
        const isAsked = table.columns.some(({ column, field }) => columns.includes(column) && fieldOf(field).required);
        yield report('columns', { columns: said }, areaPlace(view, area, 'hiddenColumns'), {
          found: names,
          level: isAsked ? 'warning' : 'info',
        });
      }
      if (sheet.visibility !== 'visible')
        yield report(
          'sheet',
          { sheet: sheet.name },
          { ...areaPlace(view, table.area, 'hiddenSheet'), area: null },
          { found: sheet.name },
        );
    }
  },
});
