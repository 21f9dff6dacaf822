import { squeezed } from '../../workbook';
import { cellPlace } from '../places';
import { chooseValue, putValue } from '../repairs';
import { defineRule } from '../rule';
import { CELL } from '../views/number-column';
import { shortened } from '../wording';

/** Words in the place of a note, and those of them that cannot be one. */
const NO_NOTE = /^(?:[无没]有?|暂无|同上|同前|略|待[补填定]充?|未填|[xX×*]{2,}|[—\-–/／\\.。…]+|见附件|N\/?A)[。]?$/u;
const SAYS_NOTHING = /^(?:同上|同前|略|待[补填定]充?|[xX×*]{2,}|[.。…]+)/u;

/** 占位符代替空: `—`, `无`, `/` for "no number". */
export const placeholder = defineRule({
  ids: ['V11'],
  name: 'placeholder',
  level: 'warning',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'funds', 'indicators', 'responsibilities'],
  title: '用符号代替空格或零',
  protects: '符号会让求和公式出错，也分不清是“没有”还是“不知道”。',
  fixable: 'choice',
  source: '单元格内容本身',
  whenToExplain: '',
  messages: {
    number: (d: { field: string; text: string }) => `${d.field}用“${d.text}”表示无数，请留空或填 0。`,
    note: (d: { name: string; field: string; text: string }) => `“${d.name}”的${d.field}只写“${d.text}”，等于没有填。`,
    date: (d: { field: string; text: string }) => `${d.field}用“${d.text}”表示没有日期，请留空。`,
  },
  advice: { number: '没有的填 0，不知道的留空。', note: '写明实际进展。', date: '留空。' },
  *check(context, report) {
    for (const view of context.tables) {
      for (const { field, column } of view.numericColumns()) {
        const numbers = view.numbers(field);
        if (!numbers) continue;
        for (const row of numbers.oddRows) {
          if (numbers.status(row) !== CELL.placeholder) continue;
          if (view.kind === 'indicators' && context.index.indicator(view.name(row))?.unit === '文字') continue;
          const text = String(view.raw(row, field)).trim();
          yield report('number', { field: numbers.title, text }, cellPlace(view, row, field), {
            found: text,
            causes: { corrected: [0], blocks: true },
            merges: true,
            repair: () => chooseValue(view, row, column, [null, 0], '留空或填 0'),
          });
        }
      }
      if (view.kind === 'responsibilities' && view.has('progressNote')) {
        const notes = view.table.dataRows.map((row) => ({ row, text: view.text(row, 'progressNote') }));
        const said = notes.filter(({ text }) => text !== '' && !NO_NOTE.test(squeezed(text))).length;
        for (const { row, text } of notes) {
          if (said < 3 || !NO_NOTE.test(squeezed(text))) continue;
          const name = shortened(view.name(row));
          yield report(
            'note',
            { name, field: view.title('progressNote'), text },
            cellPlace(view, row, 'progressNote'),
            {
              // 无 may be all that there is to say of a task that has not begun.
              level: SAYS_NOTHING.test(squeezed(text)) ? 'warning' : 'info',
              found: text,
            },
          );
        }
      }
      for (const { field, column } of view.dateFields()) {
        const dates = view.dates(field);
        for (const row of view.table.dataRows) {
          if (dates?.reading(row).kind !== 'placeholder') continue;
          const text = String(view.raw(row, field)).trim();
          yield report('date', { field: view.title(field), text }, cellPlace(view, row, field), {
            level: 'info',
            found: text,
            causes: { blocks: true },
            merges: true,
            repair: () => putValue(view, row, column, null, '留空'),
          });
        }
      }
    }
  },
});
