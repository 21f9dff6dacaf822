import {
  matched,
  matchBuilder,
  matchFund,
  matchIndicator,
  matchMeasure,
  matchSchool,
  normalizeName,
  type Match,
  type Plan,
  type PlanBuilder,
  type PlanFund,
  type PlanIndicator,
  type PlanMeasure,
  type PlanSchool,
  type StageId,
} from '../../plan';
import { confirmedSchools, type SchoolAliases } from '../aliases';

/** A workbook's school name held against the plan. */
export interface SchoolMatch {
  readonly school: PlanSchool | null;
  /** `exact`: the plan's own words. `alias`: the same school under another name. `confirmed`: a person said so. `near`: only alike. */
  readonly how: 'exact' | 'alias' | 'confirmed' | 'near' | 'none';
  readonly candidates: readonly PlanSchool[];
}

const STRANGER: SchoolMatch = { school: null, how: 'none', candidates: [] };
/** A sheet with more unknown names than this is none of the plan's; looking for like names would take minutes. */
const MOST_STRANGERS = 1000;

/** Names of a kind that are remembered: each is asked for by several rules, and comparing it with the whole plan is slow. */
const MOST_REMEMBERED = 10_000;

/** Looks things up in the plan by the words that workbooks use; each name once. */
export class PlanIndex {
  private readonly schools = new Map<string, Map<string, SchoolMatch>>();
  private readonly builders = new Map<string, PlanBuilder | null>();
  private readonly funds = new Map<string, ReturnType<PlanIndex['fund']>>();
  private readonly measures = new Map<string, ReturnType<PlanIndex['measure']>>();
  private readonly indicators = new Map<string, Match<PlanIndicator>>();
  private readonly confirmed: ReadonlyMap<string, PlanSchool>;
  private readonly written = new Set<string>();
  private strangers = 0;

  constructor(
    readonly plan: Plan,
    aliases: SchoolAliases = {},
  ) {
    this.confirmed = confirmedSchools(plan, aliases);
    for (const school of plan.schools) if (school.name !== null) this.written.add(school.name);
  }

  school(name: string, stage: StageId | null = null): SchoolMatch {
    let ofStage = this.schools.get(stage ?? '');
    if (!ofStage) this.schools.set(stage ?? '', (ofStage = new Map()));
    const known = ofStage.get(name);
    if (known) return known;
    if (this.strangers > MOST_STRANGERS && !this.written.has(name)) return STRANGER;
    const found = this.findSchool(name, stage);
    if (found.school === null) this.strangers++;
    ofStage.set(name, found);
    return found;
  }

  private findSchool(name: string, stage: StageId | null): SchoolMatch {
    const confirmed = this.confirmed.size > 0 ? this.confirmed.get(normalizeName(name, this.plan.cityName)) : undefined;
    if (confirmed) return { school: confirmed, how: 'confirmed', candidates: [] };
    const match = matchSchool(this.plan, name, stage);
    switch (match.kind) {
      case 'exact':
      case 'alias':
        return { school: match.item, how: match.kind, candidates: [] };
      case 'near':
        return { school: null, how: 'near', candidates: match.candidates.map((each) => each.item) };
      case 'none':
        return STRANGER;
    }
  }

  /** The plan's builder that a text means without doubt. */
  builder(text: string): PlanBuilder | null {
    return remembered(this.builders, text, () => matched(matchBuilder(this.plan, text)));
  }

  /** Builders that a miswritten word may mean, best first; else all. */
  nearBuilders(text: string): readonly PlanBuilder[] {
    const match = matchBuilder(this.plan, text);
    return match.kind === 'near' ? match.candidates.map((each) => each.item) : [];
  }

  fund(name: string): { readonly fund: PlanFund; readonly isExact: boolean } | null {
    return remembered(this.funds, name, () => this.findFund(name));
  }

  private findFund(name: string): ReturnType<PlanIndex['fund']> {
    const match = matchFund(this.plan, name);
    if (match.kind === 'exact' || match.kind === 'alias') return { fund: match.item, isExact: true };
    const first = match.kind === 'near' ? match.candidates[0].item : undefined;
    return first ? { fund: first, isExact: false } : null;
  }

  measure(text: string, sequence: number | null): { readonly measure: PlanMeasure; readonly isExact: boolean } | null {
    return remembered(this.measures, `${sequence ?? ''} ${text}`, () => this.findMeasure(text, sequence));
  }

  private findMeasure(text: string, sequence: number | null): ReturnType<PlanIndex['measure']> {
    const match = matchMeasure(this.plan, text, sequence);
    if (match.kind === 'exact' || match.kind === 'alias') return { measure: match.item, isExact: true };
    // A number alone does not make two texts alike.
    const [first] = match.kind === 'near' ? match.candidates.filter((each) => each.similarity >= 0.5) : [];
    return first ? { measure: first.item, isExact: false } : null;
  }

  /** Indicators whose names come near, best first. */
  nearIndicators(name: string, unit: string | null): readonly PlanIndicator[] {
    const match = this.matchIndicator(name, unit);
    return match.kind === 'near' ? match.candidates.map((each) => each.item) : [];
  }

  /** The indicator that a name means without doubt; its unit tells 新增初中（所） from 新增初中（万个）. */
  indicator(name: string, unit: string | null = null): PlanIndicator | null {
    return matched(this.matchIndicator(name, unit));
  }

  private matchIndicator(name: string, unit: string | null): Match<PlanIndicator> {
    const key = `${name}\n${unit ?? '\n'}`;
    return remembered(this.indicators, key, () => matchIndicator(this.plan, name, unit));
  }
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  if (known.size < MOST_REMEMBERED) known.set(key, found);
  return found;
}
