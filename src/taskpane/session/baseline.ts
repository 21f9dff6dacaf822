import type { WorkbookSnapshot } from '../../workbook';
import { write } from './changing';
import { announce, fail, notify, runTask, type Desk } from './desk';
import type { Capture } from './state';

const TITLE = '登记方案基准';

/** Reads the open workbook as the official annexes and holds them against the published figures; nothing is written. */
export async function captureFrom(desk: Desk, source: string): Promise<void> {
  const { baseline } = desk.work;
  if (!baseline) return;
  const outcome = await runTask(desk, TITLE, TITLE, true, async (run) => {
    const read = await desk.port.readSnapshot(run.host, run.signal);
    if (!read.ok) return read;
    return { ok: true as const, value: await settle(desk, read.value, source, new Set(), run) };
  });
  if (outcome === null) return;
  if (!outcome.ok) return fail(desk, outcome.problem, TITLE);
  if (outcome.value === null) return notify(desk, 'warning', '没有找到方案的任何一张表。请打开方案附件的原件再登记。');
  desk.store.set({ capture: outcome.value });
  const { filled, differences, open } = outcome.value.result;
  announce(desk, `可补登 ${filled} 格，差异 ${differences.length} 处，其中须确认 ${open.length} 处`);
}

type Run = Parameters<NonNullable<Desk['work']['baseline']>['capture']>[3];

async function settle(
  desk: Desk,
  snapshot: WorkbookSnapshot,
  source: string,
  accepted: ReadonlySet<string>,
  run: Run,
): Promise<Capture | null> {
  const result = (await desk.work.baseline?.capture(snapshot, source, accepted, run)) ?? null;
  return result === null ? null : { snapshot, source, accepted, result };
}

/** Says yes to a value that contradicts a published figure, or takes the yes back; what follows from it is asked anew. */
export async function acceptDifference(desk: Desk, id: string, isAccepted: boolean): Promise<void> {
  const { capture } = desk.store.get();
  if (!capture) return;
  const accepted = new Set(capture.accepted);
  if (isAccepted) accepted.add(id);
  else accepted.delete(id);
  const next = await runTask(desk, TITLE, TITLE, false, (run) =>
    settle(desk, capture.snapshot, capture.source, accepted, run),
  );
  if (next) desk.store.set({ capture: next });
}

/** Keeps the captured baseline in the workbook; not while a contradiction waits for a yes. */
export async function keepBaseline(desk: Desk): Promise<void> {
  const { capture } = desk.store.get();
  const { baseline } = desk.work;
  if (!capture || !baseline) return;
  const { open, filled } = capture.result;
  if (open.length > 0) return notify(desk, 'warning', `还有 ${open.length} 处与公开数字不符，须逐项确认后才能登记。`);
  const edit = await baseline.keep(capture.result);
  const isKept = await write(desk, TITLE, [edit], capture.snapshot, TITLE);
  if (!isKept) return;
  const basis =
    edit.kind === 'storePart' && edit.text !== null ? await baseline.kept({ [edit.name]: edit.text }) : null;
  desk.store.set({ capture: null, basis, isStale: desk.store.get().audited !== null, fill: null });
  notify(desk, 'success', `已登记方案基准，补登 ${filled} 格，随工作簿保存。审核、填报和报表从现在起依据它。`, true);
}
