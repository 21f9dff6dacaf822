import { viewWorkbook } from '../../audit/context';
import type { TableView } from '../../audit/views/table-view';
import { matched, matchIndicator, type Plan, type PlanIndicator } from '../../plan';
import type { Recognition } from '../../recognize';
import { formatAt, quoteSheetName, valueAt, type WorkbookSnapshot } from '../../workbook';

/** What a table of targets says an indicator has come to, in the indicator's own unit. */
export interface IndicatorFact {
  /** `null` where the row is there and the figure is not. */
  readonly actual: number | null;
  /** `目标表 目标!D5`. */
  readonly from: string;
  /** Why `actual` is `null`. */
  readonly why: string | null;
}

/** By the indicator's id; indicators without a row are absent. The first row that holds a figure counts. */
export function indicatorFacts(
  workbook: WorkbookSnapshot,
  recognition: Recognition,
  plan: Plan,
): ReadonlyMap<string, IndicatorFact> {
  const facts = new Map<string, IndicatorFact>();
  for (const view of viewWorkbook(workbook, recognition).tables) {
    if (view.kind !== 'indicators') continue;
    for (const row of view.table.dataRows) {
      const indicator = matched(matchIndicator(plan, view.name(row), view.text(row, 'unit') || null));
      if (!indicator || (facts.get(indicator.id)?.actual ?? null) !== null) continue;
      facts.set(indicator.id, factOf(view, row, indicator));
    }
  }
  return facts;
}

function factOf(view: TableView, row: number, indicator: PlanIndicator): IndicatorFact {
  const numbers = view.numbers('actual');
  if (!numbers) return { actual: null, from: '', why: `“${view.sheet.name}”没有“本期完成”一列` };
  const { column, unit: columnUnit } = numbers.column;
  const from = `目标表 ${quoteSheetName(view.sheet.name)}!${view.cellName(row, column)}`;
  const reading = numbers.reading(row);
  if (reading.kind === 'blank' || reading.kind === 'placeholder')
    return { actual: null, from, why: `${view.cellName(row, column)} 本期完成未填` };
  if (reading.kind !== 'number' || reading.sure === 'guess')
    return { actual: null, from, why: `${view.cellName(row, column)} 本期完成不是数字` };
  const isPercentCell =
    typeof valueAt(view.sheet, row, column) === 'number' && formatAt(view.sheet, row, column).includes('%');
  if (indicator.unit === '%') return { actual: reading.value * (isPercentCell ? 100 : 1), from, why: null };
  const stated = reading.unit ?? columnUnit ?? view.text(row, 'unit');
  const unit = stated === '' ? indicator.unit : stated;
  return { actual: (reading.value * tenThousands(unit)) / tenThousands(indicator.unit), from, why: null };
}

function tenThousands(unit: string): number {
  return unit.startsWith('万') ? 10_000 : 1;
}
