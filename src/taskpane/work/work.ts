import type { AuditResult, Finding, Level, LevelChoice, Profile } from '../../audit';
import type { Decisions } from '../../consolidate';
import type { BaselineCapture, BaselineConflict, FillGroup } from '../../fill';
import type { PlanNote } from '../../plan';
import type { Edit, ProposedEdit, SheetSpec, WorkbookSnapshot } from '../../workbook';

/** How long work tells where it is, and how it hears that nobody waits for it any more. */
export interface Run {
  /** `step` is a word or two of Chinese; `total` 0 means that the end is not known. */
  progress(step: string, done: number, total: number): void;
  readonly signal: AbortSignal;
}

/** The rule profile and what else the audit is asked with; a plain value that a worker can be sent. */
export interface AuditSettings {
  /** `null`: the profile that the workbook itself asks for. */
  readonly profile: Profile | null;
  /** The same unit's previous submission, where the user pointed to it. */
  readonly previous: PreviousFile | null;
}

/** A previous submission that was opened. */
export interface PreviousFile {
  readonly fileName: string;
  readonly unit: string | null;
  readonly period: string | null;
  readonly snapshot: WorkbookSnapshot;
}

export interface PreviousWork {
  /** Opens a file that someone points to, in a worker that can be ended. */
  read(file: File, run: Run): Promise<WorkResult<PreviousFile>>;
}

export interface AuditAnswer {
  readonly result: AuditResult;
  /** Source and day of the captured baseline that was audited against; `null`: the published text. */
  readonly basis: string | null;
  /** What was taken for which table, how sure that is (0 to 1) and why, in plain Chinese. */
  readonly recognized: readonly {
    readonly kind: string;
    readonly sheet: string;
    readonly range: string;
    readonly rows: number;
    readonly confidence: number;
    readonly reasons: readonly string[];
  }[];
  /** Names that a person confirmed, and the plan's school that each means. */
  readonly names: readonly { readonly name: string; readonly school: string }[];
  /** Sheets that hold no table of the plan, and what was seen instead. */
  readonly notRecognized: readonly { readonly sheet: string; readonly detail: string }[];
  /** Rule id → 小计不符. */
  readonly ruleTitles: Readonly<Record<string, string>>;
}

/** Words of the core in place of a result: one clear Chinese line. */
export type WorkResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export interface ExplanationWork {
  /** Fewest characters of a reason. */
  readonly fewest: number;
  /** The edit that keeps the reason in the workbook. */
  explain(
    snapshot: WorkbookSnapshot,
    finding: Finding,
    note: { readonly text: string; readonly by: string; readonly on: string },
  ): WorkResult<readonly Edit[]>;
  /** The edit that takes the reason back. */
  withdraw(snapshot: WorkbookSnapshot, finding: Finding): WorkResult<readonly Edit[]>;
}

export interface NameWork {
  /** The edit that takes a confirmed name back. */
  withdraw(snapshot: WorkbookSnapshot, name: string): readonly Edit[];
}

export interface FillPreview {
  readonly groups: readonly FillGroup[];
  /** What could not be filled, and why. */
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
}

export interface FillWork {
  /** The edits of the ticked groups and of those that they need, in the order in which they must be applied. */
  chosen(preview: FillPreview, ticked: ReadonlySet<string>): Promise<readonly ProposedEdit[]>;
  plan(snapshot: WorkbookSnapshot, options: FillWishes, run: Run): Promise<FillPreview>;
}

export interface FillWishes {
  /** Offer derived columns that the tables lack, too. */
  readonly newColumns: boolean;
}

/** 登记方案基准 from the open workbook, or from a plan file that was captured elsewhere. */
export interface BaselineWork {
  /** `null` where the workbook holds none of the plan's tables. Ids in `accepted` had an explicit yes. */
  capture(
    snapshot: WorkbookSnapshot,
    source: string,
    accepted: ReadonlySet<string>,
    run: Run,
  ): Promise<BaselineCapture | null>;
  /** The same from the text of a plan file; a file that is none says why. */
  fromFile(
    file: { readonly name: string; readonly text: string },
    accepted: ReadonlySet<string>,
    run: Run,
  ): Promise<WorkResult<BaselineCapture>>;
  /** The edit that keeps it in the workbook. */
  keep(capture: BaselineCapture): Promise<Edit>;
  /** Source and day of the baseline that these parts of a workbook hold; `null` where there is none, or it is damaged. */
  kept(parts: Readonly<Record<string, string>>): Promise<string | null>;
}

