import type { Finding, Fix, Withheld } from '../../audit';
import type { HostResult } from '../../excel/port';
import { recordEdits, storeJournal, takeBack, withoutEntry, type Journal, type TakeBack } from '../../fill';
import { PARTS, type Edit, type ProposedEdit, type WorkbookSnapshot } from '../../workbook';
import type { Wish } from '../messages';
import { applicable } from './applicable';
import { runAudit } from './auditing';
import { announce, fail, notify, runTask, type Desk } from './desk';
import { previewGroups } from './preview-rows';
import { recall } from './recall';
import type { PlaceId } from './state';

/** Excel tells of our own writing a moment after it; what comes within it does not make the result stale. */
const QUIET_MS = 800;

/**
 * Shows changes before they are written, under the words of `titleOf`; without it, by sheet. `withheld`: cells of the same
 * kind that the audit proposes no change for, to be listed with their reasons.
 */
export function showPreview(
  desk: Desk,
  title: string,
  proposed: readonly ProposedEdit[],
  snapshot: WorkbookSnapshot,
  from: PlaceId,
  titleOf: (edit: ProposedEdit) => string = sheetOf,
  withheld: readonly Withheld[] = [],
): void {
  const { edits, skipped: hindered } = applicable(snapshot, proposed);
  const skipped = [...hindered, ...withheld];
  desk.store.set({
    preview: { title, edits, groups: previewGroups(edits, titleOf), skipped, snapshot, from },
    notice: null,
  });
  announce(desk, `${title}：将改动 ${edits.length} 处，请确认`);
}

function sheetOf({ edit }: ProposedEdit): string {
  return edit.kind === 'storePart' ? '' : edit.sheet;
}

/** The edits of a fix: the only answer, or the chosen one. */
export function fixEdits(fix: Fix, choice = 0): readonly ProposedEdit[] {
  return fix.kind === 'auto' ? fix.edits : (fix.choices[choice]?.edits ?? []);
}

/** All findings of the same rule whose fix has one right answer. */
export function sameKind(findings: readonly Finding[], one: Finding): readonly Finding[] {
  return findings.filter((other) => other.rule === one.rule && other.fix?.kind === 'auto');
}

/** Writes the ticked changes of the preview, remembers how to take them back, and audits again. */
export async function applyPreview(desk: Desk, ticked: ReadonlySet<number>): Promise<boolean> {
  const { preview } = desk.store.get();
  if (!preview) return false;
  const edits = preview.edits.filter((_, index) => ticked.has(index)).map(({ edit }) => edit);
  const isAudited = desk.store.get().audited !== null;
  const isDone = await write(desk, preview.title, edits, preview.snapshot, '写入');
  if (!isDone) return false;
  desk.store.set({ preview: null, fill: null });
  if (isAudited) await runAudit(desk, true);
  notify(desk, 'success', `已写入 ${edits.length} 处（${preview.title}）。`, true);
  return true;
}

/** Writes edits as one change that can be taken back, and keeps the way back in the workbook. */
export async function write(
  desk: Desk,
  title: string,
  edits: readonly Edit[],
  snapshot: WorkbookSnapshot,
  wish: Wish,
): Promise<boolean> {
  const journal: Journal = { entries: desk.store.get().changes };
  const recording = recordEdits(snapshot, journal, edits, { title, on: new Date().toISOString() });
  if (recording.kind === 'notInvertible') {
    notify(desk, 'error', '这些改动无法撤消，因此没有写入。请重新审核后再试。');
    return false;
  }
  const isKept = recording.kind === 'recorded';
  const all = isKept && desk.port.abilities.canStoreParts ? [...edits, storeJournal(recording.journal)] : edits;
  const written = await runTask(desk, '写入', wish, false, (run) => desk.port.applyEdits(all, snapshot, run.host));
  desk.quietUntil = desk.now() + QUIET_MS;
  if (written === null) return false;
  if (!written.ok) {
    fail(desk, written.problem, wish);
    return false;
  }
  desk.store.set({ changes: recording.journal.entries });
  return true;
}

/** Forgets the way back, in the workbook too; what was written stays. */
export async function clearJournal(desk: Desk): Promise<void> {
  if (desk.port.abilities.canStoreParts) {
    const cleared = await desk.port.writePart(PARTS.journal, null);
    if (!cleared.ok) return fail(desk, cleared.problem, '撤消');
  }
  desk.quietUntil = desk.now() + QUIET_MS;
  desk.store.set({ changes: [] });
  notify(desk, 'success', '已清除改动记录。已写入的内容保持不变，不能再用本程序撤消。');
}

/** Takes the newest change back; cells that someone changed since are named and left alone. */
export async function undo(desk: Desk): Promise<void> {
  // After the pane was opened anew only the workbook knows.
  if (desk.store.get().changes.length === 0) await recall(desk);
  const { changes } = desk.store.get();
  const newest = changes.at(-1);
  if (!newest) return announce(desk, '没有可以撤消的改动');
  const outcome = await runTask(desk, '撤消', '撤消', false, async (run): Promise<HostResult<TakeBack>> => {
    const read = await desk.port.readSnapshot(run.host, run.signal);
    if (!read.ok) return read;
    const way = takeBack(read.value, { entries: changes }, newest.id);
    if (way.kind === 'blocked') return { ok: true, value: way };
    const rest = storeJournal(withoutEntry({ entries: changes }, newest.id));
    const edits = desk.port.abilities.canStoreParts ? [...way.edits, rest] : way.edits;
    const written = await desk.port.applyEdits(edits, read.value, run.host);
    return written.ok ? { ok: true, value: way } : written;
  });
  desk.quietUntil = desk.now() + QUIET_MS;
  if (outcome === null) return;
  if (!outcome.ok) return fail(desk, outcome.problem, '撤消');
  const { value } = outcome;
  if (value.kind === 'blocked') return notify(desk, 'warning', value.why);
  desk.store.set({ changes: changes.slice(0, -1), fill: null });
  await recall(desk);
  if (desk.store.get().audited) await runAudit(desk, true);
  if (value.left.length === 0) notify(desk, 'success', `已撤消“${newest.title}”。`);
  else notify(desk, 'warning', `已撤消“${newest.title}”，但 ${value.left.join('、')} 在写入后又有改动，保持不变。`);
}
