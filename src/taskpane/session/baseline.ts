import type { HostResult } from '../../excel/port';
import type { BaselineCapture } from '../../fill';
import type { WorkbookSnapshot } from '../../workbook';
import type { WorkResult } from '../work/work';
import { write } from './changing';
import { announce, fail, notify, runTask, type Desk, type TaskRun } from './desk';
import type { Capture } from './state';

const TITLE = '登记方案基准';
const NO_TABLE = '没有找到方案的任何一张表。请打开方案附件的原件再登记。';
/** Beyond this nothing is a plan file; it must not be read into the pane. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Reads the open workbook as the official annexes and holds them against the published figures; nothing is written. */
export async function captureFrom(desk: Desk, source: string): Promise<void> {
  await capture(desk, source);
}

/** Reads a plan file that was captured elsewhere and holds it against the published figures in the same way. */
export async function captureFromFile(desk: Desk, file: File): Promise<void> {
  if (file.size > MOST_BYTES) return notify(desk, 'warning', `“${file.name}”过大，不是方案基准文件。`);
  const text = await file.text().catch(() => null);
  if (text === null) return notify(desk, 'warning', `读取“${file.name}”时出错，请重新选择。`);
  await capture(desk, { name: file.name, text });
}

async function capture(desk: Desk, from: Capture['from']): Promise<void> {
  if (!desk.work.baseline) return;
  const outcome = await runTask(desk, TITLE, TITLE, true, async (run): Promise<HostResult<WorkResult<Capture>>> => {
    const read = await desk.port.readSnapshot(run.host, run.signal);
    return read.ok ? { ok: true, value: await settle(desk, read.value, from, new Set(), run) } : read;
  });
  if (outcome === null) return;
  if (!outcome.ok) return fail(desk, outcome.problem, TITLE);
  if (!outcome.value.ok) return notify(desk, 'warning', outcome.value.message);
  desk.store.set({ capture: outcome.value.value });
  const { filled, differences, open } = outcome.value.value.result;
  announce(desk, `可补登 ${filled} 格，差异 ${differences.length} 处，其中须确认 ${open.length} 处`);
}

/** The same snapshot and source with these differences accepted. */
async function settle(
  desk: Desk,
  snapshot: WorkbookSnapshot,
  from: Capture['from'],
  accepted: ReadonlySet<string>,
  run: TaskRun,
): Promise<WorkResult<Capture>> {
  const { baseline } = desk.work;
  const none: WorkResult<BaselineCapture> = { ok: false, message: NO_TABLE };
  const read =
    typeof from === 'string'
      ? await baseline
          ?.capture(snapshot, from, accepted, run)
          .then((value): WorkResult<BaselineCapture> => (value === null ? none : { ok: true, value }))
      : await baseline?.fromFile(from, accepted, run);
  return read?.ok ? { ok: true, value: { snapshot, from, accepted, result: read.value } } : (read ?? none);
}

/** Says yes to a value that contradicts a published figure, or takes the yes back; what follows from it is asked anew. */
export async function acceptDifference(desk: Desk, id: string, isAccepted: boolean): Promise<void> {
  const { capture: known } = desk.store.get();
  if (!known) return;
  const accepted = new Set(known.accepted);
  if (isAccepted) accepted.add(id);
  else accepted.delete(id);
  const next = await runTask(desk, TITLE, TITLE, false, (run) =>
    settle(desk, known.snapshot, known.from, accepted, run),
  );
  if (next?.ok) desk.store.set({ capture: next.value });
}

/** Keeps the captured baseline in the workbook; not while a contradiction waits for a yes. */
export async function keepBaseline(desk: Desk): Promise<void> {
  const { capture: known } = desk.store.get();
  const { baseline } = desk.work;
  if (!known || !baseline) return;
  const { open, filled } = known.result;
  if (open.length > 0) return notify(desk, 'warning', `还有 ${open.length} 处与公开数字不符，须逐项确认后才能登记。`);
  const edit = await baseline.keep(known.result);
  const isKept = await write(desk, TITLE, [edit], known.snapshot, TITLE);
  if (!isKept) return;
  const basis =
    edit.kind === 'storePart' && edit.text !== null ? await baseline.kept({ [edit.name]: edit.text }) : null;
  desk.store.set({ capture: null, basis, isStale: desk.store.get().audited !== null, fill: null });
  notify(desk, 'success', `已登记方案基准，补登 ${filled} 格，随工作簿保存。审核、填报和报表从现在起依据它。`, true);
}
