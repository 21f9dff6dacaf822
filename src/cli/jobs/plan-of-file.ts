import { planInUse, type PlanInUse } from '../../fill';
import type { Plan } from '../../plan';
import { PARTS } from '../../workbook';

/** {@link planInUse} for an opened file; what checks a baseline is loaded only where there is one. */
export async function planOfFile(asked: Plan | null, parts: Readonly<Record<string, string>>): Promise<PlanInUse> {
  if (parts[PARTS.baseline] === undefined) return planInUse(parts, asked, () => null);
  const { baselineIn } = await import('../../fill/baseline/stored');
  return planInUse(parts, asked, baselineIn);
}
