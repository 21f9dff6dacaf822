/** A target held against what is achieved; figures in `unit`. */
export interface Gap {
  /** Stable: `indicator:T16`, `stage:S2`, `builder:袁州区`, `school:S2.9`. */
  readonly id: string;
  readonly scope: 'indicator' | 'stage' | 'builder' | 'school';
  readonly name: string;
  readonly unit: string;
  readonly target: number | null;
  /** Where the target stands: a line of the plan, or what stands in for it. */
  readonly targetSource: string;
  readonly achieved: number | null;
  /** What the achieved figure was taken from, in words. */
  readonly basis: string;
  /** target − achieved; for rates in percentage points. `null` where it cannot be computed. */
  readonly gap: number | null;
  /** Unit of `gap`: `百分点` for rates, else `unit`. */
  readonly gapUnit: string;
  /** achieved ÷ target in percent. */
  readonly rate: number | null;
  /** For seats: the same three figures in 个 and 万个. */
  readonly seats: SeatFigures | null;
  /** What each remaining period has to bring; `null` where the gap or the period is not known, or none remains. */
  readonly perPeriod: number | null;
  /** Counted apart, not in `achieved`: what is 基本完工. */
  readonly nearlyDone: number | null;
  /** Why there is no gap; `null` where there is one. */
  readonly why: string | null;
  /** Other figures for the same target, where text and annex of the plan disagree. */
  readonly alternatives: readonly GapAlternative[];
  /** Plain Chinese: what to know when reading the figures. */
  readonly remarks: readonly string[];
  /** Ids of the plan's notes that concern it. */
  readonly notes: readonly string[];
}

export interface SeatFigures {
  /** 个 */
  readonly units: { readonly target: number | null; readonly achieved: number | null; readonly gap: number | null };
  /** 万个 */
  readonly tenThousands: {
    readonly target: number | null;
    readonly achieved: number | null;
    readonly gap: number | null;
  };
}

export interface GapAlternative {
  /** `附件2` */
  readonly label: string;
  /** In the gap's unit. */
  readonly target: number;
  readonly gap: number | null;
  readonly source: string;
}

export interface GapOptions {
  /** Up to when the achieved figures go; without it, nothing is said per period. */
  readonly asOf?: { readonly year: number; readonly month: number } | null;
  /** Length of a period: 1, 3 or 12 months; quarters by default. */
  readonly periodMonths?: 1 | 3 | 12;
}
