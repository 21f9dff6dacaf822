/**
 * What the pane knows and does, without React: one state, and the actions that change it.
 *
 * The ribbon's commands use the same session as the pane, so both always show the same.
 */
import type { Finding, Profile } from '../../audit';
import type { SpreadsheetPort } from '../../excel/port';
import type { Edit } from '../../workbook';
import type { AskedQuestion, Work } from '../work/work';
import { jumpTo, runAudit, VERDICTS } from './auditing';
import { acceptDifference, captureFrom, captureFromFile, keepBaseline } from './baseline';
import { applyPreview, clearJournal, fixEdits, sameKind, showPreview, undo } from './changing';
import { announce, notify, type Desk } from './desk';
import { explain, mark, unmark, withdrawExplanation } from './judging';
import { outlive, type Keeper } from './lasting';
import { lookAt, showSheet } from './looking';
import {
  combine,
  decide,
  dropSubmission,
  makeReports,
  planFill,
  previewFill,
  readSubmissions,
  writeExplanationSheet,
} from './making';
import { recall } from './recall';
import { chooseProfile, choosePrevious, dropPrevious, loadProfile, withdrawName } from './setting';
import { makeTemplate, openTemplate, templateUnits } from './template';
import { FIRST_STATE, type Audited, type Filter, type PaneState, type PlaceId } from './state';
import { createStore } from './store';

export type Session = ReturnType<typeof createSession>;
export type { Audited, Filter, PaneState, PlaceId };
export * from './state';
export { freeEdits } from './applicable';
export { previewRows, withTicks, type PreviewGroup } from './preview-rows';
export type { Keeper };
export * from './finding-list';
export { sameKind, VERDICTS };

/** The places that have something behind them, in the order of the tabs. */
export function placesOf(work: Work): readonly PlaceId[] {
  return [
    'audit',
    ...(work.fill ? (['fill'] as const) : []),
    ...(work.reports ? (['reports'] as const) : []),
    ...(work.consolidation ? (['consolidation'] as const) : []),
    'settings',
  ];
}

