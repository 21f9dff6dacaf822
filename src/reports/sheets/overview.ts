import type { Report, ReportContext } from '../context';
import { DONE, UNDER_WAY } from '../facts/progress';
import { annexFigure } from '../facts/stage-rows';
import { cellAt, countRows, countWords, fromSheet, isNumber, ratio, sumRows, type Live } from '../paper/live';
import { Paper, type Ink } from '../paper/paper';
import { CHART_COLOURS, FORMATS } from '../style';
import { dayInWords, summaryParagraphs, summaryTitle } from '../summary-text';
import { builderNames } from './by-builder';
import { remainder } from './chart-seats';
import { fundsData } from './funds';
import { ledgerData } from './ledger';

const PRINTED = 8;
const COLUMN_WIDTH = 11.5;
/** An empty column, names, four series. */
const DATA_WIDTHS = [3, 22, 11, 11, 11, 11] as const;
const DATA_LEFT = PRINTED + 1;

interface Headline {
  readonly label: string;
  readonly figure: Ink;
  readonly format: string;
}

function headlines(context: ReportContext): readonly Headline[] {
  const data = ledgerData(context);
  const funds = fundsData(context);
  const { audit } = context;
  const { whole, twoPlaces, percent } = FORMATS;
  return [
    { label: '上报项目（个）', figure: countRows(data, 'sequence', {}), format: whole },
    { label: '已完工、投入使用（个）', figure: countWords(data, 'progress', DONE, {}), format: whole },
    { label: '上报规划学位（个）', figure: sumRows(data, 'seats', {}), format: whole },
    { label: '已形成学位（个）', figure: sumRows(data, 'formedSeats', {}), format: whole },
    { label: '累计完成投资（万元）', figure: sumRows(data, 'invested', {}), format: twoPlaces },
    { label: '滞后项目（个）', figure: countWords(data, 'lagging', ['滞后'], {}, 'sequence'), format: whole },
    { label: '经费执行率', figure: ratio(sumRows(funds, 'spent', {}), sumRows(funds, 'amount', {})), format: percent },
    {
      label: '审核强制项（项）',
      figure: audit && audit.verdict !== 'nothingFound' ? audit.counts.error : null,
      format: whole,
    },
  ];
}

function setHeadlines(paper: Paper, context: ReportContext): void {
  headlines(context).forEach(({ label, figure, format }, i) => {
    const column = (i % 4) * 2;
    const row = paper.row + Math.floor(i / 4) * 2;
    paper.put(row, column, 'bodyCentre', label, { across: 2 });
    paper.put(row + 1, column, 'headline', figure, { across: 2, format });
    paper.height(row + 1, 30);
  });
  paper.row += 4;
}

/** One block of chart figures right of the page; returns its rows. */
function setBlock(
  paper: Paper,
  top: number,
  titles: readonly string[],
  rows: readonly { readonly name: string; readonly figures: readonly Ink[] }[],
): { readonly top: number; readonly bottom: number } {
  titles.forEach((title, i) => paper.put(top, DATA_LEFT + i, 'header', title));
  rows.forEach(({ name, figures }, r) => {
    paper.put(top + 1 + r, DATA_LEFT, 'body', name);
    figures.forEach((figure, i) =>
      paper.put(top + 1 + r, DATA_LEFT + 1 + i, 'number', figure, { format: FORMATS.whole }),
    );
  });
  return { top: top + 1, bottom: top + Math.max(rows.length, 1) };
}

function builderRow(
  context: ReportContext,
  name: string,
): { readonly name: string; readonly figures: readonly Live[] } {
  const data = ledgerData(context);
  const where = { builder: name };
  const parts = [DONE, UNDER_WAY, ['未开工']].map((words) => countWords(data, 'progress', words, where));
  return { name, figures: [...parts, remainderOf(countRows(data, 'sequence', where), parts)] };
}

/** Like {@link remainder}, with parts that are expressions and may be blank: their numbers only are taken away. */
function remainderOf(total: Live, parts: readonly Live[]): Live {
  const bare = parts.map((part) => ({ ...part, formula: `N(${part.formula})` }));
  const numbers = bare.map((part) => ({ ...part, value: isNumber(part.value) ? part.value : 0 }));
  return remainder(total, numbers);
}

