import { schoolsOf, stageOf, type Plan, type PlanIndicator, type PlanSchool, type StageId } from '../../plan';

/** A figure that annex 2 gives for a target, with the rows it is made from. */
export interface AnnexTarget {
  readonly value: number;
  readonly source: string;
}

/** Seats (个) or schools (所) by annex 2 for what an indicator of the text counts; `null` where the annex does not show it. */
export function annexTarget(plan: Plan, measures: PlanIndicator['measures']): AnnexTarget | null {
  if (!measures || measures.what === 'improvedSeats') return null;
  const { stage, kind } = measures;
  if (measures.what === 'schools') {
    if (kind !== null) return countOf(schoolsOf(plan, stage ?? '').filter((school) => school.kind === kind));
    const stages = stage === null ? plan.stages : plan.stages.filter(({ id }) => id === stage);
    const value = stages.reduce((sum, { expectedRows }) => sum + expectedRows, 0);
    return { value, source: '附件2各段行数' };
  }
  if (kind !== null) return sumOf(schoolsOf(plan, stage ?? '').filter((school) => school.kind === kind));
  if (stage !== null) return stageSeats(plan, stage);
  const parts = plan.stages.map(({ id }) => stageSeats(plan, id));
  if (parts.some((part) => part === null)) return null;
  return { value: parts.reduce((sum, part) => sum + (part?.value ?? 0), 0), source: '附件2各段学位之和' };
}

/** Seats (个) of a stage: its subtotal, else the sum of its rows where all are shown. */
export function stageSeats(plan: Plan, id: StageId): AnnexTarget | null {
  const subtotal = stageOf(plan, id)?.subtotal.plannedSeats;
  if (subtotal && subtotal.value !== null) return { value: subtotal.value, source: subtotal.source };
  return sumOf(schoolsOf(plan, id));
}

function countOf(schools: readonly PlanSchool[]): AnnexTarget {
  return { value: schools.length, source: '附件2按学校名称区分' };
}

function sumOf(schools: readonly PlanSchool[]): AnnexTarget | null {
  let value = 0;
  for (const { plannedSeats } of schools) {
    if (plannedSeats.value === null) return null;
    value += plannedSeats.value;
  }
  return schools.length === 0 ? null : { value, source: schools.map(({ source }) => source).join('；') };
}
