import type { Plan } from '../../plan';
import { planFileText } from './capture';

/** The one plan that several workbooks are put together by. */
export interface SharedPlan {
  readonly plan: Plan;
  readonly conflict: BaselineConflict | null;
}

/** Workbooks bring baselines along that do not agree; each as a line: its source and day. */
export interface BaselineConflict {
  /** The baseline that is used all the same, because the workbook that takes the others in keeps it; `null`: none is. */
  readonly used: string | null;
  /** Those that are not used. */
  readonly unused: readonly string[];
}

/**
 * The plan for several workbooks, given the baselines that they bring along: the one kept by the workbook that takes
 * them in, else the one that all who bring one agree on, else `otherwise`. Different baselines are said, never chosen
 * between.
 */
export function sharedPlan(brought: readonly Plan[], own: Plan | null, otherwise: Plan): SharedPlan {
  const different = new Map(brought.map((plan) => [planFileText(plan), plan] as const));
  if (own !== null) different.delete(planFileText(own));
  const [first, ...others] = different.values();
  if (!first) return { plan: own ?? otherwise, conflict: null };
  if (own === null && others.length === 0) return { plan: first, conflict: null };
  const unused = [first, ...others].map(lineOf);
  return { plan: own ?? otherwise, conflict: { used: own && lineOf(own), unused: [...new Set(unused)] } };
}

/** A plan that is kept without having been captured, another city's, is named by its title. */
function lineOf(plan: Plan): string {
  return baselineLine(plan) ?? plan.title;
}

/** `市教体局存档件，2023-06-30登记`; `null` for a plan without a captured baseline. */
export function baselineLine({ baseline }: Plan): string | null {
  return baseline === null ? null : `${baseline.source}，${baseline.capturedOn}登记`;
}
