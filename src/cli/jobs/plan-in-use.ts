import { yichunPlan, type Plan } from '../../plan';
import { PARTS } from '../../workbook';

/**
 * The plan that a workbook is held against: the one asked for, else the baseline kept in the workbook, else the one
 * that the program brings along. A damaged baseline counts as none.
 */
export async function planInUse(asked: Plan | null, parts: Readonly<Record<string, string>>): Promise<Plan> {
  if (asked !== null) return asked;
  if (parts[PARTS.baseline] === undefined) return yichunPlan;
  const { planKept } = await import('../../fill/baseline/stored');
  return planKept(parts, yichunPlan);
}
