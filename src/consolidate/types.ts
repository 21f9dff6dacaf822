import type { AuditResult, Explanation, Finding, Level, TableSummary } from '../audit';
import type { StageId } from '../plan';
import type { FieldId, EntryKind } from '../recognize';

/** One reported cell: in the field's own unit (个, 亩, 万元; dates as Excel's day numbers), with the cell that holds it. */
export interface Figure {
  readonly value: string | number;
  /** A1, on the row's sheet. */
  readonly at: string;
  /** Number format for dates. */
  readonly format?: string;
  /** Should be a number, but only a person can say which (`约2700`); shown as written, not counted. */
  readonly isUncounted?: true;
}

export type Figures = Readonly<Partial<Record<FieldId, Figure>>>;

/** One data row that a unit handed in. Blank cells are absent from `figures`. */
export interface SubmittedRow {
  readonly kind: EntryKind;
  /** School, fund, measure or indicator as it was written. */
  readonly name: string;
  /** Id of the plan's entry that the name means; `null` where it means none for certain. */
  readonly item: string | null;
  /** Plan's names that it may mean, best first. */
  readonly candidates: readonly string[];
  readonly stage: StageId | null;
  readonly sheet: string;
  /** 0-based row; the column (0-based) where the table has one entry per column. */
  readonly row: number;
  readonly fillsColumn?: true;
  readonly figures: Figures;
}

/** A finding of the unit's own audit, as a return notice needs it. */
export type CarriedFinding = Pick<
  Finding,
  'rule' | 'level' | 'identity' | 'text' | 'found' | 'expected' | 'source' | 'advice' | 'subject' | 'count'
> & {
  /** `null` for the whole workbook. */
  readonly sheet: string | null;
  /** A1 of the cell or range; `null` for the whole sheet. */
  readonly cell: string | null;
  readonly fixable: boolean;
  readonly explanation: Explanation | null;
};

/** A unit of measure that a header states: `规划学位（万个）`. */
export interface StatedUnit {
  readonly field: FieldId;
  readonly unit: string;
  readonly factor: number;
  readonly sheet: string;
  readonly at: string;
}

/** What a total row says of its own table. */
export interface StatedTotal {
  readonly field: FieldId;
  readonly value: number;
  readonly sheet: string;
  readonly at: string;
}

/** One workbook that was handed in and could be read; all that the consolidation needs of it, and nothing of its file. */
export interface Submission {
  readonly status: 'read';
  readonly fileName: string;
  /** Digest of the file's bytes: the same file has the same one. */
  readonly fingerprint: string;
  /** ISO day or date and time at which it arrived. */
  readonly receivedOn: string;
  /** A builder of the plan; `null` where nothing in the workbook or its name says. */
  readonly unit: string | null;
  /** The unit as written, where it is no builder of the plan. */
  readonly statedUnit: string | null;
  /** `2023年6月`. */
  readonly period: string | null;
  /** Every period that the workbook names, with where it does so. */
  readonly periods: readonly { readonly text: string; readonly at: string }[];
  /** ISO day that the form names; `null` where it does not. */
  readonly reportedOn: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly verdict: AuditResult['verdict'];
  readonly counts: AuditResult['counts'];
  readonly findings: readonly CarriedFinding[];
  /** Findings beyond {@link findings}. */
  readonly moreFindings: number;
  readonly tables: readonly (TableSummary & { readonly kind: EntryKind })[];
  readonly rows: readonly SubmittedRow[];
  /** Rows beyond {@link rows} that match nothing of the plan. */
  readonly moreRows: number;
  /** What those rows add up to, so that nothing goes missing from the sums. */
  readonly moreSums: Readonly<Partial<Record<FieldId, number>>>;
  readonly units: readonly StatedUnit[];
  readonly totals: readonly StatedTotal[];
  /** Says itself that there is nothing to report (零报送). */
  readonly isZeroReport: boolean;
}

/** A file that arrived and could not be opened, or is none to consolidate. */
export interface FailedFile {
  readonly status: 'failed';
  readonly fileName: string;
  readonly receivedOn: string;
  readonly code: string;
  /** One plain Chinese line: what to ask the sender for. */
  readonly message: string;
}

export type ConsolidationInput = Submission | FailedFile;

