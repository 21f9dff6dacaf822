import { fieldOf } from '../../recognize';
import { claimKey } from '../claims';
import { defineManyRule } from './rule';

/** 填报单位与建设主体不符: a unit hands in a school that someone else builds, by its own row or by the plan. */
export const senderIsBuilder = defineManyRule({
  ids: ['X04'],
  name: 'sender-is-builder',
  level: 'error',
  group: 'crossTable',
  title: '填报单位与建设主体不符',
  protects: '由非建设主体报送的学校，进度无人负责，也容易与建设主体所报重复。',
  source: '附件2 · 建设主体列',
  messages: {
    row: ({ unit, name, builder }: { unit: string; name: string; builder: string }) =>
      `${unit}报送的“${name}”，表中建设主体为${builder}。`,
    plan: ({ unit, name, builder }: { unit: string; name: string; builder: string }) =>
      `${unit}报送了“${name}”，附件2的建设主体为${builder}。`,
  },
  advice: {
    row: '请核实该校由谁报送；建设主体填写有误的请改正。',
    plan: '请核实该校由谁报送；建设主体确有变动的，请附依据。',
  },
  *check({ plan, rows, claims }, report) {
    const builders: ReadonlySet<string | number> = new Set(plan.builders.map(({ name }) => name));
    for (const { kind, item, name } of rows) {
      if (kind !== 'schools') continue;
      const school = plan.schools.find(({ id }) => id === item);
      const planned = school?.builder.value ?? null;
      for (const { party, figures, submission } of claims.get(claimKey(kind, item)) ?? []) {
        if (!party.isExpected || isCityWide(party.unit)) continue;
        // A builder's name that is none of the plan's is the unit's own audit's business.
        const written = builders.has(figures.builder?.value ?? '') ? figures.builder : undefined;
        const details = { subject: name, units: [party.unit], expected: party.unit };
        const key = `${party.unit}|${item}`;
        if (written && written.value !== party.unit) {
          const builder = String(written.value);
          yield report(
            'row',
            { unit: party.unit, name, builder },
            { ...details, key, found: builder, origins: [written.origin] },
          );
        } else if (planned !== null && planned !== party.unit) {
          const first = Object.values(figures)[0];
          yield report(
            'plan',
            { unit: party.unit, name, builder: planned },
            {
              ...details,
              key,
              found: party.unit,
              expected: planned,
              source: school?.builder.source ?? fieldOf('builder').title,
              origins: first ? [first.origin] : [{ unit: party.unit, file: submission.fileName, sheet: '', cell: '' }],
            },
          );
        }
      }
    }

    /** The city's own office may hand in a table of the whole city: it speaks for others there. */
    function isCityWide(unit: string): boolean {
      if (!plan.builders.some((builder) => builder.isCity && builder.name === unit)) return false;
      let others = 0;
      let all = 0;
      for (const found of claims.values()) {
        for (const { party, figures } of found) {
          if (party.unit !== unit || !figures.builder) continue;
          all++;
          if (figures.builder.value !== unit) others++;
        }
      }
      return others > 2 && others * 2 > all;
    }
  },
});
