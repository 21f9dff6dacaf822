import type { Report, ReportContext } from '../context';
import { DONE } from '../facts/progress';
import { countRows, countWords, ratio, sumRows } from '../paper/live';
import { senderLine } from '../paper/frame';
import { Paper, type Ink } from '../paper/paper';
import { dayInWords, writtenDay } from '../paper/written-day';
import { FORMATS } from '../style';
import { summaryParagraphs, summaryTitle } from '../summary-text';
import { fundsData } from './funds';
import { countProgress, ledgerData } from './ledger';
import { OVERVIEW_DATA_WIDTHS, setOverviewCharts } from './overview-charts';

const PRINTED = 8;
const COLUMN_WIDTH = 11.5;

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
    { label: '已完工、投入使用（个）', figure: countProgress(data, DONE, {}), format: whole },
    { label: '上报规划学位（个）', figure: sumRows(data, 'seats', {}), format: whole },
    { label: '已形成学位（个）', figure: sumRows(data, 'formedSeats', {}), format: whole },
    { label: '累计完成投资（万元）', figure: sumRows(data, 'invested', {}), format: twoPlaces },
    { label: '滞后项目（个）', figure: countWords(data, 'lagging', ['滞后'], {}, 'plannedCompletion'), format: whole },
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

export const overview: Report = {
  id: '综述',
  about: '一页纸：主要数字、三张图、进度比较、未说明的问题。',
  needs: ['项目进度台账', '经费安排及执行'],
  make(context) {
    const widths = [...Array<number>(PRINTED).fill(COLUMN_WIDTH), ...OVERVIEW_DATA_WIDTHS];
    const paper = new Paper(context.sheetName('综述'), widths, PRINTED);
    paper.line('title', summaryTitle(context));
    paper.line('period', context.period ? `（${context.period.text}）` : `（截至${dayInWords(context.cutOff)}）`);
    paper.ends(senderLine(context), `制表日期：${writtenDay(context.madeOn)}`);
    setHeadlines(paper, context);
    for (const { heading, text } of summaryParagraphs(context))
      paper.line('paragraph', `\u3000\u3000${heading}。${text}`);
    setOverviewCharts(paper, context, PRINTED + 1);
    paper.notes([
      `文字按${writtenDay(context.madeOn)}的数据写成；上方数字和图为公式，随各表变动。空格为未报，不作0计。`,
    ]);
    return paper.finish({ orientation: 'portrait', onePage: true });
  },
};
