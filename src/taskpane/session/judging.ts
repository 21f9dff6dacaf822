import type { Finding, Level } from '../../audit';
import type { HostResult } from '../../excel/port';
import { PARTS } from '../../workbook';
import { runAudit } from './auditing';
import { write } from './changing';
import { announce, fail, notify, runTask, type Desk } from './desk';

/** Keeps a questioned value with a reason; the audit then counts it as explained. */
export async function explain(desk: Desk, finding: Finding, text: string, by: string): Promise<boolean> {
  const { audited } = desk.store.get();
  const { explanations } = desk.work;
  if (!audited || !explanations) return false;
  const note = { text: text.trim(), by: by.trim(), on: new Date().toISOString() };
  const kept = explanations.explain(audited.snapshot, finding, note);
  if (!kept.ok) {
    notify(desk, 'warning', kept.message);
    return false;
  }
  if (!(await write(desk, '审核说明', kept.value, audited.snapshot, '保存说明'))) return false;
  desk.store.set({ explaining: null });
  await runAudit(desk, true);
  notify(desk, 'success', '审核说明已保存在工作簿中。', true);
  return true;
}

/** Takes a reason back. */
export async function withdrawExplanation(desk: Desk, finding: Finding): Promise<void> {
  const { audited } = desk.store.get();
  const { explanations } = desk.work;
  if (!audited || !explanations) return;
  const edits = explanations.withdraw(audited.snapshot, finding);
  if (!edits.ok) return notify(desk, 'warning', edits.message);
  if (!(await write(desk, '撤回说明', edits.value, audited.snapshot, '保存说明'))) return;
  await runAudit(desk, true);
  notify(desk, 'success', '审核说明已撤回。', true);
}

/** Light enough that black print stays readable on them. */
const MARK_COLOURS: Readonly<Record<Level, string>> = { error: '#FFC7CE', warning: '#FFEB9C', info: '#DDEBF7' };
/** Cells of one finding that are marked; a whole painted column helps nobody. */
const MARKED_PER_FINDING = 200;

/** Fills the cells of the findings with a colour until {@link unmark}. */
export async function mark(desk: Desk): Promise<void> {
  const { audited } = desk.store.get();
  if (!audited) return;
  const marks = new Map<string, { at: { sheet: string; row: number; column: number }; colour: string }>();
  for (const { place, level } of audited.result.findings) {
    if (place.sheet === null || place.area === null) continue;
    const { top, left, bottom, right } = place.area;
    let count = 0;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right && count < MARKED_PER_FINDING; column++, count++) {
        const key = `${place.sheet}!${row},${column}`;
        if (!marks.has(key)) marks.set(key, { at: { sheet: place.sheet, row, column }, colour: MARK_COLOURS[level] });
      }
    }
  }
  const done = await runTask(desk, '标记', '标记', false, async () => {
    const marked = await desk.port.mark([...marks.values()]);
    // Marks stay in the file: whoever opens it next can take them away.
    return marked.ok ? noteMarks(desk, true) : marked;
  });
  desk.quietUntil = desk.now() + 800;
  if (done === null) return;
  if (!done.ok) return fail(desk, done.problem, '标记');
  desk.store.set({ isMarked: true });
  announce(desk, `已在表中标记 ${marks.size} 格`);
}

function noteMarks({ port }: Desk, areThere: boolean): Promise<HostResult<void>> {
  if (!port.abilities.canStoreParts) return Promise.resolve({ ok: true, value: undefined });
  return port.writePart(PARTS.marks, areThere ? JSON.stringify({ version: 1 }) : null);
}

/** Takes all marks away without trace. */
export async function unmark(desk: Desk): Promise<void> {
  const done = await runTask(desk, '清除标记', '标记', false, async () => {
    const cleared = await desk.port.clearMarks();
    return cleared.ok ? noteMarks(desk, false) : cleared;
  });
  desk.quietUntil = desk.now() + 800;
  if (done === null) return;
  if (!done.ok) return fail(desk, done.problem, '标记');
  desk.store.set({ isMarked: false });
  announce(desk, '已清除表中的标记');
}
