import {
  matched,
  matchBuilder,
  matchFund,
  matchIndicator,
  matchMeasure,
  matchSchool,
  normalizeName,
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

/** Looks things up in the plan by the words that workbooks use; each name once. */
export class PlanIndex {
  private readonly schools = new Map<string, Map<string, SchoolMatch>>();
  private readonly builders = new Map<string, PlanBuilder | null>();
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
    const known = this.builders.get(text);
    if (known !== undefined) return known;
    const match = matchBuilder(this.plan, text);
    const found = match.kind === 'exact' || match.kind === 'alias' ? match.item : null;
    if (this.builders.size < 10_000) this.builders.set(text, found);
    return found;
  }

  /** Builders that a miswritten word may mean, best first; else all. */
  nearBuilders(text: string): readonly PlanBuilder[] {
    const match = matchBuilder(this.plan, text);
    return match.kind === 'near' ? match.candidates.map((each) => each.item) : [];
  }

  fund(name: string): { readonly fund: PlanFund; readonly isExact: boolean } | null {
    const match = matchFund(this.plan, name);
    if (match.kind === 'exact' || match.kind === 'alias') return { fund: match.item, isExact: true };
    const first = match.kind === 'near' ? match.candidates[0].item : undefined;
    return first ? { fund: first, isExact: false } : null;
  }

  measure(text: string, sequence: number | null): { readonly measure: PlanMeasure; readonly isExact: boolean } | null {
    const match = matchMeasure(this.plan, text, sequence);
    if (match.kind === 'exact' || match.kind === 'alias') return { measure: match.item, isExact: true };
    // A number alone does not make two texts alike.
    const [first] = match.kind === 'near' ? match.candidates.filter((each) => each.similarity >= 0.5) : [];
    return first ? { measure: first.item, isExact: false } : null;
  }

  /** Indicators whose names come near, best first. */
  nearIndicators(name: string, unit: string | null): readonly PlanIndicator[] {
    const match = matchIndicator(this.plan, name, unit);
    return match.kind === 'near' ? match.candidates.map((each) => each.item) : [];
  }

  /** The indicator that a name means without doubt; its unit tells 新增初中（所） from 新增初中（万个）. */
  indicator(name: string, unit: string | null = null): PlanIndicator | null {
    return matched(matchIndicator(this.plan, name, unit));
  }
}
