import { fieldOf, isUnit, type FieldId, type RecognizedColumn } from '../../recognize';
import { isBlank, valueAt } from '../../workbook';
import { exchangedHeaders } from '../exchanged-headers';
import { agree, sameSum } from '../precision';
import { headerPlace } from '../places';
import { defineRule } from '../rule';
import type { AuditContext } from '../context';
import type { ReportPlace } from '../rule';
import type { NumberColumn } from '../views/number-column';
import type { TableView } from '../views/table-view';

/** 表头单位: a unit in the header that the figures below contradict, or that the program does not know. */
export const headerUnit = defineRule({
  ids: ['S05'],
  name: 'header-unit',
  level: 'error',
  group: 'structure',
  stage: 'structure',
  tables: ['schools', 'funds'],
  title: '表头单位与数不符',
  protects: '单位写错一个字，整列差几百倍到一万倍。',
  fixable: 'none',
  source: '附件2、附件3的表头单位：个、亩、万元',
  whenToExplain: '',
  messages: {
    contradicts: (d: { field: string; unit: string; expected: string }) =>
      `${d.field}表头单位为“${d.unit}”，但所填的数是以“${d.expected}”计的。`,
    unknown: (d: { field: string; unit: string; expected: string }) =>
      `${d.field}表头单位“${d.unit}”不能换算，应为“${d.expected}”。`,
  },
  advice: { contradicts: '改正表头单位，或把整列的数换算过来。', unknown: '改为方案所用的单位。' },
  *check(context, report) {
    for (const view of context.tables) {
      const exchanged = exchangedHeaders(context, view);
      const lines = new Set<number>();
      for (const column of view.table.columns) {
        const field = fieldOf(column.field);
        if (column.unit === null || field.unit === null || field.type === 'percent') continue;
        const numbers = view.numbers(column.field);
        if (!numbers) continue;
        if (exchanged?.includes(column.field)) continue;
        const place = unitPlace(view, column);
        const data = { field: field.title, unit: column.unit, expected: field.unit };
        const causes = { reaches: { sheet: view.sheet.name, rows: null, columns: [column.column] } };
        if (!isKnownUnit(column, field.unitFactors)) {
          yield report('unknown', data, place, { level: 'warning', found: column.unit, expected: field.unit, causes });
          continue;
        }
        if (column.factor === 1) {
          const other = otherUnit(context, view, column, numbers, field.unitFactors);
          if (other)
            yield report('contradicts', { ...data, expected: other }, place, {
              found: column.unit,
              expected: other,
              causes,
            });
        } else if (contradicts(context, view, column, numbers, 1)) {
          // A line above the table states the unit of several columns: one mistake.
          const line = isInHeader(view, column) ? null : (column.unitAt?.row ?? null);
          if (line !== null && lines.has(line)) continue;
          if (line !== null) lines.add(line);
          yield report('contradicts', data, place, { found: column.unit, expected: field.unit, causes });
        }
      }
    }
  },
});

function isKnownUnit(column: RecognizedColumn, factors: Readonly<Record<string, number>>): boolean {
  const unit = column.unit ?? '';
  return (
    unit in factors ||
    unit.replace('㎡', 'm2') in factors ||
    unit.replace('m2', '㎡') in factors ||
    unit === '' ||
    column.factor !== 1
  );
}

/** The unit in which the figures would agree with the plan, where the stated one does not. */
function otherUnit(
  context: AuditContext,
  view: TableView,
  column: RecognizedColumn,
  numbers: NumberColumn,
  factors: Readonly<Record<string, number>>,
): string | null {
  for (const [unit, factor] of Object.entries(factors)) {
    if (factor !== 1 && contradicts(context, view, column, numbers, factor)) return unit;
  }
  return null;
}

const isInHeader = (view: TableView, { unitAt }: RecognizedColumn): boolean =>
  unitAt === null || (unitAt.row >= view.table.headerRows.first && unitAt.row <= view.table.headerRows.last);

/**
 * The cell that states the unit, with the column's name where that stands in the cell above. A line above the table
 * that states the usual unit is right for the other columns, so that the column's own header is meant.
 */
function unitPlace(view: TableView, column: RecognizedColumn): ReportPlace {
  const place = headerPlace(view, column.field);
  const { unitAt } = column;
  if (!unitAt || (!isInHeader(view, column) && column.factor === 1)) return place;
  let top = unitAt.row;
  if (
    isInHeader(view, column) &&
    isUnit(String(valueAt(view.sheet, unitAt.row, unitAt.column) ?? '').replace(/[()（）]/gu, ''))
  )
    do top--;
    while (top > view.table.headerRows.first && isBlank(valueAt(view.sheet, top, unitAt.column)));
  top = Math.max(top, Math.min(unitAt.row, view.table.headerRows.first));
  return { ...place, area: { top, bottom: unitAt.row, left: unitAt.column, right: unitAt.column } };
}

