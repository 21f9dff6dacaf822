import type { Area, ChartSpec } from '../../workbook';
import type { ReportContext } from '../context';
import { DONE, UNDER_WAY } from '../facts/progress';
import { annexFigure } from '../facts/stage-rows';
import { countRows, countWords, isNumber, sumRows, type Live } from '../paper/live';
import type { Ink, Paper } from '../paper/paper';
import { CHART_COLOURS, FORMATS } from '../style';
import { builderNames } from './by-builder';
import { remainder } from './chart-seats';
import { fundsData } from './funds';
import { ledgerData } from './ledger';

/** An empty column, names, four series. */
export const OVERVIEW_DATA_WIDTHS = [3, 22, 11, 11, 11, 11] as const;
const TOP = 3;

/** Figures of one chart as they stand right of the page. */
interface Block {
  readonly names: readonly string[];
  /** Per series: its name, colour and cells, one for each name. */
  readonly series: readonly { readonly name: string; readonly colour: string; readonly cells: readonly Live[] }[];
  readonly chart: Pick<ChartSpec, 'categories' | 'series'>;
  readonly bottom: number;
  readonly hasFigures: boolean;
}

/** Sets the figures series by series; a series may be told from the cells of those before it. */
function setBlock(
  paper: Paper,
  at: { readonly row: number; readonly column: number },
  names: readonly string[],
  series: readonly {
    readonly name: string;
    readonly colour: string;
    readonly figure: (index: number, before: readonly Live[]) => Ink;
  }[],
): Block {
  const { row, column } = at;
  paper.put(row, column, 'header', '图表数据');
  names.forEach((name, r) => paper.put(row + 1 + r, column, 'body', name));
  const done: { name: string; colour: string; cells: Live[] }[] = [];
  series.forEach(({ name, colour, figure }, s) => {
    paper.put(row, column + 1 + s, 'header', name);
    const cells = names.map((_, r) => {
      const before = done.flatMap((one) => one.cells[r] ?? []);
      return paper.put(row + 1 + r, column + 1 + s, 'number', figure(r, before), { format: FORMATS.whole });
    });
    done.push({ name, colour, cells });
  });
  const area = (offset: number): Area => ({
    top: row + 1,
    bottom: row + names.length,
    left: column + offset,
    right: column + offset,
  });
  return {
    names,
    series: done,
    chart: {
      categories: area(0),
      series: done.map(({ name, colour }, s) => ({ name, colour, values: area(s + 1) })),
    },
    bottom: row + names.length,
    hasFigures: done.some(({ cells }) => cells.some((cell) => isNumber(cell.value))),
  };
}

function stagesBlock(paper: Paper, context: ReportContext, row: number, column: number): Block {
  const { stages } = context.plan;
  const data = ledgerData(context);
  const { target, actual } = CHART_COLOURS;
  const planned = stages.map((stage) => annexFigure(context.plan, { stage, kind: null }, 'plannedSeats'));
  return setBlock(
    paper,
    { row, column },
    stages.map((stage) => stage.name),
    [
      { name: '附件2规划学位', colour: target, figure: (i) => planned[i] ?? null },
      {
        name: '已形成学位',
        colour: actual,
        figure: (i) => sumRows(data, 'formedSeats', { stage: stages[i]?.name ?? '' }),
      },
    ],
  );
}

function buildersBlock(paper: Paper, context: ReportContext, row: number, column: number): Block {
  const data = ledgerData(context);
  const names = builderNames(context);
  const open = '（建设主体未明）';
  const { progress } = CHART_COLOURS;
  // The last row is what the named builders leave of all projects.
  const rest = (index: number, total: Live, own: (name: string) => Live): Live => {
    const name = names[index];
    return name === undefined ? remainder(total, names.map(own)) : own(name);
  };
  const counted = (words: readonly string[]) => (index: number) =>
    rest(index, countWords(data, 'progress', words, {}), (builder) =>
      numberOf(countWords(data, 'progress', words, { builder })),
    );
  const all = (index: number): Live =>
    rest(index, countRows(data, 'sequence', {}), (builder) => numberOf(countRows(data, 'sequence', { builder })));
  return setBlock(
    paper,
    { row, column },
    [...names, open],
    [
      { name: '已完工', colour: progress.投入使用, figure: counted(DONE) },
      { name: '在建', colour: progress.在建, figure: counted(UNDER_WAY) },
      { name: '未开工', colour: progress.未开工, figure: counted(['未开工']) },
      { name: '状态未报', colour: progress.未报, figure: (i, before) => remainder(all(i), before) },
    ],
  );
}

/** The figure with 0 for a blank: a part of a sum inside one formula. */
function numberOf(figure: Live): Live {
  return { value: isNumber(figure.value) ? figure.value : 0, formula: `N(${figure.formula})` };
}

function fundsBlock(paper: Paper, context: ReportContext, row: number, column: number): Block {
  const data = fundsData(context);
  const keys = ['amount', 'allocated', 'spent'] as const;
  return setBlock(
    paper,
    { row, column },
    ['安排金额', '已下达', '已支出'],
    [{ name: '金额', colour: CHART_COLOURS.actual, figure: (i) => sumRows(data, keys[i] ?? 'amount', {}) }],
  );
}

/** Three charts on the page, their figures right of it from column `left`; a chart without any figure is left out. */
export function setOverviewCharts(paper: Paper, context: ReportContext, left: number): void {
  const stages = stagesBlock(paper, context, TOP, left);
  const builders = buildersBlock(paper, context, stages.bottom + 2, left);
  const funds = fundsBlock(paper, context, builders.bottom + 2, left);
  const valueFormat = FORMATS.whole;
  if (stages.hasFigures) {
    const title = '各学段规划学位与已形成学位（个）';
    paper.chart({ name: '目标与完成图', type: 'columnClustered', title, valueFormat, ...stages.chart }, 8);
  }
  const top = paper.row;
  const middle = left / 2 - 1;
  const hasBoth = builders.hasFigures && funds.hasFigures;
  if (builders.hasFigures) {
    const title = '各建设主体项目进度（个）';
    const place = hasBoth ? { left: 0, right: Math.floor(middle) } : undefined;
    paper.chart({ name: '主体进度图', type: 'columnStacked', title, valueFormat, ...builders.chart }, 9, place);
  }
  if (funds.hasFigures) {
    if (hasBoth) paper.row = top;
    const title = '经费安排、下达与支出（万元）';
    const place = hasBoth ? { left: Math.floor(middle) + 1, right: left - 2 } : undefined;
    paper.chart({ name: '经费图', type: 'barClustered', title, valueFormat, ...funds.chart }, 9, place);
  }
}
