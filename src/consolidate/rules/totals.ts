import { fieldOf } from '../../recognize';
import { claimKey } from '../claims';
import type { Party } from '../parties';
import { SUMMED_FIELDS } from '../extract/rows';
import type { Origin } from '../types';
import { defineManyRule } from './rule';

/** A column whose sum is not what the units reported together. */
interface Difference {
  readonly field: string;
  readonly total: number;
  readonly reported: number;
  readonly parts: readonly string[];
}

/** 市级汇总不等于各单位之和: what was reported and is not in the sum, by amount and reason. */
export const totals = defineManyRule({
  ids: ['X05'],
  name: 'totals',
  level: 'error',
  group: 'crossTable',
  title: '市级汇总不等于各单位之和',
  protects: '汇总数与各单位所报之和不一致，说明有数漏计或重复。',
  source: '汇总表合计 ＝ 各单位所报各校之和',
  messages: {
    differs: ({ lines }: { lines: readonly Difference[] }) =>
      `${lines
        .map(
          ({ field, total, reported, parts }) =>
            `汇总表${field}合计${total}，各单位所报之和${reported}，差${clean(reported - total)}：${parts.join('，')}`,
        )
        .join('；')}。`,
    stated: (data: { unit: string; field: string; stated: number; sum: number }) =>
      `${data.unit}表中${data.field}合计为${data.stated}，其各行之和为${data.sum}，差${clean(data.stated - data.sum)}。`,
  },
  advice: {
    differs: '请在“未匹配”和“差异”表中逐条处理后重新汇总。',
    stated: '请报送单位核对合计，或补齐未填的行。',
  },
  *check({ rows, parties, claims }, report) {
    const lines: Difference[] = [];
    const origins: Origin[] = [];
    for (const field of SUMMED_FIELDS) {
      let total = 0;
      let several = 0;
      let strangers = 0;
      for (const { kind, item, figures } of rows) {
        if (kind !== 'schools') continue;
        const counted = numberOf(figures[field]?.value);
        total += counted;
        const all = claims.get(claimKey(kind, item)) ?? [];
        several += all.reduce((sum, claim) => sum + numberOf(claim.figures[field]?.value), 0) - counted;
      }
      for (const { unit, standing } of parties) {
        for (const { rows: own, fileName, moreSums } of standing) {
          strangers += moreSums[field] ?? 0;
          for (const row of own) {
            const figure = row.kind === 'schools' && row.item === null ? row.figures[field] : undefined;
            if (typeof figure?.value !== 'number') continue;
            strangers += figure.value;
            if (origins.length < 50) origins.push({ unit, file: fileName, sheet: row.sheet, cell: figure.at });
          }
        }
      }
      if (Math.abs(several) + Math.abs(strangers) <= 0.005) continue;
      lines.push({
        field: fieldOf(field).title,
        total: clean(total),
        reported: clean(total + several + strangers),
        parts: [
          several === 0 ? [] : [`两个单位同报一校未计入${clean(several)}`],
          strangers === 0 ? [] : [`未匹配到方案学校的行未计入${clean(strangers)}`],
        ].flat(),
      });
    }
    // The same rows are left out of every column: one fault, whatever the number of columns.
    const texts = (of: 'total' | 'reported'): string => lines.map((line) => `${line.field}${line[of]}`).join('、');
    if (lines.length > 0)
      yield report('differs', { lines }, { key: '合计', origins, found: texts('total'), expected: texts('reported') });
    for (const party of parties) yield* statedTotals(party);

    function* statedTotals({ unit, standing }: Party) {
      for (const submission of standing) {
        if (submission.moreRows > 0) continue;
        const sheets = new Set(submission.tables.filter(({ kind }) => kind === 'schools').map(({ sheet }) => sheet));
        for (const { field, value, sheet, at } of submission.totals) {
          const own = submission.rows.filter(
            (row) => row.kind === 'schools' && (sheets.size === 1 || row.sheet === sheet),
          );
          const told = own.map((row) => row.figures[field]?.value);
          if (!told.some((one) => typeof one === 'number')) continue;
          const sum = clean(told.reduce<number>((all, one) => all + numberOf(one), 0));
          if (Math.abs(sum - value) <= 0.005 + Math.abs(value) * 1e-9) continue;
          yield report(
            'stated',
            { unit, field: fieldOf(field).title, stated: value, sum },
            {
              key: `${unit}|${submission.fingerprint}|${sheet}|${field}|${at}`,
              level: 'warning',
              subject: unit,
              units: [unit],
              origins: [{ unit, file: submission.fileName, sheet, cell: at }],
              found: value,
              expected: sum,
            },
          );
        }
      }
    }
  },
});

function numberOf(value: string | number | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}
