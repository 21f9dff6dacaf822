import type { Finding, Level } from '../../audit';
import type { Decisions } from '../../consolidate';
import type { BaselineCapture, BaselineConflict, JournalEntry } from '../../fill';
import type { ProposedEdit, WorkbookSnapshot } from '../../workbook';
import type { AskedQuestion, AuditAnswer, AuditSettings, FillPreview, SubmissionResult } from '../work/work';

import type { PreviewGroup } from './preview-rows';

export type PlaceId = 'audit' | 'fill' | 'reports' | 'consolidation' | 'settings';

/** Work under way. `total` 0: the end is not known. */
export interface Task {
  readonly title: string;
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly canCancel: boolean;
}

/** One line that stays until it is answered or the next thing happens. */
export interface Notice {
  readonly intent: 'error' | 'warning' | 'success' | 'info';
  readonly text: string;
  /** Offers to take back the newest change. */
  readonly offersUndo: boolean;
}

/** A workbook that was audited: what was read, and what was found in it. */
export interface Audited extends AuditAnswer {
  readonly snapshot: WorkbookSnapshot;
  /** Milliseconds from the click to the result, for the diagnostics view. */
  readonly took: number;
}

export type GroupBy = 'sheet' | 'rule' | 'unit' | 'subject';
/** `open`: to be mended or explained still. `voided`: explained, but the value changed since. */
export type FindingState = 'all' | 'open' | 'fixable' | 'explained' | 'voided';

export interface Filter {
  readonly levels: ReadonlySet<Level>;
  /** Empty: every sheet, every rule. */
  readonly sheet: string;
  readonly rule: string;
  readonly state: FindingState;
  readonly search: string;
  readonly groupBy: GroupBy;
}

/** Changes shown before they are written. */
export interface Preview {
  readonly title: string;
  readonly edits: readonly ProposedEdit[];
  /** The edits by the words under which they are shown, in the same order. */
  readonly groups: readonly PreviewGroup[];
  /** Not written, and why. */
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
  /** The snapshot that the edits were made from. */
  readonly snapshot: WorkbookSnapshot;
  readonly from: PlaceId;
}

export interface ReportsMade {
  /** The workbook changed after they were made. */
  readonly isStale?: boolean;
  readonly sheets: readonly string[];
  readonly summaryText: string;
  readonly notes: readonly string[];
}

/** A plan file that someone chose. */
export interface BaselineFile {
  readonly name: string;
  readonly text: string;
}

/** A baseline that was read and is not kept yet: from the open workbook, or from a file. */
export interface Capture {
  readonly snapshot: WorkbookSnapshot;
  /** What is cited as the source, or the file that names its own. */
  readonly from: string | BaselineFile;
  readonly accepted: ReadonlySet<string>;
  readonly result: BaselineCapture;
}

/** Everything that the pane shows. */
export interface PaneState {
  readonly place: PlaceId;
  readonly task: Task | null;
  readonly notice: Notice | null;
  /** Said to screen readers; `count` makes the same words a new announcement. */
  readonly announcement: { readonly text: string; readonly count: number };
  readonly audited: Audited | null;
  /** The workbook changed after it was read. */
  readonly isStale: boolean;
  readonly filter: Filter;
  readonly collapsed: ReadonlySet<string>;
  /** Id of the finding that has the keyboard, and of the one that is unfolded. */
  readonly activeId: string | null;
  readonly openId: string | null;
  readonly explaining: Finding | null;
  readonly preview: Preview | null;
  /** What was written and can be taken back, oldest first; kept in the workbook as far as it fits. */
  readonly changes: readonly JournalEntry[];
  readonly isMarked: boolean;
  readonly settings: AuditSettings;
  readonly fill: { readonly preview: FillPreview; readonly snapshot: WorkbookSnapshot } | null;
  /** Source and day of the baseline that the workbook keeps; `null` where there is none. */
  readonly basis: string | null;
  readonly capture: Capture | null;
  readonly reports: ReportsMade | null;
  /** Ids of the reports to make; `null` until someone chose: all. */
  readonly reportTicks: ReadonlySet<string> | null;
  readonly submissions: readonly SubmissionResult[];
  readonly consolidated: ReportsMade | null;
  /** What the last consolidation asks, and what was answered since. */
  readonly questions: readonly AskedQuestion[];
  readonly decisions: Decisions;
  /** The baselines of the files that were put together do not agree. */
  readonly conflict: BaselineConflict | null;
  /** Codes of the host problems so far, newest last, for the diagnostics view. */
  readonly problems: readonly string[];
}

export const NO_FILTER: Filter = {
  levels: new Set<Level>(['error', 'warning', 'info']),
  sheet: '',
  rule: '',
  state: 'all',
  search: '',
  groupBy: 'sheet',
};

export const FIRST_STATE: PaneState = {
  place: 'audit',
  task: null,
  notice: null,
  announcement: { text: '', count: 0 },
  audited: null,
  isStale: false,
  filter: NO_FILTER,
  collapsed: new Set(),
  activeId: null,
  openId: null,
  explaining: null,
  preview: null,
  changes: [],
  isMarked: false,
  settings: { profile: null, previous: null },
  fill: null,
  basis: null,
  capture: null,
  reports: null,
  reportTicks: null,
  submissions: [],
  consolidated: null,
  questions: [],
  decisions: { units: {}, schools: {} },
  conflict: null,
  problems: [],
};
