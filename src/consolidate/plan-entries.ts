import type { Plan, StageId } from '../plan';
import type { EntryKind } from '../recognize';

/** One line that the sum has whether anybody reports it or not. */
export interface PlanEntry {
  readonly kind: EntryKind;
  readonly item: string;
  readonly name: string;
  readonly stage: StageId | null;
}

/** Stands for a school whose name the stored plan does not show. */
export const NAME_NOT_SHOWN = '（方案未显示校名）';

/** All schools, funds, measures and indicators of the plan, in its order. */
export function planEntries(plan: Plan): readonly PlanEntry[] {
  const stages = plan.stages.map(({ id }) => id);
  const schools = [...plan.schools].sort(
    (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || a.sequence - b.sequence,
  );
  return [
    ...schools.map(({ id, name, stage }) => ({
      kind: 'schools' as const,
      item: id,
      name: name ?? NAME_NOT_SHOWN,
      stage,
    })),
    ...plan.indicators.map(({ id, name }) => ({ kind: 'indicators' as const, item: id, name, stage: null })),
    ...plan.measures.map(({ id, title }) => ({
      kind: 'responsibilities' as const,
      item: id,
      name: title,
      stage: null,
    })),
    ...plan.funds.map(({ id, name }) => ({ kind: 'funds' as const, item: id, name, stage: null })),
  ];
}
