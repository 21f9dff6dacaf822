import { fieldOf } from '../../recognize';
import { sumOver } from '../leaning';
import { cellPlace } from '../places';
import { shown } from '../precision';
import { defineRule } from '../rule';
import { CELL } from '../views/number-column';

/** 班数或学位不是整数. A column in 万个 may have decimals as long as they make whole seats. */
export const notWhole = defineRule({
  ids: ['V07'],
  name: 'not-whole',
  level: 'error',
  group: 'value',
  stage: 'value',
  tables: ['schools'],
  title: '班数或学位不是整数',
  protects: '半个班、半个学位不存在，出现小数说明口径或数字有误。',
  fixable: 'none',
  source: '班数、学位以整数计',
  whenToExplain: '',
  messages: { fraction: (d: { field: string; value: string }) => `${d.field}应为整数，现为 ${d.value}。` },
  advice: { fraction: '核对后填整数。' },
  *check(context, report) {
    for (const view of context.tablesOf('schools')) {
      for (const { field, column, factor } of view.numericColumns()) {
        if (fieldOf(field).type !== 'wholeNumber') continue;
        const numbers = view.numbers(field);
        if (!numbers?.hasFraction) continue;
        for (const row of view.figureRows()) {
          const value = numbers.value(row);
          if (Number.isNaN(value) || value < 0 || numbers.status(row) === CELL.guess) continue;
          if (Math.abs(value - Math.round(value)) < 1e-6) continue;
          yield report(
            'fraction',
            { field: numbers.title, value: shown(value / factor) },
            cellPlace(view, row, field),
            {
              found: shown(value / factor),
              ...(view.table.roles[row - view.table.area.top] === 'data' ? {} : { stage: 'total' as const }),
              leansOn: sumOver(view, row, column),
              causes: { blocks: true },
            },
          );
        }
      }
    }
  },
});
