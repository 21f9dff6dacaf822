import type { FieldId } from '../recognize';
import { isBlank, valueAt } from '../workbook';
import type { AuditContext } from './context';
import { percentValue } from './indicator-values';
import { agree, sameSum } from './precision';
import type { TableView } from './views/table-view';

/** Two columns of a table whose headers stand over each other's figures. */
export type ExchangedHeaders = readonly [FieldId, FieldId];

type Measure = 'plannedClasses' | 'plannedSeats' | 'plannedLand';
const PAIRS: readonly (readonly [Measure, Measure])[] = [
  ['plannedClasses', 'plannedSeats'],
  ['plannedSeats', 'plannedLand'],
  ['plannedClasses', 'plannedLand'],
];

/** Of two figures of a row the first is never above the second: spent of what was given, done of what is planned. */
const ORDERED: readonly (readonly [FieldId, FieldId])[] = [
  ['invested', 'plannedInvestment'],
  ['investedThisYear', 'invested'],
  ['spent', 'allocated'],
  ['spent', 'amount'],
  ['allocated', 'amount'],
];
const DATES: readonly (readonly [FieldId, FieldId])[] = [
  ['startedOn', 'plannedCompletion'],
  ['startedOn', 'completedOn'],
];
const FIGURES: readonly FieldId[] = ['plannedClasses', 'plannedSeats', 'plannedLand', 'plannedInvestment', 'invested'];
const WORDS: readonly FieldId[] = ['schoolName', 'status', 'builder'];

/** Fewer rows may be wrong one by one; of dates, and of words for figures, two are plain enough. */
const FEWEST_ROWS = 3;
const FEWEST_PLAIN = 2;
const ROWS_LOOKED_AT = 500;

const known = new WeakMap<TableView, ExchangedHeaders | null>();

/**
 * The columns whose figures would agree with the plan (or make sense as classes and seats) under each other's header,
 * in two rows or more, and agree in no row as they stand; columns of which all rows have more done than planned, or end
 * before they begin; words under a figure's header where the figures stand under the words' one. `null` where there
 * are none.
 */
export function exchangedHeaders(context: AuditContext, view: TableView): ExchangedHeaders | null {
  let found = known.get(view);
  if (found === undefined) {
    found =
      PAIRS.find((pair) => areExchanged(context, view, pair)) ??
      ORDERED.find((pair) => isTurned(numbersOf(view, pair), view, FEWEST_ROWS)) ??
      DATES.find((pair) => isTurned(serialsOf(view, pair), view, FEWEST_PLAIN)) ??
      targetAndState(context, view) ??
      wordsAndFigures(view);
    known.set(view, found);
  }
  return found;
}

type PairAt = (row: number) => readonly [number | null, number | null];

function numbersOf(view: TableView, [low, high]: readonly [FieldId, FieldId]): PairAt | null {
  const [a, b] = [view.numbers(low), view.numbers(high)];
  return a && b ? (row) => [a.value(row), b.value(row)] : null;
}

function serialsOf(view: TableView, [low, high]: readonly [FieldId, FieldId]): PairAt | null {
  const [a, b] = [view.dates(low), view.dates(high)];
  return a && b ? (row) => [a.serial(row), b.serial(row)] : null;
}

/** Is what should be lower the higher one, in every row that has both? */
function isTurned(pairAt: PairAt | null, view: TableView, fewest: number): boolean {
  if (!pairAt) return false;
  let turned = 0;
  for (const row of view.table.dataRows.slice(0, ROWS_LOOKED_AT)) {
    const [low, high] = pairAt(row);
    if (low === null || high === null || !(low > 0) || !(high > 0) || low === high) continue;
    if (low < high) return false;
    turned++;
  }
  return turned >= fewest;
}

/** The plan's targets under the header of what is reached, where nothing of them stands under their own. */
function targetAndState(context: AuditContext, view: TableView): ExchangedHeaders | null {
  if (view.kind !== 'indicators') return null;
  for (const field of ['actual', 'previous'] as const) {
    if (!view.column('target') || !view.column(field)) continue;
    let exchanged = 0;
    let kept = 0;
    for (const row of view.table.dataRows) {
      const indicator = context.index.indicator(view.name(row), null);
      if (!indicator || indicator.target === null) continue;
      const [target, state] = [percentValue(view, row, 'target', indicator), percentValue(view, row, field, indicator)];
      if (target === state || target === null || state === null) continue;
      if (target === indicator.target) kept++;
      else if (state === indicator.target) exchanged++;
    }
    if (exchanged >= FEWEST_ROWS && kept * 10 < exchanged) return ['target', field];
  }
  return null;
}

function wordsAndFigures(view: TableView): ExchangedHeaders | null {
  for (const figure of FIGURES) {
    const a = view.column(figure);
    if (!a) continue;
    for (const word of WORDS) {
      const b = view.column(word);
      if (b && haveChangedPlaces(view, a.column, b.column)) return [figure, word];
    }
  }
  return null;
}

/** Words in the one column and numbers in the other, in all rows that are filled in both. */
function haveChangedPlaces(view: TableView, figures: number, words: number): boolean {
  let changed = 0;
  for (const row of view.table.dataRows.slice(0, ROWS_LOOKED_AT)) {
    const [figure, word] = [valueAt(view.sheet, row, figures), valueAt(view.sheet, row, words)];
    if (isBlank(figure) || isBlank(word)) continue;
    if (typeof figure !== 'string' || /\d/u.test(figure) || typeof word !== 'number') return false;
    changed++;
  }
  return changed >= FEWEST_PLAIN;
}

function areExchanged(context: AuditContext, view: TableView, [a, b]: readonly [Measure, Measure]): boolean {
  const [first, second] = [view.numbers(a), view.numbers(b)];
  if (!first || !second) return false;
  let exchanged = 0;
  for (const row of view.table.dataRows.slice(0, ROWS_LOOKED_AT)) {
    const [x, y] = [first.value(row), second.value(row)];
    if (!(x > 0) || !(y > 0)) continue;
    const school = context.schoolAt(view, row);
    const [planX, planY] = [school?.[a].value ?? null, school?.[b].value ?? null];
    if (planX !== null && planY !== null && planX !== planY) {
      if (same(x, planX) || same(y, planY)) return false;
      if (same(x, planY) && same(y, planX)) exchanged++;
    } else if (a === 'plannedClasses' && b === 'plannedSeats') {
      if (y >= x) return false;
      if (x / y >= 5 && x / y <= 100) exchanged++;
    }
  }
  return exchanged >= 2;
}

const same = (value: number, planned: number): boolean =>
  sameSum(value, planned) || agree(value, planned, 0.01) !== 'differs';
