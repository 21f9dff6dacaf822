import type { Plan, PlanSchool } from '../../plan';
import type { Recognition } from '../../recognize';
import type { WorkbookSnapshot } from '../../workbook';
import { achievedSeats } from './achieved';
import { stageSeats } from './annex-targets';
import { indicatorFacts } from './indicator-facts';
import { indicatorGap } from './indicator-gaps';
import { makeGap } from './make-gap';
import { schoolFacts, type SchoolFact } from './school-facts';
import type { Gap, GapOptions } from './types';

/**
 * The gaps to the plan's targets: every indicator, then seats by stage, by builder and by school, in the plan's order.
 * A gap that cannot be computed says why in `why`; it is never 0.
 */
export function computeGaps(
  workbook: WorkbookSnapshot,
  recognition: Recognition,
  plan: Plan,
  options: GapOptions = {},
): readonly Gap[] {
  const schools = schoolFacts(workbook, recognition, plan);
  const facts = indicatorFacts(workbook, recognition, plan);
  const scope = scopeRemark(schools, plan);
  const cityWide = [
    ...plan.indicators.map((indicator) => indicatorGap(plan, indicator, facts.get(indicator.id), schools, options)),
    ...plan.stages.map((stage) => {
      const annex = stageSeats(plan, stage.id);
      const own = schools.filter((school) => school.stage === stage.id);
      return seatGap('stage', stage.id, stage.name, annex, own, stage.notes, plan, options);
    }),
  ];
  return [
    ...cityWide.map((gap) => (scope === null ? gap : { ...gap, remarks: [...gap.remarks, scope] })),
    ...builderGaps(schools, plan, options),
    ...bySchool(schools).map((rows) => schoolGap(rows, plan, options)),
  ];
}

type Target = { readonly value: number; readonly source: string } | null;

function seatGap(
  scope: 'stage' | 'builder' | 'school',
  id: string,
  name: string,
  target: Target,
  own: readonly SchoolFact[],
  notes: readonly string[],
  plan: Plan,
  options: GapOptions,
): Gap {
  const achieved = achievedSeats(own);
  return makeGap(
    {
      id: `${scope}:${id}`,
      scope,
      name,
      unit: '个',
      target: target?.value ?? null,
      targetSource: target?.source ?? '',
      achieved: achieved.value,
      basis: achieved.basis,
      nearlyDone: achieved.nearlyDone,
      why: target === null ? '方案未列示规划学位，工作簿中也没有' : achieved.why,
      remarks: achieved.remarks,
      notes,
      until: plan.lastYear,
    },
    options,
  );
}

/** The plan's seats per builder are known only where it names the builder of every school; else what was reported counts. */
function builderGaps(schools: readonly SchoolFact[], plan: Plan, options: GapOptions): readonly Gap[] {
  const isComplete = plan.schools.every(
    ({ builder, plannedSeats }) => builder.value !== null && plannedSeats.value !== null,
  );
  return plan.builders.map(({ name }) => {
    const own = schools.filter(({ builder }) => builder === name);
    const ofPlan = plan.schools.filter(({ builder }) => builder.value === name);
    const target: Target = isComplete
      ? { value: sum(ofPlan.map(({ plannedSeats }) => plannedSeats.value)), source: '附件2建设主体列' }
      : own.some(({ plannedSeats }) => plannedSeats !== null)
        ? {
            value: sum(own.map(({ plannedSeats }) => plannedSeats)),
            source: '工作簿上报的规划学位（方案未逐行列示建设主体）',
          }
        : null;
    return seatGap('builder', name, name, target, own, [], plan, options);
  });
}

/** Rows of one school of the plan together, where the first of them stands; other rows each on its own. */
function bySchool(schools: readonly SchoolFact[]): readonly (readonly [SchoolFact, ...SchoolFact[]])[] {
  const groups = new Map<PlanSchool | SchoolFact, [SchoolFact, ...SchoolFact[]]>();
  for (const school of schools) {
    const key = school.plan ?? school;
    const group = groups.get(key);
    if (group) group.push(school);
    else groups.set(key, [school]);
  }
  return [...groups.values()];
}

function schoolGap(rows: readonly [SchoolFact, ...SchoolFact[]], plan: Plan, options: GapOptions): Gap {
  const [school] = rows;
  const told = rows.flatMap(({ plannedSeats }) => plannedSeats ?? []);
  const target: Target =
    plannedOf(school.plan) ??
    (told.length === 0 ? null : { value: sum(told), source: '工作簿上报的规划学位（方案未列示）' });
  const id = school.plan?.id ?? school.name;
  const name = school.plan?.name ?? (school.name === '' ? '（名称未填）' : school.name);
  const gap = seatGap('school', id, name, target, rows, school.plan?.notes ?? [], plan, options);
  return rows.length === 1
    ? gap
    : { ...gap, remarks: [...gap.remarks, `工作簿中有 ${rows.length} 行是这所学校，合并计算`] };
}

function plannedOf(school: PlanSchool | null): Target {
  const value = school?.plannedSeats.value ?? null;
  return value === null ? null : { value, source: school?.plannedSeats.source ?? '' };
}

/** A district's workbook holds its own schools: held against the city's targets it shows only a part. */
function scopeRemark(schools: readonly SchoolFact[], plan: Plan): string | null {
  const named = plan.schools.filter(({ name }) => name !== null).length;
  const found = new Set(schools.flatMap((school) => (school.plan ? [school.plan] : []))).size;
  if (schools.length === 0 || found >= named * 0.85) return null;
  return `工作簿只有方案 ${named} 所学校中的 ${found} 所，目标为全市口径，完成数仅含本工作簿`;
}

function sum(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((total, value) => total + (value ?? 0), 0);
}
