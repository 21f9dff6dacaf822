import { FORMATS, writtenDay } from '../../reports';
import { Paper, type HeaderColumn } from '../../reports/paper/paper';
import { serialOfDay, type SheetSpec } from '../../workbook';
import type { Consolidation, FileFate, UnitState } from '../types';

export const SUBMISSION_STATE = '报送情况';

const COLUMNS: readonly HeaderColumn[] = [
  { title: '序号', width: 5.5 },
  { title: '填报单位', width: 14 },
  { title: '报告期', width: 12 },
  { title: '文件', width: 30 },
  { title: '收到日期', width: 11.5 },
  { title: '填报日期', width: 11.5 },
  { title: '报送次数', width: 7 },
  { title: '状态', width: 9 },
  { title: '强制项', width: 7 },
  { title: '核实项', width: 7 },
  { title: '已附说明', width: 7 },
  { title: '提示项', width: 7 },
  { title: '退回原因', width: 34 },
  { title: '联系人', width: 10 },
  { title: '电话', width: 14 },
];
const STATES: readonly UnitState[] = ['未报', '已报', '退回', '通过', '零报送'];
const FATES: Readonly<Record<FileFate, string>> = {
  standing: '计入',
  superseded: '重复未计',
  earlierPeriod: '他期未计',
  sameFile: '相同未计',
  failed: '无法打开',
};

/** 报送情况: who has reported, and below it what became of every file that arrived. */
export function submissionStateSheet({ units, files, period, asOf }: Consolidation): SheetSpec {
  const paper = new Paper(
    SUBMISSION_STATE,
    COLUMNS.map(({ width }) => width),
  );
  const whole = { format: FORMATS.whole };
  const date = { format: FORMATS.date };
  paper.line('title', '报送情况登记表');
  paper.line('period', period === null ? '（报告期：\u3000\u3000年\u3000\u3000月）' : `（${period}）`);
  paper.ends(countsLine(units), `制表日期：${writtenDay(asOf)}`);
  paper.tableHeader(COLUMNS);
  units.forEach((unit, index) => {
    const at = paper.row++;
    const isRead = unit.files.length > 0;
    paper.put(at, 0, 'bodyCentre', index + 1);
    paper.put(at, 1, 'body', unit.unit);
    paper.put(at, 2, 'bodyCentre', unit.period);
    paper.put(at, 3, 'body', unit.files.join('\n'));
    paper.put(at, 4, 'bodyCentre', serialOf(unit.receivedOn), date);
    paper.put(at, 5, 'bodyCentre', serialOf(unit.reportedOn), date);
    paper.put(at, 6, 'number', unit.times, whole);
    paper.put(at, 7, 'bodyCentre', unit.state);
    paper.put(at, 8, 'number', isRead ? unit.counts.error : null, whole);
    paper.put(at, 9, 'number', isRead ? unit.counts.warning : null, whole);
    paper.put(at, 10, 'number', isRead ? unit.counts.explained : null, whole);
    paper.put(at, 11, 'number', isRead ? unit.counts.info : null, whole);
    paper.put(at, 12, 'body', unit.reason);
    paper.put(at, 13, 'body', unit.contact);
    paper.put(at, 14, 'body', unit.phone, { format: FORMATS.text });
  });
  paper.row++;
  paper.line('section', '来件清单');
  const header = paper.row++;
  ['序号', '填报单位', '报告期', '文件', '收到日期', '处理'].forEach((title, column) =>
    paper.put(header, column, 'header', title),
  );
  paper.put(header, 6, 'header', '说明', { across: COLUMNS.length - 6 });
  files.forEach((file, index) => {
    const at = paper.row++;
    paper.put(at, 0, 'bodyCentre', index + 1);
    paper.put(at, 1, 'body', file.unit);
    paper.put(at, 2, 'bodyCentre', file.period);
    paper.put(at, 3, 'body', file.fileName);
    paper.put(at, 4, 'bodyCentre', serialOf(file.receivedOn), date);
    paper.put(at, 5, 'bodyCentre', FATES[file.fate]);
    paper.put(at, 6, 'body', file.note, { across: COLUMNS.length - 6 });
  });
  paper.notes(['“通过”为没有强制性问题且核实性问题均已说明；“退回”须改正后重报。无法打开的文件不作为零报送。']);
  return paper.finish({ freezeColumns: 2 });
}

/** `应报5，已报4，通过1，退回2，零报送0，未报1。` Units that reported unasked are not among those that have to. */
function countsLine(units: Consolidation['units']): string {
  const expected = units.filter(({ isExpected }) => isExpected);
  const count = (state: UnitState): number => expected.filter((unit) => unit.state === state).length;
  const others = units.length - expected.length;
  const parts = STATES.filter((state) => state !== '未报' && state !== '已报').map(
    (state) => `${state}${count(state)}`,
  );
  return `应报${expected.length}，已报${expected.length - count('未报')}，${parts.join('，')}，未报${count('未报')}。${
    others > 0 ? `另有单位不在方案或不明的${others}家。` : ''
  }`;
}

function serialOf(day: string | null): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(day ?? '');
  return match ? serialOfDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
