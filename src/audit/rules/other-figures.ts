import { formatAt, readNumber, trimmed, valueAt } from '../../workbook';
import { ownSheets } from '../context';
import { anyCellPlace, areaPlace } from '../places';
import { shown } from '../precision';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { figureGridsOf, type FigureColumn, type FigureGrid } from '../views/figure-grid';

/** Rows of plain numbers that show what a column holds, and the share of its filled cells that they make up at least. */
const LEAST_NUMBERS = 3;
const LEAST_SHARE = 0.7;
/** What may be below zero: what is left, lacking or changed. */
const SIGNED =
  /差|增减|增幅|降|±|结余|余额|剩余|缺口|同比|环比|变化|变动|调整|调增|调减|核减|收支|盈|超支|偏|超前|滞后|坐标|经度|纬度|高程|标高|温度/u;
/** What is written in digits and counts nothing, unless the header speaks of money as well: 支出进度 · 二季度. */
const NO_FIGURE =
  /日期|时间|年月|年份|电话|手机|联系|编号|编码|代码|文号|账号|证号|地址|备注|说明|情况|进度|进展|名称|阶段|状态/u;

/** 其他数字列: numbers in columns that no known field claims are held against their neighbours. */
export const otherFigures = defineRule({
  ids: ['V18'],
  name: 'other-figures',
  level: 'warning',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'funds', 'indicators', 'responsibilities', 'summary'],
  title: '其他数字列中有一格是负数或文字',
  protects: '自加的列也会被求和，混进的文字按 0 计，负数会抵消别行的数。',
  fixable: 'choice',
  source: '同一列其余各行',
  whenToExplain: '确为冲减或调整的，写明原因。',
  messages: {
    negative: (d: { field: string; value: string }) => `“${d.field}”为负数：${d.value}，其余各行都不小于 0。`,
    words: (d: { field: string; text: string }) =>
      `“${d.field}”填的“${d.text}”不是数字，不能参加计算；其余各行都是数字。`,
  },
  advice: { negative: '核对原始资料，改为正确的数。', words: '只填数字，单位写在表头，说明写入备注。' },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      for (const grid of figureGridsOf(sheet, context.tables)) {
        for (const figures of grid.columns) {
          if (figures.word === '' || isNoFigure(figures.word) || isKnown(grid, figures)) continue;
          const { numbers, negatives, words } = sortedRows(grid, figures);
          if (numbers.length < LEAST_NUMBERS) continue;
          const { column, word } = figures;
          const place = (row: number) =>
            grid.view
              ? areaPlace(
                  grid.view,
                  { top: row, bottom: row, left: column, right: column },
                  `${grid.view.rowKey(row)}|${word}`,
                )
              : anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'figure');
          const repair = (row: number, choice: number, label: string) => () =>
            grid.view && chooseValue(grid.view, row, column, [choice, null], label);
          if (negatives.length === 1 && !SIGNED.test(word))
            for (const row of negatives) {
              const value = figures.value(row) ?? 0;
              yield report('negative', { field: word, value: shown(value) }, place(row), {
                found: shown(value),
                causes: { corrected: [-value] },
                repair: repair(row, -value, '改为正数或留空'),
              });
            }
          if (words.length <= Math.max(1, numbers.length * (1 - LEAST_SHARE)))
            for (const row of words) {
              const text = trimmed(String(valueAt(sheet, row, column)));
              const reading = readNumber(text);
              yield report('words', { field: word, text }, place(row), {
                found: text,
                ...(reading.kind === 'number'
                  ? {
                      expected: shown(reading.value),
                      causes: { corrected: [reading.value] },
                      repair: repair(row, reading.value, '转为数字或留空'),
                    }
                  : { causes: { blocks: true } }),
              });
            }
        }
      }
    }
  },
});

const OF_MONEY = /季度|\d月|支出|投资|金额|资金|[万亿]元/u;
const isNoFigure = (word: string): boolean =>
  NO_FIGURE.test(word) && !(OF_MONEY.test(word) && !/日期|时间|年[月份]/u.test(word));

const isKnown = ({ view }: FigureGrid, { column }: FigureColumn): boolean =>
  view?.table.columns.some((each) => each.column === column) ?? false;

/** Rows of the column by what they hold: figures that are not below zero, those that are, texts that were meant as figures. */
function sortedRows(grid: FigureGrid, figures: FigureColumn) {
  const numbers: number[] = [];
  const negatives: number[] = [];
  const words: number[] = [];
  for (const row of grid.rows) {
    const value = figures.value(row);
    if (value === null) continue;
    if (!Number.isNaN(value)) (value < 0 ? negatives : numbers).push(row);
    else if (isMeantAsFigure(grid, row, figures.column)) words.push(row);
  }
  return { numbers, negatives, words };
}

/** Text that is read as one number, or a word that is none; longer texts are remarks. */
const LONGEST_WORD = 6;
/** 见备注, 暂缓, 未统计: why there is no figure. */
const SAYS_WHY = /见|详|暂|未|待|无|免|不|另|同|缓|停|略|空|缺/u;

function isMeantAsFigure({ sheet }: FigureGrid, row: number, column: number): boolean {
  const value = valueAt(sheet, row, column);
  if (typeof value !== 'string' || /[ymd]/iu.test(formatAt(sheet, row, column).replace(/"[^"]*"/gu, ''))) return false;
  const { kind } = readNumber(value);
  if (kind === 'number') return true;
  const word = trimmed(value);
  return kind === 'unreadable' && word.length <= LONGEST_WORD && !SAYS_WHY.test(word);
}
