import type { Area } from '../../workbook';
import { rowCells } from '../leaning';
import { cellPlace } from '../places';
import { clean, sameSum, shown } from '../precision';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { slipBetween, slipWords } from '../slips';
import type { AuditContext } from '../context';
import type { NumberColumn } from '../views/number-column';
import type { TableView } from '../views/table-view';

/**
 * 学位与班数不配: seats per class far from what the plan's own rows divide to. An alarm only where no school is like that,
 * or where the row alone is off in its workbook; a hint where the unit reckons with classes of its own.
 */
export const classSize = defineRule({
  ids: ['A05'],
  name: 'class-size',
  level: 'warning',
  group: 'arithmetic',
  stage: 'ratio',
  tables: ['schools'],
  title: '学位与班数不配',
  protects: '班数和学位一起错位时，小计也看不出来。',
  fixable: 'choice',
  source: '附件2各行学位÷班数（方案未规定班额）',
  whenToExplain: '九年一贯制、小规模学校等班额确实不同的，写明构成。',
  messages: {
    seats: (d: { school: string; seats: string; classes: string; ratio: string; size: number; hint: string }) =>
      `${d.school}：${d.seats} 个学位÷${d.classes} 班＝每班 ${d.ratio} 个，方案口径为 ${d.size} 个${d.hint === '' ? '' : `；学位${d.hint}`}。`,
    classes: (d: { school: string; seats: string; classes: string; ratio: string; size: number; hint: string }) =>
      `${d.school}：${d.seats} 个学位÷${d.classes} 班＝每班 ${d.ratio} 个，方案口径为 ${d.size} 个${d.hint === '' ? '' : `；班数${d.hint}`}。`,
    swapped: (d: { school: string; seats: string; classes: string }) =>
      `${d.school}规划班数 ${d.classes}、规划学位 ${d.seats}，疑似两列填反。`,
    noSuchSize: (d: { school: string; seats: string; classes: string; ratio: string }) =>
      `${d.school}：${d.seats} 个学位÷${d.classes} 班＝每班 ${d.ratio} 个，没有这样的班额。`,
  },
  advice: {
    seats: '核对学位和班数；确实如此的写审核说明。',
    classes: '核对班数和学位；确实如此的写审核说明。',
    swapped: '核对后对调。',
    noSuchSize: '核对学位和班数。',
  },
  *check(context, report) {
    const sizes = new Map(context.plan.stages.map((stage) => [stage.id, stage.classSize.value]));
    const isLone = isLoneException(context, sizes);
    for (const view of context.tablesOf('schools')) {
      const classes = view.numbers('plannedClasses');
      const seats = view.numbers('plannedSeats');
      if (!classes || !seats) continue;
      for (const row of view.table.dataRows) {
        const c = classes.value(row);
        const s = seats.value(row);
        if (!(c >= 0) || !(s >= 0) || c + s === 0) continue;
        const match = context.matchAt(view, row).school;
        const size = sizeAt(context, view, row, sizes);
        // What the plan itself prints is not the unit's fault.
        if (match && match.plannedClasses.value === c && match.plannedSeats.value === s) continue;
        if (size === null) {
          if (c === 0 || s === 0 || (s / c >= SMALLEST_CLASS && s / c <= LARGEST_CLASS)) continue;
          const isSure = match?.plannedClasses.value === c || match?.plannedSeats.value === s;
          const isOfSeats = isSure
            ? match.plannedClasses.value === c
            : oddness(view, 'plannedSeats', row) >= oddness(view, 'plannedClasses', row);
          const wrong = isOfSeats ? 'plannedSeats' : 'plannedClasses';
          const own = cellPlace(view, row, wrong);
          yield report(
            'noSuchSize',
            {
              school: view.name(row),
              seats: shown(s),
              classes: shown(c),
              ratio: shown(Math.round((s / c) * 100) / 100),
            },
            !isSure && areNeighbours(classes, seats) ? { ...own, area: pairArea(classes, seats, row) } : own,
            {
              found: shown(wrong === 'plannedSeats' ? s / seats.column.factor : c / classes.column.factor),
              leansOn: [rowCells(view, row, ['plannedClasses', 'plannedSeats'])],
              source: '每班人数的常理',
            },
          );
          continue;
        }
        if (Math.abs(s / c - size) <= context.profile.thresholds.classSizeSlack) continue;
        if (isSplit(view.text(row, 'remark')) || isSplit(match?.remark.value ?? '')) continue;
        // In 万个 the printed digits leave room for this much.
        if (Math.abs(s - c * size) <= seats.step(row) / 2) continue;
        const words = { school: view.name(row), seats: shown(s), classes: shown(c) };
        const leansOn = [rowCells(view, row, ['plannedClasses', 'plannedSeats'])];
        if (Math.abs(c / s - size) <= context.profile.thresholds.classSizeSlack) {
          const columns = [classes.column.column, seats.column.column];
          const area = pairArea(classes, seats, row);
          const found = `${words.classes}、${words.seats}`;
          const place = { ...cellPlace(view, row, 'plannedClasses'), area };
          const reaches = { sheet: view.sheet.name, rows: [row], columns };
          yield report('swapped', words, place, {
            found,
            expected: `${words.seats}、${words.classes}`,
            leansOn,
            causes: { reaches },
          });
          continue;
        }
        const { wrong, isSure } = blame(context, view, row, c, s, size);
        const right = wrong === 'plannedSeats' ? c * size : s / size;
        const column = wrong === 'plannedSeats' ? seats : classes;
        const typed = wrong === 'plannedSeats' ? s : c;
        const slip = slipBetween(typed, right);
        const own = cellPlace(view, row, wrong);
        // Nothing but the look of the digits says which of two neighbours is wrong: both are pointed at.
        const place = !isSure && areNeighbours(classes, seats) ? { ...own, area: pairArea(classes, seats, row) } : own;
        const isCertain = isBeyond(s / c, size) || (isLone && (slip !== null || !isWhole(s / c)));
        const ratio = c > 0 ? shown(Math.round((s / c) * 100) / 100) : '—';
        const expected = shown(right / column.column.factor);
        const data = { ...words, ratio, size, hint: slip ? slipWords(slip) : '' };
        yield report(wrong === 'plannedSeats' ? 'seats' : 'classes', data, place, {
          found: shown(typed / column.column.factor),
          expected,
          // A hint explains nothing: what rests on the row may be wrong for reasons of its own.
          ...(isCertain
            ? { causes: { corrected: [right], column: column.column.column } }
            : { level: 'info' as const, merges: true }),
          leansOn,
          repair: () =>
            Number.isInteger(clean(right))
              ? chooseValue(view, row, column.column.column, [Number(expected)], `按每班 ${size} 个改正`)
              : null,
        });
      }
    }
  },
});

