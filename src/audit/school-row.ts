import type { Plan, StageId } from '../plan';
import { stageMatcher, type RecognizedTable, type Section } from '../recognize';
import { shownValueAt } from '../workbook';

const matchers = new WeakMap<Plan, ReturnType<typeof stageMatcher>>();

/**
 * The plan's stage of a row (0-based sheet row) of a table of schools: by the heading above it, else by its 学段 cell;
 * `null` where neither names one. `section` is the part of the table that holds the row.
 */
export function stageOfRow(table: RecognizedTable, row: number, plan: Plan, section: Section | null): StageId | null {
  if (section?.stage) return section.stage;
  const column = table.byField.get('stage');
  if (!column) return null;
  const shown = shownValueAt(table.sheet, row, column.column);
  if (typeof shown !== 'string') return null;
  const matcher = matchers.get(plan) ?? stageMatcher(plan);
  matchers.set(plan, matcher);
  return matcher(shown);
}
