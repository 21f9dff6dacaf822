import type { Report, ReportContext } from '../context';
import { isDone, PROGRESS, progressClass, progressFormula, type Progress } from '../facts/progress';
import { uncountedCells, type Project } from '../facts/projects';
import type { Taken } from '../facts/taken';
import { head, signature } from '../paper/frame';
import { BLANK, countAmong, quoted, sumOfColumn, type DataSheet, type Live, type Where } from '../paper/live';
import { Paper, type HeaderColumn } from '../paper/paper';
import { dayInWords, writtenDay } from '../paper/written-day';
import { FORMATS } from '../style';
import { cellName, columnName, type CellRole } from '../../workbook';

type Key =
  | 'sequence' | 'stage' | 'school' | 'builder' | 'classes' | 'seats' | 'land' | 'buildKind' | 'status' | 'startedOn'
  | 'plannedCompletion' | 'completedOn' | 'invested' | 'formedSeats' | 'remark' | 'progressNote' | 'problem'
  | 'lagging' | 'updatedOn' | 'kind' | 'progress' | 'suppliedLand' | 'from'; // prettier-ignore
export type LedgerData = DataSheet<Key>;

type Column = HeaderColumn & { readonly key: Key; readonly format?: string; readonly role?: CellRole };

/** The columns in their order; those after 更新日期 serve counting only and are not printed. */
const COLUMNS: readonly Column[] = [
  { key: 'sequence', title: '序号', width: 5, role: 'bodyCentre' },
  { key: 'stage', title: '学段', width: 9 },
  { key: 'school', title: '学校名称', width: 24 },
  { key: 'builder', title: '建设主体', width: 9.5, role: 'bodyCentre' },
  { key: 'classes', title: '规划班数（个）', width: 7.5, format: FORMATS.whole },
  { key: 'seats', title: '规划学位（个）', width: 7.5, format: FORMATS.whole },
  { key: 'land', title: '规划用地（亩）', width: 8, format: FORMATS.twoPlaces },
  { key: 'buildKind', title: '建设性质', width: 7, role: 'bodyCentre' },
  { key: 'status', title: '项目状态', width: 9.5, role: 'bodyCentre' },
  { key: 'startedOn', title: '开工日期', width: 11.5, format: FORMATS.date, role: 'bodyCentre' },
  { key: 'plannedCompletion', title: '计划完工', width: 11.5, format: FORMATS.date, role: 'bodyCentre' },
  { key: 'completedOn', title: '实际完工', width: 11.5, format: FORMATS.date, role: 'bodyCentre' },
  { key: 'invested', title: '累计投资（万元）', width: 10, format: FORMATS.twoPlaces },
  { key: 'formedSeats', title: '已形成学位（个）', width: 8, format: FORMATS.whole },
  { key: 'remark', title: '方案备注', width: 16 },
  { key: 'progressNote', title: '本期进展', width: 16 },
  { key: 'problem', title: '存在问题', width: 13 },
  { key: 'lagging', title: '是否滞后', width: 6, role: 'bodyCentre' },
  { key: 'updatedOn', title: '更新日期', width: 11.5, format: FORMATS.date, role: 'bodyCentre' },
  { key: 'kind', title: '学段细类（统计用）', width: 10 },
  { key: 'progress', title: '进度归类（统计用）', width: 10 },
  { key: 'suppliedLand', title: '已供用地（亩）', width: 10, format: FORMATS.twoPlaces },
  { key: 'from', title: '数据来源', width: 16 },
];
const PRINTED = 19;
/** Title, period, unit line, header: the first project stands on the fifth row. */
const FIRST_ROW = 4;
const CUT_OFF_ROW = 2;

const columnOf = (key: Key): number => COLUMNS.findIndex((column) => column.key === key);
const COLUMN_OF = Object.fromEntries(COLUMNS.map((column, i) => [column.key, i])) as Record<Key, number>;

export const KIND_NAMES = { vocational: '中职', generalHigh: '普通高中' } as const;

const REPORTED_LAGGING = /^(?:是|√|y|有|已|严重)?(?:滞后|逾期|超期)?$/iu;