/** Do most rows disagree as stated, and agree (or look sensible) with `factor` instead? The plan's figures go first. */
function contradicts(
  context: AuditContext,
  view: TableView,
  column: RecognizedColumn,
  numbers: NumberColumn,
  factor: number,
): boolean {
  const byPlan = { stated: 0, otherwise: 0 };
  const bySense = { stated: 0, otherwise: 0 };
  let rows = 0;
  for (const row of view.table.dataRows.slice(0, 500)) {
    const value = numbers.value(row);
    if (!(value > 0)) continue;
    rows++;
    const raw = value / column.factor;
    const step = numbers.step(row) / column.factor;
    const planned = plannedValue(context, view, row, column.field);
    if (planned !== null && planned > 0) {
      if (sameSum(value, planned) || agree(value, planned, numbers.step(row)) !== 'differs') byPlan.stated++;
      else if (agree(raw * factor, planned, step * factor) !== 'differs') byPlan.otherwise++;
    } else if (planned === null) {
      const stated = isSensible(context, view, row, column.field, value);
      const other = isSensible(context, view, row, column.field, raw * factor);
      if (stated === true) bySense.stated++;
      else if (stated === false && other === true) bySense.otherwise++;
    }
  }
  if (byPlan.stated > 0) return byPlan.otherwise > byPlan.stated * 2;
  if (byPlan.otherwise >= 2) return true;
  // One row under the usual unit proves nothing about the header.
  const otherwise = byPlan.otherwise * 2 + bySense.otherwise;
  return (rows >= 2 || column.factor !== 1) && otherwise >= 2 && otherwise > bySense.stated * 2;
}

function plannedValue(context: AuditContext, view: TableView, row: number, field: FieldId): number | null {
  if (field === 'amount') return context.index.fund(view.name(row))?.fund.amount.value ?? null;
  if (field !== 'plannedClasses' && field !== 'plannedSeats' && field !== 'plannedLand') return null;
  return context.matchAt(view, row).school?.[field].value ?? null;
}

const SQUARE_METRES_PER_MU = 666.67;
/** No school costs less or more, in 万元. */
const LEAST_INVESTED = 20;
const MOST_INVESTED = 500_000;

/** What is done or paid is a part of a whole in the same row: so much of it is usual, and less than the last is none. */
const WHOLES: Readonly<Partial<Record<FieldId, FieldId>>> = {
  invested: 'plannedInvestment',
  spent: 'amount',
  allocated: 'amount',
};
const LEAST_SHARE = 0.02;
const MOST_SHARE = 1.3;
const NO_SHARE = 0.0005;

/** The share of its whole, where that stands beside it in the usual unit and the column itself in another one. */
function shareOfWhole(view: TableView, row: number, field: FieldId, value: number): number | null {
  const whole = WHOLES[field];
  if (whole === undefined || view.column(field)?.factor === 1 || view.column(whole)?.factor !== 1) return null;
  const of = view.numbers(whole)?.value(row) ?? NaN;
  return of > 0 ? value / of : null;
}

/** Rough bounds of what a school can be; `null` where nothing can be said. */
function isSensible(
  context: AuditContext,
  view: TableView,
  row: number,
  field: FieldId,
  value: number,
): boolean | null {
  // A header that may be wrong itself is no measure for another.
  const isExchanged = exchangedHeaders(context, view) !== null;
  const isMeasure = view.column('plannedSeats')?.factor === 1 && !isExchanged;
  const seats = isMeasure ? (view.numbers('plannedSeats')?.value(row) ?? NaN) : NaN;
  const share = isExchanged ? null : shareOfWhole(view, row, field, value);
  if (share !== null) return share >= LEAST_SHARE ? share <= MOST_SHARE || null : share < NO_SHARE ? false : null;
  if (field === 'plannedLand' || field === 'suppliedLand') {
    if (field === 'suppliedLand' || !(seats > 0)) return value >= 1 && value <= 1000;
    const each = (value * SQUARE_METRES_PER_MU) / seats;
    return each >= 3 && each <= 120;
  }
  if (field === 'plannedInvestment') return value >= LEAST_INVESTED && value <= MOST_INVESTED;
  if (field === 'invested') return value <= MOST_INVESTED;
  if (field === 'plannedSeats' || field === 'formedSeats') {
    if (isExchanged) return null;
    const classes = view.numbers('plannedClasses')?.value(row) ?? NaN;
    return Number.isNaN(classes) ? null : value / classes >= 5 && value / classes <= 100;
  }
  return null;
}
