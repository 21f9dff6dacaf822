import { z } from 'zod';
import { zhCN } from 'zod/locales';
import { crossProblems } from './consistency';
import type { Plan } from './types';

const text = z.string().min(1);
const year = z.number().int().min(1949).max(2100);
const sequence = z.number().int().min(1);
const quantity = z.number().min(0);
const kind = z.enum(['vocational', 'generalHigh']).nullable();
const ids = z.array(text);
const shown = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value: value.nullable(), uncertain: value.exactOptional(), source: text });
const shownNumber = shown(quantity);
const shownText = shown(text);
const perMeasure = z.strictObject({
  plannedClasses: shownNumber,
  plannedSeats: shownNumber,
  plannedLand: shownNumber,
});
const derivation = z.strictObject({
  value: quantity,
  formula: text,
  by: z.enum(['subtotal', 'remark', 'classSize']),
  unique: z.boolean(),
});

const builder = z.strictObject({
  id: text,
  name: text,
  isCity: z.boolean(),
  aliases: z.array(text),
  suggestions: z.array(text).exactOptional(),
  source: text,
});
const stage = z.strictObject({
  id: text,
  name: text,
  heading: text,
  words: z.array(text).min(1),
  expectedRows: z.number().int().min(0),
  hasSubtotal: z.boolean(),
  subtotal: perMeasure,
  classSize: shownNumber,
  notes: ids,
});
const school = z.strictObject({
  id: text,
  stage: text,
  sequence,
  name: text.nullable(),
  kind,
  ...perMeasure.shape,
  builder: shownText,
  remark: shownText,
  derivations: z.strictObject({
    plannedClasses: derivation.exactOptional(),
    plannedSeats: derivation.exactOptional(),
    plannedLand: derivation.exactOptional(),
  }),
  aliases: z.array(text),
  source: text,
  notes: ids,
});
const indicator = z.strictObject({
  id: text,
  name: text,
  kind: z.enum(['outcome', 'construction']),
  unit: text,
  comparison: z.enum(['atLeast', 'exactly', 'text']),
  target: z.number().nullable(),
  targetText: text.nullable(),
  targetYear: year,
  measures: z
    .strictObject({ what: z.enum(['schools', 'seats', 'improvedSeats']), stage: text.nullable(), kind })
    .nullable(),
  words: z.array(text),
  source: text,
  notes: ids,
});
const measure = z.strictObject({
  id: text,
  sequence,
  heading: text,
  title: text,
  text,
  departments: z.array(text),
  departmentsShown: z.boolean(),
  source: text,
  notes: ids,
});
const fund = z.strictObject({
  id: text,
  sequence,
  name: text,
  content: z.string(),
  amount: shownNumber,
  source: text,
  notes: ids,
});
const norm = z.strictObject({
  id: text,
  what: z.enum(['classSize', 'landPerSeat']),
  stage: text.nullable(),
  kind,
  min: quantity.nullable(),
  max: quantity.nullable(),
  source: text,
});
const note = z.strictObject({
  id: text,
  kind: z.enum(['contradiction', 'gap', 'loss', 'remark']),
  text,
  evidence: text,
});

const planSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: text,
  title: text,
  issuedBy: text,
  issuedOn: z.iso.date(),
  firstYear: year,
  lastYear: year,
  cityName: z.string(),
  builders: z.array(builder).min(1),
  stages: z.array(stage).min(1),
  schools: z.array(school),
  schoolTotal: perMeasure,
  indicators: z.array(indicator),
  measures: z.array(measure),
  departments: z.array(text),
  funds: z.array(fund),
  fundTotal: shownNumber,
  norms: z.array(norm),
  distinctNames: z.array(z.tuple([text, text])),
  notes: z.array(note),
  baseline: z.strictObject({ source: text, capturedOn: z.iso.date(), accepted: z.array(text) }).nullable(),
});

const chinese = zhCN();
const MOST_PROBLEMS = 20;

export type LoadedPlan =
  { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Checks a plan file: its form, then whether its parts refer to one another rightly. Takes the file's text or what
 * was parsed from it. At most 20 problems are told, each with the place in the file, in Chinese.
 */
export function loadPlan(json: unknown): LoadedPlan {
  let data = json;
  if (typeof json === 'string') {
    try {
      data = JSON.parse(json.replace(/^\ufeff/u, ''));
    } catch {
      return { ok: false, problems: ['不是 JSON 文件，无法解析。'] };
    }
  }
  const parsed = planSchema.safeParse(data, { error: (issue) => chinese.localeError(issue) });
  if (!parsed.success) {
    return {
      ok: false,
      problems: shorten(parsed.error.issues.map((issue) => `${place(issue.path)}：${issue.message}`)),
    };
  }
  const problems = crossProblems(parsed.data);
  return problems.length > 0 ? { ok: false, problems: shorten(problems) } : { ok: true, plan: parsed.data };
}

function place(path: readonly PropertyKey[]): string {
  const words = path.map((part) => (typeof part === 'number' ? `第${part + 1}项` : String(part)));
  return words.length === 0 ? '整个文件' : words.join(' › ');
}

function shorten(problems: readonly string[]): readonly string[] {
  const more = problems.length - MOST_PROBLEMS;
  return more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `另有 ${more} 处问题，改正以上后再查。`] : problems;
}
