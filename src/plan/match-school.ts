import { NO_MATCH, nearest, oncePer, type Candidate, type Match } from './match';
import { editDistance, foldName, normalizeName, outsideBrackets, similarity } from './names';
import type { Plan, PlanSchool, StageId } from './types';

/** Words that many schools share; what is left of a name tells schools apart. */
const SHARED_WORDS =
  /中等专业学校|中等职业技术学校|职业技术学校|职业学校|特殊教育学校|专门学校|街道|小区|配套|中心|幼儿园|高级中学|初级中学|中学|小学|学校|分校|分园|[镇乡区县市]/gu;
const KIND = /小学|中学|幼儿园/u;
const ORDINAL = /第[一二三四五六七八九十]+/u;

interface SchoolIndex {
  /** Own names, then other names; several schools where stages share a name. */
  readonly exact: ReadonlyMap<string, readonly PlanSchool[]>;
  readonly alias: ReadonlyMap<string, readonly PlanSchool[]>;
  readonly distinct: ReadonlySet<string>;
  readonly named: readonly ({ readonly school: PlanSchool } & NameParts)[];
  /** What was found for names that the plan does not have, as the same names come again in every rule and file. */
  readonly near: Map<string, Match<PlanSchool>>;
  /** Builders' names as they stand in normalized school names. */
  readonly builders: readonly string[];
}

/** A normalized name without what is in brackets, and what of it tells schools apart. */
interface NameParts {
  readonly name: string;
  readonly core: string;
  readonly ordinal: string | undefined;
}

/** So many names are remembered before all are forgotten: one file's names stay at hand, a thousand files' do not pile up. */
const NEAR_LIMIT = 20_000;

const indexOf = oncePer((plan: Plan): SchoolIndex => {
  const exact = new Map<string, PlanSchool[]>();
  const alias = new Map<string, PlanSchool[]>();
  const named: ({ school: PlanSchool } & NameParts)[] = [];
  const builders = plan.builders.map(({ name }) => foldName(name));
  for (const school of plan.schools) {
    if (school.name === null) continue;
    const name = normalizeName(school.name, plan.cityName);
    put(exact, normalizeName(school.name), school);
    for (const other of [name, outsideBrackets(name)]) put(alias, other, school);
    for (const other of school.aliases) put(alias, normalizeName(other, plan.cityName), school);
    named.push({ school, ...partsOf(name, builders) });
  }
  const distinct = new Set(
    plan.distinctNames.flatMap(([a, b]) => {
      const [one, two] = [normalizeName(a, plan.cityName), normalizeName(b, plan.cityName)];
      return [pairKey(one, two), pairKey(two, one)];
    }),
  );
  return { exact, alias, distinct, named, near: new Map(), builders };
});

/**
 * Which school of annex 2 a name means. With `stage`, a school of that stage goes before one of the same name
 * elsewhere, but a certain match elsewhere is still a match: the caller compares the stages.
 */
export function matchSchool(plan: Plan, name: string, stage?: StageId | null): Match<PlanSchool> {
  const index = indexOf(plan);
  const own = normalizeName(name);
  if (own === '') return NO_MATCH;
  const exact = pick(index.exact.get(own), stage);
  if (exact) return { kind: 'exact', item: exact };
  const bare = normalizeName(name, plan.cityName);
  const alias = pick(index.alias.get(bare), stage) ?? pick(index.alias.get(outsideBrackets(bare)), stage);
  if (alias) return { kind: 'alias', item: alias };
  const key = `${stage ?? ''}\n${bare}`;
  const known = index.near.get(key);
  if (known) return known;
  const near = nearSchools(index, bare, stage ?? null);
  if (index.near.size >= NEAR_LIMIT) index.near.clear();
  index.near.set(key, near);
  return near;
}

/** True for two names that look alike and mean two schools, as the plan's data lists them. */
export function areDistinctNames(plan: Plan, a: string, b: string): boolean {
  const [one, two] = [normalizeName(a, plan.cityName), normalizeName(b, plan.cityName)];
  return indexOf(plan).distinct.has(pairKey(one, two));
}

/** True where two different names may well mean one school: one letter apart, or one inside the other. */
export function mayBeSameSchool(plan: Plan, a: string, b: string): boolean {
  const [one, two] = [normalizeName(a, plan.cityName), normalizeName(b, plan.cityName)];
  if (one === two || areDistinctNames(plan, a, b)) return false;
  const [kindA, kindB] = [KIND.exec(one)?.[0], KIND.exec(two)?.[0]];
  // A primary and a lower secondary school of the same name are two schools, and often neighbours.
  if (kindA !== undefined && kindB !== undefined && kindA !== kindB) return false;
  const { builders } = indexOf(plan);
  // The names whole: a bracket may be all that tells the two apart.
  return isClose({ ...partsOf(one, builders), name: one }, { ...partsOf(two, builders), name: two });
}

function nearSchools(index: SchoolIndex, bare: string, stage: StageId | null): Match<PlanSchool> {
  const own = partsOf(bare, index.builders);
  const found: Candidate<PlanSchool>[] = [];
  for (const one of index.named) {
    if (!isClose(own, one) || index.distinct.has(pairKey(bare, one.name))) continue;
    const bonus = stage !== null && one.school.stage === stage ? 0.05 : 0;
    found.push({ item: one.school, similarity: Math.min(0.99, similarity(own.name, one.name) + bonus) });
  }
  return nearest(found);
}

/** Close in what tells schools apart, not only in words that all of them share. */
function isClose(a: NameParts, b: NameParts): boolean {
  // 第二小学 and 第三小学 differ by one letter and are never a slip for one another.
  if (a.ordinal !== undefined && b.ordinal !== undefined && a.ordinal !== b.ordinal) return false;
  if (a.core.length >= 2 && b.core.length >= 2 && (a.core.includes(b.core) || b.core.includes(a.core))) return true;
  if (!sharesLetter(a.core, b.core)) return false;
  const apart = editDistance(a.core, b.core);
  return apart <= Math.max(a.core.length, b.core.length) / 2 && apart <= 2 && similarity(a.name, b.name) >= 0.5;
}

function sharesLetter(a: string, b: string): boolean {
  for (const letter of a) if (b.includes(letter)) return true;
  return false;
}

/** `袁州区珠泉街道中心幼儿园` → `珠泉`: without builders' names and shared words. Numbers stay: 第二, 第三 tell apart. */
function partsOf(normalized: string, builders: readonly string[]): NameParts {
  const name = outsideBrackets(normalized) || normalized;
  let core = name;
  for (const builder of builders) core = core.replace(builder, '');
  return { name, core: core.replace(SHARED_WORDS, ''), ordinal: ORDINAL.exec(name)?.[0] };
}

function pick(schools: readonly PlanSchool[] | undefined, stage?: StageId | null): PlanSchool | null {
  if (!schools) return null;
  return schools.find((school) => school.stage === stage) ?? schools[0] ?? null;
}

function put(map: Map<string, PlanSchool[]>, key: string, school: PlanSchool): void {
  if (key === '') return;
  const list = map.get(key);
  if (!list) map.set(key, [school]);
  else if (!list.includes(school)) list.push(school);
}

function pairKey(a: string, b: string): string {
  return `${a}\n${b}`;
}
