import type { Report, ReportContext } from '../context';
import { DONE, UNDER_WAY } from '../facts/progress';
import { annexFigure, foreignParts, inUnits, schoolsOf, stageRows, targetOf, type StageRow } from '../facts/stage-rows';
import { head, madeLine, NOT_IN_PLAN, planNotes, signature, weighty } from '../paper/frame';
import { addUp, countRows, isNumber, ratio, sumRows, type Live } from '../paper/live';
import { Paper, type HeaderColumn, type Ink } from '../paper/paper';
import { FORMATS } from '../style';
import { SCHOOL_MEASURES } from '../../plan';
import { seatsByProgress, SEATS_BY_PROGRESS_WIDTHS } from './chart-seats';
import { countProgress, KIND_NAMES, ledgerData } from './ledger';

const COLUMNS: readonly HeaderColumn[] = [
  { title: '学段', width: 17 },
  { group: '学校数（所）', title: '方案正文', width: 10.5 },
  { group: '学校数（所）', title: '附件2', width: 10.5 },
  { group: '学校数（所）', title: '已上报', width: 8.5 },
  { group: '班数（个）', title: '规划', width: 10.5 },
  { group: '班数（个）', title: '已上报', width: 8.5 },
  { group: '学位（个）', title: '正文（折合）', width: 10.5 },
  { group: '学位（个）', title: '附件2', width: 10.5 },
  { group: '学位（个）', title: '上报规划', width: 8.5 },
  { group: '学位（个）', title: '已形成', width: 8.5 },
  { group: '用地（亩）', title: '规划', width: 10.5 },
  { group: '用地（亩）', title: '已供', width: 9.5 },
  { title: '已完工（所）', width: 8 },
  { title: '在建（所）', width: 8 },
  { title: '未开工（所）', width: 8 },
  { title: '完成率（%）', width: 8.5 },
  { title: '差异说明', width: 28 },
];
/** Columns by their place above. */
const TEXT_SCHOOLS = 1;
const TEXT_SEATS = 6;
const RATE = 15;
const REMARK = 16;

const FORMAT_OF = (column: number): string => (column === 10 || column === 11 ? FORMATS.twoPlaces : FORMATS.whole);

function planInk(value: number | null): Ink {
  return value ?? NOT_IN_PLAN;
}

/** Puts a figure, or the words 方案未列示 in its place, in the middle and wrapped. */
function putPlan(paper: Paper, row: number, column: number, value: number | null, isBold = false): Live {
  const role = isBold ? 'total' : value === null ? 'bodyCentre' : 'number';
  return paper.put(
    row,
    column,
    role,
    planInk(value),
    value === null ? { align: 'centre' } : { format: FORMAT_OF(column) },
  );
}

/** Reported figures of a row, column by column. */
function reported(context: ReportContext, row: StageRow | null): ReadonlyMap<number, Live> {
  const data = ledgerData(context);
  const where = row ? { stage: row.stage.name, ...(row.kind ? { kind: KIND_NAMES[row.kind] } : {}) } : {};
  return new Map([
    [3, countRows(data, 'sequence', where)],
    [5, sumRows(data, 'classes', where)],
    [8, sumRows(data, 'seats', where)],
    [9, sumRows(data, 'formedSeats', where)],
    [11, sumRows(data, 'suppliedLand', where)],
    [12, countProgress(data, DONE, where)],
    [13, countProgress(data, UNDER_WAY, where)],
    [14, countProgress(data, ['未开工'], where)],
  ]);
}

function putReported(paper: Paper, context: ReportContext, at: number, row: StageRow | null): void {
  const role = row ? 'number' : 'total';
  const cells = new Map<number, Live>();
  for (const [column, figure] of reported(context, row)) {
    cells.set(column, paper.put(at, column, role, figure, { format: FORMAT_OF(column) }));
  }
  const done = cells.get(12);
  const all = cells.get(3);
  if (done && all) paper.put(at, RATE, role, ratio(done, all), { format: FORMATS.percent });
}

