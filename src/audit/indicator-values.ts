import type { PlanIndicator } from '../plan';
import { formatAt } from '../workbook';
import { clean } from './precision';
import type { TableView } from './views/table-view';

/** Units of indicators, as multiples of one. */
export const SCALE: Readonly<Record<string, number>> = {
  万个: 10_000,
  万人: 10_000,
  万: 10_000,
  千个: 1_000,
  千人: 1_000,
  百个: 100,
  百人: 100,
  个: 1,
  人: 1,
  所: 1,
  '%': 1,
  '％': 1,
};

/** The cell's number in its own unit; 0.93 under a percent format is 93. */
export function percentValue(
  view: TableView,
  row: number,
  field: 'target' | 'actual' | 'previous',
  indicator: PlanIndicator,
): number | null {
  const numbers = view.numbers(field);
  const value = numbers?.value(row) ?? NaN;
  if (!numbers || Number.isNaN(value)) return null;
  const isPercent =
    indicator.unit === '%' &&
    typeof view.raw(row, field) === 'number' &&
    formatAt(view.sheet, row, numbers.column.column).includes('%');
  return isPercent ? clean(value * 100) : value;
}

/** The same unit, or one that the figures can be converted from. */
export function isSameUnit(a: string, b: string): boolean {
  const plain = (unit: string): string =>
    unit
      .replace('％', '%')
      .replace(/^(?:个|人|座|名)$/u, '个')
      .replace(/^万(?:个|人|座)?$/u, '万个')
      .replace(/^[百千](?:个|人|座|名)$/u, '个')
      .replace(/^(?:所|个校|个学校)$/u, '所');
  if (plain(a) === plain(b)) return true;
  // 个 and 万个 can be converted into each other; the figures tell which is meant.
  return (
    (plain(a) === '个' && plain(b) === '万个') ||
    a === '' ||
    /^(?:—|-|\/|文字|定性)$/u.test(a) ||
    (plain(a) === '个' && plain(b) === '所')
  );
}
