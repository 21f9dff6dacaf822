import type { FieldId } from '../../recognize';
import { isBlank, trimmed } from '../../workbook';
import { cellPlace } from '../places';
import { putValue } from '../repairs';
import { defineRule } from '../rule';

/** 首尾空格或换行: unseen characters that break look-ups. Numbers typed as text are another rule's business. */
export const straySpace = defineRule({
  ids: ['V03'],
  name: 'stray-space',
  level: 'info',
  group: 'value',
  stage: 'note',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '多余的空格或换行',
  protects: '看不见的空格会使查找、筛选和对照失败。',
  fixable: 'auto',
  source: '单元格内容本身',
  whenToExplain: '',
  messages: {
    edge: (d: { field: string; text: string }) => `${d.field}“${d.text}”首尾有空格、换行或不间断空格。`,
    inside: (d: { field: string; text: string }) => `${d.field}“${d.text}”中间有空格或换行，查找、对照时会对不上。`,
  },
  advice: { edge: '一键去掉首尾空格。', inside: '一键去掉中间的空格和换行。' },
  *check(context, report) {
    for (const view of context.tables) {
      const numeric = new Set(view.numericColumns().map((column) => column.field));
      for (const { field, column } of view.table.columns) {
        if (numeric.has(field) || field === 'sequence') continue;
        for (const row of view.rowsWithSigns(field)) {
          const raw = view.raw(row, field);
          if (typeof raw !== 'string' || isBlank(raw)) continue;
          const first = raw.charCodeAt(0);
          const last = raw.charCodeAt(raw.length - 1);
          if (!isSpace(first) && !isSpace(last)) {
            if (!KEYS.has(field) || !/\s/u.test(raw) || !/^[\p{Script=Han}\s（）()]+$/u.test(raw)) continue;
            const joined = raw.replace(/\s+/gu, '');
            yield report('inside', { field: view.title(field), text: joined }, cellPlace(view, row, field), {
              found: raw,
              expected: joined,
              merges: true,
              repair: () => putValue(view, row, column, joined, '去掉中间的空格和换行'),
            });
            continue;
          }
          const bare = trimmed(raw);
          if (bare === raw) continue;
          yield report('edge', { field: view.title(field), text: bare }, cellPlace(view, row, field), {
            found: raw,
            expected: bare,
            merges: true,
            repair: () => putValue(view, row, column, bare, '去掉首尾空格'),
          });
        }
      }
    }
  },
});

/** Columns by which rows are looked up. */
const KEYS: ReadonlySet<FieldId> = new Set<FieldId>(['schoolName', 'fundName', 'builder', 'stage']);

/** Any white space or zero-width character, tested without making a string. */
function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0xfeff;
}
