import { cellPlace } from '../places';
import { clean, shown } from '../precision';
import { putValue } from '../repairs';
import { agreesWithRate, rateOf } from '../rates';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** Above this a rate is told in percent, up to the other one it may be a share. */
const LEAST_PERCENT = 1.5;
const MOST_SHARE = 1.05;

/** 比率口径: 0.93 in a column of 93. */
export const rateScale = defineRule({
  ids: ['V14'],
  name: 'rate-scale',
  level: 'warning',
  group: 'value',
  stage: 'ratio',
  tables: ['schools', 'funds', 'responsibilities', 'indicators', 'summary'],
  title: '比率写成了小数',
  protects: '同一列有的按百分数、有的按小数，排序和平均都会错一百倍。',
  fixable: 'auto',
  source: '同列其余各行都按百分数填写',
  whenToExplain: '确实不到百分之一的，写明。',
  messages: {
    share: (d: { name: string; title: string; found: string; expected: string }) =>
      `${d.name}${d.title}为 ${d.found}，其余各行是百分数，疑应为 ${d.expected}。`,
  },
  advice: { share: '核对后按百分数填写。' },
  *check(context, report) {
    for (const view of context.tables) {
      for (const field of ['rate', 'progressShare'] as const) yield* sharesIn(view, field);
    }

    function* sharesIn(view: TableView, field: 'rate' | 'progressShare') {
      const rate = view.numbers(field);
      if (!rate) return;
      const rows = view.figureRows();
      const values = rows.map((row) => rate.value(row)).filter((value) => value > 0);
      const percents = values.filter((value) => value > LEAST_PERCENT).length;
      const shares = values.filter((value) => value <= MOST_SHARE).length;
      if (shares === 0 || percents < 2 || shares * 3 > values.length + 2) return;
      for (const row of rows) {
        const value = rate.value(row);
        // Under a percent format the cell shows a percentage as it is.
        if (!(value > 0 && value <= MOST_SHARE) || value !== view.raw(row, field)) continue;
        if (!isShare(view, field, row, value, percents)) continue;
        const role = view.table.roles[row - view.table.area.top];
        const name = role === 'subtotal' ? '小计' : role === 'total' ? '合计' : `“${view.name(row)}”`;
        const found = shown(value);
        const right = clean(value * 100);
        yield report(
          'share',
          { name, title: rate.column.header || rate.title, found, expected: shown(right) },
          cellPlace(view, row, field),
          {
            found,
            expected: shown(right),
            causes: { corrected: [right], blocks: true },
            repair: () => putValue(view, row, rate.column.column, right, '按百分数填写'),
          },
        );
      }
    }
  },
});

/** The row's own figures say so; where there are none, a fraction among enough percentages does. */
function isShare(
  view: TableView,
  field: 'rate' | 'progressShare',
  row: number,
  value: number,
  percents: number,
): boolean {
  const pair = field === 'rate' ? rateOf(view) : null;
  if (!pair) return value < 1 && percents >= 3;
  const [done, planned] = pair.map((field) => view.numbers(field)?.value(row) ?? NaN);
  const ratio = ((done ?? NaN) / (planned ?? NaN)) * 100;
  const step = view.numbers('rate')?.step(row) ?? 1;
  return ratio > LEAST_PERCENT && agreesWithRate(value * 100, ratio, step < 1 ? step * 100 : 1);
}
