import type { Area, ChartSpec } from '../../workbook';
import type { ReportContext } from '../context';
import { DONE, PROGRESS, UNDER_WAY, type Progress } from '../facts/progress';
import { annexFigure } from '../facts/stage-rows';
import { countRows, isNumber, sumRows, type Live } from '../paper/live';
import type { Ink, Paper } from '../paper/paper';
import { CHART_COLOURS, FORMATS } from '../style';
import { builderNames } from './by-builder';
import { remainder } from './chart-seats';
import { fundsData } from './funds';
import { countProgress, ledgerData, type LedgerData } from './ledger';

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

/** Sets the figures series by series; a figure may be told from the cells to its left and above it. */
function setBlock(
  paper: Paper,
  at: { readonly row: number; readonly column: number },
  names: readonly string[],
  series: readonly {
    readonly name: string;
    readonly colour: string;
    readonly figure: (index: number, before: readonly Live[], above: readonly Live[]) => Ink;
  }[],
): Block {
  const { row, column } = at;
  paper.put(row, column, 'header', '图表数据');
  names.forEach((name, r) => paper.put(row + 1 + r, column, 'body', name));
  const done: { name: string; colour: string; cells: Live[] }[] = [];
  series.forEach(({ name, colour, figure }, s) => {
    paper.put(row, column + 1 + s, 'header', name);
    const cells: Live[] = [];
    names.forEach((_, r) => {
      const before = done.flatMap((one) => one.cells[r] ?? []);
      const ink = figure(r, before, cells);
      cells.push(paper.put(row + 1 + r, column + 1 + s, 'number', ink, { format: FORMATS.whole }));
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
  const open = '未明';
  const { progress } = CHART_COLOURS;
  // The last row is what the named builders leave of all projects.
  const counted = (words: readonly Progress[]) => (index: number, _: readonly Live[], above: readonly Live[]) => {
    const builder = names[index];
    const total = countProgress(data, words, builder === undefined ? {} : { builder });
    return builder === undefined ? remainder(total, above) : total;
  };
  const silent = (index: number, before: readonly Live[], above: readonly Live[]): Live => {
    const builder = names[index];
    if (builder !== undefined) return remainder(countRows(data, 'sequence', { builder }), before);
    return remainder(unclassed(data), above);
  };
  return setBlock(
    paper,
    { row, column },
    [...names, open],
    [
      { name: '已完工', colour: progress.投入使用, figure: counted(DONE) },
      { name: '在建', colour: progress.在建, figure: counted(UNDER_WAY) },
      { name: '未开工', colour: progress.未开工, figure: counted(['未开工']) },
      { name: '状态未报', colour: progress.未报, figure: silent },
    ],
  );
}

/** Projects without a status that can be classed. */
function unclassed(data: LedgerData): Live {
  const all = countRows(data, 'sequence', {});
  const known = countProgress(data, PROGRESS, {});
  const count = isNumber(all.value) ? all.value - (isNumber(known.value) ? known.value : 0) : '';
  return { value: count, formula: `IF(${all.formula}="","",${all.formula}-N(${known.formula}))` };
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
  const valueFormat = FORMATS.axis;
  if (stages.hasFigures) {
    const title = '各学段规划学位与已形成学位（个）';
    paper.chart({ name: '目标与完成图', type: 'columnClustered', title, valueFormat, ...stages.chart }, 10);
  }
  const top = paper.row;
  const middle = left / 2 - 1;
  const hasBoth = builders.hasFigures && funds.hasFigures;
  if (builders.hasFigures) {
    const title = '各建设主体项目进度（个）';
    const place = hasBoth ? { left: 0, right: Math.floor(middle) } : undefined;
    paper.chart({ name: '主体进度图', type: 'columnStacked', title, valueFormat, ...builders.chart }, 11, place);
  }
  if (funds.hasFigures) {
    if (hasBoth) paper.row = top;
    const title = '经费安排、下达与支出（万元）';
    const place = hasBoth ? { left: Math.floor(middle) + 1, right: left - 2 } : undefined;
    paper.chart({ name: '经费图', type: 'barClustered', title, valueFormat, ...funds.chart }, 11, place);
  }
}
