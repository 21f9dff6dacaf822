import {
  applyEdits,
  contentAt,
  findSheet,
  sameContent,
  type CellRef,
  type Edit,
  type EditProblem,
  type SheetSpec,
  type WorkbookSnapshot,
} from '../workbook';
import { generatedPart, generatedSheets, madeSheetOf, madeSheets, PARTS, withAdditions } from '../workbook';
import { touchedBy } from './edit-steps';
import type { HostProblem, HostResult, Progress, SpreadsheetPort } from './port';
import { sheetFromSpec } from './spec-snapshot';
import { placeSpecs } from './place-specs';

/** A port over a snapshot in memory: for tests of the pane, and for hosts that have read a file. */
export interface MemoryPort extends SpreadsheetPort {
  /** The workbook as it is now. */
  readonly workbook: WorkbookSnapshot;
  /** The cell that was selected last. */
  readonly selected: CellRef | null;
  readonly marks: readonly { readonly at: CellRef; readonly colour: string }[];
  /** The file that was opened last as a new workbook. */
  readonly opened: Uint8Array | null;
  /** A person's change to the workbook: listeners are told. */
  change(workbook: WorkbookSnapshot, sheet: string | null): void;
  /** Every call answers with this problem until it is null again. */
  problem: HostProblem | null;
}

export function createMemoryPort(start: WorkbookSnapshot): MemoryPort {
  let workbook = start;
  let selected: CellRef | null = null;
  let marks: MemoryPort['marks'] = [];
  let opened: Uint8Array | null = null;
  const listeners = new Set<(sheet: string | null) => void>();
  const attempt = <T>(work: () => HostResult<T>): Promise<HostResult<T>> =>
    Promise.resolve(port.problem ? { ok: false, problem: port.problem } : work());
  const port: MemoryPort = {
    problem: null,
    get workbook() {
      return workbook;
    },
    get selected() {
      return selected;
    },
    get marks() {
      return marks;
    },
    get opened() {
      return opened;
    },
    change(next, sheet) {
      workbook = next;
      for (const listener of listeners) listener(sheet);
    },
    abilities: { name: 'memory', api: '', canStoreParts: true, canDrawCharts: false, canDownload: false },
    readSnapshot: (progress: Progress, signal: AbortSignal) =>
      attempt(() => {
        if (signal.aborted) return failed({ code: 'cancelled' });
        const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.values.length, 0);
        progress('reading', cells, cells);
        return done(workbook);
      }),
    applyEdits: (edits: readonly Edit[], expected: WorkbookSnapshot, progress: Progress) =>
      attempt(() => {
        const left = changedSince(edits, expected, workbook);
        if (left.length > 0) return failed({ code: 'changedSince', left });
        const next = applyEdits(workbook, edits);
        if (!next.ok) return failed(problemOf(next.problem));
        workbook = next.value;
        progress('writing', edits.length, edits.length);
        return done(undefined);
      }),
    writeSheets: (specs: readonly SheetSpec[], progress: Progress) =>
      attempt(() => {
        const existing = workbook.sheets.map(({ name }) => name);
        const ours = generatedSheets(workbook.parts);
        const made = madeSheets(workbook.parts);
        const placed = placeSpecs(specs, existing, ours).map(({ spec, isNew }) => {
          const [before, record] = [findSheet(workbook, spec.name), made.get(spec.name)];
          return isNew || !before || !record ? spec : withAdditions(spec, before, record);
        });
        const records = new Map([...made, ...placed.map((spec) => [spec.name, madeSheetOf(spec)] as const)]);
        const names = placed.map(({ name }) => name);
        const sheets = new Map(placed.map((spec) => [spec.name, sheetFromSpec(spec)]));
        const kept = workbook.sheets.map((sheet) => sheets.get(sheet.name) ?? sheet);
        const added = names.filter((name) => !existing.includes(name)).flatMap((name) => sheets.get(name) ?? []);
        const stillThere = ours.filter((name) => existing.includes(name));
        const parts = { ...workbook.parts, [PARTS.generated]: generatedPart([...stillThere, ...names], records) };
        workbook = { ...workbook, sheets: [...kept, ...added], parts };
        progress('writing', specs.length, specs.length);
        return done(names);
      }),
    select: (at: CellRef, reveal = false) =>
      attempt(() => {
        const sheet = findSheet(workbook, at.sheet);
        if (!sheet || (sheet.visibility !== 'visible' && !reveal)) return failed({ code: 'notFound', where: at.sheet });
        selected = at;
        return done(undefined);
      }),
    onChanged: (listener) => {
      listeners.add(listener);
      return Promise.resolve(() => Promise.resolve(void listeners.delete(listener)));
    },
    readPart: (name: string) => attempt(() => done(workbook.parts[name] ?? null)),
    writePart: (name: string, text: string | null) =>
      attempt(() => {
        const parts = { ...workbook.parts };
        if (text === null) delete parts[name];
        else parts[name] = text;
        workbook = { ...workbook, parts };
        return done(undefined);
      }),
    mark: (next) =>
      attempt(() => {
        marks = next;
        return done(undefined);
      }),
    clearMarks: () =>
      attempt(() => {
        marks = [];
        return done(undefined);
      }),
    openWorkbook: (bytes) =>
      attempt(() => {
        opened = bytes;
        return done(undefined);
      }),
  };
  return port;
}

function done<T>(value: T): HostResult<T> {
  return { ok: true, value };
}

function failed(problem: HostProblem): { readonly ok: false; readonly problem: HostProblem } {
  return { ok: false, problem };
}

function problemOf(problem: EditProblem): HostProblem {
  return problem.code === 'noSuchSheet'
    ? { code: 'notFound', where: problem.sheet }
    : { code: 'unknown', detail: problem.code };
}

/** Touched cells that no longer hold what the snapshot of the preview says. */
function changedSince(edits: readonly Edit[], expected: WorkbookSnapshot, now: WorkbookSnapshot): readonly CellRef[] {
  return touchedBy(edits, expected).flatMap(({ sheet, area, expected: was }) => {
    const current = findSheet(now, sheet);
    if (!current) return [];
    return was.flatMap((row, r) =>
      row.flatMap((content, c) => {
        const at = { sheet, row: area.top + r, column: area.left + c };
        return sameContent(content, contentAt(current, at.row, at.column)) ? [] : [at];
      }),
    );
  });
}
