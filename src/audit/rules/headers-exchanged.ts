import { exchangedHeaders } from '../exchanged-headers';
import { areaPlace } from '../places';
import { defineRule } from '../rule';

/** 表头填反: two headers that stand over each other's figures. */
export const headersExchanged = defineRule({
  ids: ['S14'],
  name: 'headers-exchanged',
  level: 'error',
  group: 'structure',
  stage: 'structure',
  tables: ['schools', 'funds', 'indicators'],
  title: '两列表头写反',
  protects: '表头写反，两列的数全部计错，而每一格看上去都像填错了。',
  fixable: 'none',
  source: '附件2各列的数；支出不多于下达、完成不多于总投资、开工不晚于完工；方案的目标值',
  whenToExplain: '',
  messages: {
    exchanged: (d: { first: string; second: string }) =>
      `“${d.first}”和“${d.second}”两列的表头写反了：每列的数都是另一列的。`,
  },
  advice: { exchanged: '对调两列的表头。' },
  *check(context, report) {
    for (const view of context.tables) {
      if (!headersExchanged.tables.includes(view.kind)) continue;
      const pair = exchangedHeaders(context, view);
      const [a, b] = (pair ?? []).map((field) => view.column(field));
      if (!a || !b) continue;
      const columns = [a.column, b.column];
      const { first, last } = view.table.headerRows;
      const area = { top: first, bottom: last, left: Math.min(...columns), right: Math.max(...columns) };
      yield report(
        'exchanged',
        { first: view.title(a.field), second: view.title(b.field) },
        areaPlace(view, area, `header|exchanged|${a.field}|${b.field}`),
        { causes: { reaches: { sheet: view.sheet.name, rows: null, columns } } },
      );
    }
  },
});
