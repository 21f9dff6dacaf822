import { fieldOf, type FieldId, type RecognizedColumn } from '../../recognize';
import { agree, sameSum } from '../precision';
import { headerPlace } from '../places';
import { defineRule } from '../rule';
import type { AuditContext } from '../context';
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
      for (const column of view.table.columns) {
        const field = fieldOf(column.field);
        if (column.unit === null || field.unit === null || column.field === 'rate') continue;
        const numbers = view.numbers(column.field);
        if (!numbers) continue;
        const place = column.unitAt
          ? {
              ...headerPlace(view, column.field),
              area: {
                top: column.unitAt.row,
                bottom: column.unitAt.row,
                left: column.unitAt.column,
                right: column.unitAt.column,
              },
            }
          : headerPlace(view, column.field);
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

/** Do most rows disagree as stated, and agree (or look sensible) with `factor` instead? */
function contradicts(
  context: AuditContext,
  view: TableView,
  column: RecognizedColumn,
  numbers: NumberColumn,
  factor: number,
): boolean {
  let asStated = 0;
  let otherwise = 0;
  let rows = 0;
  for (const row of view.table.dataRows.slice(0, 500)) {
    const value = numbers.value(row);
    if (!(value > 0)) continue;
    rows++;
    const raw = value / column.factor;
    const planned = plannedValue(context, view, row, column.field);
    if (planned !== null && planned > 0) {
      if (sameSum(value, planned) || agree(value, planned, numbers.step(row)) !== 'differs') asStated += 3;
      else if (agree(raw * factor, planned, 10 ** -2 * factor) !== 'differs') otherwise += 3;
    } else if (planned === null) {
      const stated = isSensible(view, row, column.field, value);
      const other = isSensible(view, row, column.field, raw * factor);
      if (stated === true) asStated++;
      else if (stated === false && other === true) otherwise++;
    }
  }
  // One row under the usual unit proves nothing about the header.
  return (rows >= 2 || column.factor !== 1) && otherwise >= 2 && otherwise > asStated * 2;
}

function plannedValue(context: AuditContext, view: TableView, row: number, field: FieldId): number | null {
  if (field === 'amount') return context.index.fund(view.name(row))?.fund.amount.value ?? null;
  if (field !== 'plannedClasses' && field !== 'plannedSeats' && field !== 'plannedLand') return null;
  return context.matchAt(view, row).school?.[field].value ?? null;
}

/** Rough bounds of what a school can be; `null` where nothing can be said. */
function isSensible(view: TableView, row: number, field: FieldId, value: number): boolean | null {
  if (field === 'plannedLand' || field === 'suppliedLand') return value >= 1 && value <= 1000;
  if (field === 'plannedSeats' || field === 'formedSeats') {
    const classes = view.numbers('plannedClasses')?.value(row) ?? NaN;
    return Number.isNaN(classes) ? null : value / classes >= 5 && value / classes <= 100;
  }
  return null;
}
