import type { Plan, PlanBuilder, PlanSchool } from '../../plan';
import { squeezed } from '../../workbook';

/** A name for comparing: width folded, no spaces, no brackets, no 暂名, no full stop or quotation marks. */
export function nameKey(name: string): string {
  return squeezed(name)
    .replace(/暂名/gu, '')
    .replace(/[()[\]{}"'“”‘’.。,、:;·-]/gu, '')
    .toLowerCase();
}

/** Finds the plan's school of this name; names that the plan keeps apart are never mixed, since only equal names match. */
export function schoolFinder(plan: Plan): (name: string) => PlanSchool | null {
  const known = new Map<string, PlanSchool>();
  for (const school of plan.schools) {
    for (const name of [school.name, ...school.aliases]) if (name !== null) known.set(nameKey(name), school);
  }
  return (name) => known.get(nameKey(name)) ?? null;
}

/** Finds the plan's builder of this name or alias. */
export function builderFinder(plan: Plan): (name: string) => PlanBuilder | null {
  const known = new Map<string, PlanBuilder>();
  for (const builder of plan.builders) {
    for (const name of [builder.name, ...builder.aliases]) known.set(nameKey(name), builder);
  }
  return (name) => known.get(nameKey(name)) ?? null;
}

/** The plan's title without the word for the document: `宜春中心城区教育提升专项行动`. */
export function campaignName(plan: Plan): string {
  return plan.title.replace(/(?:实施|工作|行动计划)?方案.*$/u, '');
}
