import { readFile, stat } from 'node:fs/promises';
import { parseProfile } from '../audit/profile-file';
import { profileById, PROFILES, type Profile } from '../audit/profiles';
import { nearest } from './arguments';
import { UsageError } from './command';
import type { CliHost } from './host';

/** A profile that could not be had; said already. */
export type ProfileFile = { readonly ok: true; readonly profile: Profile | null } | { readonly ok: false };

const SIZE_LIMIT = 1024 * 1024;

/** The rule profile of `--profile NAME` or `--profile FILE`; `null` where none is given. A word that is neither is wrong usage. */
export async function profileOf(given: string | undefined, host: CliHost): Promise<ProfileFile> {
  if (given === undefined) return { ok: true, profile: null };
  const named = profileById(given);
  if (named) return { ok: true, profile: named };
  const isPath = /[\\/.]/u.test(given) || (await stat(given).then(() => true, () => false)); // prettier-ignore
  if (!isPath) {
    const names = PROFILES.map(({ id }) => id);
    throw new UsageError(
      `没有叫“${given}”的审核口径，可以是：${names.join('、')}，或口径文件的路径。${nearest(given, names)}`,
    );
  }
  let text: string;
  try {
    if ((await stat(given)).size > SIZE_LIMIT) throw new RangeError('too large');
    text = await readFile(given, 'utf8');
  } catch {
    host.note(`审核口径文件 ${given} 无法读取（profileUnreadable）。请核对路径和权限后再试。\n`);
    return { ok: false };
  }
  const parsed = parseProfile(text.replace(/^\uFEFF/u, ''), PROFILES);
  if (parsed.ok) return parsed;
  host.note(`${given}：${parsed.message}（profileInvalid）\n`);
  return { ok: false };
}
