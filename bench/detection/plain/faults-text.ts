import { shown, type Cell } from '../proof/book';
import { filled, inRow, isInPlan, isNumber, pickCell, SIZES, type, type Fault, type Scene } from './fault';

const NUMBERS = [...SIZES, 'formed', 'invest', 'prior', 'amount', 'used', 'now', 'target'] as const;
const num = (cell: Cell): number => Number(shown(cell));
const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/gu, (sign) => (sign === '.' ? '．' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0)));

/** A number written as something that is no number. */
function written(
  id: string,
  change: (text: string, cell: Cell, scene: Scene) => string | null,
  fields: readonly string[] = NUMBERS,
): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(
        scene,
        fields,
        (one) => isNumber(one) && !one.calc && change(String(num(one)), one, scene) !== null,
      );
      return cell ? [type(cell, change(String(num(cell)), cell, scene))] : null;
    },
  };
}

const UNITS: Readonly<Record<string, string>> = {
  classes: '个班',
  seats: '个',
  land: '亩',
  formed: '个',
  invest: '万元',
  prior: '万元',
  amount: '万元',
  used: '万元',
};
const DIGITS = '〇一二三四五六七八九';

const numbers: readonly Fault[] = [
  written('number-as-text', (text) => text),
  written('number-with-space-behind', (text) => `${text} `),
  written('number-full-width', fullWidth),
  written('number-with-unit', (text, cell) => (UNITS[cell.field] ? text + (UNITS[cell.field] ?? '') : null)),
  written('number-about', (text) => `约${text}`),
  written('number-with-commas', (text) => (Number(text) >= 1000 ? `${text.slice(0, -3)},${text.slice(-3)}` : null), [
    'seats',
    'invest',
    'formed',
  ]),
  written(
    'number-with-inner-space',
    (text) => (Number(text) >= 1000 ? `${text.slice(0, -3)} ${text.slice(-3)}` : null),
    ['seats', 'invest', 'prior'],
  ),
  written('number-letter-o', (text) => (/\d0$/u.test(text) ? text.replace(/0$/u, 'O') : null)),
  written('number-ideographic-stop', (text) => (text.includes('.') ? text.replace('.', '。') : null), ['land', 'now']),
  written(
    'number-in-chinese',
    (text) => (/^\d+$/u.test(text) ? [...text].map((digit) => DIGITS[Number(digit)]).join('') : null),
    ['classes', 'seats'],
  ),
  written(
    'number-as-addition',
    (text) => (Number(text) > 100 && /^\d+$/u.test(text) ? `${Number(text) - 60}+60` : null),
    ['seats', 'invest', 'prior'],
  ),
  written('number-as-wan', (text) => (Number(text) > 0 ? `${Number(text) / 10_000}万` : null), [
    'seats',
    'formed',
    'invest',
  ]),
  written('number-dash', (_, cell) => (isInPlan(cell) ? '—' : null)),
  written('number-pending', (_, cell) => (isInPlan(cell) ? '待定' : null)),
  {
    id: 'column-as-text',
    seed(scene) {
      const first = pickCell(
        scene,
        [...SIZES, 'invest', 'prior'],
        (one) => isNumber(one) && one.page.at(one.row + 3, one.column)?.kind === 'item',
      );
      if (!first) return null;
      const run: Cell[] = [];
      for (let row = first.row; row < first.row + 4; row++) {
        const cell = first.page.at(row, first.column);
        if (cell?.kind === 'item' && isNumber(cell)) run.push(type(cell, String(num(cell))));
      }
      return run;
    },
  },
];

const TEXT_DATES: readonly (readonly [string, (year: number, month: number, date: number) => string | number])[] = [
  ['date-text-dots', (y, m, d) => `${y}.${m}.${d}`],
  ['date-text-chinese', (y, m, d) => `${y}年${m}月${d}日`],
  ['date-text-month-end', (y, m) => `${y}年${m}月底`],
  ['date-text-month', (y, m) => `${y}.${m}`],
  ['date-eight-digits', (y, m, d) => Number(`${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`)],
  ['date-impossible', (y) => `${y}-02-30`],
];

