import { bareText, editDistance, normalizeName, similarity } from './names';
import type { Plan, PlanBuilder, PlanFund, PlanIndicator, PlanMeasure, PlanSchool, StageId } from './types';

/**
 * `exact`: the plan's name up to spaces and brackets. `alias`: another name of the same thing (official name after
 * 暂名, short form). `near`: not the same, but these look alike, best first. `none`: nothing alike.
 */
export type Match<T> =
  | { readonly kind: 'exact' | 'alias'; readonly item: T }
  | { readonly kind: 'near'; readonly candidates: readonly T[] }
  | { readonly kind: 'none' };

interface SchoolIndex {
  readonly exact: ReadonlyMap<string, readonly PlanSchool[]>;
  readonly byName: ReadonlyMap<string, readonly PlanSchool[]>;
  readonly keys: readonly { readonly key: string; readonly school: PlanSchool }[];
  readonly distinct: ReadonlySet<string>;
  readonly cache: Map<string, Match<PlanSchool>>;
}

const indexes = new WeakMap<Plan, SchoolIndex>();

function indexOf(plan: Plan): SchoolIndex {
  const known = indexes.get(plan);
  if (known) return known;
  const exact = new Map<string, PlanSchool[]>();
  const byName = new Map<string, PlanSchool[]>();
  const keys: { key: string; school: PlanSchool }[] = [];
  const add = (map: Map<string, PlanSchool[]>, key: string, school: PlanSchool): void => {
    const list = map.get(key);
    if (!list) map.set(key, [school]);
    else if (!list.includes(school)) list.push(school);
  };
  for (const school of plan.schools) {
    if (school.name === null) continue;
    add(exact, bareText(school.name).replace(/[()]/gu, ''), school);
    for (const name of [school.name, ...otherNames(school.name), ...school.aliases]) {
      const key = normalizeName(name, plan.cityName);
      add(byName, key, school);
      keys.push({ key, school });
    }
  }
  const distinct = new Set(plan.distinctNames.flat().map((name) => normalizeName(name, plan.cityName)));
  const index = { exact, byName, keys, distinct, cache: new Map<string, Match<PlanSchool>>() };
  indexes.set(plan, index);
  return index;
}

/** `宜春市职业中等专业学校（开放大学）` is also known by each of its two names. */
function otherNames(name: string): readonly string[] {
  const match = /^(.+?)[(（]([^()（）]+)[)）]$/u.exec(name);
  if (!match?.[1] || !match[2] || match[2] === '暂名') return [];
  return /园$|校$|学$/u.test(match[2]) && match[2].length > 3 ? [match[1], match[2]] : [match[1]];
}

/** Finds the plan's school that a name means; `stage` decides between equal names. */
export function matchSchool(plan: Plan, name: string, stage: StageId | null = null): Match<PlanSchool> {
  const index = indexOf(plan);
  const cacheKey = `${stage ?? ''}|${name}`;
  const known = index.cache.get(cacheKey);
  if (known) return known;
  const match = findSchool(plan, index, name, stage);
  if (index.cache.size < 20_000) index.cache.set(cacheKey, match);
  return match;
}

function findSchool(plan: Plan, index: SchoolIndex, name: string, stage: StageId | null): Match<PlanSchool> {
  const pick = (schools: readonly PlanSchool[] | undefined): PlanSchool | undefined =>
    schools?.find((school) => school.stage === stage) ?? schools?.[0];
  const exact = pick(index.exact.get(bareText(name).replace(/[()]/gu, '')));
  if (exact) return { kind: 'exact', item: exact };
  const key = normalizeName(name, plan.cityName);
  if (key === '') return { kind: 'none' };
  const alias = pick(index.byName.get(key));
  if (alias) return { kind: 'alias', item: alias };
  if (index.distinct.has(key)) return { kind: 'none' };
  const near = new Map<PlanSchool, number>();
  for (const candidate of index.keys) {
    const distance = contains(key, candidate.key) ? 1 : editDistance(key, candidate.key, 3);
    const limit = Math.min(3, Math.max(1, Math.floor(Math.min(key.length, candidate.key.length) / 3)));
    if (distance > limit) continue;
    const score = distance + (stage !== null && candidate.school.stage !== stage ? 0.5 : 0);
    near.set(candidate.school, Math.min(near.get(candidate.school) ?? Infinity, score));
  }
  const candidates = [...near]
    .sort((a, b) => a[1] - b[1])
    .slice(0, 3)
    .map(([school]) => school);
  return candidates.length > 0 ? { kind: 'near', candidates } : { kind: 'none' };
}

function contains(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.includes(short);
}

function matchByWords<T>(
  items: readonly T[],
  words: (item: T) => readonly string[],
  text: string,
  least: number,
): Match<T> {
  const bare = bareText(text).replace(/[()]/gu, '');
  if (bare === '') return { kind: 'none' };
  for (const item of items) {
    const [own = '', ...others] = words(item).map((word) => bareText(word).replace(/[()]/gu, ''));
    if (own === bare) return { kind: 'exact', item };
    if (others.includes(bare)) return { kind: 'alias', item };
  }
  const alike = items
    .map((item) => ({ item, score: Math.max(...words(item).map((word) => similarity(word, text))) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);
  return alike.length > 0 ? { kind: 'near', candidates: alike.slice(0, 3).map(({ item }) => item) } : { kind: 'none' };
}

export function matchFund(plan: Plan, name: string): Match<PlanFund> {
  const bare = name.replace(/^[\d一二三四五六七八九十]+[.、．]\s*/u, '');
  return matchByWords(plan.funds, (fund) => [fund.name], bare, 0.6);
}

export function matchIndicator(plan: Plan, name: string): Match<PlanIndicator> {
  const bare = name
    .normalize('NFKC')
    .replace(/^[(]?[\d一二三四五六七八九十]+[)]?[.、]\s*/u, '')
    .replace(/\((?:%|所|个|万个|人)\)$/u, '')
    .replace(/^其中[:：]?/u, '');
  return matchByWords(plan.indicators, (indicator) => [indicator.name, ...indicator.words], bare, 0.75);
}

/** Matches a measure of annex 1 by its number and title; `text` is the whole cell. */
export function matchMeasure(plan: Plan, text: string): Match<PlanMeasure> {
  const bare = text.normalize('NFKC').trim();
  const title = bare.replace(/^[(]?\d{1,2}[)]?[.、．]?\s*/u, '').split(/[。.\n]/u)[0] ?? '';
  const match = matchByWords(plan.measures, (measure) => [measure.title, measure.text], title, 0.7);
  if (match.kind !== 'none') return match;
  return matchByWords(plan.measures, (measure) => [measure.text, measure.title + measure.text], bare, 0.7);
}

/** Matches 建设主体 by name or alias; `near` where the text merely resembles one. */
export function matchBuilder(plan: Plan, text: string): Match<PlanBuilder> {
  const match = matchByWords(plan.builders, (builder) => [builder.name, ...builder.aliases], text, 0.5);
  if (match.kind !== 'none') return match;
  const bare = bareText(text);
  const part = plan.builders.filter(
    (builder) => bare.length >= 2 && (bare.includes(bareText(builder.name)) || bareText(builder.name).includes(bare)),
  );
  return part.length > 0 ? { kind: 'near', candidates: part } : { kind: 'none' };
}
