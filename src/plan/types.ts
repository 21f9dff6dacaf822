/** Where a value stands in the published plan, in words that an official can look up: `附件2 · 二、初中 · 小计`. */
export type Source = string;

/** One of the sections of annex 2, in the plan's order. Ids are data of the plan file; code only compares them. */
export type StageId = string;

/** A value of the plan: what the text shows, or `null` where it shows nothing, with its place. */
export interface Shown<T> {
  readonly value: T | null;
  /** What the text shows near by, where its row or column is not certain. For reading only, never a reference. */
  readonly uncertain?: T;
  readonly source: Source;
}

/** The measured columns of annex 2: planned classes (个), planned seats (个), planned land (亩). */
export type SchoolMeasure = 'plannedClasses' | 'plannedSeats' | 'plannedLand';
export const SCHOOL_MEASURES: readonly SchoolMeasure[] = ['plannedClasses', 'plannedSeats', 'plannedLand'];

/** A cell that the plan does not show but that its own figures determine, with the arithmetic. */
export interface Derivation {
  readonly value: number;
  readonly formula: string;
  /** `subtotal` and `remark` leave one answer only; `classSize` is a guess and never used as a reference. */
  readonly by: 'subtotal' | 'remark' | 'classSize';
  readonly unique: boolean;
}

export interface PlanSchool {
  /** Stable: `S2.9`. */
  readonly id: string;
  readonly stage: StageId;
  /** Number within its section, 1-based. */
  readonly sequence: number;
  /** `null` where the stored copy lost the name. */
  readonly name: string | null;
  /** Kind inside 高中阶段, read off the name (the annex does not say): 中职 or 普通高中. */
  readonly kind: 'vocational' | 'generalHigh' | null;
  readonly plannedClasses: Shown<number>;
  readonly plannedSeats: Shown<number>;
  readonly plannedLand: Shown<number>;
  readonly builder: Shown<string>;
  readonly remark: Shown<string>;
  readonly derivations: Readonly<Partial<Record<SchoolMeasure, Derivation>>>;
  /** Names that mean this school beside its own (official name after 暂名, 曾用名). */
  readonly aliases: readonly string[];
  readonly source: Source;
  /** Notes that concern this row. */
  readonly notes: readonly string[];
}

export interface PlanStage {
  readonly id: StageId;
  /** `初中` */
  readonly name: string;
  /** `二、初中` */
  readonly heading: string;
  /** Words under which workbooks name the stage, first the plan's own. */
  readonly words: readonly string[];
  readonly expectedRows: number;
  readonly hasSubtotal: boolean;
  readonly subtotal: Readonly<Record<SchoolMeasure, Shown<number>>>;
  /** Seats per class by which the plan's own rows divide; `null` where they do not. Not stated by the plan. */
  readonly classSize: Shown<number>;
  readonly notes: readonly string[];
}

export interface PlanIndicator {
  readonly id: string;
  readonly name: string;
  readonly kind: 'outcome' | 'construction';
  /** `%`, `所`, `万个`, `个`, `文字`. */
  readonly unit: string;
  readonly comparison: 'atLeast' | 'exactly' | 'text';
  readonly target: number | null;
  /** The words of a target that is no number: `大体相当`. */
  readonly targetText: string | null;
  readonly targetYear: number;
  /** What the construction target counts, so that it can be compared with annex 2. */
  readonly measures: {
    readonly what: 'schools' | 'seats' | 'improvedSeats';
    readonly stage: StageId | null;
    readonly kind: PlanSchool['kind'];
  } | null;
  /** Other words for the indicator in workbooks. */
  readonly words: readonly string[];
  readonly source: Source;
  readonly notes: readonly string[];
}

export interface PlanMeasure {
  readonly id: string;
  /** 1-based, continuous over the headings. */
  readonly sequence: number;
  readonly heading: string;
  readonly title: string;
  readonly text: string;
  /** Departments that the stored text shows; more may stand in the printed annex. */
  readonly departments: readonly string[];
  readonly departmentsShown: boolean;
  readonly source: Source;
  readonly notes: readonly string[];
}

export interface PlanFund {
  readonly id: string;
  readonly sequence: number;
  readonly name: string;
  readonly content: string;
  /** 万元. */
  readonly amount: Shown<number>;
  readonly source: Source;
  readonly notes: readonly string[];
}

export interface PlanBuilder {
  readonly id: string;
  readonly name: string;
  /** The city itself (市本级), as against a district. */
  readonly isCity: boolean;
  readonly aliases: readonly string[];
  /** Words that probably mean it: good enough to propose, not to accept. */
  readonly suggestions?: readonly string[];
  readonly source: Source;
}

/**
 * `contradiction`: the plan disagrees with itself. `gap`: the plan does not say. `loss`: only the stored copy lacks it.
 * `remark`: worth knowing when reading (scope, rounding, naming).
 */
export type PlanNoteKind = 'contradiction' | 'gap' | 'loss' | 'remark';

export interface PlanNote {
  readonly id: string;
  readonly kind: PlanNoteKind;
  readonly text: string;
  readonly evidence: string;
}

/** A norm from outside the plan; only ever a hint. */
export interface OutsideNorm {
  readonly id: string;
  readonly what: 'classSize' | 'landPerSeat';
  readonly stage: StageId | null;
  readonly kind: PlanSchool['kind'];
  /** Seats per class, or m² per seat. */
  readonly min: number | null;
  readonly max: number | null;
  readonly source: Source;
}

/** A published plan as data. Another city's plan of the same structure is another value of this type. */
export interface Plan {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly issuedBy: string;
  readonly issuedOn: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Names that mean the city in 填报单位 and the like. */
  readonly cityName: string;
  readonly builders: readonly PlanBuilder[];
  readonly stages: readonly PlanStage[];
  readonly schools: readonly PlanSchool[];
  /** Totals over all sections; shown in the annex or not. */
  readonly schoolTotal: Readonly<Record<SchoolMeasure, Shown<number>>>;
  readonly indicators: readonly PlanIndicator[];
  readonly measures: readonly PlanMeasure[];
  readonly departments: readonly string[];
  readonly funds: readonly PlanFund[];
  readonly fundTotal: Shown<number>;
  readonly norms: readonly OutsideNorm[];
  /** Pairs of names that look alike and are two schools. */
  readonly distinctNames: readonly (readonly [string, string])[];
  readonly notes: readonly PlanNote[];
  /** Set when cells come from a captured baseline (登记方案基准): where from and when. */
  readonly baseline: {
    readonly source: string;
    readonly capturedOn: string;
    readonly accepted: readonly string[];
  } | null;
}
