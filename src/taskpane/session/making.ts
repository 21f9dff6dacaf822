import type { HostResult } from '../../excel/port';
import type { BaselineConflict } from '../../fill';
import { PARTS, type SheetSpec, type WorkbookSnapshot } from '../../workbook';
import type { AskedQuestion, SubmissionResult, WorkResult } from '../work/work';
import { announce, fail, notify, runTask, type Desk, type TaskRun } from './desk';
import { changesOf } from './auditing';
import { showPreview } from './changing';
import type { ReportsMade } from './state';

/** Reads the workbook and works out what can be filled; nothing is written. */
export async function planFill(desk: Desk, newColumns = false): Promise<void> {
  const { fill } = desk.work;
  if (!fill) return;
  const outcome = await runTask(desk, '计算填报', '计算填报', true, async (run) => {
    const read = await desk.port.readSnapshot(run.host, run.signal);
    if (!read.ok) return read;
    return {
      ok: true as const,
      value: { snapshot: read.value, preview: await fill.plan(read.value, { newColumns }, run) },
    };
  });
  if (outcome === null) return;
  if (!outcome.ok) return fail(desk, outcome.problem, '计算填报');
  const changes = changesOf(desk.store.get().changes, outcome.value.snapshot);
  desk.store.set({ fill: outcome.value, preview: null, isStale: false, changes });
  const count = outcome.value.preview.groups.reduce((sum, group) => sum + group.edits.length, 0);
  announce(desk, count === 0 ? '没有需要填报的内容' : `可以填报 ${count} 处，请选择`);
}

/** Shows the changes of the ticked groups. */
export async function previewFill(desk: Desk, ticked: ReadonlySet<string>): Promise<void> {
  const { fill } = desk.store.get();
  if (!fill || !desk.work.fill) return;
  const edits = await desk.work.fill.chosen(fill.preview, ticked);
  const titles = new Map(fill.preview.groups.flatMap((group) => group.edits.map((edit) => [edit, group.title])));
  showPreview(desk, '计算填报', edits, fill.snapshot, 'fill', (edit) => titles.get(edit) ?? '');
}

type Made = ReportsMade | { readonly message: string };

async function makeSheets(
  desk: Desk,
  run: TaskRun,
  outcome: WorkResult<Omit<ReportsMade, 'sheets'> & { readonly sheets: readonly SheetSpec[] }>,
): Promise<HostResult<Made>> {
  if (!outcome.ok) return { ok: true, value: { message: outcome.message } };
  const written = await desk.port.writeSheets(outcome.value.sheets, run.host, run.signal);
  return written.ok ? { ok: true, value: { ...outcome.value, sheets: written.value } } : written;
}

/** Keeps what the next consolidation goes on with; which sheets are ours, the port has noted itself. */
async function keepParts(
  desk: Desk,
  parts: Readonly<Record<string, string>>,
  made: HostResult<Made>,
): Promise<HostResult<Made>> {
  for (const [name, text] of Object.entries(parts)) {
    if (name === PARTS.generated) continue;
    const kept = await desk.port.writePart(name, text);
    if (!kept.ok) return kept;
  }
  return made;
}

/** Makes the chosen reports and writes them as sheets. */
export async function makeReports(desk: Desk, ids: readonly string[]): Promise<void> {
  const { reports } = desk.work;
  if (!reports) return;
  const outcome = await runTask(desk, '生成报表', '生成报表', true, async (run): Promise<HostResult<Made>> => {
    const read: HostResult<WorkbookSnapshot> = await desk.port.readSnapshot(run.host, run.signal);
    if (!read.ok) return read;
    return makeSheets(desk, run, await reports.generate(read.value, desk.store.get().settings, ids, run));
  });
  desk.quietUntil = desk.now() + 800;
  if (outcome === null) return;
  if (!outcome.ok) return fail(desk, outcome.problem, '生成报表');
  if ('message' in outcome.value) return notify(desk, 'warning', outcome.value.message);
  desk.store.set({ reports: outcome.value });
  const { length } = outcome.value.sheets;
  const besides = length > ids.length ? `，其中 ${length - ids.length} 张是所选报表的数据来源` : '';
  notify(desk, 'success', `已生成 ${length} 张报表${besides}。`);
}

/** Writes the explanations as a sheet to read and to sign. */
export async function writeExplanationSheet(desk: Desk): Promise<void> {
  const { reports } = desk.work;
  const { audited, settings } = desk.store.get();
  if (!reports || !audited) return;
  const outcome = await runTask(desk, '生成审核说明表', '生成报表', true, async (run) =>
    makeSheets(desk, run, await reports.explanations(audited.snapshot, settings, run)),
  );
  desk.quietUntil = desk.now() + 800;
  if (outcome === null) return;
  if (!outcome.ok) return fail(desk, outcome.problem, '生成报表');
  if ('message' in outcome.value) return notify(desk, 'warning', outcome.value.message);
  notify(desk, 'success', `已生成工作表“${outcome.value.sheets.join('、')}”。`);
}

