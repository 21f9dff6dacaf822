import type { Plan } from '../../plan';
import type { CellRef } from '../../workbook';

/** What a workbook keeps beside its cells: part name → text. */
export type Parts = Readonly<Record<string, string>>;

/** What the captured workbook says otherwise than the published plan, or lacks. */
export interface BaselineDifference {
  /** Stable: `S2.1.plannedClasses`, `S2.subtotal.plannedSeats`, `S2.rows`, `F01.amount`. */
  readonly id: string;
  /**
   * `published`: another value than the published one. `sum`: the rows do not come to the published subtotal.
   * `derived`: another value than the published figures leave. `uncertain`: the published text is not certain there.
   * `missing`: the workbook lacks it. `unknown`: the plan does not list it.
   */
  readonly kind: 'published' | 'sum' | 'derived' | 'uncertain' | 'missing' | 'unknown';
  /** `宜阳二中 规划班数` */
  readonly what: string;
  readonly published: string;
  readonly captured: string;
  /** One plain Chinese sentence. */
  readonly text: string;
  /** Contradicts a published figure: kept only with an explicit yes. */
  readonly needsYes: boolean;
  readonly at: CellRef | null;
}

export interface BaselineCapture {
  /** The plan with the cells that the workbook adds, and with contradicting ones that were accepted. */
  readonly plan: Plan;
  /** How many cells the workbook added. */
  readonly filled: number;
  readonly differences: readonly BaselineDifference[];
  /** Differences that need a yes and have none yet; while there are any, the baseline must not be kept. */
  readonly open: readonly BaselineDifference[];
}

export interface CaptureOptions {
  /** Where the figures come from, as an official would cite it: `方案附件2（市教体局存档件）`. */
  readonly source: string;
  /** ISO day. */
  readonly capturedOn: string;
  /** Ids of the differences that a person accepted. */
  readonly accepted?: ReadonlySet<string>;
}
