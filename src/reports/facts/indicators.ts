import { matched, matchIndicator, type Plan, type PlanIndicator } from '../../plan';
import type { Recognition, RecognizedTable } from '../../recognize';
import { clean } from '../paper/live';
import { isBlank, readNumber, valueAt, formatAt } from '../../workbook';
import { NOTHING, takeNumber, takeText, type Taken } from './taken';

/** What was reported on one indicator of the plan, figures in the indicator's own unit. */
export interface IndicatorLine {
  readonly indicator: PlanIndicator;
  readonly previous: Taken;
  readonly actual: Taken;
  readonly isReached: Taken;
  readonly responsibleUnit: Taken;
  readonly remark: Taken;
}

/** The plan's indicators in their order; with several reported rows for one, the first with a figure counts, else the first that says
 * anything. */
export function readIndicators(recognition: Recognition, plan: Plan): readonly IndicatorLine[] {
  const rows = recognition.tables
    .filter((table) => table.kind === 'indicators')
    .flatMap((table) =>
      table.dataRows.map((row) => {
        const name = takeText(table, row, 'indicatorName').value;
        const unit = takeText(table, row, 'unit').value;
        const match = matchIndicator(plan, String(name ?? ''), typeof unit === 'string' ? unit : null);
        return { table, row, indicator: matched(match) };
      }),
    );
  return plan.indicators.map((indicator) => {
    const own = rows.filter((row) => row.indicator === indicator);
    const hit =
      own.find(({ table, row }) => isFigure(indicator, table, row)) ??
      own.find(({ table, row }) => saysAnything(table, row)) ??
      own[0];
    if (!hit) return { indicator, ...SILENT };
    const { table, row } = hit;
    return {
      indicator,
      previous: inUnit(indicator, table, row, 'previous'),
      actual: inUnit(indicator, table, row, 'actual'),
      isReached: takeText(table, row, 'isReached'),
      responsibleUnit: takeText(table, row, 'responsibleUnit'),
      remark: takeText(table, row, 'remark'),
    };
  });
}

const SILENT = { previous: NOTHING, actual: NOTHING, isReached: NOTHING, responsibleUnit: NOTHING, remark: NOTHING };

function isFigure(indicator: PlanIndicator, table: RecognizedTable, row: number): boolean {
  return typeof inUnit(indicator, table, row, 'actual').value === 'number';
}

function saysAnything(table: RecognizedTable, row: number): boolean {
  const column = table.byField.get('actual');
  return column !== undefined && !isBlank(valueAt(table.sheet, row, column.column));
}

/** A percentage is counted as 93 (not 0.93), seats in the unit of the target. */
function inUnit(indicator: PlanIndicator, table: RecognizedTable, row: number, field: 'previous' | 'actual'): Taken {
  if (indicator.comparison === 'text') return takeText(table, row, field);
  const taken = takeNumber(table, row, field);
  const column = table.byField.get(field);
  if (!column) return taken;
  const raw = valueAt(table.sheet, row, column.column);
  const typed = readNumber(raw);
  if (typed.kind !== 'number') return taken;
  const isShownAsPercent = typeof raw === 'number' && formatAt(table.sheet, row, column.column).includes('%');
  const unitOfRow = takeText(table, row, 'unit').value;
  const unit = typed.unit ?? column.unit ?? (typeof unitOfRow === 'string' ? unitOfRow : indicator.unit);
  const factor = indicator.unit === '%' ? (isShownAsPercent ? 100 : 1) : seatFactor(unit) / seatFactor(indicator.unit);
  if (typed.sure === 'guess') return taken;
  const value = clean(typed.value * factor);
  const follow = factor === 1 ? taken.from : `${taken.from}*${factor}`;
  const isPlain = typeof raw === 'number';
  return { value, formula: isPlain ? `IF(${taken.from}="","",${follow})` : null, from: taken.from };
}

function seatFactor(unit: string): number {
  return /万/u.test(unit) ? 10_000 : 1;
}