function isReportedLagging(project: Project): boolean {
  const text = String(project.isLagging.value ?? '').trim();
  return text !== '' && REPORTED_LAGGING.test(text);
}

function isLate(project: Project, cutOff: number): boolean {
  const due = project.plannedCompletion.value;
  return (
    typeof due === 'number' && due < cutOff && project.completedOn.value === null && !isDone(progressClass(project))
  );
}

const known = new WeakMap<ReportContext, LedgerData>();

/** Rows of the ledger as the other reports count them; read once for a set of reports. */
export function ledgerData(context: ReportContext): LedgerData {
  const data = known.get(context) ?? readLedger(context);
  known.set(context, data);
  return data;
}

function readLedger(context: ReportContext): LedgerData {
  return {
    sheet: context.sheetName('项目进度台账'),
    first: FIRST_ROW,
    columns: COLUMN_OF,
    rows: context.projects.map((project, i) => ({
      sequence: i + 1,
      stage: project.stage,
      school: project.school.value,
      builder: project.builder.value,
      classes: project.classes.value,
      seats: project.seats.value,
      land: project.land.value,
      buildKind: project.buildKind.value,
      status: project.status.value,
      startedOn: project.startedOn.value,
      plannedCompletion: project.plannedCompletion.value,
      completedOn: project.completedOn.value,
      invested: project.invested.value,
      formedSeats: project.formedSeats.value,
      remark: project.remark.value,
      progressNote: project.progressNote.value,
      problem: project.problem.value,
      lagging: isReportedLagging(project) || isLate(project, context.cutOff) ? '滞后' : BLANK,
      updatedOn: project.updatedOn.value,
      kind: project.kind === null ? BLANK : KIND_NAMES[project.kind],
      progress: progressClass(project),
      suppliedLand: project.suppliedLand.value,
      from: project.school.from,
    })),
  };
}

/** How many projects are of these classes; blank where no project can be classed: then nobody knows. */
export function countProgress(data: LedgerData, classes: readonly Progress[], where: Where<Key>): Live {
  return countAmong(data, 'progress', classes, PROGRESS, where);
}

/** The datum behind a column; `null` for what the ledger itself says of a row. */
function datumOf(project: Project, key: Key): Taken | null {
  switch (key) {
    case 'sequence':
    case 'stage':
    case 'kind':
    case 'progress':
    case 'lagging':
    case 'from':
      return null;
    default:
      return project[key];
  }
}

/** A row's own figures: taken over, or told by a formula from the row's other cells. */
function setRow(paper: Paper, context: ReportContext, data: LedgerData, index: number): void {
  const project = context.projects[index];
  const values = data.rows[index];
  if (!project || !values) return;
  const row = FIRST_ROW + index;
  for (const [column, { key, format, role }] of COLUMNS.entries()) {
    const datum = datumOf(project, key);
    const own = datum?.format ?? format;
    const isFigure = format !== undefined && role === undefined;
    const ink =
      key === 'progress'
        ? {
            value: values.progress ?? BLANK,
            formula: progressFormula(
              {
                status: cellName(row, columnOf('status')),
                progressNote: cellName(row, columnOf('progressNote')),
                remark: cellName(row, columnOf('remark')),
              },
              project,
            ),
          }
        : key === 'lagging'
          ? laggingInk(project, row, values.lagging === '滞后')
          : datum
            ? context.ink(datum)
            : values[key];
    paper.put(row, column, role ?? (isFigure ? 'number' : 'body'), ink, { format: own });
  }
}

/** What a unit reports as lagging is lagging; else the planned day, the day of completion and the status decide. */
function laggingInk(project: Project, row: number, isLagging: boolean): Live | string {
  if (isReportedLagging(project)) return '滞后';
  const at = (key: Key): string => cellName(row, columnOf(key));
  const cutOff = `$${columnName(columnOf('progress'))}$${CUT_OFF_ROW + 1}`;
  const due = at('plannedCompletion');
  const open = ['已完工', '投入使用'].map((word) => `${at('progress')}<>${quoted(word)}`).join(',');
  const test = `AND(ISNUMBER(${due}),${due}<${cutOff},${at('completedOn')}="",${open})`;
  return { value: isLagging ? '滞后' : BLANK, formula: `IF(${test},"滞后","")` };
}

