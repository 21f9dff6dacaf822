import { readFile } from 'node:fs/promises';
import { matchBuilder, matched, yichunPlan, type Plan } from '../plan';
import { UsageError } from './command';
import type { CliHost } from './host';

/** A plan that could not be had; said already. */
export type PlanFile = { readonly ok: true; readonly plan: Plan; readonly isBuiltIn: boolean } | { readonly ok: false };

const SIZE_LIMIT = 16 * 1024 * 1024;

/** The plan of `--plan FILE`, checked; the one that the program brings along where none is given. */
export async function planOf(path: string | undefined, host: CliHost): Promise<PlanFile> {
  if (path === undefined) return { ok: true, plan: yichunPlan, isBuiltIn: true };
  let text: string;
  try {
    const bytes = await readFile(path);
    if (bytes.length > SIZE_LIMIT) throw new RangeError('too large');
    text = bytes.toString('utf8');
  } catch {
    host.note(`方案文件 ${path} 无法读取（planUnreadable）。请核对路径和权限后再试。\n`);
    return { ok: false };
  }
  const { loadPlan } = await import('../plan/schema');
  const loaded = loadPlan(text);
  if (loaded.ok) return { ok: true, plan: loaded.plan, isBuiltIn: false };
  host.note(
    `方案文件 ${path} 不合格式（planInvalid）：\n${loaded.problems.map((problem) => `  ${problem}\n`).join('')}`,
  );
  return { ok: false };
}

/** The builder that `--unit` names, in the plan's own words. */
export function unitOf(plan: Plan, given: string | undefined): string | null {
  if (given === undefined) return null;
  const match = matchBuilder(plan, given);
  const builder = matched(match);
  if (builder) return builder.name;
  const hint = match.kind === 'near' ? `是不是“${match.candidates[0].item.name}”？` : '';
  throw new UsageError(
    `方案中没有填报单位“${given}”。${hint}可以是：${plan.builders.map(({ name }) => name).join('、')}。`,
  );
}
