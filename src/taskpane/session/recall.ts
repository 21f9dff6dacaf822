import { readJournal } from '../../fill';
import { PARTS } from '../../workbook';
import type { Desk } from './desk';

/** What the workbook keeps of earlier work: the way back and the baseline. Asked when 填报 opens; silent where the host refuses. */
export async function recall(desk: Desk): Promise<void> {
  const { port, work, store } = desk;
  if (!port.abilities.canStoreParts || store.get().task) return;
  const journal = await port.readPart(PARTS.journal);
  if (journal.ok && store.get().changes.length === 0 && journal.value !== null)
    store.set({ changes: readJournal({ [PARTS.journal]: journal.value }).entries });
  const kept = await port.readPart(PARTS.baseline);
  if (!kept.ok || !work.baseline) return;
  store.set({ basis: kept.value === null ? null : await work.baseline.kept({ [PARTS.baseline]: kept.value }) });
}