/** Where a figure of the sum comes from. */
export interface Origin {
  readonly unit: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

export interface SumFigure extends Figure {
  readonly origin: Origin;
}

/** One entry of the plan in the sum; a field is absent where nobody reported it. */
export interface SumRow {
  readonly kind: EntryKind;
  readonly item: string;
  readonly name: string;
  readonly stage: StageId | null;
  /** Units whose figures stand here. */
  readonly units: readonly string[];
  readonly figures: Readonly<Partial<Record<FieldId, SumFigure>>>;
}

export type UnitState = '未报' | '已报' | '退回' | '通过' | '零报送';

/** One unit that has to report, or that has reported unasked. */
export interface UnitStatus {
  readonly unit: string;
  /** One of the plan's builders. */
  readonly isExpected: boolean;
  readonly state: UnitState;
  readonly period: string | null;
  /** Files whose figures stand in the sum. */
  readonly files: readonly string[];
  readonly receivedOn: string | null;
  readonly reportedOn: string | null;
  /** Files that arrived from the unit, failed ones too. */
  readonly times: number;
  readonly counts: Readonly<Record<Level, number>> & { readonly explained: number };
  /** Why returned, or what else to know. */
  readonly reason: string;
  readonly contact: string | null;
  readonly phone: string | null;
}

/** `standing`: counted. `superseded`: a newer one stands. `earlierPeriod`: of another period. `sameFile`: the same bytes arrived under another name. */
export type FileFate = 'standing' | 'superseded' | 'earlierPeriod' | 'sameFile' | 'failed';

export interface FileStatus {
  readonly fileName: string;
  readonly unit: string;
  readonly period: string | null;
  readonly receivedOn: string;
  readonly fate: FileFate;
  /** What became of it, in plain Chinese. */
  readonly note: string;
  readonly counts: (Readonly<Record<Level, number>> & { readonly explained: number }) | null;
}

export interface UnmatchedRow {
  readonly row: SubmittedRow;
  readonly unit: string;
  readonly file: string;
}

/** A question that only a person can settle; the suggestion holds until then. */
export interface Question {
  readonly about: 'unit' | 'school';
  /** The unit's name or the school's id, under which {@link Decisions} keeps the answer. */
  readonly key: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly suggested: string;
}

/** Answers of a person: unit → id of the submission that stands; school's id → id of the submission that stands. */
export interface Decisions {
  readonly units: Readonly<Record<string, string>>;
  readonly schools: Readonly<Record<string, string>>;
}

export const NO_DECISIONS: Decisions = { units: {}, schools: {} };

/** A finding about several files; `place` is of no use here, `origins` says where. */
export interface ManyFinding extends Finding {
  readonly units: readonly string[];
  readonly origins: readonly Origin[];
  readonly question: Question | null;
}

export interface LogEntry {
  /** ISO day. */
  readonly on: string;
  readonly text: string;
}

/** A file as the consolidation workbook keeps it. */
export type StoredFile = ConsolidationInput & {
  /** The consolidation's period when the file first arrived. */
  readonly arrivedIn: string | null;
};

/** All that a consolidation workbook must keep to go on next month. */
export interface StoredState {
  readonly version: 1;
  readonly planId: string;
  readonly period: string | null;
  readonly decisions: Decisions;
  readonly files: readonly StoredFile[];
  readonly log: readonly LogEntry[];
}

/** The outcome. The same files give the same outcome, in whatever order they came. */
export interface Consolidation {
  readonly planId: string;
  readonly period: string | null;
  /** Day of the newest file; stands for the day of making, so that the same files give the same workbook. */
  readonly asOf: string;
  readonly units: readonly UnitStatus[];
  readonly files: readonly FileStatus[];
  /** Every entry of the plan in its order, reported or not. */
  readonly rows: readonly SumRow[];
  readonly unmatched: readonly UnmatchedRow[];
  readonly moreUnmatched: readonly { readonly file: string; readonly unit: string; readonly count: number }[];
  readonly findings: readonly ManyFinding[];
  readonly log: readonly LogEntry[];
  /** Submissions whose figures stand, newest first within a unit. */
  readonly standing: readonly Submission[];
  readonly state: StoredState;
}
