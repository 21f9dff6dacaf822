import { idOf } from '../gather';
import { newestFirst } from '../parties';
import { defineManyRule, fileOrigin } from './rule';

/** 同期重复报送: one unit, one period, several files about the same rows. All are kept; one stands. */
export const sameUnitTwice = defineManyRule({
  ids: ['D04'],
  name: 'same-unit-twice',
  level: 'error',
  group: 'duplicate',
  title: '同期重复报送',
  protects: '同一单位的两份表若都计入，汇总数会重复；若计错一份，汇总数就是旧数。',
  source: '同一单位、同一报告期只能有一份报表计入汇总',
  messages: {
    twice: ({ unit, period, kept, others }: { unit: string; period: string; kept: string; others: string }) =>
      `${unit}${period}有重复报送：${kept}、${others}。汇总暂以${kept}为准，其余未计入。`,
    inParts: ({ unit, files }: { unit: string; files: string }) =>
      `${unit}的报表分在几个文件中（${files}），内容互不重复，已一并计入。`,
    copy: ({ unit, file, of }: { unit: string; file: string; of: string }) =>
      `${unit}的${file}与${of}内容完全相同，只计入一份。`,
  },
  advice: {
    twice: '请与报送单位核实以哪一份为准。',
    inParts: '请与报送单位核实是否为分批报送。',
    copy: '无需处理；如系误发，请报送单位补发正确的文件。',
  },
  *check({ parties }, report) {
    for (const { unit, standing, rivals, copies } of parties) {
      const [leader, ...parts] = standing;
      if (!leader) continue;
      const origins = [leader, ...rivals].map(({ fileName }) => fileOrigin(unit, fileName));
      if (rivals.length > 0) {
        // Not by which one stands: after an answer every choice must be found where it was.
        const choices = [leader, ...rivals].sort(newestFirst);
        yield report(
          'twice',
          {
            unit,
            period: leader.period ?? '',
            kept: leader.fileName,
            others: listed(rivals.map(({ fileName }) => fileName)),
          },
          {
            key: `${unit}|${leader.period ?? ''}`,
            subject: unit,
            units: [unit],
            origins,
            found: choices.length,
            expected: 1,
            question: {
              about: 'unit',
              key: unit,
              choices: choices.map((one) => ({
                id: idOf(one),
                label: `${one.fileName}（${one.receivedOn.slice(0, 16).replace('T', ' ')} 收到）`,
              })),
              suggested: idOf(leader),
            },
          },
        );
      }
      if (parts.length > 0) {
        const files = standing.map(({ fileName }) => fileName).sort();
        yield report(
          'inParts',
          { unit, files: listed(files) },
          {
            key: unit,
            subject: unit,
            units: [unit],
            level: 'info',
            origins: files.map((file) => fileOrigin(unit, file)),
          },
        );
      }
      for (const { copy, of } of copies) {
        yield report(
          'copy',
          { unit, file: copy.fileName, of: of.fileName },
          {
            key: `${unit}|${copy.fileName}`,
            subject: unit,
            units: [unit],
            level: 'info',
            origins: [copy, of].map(({ fileName }) => fileOrigin(unit, fileName)),
          },
        );
      }
    }
  },
});

/** All are among the origins; a sentence names the first few. */
function listed(files: readonly string[]): string {
  return files.length <= 8 ? files.join('、') : `${files.slice(0, 8).join('、')}等${files.length}份`;
}
