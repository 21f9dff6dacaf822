import { baselineLine } from '../../fill';
import type { ReportContext, Reporters } from '../context';
import { STYLES } from '../style';
import type { Paper } from './paper';
import { textUnits } from './text-fit';
import { writtenDay } from './written-day';

/** `方案未列示`: stands where the plan is silent, as against a blank, where the unit is. */
export const NOT_IN_PLAN = '方案未列示';

/** More units than this are not all named in the line. */
const MOST_UNITS = 5;

/** `袁州区、宜阳新区（2个单位汇总，另1份材料未写明单位）` */
function reportersText({ units, unnamed }: Reporters): string {
  const names = units.slice(0, MOST_UNITS).join('、') + (units.length > MOST_UNITS ? '等' : '');
  const facts = [...(units.length > 1 ? [`${units.length}个单位汇总`] : []), ...unnamedText(unnamed)];
  return `${names}（${facts.join('，')}）`;
}

function unnamedText(count: number): readonly string[] {
  return count > 0 ? [`另${count}份材料未写明单位`] : [];
}

/** `填报单位：袁州区`; of several units' workbooks their names; of a consolidation `汇总单位：市本级（应报5家，已汇总4家）`. */
export function senderLine({ unit, reporters, consolidates }: ReportContext): string {
  if (!consolidates) {
    if (unit === '' && reporters) return `填报单位：${reportersText(reporters)}`;
    return `填报单位：${unit === '' ? '____________' : unit}`;
  }
  const { by, counted, missing, uncounted, unnamed } = consolidates;
  const expected = counted.length + missing.length + uncounted.length;
  const facts = [`应报${expected}家`, `已汇总${counted.length}家`, ...unnamedText(unnamed)];
  return `汇总单位：${by}（${facts.join('，')}）`;
}

/** Annex number (`附件1`, where the sheet is one), title, period, reporting unit and unit of measure: the head of a report. */
export function head(paper: Paper, context: ReportContext, title: string, units: string, annex?: string): void {
  if (annex !== undefined) paper.line('annexNumber', annex);
  paper.line('title', title);
  paper.line('period', context.period ? `（${context.period.text}）` : '（报告期：\u3000\u3000年\u3000\u3000月）');
  paper.ends(senderLine(context), units === '' ? '' : `单位：${units}`);
}

/** The line that is signed, with what the workbook already says. */
export function signature(paper: Paper, context: ReportContext): void {
  const open = (text: string, width: number): string => (text === '' ? '\u3000'.repeat(width) : text);
  const parts = [
    `填报人：${open(context.formLine('preparedBy'), 4)}`,
    `联系电话：${open(context.formLine('phone'), 5)}`,
    `审核人：${open(context.formLine('reviewedBy'), 4)}`,
    `单位负责人：${open(context.formLine('head'), 4)}`,
    `填报日期：${open(context.formLine('reportedOn'), 0) || '\u3000\u3000年\u3000月\u3000日'}`,
  ];
  paper.height(paper.row, 26);
  paper.line('signature', parts.join('\u3000'.repeat(gapBetween(parts, paper.width))));
}

/** Wide blanks between the parts, so that the line spreads over the page; 2 at least, 10 at most. */
function gapBetween(parts: readonly string[], width: number): number {
  const { size } = STYLES.signature;
  const room = width * 0.97 - textUnits(parts.join(''), size);
  const blank = textUnits('\u3000', size);
  return Math.min(10, Math.max(2, Math.floor(room / blank / (parts.length - 1))));
}

/**
 * Notes of the plan as one line below a table: `方案自身的差异和缺项：PN01 分学段学校数之和为40所，正文总数为39所。PN02 …`. Only what the
 * ids name, in the plan's order; no line where nothing is named.
 */
export function planNotes(context: ReportContext, ids: Iterable<string>): readonly string[] {
  const wanted = new Set(ids);
  const texts = context.plan.notes.filter((note) => wanted.has(note.id)).map((note) => `${note.id} ${note.text}`);
  return texts.length === 0 ? [] : [`方案自身的差异和缺项：${texts.join('')}`];
}

/** Ids among `ids` of notes where the plan disagrees with itself or is silent. */
export function weighty(context: ReportContext, ids: readonly string[]): readonly string[] {
  const kinds = new Map(context.plan.notes.map((note) => [note.id, note.kind]));
  return ids.filter((id) => kinds.get(id) === 'contradiction' || kinds.get(id) === 'gap');
}

/** When and from what the sheet was made. */
export function madeLine(context: ReportContext): string {
  const basis = baselineLine(context.plan);
  return `制表日期：${writtenDay(context.madeOn)}。${basis === null ? '' : `方案数取自登记的方案基准（${basis}）。`}表中数字为公式的，随项目进度台账等数据表变动；文字说明以制表日期为准。`;
}
