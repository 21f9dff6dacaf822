import type { CellRef, Edit, SheetSpec, WorkbookSnapshot } from '../workbook';

/** Why the host could not do what it was asked; each has one Chinese line in `taskpane`. */
export type HostProblemCode =
  | 'cellEditing' // a cell is being edited
  | 'protected' // the sheet or the workbook is protected
  | 'tooLarge' // a request or an answer beyond what the host takes
  | 'tooOld' // the host lacks a requirement set
  | 'cancelled'
  | 'changedSince' // a cell no longer holds what the preview showed
  | 'rolledBack' // a write failed half-way and everything written was taken back
  | 'notRolledBack' // a write failed and taking it back failed too; `left` lists the cells
  | 'unsaved' // the open workbook would be closed, and holds changes that are in no file yet
  | 'notFound' // the sheet or range is gone
  | 'unknown';

export interface HostProblem {
  readonly code: HostProblemCode;
  /** Sheet or cells concerned, as a person names them. */
  readonly where?: string;
  /** For the diagnostics view only; never shown in the pane's main text. Holds no cell contents. */
  readonly detail?: string;
  readonly left?: readonly CellRef[];
}

export type HostResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: HostProblem };

/** Told while long work goes on; `done` and `total` are in the step's own unit. */
export type Progress = (step: 'reading' | 'writing', done: number, total: number) => void;

export interface HostAbilities {
  readonly name: 'excel' | 'workbench' | 'memory';
  /** Highest ExcelApi requirement set, e.g. `1.14`; empty where it has no meaning. */
  readonly api: string;
  readonly canStoreParts: boolean;
  readonly canDrawCharts: boolean;
  /** A page in it may hand a file to the user. Excel for Windows and Mac drop what a pane wants to save. */
  readonly canDownload: boolean;
}

/**
 * Everything that the pane needs of a spreadsheet program. The pane knows only this; Office.js is
 * behind it in `office-port.ts`, and another host (WPS, a web page) implements the same.
 */
export interface SpreadsheetPort {
  readonly abilities: HostAbilities;
  /** The whole workbook: at most 2 round trips plus one per 4 MB of cells. */
  readSnapshot(progress: Progress, signal: AbortSignal): Promise<HostResult<WorkbookSnapshot>>;
  /**
   * Applies all edits or none. `expected` is the snapshot that the edits were made from: cells that no longer
   * hold what it says are a `changedSince` problem and nothing is written.
   */
  applyEdits(edits: readonly Edit[], expected: WorkbookSnapshot, progress: Progress): Promise<HostResult<void>>;
  /**
   * Writes generated sheets, all or none; a sheet of the same name that this program made before is refilled and keeps
   * what a person added, others are never touched. `signal` is heeded until writing begins.
   */
  writeSheets(
    specs: readonly SheetSpec[],
    progress: Progress,
    signal?: AbortSignal,
  ): Promise<HostResult<readonly string[]>>;
  /** Brings the cell into view and selects it. A hidden sheet is a `notFound` problem unless `reveal`. */
  select(at: CellRef, reveal?: boolean): Promise<HostResult<void>>;
  /** Calls back when cells change or sheets come and go, until the returned function is called. */
  onChanged(listener: (sheet: string | null) => void): Promise<() => Promise<void>>;
  /** A part of ours kept in the workbook; `null` where there is none. */
  readPart(name: string): Promise<HostResult<string | null>>;
  writePart(name: string, text: string | null): Promise<HostResult<void>>;
  /** Fills of single cells that can be taken away without trace; replaces the marks set before. */
  mark(marks: readonly { readonly at: CellRef; readonly colour: string }[]): Promise<HostResult<void>>;
  clearMarks(): Promise<HostResult<void>>;
  /** Opens an xlsx as a new workbook without a file. */
  openWorkbook(bytes: Uint8Array): Promise<HostResult<void>>;
}
