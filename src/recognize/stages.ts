import type { Plan, StageId } from '../plan';
import { squeezed } from '../workbook';

const NUMERAL_PREFIX = /^[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?[、.．,，:：]?/u;
/** 学校（幼儿园）, 中小学校, 学校（园）: words for schools of every stage. */
const ALL_STAGES = /中小学|学校[(、,和及与]*(?:幼儿园|幼儿|园)|校园[(、,]|大中小/u;

/** Everyday words for the stages of schooling; `key` finds the plan's stage by its name. */
const EVERYDAY_WORDS: readonly { readonly key: string; readonly words: readonly string[] }[] = [
  { key: '高中', words: ['中职', '职高', '中等职业', '职业学校', '职业高中', '普通高中', '普高', '高级中学', '高中'] },
  { key: '初中', words: ['初级中学', '初中'] },
  { key: '小学', words: ['小学'] },
  { key: '幼儿园', words: ['幼儿园', '学前教育', '学前', '幼教'] },
  { key: '特殊教育', words: ['特殊教育', '特教', '特校'] },
  { key: '专门', words: ['专门学校', '专门教育'] },
];

/** Finds the plan's stage that a heading, a 学段 cell, a sheet name or a title means. */
export interface StageMatcher {
  /** A label that stands for a stage and for nothing else: `二、初中`, `初中学段（11所）`; `null` for other text. */
  (label: string): StageId | null;
}

/** Words from the plan's data; a label may add numerals, counts in brackets and words such as 学段. */
export function stageMatcher(plan: Plan): StageMatcher {
  const exact = new Map<string, StageId>();
  for (const stage of plan.stages) {
    for (const word of [stage.name, stage.heading, ...stage.words]) {
      exact.set(bareStage(word), stage.id);
    }
  }
  for (const { key, words } of EVERYDAY_WORDS) {
    const stage = plan.stages.find((candidate) => candidate.name.includes(key));
    if (!stage) continue;
    for (const word of words) if (!exact.has(bareStage(word))) exact.set(bareStage(word), stage.id);
  }
  const cache = new Map<string, StageId | null>();
  return (label) => {
    const known = cache.get(label);
    if (known !== undefined) return known;
    const found =
      label.length > 40
        ? null
        : (exact.get(bareStage(label)) ?? exact.get(bareStage(label.replace(/[段部]\s*$/u, ''))) ?? null);
    if (cache.size < 10_000) cache.set(label, found);
    return found;
  };
}

/** `（二）初中学段（11所）：` → `初中`. */
function bareStage(text: string): string {
  return squeezed(text)
    .replace(/[【】[\]〔〕<>《》]/gu, '')
    .replace(/\([^)]*\)/gu, (inner) => (/^\([一二三四五六七八九十]+\)$/u.test(inner) ? inner : ''))
    .replace(NUMERAL_PREFIX, '')
    .replace(/[:：、.]+$/u, '')
    .replace(/(?:\d+|[一二三四五六七八九十]+)[所个]$/u, '')
    .replace(/(?:教育)?(?:阶段|学段|部分|段)?(?:学校)?(?:建设)?(?:项目)?$/u, '')
    .replace(/^(?:新增|新建|规划)/u, '');
}

/** True for text that numbers a heading: `一、…`, `（二）…`. */
export function headingLevel(text: string): 1 | 2 | null {
  const bare = squeezed(text);
  if (/^[一二三四五六七八九十]{1,3}[、.,:]/u.test(bare)) return 1;
  if (/^\([一二三四五六七八九十]{1,3}\)/u.test(bare)) return 2;
  return null;
}

/**
 * The stages to which a sheet's name and a table's title narrow the table down: 小学、幼儿园建设情况. Empty where they name
 * none.
 */
export function stagesNamed(plan: Plan, sheet: string, title: string | null): readonly StageId[] {
  const bare = squeezed(`${sheet} ${title ?? ''}`);
  if (ALL_STAGES.test(bare)) return [];
  return EVERYDAY_WORDS.filter(({ words }) => words.some((word) => bare.includes(word))).flatMap(({ key }) =>
    plan.stages.filter((stage) => stage.name.includes(key)).map((stage) => stage.id),
  );
}

/** The stage that a longer text speaks of, such as a title or a sheet name: exactly one stage named, or `null`. */
export function stageInText(plan: Plan, text: string): StageId | null {
  const bare = squeezed(text);
  if (ALL_STAGES.test(bare)) return null;
  const named = EVERYDAY_WORDS.filter(({ words }) => words.some((word) => bare.includes(word)));
  const ids = new Set(
    named.flatMap(({ key }) => plan.stages.filter((stage) => stage.name.includes(key)).map((stage) => stage.id)),
  );
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}
