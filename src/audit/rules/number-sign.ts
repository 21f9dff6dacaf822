import { sumOver } from '../leaning';
import { cellPlace } from '../places';
import { shown } from '../precision';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { CELL } from '../views/number-column';

/** 负数: nothing that is planned, built or paid here can be below zero (a gap can). */
export const numberSign = defineRule({
  ids: ['V06'],
  name: 'number-sign',
  level: 'error',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'funds', 'indicators'],
  title: '负数',
  protects: '班数、学位、用地、金额不可能为负，负数会抵消别校的数。',
  fixable: 'choice',
  source: '数量不小于 0',
  whenToExplain: '',
  messages: { negative: (d: { field: string; value: string }) => `${d.field}为负数：${d.value}。` },
  advice: { negative: '核对原始资料，改为正确的数。' },
  *check(context, report) {
    for (const view of context.tables) {
      for (const { field, column, factor } of view.numericColumns()) {
        const numbers = view.numbers(field);
        if (!numbers?.hasNegative || field === 'gap' || field === 'balance') continue;
        for (const row of view.figureRows()) {
          const value = numbers.value(row);
          if (!(value < 0) || numbers.status(row) === CELL.guess) continue;
          yield report(
            'negative',
            { field: numbers.title, value: shown(value / factor) },
            cellPlace(view, row, field),
            {
              found: shown(value / factor),
              leansOn: sumOver(view, row, column),
              causes: { corrected: [-value] },
              repair: () => chooseValue(view, row, column, [-value / factor, null], '改为正数或留空'),
            },
          );
        }
      }
    }
  },
});
