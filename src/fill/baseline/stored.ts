import type { Plan } from '../../plan';
import { loadPlan, type LoadedPlan } from '../../plan/schema';
import { PARTS } from '../../workbook';

/**
 * The baseline kept in a workbook, checked like any plan file; `null` where there is none. Imported by its path where
 * it is needed, because checking brings a library along.
 */
export function storedBaseline(parts: Readonly<Record<string, string>>): LoadedPlan | null {
  const text = parts[PARTS.baseline];
  return text === undefined ? null : loadPlan(text);
}

/** The plan that a workbook is held against: its own baseline, else `otherwise`. A damaged baseline counts as none. */
export function planKept(parts: Readonly<Record<string, string>>, otherwise: Plan): Plan {
  const stored = storedBaseline(parts);
  return stored?.ok ? stored.plan : otherwise;
}
