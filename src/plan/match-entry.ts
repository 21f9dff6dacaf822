import { NO_MATCH, nearest, oncePer, type Match } from './match';
import { foldName, similarity } from './names';
import type { Plan, PlanBuilder, PlanFund, PlanIndicator, PlanMeasure } from './types';

const NUMBERING = /^\s*[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?\s*[.．、:：]\s*|^\s*\d{1,2}(?=\D)/u;

/** Folded, without a number in front and without brackets: `1.加强党的…` → `加强党的…`. */
function bareText(text: string): string {
  return foldName(text.replace(NUMBERING, '')).replace(/[()]/gu, '');
}

/** The number in front of an entry, or `null`: `16.教育质量评价改革` → 16. */
export function leadingNumber(text: string): number | null {
  const digits = /^\s*(\d{1,3})\s*[.．、:：]?/u.exec(text.normalize('NFKC'))?.[1];
  return digits === undefined ? null : Number(digits);
}

const builderNames = oncePer((plan: Plan) => {
  const exact = new Map<string, PlanBuilder>();
  const alias = new Map<string, PlanBuilder>();
  for (const builder of plan.builders) {
    exact.set(foldName(builder.name), builder);
    for (const other of builder.aliases) alias.set(foldName(other), builder);
  }
  return { exact, alias };
});

/** Which builder (建设主体) a cell names. Words that only suggest one are `near`. */
export function matchBuilder(plan: Plan, text: string): Match<PlanBuilder> {
  const bare = foldName(text);
  if (bare === '') return NO_MATCH;
  const names = builderNames(plan);
  const exact = names.exact.get(bare);
  if (exact) return { kind: 'exact', item: exact };
  const alias = names.alias.get(bare);
  if (alias) return { kind: 'alias', item: alias };
  return nearest(
    plan.builders.flatMap((builder) => {
      const words = [builder.name, ...builder.aliases, ...(builder.suggestions ?? [])].map(foldName);
      const best = Math.max(
        ...words.map((word) =>
          word === bare ? 0.95 : bare.includes(word) || word.includes(bare) ? 0.8 : similarity(word, bare),
        ),
      );
      return best >= 0.6 ? [{ item: builder, similarity: best }] : [];
    }),
  );
}

/** Which item of annex 3 a cell names. */
export function matchFund(plan: Plan, text: string): Match<PlanFund> {
  const bare = bareText(text);
  if (bare === '') return NO_MATCH;
  const exact = plan.funds.find((fund) => bareText(fund.name) === bare);
  if (exact) return { kind: 'exact', item: exact };
  return nearest(
    plan.funds.flatMap((fund) => {
      const name = bareText(fund.name);
      const close = name.includes(bare) || bare.includes(name) ? 0.8 : similarity(name, bare);
      return close >= 0.6 ? [{ item: fund, similarity: close }] : [];
    }),
  );
}

/**
 * Which measure of annex 1 a cell holds; the cell may begin with the measure's number, and go on after its title.
 * `sequence` (from the 序号 column, 1-based) only breaks ties and names a candidate where nothing else comes close.
 */
export function matchMeasure(plan: Plan, text: string, sequence?: number | null): Match<PlanMeasure> {
  const bare = bareText(text);
  const number = sequence ?? leadingNumber(text);
  if (bare === '') return NO_MATCH;
  const titled = plan.measures.filter((measure) => bare.startsWith(bareText(measure.title)));
  const exact = titled.find((measure) => measure.sequence === number) ?? titled[0];
  if (exact) return { kind: 'exact', item: exact };
  const worded = plan.measures.find((measure) => bareText(measure.text) === bare);
  if (worded) return { kind: 'alias', item: worded };
  const close = plan.measures.flatMap((measure) => {
    const score = measureSimilarity(measure, text);
    const counts = score >= 0.6 || (measure.sequence === number && score > 0);
    return counts ? [{ item: measure, similarity: score + (measure.sequence === number ? 0.01 : 0) }] : [];
  });
  return nearest(close);
}

/** How close a text comes to a measure's title, or to its title and text; 0 to 1. */
export function measureSimilarity(measure: PlanMeasure, text: string): number {
  const bare = bareText(text);
  const title = bareText(measure.title);
  const head = [...bare].slice(0, [...title].length).join('');
  return Math.max(
    similarity(head, title),
    similarity(bare.slice(0, 300), (title + bareText(measure.text)).slice(0, 300)),
  );
}

const indicatorNames = oncePer((plan: Plan) => {
  const exact = new Map<string, PlanIndicator>();
  const alias = new Map<string, PlanIndicator[]>();
  for (const indicator of plan.indicators) {
    exact.set(indicatorText(indicator.name), indicator);
    for (const word of indicator.words) {
      const key = indicatorText(word);
      alias.set(key, [...(alias.get(key) ?? []), indicator]);
    }
  }
  return { exact, alias };
});

/**
 * Which target a cell names; `unit` (所, 万个, 个, %) decides where a bare stage name such as `其中：初中` could mean
 * new schools or new seats.
 */
export function matchIndicator(plan: Plan, text: string, unit?: string | null): Match<PlanIndicator> {
  const bare = indicatorText(text);
  if (bare === '') return NO_MATCH;
  const names = indicatorNames(plan);
  const exact = names.exact.get(bare);
  if (exact) return { kind: 'exact', item: exact };
  const aliases = names.alias.get(bare) ?? [];
  const alias = aliases.find((one) => !unit || countsIn(one, unit)) ?? aliases[0];
  if (alias) return { kind: 'alias', item: alias };
  const counted = countedIndicator(plan, bare, unit ?? null);
  if (counted) return { kind: 'alias', item: counted };
  return nearest(
    plan.indicators.flatMap((indicator) => {
      const best = Math.max(
        ...[indicator.name, ...indicator.words].map((word) => similarity(indicatorText(word), bare)),
      );
      const close = best >= 0.7 && (!unit || countsIn(indicator, unit));
      return close ? [{ item: indicator, similarity: best }] : [];
    }),
  );
}

/** `其中：新增初中（所）` → `新增初中`. */
function indicatorText(text: string): string {
  return bareText(text.replace(/[(（](?:所|个|万个|人|万人|%|％|百分点|文字)[)）]/gu, ''))
    .replace(/^其中/u, '')
    .replace(/^到?20\d\d年/u, '');
}

/** A name made of a stage's word and of what is counted: `初中新增学位`, or `初中` with the unit 所. */
function countedIndicator(plan: Plan, bare: string, unit: string | null): PlanIndicator | null {
  const rest = bare.replace(/新增|计划|规划|新建|数量?$|总数$/gu, '');
  const what = /学位/u.test(rest) || (unit !== null && /^万?[个人]$/u.test(unit)) ? 'seats' : 'schools';
  if (what === 'schools' && unit !== '所' && !/新增|新建/u.test(bare)) return null;
  const word = rest.replace(/学位|所数|校数|学校$/gu, '');
  for (const indicator of plan.indicators) {
    const { measures } = indicator;
    if (measures?.what !== what || measures.stage === null) continue;
    const stage = plan.stages.find(({ id }) => id === measures.stage);
    const own = indicatorText(indicator.name).replace(/新增|学校|学位/gu, '');
    const words = measures.kind === null && stage ? [stage.name, ...stage.words, own] : [own];
    if (words.some((one) => indicatorText(one) === rest || indicatorText(one) === word)) return indicator;
  }
  return null;
}

/** May a row in this unit state the indicator? Seats are counted in 个, 万个, 人 or 万人. */
function countsIn(indicator: PlanIndicator, unit: string): boolean {
  const given = foldName(unit);
  if (given === foldName(indicator.unit)) return true;
  const what = indicator.measures?.what;
  return (what === 'seats' || what === 'improvedSeats') && /^万?[个人]$/u.test(given);
}