/** Files that were taken out of the list while others are being read. */
const dropped = new WeakMap<Desk, Set<number>>();

/** Reads what was handed in; each file shows what became of it as soon as it is known. */
export async function readSubmissions(desk: Desk, files: readonly File[]): Promise<void> {
  const { consolidation } = desk.work;
  if (!consolidation || files.length === 0) return;
  const left = new Set<number>();
  dropped.set(desk, left);
  desk.store.set({
    submissions: files.map(({ name }) => waiting(name)),
    consolidated: null,
    questions: [],
    conflict: null,
  });
  const put = (index: number, result: SubmissionResult): void => {
    if (left.has(index)) return;
    desk.store.set({ submissions: desk.store.get().submissions.map((old, at) => (at === index ? result : old)) });
  };
  const done = await runTask(desk, '读取报送文件', '汇总', true, async (run) => {
    const own = desk.port.abilities.canStoreParts ? await desk.port.readPart(PARTS.baseline) : null;
    await consolidation.read(
      files,
      own?.ok ? own.value : null,
      (index, result) => !run.signal.aborted && put(index, result),
      (index) => left.has(index),
      run,
    );
    return true;
  });
  const { submissions } = desk.store.get();
  if (done === null) {
    desk.store.set({
      submissions: submissions.map((one) =>
        isOpen(one) ? { ...one, state: 'dropped', message: '已取消，未读取' } : one,
      ),
    });
    return;
  }
  const failed = submissions.filter(({ state }) => state === 'failed').length;
  announce(desk, `已读取 ${submissions.length} 个文件，${failed} 个未能读取`);
}

/** Takes one file out, read or not. */
export function dropSubmission(desk: Desk, index: number): void {
  dropped.get(desk)?.add(index);
  desk.store.set({
    submissions: desk.store
      .get()
      .submissions.map((one, at) => (at === index ? { ...one, state: 'dropped', message: '已移出，不参加汇总' } : one)),
    consolidated: null,
    questions: [],
    conflict: null,
  });
}

/** Answers a question of the last consolidation; it counts when the sum is made again. */
export function decide(desk: Desk, { about, key }: AskedQuestion, id: string): void {
  const { decisions } = desk.store.get();
  const of = about === 'unit' ? 'units' : 'schools';
  desk.store.set({ decisions: { ...decisions, [of]: { ...decisions[of], [key]: id } } });
}

function isOpen({ state }: SubmissionResult): boolean {
  return state === 'waiting' || state === 'reading';
}

function waiting(file: string): SubmissionResult {
  return { file, state: 'waiting', unit: null, period: null, verdict: null, counts: null, message: null };
}

/** Writes the sum of the files that were read as sheets of this workbook. */
export async function combine(desk: Desk): Promise<void> {
  const { consolidation } = desk.work;
  if (!consolidation) return;
  const chosen = desk.store.get().submissions.flatMap(({ state }, index) => (state === 'read' ? [index] : []));
  let questions: readonly AskedQuestion[] = [];
  let conflict: BaselineConflict | null = null;
  let basis = desk.store.get().basis;
  const outcome = await runTask(desk, '汇总', '汇总', true, async (run): Promise<HostResult<Made>> => {
    const read = await desk.port.readSnapshot(run.host, run.signal);
    if (!read.ok) return read;
    const combined = await consolidation.combine(read.value, chosen, desk.store.get().decisions, run);
    if (!combined.ok) return { ok: true, value: { message: combined.message } };
    ({ questions, conflict } = combined.value);
    basis = (await desk.work.baseline?.kept(combined.value.parts)) ?? null;
    const made = await makeSheets(desk, run, { ok: true, value: { summaryText: '', ...combined.value } });
    return made.ok ? keepParts(desk, combined.value.parts, made) : made;
  });
  desk.quietUntil = desk.now() + 800;
  if (outcome === null) return;
  if (!outcome.ok) return fail(desk, outcome.problem, '汇总');
  if ('message' in outcome.value) return notify(desk, 'warning', outcome.value.message);
  desk.store.set({ consolidated: outcome.value, questions, conflict, basis });
  const asked = questions.length === 0 ? '' : `有 ${questions.length} 项请您确定。`;
  const doubt = conflict ? '各处登记的方案基准不一致，请先核对。' : '';
  const words = `汇总完成，已写入 ${outcome.value.sheets.length} 张表。${asked}${doubt}`;
  notify(desk, conflict ? 'warning' : 'success', words);
}
