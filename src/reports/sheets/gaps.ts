import { computeGaps, type Gap, type GapOptions } from '../../fill';
import { workbookOf } from '../../workbook';
import type { Report, ReportContext } from '../context';
import { head, madeLine, planNotes, signature, weighty } from '../paper/frame';
import { minus, ratio } from '../paper/live';
import { Paper, type HeaderColumn } from '../paper/paper';
import { FORMATS } from '../style';

const COLUMNS: readonly HeaderColumn[] = [
  { title: '序号', width: 6 },
  { title: '对象', width: 24 },
  { title: '计量单位', width: 9 },
  { title: '目标', width: 10 },
  { title: '已完成', width: 10 },
  { title: '差额', width: 15 },
  { title: '差额（万个）', width: 10 },
  { title: '完成率（%）', width: 9 },
  { title: '剩余各季需完成', width: 11 },
  { title: '基本完工（另列）', width: 10 },
  { title: '口径和说明', width: 44 },
];
const LAST = COLUMNS.length - 1;

const SECTIONS: readonly { readonly scope: Gap['scope']; readonly title: string }[] = [
  { scope: 'indicator', title: '一、按指标' },
  { scope: 'stage', title: '二、按学段（学位）' },
  { scope: 'builder', title: '三、按建设主体（学位）' },
  { scope: 'school', title: '四、按学校（学位）' },
];

/** Figures of seats stand in 个, with the gap in 万个 beside; everything else in the indicator's own unit. */
function figuresOf(gap: Gap): { readonly unit: string; readonly factor: number; readonly format: string } {
  if (gap.seats !== null) return { unit: '个', factor: gap.unit === '万个' ? 10_000 : 1, format: FORMATS.whole };
  if (gap.unit === '%') return { unit: '%', factor: 1, format: FORMATS.percentFigure };
  return {
    unit: gap.unit,
    factor: 1,
    format: gap.unit === '亩' || gap.unit === '万元' ? FORMATS.twoPlaces : FORMATS.whole,
  };
}

const times = (value: number | null, factor: number): number | null =>
  value === null ? null : Number((value * factor).toPrecision(12));

function setRow(paper: Paper, context: ReportContext, gap: Gap, index: number): void {
  const row = paper.row++;
  const { unit, factor, format } = figuresOf(gap);
  const figure = (column: number, value: number | null, shown = format) =>
    paper.put(row, column, 'number', times(value, factor), { format: shown });
  paper.put(row, 0, 'bodyCentre', index + 1);
  paper.put(row, 1, 'body', gap.name);
  paper.put(row, 2, 'bodyCentre', gap.target === null && gap.unit === '文字' ? '—' : unit);
  const target = figure(3, gap.target);
  const achieved = figure(4, gap.achieved);
  const points = gap.gapUnit === '百分点' ? '0.0"个百分点"_ ' : format;
  if (gap.gap === null) paper.put(row, 5, 'bodyCentre', '无法计算');
  else paper.put(row, 5, 'number', minus(target, achieved), { format: points });
  paper.put(row, 6, 'number', gap.seats?.tenThousands.gap ?? null, { format: '0.0000_ ' });
  paper.put(row, 7, 'number', gap.rate === null ? null : ratio(achieved, target), { format: FORMATS.percent });
  figure(8, gap.perPeriod, gap.gapUnit === '百分点' ? '0.00_ ' : gap.seats ? '0_ ' : '0.0_ ');
  figure(9, gap.nearlyDone);
  paper.put(row, LAST, 'body', remarkOf(context, gap, factor));
}

/** Why there is no figure, what the figures come from, and what else the plan says of the same target. */
function remarkOf(context: ReportContext, gap: Gap, factor: number): string {
  const { unit } = figuresOf(gap);
  const others = gap.alternatives.map(({ label, target, gap: other }) => {
    const rest = other === null ? '' : `，差额${times(other, factor)}${unit}`;
    return `按${label}目标为${times(target, factor)}${unit}${rest}`;
  });
  return [
    gap.why === null ? '' : `无法计算：${gap.why}`,
    gap.basis === '' ? '' : `取自${withoutBrackets(gap.basis)}`,
    ...others,
    ...gap.remarks.filter((remark) => !isPlanNote(context, remark)),
    weighty(context, gap.notes).join('、'),
  ]
    .filter((part) => part !== '')
    .join('；');
}

/** What stands in brackets is said once in the notes below the table. */
function withoutBrackets(basis: string): string {
  return basis.replace(/（[^（）]*）$/u, '');
}

/** `PN05 …`: the note stands in full below the table, its id is enough beside the figure. */
function isPlanNote({ plan }: ReportContext, remark: string): boolean {
  return plan.notes.some(({ id }) => remark.startsWith(`${id} `));
}

function optionsOf({ period }: ReportContext): GapOptions {
  if (!period) return {};
  return { asOf: { year: period.year, month: period.month } };
}

export const gaps: Report = {
  id: '目标差额',
  about: '各指标、学段、建设主体和学校与目标的差额、完成率和剩余各季需完成数。',
  needs: [],
  make(context) {
    const { recognition, plan } = context;
    const all = computeGaps(
      workbookOf(recognition.tables.map(({ sheet }) => sheet)),
      recognition,
      plan,
      optionsOf(context),
    );
    const paper = new Paper(
      context.sheetName('目标差额'),
      COLUMNS.map(({ width }) => width),
    );
    head(paper, context, `${context.campaign}目标差额表`, '');
    paper.tableHeader(COLUMNS);
    for (const { scope, title } of SECTIONS) {
      const own = all.filter((gap) => gap.scope === scope);
      if (own.length === 0) continue;
      paper.put(paper.row, 0, 'section', title, { across: COLUMNS.length });
      paper.row++;
      own.forEach((gap, index) => setRow(paper, context, gap, index));
    }
    paper.notes([
      '差额＝目标－已完成，负数为超出目标；百分率的差额为百分点；学位以个计，另列万个。无法计算的写明原因，不作0计。',
      '已形成学位列有数的取该列，否则按形象进度推算：已完工、投入使用计入，基本完工另列、不计入。剩余各季需完成数按报告期以后至目标年末的季度平均；报告期未明的不列。',
      ...planNotes(
        context,
        all.filter(({ scope }) => scope === 'indicator').flatMap(({ notes }) => weighty(context, notes)),
      ),
      madeLine(context),
    ]);
    signature(paper, context);
    return paper.finish({ freezeColumns: 2, keys: [1] });
  },
};
