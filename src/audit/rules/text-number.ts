import type { NumberTrait } from '../../workbook';
import type { AuditContext } from '../context';
import { cellPlace } from '../places';
import { shown } from '../precision';
import { toNumber } from '../repairs';
import { defineRule } from '../rule';
import { CELL, type NumberColumn } from '../views/number-column';
import type { TableView } from '../views/table-view';

type Plain = 'asText' | 'fullWidth' | 'separators' | 'innerSpaces';
const PLAIN: ReadonlySet<NumberTrait> = new Set<NumberTrait>(['asText', 'fullWidth', 'separators', 'innerSpaces']);
const ID: Readonly<Record<Plain, string>> = { asText: 'V01', fullWidth: 'V02', separators: 'V05', innerSpaces: 'V05' };

/** 文本型数字: digits that Excel does not add up. They look like a number and count 0 in every sum. */
export const textNumber = defineRule({
  ids: ['V01', 'V02', 'V05'],
  name: 'text-number',
  level: 'warning',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'funds', 'indicators'],
  title: '数字以文本存储',
  protects: '文本型数字在求和时按 0 计，小计和合计会无声地少数。',
  fixable: 'auto',
  source: '单元格内容本身',
  whenToExplain: '',
  messages: {
    asText: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”是文本，求和时按 0 计，应为数字 ${d.value}。`,
    fullWidth: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”用了全角数字，求和时按 0 计，应为 ${d.value}。`,
    separators: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”带分隔符，被当作文本，应为 ${d.value}。`,
    innerSpaces: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”中间有空格，被当作文本，应为 ${d.value}。`,
  },
  advice: {
    asText: '一键转为数字。',
    fullWidth: '一键转为半角数字。',
    separators: '一键去掉分隔符，转为数字。',
    innerSpaces: '一键去掉空格，转为数字。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      for (const { field } of view.numericColumns()) {
        const numbers = view.numbers(field);
        if (!numbers) continue;
        for (const row of numbers.oddRows) {
          if (numbers.status(row) !== CELL.textNumber) continue;
          const reading = numbers.reading(row);
          if (reading.kind !== 'number' || reading.traits.some((trait) => !PLAIN.has(trait))) continue;
          const kind: Plain =
            (['fullWidth', 'separators', 'innerSpaces'] as const).find((trait) => reading.traits.includes(trait)) ??
            'asText';
          const text = String(view.raw(row, field)).trim();
          yield report(kind, { field: numbers.title, text, value: shown(reading.value) }, cellPlace(view, row, field), {
            id: ID[kind],
            level: isSummed(context, view, numbers) ? 'error' : 'warning',
            found: text,
            expected: shown(reading.value),
            causes: { corrected: [numbers.value(row)] },
            merges: true,
            repair: () => toNumber(view, row, numbers, reading.value),
          });
        }
      }
    }
  },
});

/** A formula adds the column up, so the text drops out of a sum that people trust. */
function isSummed(context: AuditContext, view: TableView, numbers: NumberColumn): boolean {
  const { table, sheet } = view;
  if (sheet.formulas.size === 0) return false;
  const rows = table.sections.flatMap((section) => (section.subtotalRow === null ? [] : [section.subtotalRow]));
  if (table.totalRow !== null) rows.push(table.totalRow);
  return rows.some((row) =>
    sheet.formulas.has((row - sheet.top) * sheet.columnCount + numbers.column.column - sheet.left),
  );
}
