import { fieldOf } from '../../recognize';
import { squeezed } from '../../workbook';
import { sumOver } from '../leaning';
import { cellPlace } from '../places';
import { clean, shown } from '../precision';
import { defineRule } from '../rule';
import { CELL } from '../views/number-column';

/** 班数、学位、所数不是整数. A column in 万个 may have decimals as long as they make whole seats. */
export const notWhole = defineRule({
  ids: ['V07'],
  name: 'not-whole',
  level: 'error',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'indicators'],
  title: '班数、学位或所数不是整数',
  protects: '半个班、半个学位、半所学校不存在，出现小数说明口径或数字有误。',
  fixable: 'none',
  source: '班数、学位、所数以整数计',
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
              merges: true,
            },
          );
        }
      }
    }
    for (const view of context.tablesOf('indicators')) {
      for (const row of view.table.dataRows) {
        const unit = view.text(row, 'unit');
        const indicator = context.index.indicator(view.name(row), unit === '' ? null : unit);
        if (indicator?.kind !== 'construction' || !COUNTED.has(indicator.unit)) continue;
        if (unit !== '' && !COUNTED.has(squeezed(unit))) continue;
        for (const field of ['previous', 'actual'] as const) {
          const numbers = view.numbers(field);
          const value = numbers?.value(row) ?? NaN;
          if (!numbers || Number.isNaN(value) || value < 0 || Number.isInteger(clean(value))) continue;
          yield report('fraction', { field: numbers.title, value: shown(value) }, cellPlace(view, row, field), {
            found: shown(value),
            causes: { blocks: true },
          });
        }
      }
    }
  },
});

/** Units of what is counted one by one. */
const COUNTED: ReadonlySet<string> = new Set(['所', '个', '座', '处']);
