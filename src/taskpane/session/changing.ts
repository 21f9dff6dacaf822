import type { Finding, Fix } from '../../audit';
import {
  contentAt,
  findSheet,
  invertEdits,
  sameContent,
  type Edit,
  type ProposedEdit,
  type WorkbookSnapshot,
} from '../../workbook';
import type { Wish } from '../messages';
import { applicable, editPlace } from './applicable';
import { runAudit } from './auditing';
import { announce, fail, notify, runTask, type Desk } from './desk';
import type { Change, PlaceId } from './state';

/** Excel tells of our own writing a moment after it; what comes within it does not make the result stale. */
const QUIET_MS = 800;
/** Changes that can be taken back, oldest dropped. */
const KEPT_CHANGES = 50;

/** Shows changes before they are written. */
export function showPreview(
  desk: Desk,
  title: string,
  proposed: readonly ProposedEdit[],
  snapshot: WorkbookSnapshot,
  from: PlaceId,
): void {
  const { edits, skipped } = applicable(snapshot, proposed);
  desk.store.set({ preview: { title, edits, skipped, snapshot, from }, notice: null });
  announce(desk, `${title}：将改动 ${edits.length} 处，请确认`);
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
  const isDone = await write(desk, preview.title, edits, preview.snapshot, '写入');
  if (!isDone) return false;
  desk.store.set({ preview: null, fill: null });
  await runAudit(desk, true);
  notify(desk, 'success', `已写入 ${edits.length} 处（${preview.title}）。`, true);
  return true;
}

/** Writes edits as one change that can be taken back. */
export async function write(
  desk: Desk,
  title: string,
  edits: readonly Edit[],
  snapshot: WorkbookSnapshot,
  wish: Wish,
): Promise<boolean> {
  const inverted = invertEdits(snapshot, edits);
  if (!inverted.ok) {
    notify(desk, 'error', '这些改动无法撤消，因此没有写入。请重新审核后再试。');
    return false;
  }
  const written = await runTask(desk, '写入', false, (run) => desk.port.applyEdits(edits, snapshot, run.host));
  desk.quietUntil = desk.now() + QUIET_MS;
  if (written === null) return false;
  if (!written.ok) {
    fail(desk, written.problem, wish);
    return false;
  }
  const change: Change = { title, edits, inverse: inverted.value };
  desk.store.set({ changes: [...desk.store.get().changes, change].slice(-KEPT_CHANGES) });
  return true;
}

/** Takes the newest change back; cells that someone changed since are named and left alone. */
export async function undo(desk: Desk): Promise<void> {
  const change = desk.store.get().changes.at(-1);
  if (!change) return announce(desk, '没有可以撤消的改动');
  const outcome = await runTask(desk, '撤消', false, async (run) => {
    const read = await desk.port.readSnapshot(run.host, run.signal);
    if (!read.ok) return read;
    const touched = changedSince(read.value, change.edits);
    const shifts = change.edits.some(({ kind }) => kind === 'insertRows' || kind === 'deleteRows');
    if (touched.size > 0 && shifts) return { ok: true as const, value: { left: touched, isWhole: false } };
    const edits = change.inverse.filter((edit) => !touched.has(placeOf(edit)));
    const written = await desk.port.applyEdits(edits, read.value, run.host);
    return written.ok ? { ok: true as const, value: { left: touched, isWhole: true } } : written;
  });
  desk.quietUntil = desk.now() + QUIET_MS;
  if (outcome === null) return;
  if (!outcome.ok) return fail(desk, outcome.problem, '撤消');
  const { left, isWhole } = outcome.value;
  if (!isWhole) {
    return notify(desk, 'warning', `${[...left].join('、')} 在写入后又有改动，插入的行未撤消。请先核对这些单元格。`);
  }
  desk.store.set({ changes: desk.store.get().changes.slice(0, -1), fill: null });
  if (desk.store.get().audited) await runAudit(desk, true);
  if (left.size === 0) notify(desk, 'success', `已撤消“${change.title}”。`);
  else notify(desk, 'warning', `已撤消“${change.title}”，但 ${[...left].join('、')} 在写入后又有改动，保持不变。`);
}

function placeOf(edit: Edit): string {
  return editPlace({ edit, before: null, reason: '' });
}

/** Places whose cell no longer holds what we wrote there. */
function changedSince(now: WorkbookSnapshot, edits: readonly Edit[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const edit of edits) {
    if (edit.kind !== 'content') continue;
    const sheet = findSheet(now, edit.sheet);
    if (!sheet || !sameContent(contentAt(sheet, edit.row, edit.column), edit.content)) places.add(placeOf(edit));
  }
  return places;
}
