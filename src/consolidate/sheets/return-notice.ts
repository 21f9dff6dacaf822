import { Paper } from '../../reports/paper/paper';
import { generatedPart, PARTS, type SheetSpec, type WorkbookSpec } from '../../workbook';
import type { CarriedFinding, Consolidation, ManyFinding, Submission, UnitStatus } from '../types';
import { LEVEL_WORDS } from './lists';

const COLUMNS = [
  { title: '序号', width: 5.5 },
  { title: '级别', width: 8 },
  { title: '规则', width: 7 },
  { title: '单元格', width: 18 },
  { title: '学校或项目', width: 20 },
  { title: '问题', width: 46 },
  { title: '填报值', width: 12 },
  { title: '应为或参考', width: 14 },
  { title: '建议', width: 28 },
  { title: '审核说明', width: 20 },
];

/** Units that must mend or explain something: one notice each, ready to send. */
export function returnNotices(consolidation: Consolidation): readonly SheetSpec[] {
  const used = new Set<string>();
  return consolidation.units.filter(needsNotice).map((unit) => noticeSheet(unit, consolidation, used));
}

/** One unit's notice as a workbook of its own; `null` where it has nothing to mend. */
export function returnNotice(consolidation: Consolidation, unit: string): WorkbookSpec | null {
  const status = consolidation.units.find((one) => one.unit === unit);
  if (!status || !needsNotice(status)) return null;
  const sheet = noticeSheet(status, consolidation, new Set());
  return { sheets: [sheet], parts: { [PARTS.generated]: generatedPart([sheet.name]) } };
}

function needsNotice({ state, reason }: UnitStatus): boolean {
  return state === '退回' || (state === '已报' && reason !== '');
}

function noticeSheet(unit: UnitStatus, consolidation: Consolidation, used: Set<string>): SheetSpec {
  const { standing, findings, asOf, period } = consolidation;
  const own = standing.filter(
    ({ fileName }) => unit.files.includes(fileName) && unitIs(unit.unit, consolidation, fileName),
  );
  // What the unit's own audit says already is not said twice.
  const said = new Set(own.flatMap((one) => one.findings.map(({ rule, subject }) => `${rule}|${subject}`)));
  const shared = findings.filter(
    ({ units, level, rule, subject }) =>
      units.includes(unit.unit) && level !== 'info' && !said.has(`${rule}|${subject}`),
  );
  const paper = new Paper(
    sheetName(unit.unit, used),
    COLUMNS.map(({ width }) => width),
  );
  paper.line('title', unit.state === '退回' ? '报表退回通知' : '报表核实通知');
  paper.line('period', period === null ? '' : `（${period}）`);
  paper.ends(`${unit.unit}：`, `日期：${asOf}`);
  paper.line('paragraph', openingText(unit));
  paper.tableHeader(COLUMNS);
  let sequence = 0;
  const put = (cells: readonly (string | number | null)[]): void => {
    const at = paper.row++;
    [++sequence, ...cells].forEach((value, column) =>
      paper.put(at, column, column === 0 ? 'bodyCentre' : 'body', value),
    );
  };
  for (const submission of own) {
    for (const finding of submission.findings.filter(({ level }) => level !== 'info')) {
      const at = placeText(finding);
      const place = own.length > 1 ? `${submission.fileName}\n${at}` : at;
      put([
        LEVEL_WORDS[finding.level],
        finding.rule,
        place,
        finding.subject,
        finding.text,
        finding.found,
        finding.expected,
        finding.advice,
        finding.explanation && !finding.explanation.isVoid ? finding.explanation.text : null,
      ]);
    }
  }
  for (const finding of shared) put(sharedCells(finding, unit.unit));
  if (sequence === 0) paper.line('body', unit.reason === '' ? '没有逐项问题。' : unit.reason);
  paper.notes(notesOf(own));
  return paper.finish();
}

function openingText({ files, reason, state }: UnitStatus): string {
  const named = files.length === 0 ? '你单位报送的文件' : `你单位报送的${files.join('、')}`;
  const asked = state === '退回' ? '现予退回，请改正后重新报送' : '请逐项改正或填写审核说明后重新报送';
  return `${named}：${reason}${asked}。`;
}

function sharedCells(finding: ManyFinding, unit: string): readonly (string | null)[] {
  const places = finding.origins.filter((origin) => origin.unit === unit && origin.cell !== '');
  return [
    LEVEL_WORDS[finding.level],
    finding.rule,
    places
      .slice(0, 10)
      .map(({ sheet, cell }) => `${sheet}!${cell}`)
      .join('\n') || '汇总',
    finding.subject,
    finding.text,
    finding.found,
    finding.expected,
    finding.advice,
    null,
  ];
}

function notesOf(own: readonly Submission[]): readonly string[] {
  const more = own.reduce((sum, { moreFindings }) => sum + moreFindings, 0);
  return [
    '强制性问题必须改正；核实性问题须改正，或在工作簿中填写审核说明。',
    ...(more > 0 ? [`另有${more}项未列出，请改正以上各项后用本程序自审。`] : []),
  ];
}

function placeText({ sheet, cell }: CarriedFinding): string {
  return sheet === null ? '整个工作簿' : cell === null ? sheet : `${sheet}!${cell}`;
}

/** A file of this name that came from this unit: two units may use the same name. */
function unitIs(unit: string, { files }: Consolidation, fileName: string): boolean {
  return files.some((file) => file.unit === unit && file.fileName === fileName && file.fate === 'standing');
}

/** `退回_袁州区`, legal and unlike all others. */
function sheetName(unit: string, used: Set<string>): string {
  const base = `退回_${unit}`.replace(/[[\]:*?/\\\p{Cc}']/gu, '_');
  let name = base.slice(0, 31);
  for (let n = 2; used.has(name.toLowerCase()); n++) name = `${base.slice(0, 27)}(${n})`;
  used.add(name.toLowerCase());
  return name;
}