/** Joins a workbook and the core into what the pane shows. */
export function createSession(port: SpreadsheetPort, work: Work, now: () => number = () => performance.now()) {
  const store = createStore<PaneState>(FIRST_STATE);
  const desk: Desk = { port, work, store, now, cancel: () => undefined, quietUntil: -Infinity };
  const noteChange = (): void => {
    const { audited, fill, reports, isStale, task } = store.get();
    if (reports && !reports.isStale && !task && now() >= desk.quietUntil) {
      store.set({ reports: { ...reports, isStale: true } });
    }
    if ((audited || fill) && !isStale && !task && now() >= desk.quietUntil) {
      store.set({ isStale: true });
      announce(desk, '表格已改动，结果不是最新');
    }
  };
  const patchFilter = (patch: Partial<Filter>): void => store.set({ filter: { ...store.get().filter, ...patch } });

  return {
    store,
    work,
    abilities: port.abilities,
    /** Begins to hear of changes in the workbook; the returned function ends it. A host that tells nothing is no fault. */
    watch: () => port.onChanged(noteChange).catch(() => () => Promise.resolve()),
    /** Takes up where the page left off when it was last loaded for this workbook, and keeps it from now on. */
    outlive: (keeper: Keeper, workbook: string) => outlive(desk, keeper, workbook, placesOf(work)),
    audit: (onlySheet = '') => runAudit(desk, false, onlySheet),
    cancel: () => desk.cancel(),
    jump: (finding: Finding) => jumpTo(desk, finding),
    /** Opens a place; what was said about another one is over then, unless something is amiss. */
    go(place: PlaceId): void {
      const { place: from, notice } = store.get();
      store.set({ place, notice: from === place || notice?.intent === 'error' ? notice : null });
    },
    filter: patchFilter,
    toggleGroup(title: string): void {
      const collapsed = new Set(store.get().collapsed);
      if (!collapsed.delete(title)) collapsed.add(title);
      store.set({ collapsed });
    },
    activate: (activeId: string | null) => store.set({ activeId }),
    open: (openId: string | null) => store.set({ openId, explaining: null }),
    previewFix(finding: Finding, choice = 0): void {
      const { audited } = store.get();
      if (!audited || !finding.fix) return;
      const edits = fixEdits(finding.fix, choice);
      const isKept = edits.every(({ edit }) => edit.kind === 'storePart');
      const title =
        (isKept && finding.fix.kind === 'choice' && finding.fix.choices[choice]?.label) || finding.fix.label;
      showPreview(desk, title, edits, audited.snapshot, 'audit', undefined, finding.withheld);
    },
    previewAllOfKind(finding: Finding): void {
      const { audited } = store.get();
      if (!audited) return;
      const edits = sameKind(audited.result.findings, finding).flatMap(({ fix }) => (fix ? fixEdits(fix) : []));
      const title = `改正全部“${audited.ruleTitles[finding.rule] ?? finding.rule}”`;
      const withheld = audited.result.findings.flatMap((each) => (each.rule === finding.rule ? each.withheld : []));
      showPreview(desk, title, edits, audited.snapshot, 'audit', undefined, withheld);
    },
    apply: (ticked: ReadonlySet<number>) => applyPreview(desk, ticked),
    closePreview: () => store.set({ preview: null }),
    undo: () => undo(desk),
    startExplaining: (explaining: Finding | null) => store.set({ explaining }),
    explain: (finding: Finding, text: string, by: string) => explain(desk, finding, text, by),
    withdrawExplanation: (finding: Finding) => withdrawExplanation(desk, finding),
    mark: () => mark(desk),
    unmark: () => unmark(desk),
    planFill: (newColumns = false) => planFill(desk, newColumns),
    /** Learns what the workbook keeps of earlier work: the way back and the baseline. */
    recall: () => recall(desk),
    clearJournal: () => clearJournal(desk),
    /** Shows the place of a proposed change on its sheet. */
    lookAt: (edit: Edit) => lookAt(desk, edit),
    showSheet: (sheet: string) => showSheet(desk, sheet),
    captureBaseline: (source: string) => captureFrom(desk, source),
    loadBaseline: (file: File) => captureFromFile(desk, file),
    acceptDifference: (id: string, isAccepted: boolean) => acceptDifference(desk, id, isAccepted),
    keepBaseline: () => keepBaseline(desk),
    templateUnits: () => templateUnits(desk),
    makeTemplate: (unit: string | null) => makeTemplate(desk, unit),
    openTemplate: (unit: string | null) => openTemplate(desk, unit),
    dropCapture: () => store.set({ capture: null }),
    previewFill: (ticked: ReadonlySet<string>) => previewFill(desk, ticked),
    tickReports: (reportTicks: ReadonlySet<string>) => store.set({ reportTicks }),
    makeReports: (ids: readonly string[]) => makeReports(desk, ids),
    readSubmissions: (files: readonly File[]) => readSubmissions(desk, files),
    dropSubmission: (index: number) => dropSubmission(desk, index),
    combine: () => combine(desk),
    decide: (question: AskedQuestion, id: string) => decide(desk, question, id),
    dismissNotice: () => store.set({ notice: null }),
    say: (text: string) => announce(desk, text),
    notify: (intent: 'success' | 'warning' | 'error' | 'info', text: string) => notify(desk, intent, text),
    chooseProfile: (profile: Profile | null) => chooseProfile(desk, profile),
    loadProfile: () => loadProfile(desk),
    choosePrevious: (file: File) => choosePrevious(desk, file),
    dropPrevious: () => dropPrevious(desk),
    withdrawName: (name: string) => withdrawName(desk, name),
    writeExplanationSheet: () => writeExplanationSheet(desk),
  };
}
