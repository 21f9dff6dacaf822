import type { Profile } from '../../audit';
import { PARTS } from '../../workbook';
import { runAudit } from './auditing';
import { write } from './changing';
import { announce, fail, notify, runTask, type Desk } from './desk';

/** Uses a rule profile, keeps it in the workbook (`null`: none), and marks the result as no longer current. */
export async function chooseProfile(desk: Desk, profile: Profile | null): Promise<void> {
  const { settings, audited } = desk.store.get();
  desk.store.set({ settings: { ...settings, profile }, isStale: audited !== null });
  const { settings: work } = desk.work;
  if (!work || !desk.port.abilities.canStoreParts) return;
  const kept = await desk.port.writePart(PARTS.profile, profile ? work.profilePart(profile) : null);
  if (!kept.ok) fail(desk, kept.problem, '保存设置');
}

/** Takes up the profile that the workbook keeps, unless one was chosen already. */
export async function loadProfile(desk: Desk): Promise<void> {
  const { settings: work } = desk.work;
  if (!work || desk.store.get().settings.profile !== null) return;
  const kept = await desk.port.readPart(PARTS.profile);
  const { settings } = desk.store.get();
  if (!kept.ok || kept.value === null || settings.profile !== null) return;
  const profile = work.readProfile(kept.value);
  if (profile) desk.store.set({ settings: { ...settings, profile } });
}

/** Opens the same unit's previous submission; a workbook that was audited already is audited again with it. */
export async function choosePrevious(desk: Desk, file: File): Promise<void> {
  const { previous } = desk.work;
  if (!previous) return;
  const read = await runTask(desk, '读取上期文件', '一键审核', true, (run) => previous.read(file, run));
  if (read === null) return;
  if (!read.ok) return notify(desk, 'warning', read.message);
  const { settings, audited } = desk.store.get();
  desk.store.set({ settings: { ...settings, previous: read.value } });
  announce(desk, `上期文件：${file.name}`);
  if (audited) await runAudit(desk, true);
}

/** Goes on without the previous submission. */
export async function dropPrevious(desk: Desk): Promise<void> {
  const { settings, audited } = desk.store.get();
  desk.store.set({ settings: { ...settings, previous: null } });
  if (audited) await runAudit(desk, true);
}

/** Takes a confirmed name back; the audit then asks about it again. */
export async function withdrawName(desk: Desk, name: string): Promise<void> {
  const { audited } = desk.store.get();
  const { names } = desk.work;
  if (!audited || !names) return;
  if (!(await write(desk, '取消登记名称', names.withdraw(audited.snapshot, name), audited.snapshot, '写入'))) return;
  await runAudit(desk, true);
  notify(desk, 'success', `已取消登记“${name}”。`, true);
}
