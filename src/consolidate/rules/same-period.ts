import { periodsDiffer } from '../gather';
import { defineManyRule, fileOrigin } from './rule';

/** 报告期不一致: figures of different days must not be added up unnoticed. */
export const samePeriod = defineManyRule({
  ids: ['X07'],
  name: 'same-period',
  level: 'error',
  group: 'crossTable',
  title: '各单位报告期不一致',
  protects: '不同报告期的数加在一起，汇总数不代表任何一期。',
  source: '本次汇总的报告期',
  messages: {
    differs: ({ unit, file, found, expected }: { unit: string; file: string; found: string; expected: string }) =>
      `${unit}的${file}报告期为${found}，本次汇总为${expected}。汇总表中其数仍为${found}的数。`,
    inside: ({ unit, file, periods }: { unit: string; file: string; periods: string }) =>
      `${unit}的${file}内各处报告期不一致：${periods}。`,
    none: ({ unit, file }: { unit: string; file: string }) => `${unit}的${file}没有写报告期。`,
  },
  advice: {
    differs: '请报送单位改报本期数；如只是报告期写错，请改正后重报。',
    inside: '请报送单位改为同一报告期。',
    none: '请报送单位在标题下写明报告期，如“2023年6月”。',
  },
  *check({ parties, period }, report) {
    for (const { unit, standing } of parties) {
      for (const { fileName, period: own, periods, fingerprint } of standing) {
        const details = { key: `${unit}|${fingerprint}`, subject: unit, units: [unit] };
        const origins = [fileOrigin(unit, fileName)];
        if (own === null) {
          if (period !== null)
            yield report('none', { unit, file: fileName }, { ...details, level: 'warning', origins, expected: period });
          continue;
        }
        if (periodsDiffer(own, period))
          yield report(
            'differs',
            { unit, file: fileName, found: own, expected: period ?? '' },
            { ...details, origins, found: own, expected: period ?? '' },
          );
        const named = new Map(periods.map(({ text, at }) => [text, at]));
        if ([...named.keys()].some((text) => periodsDiffer(text, own)))
          yield report(
            'inside',
            { unit, file: fileName, periods: [...named].map(([text, at]) => `${text}（${at}）`).join('、') },
            { ...details, origins, found: [...named.keys()].join('、'), expected: own },
          );
      }
    }
  },
});