/** Sizes of a class, in shares of the plan's, that no school has. */
const LEAST_SHARE = 0.55;
const MOST_SHARE = 1.3;

/** Schools of one kind have smaller and larger classes; half as many or a third more than the plan's there are none. */
function isBeyond(ratio: number, size: number): boolean {
  return !(ratio >= size * LEAST_SHARE && ratio <= size * MOST_SHARE);
}

function isWhole(ratio: number): boolean {
  return Math.abs(ratio - Math.round(ratio)) < 1e-9;
}

type Sizes = ReadonlyMap<string, number | null>;

function sizeAt(context: AuditContext, view: TableView, row: number, sizes: Sizes): number | null {
  return sizes.get(context.matchAt(view, row).school?.stage ?? view.sectionOf(row)?.stage ?? '') ?? null;
}

/**
 * Is one school of the workbook alone off the plan's class size, and do others keep to it that the plan does not print?
 * Where several are off, the unit reckons with classes of its own.
 */
function isLoneException(context: AuditContext, sizes: Sizes): boolean {
  const kept = new Set<string>();
  const off = new Set<string>();
  for (const view of context.tablesOf('schools')) {
    const [classes, seats] = [view.numbers('plannedClasses'), view.numbers('plannedSeats')];
    if (!classes || !seats) continue;
    for (const row of view.table.dataRows) {
      const [c, s] = [classes.value(row), seats.value(row)];
      const size = sizeAt(context, view, row, sizes);
      const { school } = context.matchAt(view, row);
      if (size === null || !(c > 0) || !(s > 0)) continue;
      if (school?.plannedClasses.value === c && school.plannedSeats.value === s) continue;
      if (isSplit(view.text(row, 'remark')) || isSplit(school?.remark.value ?? '')) continue;
      const isKept = Math.abs(s / c - size) <= context.profile.thresholds.classSizeSlack;
      (isKept ? kept : off).add(school?.id ?? view.name(row));
      if (off.size > 1) return false;
    }
  }
  return off.size === 1 && kept.size >= 2;
}

