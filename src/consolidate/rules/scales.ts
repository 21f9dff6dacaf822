import { SCHOOL_MEASURES } from '../../plan';
import { fieldOf, type FieldId } from '../../recognize';
import { claimKey } from '../claims';
import type { Origin } from '../types';
import { defineManyRule, originText } from './rule';

/** What a figure is off by where a unit of measure was mistaken: 万个 for 个, ㎡ for 亩, and the other way round. */
const SLIPS: readonly { readonly by: number; readonly words: string }[] = [
  { by: 10_000, words: '大约10000倍，像是把“万”当作“个”' },
  { by: 1 / 10_000, words: '大约万分之一，像是以“万”为单位填写' },
  { by: 666.667, words: '大约667倍，像是以平方米填写了亩' },
  { by: 1 / 666.667, words: '大约1/667，像是以亩填写了平方米' },
];

/** 计量单位: units that count in different units of measure, and figures that look as if they had. */
export const scales = defineManyRule({
  ids: ['X06', 'S05'],
  name: 'scales',
  level: 'warning',
  group: 'crossTable',
  title: '各单位计量单位不一致',
  protects: '计量单位不同的数直接相加，汇总数会差一万倍。',
  source: '附件2 · 表头计量单位',
  messages: {
    headers: ({ field, said, unit }: { field: string; said: string; unit: string }) =>
      `各单位${field}的计量单位不一致：${said}。汇总表已统一折算为${unit}。`,
    slip: (data: { unit: string; name: string; field: string; found: number; expected: number; words: string }) =>
      `${data.unit}报送的“${data.name}”${data.field}为${data.found}，方案为${data.expected}，相差${data.words}。`,
  },
  advice: {
    headers: '请核对折算结果；下次报送前统一使用模板的计量单位。',
    slip: '请报送单位核对计量单位后重报。',
  },
  *check({ plan, parties, rows, claims }, report) {
    const said = new Map<FieldId, Map<string, Origin>>();
    for (const { unit: sender, standing } of parties) {
      for (const { fileName, units } of standing) {
        for (const { field, unit, factor, sheet, at } of units) {
          const byScale = said.get(field) ?? new Map<string, Origin>();
          said.set(field, byScale);
          const word = factor === 1 ? (fieldOf(field).unit ?? unit) : unit;
          if (!byScale.has(word)) byScale.set(word, { unit: sender, file: fileName, sheet, cell: at });
        }
      }
    }
    for (const [field, byScale] of said) {
      if (byScale.size < 2) continue;
      const origins = [...byScale.values()];
      const { title, unit } = fieldOf(field);
      yield report(
        'headers',
        {
          field: title,
          said: [...byScale].map(([word, origin]) => `${word} ${originText(origin)}`).join('、'),
          unit: unit ?? '',
        },
        {
          id: 'S05',
          level: 'info',
          key: field,
          origins,
          units: origins.map((origin) => origin.unit),
          found: [...byScale.keys()].join('、'),
          expected: unit ?? '',
        },
      );
    }
    for (const { kind, item, name } of rows) {
      const school = kind === 'schools' ? plan.schools.find(({ id }) => id === item) : undefined;
      if (!school) continue;
      for (const { party, figures } of claims.get(claimKey(kind, item)) ?? []) {
        for (const field of SCHOOL_MEASURES) {
          const { value: planned, source } = school[field];
          const told = figures[field];
          if (planned === null || planned === 0 || typeof told?.value !== 'number') continue;
          const ratio = told.value / planned;
          const slip = SLIPS.find(({ by }) => Math.abs(ratio / by - 1) <= 0.01);
          if (!slip) continue;
          yield report(
            'slip',
            {
              unit: party.unit,
              name,
              field: fieldOf(field).title,
              found: told.value,
              expected: planned,
              words: slip.words,
            },
            {
              key: `${party.unit}|${item}|${field}`,
              subject: name,
              units: [party.unit],
              origins: [told.origin],
              found: told.value,
              expected: planned,
              source,
            },
          );
        }
      }
    }
  },
});
