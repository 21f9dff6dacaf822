import {
  RULES_VERSION,
  type AuditResult,
  type Explanation,
  type Finding,
  type Level,
  type RuleGroup,
} from '../../audit';
import { areaName, cellName, readNumber } from '../../workbook';
import type { Report, ReportContext } from '../context';
import { senderLine } from '../paper/frame';
import { BLANK, type Live } from '../paper/live';
import { Paper, type HeaderColumn } from '../paper/paper';
import { writtenDay } from '../paper/written-day';
import { FORMATS } from '../style';

const COLUMNS: readonly HeaderColumn[] = [
  { title: '序号', width: 5.5 },
  { title: '级别', width: 6 },
  { title: '类别', width: 8 },
  { title: '规则编号', width: 7 },
  { title: '工作表', width: 12 },
  { title: '单元格', width: 10 },
  { title: '学校或项目', width: 16 },
  { title: '问题描述', width: 36 },
  { title: '填报值', width: 11 },
  { title: '应为或参考值', width: 12 },
  { title: '差额', width: 8.5 },
  { title: '建议', width: 24 },
  { title: '审核说明', width: 16 },
  { title: '处理状态', width: 8 },
];
export const LEVEL_NAMES: Readonly<Record<Level, string>> = { error: '强制', warning: '核实', info: '提示' };
const GROUP_NAMES: Readonly<Record<RuleGroup, string>> = {
  structure: '格式',
  value: '格式',
  formula: '格式',
  arithmetic: '表内',
  duplicate: '表内',
  consistency: '表内',
  crossTable: '表间',
  plan: '与方案',
};
export const VERDICTS = {
  pass: '通过',
  explain: '不通过（有核实项未说明）',
  mend: '不通过（有强制项）',
  nothingFound: '未见可审核的表',
} as const;

/** One line of the report: a finding, or several of the same kind in the same column. */
interface Line {
  readonly finding: Finding;
  readonly cells: readonly string[];
  readonly count: number;
  readonly subjects: readonly string[];
}

/** Faults of form that read alike are one line with all their cells; faults of figures stay apart. */
function linesOf(findings: readonly Finding[]): readonly Line[] {
  const lines = new Map<string, Line>();
  findings.forEach((finding, i) => {
    const { sheet, area } = finding.place;
    const isForm =
      (finding.group === 'value' || finding.group === 'structure') && area !== null && !finding.explanation;
    const key = isForm
      ? [finding.rule, finding.message, finding.level, sheet, area.left, area.right, finding.expected].join('|')
      : String(i);
    const cell = area ? areaName(area) : '';
    const before = lines.get(key);
    if (!before) lines.set(key, { finding, cells: [cell], count: finding.count, subjects: [finding.subject] });
    else
      lines.set(key, {
        ...before,
        cells: [...before.cells, cell],
        count: before.count + finding.count,
        subjects: [...before.subjects, finding.subject],
      });
  });
  return [...lines.values()];
}

/** A measure is known by its first sentence (`6.实施资源整合工程`); the table names it in full. */
function headOf(subject: string): string {
  return subject.length <= LONGEST_SUBJECT ? subject : (subject.split('。')[0] ?? subject);
}

const LONGEST_SUBJECT = 30;

function shortList(words: readonly string[]): string {
  const own = [...new Set(words.filter((word) => word !== ''))];
  return own.length <= 6 ? own.join('、') : `${own.slice(0, 6).join('、')}等${own.length}处`;
}

/** A figure as a number, so that the difference can be told; else the words. */
function figureOf(text: string): string | number {
  const reading = readNumber(text);
  return reading.kind === 'number' && reading.unit === null && reading.sure === 'certain' ? reading.value : text;
}

