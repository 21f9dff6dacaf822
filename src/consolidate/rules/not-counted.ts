import { fieldOf, type FieldId } from '../../recognize';
import { claimKey } from '../claims';
import { isLeftOut } from '../combine-shared';
import { defineManyRule, originText } from './rule';

/** 未计入: cells of the sum that only a person can read, and figures of several units that do not go together. */
export const notCounted = defineManyRule({
  ids: ['V04', 'X05'],
  name: 'not-counted',
  level: 'warning',
  group: 'value',
  title: '所报内容未计入汇总数',
  protects: '不能当作数字的内容照原样列出而不计入，汇总数会偏小。',
  source: '汇总只计可以确定的数',
  messages: {
    words: (data: { name: string; field: string; found: string; where: string }) =>
      `“${data.name}”${data.field}填为“${data.found}”，无法确定数值，未计入合计（${data.where}）。`,
    disagree: (data: { name: string; field: string; said: string }) =>
      `“${data.name}”${data.field}各单位所报不一致且不能相加，汇总留空：${data.said}。`,
  },
  advice: {
    words: '请报送单位改为数字。',
    disagree: '请核实以哪个单位所报为准。',
  },
  *check({ plan, rows, claims }, report) {
    // Targets that the plan states in words (大体相当) are answered in words; there is no number to ask for.
    const inWords = new Set(plan.indicators.filter(({ comparison }) => comparison === 'text').map(({ id }) => id));
    for (const { kind, item, name, figures } of rows) {
      for (const field of Object.keys(figures) as FieldId[]) {
        const figure = figures[field];
        if (!figure?.isUncounted || (kind === 'indicators' && inWords.has(item))) continue;
        const where = originText(figure.origin);
        yield report(
          'words',
          { name, field: fieldOf(field).title, found: String(figure.value), where },
          {
            key: `${kind}|${item}|${field}`,
            subject: name,
            units: [figure.origin.unit],
            origins: [figure.origin],
            found: figure.value,
          },
        );
      }
      if (kind === 'schools') continue;
      const found = claims.get(claimKey(kind, item)) ?? [];
      const fields = new Set(found.flatMap((claim) => Object.keys(claim.figures) as FieldId[]));
      for (const field of fields) {
        const told = found.flatMap((claim) => claim.figures[field] ?? []);
        if (!isLeftOut(field, told, figures[field])) continue;
        yield report(
          'disagree',
          {
            name,
            field: fieldOf(field).title,
            said: told
              .map(({ value, origin }) => `${value} ${originText(origin)}`)
              .sort()
              .join('、'),
          },
          {
            id: 'X05',
            key: `${kind}|${item}|${field}|disagree`,
            subject: name,
            units: told.map(({ origin }) => origin.unit),
            origins: told.map(({ origin }) => origin),
            found: told
              .map(({ value }) => value)
              .sort()
              .join('、'),
          },
        );
      }
    }
  },
});
