import type { HostResult } from '../../excel/port';
import { PARTS } from '../../workbook';
import type { Wish } from '../messages';
import { fail, notify, runTask, type Desk } from './desk';

const TITLE = '生成模板';

/** The part of the open workbook that decides which plan a template follows. */
async function baselinePart({ port }: Desk): Promise<HostResult<Readonly<Record<string, string>>>> {
  if (!port.abilities.canStoreParts) return { ok: true, value: {} };
  const kept = await port.readPart(PARTS.baseline);
  if (!kept.ok) return kept;
  return { ok: true, value: kept.value === null ? {} : { [PARTS.baseline]: kept.value } };
}

/** Names of the units that a template can be made for; none where the host refuses. */
export async function templateUnits(desk: Desk): Promise<readonly string[]> {
  const parts = await baselinePart(desk);
  return parts.ok && desk.work.templates ? desk.work.templates.units(parts.value) : [];
}

/** Makes the submission workbook of a unit (`null`: city-wide) as an xlsx; `null` where it came to nothing, which is said. */
export async function makeTemplate(
  desk: Desk,
  unit: string | null,
  wish: Wish = '存为文件',
): Promise<Uint8Array | null> {
  const { templates } = desk.work;
  if (!templates) return null;
  const outcome = await runTask(desk, TITLE, wish, true, async (run): Promise<HostResult<Uint8Array>> => {
    const parts = await baselinePart(desk);
    return parts.ok ? { ok: true, value: await templates.make(parts.value, unit, run) } : parts;
  });
  if (outcome === null) return null;
  if (outcome.ok) return outcome.value;
  fail(desk, outcome.problem, wish);
  return null;
}

/** Makes the submission workbook of a unit and opens it as a new workbook. */
export async function openTemplate(desk: Desk, unit: string | null): Promise<void> {
  const wish = '在新工作簿中打开';
  const bytes = await makeTemplate(desk, unit, wish);
  if (!bytes) return;
  const opened = await desk.port.openWorkbook(bytes);
  if (opened.ok) notify(desk, 'success', '模板已在新工作簿中打开，另存后发给填报单位。');
  else fail(desk, opened.problem, wish);
}