function setCharts(paper: Paper, context: ReportContext, dataTop: number): void {
  const data = ledgerData(context);
  const stages = setBlock(
    paper,
    dataTop,
    ['学段', '附件2规划学位', '已形成学位'],
    context.plan.stages.map((stage) => ({
      name: stage.name,
      figures: [
        annexFigure(context.plan, { stage, kind: null }, 'plannedSeats'),
        sumRows(data, 'formedSeats', { stage: stage.name }),
      ],
    })),
  );
  const builders = setBlock(
    paper,
    stages.bottom + 2,
    ['建设主体', '已完工', '在建', '未开工', '状态未报'],
    builderNames(context).map((name) => builderRow(context, name)),
  );
  const fundRows = fundsData(context).rows;
  const funds = setBlock(
    paper,
    builders.bottom + 2,
    ['经费项目', '安排金额', '已支出'],
    context.funds.map((line, i) => ({
      name: line.name,
      figures: [fundFigure(context, i, 3, fundRows[i]?.amount), fundFigure(context, i, 5, fundRows[i]?.spent)],
    })),
  );
  const area = (rows: { readonly top: number; readonly bottom: number }, column: number) => ({
    ...rows,
    left: column,
    right: column,
  });
  const series = (
    rows: { readonly top: number; readonly bottom: number },
    names: readonly (readonly [string, string])[],
  ) => names.map(([name, colour], i) => ({ name, colour, values: area(rows, DATA_LEFT + 1 + i) }));
  const { target, actual, progress } = CHART_COLOURS;
  paper.chart(
    {
      name: '目标与完成图',
      type: 'columnClustered',
      title: '各学段规划学位与已形成学位（个）',
      categories: area(stages, DATA_LEFT),
      series: series(stages, [
        ['附件2规划学位', target],
        ['已形成学位', actual],
      ]),
      valueFormat: FORMATS.whole,
    },
    8,
  );
  const top = paper.row;
  paper.chart(
    {
      name: '主体进度图',
      type: 'columnStacked',
      title: '各建设主体项目进度（个）',
      categories: area(builders, DATA_LEFT),
      series: series(builders, [
        ['已完工', progress.投入使用],
        ['在建', progress.在建],
        ['未开工', progress.未开工],
        ['状态未报', progress.未报],
      ]),
      valueFormat: FORMATS.whole,
    },
    9,
    { left: 0, right: 3 },
  );
  paper.row = top;
  paper.chart(
    {
      name: '经费图',
      type: 'barClustered',
      title: '各项经费安排与支出（万元）',
      categories: area(funds, DATA_LEFT),
      series: series(funds, [
        ['安排金额', target],
        ['已支出', actual],
      ]),
      valueFormat: FORMATS.whole,
    },
    9,
    { left: 4, right: PRINTED - 1 },
  );
}

/** The figure of one fund, read from the report on funds. */
function fundFigure(
  context: ReportContext,
  index: number,
  column: number,
  value: string | number | null | undefined,
): Live {
  const { sheet, first } = fundsData(context);
  return fromSheet(sheet, cellAt(first + index, column, isNumber(value) ? value : ''));
}

export const overview: Report = {
  id: '综述',
  about: '一页纸：主要数字、三张图、进度比较、未说明的问题。',
  needs: ['项目进度台账', '经费安排及执行'],
  make(context) {
    const widths = [...Array<number>(PRINTED).fill(COLUMN_WIDTH), ...DATA_WIDTHS];
    const paper = new Paper(context.sheetName('综述'), widths, PRINTED);
    paper.line('title', summaryTitle(context));
    paper.line('period', context.period ? `（${context.period.text}）` : `（截至${dayInWords(context.cutOff)}）`);
    paper.ends(`填报单位：${context.unit === '' ? '____________' : context.unit}`, `制表日期：${context.madeOn}`);
    setHeadlines(paper, context);
    for (const { heading, text } of summaryParagraphs(context)) paper.line('paragraph', `${heading}。${text}`);
    setCharts(paper, context, 3);
    paper.notes([`文字按${context.madeOn}的数据写成；上方数字和图为公式，随各表变动。空格为未报，不作0计。`]);
    return paper.finish({ orientation: 'portrait', pagesTall: 1 });
  },
};
