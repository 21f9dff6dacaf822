import { SCHOOL_MEASURES, stageOf } from '../../plan';
import { fieldOf } from '../../recognize';
import type { SumRow } from '../types';
import { defineManyRule } from './rule';

/** 与方案不符: figures of the sum that differ from the plan or its baseline, and schools that nobody reported. */
export const againstPlan = defineManyRule({
  ids: ['P03', 'P05', 'P06', 'P02'],
  name: 'against-plan',
  level: 'error',
  group: 'plan',
  title: '汇总数与方案不符',
  protects: '方案数是考核依据，汇总数与方案不一致必须有依据。',
  source: '附件2',
  messages: {
    differs: (data: { name: string; field: string; found: string; expected: string; unit: string }) =>
      `“${data.name}”${data.field}：${data.unit}报${data.found}，方案为${data.expected}。`,
    derived: (data: { name: string; field: string; found: string; expected: string; unit: string; formula: string }) =>
      `“${data.name}”${data.field}：${data.unit}报${data.found}，由方案可推算为${data.expected}（${data.formula}）。`,
    subtotal: (data: { stage: string; field: string; found: string; expected: string }) =>
      `${data.stage}${data.field}：各校之和为${data.found}，方案小计为${data.expected}。`,
    missing: ({ stage, count, names }: { stage: string; count: number; names: string }) =>
      `${stage}有${count}所学校没有单位报送：${names}。`,
  },
  advice: {
    differs: '请报送单位按方案改正；确有调整的，请附批复依据。',
    derived: '请报送单位核对；确有调整的，请附依据。',
    subtotal: '请逐校核对；方案小计为正式公布数。',
    missing: '请按建设主体催报。',
  },
  *check({ plan, rows }, report) {
    for (const row of rows) {
      const school = row.kind === 'schools' ? plan.schools.find(({ id }) => id === row.item) : undefined;
      if (!school) continue;
      for (const field of [...SCHOOL_MEASURES, 'builder'] as const) {
        const told = row.figures[field];
        if (!told || told.isUncounted) continue;
        const { value: planned, source } = school[field];
        const derivation = field === 'builder' ? undefined : school.derivations[field];
        const expected = planned ?? (derivation?.unique && derivation.by !== 'classSize' ? derivation.value : null);
        if (expected === null || agree(told.value, expected)) continue;
        const data = {
          name: row.name,
          field: fieldOf(field).title,
          found: String(told.value),
          expected: String(expected),
          unit: told.origin.unit,
        };
        const details = {
          key: `${row.item}|${field}`,
          subject: row.name,
          units: [told.origin.unit],
          origins: [told.origin],
          found: told.value,
          expected,
        };
        if (planned !== null) yield report('differs', data, { ...details, source });
        else
          yield report(
            'derived',
            { ...data, formula: derivation?.formula ?? '' },
            { ...details, id: 'P05', level: 'warning', source: derivation?.formula ?? source },
          );
      }
    }
    for (const stage of plan.stages) {
      const own = rows.filter((row) => row.kind === 'schools' && row.stage === stage.id);
      const missing = own.filter((row) => row.units.length === 0);
      if (missing.length > 0)
        yield report(
          'missing',
          { stage: stage.name, count: missing.length, names: missing.map(({ name }) => name).join('、') },
          {
            id: 'P02',
            level: 'warning',
            key: stage.id,
            subject: stage.name,
            found: own.length - missing.length,
            expected: own.length,
            source: stage.heading,
          },
        );
      for (const field of SCHOOL_MEASURES) {
        const { value: planned, source } = stage.subtotal[field];
        const sum = completeSum(own, field);
        if (planned === null || sum === null || agree(sum, planned)) continue;
        yield report(
          'subtotal',
          {
            stage: stageOf(plan, stage.id)?.name ?? '',
            field: fieldOf(field).title,
            found: String(sum),
            expected: String(planned),
          },
          {
            id: 'P06',
            level: 'warning',
            key: `${stage.id}|${field}`,
            subject: stage.name,
            found: sum,
            expected: planned,
            source,
          },
        );
      }
    }
  },
});

/** The sum of a column; `null` while one school is without a number. */
function completeSum(rows: readonly SumRow[], field: (typeof SCHOOL_MEASURES)[number]): number | null {
  let sum = 0;
  for (const row of rows) {
    const value = row.figures[field]?.value;
    if (typeof value !== 'number') return null;
    sum += value;
  }
  return Number(sum.toPrecision(12));
}

function agree(told: string | number, planned: string | number): boolean {
  if (typeof told === 'number' && typeof planned === 'number') return Math.abs(told - planned) <= 0.005;
  return told === planned;
}
