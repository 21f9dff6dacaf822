import { columnName, squeezed, valueAt } from '../../workbook';
import { openHeaders } from '../open-headers';
import { areaPlace } from '../places';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** 表头空着、重复: a filled column whose header says nothing, and two columns under the same words. */
export const headerBlank = defineRule({
  ids: ['S16', 'S17'],
  name: 'header-blank',
  level: 'warning',
  group: 'structure',
  stage: 'structure',
  tables: ['schools', 'funds', 'responsibilities', 'indicators', 'summary'],
  title: '表头空着，或两列表头相同',
  protects: '没有表头的列，谁也不知道填的是什么；两列同名，就不知道以哪一列为准。',
  fixable: 'none',
  source: '每列应有自己的表头',
  whenToExplain: '',
  messages: {
    blank: (d: { column: string; rows: number }) => `${d.column}列填了 ${d.rows} 格，表头却空着。`,
    twice: (d: { header: string; first: string; second: string }) =>
      `${d.first}列和${d.second}列的表头都是“${d.header}”。`,
  },
  advice: { blank: '补上表头。', twice: '核对两列填的是什么，改正其中一列的表头。' },
  *check(context, report) {
    for (const view of context.tables) {
      const { sheet } = view;
      for (const { column, area, isAtEdge } of openHeaders(view)) {
        const rows = view.table.dataRows.filter((row) => valueAt(sheet, row, column) !== null).length;
        yield report(
          'blank',
          { column: nameOf(view, column), rows },
          areaPlace(view, area, `header|blank|${columnName(column)}`),
          {
            id: 'S16',
            level: isAtEdge ? 'info' : 'warning',
            causes: isAtEdge ? {} : { reaches: { sheet: sheet.name, rows: null, columns: [column] } },
          },
        );
      }
      for (const { header, first, second } of sameHeaders(view)) {
        const { headerRows } = view.table;
        const area = { top: headerRows.first, bottom: headerRows.last, left: first, right: second };
        yield report(
          'twice',
          { header, first: nameOf(view, first), second: nameOf(view, second) },
          areaPlace(view, area, `header|twice|${header}`),
          {
            id: 'S17',
            level: 'error',
            found: header,
            causes: { reaches: { sheet: sheet.name, rows: null, columns: [first, second] } },
          },
        );
      }
    }
  },
});

/** `C`; on a sheet turned on its side the row's number. */
function nameOf({ sheet }: TableView, column: number): string {
  return sheet.standing ? `第 ${column + 1} 行（横排）` : columnName(column);
}

interface SameHeader {
  readonly header: string;
  readonly first: number;
  readonly second: number;
}

/** Two columns next to each other, or not far apart, with the same words; where several are doubled, the table itself is. */
function sameHeaders(view: TableView): readonly SameHeader[] {
  const columns = [...view.table.columns, ...view.table.unknownColumns].sort((a, b) => a.column - b.column);
  const found = new Map<string, number>();
  const same: SameHeader[] = [];
  for (const { column, header } of columns) {
    const words = squeezed(header);
    if (words === '') continue;
    const first = found.get(words);
    if (first === undefined) found.set(words, column);
    else same.push({ header: words, first, second: column });
  }
  return same.length === 1
    ? same.filter(({ header }) => !/^(?:备注|说明|序号|电话|联系电话|姓名|单位|日期|时间)$/u.test(header))
    : [];
}