function areNeighbours(a: NumberColumn, b: NumberColumn): boolean {
  return Math.abs(a.column.column - b.column.column) === 1;
}

function pairArea(a: NumberColumn, b: NumberColumn, row: number): Area {
  const columns = [a.column.column, b.column.column];
  return { top: row, bottom: row, left: Math.min(...columns), right: Math.max(...columns) };
}

/** A remark that says how the row is made up: `小学30班1350人；初中18班900人`. */
function isSplit(remark: string): boolean {
  return (remark.match(/\d+\s*班/gu) ?? []).length >= 2;
}

/** Seats in a class of any kind of school: a special one has six or more, a crowded one never eighty. */
const SMALLEST_CLASS = 4;
const LARGEST_CLASS = 80;

/** No school has more; the plan's largest has 60. */
const MOST_CLASSES = 100;

/** Which of the two cells is likely wrong: the plan, the section's subtotals and the look of the digits say so. */
function blame(
  context: AuditContext,
  view: TableView,
  row: number,
  c: number,
  s: number,
  size: number,
): { readonly wrong: 'plannedClasses' | 'plannedSeats'; readonly isSure: boolean } {
  const sure = (wrong: 'plannedClasses' | 'plannedSeats') => ({ wrong, isSure: true });
  if (c === 0) return sure('plannedClasses');
  if (s === 0) return sure('plannedSeats');
  const school = context.matchAt(view, row).school;
  if (school?.plannedClasses.value === c) return sure('plannedSeats');
  if (school?.plannedSeats.value === s) return sure('plannedClasses');
  const section = view.sectionOf(row);
  for (const figures of context.figures(view)) {
    if (figures.section !== section || figures.statedRow === null || figures.blanks.length > 0) continue;
    const { field } = figures.column;
    if (field !== 'plannedClasses' && field !== 'plannedSeats') continue;
    const right = field === 'plannedSeats' ? c * size : s / size;
    const typed = field === 'plannedSeats' ? s : c;
    if (sameSum(figures.stated, figures.sum + right - typed)) return sure(field);
    if (!sameSum(figures.stated, figures.sum)) return sure(field);
  }
  if (c > MOST_CLASSES !== s / size > MOST_CLASSES) return sure(c > MOST_CLASSES ? 'plannedClasses' : 'plannedSeats');
  const likely = (wrong: 'plannedClasses' | 'plannedSeats') => ({ wrong, isSure: false });
  // A figure that the other one makes right by taking back one slip of the fingers, where the reverse does not hold.
  const [seatSlip, classSlip] = [slipBetween(s, c * size), slipBetween(c, s / size)];
  const isWholeClasses = Number.isInteger(clean(s / size));
  const oddClasses = oddness(view, 'plannedClasses', row);
  const oddSeats = oddness(view, 'plannedSeats', row);
  // Far off what the other rows hold: a factor of three or more is no accident.
  if (Math.abs(oddClasses - oddSeats) > 1.1) return likely(oddClasses > oddSeats ? 'plannedClasses' : 'plannedSeats');
  if (!isWholeClasses) return sure('plannedSeats');
  if (classSlip === 'repeated' && seatSlip === null) return likely('plannedClasses');
  if (seatSlip) return likely('plannedSeats');
  return likely(classSlip ? 'plannedClasses' : 'plannedSeats');
}

/** How far a value lies from the middle of its column, on a scale of powers of e. */
function oddness(view: TableView, field: 'plannedClasses' | 'plannedSeats', row: number): number {
  const numbers = view.numbers(field);
  const far = numbers ? Math.abs(Math.log(numbers.value(row) / view.middle(field))) : 0;
  return Number.isFinite(far) ? far : 0;
}