/** The submission workbooks that units fill in, by the baseline among these parts of a workbook, else the published plan. */
export interface TemplateWork {
  units(parts: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** An xlsx; `null` is the city-wide one. */
  make(parts: Readonly<Record<string, string>>, unit: string | null, run: Run): Promise<Uint8Array>;
}

export interface ReportChoice {
  readonly id: string;
  readonly title: string;
  /** One line: what the sheet holds, who reads it. */
  readonly about: string;
}

export interface ReportOutcome {
  readonly sheets: readonly SheetSpec[];
  /** The 综述 as text; empty where it was not asked for. */
  readonly summaryText: string;
  readonly notes: readonly string[];
}

export interface ReportWork {
  /** The explanations of the workbook as a sheet to read and to sign. */
  explanations(snapshot: WorkbookSnapshot, settings: AuditSettings, run: Run): Promise<WorkResult<ReportOutcome>>;
  /** The same promise each time. */
  choices(): Promise<readonly ReportChoice[]>;
  generate(
    snapshot: WorkbookSnapshot,
    settings: AuditSettings,
    ids: readonly string[],
    run: Run,
  ): Promise<WorkResult<ReportOutcome>>;
}

/** One file that was handed in, and what became of it. */
export interface SubmissionResult {
  readonly file: string;
  readonly state: 'waiting' | 'reading' | 'read' | 'failed' | 'dropped';
  readonly unit: string | null;
  readonly period: string | null;
  readonly verdict: AuditResult['verdict'] | null;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number } | null;
  /** Why it failed, and what to ask the sender for. */
  readonly message: string | null;
}

/** Something that only a person can settle: which of a unit's files stands, whose figures of a school count. */
export interface AskedQuestion {
  readonly about: 'unit' | 'school';
  readonly key: string;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Id of what stands now: the answer, or the suggestion as long as there is none. */
  readonly standing: string;
}

export interface ConsolidationOutcome {
  readonly questions: readonly AskedQuestion[];
  /** The files' baselines do not agree with each other or with the workbook's. */
  readonly conflict: BaselineConflict | null;
  readonly sheets: readonly SheetSpec[];
  /** What the workbook keeps to go on with next month: part name → text. */
  readonly parts: Readonly<Record<string, string>>;
  /** Lines to read first: who has not reported, what contradicts. */
  readonly notes: readonly string[];
}

export interface ConsolidationWork {
  /**
   * Reads the files one after another, against the open workbook's own baseline (the text of that part; `null`: each
   * against the one that it brings along, else the published text); `onFile` hears of each as it changes, `isDropped` is asked before
   * and after each.
   */
  read(
    files: readonly File[],
    ownBaseline: string | null,
    onFile: (index: number, result: SubmissionResult) => void,
    isDropped: (index: number) => boolean,
    run: Run,
  ): Promise<void>;
  /** The sum of what was read last, as sheets for the open workbook; goes on with the consolidation that it holds. */
  combine(
    snapshot: WorkbookSnapshot,
    chosen: readonly number[],
    decisions: Decisions,
    run: Run,
  ): Promise<WorkResult<ConsolidationOutcome>>;
}

export interface PlanInfo {
  readonly title: string;
  readonly issuedBy: string;
  readonly notes: readonly PlanNote[];
}

/** A rule as the settings list it. */
export interface RuleChoice {
  /** Catalogue ids that the rule answers for. */
  readonly ids: readonly string[];
  readonly title: string;
  readonly level: Level;
}

export interface SettingsWork {
  readonly profiles: readonly Profile[];
  /** The text of the workbook's part that keeps the profile. */
  profilePart(profile: Profile): string;
  /** The profile that such a part holds; `null` for none or a damaged one. */
  readProfile(text: string): Profile | null;
  /** The levels that may be chosen for a rule of this level, the strictest first. */
  allowed(profile: Profile, level: Level): readonly LevelChoice[];
  /** The same promise each time. */
  rules(): Promise<readonly RuleChoice[]>;
  /** The same promise each time. */
  plan(): Promise<PlanInfo>;
}

/**
 * Everything that the pane asks of the core. What is absent has no place in the pane: the places are derived
 * from this object, so nothing is shown that does not work.
 */
export interface Work {
  audit(snapshot: WorkbookSnapshot, settings: AuditSettings, run: Run): Promise<AuditAnswer>;
  readonly explanations?: ExplanationWork;
  readonly names?: NameWork;
  readonly previous?: PreviousWork;
  readonly fill?: FillWork;
  readonly baseline?: BaselineWork;
  readonly templates?: TemplateWork;
  readonly reports?: ReportWork;
  readonly consolidation?: ConsolidationWork;
  readonly settings?: SettingsWork;
}
