import type { FieldId } from '../../recognize';
import { referredCells, rowCells } from '../leaning';
import { cellPlace } from '../places';
import { shown } from '../precision';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

const SQUARE_METRES = 666.667;
/** No school has more land per seat than this (m²), nor less; a slip of units is off by hundreds. */
const MOST_PER_SEAT = 1000;
const LEAST_PER_SEAT = 0.3;
/** 亩; the plan's largest site has 200. */
const USUAL_LAND = 300;
/** 万元; no school, no fund and no sum of them costs so much. */
const BEYOND_ALL = 1_000_000;
/** 元 for 万元 is off by ten thousand; nothing real is off by this much from the middle of its column. */
const MOST_TIMES_MIDDLE = 400;
/** 万元; no school costs less. */
const LEAST_MONEY = 20;
/** 亿元 for 万元: what was spent is at least this many times what was to be spent. */
const LEAST_TIMES_SMALLER = 50;
const MONEY: readonly FieldId[] = ['invested', 'plannedInvestment', 'amount', 'allocated', 'spent', 'balance'];

/** 数量级: one cell in another unit than its column (㎡ among 亩, 元 among 万元), where the plan shows no value. */
export const valueScale = defineRule({
  ids: ['X06'],
  name: 'value-scale',
  level: 'warning',
  group: 'crossTable',
  stage: 'slip',
  tables: ['schools', 'funds'],
  title: '疑似单位换算错误',
  protects: '一格用错单位，小计就差几百倍到一万倍。',
  fixable: 'none',
  source: '与同行学位、同列其他各行比较',
  whenToExplain: '数值确实如此的，写明依据。',
  messages: {
    land: (d: { name: string; field: string; value: string; perSeat: string }) =>
      `${d.name}${d.field} ${d.value}，合每个学位 ${d.perSeat} 平方米，疑似把平方米当亩填，或少写了数。`,
    column: (d: { name: string; field: string; value: string; times: string }) =>
      `${d.name}${d.field} ${d.value}，是同列一般数值的 ${d.times} 倍，疑似单位用错（元与万元、平方米与亩）。`,
    beyond: (d: { name: string; field: string; value: string }) =>
      `${d.name}${d.field} ${d.value}，超过一百亿元，疑似把元当万元填。`,
    small: (d: { name: string; field: string; value: string; invested: string }) =>
      `${d.name}${d.field} ${d.value}，完成投资已有 ${d.invested}，疑似按亿元填写。`,
  },
  advice: { land: '核对用地单位。', column: '核对单位后改正。', beyond: '核对单位后改正。', small: '核对单位后改正。' },
  *check(context, report) {
    for (const view of context.tables) {
      yield* hundredMillions(view);
      for (const column of view.summables()) {
        const numbers = view.numbers(column.field);
        if (!numbers) continue;
        const { field } = column;
        const isLand = field === 'plannedLand' || field === 'suppliedLand';
        if (!isLand && !MONEY.includes(field)) continue;
        const middle = view.middle(field);
        for (const row of view.table.dataRows) {
          const value = numbers.value(row);
          if (!(value > 0)) continue;
          const seats = isLand ? (view.numbers('plannedSeats')?.value(row) ?? NaN) : NaN;
          const perSeat = seats > 0 ? (value * SQUARE_METRES) / seats : NaN;
          const isOff = perSeat > MOST_PER_SEAT || perSeat < LEAST_PER_SEAT;
          const isBeyond = !isLand && value > BEYOND_ALL;
          if (!isOff && !isBeyond && !(value > middle * MOST_TIMES_MIDDLE)) continue;
          const place = cellPlace(view, row, field);
          const words = { name: view.name(row), field: numbers.title, value: shown(value / column.factor) };
          const details = {
            found: words.value,
            leansOn: [
              rowCells(view, row, isLand ? [field, 'plannedSeats'] : [field]),
              ...referredCells(view.sheet, row, column.column),
            ],
            // A usual size of land beside hardly any seats: the seats may be what is wrong.
            ...(perSeat > MOST_PER_SEAT && value <= USUAL_LAND ? { stage: 'row' as const } : {}),
            causes: { corrected: scaled(value, isLand) },
          };
          if (isOff) yield report('land', { ...words, perSeat: perSeat.toFixed(perSeat < 1 ? 2 : 0) }, place, details);
          else if (isBeyond && !(value > middle * MOST_TIMES_MIDDLE)) yield report('beyond', words, place, details);
          else yield report('column', { ...words, times: (value / middle).toFixed(0) }, place, details);
        }
      }
    }

    /** A whole that is a ten-thousandth of what was built of it already, and of the other wholes. */
    function* hundredMillions(view: TableView) {
      const planned = view.numbers('plannedInvestment');
      const invested = view.numbers('invested');
      if (!planned || !invested) return;
      const middle = view.middle('plannedInvestment');
      for (const row of view.table.dataRows) {
        const [whole, part] = [planned.value(row), invested.value(row)];
        const isSmall = whole > 0 && whole * LEAST_TIMES_SMALLER < Math.min(part, middle);
        // With too few schools for a middle, only what no school costs is told.
        if (!isSmall || whole * 10_000 < part || (middle === Infinity && whole >= LEAST_MONEY)) continue;
        const value = shown(whole / planned.column.factor);
        yield report(
          'small',
          { name: view.name(row), field: planned.title, value, invested: shown(part / invested.column.factor) },
          cellPlace(view, row, 'plannedInvestment'),
          {
            found: value,
            leansOn: [rowCells(view, row, ['plannedInvestment', 'invested'])],
            causes: { blocks: true, corrected: [whole * 10_000] },
          },
        );
      }
    }
  },
});

/** What the value would be in the unit that was probably meant. */
function scaled(value: number, isLand: boolean): readonly number[] {
  return isLand ? [value / SQUARE_METRES, value * 0.0015, value / 10, value / 100] : [value / 10_000, value / 1000];
}
