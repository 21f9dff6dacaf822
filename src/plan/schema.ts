import { z } from 'zod';
import type { Plan } from './types';

const shownNumber = z.strictObject({ value: z.number().nullable(), source: z.string().min(1) });
const shownText = z.strictObject({ value: z.string().nullable(), source: z.string().min(1) });
const measures = { plannedClasses: shownNumber, plannedSeats: shownNumber, plannedLand: shownNumber };
const schoolMeasure = z.enum(['plannedClasses', 'plannedSeats', 'plannedLand']);
const kind = z.enum(['vocational', 'generalHigh']).nullable();
const texts = z.array(z.string());
const derivation = z.strictObject({
  value: z.number(),
  formula: z.string(),
  by: z.enum(['subtotal', 'remark', 'classSize']),
  unique: z.boolean(),
});

const planSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().min(1),
  title: z.string().min(1),
  issuedBy: z.string(),
  issuedOn: z.iso.date(),
  firstYear: z.int(),
  lastYear: z.int(),
  cityName: z.string(),
  builders: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string().min(1),
      isCity: z.boolean(),
      aliases: texts,
      source: z.string(),
    }),
  ),
  stages: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string().min(1),
      heading: z.string(),
      words: texts,
      expectedRows: z.int().nonnegative(),
      hasSubtotal: z.boolean(),
      subtotal: z.strictObject(measures),
      classSize: shownNumber,
      notes: texts,
    }),
  ),
  schools: z.array(
    z.strictObject({
      id: z.string(),
      stage: z.string(),
      sequence: z.int().positive(),
      name: z.string().nullable(),
      kind,
      ...measures,
      builder: shownText,
      remark: shownText,
      uncertain: z.array(schoolMeasure),
      derivations: z.partialRecord(schoolMeasure, derivation),
      aliases: texts,
      source: z.string(),
      notes: texts,
    }),
  ),
  schoolTotal: z.strictObject(measures),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string().min(1),
      kind: z.enum(['outcome', 'construction']),
      unit: z.string(),
      comparison: z.enum(['atLeast', 'exactly', 'text']),
      target: z.number().nullable(),
      targetText: z.string().nullable(),
      targetYear: z.int(),
      measures: z
        .strictObject({ what: z.enum(['schools', 'seats', 'improvedSeats']), stage: z.string().nullable(), kind })
        .nullable(),
      words: texts,
      source: z.string(),
      notes: texts,
    }),
  ),
  measures: z.array(
    z.strictObject({
      id: z.string(),
      sequence: z.int().positive(),
      heading: z.string(),
      title: z.string(),
      text: z.string(),
      departments: texts,
      departmentsShown: z.boolean(),
      source: z.string(),
      notes: texts,
    }),
  ),
  departments: texts,
  funds: z.array(
    z.strictObject({
      id: z.string(),
      sequence: z.int().positive(),
      name: z.string().min(1),
      content: z.string(),
      amount: shownNumber,
      source: z.string(),
      notes: texts,
    }),
  ),
  fundTotal: shownNumber,
  norms: z.array(
    z.strictObject({
      id: z.string(),
      what: z.enum(['classSize', 'landPerSeat']),
      stage: z.string().nullable(),
      kind,
      min: z.number().nullable(),
      max: z.number().nullable(),
      source: z.string().min(1),
    }),
  ),
  distinctNames: z.array(z.tuple([z.string(), z.string()])),
  notes: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['contradiction', 'gap', 'loss', 'remark']),
      text: z.string().min(1),
      evidence: z.string(),
    }),
  ),
  baseline: z.strictObject({ source: z.string(), capturedOn: z.string(), accepted: texts }).nullable(),
});

export type PlanLoad =
  | { readonly ok: true; readonly plan: Plan }
  | {
      readonly ok: false;
      readonly code: 'plan-invalid';
      readonly message: string;
      readonly problems: readonly string[];
    };

/** Checks data from outside against the shape of a plan, and that its parts refer to each other. */
export function loadPlan(data: unknown): PlanLoad {
  const parsed = planSchema.safeParse(data);
  if (!parsed.success) {
    return refuse(parsed.error.issues.slice(0, 20).map((issue) => `${issue.path.join('.') || '（整体）'}：格式不对`));
  }
  const plan: Plan = parsed.data as Plan;
  const stages = new Set(plan.stages.map((stage) => stage.id));
  const notes = new Set(plan.notes.map((note) => note.id));
  const problems = [
    ...plan.schools
      .filter((school) => !stages.has(school.stage))
      .map((school) => `学校 ${school.id} 的学段 ${school.stage} 不在学段表中`),
    ...[...plan.schools, ...plan.stages, ...plan.indicators, ...plan.funds, ...plan.measures].flatMap((item) =>
      item.notes.filter((note) => !notes.has(note)).map((note) => `${item.id} 引用的说明 ${note} 不存在`),
    ),
  ];
  return problems.length > 0 ? refuse(problems) : { ok: true, plan };
}

function refuse(problems: readonly string[]): PlanLoad {
  return {
    ok: false,
    code: 'plan-invalid',
    message: `方案数据文件不符合格式，共 ${problems.length} 处，第一处：${problems[0] ?? ''}。`,
    problems,
  };
}