/** Where text and annex 2 differ, with the ids of the plan's own notes. */
function differences(context: ReportContext, row: StageRow): string {
  const { plan } = context;
  const parts: string[] = [];
  const compare = (what: string, unit: string, text: number | null, annex: number | null, notes: readonly string[]) => {
    if (text === null || annex === null || text === annex) return;
    const ids = notes.length > 0 ? `（${notes.join('、')}）` : '';
    parts.push(`${what}附件2比正文${annex > text ? '多' : '少'}${Math.abs(annex - text)}${unit}${ids}`);
  };
  const schools = targetOf(plan, 'schools', row);
  const seats = targetOf(plan, 'seats', row);
  compare('学校', '所', inUnits(schools), schoolsOf(plan, row.stage, row.kind).length, schools?.notes ?? []);
  compare('学位', '个', inUnits(seats), annexFigure(plan, row, 'plannedSeats'), seats?.notes ?? []);
  return parts.join('；');
}

function setStages(paper: Paper, context: ReportContext): void {
  const { plan } = context;
  const textCells = { schools: new Map<string, Live[]>(), seats: new Map<string, Live[]>() };
  const annexCells = new Map<number, Live[]>();
  const parents: { readonly row: StageRow; readonly at: number }[] = [];
  for (const row of stageRows(plan)) {
    const at = paper.row++;
    paper.put(at, 0, 'body', row.kind ? `\u3000其中：${KIND_NAMES[row.kind]}` : row.stage.name);
    const hasKinds = row.kind === null && schoolsOf(plan, row.stage, null).some(({ kind }) => kind !== null);
    for (const [what, column] of [
      ['schools', TEXT_SCHOOLS],
      ['seats', TEXT_SEATS],
    ] as const) {
      const value = inUnits(targetOf(plan, what, row));
      if (hasKinds && value === null) continue;
      const cell = putPlan(paper, at, column, value);
      const cells = textCells[what].get(row.stage.id) ?? [];
      if (row.kind) textCells[what].set(row.stage.id, [...cells, cell]);
    }
    if (hasKinds) parents.push({ row, at });
    const annex = [
      [2, schoolsOf(plan, row.stage, row.kind).length],
      ...SCHOOL_MEASURES.map((measure, i) => [[4, 7, 10][i] ?? 0, annexFigure(plan, row, measure)] as const),
    ] as const;
    for (const [column, value] of annex) {
      const cell = putPlan(paper, at, column, value);
      if (!row.kind) annexCells.set(column, [...(annexCells.get(column) ?? []), cell]);
    }
    putReported(paper, context, at, row);
    paper.put(at, REMARK, 'body', differences(context, row));
    if (row.kind === null) setForeignParts(paper, context, row);
  }
  // A stage whose target the text gives by kinds only: the kinds' sum.
  for (const { row, at } of parents) {
    for (const [what, column] of [
      ['schools', TEXT_SCHOOLS],
      ['seats', TEXT_SEATS],
    ] as const) {
      if (targetOf(plan, what, row)) continue;
      paper.put(at, column, 'number', addUp(textCells[what].get(row.stage.id) ?? []), { format: FORMATS.whole });
    }
  }
  setUnknownStage(paper, context);
  setTotal(paper, context, annexCells);
}

/** 其中 lines for seats that belong to another stage by their nature; plan figures only. */
function setForeignParts(paper: Paper, context: ReportContext, row: StageRow): void {
  for (const part of foreignParts(context.plan, row.stage)) {
    const at = paper.row++;
    for (let column = 0; column < COLUMNS.length; column++) {
      if (![0, 4, 7, REMARK].includes(column)) paper.put(at, column, 'number', null);
    }
    paper.put(at, 0, 'body', `\u3000其中：${part.stage.name}部`);
    paper.put(at, 4, 'number', part.classes, { format: FORMATS.whole });
    paper.put(at, 7, 'number', part.seats, { format: FORMATS.whole });
    const notes = part.school.notes.length > 0 ? `（${part.school.notes.join('、')}）` : '';
    paper.put(at, REMARK, 'body', `${part.school.name ?? ''}的${part.stage.name}部，计在${row.stage.name}段${notes}`);
  }
}

