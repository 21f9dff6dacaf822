import { cellIndex, contentAt, isDateFormat, type SheetSnapshot } from '../../workbook';
import type { Fix } from '../finding';
import { cellPlace } from '../places';
import { shown } from '../precision';
import { isWritable } from '../repairs';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** 数字显示成日期: a count, an area or an amount under a format of dates. The value is right, what people read is not. */
export const shownAsDate = defineRule({
  ids: ['V20'],
  name: 'shown-as-date',
  level: 'warning',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'funds', 'indicators', 'summary'],
  title: '数字显示成日期',
  protects: '360 个学位显示成 1900-12-25，打印出来没有人看得懂，照着抄就错了。',
  fixable: 'auto',
  source: '单元格格式',
  whenToExplain: '',
  messages: {
    shown: (d: { field: string; value: string }) =>
      `${d.field}的数 ${d.value} 用的是日期格式，屏幕和打印件上显示成一个日期。`,
  },
  advice: { shown: '把单元格格式改回“常规”；如果本来要填的就是日期，挪到日期列。' },
  *check(context, report) {
    for (const view of context.tables) {
      const formats = dateFormats(view.sheet);
      if (formats.size === 0) continue;
      for (const { field, column } of view.numericColumns()) {
        const numbers = view.numbers(field);
        if (!numbers) continue;
        for (const row of view.figureRows()) {
          const index = cellIndex(view.sheet, row, column);
          const value = view.sheet.values[index] ?? null;
          if (typeof value !== 'number' || !formats.has(view.sheet.formatIndex?.[index] ?? -1)) continue;
          yield report('shown', { field: numbers.title, value: shown(value) }, cellPlace(view, row, field), {
            found: shown(value),
            merges: true,
            repair: () => asNumber(view, row, column),
          });
        }
      }
    }
  },
});

/** Positions in `formatCodes` of formats that show dates. */
function dateFormats({ formatCodes, formatIndex }: SheetSnapshot): ReadonlySet<number> {
  return formatIndex === null
    ? new Set()
    : new Set(formatCodes.flatMap((code, position) => (isDateFormat(code) ? [position] : [])));
}

function asNumber(view: TableView, row: number, column: number): Fix | null {
  if (!isWritable(view, row, column)) return null;
  const label = '按数字显示';
  const edit = { kind: 'format', sheet: view.sheet.name, row, column, format: 'General' } as const;
  return { kind: 'auto', label, edits: [{ edit, before: contentAt(view.sheet, row, column), reason: label }] };
}
