import { clean } from '../../audit/precision';
import type { Gap, GapAlternative, GapOptions, SeatFigures } from './types';

/** What a gap is made from; figures in `unit`. */
export interface GapParts {
  readonly id: string;
  readonly scope: Gap['scope'];
  readonly name: string;
  readonly unit: string;
  readonly target: number | null;
  readonly targetSource: string;
  readonly achieved: number | null;
  readonly basis: string;
  readonly nearlyDone?: number | null;
  /** Set where a figure is missing: why. */
  readonly why: string | null;
  readonly remarks?: readonly string[];
  readonly notes?: readonly string[];
  readonly alternatives?: readonly Omit<GapAlternative, 'gap'>[];
  /** Last year of the target. */
  readonly until: number;
}

const TEN_THOUSAND = 10_000;

/** Works a gap out; nothing that is missing becomes 0. */
export function makeGap(parts: GapParts, options: GapOptions): Gap {
  const { target, achieved, unit } = parts;
  const isKnown = target !== null && achieved !== null;
  const gap = isKnown ? clean(round(target - achieved)) : null;
  return {
    id: parts.id,
    scope: parts.scope,
    name: parts.name,
    unit,
    target,
    targetSource: parts.targetSource,
    achieved,
    basis: parts.basis,
    gap,
    gapUnit: unit === '%' ? '百分点' : unit,
    rate: isKnown && target !== 0 ? clean(round((achieved / target) * 100)) : null,
    seats: seatFigures(unit, target, achieved, gap),
    perPeriod: perPeriod(gap, parts.until, options),
    nearlyDone: parts.nearlyDone ?? null,
    why: isKnown ? null : parts.why,
    alternatives: (parts.alternatives ?? []).map((other) => ({
      ...other,
      gap: achieved === null ? null : clean(round(other.target - achieved)),
    })),
    remarks: parts.remarks ?? [],
    notes: parts.notes ?? [],
  };
}

/** 5.18 − 5.13 is 0.05, not 0.04999999. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function seatFigures(
  unit: string,
  target: number | null,
  achieved: number | null,
  gap: number | null,
): SeatFigures | null {
  if (unit !== '个' && unit !== '万个') return null;
  const factor = unit === '万个' ? TEN_THOUSAND : 1;
  const times = (value: number | null, by: number): number | null => (value === null ? null : clean(round(value * by)));
  const all = (by: number): SeatFigures['units'] => ({
    target: times(target, by),
    achieved: times(achieved, by),
    gap: times(gap, by),
  });
  return { units: all(factor), tenThousands: all(factor / TEN_THOUSAND) };
}

/** How many whole or begun periods remain until the end of `until`. */
export function periodsLeft(until: number, { asOf, periodMonths = 3 }: GapOptions): number | null {
  if (!asOf) return null;
  const months = (until - asOf.year) * 12 + (12 - asOf.month);
  return Math.max(0, Math.ceil(months / periodMonths));
}

function perPeriod(gap: number | null, until: number, options: GapOptions): number | null {
  const left = periodsLeft(until, options);
  if (gap === null || left === null || left === 0) return null;
  return gap <= 0 ? 0 : clean(round(gap / left));
}
