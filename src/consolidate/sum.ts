import type { Plan } from '../plan';
import type { FieldId } from '../recognize';
import { claimKey, newestClaimFirst, type Claim, type Claims } from './claims';
import { combineShared } from './combine-shared';
import { idOf } from './gather';
import { planEntries } from './plan-entries';
import type { Decisions, SumFigure, SumRow } from './types';

/** The sum: every entry of the plan, with the figures that stand. Blank where nobody reported. */
export function sumRows(plan: Plan, claims: Claims, decisions: Decisions): readonly SumRow[] {
  return planEntries(plan).map((entry): SumRow => {
    const found = claims.get(claimKey(entry.kind, entry.item)) ?? [];
    const standing =
      entry.kind === 'schools' ? inOrderOfStanding(plan, entry.item, found, decisions).slice(0, 1) : found;
    const units = standing.map(({ party }) => party.unit);
    return {
      ...entry,
      units,
      figures: standing.length > 1 ? combineShared(plan, entry, standing) : figuresOf(standing[0]),
    };
  });
}

function figuresOf(claim: Claim | undefined): Readonly<Partial<Record<FieldId, SumFigure>>> {
  return claim?.figures ?? {};
}

/**
 * Claims of several units on one school: the one that a person chose, then the plan's builder, then the unit that
 * its own row names as builder, then the newest. One unit's row stands whole; figures of several are never mixed.
 */
export function inOrderOfStanding(
  plan: Plan,
  school: string,
  claims: readonly Claim[],
  decisions: Decisions,
): readonly Claim[] {
  const planned = plan.schools.find(({ id }) => id === school)?.builder.value ?? null;
  const chosen = decisions.schools[school];
  const rank = (claim: Claim): number => {
    if (chosen !== undefined && idOf(claim.submission) === chosen) return 0;
    if (planned !== null && claim.party.unit === planned) return 1;
    if (claim.figures.builder?.value === claim.party.unit) return 2;
    return claim.party.isExpected ? 3 : 4;
  };
  return [...claims].sort((a, b) => rank(a) - rank(b) || newestClaimFirst(a, b));
}
