import type { Plan } from '../../plan';
import { loadPlan, type LoadedPlan } from '../../plan/schema';
import { PARTS } from '../../workbook';
import type { Parts } from './types';

/**
 * The baseline kept in a workbook, checked like any plan file; `null` where there is none. Imported by its path where
 * it is needed, because checking brings a library along.
 */
export function storedBaseline(parts: Parts): LoadedPlan | null {
  const text = parts[PARTS.baseline];
  return text === undefined ? null : loadPlan(text);
}

/** The baseline kept in a workbook as a plan; a damaged one counts as none. */
export function baselineIn(parts: Parts): Plan | null {
  const stored = storedBaseline(parts);
  return stored?.ok ? stored.plan : null;
}
