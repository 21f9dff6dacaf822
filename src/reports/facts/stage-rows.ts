import type { Plan, PlanIndicator, PlanSchool, PlanStage, SchoolMeasure } from '../../plan';
import { clean } from '../paper/live';

export type SchoolKind = NonNullable<PlanSchool['kind']>;

/** One row of the report by stages: a stage, or a kind inside it (其中：中职). */
export interface StageRow {
  readonly stage: PlanStage;
  readonly kind: SchoolKind | null;
}

/** The plan's stages in order, each followed by the kinds that its schools have. */
export function stageRows(plan: Plan): readonly StageRow[] {
  return plan.stages.flatMap((stage) => {
    const kinds = new Set(schoolsOf(plan, stage, null).flatMap(({ kind }) => (kind === null ? [] : [kind])));
    return [{ stage, kind: null }, ...[...kinds].map((kind) => ({ stage, kind }))];
  });
}

export function schoolsOf(plan: Plan, stage: PlanStage, kind: SchoolKind | null): readonly PlanSchool[] {
  return plan.schools.filter((school) => school.stage === stage.id && (kind === null || school.kind === kind));
}

/** The text's target for schools or seats of a row; `null` where the text gives none. */
export function targetOf(plan: Plan, what: 'schools' | 'seats', row: StageRow | null): PlanIndicator | null {
  return (
    plan.indicators.find(
      ({ measures }) =>
        measures?.what === what && measures.stage === (row?.stage.id ?? null) && measures.kind === (row?.kind ?? null),
    ) ?? null
  );
}

/** A target in 所 or 个: `0.58万个` → 5800. */
export function inUnits(indicator: PlanIndicator | null): number | null {
  if (!indicator || indicator.target === null) return null;
  return indicator.unit.startsWith('万') ? clean(indicator.target * 10_000) : indicator.target;
}

/** What annex 2 says: the subtotal that it shows, else the sum of its rows if it shows them all, else `null`. */
export function annexFigure(plan: Plan, { stage, kind }: StageRow, measure: SchoolMeasure): number | null {
  const stated = kind === null ? stage.subtotal[measure].value : null;
  if (stated !== null) return stated;
  const values = schoolsOf(plan, stage, kind).map((school) => school[measure].value);
  if (values.length === 0 || values.some((value) => value === null)) return null;
  return clean(values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
}

/** Seats that a school counted in one stage offers to another, by its remark: `小学30班1350人；初中18班900人`. */
export interface ForeignPart {
  readonly school: PlanSchool;
  readonly stage: PlanStage;
  readonly classes: number;
  readonly seats: number;
}

export function foreignParts(plan: Plan, stage: PlanStage): readonly ForeignPart[] {
  return schoolsOf(plan, stage, null).flatMap((school) => {
    const remark = school.remark.value ?? '';
    const parts = plan.stages.flatMap((other) => {
      const match = other.words
        .map((word) => new RegExp(`${word}(\\d+)班[,，、]?(\\d+)[人个]`, 'u').exec(remark))
        .find((found) => found !== null);
      return match ? [{ school, stage: other, classes: Number(match[1]), seats: Number(match[2]) }] : [];
    });
    return parts.some((part) => part.stage.id === stage.id) ? parts.filter((part) => part.stage.id !== stage.id) : [];
  });
}
