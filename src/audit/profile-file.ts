import { ENTRY_KINDS, type EntryKind } from '../recognize/types';
import type { LevelChoice, Profile, Thresholds } from './profiles';

export type ParsedProfile =
  { readonly ok: true; readonly profile: Profile } | { readonly ok: false; readonly message: string };

const KEYS = ['version', 'id', 'title', 'requiredTables', 'isSubmission', 'levels', 'thresholds', 'norms'];
const CHOICES: readonly LevelChoice[] = ['error', 'warning', 'info', 'off'];

/** Bounds of the thresholds: what lies outside is a slip of the pen. */
export const THRESHOLD_BOUNDS: Readonly<Record<keyof Thresholds, { readonly least: number; readonly most: number }>> = {
  classSizeSlack: { least: 0, most: 50 },
  mergeFrom: { least: 2, most: 10_000 },
};

/**
 * Reads a rule profile from JSON text. What it does not say is taken from the profile that its `id` names (`free`
 * where it names none). A wrong word is refused with one Chinese line, never passed over.
 */
export function parseProfile(text: string, known: readonly Profile[]): ParsedProfile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return wrong('不是 JSON 文本');
  }
  if (!isRecord(data)) return wrong('应为一个 JSON 对象');
  const strange = Object.keys(data).find((key) => !KEYS.includes(key));
  if (strange !== undefined) return wrong(`不认识“${strange}”，可以写：${KEYS.join('、')}`);
  if (data['version'] !== undefined && data['version'] !== 1) return wrong('version 应为 1');
  const id = data['id'] ?? 'free';
  const base = known.find((profile) => profile.id === id);
  if (!base) return wrong(`id 应为 ${known.map((profile) => profile.id).join('、')} 之一`);
  const title = data['title'] ?? base.title;
  if (typeof title !== 'string' || title.trim() === '') return wrong('title 应为文字');
  const requiredTables = data['requiredTables'] ?? base.requiredTables;
  if (!Array.isArray(requiredTables) || !requiredTables.every(isKind))
    return wrong(`requiredTables 只能列 ${ENTRY_KINDS.join('、')}`);
  const isSubmission = data['isSubmission'] === undefined ? base.isSubmission : data['isSubmission'];
  if (isSubmission !== null && typeof isSubmission !== 'boolean') return wrong('isSubmission 应为 true、false 或 null');
  const norms = data['norms'] ?? base.norms;
  if (typeof norms !== 'boolean') return wrong('norms 应为 true 或 false');
  const levels = data['levels'] ?? {};
  if (!isRecord(levels)) return wrong('levels 应为“规则编号: 级别”');
  for (const [rule, level] of Object.entries(levels)) {
    // The rules themselves are not loaded where a profile is read.
    if (!/^[A-Z]\d{2}$/u.test(rule)) return wrong(`levels 中的“${rule}”不是规则编号（如 A05），编号见规则手册`);
    if (!isChoice(level)) return wrong(`levels 中 ${rule} 的级别应为 ${CHOICES.join('、')} 之一`);
  }
  const thresholds = thresholdsOf(data['thresholds'] ?? {}, base.thresholds);
  if (typeof thresholds === 'string') return wrong(thresholds);
  return {
    ok: true,
    profile: {
      ...base,
      title,
      requiredTables,
      isSubmission,
      norms,
      levels: { ...base.levels, ...(levels as Record<string, LevelChoice>) },
      thresholds,
    },
  };
}

/** The thresholds, or what is wrong with them. */
function thresholdsOf(given: unknown, base: Thresholds): Thresholds | string {
  if (!isRecord(given)) return 'thresholds 应为“名称: 数”';
  for (const [name, value] of Object.entries(given)) {
    if (!isThreshold(name)) return `thresholds 中没有“${name}”，可以写：${Object.keys(THRESHOLD_BOUNDS).join('、')}`;
    const { least, most } = THRESHOLD_BOUNDS[name];
    if (typeof value !== 'number' || !(value >= least && value <= most))
      return `thresholds 中 ${name} 应为 ${least} 至 ${most} 的数`;
  }
  return { ...base, ...given };
}

function wrong(what: string): ParsedProfile {
  return { ok: false, message: `审核口径文件有误：${what}。` };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKind(value: unknown): value is EntryKind {
  return ENTRY_KINDS.some((kind) => kind === value);
}

function isChoice(value: unknown): value is LevelChoice {
  return CHOICES.some((choice) => choice === value);
}

function isThreshold(name: string): name is keyof Thresholds {
  return Object.hasOwn(THRESHOLD_BOUNDS, name);
}