const textDates: readonly Fault[] = TEXT_DATES.map(([id, write]) => ({
  id,
  seed(scene) {
    const cell = pickCell(scene, ['start', 'due', 'done'], isNumber);
    if (!cell) return null;
    const at = new Date((num(cell) - 25_569) * 86_400_000);
    return [type(cell, write(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()))];
  },
}));

const is = (cell: Cell | null, ...words: readonly string[]): boolean =>
  cell !== null && words.includes(String(shown(cell)));
const DONE = ['已完工', '投入使用'] as const;
const BUILDING = ['在建', '主体封顶', '装修施工', '基本完工'] as const;

/** Dates that cannot be so beside one another, the status and the month reported on. */
const dates: readonly Fault[] = [
  inRow(
    'start-after-due',
    'start',
    (cell, beside) => isNumber(cell) && beside('due') !== null,
    (cell, beside) => [type(cell, num(beside('due') as Cell) + 90), beside('due'), beside('done')],
  ),
  inRow(
    'start-and-due-exchanged',
    'start',
    (cell, beside) => isNumber(cell) && filled(beside('due')),
    (cell, beside) => {
      const due = beside('due');
      if (!due) return null;
      const [a, b] = [num(cell), num(due)];
      return [type(cell, b), type(due, a)];
    },
  ),
  inRow(
    'done-before-start',
    'done',
    (cell, beside) => isNumber(cell) && filled(beside('start')),
    (cell, beside) => [type(cell, num(beside('start') as Cell) - 40), beside('start')],
  ),
  inRow('done-in-the-future', 'done', isNumber, (cell, beside, { figures }) => [
    type(cell, figures.end + 400),
    beside('status'),
  ]),
  inRow(
    'started-in-the-future',
    'start',
    (_, beside) => is(beside('status'), ...BUILDING),
    (cell, beside, { figures }) => [type(cell, figures.end + 45), beside('status'), beside('due')],
  ),
  inRow(
    'building-without-start',
    'start',
    (_, beside) => is(beside('status'), ...BUILDING),
    (cell, beside) => [type(cell, null), beside('status')],
  ),
  inRow(
    'done-without-date',
    'done',
    (_, beside) => is(beside('status'), ...DONE),
    (cell, beside) => [type(cell, null), beside('status')],
  ),
  inRow(
    'not-begun-with-start',
    'status',
    (cell, beside) => is(cell, '未开工') && beside('start') !== null,
    (cell, beside, { figures }) => [type(beside('start') as Cell, figures.end - 150), cell],
  ),
  inRow(
    'building-with-done-date',
    'status',
    (cell, beside) => is(cell, ...BUILDING) && beside('done') !== null,
    (cell, beside, { figures }) => [type(beside('done') as Cell, figures.end - 20), cell],
  ),
  inRow(
    'overdue-though-building',
    'due',
    (_, beside) => is(beside('status'), ...BUILDING),
    (cell, beside, { figures }) => [type(cell, figures.end - 30), beside('status'), beside('done')],
  ),
  inRow('due-after-the-plan', 'due', isNumber, (cell) => [type(cell, num(cell) + 3650)]),
  inRow('year-of-1900s', ['start', 'due'], isNumber, (cell) => [type(cell, num(cell) - 36_525)]),
  inRow(
    'year-digits-turned',
    'start',
    (cell) => isNumber(cell),
    (cell) => [type(cell, num(cell) + 65_745)],
  ),
  inRow('date-shown-as-number', ['start', 'due', 'done'], isNumber, (cell) => {
    cell.format = 'General';
    return [cell];
  }),
  inRow(
    'date-pending',
    'start',
    (_, beside) => is(beside('status'), ...BUILDING),
    (cell) => [type(cell, '待定')],
  ),
];

export const TEXT_FAULTS: readonly Fault[] = [...numbers, ...textDates, ...dates];