/** Reported rows under no stage of the plan, so that the total still adds up; only where there are any. */
function setUnknownStage(paper: Paper, context: ReportContext): void {
  const names = new Set(context.plan.stages.map((stage) => stage.name));
  const others = [...new Set(context.projects.map((project) => project.stage))].filter((name) => !names.has(name));
  const data = ledgerData(context);
  for (const name of others) {
    const at = paper.row++;
    const where = { stage: name };
    for (let column = 0; column < COLUMNS.length; column++) {
      if (![0, 3, 5, 8, 9].includes(column)) paper.put(at, column, 'number', null);
    }
    paper.put(at, 0, 'body', name);
    paper.put(at, 3, 'number', countRows(data, 'sequence', where), { format: FORMATS.whole });
    paper.put(at, 5, 'number', sumRows(data, 'classes', where), { format: FORMATS.whole });
    paper.put(at, 8, 'number', sumRows(data, 'seats', where), { format: FORMATS.whole });
    paper.put(at, 9, 'number', sumRows(data, 'formedSeats', where), { format: FORMATS.whole });
  }
}

function setTotal(paper: Paper, context: ReportContext, annexCells: ReadonlyMap<number, readonly Live[]>): void {
  const { plan } = context;
  const at = paper.row++;
  paper.put(at, 0, 'total', '合计', { align: 'centre' });
  const remarks: string[] = [];
  const text = [
    [TEXT_SCHOOLS, targetOf(plan, 'schools', null)],
    [TEXT_SEATS, targetOf(plan, 'seats', null)],
  ] as const;
  for (const [column, target] of text) {
    putPlan(paper, at, column, inUnits(target), true);
    const stated = target ? weighty(context, target.notes) : [];
    if (stated.length > 0)
      remarks.push(`正文${column === TEXT_SCHOOLS ? '所数' : '学位'}与分项之和不等（${stated.join('、')}）`);
  }
  for (const [column, cells] of annexCells) {
    paper.put(at, column, 'total', addUp(cells), { format: FORMAT_OF(column) });
    if (cells.some((cell) => !isNumber(cell.value)) && cells.some((cell) => isNumber(cell.value)))
      remarks.push(`${column === 4 ? '班数' : column === 10 ? '用地' : '学位'}合计不含方案未列示的学段`);
  }
  putReported(paper, context, at, null);
  paper.put(at, REMARK, 'body', remarks.join('；'));
}

export const byStage: Report = {
  id: '分学段汇总',
  about: '各学段的学校、班数、学位、用地：方案正文、附件2与上报数并列，差额单列。',
  needs: ['项目进度台账'],
  make(context) {
    const widths = [...COLUMNS.map((column) => column.width), ...SEATS_BY_PROGRESS_WIDTHS];
    const paper = new Paper(context.sheetName('分学段汇总'), widths, COLUMNS.length);
    head(paper, context, '分学段学校建设情况汇总表', '所、个、亩');
    paper.tableHeader(COLUMNS);
    setStages(paper, context);
    const used = context.plan.stages.flatMap((stage) => stage.notes);
    const targets = context.plan.indicators.filter(({ measures }) => measures).flatMap((indicator) => indicator.notes);
    paper.notes([
      '完成率＝已完工（含投入使用）所数÷已上报所数；在建含基本完工。方案正文与附件2并列，互不取代。',
      ...planNotes(context, weighty(context, [...used, ...targets])),
      madeLine(context),
    ]);
    signature(paper, context);
    seatsByProgress(paper, context, COLUMNS.length);
    return paper.finish({ freezeColumns: 1, keys: [0] });
  },
};
