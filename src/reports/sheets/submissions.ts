import type { Report, ReportContext } from '../context';
import type { Submission } from '../submission';
import { madeLine, signature } from '../paper/frame';
import { BLANK, type Live } from '../paper/live';
import { Paper, type HeaderColumn } from '../paper/paper';
import { writtenDay } from '../paper/written-day';
import { FORMATS } from '../style';
import { cellName, serialOfDay } from '../../workbook';

const COLUMNS: readonly HeaderColumn[] = [
  { title: '序号', width: 5.5 },
  { title: '填报单位', width: 14 },
  { title: '报告期', width: 12 },
  { title: '应报日期', width: 11.5 },
  { title: '实报日期', width: 11.5 },
  { title: '迟报天数', width: 7 },
  { title: '报送次数', width: 7 },
  { title: '状态', width: 8 },
  { title: '强制项', width: 7 },
  { title: '核实项', width: 7 },
  { title: '已附说明', width: 7 },
  { title: '退回原因', width: 24 },
  { title: '催报次数', width: 7 },
  { title: '最近催报', width: 11.5 },
  { title: '联系人', width: 12 },
  { title: '电话', width: 14 },
];
const STATE = 7;

function serialOf(day: string | null): number | null {
  const match = day === null ? null : /^(\d{4})-(\d{2})-(\d{2})/u.exec(day);
  return match ? serialOfDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function blankSubmission(unit: string): Submission {
  const nothing = { period: null, dueOn: null, handedInOn: null, times: null, errors: null, warnings: null };
  const rest = { explained: null, returnReason: null, reminders: null, lastReminder: null, contact: null, phone: null };
  return { unit, state: '未报', ...nothing, ...rest };
}

/** The plan's units in order, then others that handed in; a unit without a submission is 未报. */
function rowsOf(context: ReportContext): readonly Submission[] {
  const { submissions, plan } = context;
  const units = new Set([...plan.builders.map((builder) => builder.name), ...submissions.map(({ unit }) => unit)]);
  return [...units].flatMap((unit) => {
    const own = submissions.filter((submission) => submission.unit === unit);
    return own.length > 0 ? own : [blankSubmission(unit)];
  });
}

function daysLate(row: number, due: number | null, handedIn: number | null): Live {
  const [a, b] = [cellName(row, 3), cellName(row, 4)];
  return {
    value: due !== null && handedIn !== null ? Math.max(0, handedIn - due) : BLANK,
    formula: `IF(COUNT(${a},${b})<2,"",MAX(0,${b}-${a}))`,
  };
}

function setRow(paper: Paper, submission: Submission, index: number): void {
  const row = paper.row++;
  const due = serialOf(submission.dueOn);
  const handedIn = serialOf(submission.handedInOn);
  const date = { format: FORMATS.date };
  const whole = { format: FORMATS.whole };
  paper.put(row, 0, 'bodyCentre', index + 1);
  paper.put(row, 1, 'body', submission.unit);
  paper.put(row, 2, 'bodyCentre', submission.period);
  paper.put(row, 3, 'bodyCentre', due, date);
  paper.put(row, 4, 'bodyCentre', handedIn, date);
  paper.put(row, 5, 'number', daysLate(row, due, handedIn), whole);
  paper.put(row, 6, 'number', submission.times, whole);
  paper.put(row, STATE, 'bodyCentre', submission.state);
  paper.put(row, 8, 'number', submission.errors, whole);
  paper.put(row, 9, 'number', submission.warnings, whole);
  paper.put(row, 10, 'number', submission.explained, whole);
  paper.put(row, 11, 'body', submission.returnReason);
  paper.put(row, 12, 'number', submission.reminders, whole);
  paper.put(row, 13, 'bodyCentre', serialOf(submission.lastReminder), date);
  paper.put(row, 14, 'body', submission.contact);
  paper.put(row, 15, 'body', submission.phone, { format: '@' });
}

/** `应报5，已报n，…`, counted from the states above. 已报 is every unit that handed something in. */
function countsLine(first: number, last: number, rows: readonly Submission[]): Live {
  const range = `${cellName(first, STATE)}:${cellName(last, STATE)}`;
  const count = (state: Submission['state']): number => rows.filter((row) => row.state === state).length;
  const of = (state: Submission['state']): string => `COUNTIF(${range},"${state}")`;
  return {
    value: `应报${rows.length}，已报${rows.length - count('未报')}（其中零报送${count('零报送')}），通过${count('通过')}，退回${count('退回')}，未报${count('未报')}。`,
    formula: `"应报"&COUNTA(${range})&"，已报"&(COUNTA(${range})-${of('未报')})&"（其中零报送"&${of('零报送')}&"），通过"&${of('通过')}&"，退回"&${of('退回')}&"，未报"&${of('未报')}&"。"`,
  };
}

export const submissions: Report = {
  id: '报送情况',
  about: '各填报单位的报送、退回、催报和审核项数。',
  needs: [],
  make(context) {
    const rows = rowsOf(context);
    const paper = new Paper(
      context.sheetName('报送情况'),
      COLUMNS.map((column) => column.width),
    );
    paper.line('title', '报送情况登记表');
    paper.line('period', context.period ? `（${context.period.text}）` : '（报告期：\u3000\u3000年\u3000\u3000月）');
    paper.ends(`汇总单位：____________`, `制表日期：${writtenDay(context.madeOn)}`);
    paper.tableHeader(COLUMNS);
    const first = paper.row;
    rows.forEach((row, index) => setRow(paper, row, index));
    const last = paper.row - 1;
    paper.validate({
      kind: 'list',
      area: { top: first, bottom: last, left: STATE, right: STATE },
      items: ['未报', '已报', '退回', '通过', '零报送'],
      strict: true,
    });
    paper.line('unitLine', countsLine(first, last, rows));
    paper.notes(['迟报天数按自然日计算，未报或未定应报日期的留空。', madeLine(context)]);
    signature(paper, context);
    return paper.finish({ freezeColumns: 2, keys: [1, 2] });
  },
};
