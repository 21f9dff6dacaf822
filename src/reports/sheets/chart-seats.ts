import type { ReportContext } from '../context';
import { DONE, UNDER_WAY } from '../facts/progress';
import { addUp, isNumber, minus, sumRows, sumWords, type Live } from '../paper/live';
import type { Paper } from '../paper/paper';
import { CHART_COLOURS, FORMATS } from '../style';
import { ledgerData } from './ledger';

/** An empty column, then the stages and four series. */
export const SEATS_BY_PROGRESS_WIDTHS = [3, 14, 11, 11, 11, 11] as const;

const SERIES = [
  { name: '已完工', words: DONE, colour: CHART_COLOURS.progress.投入使用 },
  { name: '在建', words: UNDER_WAY, colour: CHART_COLOURS.progress.在建 },
  { name: '未开工', words: ['未开工'], colour: CHART_COLOURS.progress.未开工 },
] as const;

/** Planned seats by stage and progress: the figures to the right of the printed page, the chart below the last row. */
export function seatsByProgress(paper: Paper, context: ReportContext, left: number): void {
  const data = ledgerData(context);
  const top = 4;
  const first = left + 1;
  paper.put(top - 1, first, 'header', '图表数据（不打印）', { across: 5 });
  ['学段', ...SERIES.map((series) => series.name), '状态未报'].forEach((title, i) =>
    paper.put(top, first + i, 'header', title),
  );
  const figures = context.plan.stages.flatMap((stage, i) => {
    const row = top + 1 + i;
    const where = { stage: stage.name };
    paper.put(row, first, 'body', stage.name);
    const cells = SERIES.map(({ words }, s) =>
      paper.put(row, first + 1 + s, 'number', sumWords(data, 'seats', 'progress', words, where), {
        format: FORMATS.whole,
      }),
    );
    const rest = remainder(sumRows(data, 'seats', where), cells);
    return [...cells, paper.put(row, first + 4, 'number', rest, { format: FORMATS.whole })];
  });
  if (!figures.some((figure) => isNumber(figure.value))) return;
  const rows = { top: top + 1, bottom: top + context.plan.stages.length };
  const area = (column: number) => ({ ...rows, left: column, right: column });
  paper.chart(
    {
      name: '分学段学位进度图',
      type: 'columnStacked',
      title: '各学段规划学位及建设进度（个）',
      categories: area(first),
      series: [...SERIES, { name: '状态未报', colour: CHART_COLOURS.progress.未报 }].map(({ name, colour }, i) => ({
        name,
        colour,
        values: area(first + 1 + i),
      })),
      valueFormat: FORMATS.axis,
    },
    11,
  );
}

/** What is left of a total after the parts; blank where nothing is. */
export function remainder(total: Live, parts: readonly Live[]): Live {
  const sum = addUp(parts);
  const rest = isNumber(sum.value) ? minus(total, sum).value : total.value;
  const list = parts.map((part) => part.formula).join(',');
  const left = `ROUND(${total.formula}-SUM(${list}),6)`;
  return {
    value: rest === 0 ? '' : rest,
    formula: `IF(${total.formula}="","",IF(${left}=0,"",${left}))`,
  };
}
