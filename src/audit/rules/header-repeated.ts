import { squeezed, valueAt } from '../../workbook';
import { areaPlace } from '../places';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** 数据区里的表头: a header row among the data. Pasted by mistake or put there for printing; nobody can tell which. */
export const headerRepeated = defineRule({
  ids: ['S15'],
  name: 'header-repeated',
  level: 'info',
  group: 'structure',
  stage: 'structure',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '数据中间又有表头',
  protects: '夹在数据里的表头会被当成一行数据，排序、筛选时会出错。',
  fixable: 'none',
  source: '表头只应在表的上方',
  whenToExplain: '',
  messages: { repeated: (d: { row: number }) => `第 ${d.row} 行又是表头，夹在数据中间。` },
  advice: { repeated: '误贴的删去；为打印分页的，可改用“打印标题”。' },
  *check(context, report) {
    for (const view of context.tables) {
      const { roles, area, headerRows } = view.table;
      let count = 0;
      for (let row = headerRows.last + 1; row <= area.bottom; row++) {
        if (roles[row - area.top] !== 'repeatedHeader' || !saysHeaders(view, row)) continue;
        const place = areaPlace(view, view.rowArea(row), `repeatedHeader|${(count += 1)}`);
        yield report('repeated', { row: row + 1 }, place);
      }
    }
  },
});

/** Says the headers again; the line of column numbers below a header does not. */
function saysHeaders(view: TableView, row: number): boolean {
  const same = view.table.columns.filter(({ column, header }) => {
    const value = valueAt(view.sheet, row, column);
    return typeof value === 'string' && value.trim() !== '' && squeezed(header).endsWith(squeezed(value));
  });
  return same.length >= 2;
}