function setLine(paper: Paper, line: Line, index: number): void {
  const { finding, cells, count, subjects } = line;
  const row = paper.row++;
  const isOne = cells.length === 1;
  const found = isOne ? figureOf(finding.found) : '';
  const expected = figureOf(finding.expected);
  const values: readonly (string | number)[] = [
    index + 1,
    LEVEL_NAMES[finding.level],
    GROUP_NAMES[finding.group],
    finding.rule,
    finding.place.sheet ?? '全簿',
    shortList(cells),
    shortList(subjects.map(headOf)),
    isOne || count <= 1 ? finding.text : `${finding.text}（同类共${count}格）`,
    found,
    expected,
  ];
  values.forEach((value, column) => {
    const isFigure = column >= 8 && typeof value === 'number';
    const role = column < 4 ? 'bodyCentre' : isFigure ? 'number' : 'body';
    paper.put(row, column, role, value === '' ? null : value, isFigure ? { format: exactly(value) } : {});
  });
  const isAlike = isInWan(finding.text, finding.found) === isInWan(finding.text, finding.expected);
  const known = typeof found === 'number' && typeof expected === 'number';
  const [a, b] = [cellName(row, 8), cellName(row, 9)];
  const difference: Live = {
    value: known ? Number((found - expected).toFixed(6)) : BLANK,
    formula: `IF(COUNT(${a},${b})<2,"",ROUND(${a}-${b},6))`,
  };
  paper.put(row, 10, 'number', isAlike ? difference : null, known ? { format: exactly(found, expected) } : {});
  paper.put(row, 11, 'body', finding.advice);
  const { explanation } = finding;
  paper.put(
    row,
    12,
    'body',
    explanation
      ? `${explanation.text}${signed(explanation)}${explanation.isVoid ? '（数值已变，原说明作废）' : ''}`
      : null,
  );
  paper.put(row, 13, 'bodyCentre', stateOf(finding));
}

/** A format that shows the figures, and what lies between them, with all their places (up to six). */
function exactly(...figures: readonly number[]): string {
  const places = figures.map((figure) => (String(Number(figure.toFixed(6))).split('.')[1] ?? '').length);
  const most = Math.max(...places);
  return most === 0 ? FORMATS.whole : `0.${'0'.repeat(most)}_ `;
}

/** True where the text counts the figure in ten thousands (`5.18万个`): against one in 个 there is no difference to tell. */
function isInWan(text: string, figure: string): boolean {
  return figure !== '' && text.replaceAll(' ', '').includes(`${figure}万`);
}

/** `（张三，2023-07-01）`: who gave the reason, and when. */
function signed({ by, on }: Explanation): string {
  const known = [by, on.slice(0, 10)].filter((part) => part !== '');
  return known.length === 0 ? '' : `（${known.join('，')}）`;
}

function stateOf(finding: Finding): string {
  if (finding.level === 'info') return '—';
  if (finding.explanation) return finding.explanation.isVoid ? '说明作废' : '已说明';
  return finding.level === 'error' ? '待修改' : '待核实';
}

/** `强制n项，核实n项（已说明n项），提示n项`, as the audit counts them: findings, not lines of this report. */
function countsText(audit: AuditResult): string {
  const { error, warning, info, explained } = audit.counts;
  return `强制${error}项，核实${warning}项（已说明${explained}项），提示${info}项。`;
}

function setHead(paper: Paper, context: ReportContext): void {
  const { audit } = context;
  paper.line('title', '数据审核报告');
  paper.line('period', context.period ? `（${context.period.text}）` : '（报告期：\u3000\u3000年\u3000\u3000月）');
  paper.ends(senderLine(context), `审核日期：${writtenDay(context.madeOn)}`);
  paper.ends(
    `结论：${audit ? VERDICTS[audit.verdict] : '未审核'}`,
    `规则版本：${RULES_VERSION}（方案${writtenDay(context.plan.issuedOn)}印发）`,
  );
  if (audit) paper.line('unitLine', countsText(audit));
}

export const auditReport: Report = {
  id: '审核报告',
  about: '审核发现的问题、应为值、建议和审核说明。',
  needs: [],
  make(context) {
    const order: readonly Level[] = ['error', 'warning', 'info'];
    const findings = context.audit?.findings ?? [];
    const lines = order.flatMap((level) => linesOf(findings.filter((finding) => finding.level === level)));
    const paper = new Paper(
      context.sheetName('审核报告'),
      COLUMNS.map((column) => column.width),
    );
    setHead(paper, context);
    paper.tableHeader(COLUMNS);
    lines.forEach((line, index) => setLine(paper, line, index));
    if (lines.length === 0) {
      const text = !context.audit
        ? '（本次未审核）'
        : context.audit.verdict === 'nothingFound'
          ? '（未见可审核的表）'
          : '（未发现问题）';
      COLUMNS.forEach((_, column) => paper.put(paper.row, column, 'body', column === 7 ? text : null));
      paper.row++;
    }
    paper.notes([
      '强制项必须改正；核实项须改正或写明审核说明；提示项供参考。同一列同类格式问题合为一行，列出各单元格。',
    ]);
    paper.line('signature', '退回意见：');
    paper.height(paper.row - 1, 30);
    paper.ends(
      '审核人签字：\u3000\u3000\u3000\u3000\u3000\u3000\u3000',
      '复核日期：\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日',
      'signature',
    );
    return paper.finish({ freezeColumns: 1, keys: [3, 4, 5] });
  },
};
