import { sinceBefore } from '../investment';
import { cellsInRow } from '../leaning';
import { isBeyondLimit } from '../limits';
import { cellPlace } from '../places';
import { sameSum, shown } from '../precision';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { slipBetween, slipWords, type Slip } from '../slips';
import type { AuditContext } from '../context';
import type { SectionFigures } from '../sums';
import type { TableView } from '../views/table-view';

interface Suspect {
  readonly row: number;
  readonly right: number;
  readonly slip: Slip;
}

/** 数量级或数字颠倒: one row whose slip of the fingers explains exactly what a subtotal is short of. */
export const rowSlip = defineRule({
  ids: ['A16'],
  name: 'row-slip',
  level: 'error',
  group: 'arithmetic',
  stage: 'slip',
  tables: ['schools', 'funds'],
  title: '疑似笔误（多零、少零、数字颠倒、单位混用）',
  protects: '小计不符时先找笔误的那一行，而不是去改小计。',
  fixable: 'choice',
  source: '小计减其余各行',
  whenToExplain: '',
  messages: {
    slip: (d: { name: string; field: string; found: string; expected: string; hint: string; whole: string }) =>
      `${d.name}${d.field}为 ${d.found}，按${d.whole}减其余各行应为 ${d.expected}，${d.hint}。`,
  },
  advice: { slip: '核对原始资料，改正这一格。' },
  *check(context, report) {
    for (const view of context.tables) {
      // A summary's own cells are told by the lists that it sums up.
      if (view.kind === 'summary' && context.tablesOf('schools').length > 0) continue;
      const sections = [...context.figures(view)];
      for (const figures of [...sections, ...wholeTables(view, sections)]) {
        const suspect = suspectOf(context, view, figures);
        if (!suspect) continue;
        const { field, column, factor } = figures.column;
        const found = shown(figures.numbers.value(suspect.row) / factor);
        const expected = shown(suspect.right / factor);
        const whole = figures.statedRow === view.table.totalRow ? '合计' : '小计';
        yield report(
          'slip',
          {
            name: view.name(suspect.row),
            field: figures.numbers.title,
            found,
            expected,
            hint: slipWords(suspect.slip),
            whole,
          },
          cellPlace(view, suspect.row, field),
          {
            found,
            expected,
            causes: { corrected: [suspect.right] },
            leansOn: [
              cellsInRow(view.sheet, suspect.row, [column]),
              // A row too many or under the wrong heading explains the difference better than a slip.
              {
                sheet: view.sheet.name,
                columns: [column],
                has: (row) => figures.section.rows.includes(row),
                explainedBy: () => false,
              },
            ],
            repair: () => chooseValue(view, suspect.row, column, [Number(expected)], '按小计推算改正'),
          },
        );
      }
    }
  },
});

/** A table without subtotals, as one section under its total. */
function wholeTables(view: TableView, sections: readonly SectionFigures[]): readonly SectionFigures[] {
  const { totalRow } = view.table;
  if (totalRow === null) return [];
  return view.summables().flatMap((column) => {
    const own = sections.filter((each) => each.column === column);
    const numbers = view.numbers(column.field);
    const first = own[0];
    if (!first || !numbers?.isNumber(totalRow) || own.some((each) => each.statedRow !== null)) return [];
    const add = (value: (each: SectionFigures) => number): number => own.reduce((sum, each) => sum + value(each), 0);
    return [
      {
        ...first,
        section: { ...first.section, rows: own.flatMap((each) => each.section.rows) },
        sum: add((each) => each.sum),
        plainSum: add((each) => each.plainSum),
        blanks: own.flatMap((each) => each.blanks),
        texts: own.flatMap((each) => each.texts),
        statedRow: totalRow,
        stated: numbers.value(totalRow),
      },
    ];
  });
}

function suspectOf(context: AuditContext, view: TableView, figures: SectionFigures): Suspect | null {
  const { stated, sum, blanks, numbers, section, texts, plainSum } = figures;
  if (figures.statedRow === null || blanks.length > 0 || sameSum(stated, sum) || section.rows.length > 2000)
    return null;
  if (texts.length > 0 && sameSum(stated, plainSum)) return null;
  // A subtotal that is itself a slip of the right sum is the one to change.
  const own = slipBetween(stated, sum);
  const suspects: Suspect[] = [];
  for (const row of section.rows) {
    const value = numbers.value(row);
    const right = value + stated - sum;
    if (!(right > 0) || isBeyondLimit(view, row, figures.column.field, right)) continue;
    const slip = slipBetween(value, right);
    if (slip !== null && slip !== 'digit' && slip !== 'repeated') suspects.push({ row, right, slip });
  }
  const [only, ...others] = suspects;
  if (!only || others.length > 0) return null;
  if (isConfirmed(context, view, figures, only.row) || leavesOut(figures, only.row)) return null;
  // What only comes near in another unit says less than a slip of the sum itself.
  if (only.slip === 'area' && own !== null) return null;
  if (only.slip === 'transposed') {
    const vote = totalVote(view, context.figures(view), figures);
    if (vote === 'rows' || (vote === null && own !== null)) return null;
  }
  return only;
}

/** Does the total side with the stated subtotal or with the rows? */
function totalVote(
  view: TableView,
  all: readonly SectionFigures[],
  figures: SectionFigures,
): 'subtotal' | 'rows' | null {
  const { totalRow } = view.table;
  if (totalRow === null || totalRow === figures.statedRow || !figures.numbers.isNumber(totalRow)) return null;
  const total = figures.numbers.value(totalRow);
  const others = all
    .filter((each) => each.column === figures.column && each.section !== figures.section)
    .reduce((sum, each) => sum + (each.statedRow === null ? each.sum : each.stated), 0);
  if (sameSum(total, others + figures.stated)) return 'subtotal';
  return sameSum(total, others + figures.sum) ? 'rows' : null;
}

/** A stated sum that lacks exactly another row is explained as well by that row: the slip is no longer the only reading. */
function leavesOut({ numbers, section, stated, sum }: SectionFigures, suspect: number): boolean {
  return stated < sum && section.rows.some((row) => row !== suspect && sameSum(numbers.value(row), sum - stated));
}

/** The plan shows exactly this value, or the row's other figures make it, so the row is not the one that slipped. */
function isConfirmed(context: AuditContext, view: TableView, figures: SectionFigures, row: number): boolean {
  const school = context.matchAt(view, row).school;
  const { field } = figures.column;
  if (field === 'invested' && addsUp(view, row)) return true;
  if (!school || (field !== 'plannedClasses' && field !== 'plannedSeats' && field !== 'plannedLand')) return false;
  const planned = school[field].value;
  return planned !== null && sameSum(planned, figures.numbers.value(row));
}

/** What was done before and in the period make what is done altogether. */
function addsUp(view: TableView, row: number): boolean {
  const [before, now, all] = (['investedBefore', sinceBefore(view), 'invested'] as const).map(
    (field) => view.numbers(field)?.value(row) ?? NaN,
  );
  return (now ?? NaN) !== 0 && sameSum((before ?? NaN) + (now ?? NaN), all ?? NaN);
}