function setTotal(paper: Paper, data: LedgerData): void {
  const last = FIRST_ROW + Math.max(data.rows.length, 1) - 1;
  const totals: readonly Key[] = ['classes', 'seats', 'land', 'invested', 'formedSeats'];
  for (const [column, { key, format }] of COLUMNS.slice(0, PRINTED).entries()) {
    if (column < 4) continue;
    const isTotal = totals.includes(key);
    const values = data.rows.map((row) => row[key]);
    const ink = isTotal ? sumOfColumn(FIRST_ROW, last, column, values) : null;
    paper.put(paper.row, column, 'total', ink, isTotal ? { format } : {});
  }
  paper.put(paper.row, 0, 'total', '合计', { across: 4, align: 'centre' });
  paper.row++;
}

function notesOf(context: ReportContext): readonly string[] {
  const { projects, plan } = context;
  const lines = [`截至${dayInWords(context.cutOff)}，计划完工日期已过而未完工的，或单位自报滞后的，标“滞后”。`];
  const reported = new Set(projects.map((project) => project.planId).filter((id) => id !== null));
  if (context.recognition.purpose !== 'submission' && projects.length > 0) {
    const missing = plan.schools.filter((school) => school.name !== null && !reported.has(school.id));
    const names = missing.map((school) => school.name).join('、');
    lines.push(
      `方案附件2列${plan.schools.length}个项目，本表${projects.length}个${names === '' ? '。' : `；按名称未见：${names}。`}`,
    );
  }
  if (projects.some(({ hasStatus }) => !hasStatus))
    lines.push('没有项目状态列的表，进度按本期进展、备注中的文字归类（见右侧“进度归类”），文字未说明的不归类。');
  if (projects.length === 0) lines.push('未见可识别的学校项目表，本表为空。');
  const uncounted = uncountedCells(projects);
  if (uncounted.length > 0) {
    const shown = uncounted.slice(0, 10).join('、') + (uncounted.length > 10 ? '等' : '');
    lines.push(`有${uncounted.length}格不是可计算的数字或日期，照原样列出，未计入合计：${shown}。`);
  }
  lines.push(`制表日期：${writtenDay(context.madeOn)}。空格为单位未填，不作0计。`);
  return lines;
}

export const ledger: Report = {
  id: '项目进度台账',
  about: '一校一行：规划、状态、日期、投资、学位、进展，其他汇总表由此计算。',
  needs: [],
  make(context) {
    const data = ledgerData(context);
    const paper = new Paper(
      data.sheet,
      COLUMNS.map((column) => column.width),
      PRINTED,
    );
    head(paper, context, `${context.area}学校建设项目进度台账`, '个、亩、万元');
    paper.put(CUT_OFF_ROW, columnOf('kind'), 'unitLine', '统计截止日期');
    paper.put(CUT_OFF_ROW, columnOf('progress'), 'input', context.cutOff, { format: FORMATS.date });
    paper.tableHeader(COLUMNS);
    data.rows.forEach((_, index) => setRow(paper, context, data, index));
    if (data.rows.length === 0) COLUMNS.forEach((_, column) => paper.put(FIRST_ROW, column, 'body', null));
    paper.row = FIRST_ROW + Math.max(data.rows.length, 1);
    const lastColumn = columnName(columnOf('lagging'));
    paper.emphasise({
      area: { top: FIRST_ROW, left: 0, bottom: paper.row - 1, right: PRINTED - 1 },
      formula: `=$${lastColumn}${FIRST_ROW + 1}="滞后"`,
      bold: true,
    });
    setTotal(paper, data);
    paper.notes(notesOf(context));
    signature(paper, context);
    return paper.finish({ freezeColumns: 3, keys: [columnOf('stage'), columnOf('school')] });
  },
};
