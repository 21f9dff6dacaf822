import type { NumberReading } from '../../workbook';
import type { Fix } from '../finding';
import { cellPlace } from '../places';
import { clean, shown } from '../precision';
import { chooseValue, toNumber } from '../repairs';
import { defineRule } from '../rule';
import { CELL, type NumberColumn } from '../views/number-column';
import type { TableView } from '../views/table-view';

const GUESSED = ['letterForDigit', 'doubledPoint', 'sum', 'bracketNegative', 'approximate', 'chineseDigits'] as const;

/** 数字格夹带文字: a unit, a word or a sum typed into a cell that should hold a number alone. */
export const mixedText = defineRule({
  ids: ['V04'],
  name: 'mixed-text',
  level: 'error',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'funds', 'indicators'],
  title: '数字格夹带文字',
  protects: '夹带文字的格不能相加，读数的人也各有各的理解。',
  fixable: 'choice',
  source: '单元格内容本身',
  whenToExplain: '',
  messages: {
    withUnit: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”带着单位，不能相加，应只填数字 ${d.value}。`,
    letterForDigit: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”把字母当数字写了，疑为 ${d.value}。`,
    doubledPoint: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”小数点写错，疑为 ${d.value}。`,
    sum: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”写成算式，应填得数 ${d.value}，构成写入备注。`,
    bracketNegative: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”用括号表示负数，请核实是否为 ${d.value}。`,
    approximate: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”是约数，应填确切数字，疑为 ${d.value}。`,
    chineseDigits: (d: { field: string; text: string; value: string }) =>
      `${d.field}“${d.text}”用汉字写数，应为 ${d.value}。`,
    unreadable: (d: { field: string; text: string }) => `${d.field}应只填数字，现为“${d.text}”。`,
  },
  advice: {
    withUnit: '只留数字，单位写在表头。',
    letterForDigit: '核对后改为数字。',
    doubledPoint: '核对后改正小数点。',
    sum: '填得数，算式移到备注。',
    bracketNegative: '核对后填写数字。',
    approximate: '填确切数字，说明移到备注。',
    chineseDigits: '改为阿拉伯数字。',
    unreadable: '把文字移到备注，这里填数字或留空。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      for (const { field } of view.numericColumns()) {
        const numbers = view.numbers(field);
        if (!numbers) continue;
        for (const row of numbers.oddRows) {
          const status = numbers.status(row);
          if (status < CELL.textNumber || status === CELL.placeholder || status > CELL.unreadable) continue;
          if (view.kind === 'indicators' && isTextIndicator(context.index.indicator(view.name(row))?.unit)) continue;
          const text = String(view.raw(row, field)).trim();
          const place = cellPlace(view, row, field);
          const isMinor = field === 'rate' || field === 'progressShare' || field === 'gap';
          const level = view.kind === 'indicators' || isMinor ? 'warning' : 'error';
          const reading = numbers.reading(row);
          if (reading.kind !== 'number') {
            yield report('unreadable', { field: numbers.title, text }, place, {
              level,
              found: text,
              causes: { blocks: true },
              merges: true,
            });
            continue;
          }
          const kind =
            GUESSED.find((trait) => reading.traits.includes(trait)) ?? (reading.unit !== null ? 'withUnit' : null);
          if (kind === null) continue;
          const value = typedValue(numbers, row, reading);
          yield report(kind, { field: numbers.title, text, value: shown(value) }, place, {
            level,
            found: text,
            expected: shown(value),
            merges: kind === 'withUnit',
            causes: { corrected: [numbers.value(row)] },
            repair: () => repair(view, row, numbers, value, reading.sure === 'guess'),
          });
        }
      }
    }
  },
});

function isTextIndicator(unit: string | undefined): boolean {
  return unit === '文字';
}

/** The number that the cell should hold, in the column's unit: `2.5万个` under 个 is 25000. */
function typedValue(numbers: NumberColumn, row: number, reading: Extract<NumberReading, { kind: 'number' }>): number {
  const factor = numbers.column.factor;
  return reading.unit === null || factor === 0 ? reading.value : clean(numbers.value(row) / factor);
}

function repair(view: TableView, row: number, numbers: NumberColumn, value: number, isGuess: boolean): Fix | null {
  if (isGuess) return chooseValue(view, row, numbers.column.column, [value, null], '按读数改正');
  return toNumber(view, row, numbers, value);
}
