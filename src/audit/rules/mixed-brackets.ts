import { cellPlace } from '../places';
import { putValue } from '../repairs';
import { defineRule } from '../rule';

/** 括号或易混字: brackets of two kinds in one pair, ○ or O for 〇. Full-width brackets are normal typography. */
export const mixedBrackets = defineRule({
  ids: ['V16'],
  name: 'mixed-brackets',
  level: 'info',
  group: 'value',
  stage: 'note',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '括号或易混字不统一',
  protects: '同一名称两种写法，查找和对照会落空。',
  fixable: 'auto',
  source: '中文文本用全角括号，年份用〇',
  whenToExplain: '',
  messages: {
    brackets: (d: { text: string; right: string }) => `“${d.text}”括号一半全角一半半角，建议写为“${d.right}”。`,
    zero: (d: { text: string; right: string }) => `“${d.text}”把〇写成了别的字符，建议写为“${d.right}”。`,
    open: (d: { text: string }) => `“${d.text}”括号不成对。`,
  },
  advice: { brackets: '一键统一为全角括号。', zero: '一键改为〇。', open: '补上缺的半边括号。' },
  *check(context, report) {
    for (const view of context.tables) {
      const numeric = new Set(view.numericColumns().map((each) => each.field));
      for (const { field, column } of view.table.columns) {
        if (field === 'sequence' || numeric.has(field)) continue;
        for (const row of view.rowsWithSigns(field)) {
          const raw = view.raw(row, field);
          if (typeof raw !== 'string' || raw.length > 400 || !/[（）()○O]/u.test(raw)) continue;
          const fixed = raw.replace(/[(（]([^()（）]*)[)）]/gu, (whole, inner: string) =>
            isMixed(whole) ? `（${inner}）` : whole,
          );
          const zero = raw.replace(
            /(?<=[二一九〇三])[○OoＯ](?=[〇○OoＯ一二三四五六七八九年])|(?<=[〇○])[○OoＯ](?=[一二三四五六七八九])/gu,
            '〇',
          );
          const place = cellPlace(view, row, field);
          if (fixed !== raw)
            yield report('brackets', { text: raw, right: fixed }, place, {
              found: raw,
              expected: fixed,
              merges: true,
              repair: () => putValue(view, row, column, fixed, '统一括号'),
            });
          else if (zero !== raw)
            yield report('zero', { text: raw, right: zero }, place, {
              found: raw,
              expected: zero,
              merges: true,
              repair: () => putValue(view, row, column, zero, '改为〇'),
            });
          else if (
            (raw.match(/[(（]/gu)?.length ?? 0) !== (raw.match(/[)）]/gu)?.length ?? 0) &&
            !/(?:^|[;；\s])[(（]?\d+[)）]/u.test(raw) &&
            field === view.nameField
          )
            yield report('open', { text: raw }, place, { found: raw });
        }
      }
    }
  },
});

function isMixed(pair: string): boolean {
  return (pair.startsWith('（') && pair.endsWith(')')) || (pair.startsWith('(') && pair.endsWith('）'));
}
