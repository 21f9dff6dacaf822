import type { Report, ReportContext } from '../context';
import type { FundLine } from '../facts/funds';
import { head, madeLine, NOT_IN_PLAN, planNotes, signature } from '../paper/frame';
import { isNumber, minus, ratio, sumOfColumn, type DataSheet } from '../paper/live';
import { Paper, type HeaderColumn } from '../paper/paper';
import { CHART_COLOURS, FORMATS } from '../style';

type Key = 'name' | 'amount' | 'allocated' | 'spent';
type FundsData = DataSheet<Key>;

const COLUMNS: readonly HeaderColumn[] = [
  { title: '序号', width: 6 },
  { title: '项目名称', width: 22 },
  { title: '具体内容', width: 52 },
  { title: '安排金额', width: 11 },
  { title: '已下达', width: 11 },
  { title: '已支出', width: 11 },
  { title: '执行率（%）', width: 9 },
  { title: '结余', width: 11 },
  { title: '使用单位', width: 14 },
  { title: '说明', width: 28 },
];
const FIRST_ROW = 4;

export function fundsData(context: ReportContext): FundsData {
  return {
    sheet: context.sheetName('经费安排及执行'),
    first: FIRST_ROW,
    columns: { name: 1, amount: 3, allocated: 4, spent: 5 },
    rows: context.funds.map((line) => ({
      name: line.name,
      amount: line.amount.value,
      allocated: line.allocated.value,
      spent: line.spent.value,
    })),
  };
}

/** What the plan says of the amount, beside what was reported. */
function remarkOf(line: FundLine): string {
  const { plan, amount, remark } = line;
  const shown = plan?.amount.value ?? null;
  const said =
    plan === null
      ? '方案无此项'
      : shown === null
        ? `金额${NOT_IN_PLAN}`
        : isNumber(amount.value) && amount.value !== shown
          ? `方案为${shown}万元，不一致`
          : `方案为${shown}万元`;
  return [said, typeof remark.value === 'string' ? remark.value : ''].filter((part) => part !== '').join('；');
}

function setLine(paper: Paper, context: ReportContext, line: FundLine, index: number): void {
  const row = paper.row++;
  const money = { format: FORMATS.twoPlaces };
  paper.put(row, 0, 'bodyCentre', index + 1);
  paper.put(row, 1, 'body', line.name);
  paper.put(row, 2, 'body', line.content);
  const amount = paper.put(row, 3, 'number', context.ink(line.amount), money);
  paper.put(row, 4, 'number', context.ink(line.allocated), money);
  const spent = paper.put(row, 5, 'number', context.ink(line.spent), money);
  paper.put(row, 6, 'number', ratio(spent, amount), { format: FORMATS.percent });
  paper.put(row, 7, 'number', minus(amount, spent), money);
  paper.put(row, 8, 'bodyCentre', context.ink(line.usingUnit));
  paper.put(row, 9, 'body', remarkOf(line));
}

function setTotal(paper: Paper, context: ReportContext): void {
  const data = fundsData(context);
  const row = paper.row++;
  const money = { format: FORMATS.twoPlaces };
  paper.put(row, 0, 'total', '合计', { across: 3, align: 'centre' });
  const own = (key: Key) => {
    const numbers = data.rows.map((line) => line[key]);
    return sumOfColumn(FIRST_ROW, FIRST_ROW + Math.max(numbers.length, 1) - 1, data.columns[key], numbers);
  };
  const amount = paper.put(row, 3, 'total', own('amount'), money);
  paper.put(row, 4, 'total', own('allocated'), money);
  const spent = paper.put(row, 5, 'total', own('spent'), money);
  paper.put(row, 6, 'total', ratio(spent, amount), { format: FORMATS.percent });
  paper.put(row, 7, 'total', minus(amount, spent), money);
  paper.put(row, 8, 'total', null);
  const planned = context.plan.fundTotal.value;
  const reported = amount.value;
  const isShort = isNumber(reported) && planned !== null && Math.abs(reported - planned) > 0.005;
  const difference = isShort ? `，差${Math.abs(Number((reported - planned).toFixed(2)))}万元` : '';
  paper.put(row, 9, 'total', planned === null ? `合计${NOT_IN_PLAN}` : `方案合计${planned}万元${difference}`);
}

export const funds: Report = {
  id: '经费安排及执行',
  about: '各项经费的安排、下达、支出、执行率和结余。',
  needs: [],
  make(context) {
    const paper = new Paper(
      context.sheetName('经费安排及执行'),
      COLUMNS.map((column) => column.width),
    );
    head(paper, context, `${context.campaign}经费切块安排及执行情况表`, '万元');
    paper.tableHeader(COLUMNS);
    context.funds.forEach((line, index) => setLine(paper, context, line, index));
    const bottom = paper.row - 1;
    setTotal(paper, context);
    const ids = context.plan.notes.filter(({ text }) => /附件3|经费/u.test(text)).map((note) => note.id);
    const uncounted = context.funds
      .flatMap((line) => [line.amount, line.allocated, line.spent])
      .filter((taken) => taken.isUncounted)
      .map((taken) => taken.from);
    paper.notes([
      `执行率＝已支出÷安排金额；结余＝安排金额－已支出。金额照上报数列出，未报的留空，不以方案数代填。`,
      ...(uncounted.length > 0 ? [`不是可计算的数字，照原样列出，未计入合计：${uncounted.join('、')}。`] : []),
      ...planNotes(context, ids),
      madeLine(context),
    ]);
    signature(paper, context);
    const area = (column: number) => ({ top: FIRST_ROW, bottom, left: column, right: column });
    const figures = fundsData(context).rows.flatMap((row) => [row.amount, row.allocated, row.spent]);
    if (figures.some(isNumber))
      paper.chart(
        {
          name: '经费执行图',
          type: 'columnClustered',
          title: '各项经费安排、下达与支出（万元）',
          categories: area(1),
          series: [
            { name: '安排金额', values: area(3), colour: CHART_COLOURS.target },
            { name: '已下达', values: area(4), colour: CHART_COLOURS.third },
            { name: '已支出', values: area(5), colour: CHART_COLOURS.actual },
          ],
          valueFormat: FORMATS.axis,
        },
        9,
      );
    return paper.finish({ freezeColumns: 2, keys: [1] });
  },
};
