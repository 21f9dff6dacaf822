import type { Plan } from '../../plan';
import { planFileText } from './capture';

/** The one plan that several workbooks are put together by. */
export interface SharedPlan {
  readonly plan: Plan;
  /** Set where workbooks bring different baselines along, and none of them can stand for all. */
  readonly warning: string | null;
}

/**
 * The plan for several workbooks, given what each was held against: the baseline that all who have one agree on, else
 * `otherwise`. Different baselines are said, never chosen between.
 */
export function sharedPlan(plans: readonly Plan[], otherwise: Plan): SharedPlan {
  const captured = new Map(
    plans.filter(({ baseline }) => baseline !== null).map((plan) => [planFileText(plan), plan] as const),
  );
  const [first, ...others] = captured.values();
  if (!first) return { plan: otherwise, warning: null };
  if (others.length === 0) return { plan: first, warning: null };
  const sources = [...captured.values()].map((plan) => baselineLine(plan) ?? '').join('；');
  return {
    plan: otherwise,
    warning: `各文件登记的方案基准不同（${sources}），合在一起时没有采用。请用 --plan 指定一份，或在本工作簿登记。`,
  };
}

/** `市教体局存档件，2023-06-30登记`; `null` for a plan without a captured baseline. */
export function baselineLine({ baseline }: Plan): string | null {
  return baseline === null ? null : `${baseline.source}，${baseline.capturedOn}登记`;
}
