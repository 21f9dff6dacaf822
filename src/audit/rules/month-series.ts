import { standingRow } from '../../workbook';
import { ownSheets } from '../context';
import { cellsInRow } from '../leaning';
import { anyCellPlace } from '../places';
import { shown } from '../precision';
import { defineRule } from '../rule';
import { figureGridsOf, type FigureColumn, type FigureGrid } from '../views/figure-grid';

const LEAST_MONTHS = 3;
/** `3月`, `2023年3月`, `1-3月`, `至3月底`: a column that stands for a month. */
const MONTH = /^(?:20\d\d年?|二[〇零]..年)?(?:截?至|1[-—~至])?(1[0-2]|[1-9])月(?:底|末|份)?(?:累计)?(?:\(?万元\)?)?$/u;

/** 逐月累计: columns of months that grow from month to month in all rows but some. */
export const monthSeries = defineRule({
  ids: ['C10'],
  name: 'month-series',
  level: 'warning',
  group: 'consistency',
  stage: 'row',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '逐月累计数变小或超过总数',
  protects: '累计数只增不减；某月变小，不是该月填错就是前一月填错。',
  fixable: 'none',
  source: '同一行各月的数；其余各行逐月不减',
  whenToExplain: '前期多报、本期核减的，写明核减数和原因。',
  messages: {
    falls: (d: { name: string; month: string; value: string; before: string; earlier: string }) =>
      `${d.name}${d.month}累计 ${d.value}，小于${d.before}的 ${d.earlier}。`,
    beyond: (d: { name: string; month: string; value: string; limit: string }) =>
      `${d.name}${d.month}累计 ${d.value}，超过计划投资 ${d.limit}。`,
  },
  advice: { falls: '核对这两个月的数。', beyond: '核对累计数和计划投资；确有追加的写审核说明。' },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      for (const grid of figureGridsOf(sheet, context.tables)) {
        const series = seriesOf(grid);
        const last = series.at(-1);
        if (!last || !isCumulative(grid, series)) continue;
        const nameOf = (row: number): string => (grid.view ? `“${grid.view.name(row)}”` : standingRow(sheet, row));
        const placeAt = (row: number, { column }: FigureColumn) =>
          anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'months');
        const leansOn = (row: number, columns: readonly number[]) => [cellsInRow(sheet, row, columns)];
        for (const row of grid.rows) {
          const fall = fallOf(series, row);
          if (fall) {
            const [before, month] = fall;
            const value = shown(month.value(row) ?? 0);
            yield report(
              'falls',
              {
                name: nameOf(row),
                month: month.word,
                value,
                before: before.word,
                earlier: shown(before.value(row) ?? 0),
              },
              placeAt(row, month),
              { found: value, leansOn: leansOn(row, [before.column, month.column]) },
            );
          }
          const planned = grid.view?.numbers('plannedInvestment');
          const limit = planned ? planned.value(row) / planned.column.factor : NaN;
          const value = last.value(row) ?? NaN;
          if (planned && value > limit + 0.005)
            yield report(
              'beyond',
              { name: nameOf(row), month: last.word, value: shown(value), limit: shown(limit) },
              placeAt(row, last),
              { found: shown(value), leansOn: leansOn(row, [last.column, planned.column.column]) },
            );
        }
      }
    }
  },
});

/** Columns beside each other that stand for months one after the other. */
function seriesOf({ columns }: FigureGrid): readonly FigureColumn[] {
  let best: FigureColumn[] = [];
  let run: FigureColumn[] = [];
  let before = 0;
  for (const column of columns) {
    const month = Number(MONTH.exec(column.word)?.[1] ?? 0);
    if (month === 0 || run.length === 0 || month !== (before % 12) + 1) run = month === 0 ? [] : [column];
    else run.push(column);
    before = month;
    if (run.length > best.length) best = run;
  }
  return best.length >= LEAST_MONTHS ? best : [];
}

/** Figures of the months alone go up and down; only where nearly all rows never fall, and some grow, they are sums. */
function isCumulative({ rows }: FigureGrid, series: readonly FigureColumn[]): boolean {
  let grown = 0;
  let fallen = 0;
  for (const row of rows) {
    const values = series.map((month) => month.value(row)).filter((value): value is number => value !== null);
    if (values.length < LEAST_MONTHS || values.some((value) => Number.isNaN(value))) continue;
    if (fallOf(series, row)) fallen++;
    else if (new Set(values).size >= LEAST_MONTHS) grown++;
  }
  return grown >= 3 && fallen * 4 <= grown;
}

/** The first month that shows less than the one before it. */
function fallOf(series: readonly FigureColumn[], row: number): readonly [FigureColumn, FigureColumn] | null {
  let before: FigureColumn | null = null;
  for (const month of series) {
    const value = month.value(row);
    if (value === null || Number.isNaN(value)) continue;
    if (before !== null && value < (before.value(row) ?? 0) - 0.005) return [before, month];
    before = month;
  }
  return null;
}
