import { planWithAliases, readAliases, type SchoolAliases } from '../../audit';
import { yichunPlan, type Plan } from '../../plan';
import type { Parts } from './types';

/** What a workbook is read with. */
export interface PlanInUse {
  readonly plan: Plan;
  /** The baseline that the workbook itself keeps, whether it is the one in use or not; `null` where there is none. */
  readonly kept: Plan | null;
}

/**
 * The plan that a workbook is read with: the one asked for, else the baseline kept in the workbook, else the one that
 * the program brings along; with the names that a person confirmed in the workbook. `baselineIn` reads and checks the
 * baseline; it is handed in because checking brings a library along that few starts need.
 */
export function planInUse(parts: Parts, asked: Plan | null, baselineIn: (parts: Parts) => Plan | null): PlanInUse {
  const kept = baselineIn(parts);
  return { plan: planWithAliases(asked ?? kept ?? yichunPlan, readAliases(parts)), kept };
}

/**
 * A plan with the names confirmed in each of several workbooks. A name that stands for one school here and for another
 * there says nothing.
 */
export function planForAll(plan: Plan, confirmed: readonly SchoolAliases[]): Plan {
  const meanings = new Map<string, Set<string>>();
  for (const aliases of confirmed)
    for (const [name, school] of Object.entries(aliases))
      meanings.set(name, (meanings.get(name) ?? new Set()).add(school));
  const agreed = [...meanings].flatMap(([name, schools]) =>
    schools.size === 1 ? [...schools].map((school) => [name, school] as const) : [],
  );
  return planWithAliases(plan, Object.fromEntries(agreed));
}
