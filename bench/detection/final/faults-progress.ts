import type { Cell } from './book';
import { serial, STATUSES, dateText } from './figures';
import { at, dayOf, numberOf, pickCell, pickOfSchool, pickRow, put, putDay } from './seeds';
import type { Context, Fault, Row, Seed } from './seeds';

const OVER = new Set(['已完工', '投入使用']);
const statusOf = (row: Row): string => String(at(row, 'status').value);
const has = (row: Row, field: string): boolean => dayOf(at(row, field)) !== null;

/** Picks a row with the fields that fits, changes it and returns the cells concerned. */
function inRow(
  fields: readonly string[],
  fits: (row: Row) => boolean,
  change: (row: Row, context: Context) => readonly Cell[],
): Seed {
  return (context) => {
    const row = pickRow(context, fields, fits);
    return row ? change(row, context) : null;
  };
}

/** Any date cell of a school that is filled. */
function inDate(field: string, change: (cell: Cell, day: number, context: Context) => void): Seed {
  return (context) => {
    const cell = pickOfSchool(context, field, (_, one) => dayOf(one) !== null);
    if (!cell) return null;
    change(cell, dayOf(cell) ?? 0, context);
    return [cell];
  };
}

const yearMoved = (day: number, years: number): number => {
  const date = new Date((day - 25_569) * 86_400_000);
  return serial(date.getUTCFullYear() + years, date.getUTCMonth() + 1, Math.min(28, date.getUTCDate()));
};
const dayFormat = (cell: Cell): string | null => (typeof cell.value === 'number' ? 'General' : cell.format);

const STATUS_TYPOS: Readonly<Record<string, string>> = {
  未开工: '未开公', 前期: '前其', 在建: '再建', 主体封顶: '主体封项', 装修施工: '装修施公', 基本完工: '基本完公',
  已完工: '己完工', 投入使用: '投人使用',
}; // prettier-ignore

const money = ['invest', 'done'] as const;

export const PROGRESS_FAULTS: readonly Fault[] = [
  { id: 'start-thirteenth-month', seed: inDate('start', (cell, day) => put(cell, dateText(day).replace(/年\d+月/u, '年13月'), '@')) },
  { id: 'due-thirtieth-february', seed: inDate('due', (cell, day) => put(cell, `${dateText(day).slice(0, 4)}年2月30日`, '@')) },
  { id: 'start-year-2032', seed: inDate('start', (cell, day) => putDay(cell, yearMoved(day, 10))) },
  { id: 'due-year-typed-wrong', seed: inDate('due', (cell, day) => putDay(cell, yearMoved(day, 30))) },
  { id: 'finished-year-typed-wrong', seed: inDate('finished', (cell, day) => putDay(cell, yearMoved(day, 100))) },
  { id: 'start-as-eight-digits', seed: inDate('start', (cell, day) => put(cell, Number(new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10).replace(/-/gu, '')), dayFormat(cell))) },
  { id: 'due-in-words', seed: inDate('due', (cell) => put(cell, '按计划推进', '@')) },
  { id: 'start-year-missing', seed: inDate('start', (cell, day) => put(cell, dateText(day).replace(/^\d+年/u, ''), '@')) },
  { id: 'start-day-number-of-1900', seed: inDate('start', (cell, day, { random }) => putDay(cell, typeof cell.value === 'number' ? random.whole(20, 300) : yearMoved(day, -120))) },
  {
    id: 'start-after-the-report',
    seed: inRow(['start', 'status'], (row) => has(row, 'start') && statusOf(row) !== '未开工' && !OVER.has(statusOf(row)), (row, { figures, random }) => [putDay(at(row, 'start'), figures.today + random.whole(45, 58)), at(row, 'status')]),
  },
  {
    id: 'finished-after-the-report',
    seed: inRow(['finished', 'status'], (row) => has(row, 'finished'), (row, { figures, random }) => [putDay(at(row, 'finished'), figures.today + random.whole(45, 90)), at(row, 'status')]),
  },
  {
    id: 'finished-before-start',
    seed: inRow(['start', 'finished'], (row) => has(row, 'start') && has(row, 'finished'), (row, { random }) => [putDay(at(row, 'finished'), (dayOf(at(row, 'start')) ?? 0) - random.whole(40, 90)), at(row, 'start')]),
  },
  {
    id: 'due-before-start',
    seed: inRow(['start', 'due'], (row) => has(row, 'start') && has(row, 'due'), (row, { random }) => [putDay(at(row, 'due'), (dayOf(at(row, 'start')) ?? 0) - random.whole(40, 90)), at(row, 'start')]),
  },
  {
    id: 'start-and-due-exchanged',
    seed: inRow(['start', 'due'], (row) => has(row, 'start') && has(row, 'due'), (row) => {
      const [start, due] = [at(row, 'start'), at(row, 'due')];
      [start.value, due.value] = [due.value, start.value];
      return [start, due];
    }),
  },
  {
    id: 'not-started-with-start',
    seed: inRow(['start', 'status'], (row) => has(row, 'start') && !OVER.has(statusOf(row)), (row) => [put(at(row, 'status'), '未开工'), at(row, 'start')]),
  },
  {
    id: 'going-with-finished-date',
    seed: inRow(['finished', 'status'], (row) => has(row, 'finished'), (row) => [put(at(row, 'status'), '在建'), at(row, 'finished')]),
  },
  {
    id: 'not-started-with-finished-date',
    seed: inRow(['finished', 'status'], (row) => has(row, 'finished'), (row) => [put(at(row, 'status'), '未开工'), at(row, 'finished'), ...(row.has('start') ? [at(row, 'start')] : [])]),
  },
  {
    id: 'over-without-date',
    seed: inRow(['finished', 'status'], (row) => has(row, 'finished'), (row) => [put(at(row, 'finished'), null), at(row, 'status')]),
  },
  {
    id: 'over-before-it-began',
    seed: inRow(['start', 'finished', 'status'], (row) => !has(row, 'start') && statusOf(row) === '未开工', (row) => [put(at(row, 'status'), '已完工'), at(row, 'finished'), at(row, 'start')]),
  },
  { id: 'status-typo', seed: (context) => { const cell = pickOfSchool(context, 'status'); return cell ? [put(cell, STATUS_TYPOS[String(cell.value)] ?? '')] : null; } },
  { id: 'status-two-at-once', seed: (context) => { const cell = pickOfSchool(context, 'status'); return cell ? [put(cell, `${STATUSES.slice(0, 2).includes(String(cell.value)) ? '已完工' : '未开工'}、${String(cell.value)}`)] : null; } },
  { id: 'status-is-a-number', seed: (context) => { const cell = pickOfSchool(context, 'status'); return cell ? [put(cell, context.random.whole(120, 900))] : null; } },
  {
    id: 'formed-above-planned',
    seed: inRow(['formed', 'seats'], (row) => numberOf(at(row, 'formed')) > 0, (row, { random }) => [put(at(row, 'formed'), numberOf(at(row, 'seats')) + random.pick([300, 450, 600])), at(row, 'seats')]),
  },
  {
    id: 'not-started-with-seats',
    seed: inRow(['formed', 'status'], (row) => statusOf(row) === '未开工', (row) => [put(at(row, 'formed'), 180), at(row, 'status')]),
  },
  { id: 'formed-negative', seed: inRow(['formed'], () => true, (row) => [put(at(row, 'formed'), -180)]) },
  { id: 'formed-as-text', seed: inRow(['formed'], (row) => numberOf(at(row, 'formed')) > 0, (row) => [put(at(row, 'formed'), String(at(row, 'formed').value))]) },
  {
    id: 'done-zero-added',
    seed: inRow(money, (row) => numberOf(at(row, 'done')) * 10 > numberOf(at(row, 'invest')) * 1.5, (row) => {
      const done = at(row, 'done');
      return [put(done, numberOf(done) * 10), at(row, 'invest'), ...others(row)];
    }),
  },
  {
    id: 'invest-in-yuan',
    seed: inRow(money, (row) => numberOf(at(row, 'invest')) > 0, (row) => [put(at(row, 'invest'), numberOf(at(row, 'invest')) * 10_000)]),
  },
  { id: 'invest-negative', seed: inRow(money, () => true, (row) => [put(at(row, 'invest'), -numberOf(at(row, 'invest')))]) },
  { id: 'invest-as-text', seed: inRow(['invest'], () => true, (row) => [put(at(row, 'invest'), `${numberOf(at(row, 'invest'))}万元`)]) },
  {
    id: 'invest-done-exchanged',
    seed: inRow(money, (row) => numberOf(at(row, 'done')) < numberOf(at(row, 'invest')) * 0.9, (row) => {
      const [invest, done] = [at(row, 'invest'), at(row, 'done')];
      [invest.value, done.value] = [done.value, invest.value];
      return [invest, done, ...others(row)];
    }),
  },
  {
    id: 'rate-off',
    seed: inRow(['rate', ...money], () => true, (row, { random }) => {
      const rate = at(row, 'rate');
      const isShare = rate.format?.endsWith('%');
      const step = random.pick([11, 17, 23]) * (numberOf(rate) > (isShare ? 0.5 : 50) ? -1 : 1);
      return [put(rate, Math.round((numberOf(rate) + (isShare ? step / 100 : step)) * 1000) / 1000), at(row, 'done'), at(row, 'invest')];
    }),
  },
  {
    id: 'rate-hundredfold',
    seed: inRow(['rate'], (row) => numberOf(at(row, 'rate')) > 0, (row) => {
      const rate = at(row, 'rate');
      const isShare = rate.format?.endsWith('%');
      return [put(rate, Math.round(numberOf(rate) * (isShare ? 100 : 0.01) * 1000) / 1000)];
    }),
  },
  { id: 'rate-error', seed: inRow(['rate'], () => true, (row) => [put(at(row, 'rate'), '#DIV/0!')]) },
  {
    id: 'month-not-the-difference',
    seed: inRow(['current', 'lastDone', 'done'], (row) => numberOf(at(row, 'current')) > 0, (row, { random }) => [put(at(row, 'current'), numberOf(at(row, 'current')) + random.pick([50, 120, 200])), at(row, 'lastDone'), at(row, 'done')]),
  },
  {
    id: 'cumulative-fell',
    seed: inRow(['current', 'lastDone', 'done'], (row) => numberOf(at(row, 'current')) > 0, (row) => {
      const [last, current] = [at(row, 'lastDone'), at(row, 'current')];
      put(last, numberOf(last) + 3 * numberOf(current));
      put(current, -2 * numberOf(current));
      return [last, current, at(row, 'done')];
    }),
  },
  {
    id: 'remaining-off',
    seed: inRow(['left', ...money], () => true, (row, { random }) => [put(at(row, 'left'), numberOf(at(row, 'left')) + random.pick([100, 210, 300])), at(row, 'invest'), at(row, 'done')]),
  },
  { id: 'rank-impossible', seed: inRow(['rank'], () => true, (row, { random }) => [put(at(row, 'rank'), random.whole(31, 60))]) },
  {
    id: 'rank-off',
    seed: inRow(['rank', 'rate'], (row) => numberOf(at(row, 'rank')) > 5, (row) => [put(at(row, 'rank'), 2), at(row, 'rate')]),
  },
  {
    id: 'late-not-said',
    seed: inRow(['late', 'due', 'status'], (row) => !OVER.has(statusOf(row)), (row, { figures, random }) => [putDay(at(row, 'due'), figures.today - random.whole(60, 150)), at(row, 'late'), at(row, 'status')]),
  },
  {
    id: 'late-said-in-vain',
    seed: inRow(['late', 'due', 'status'], (row) => !OVER.has(statusOf(row)), (row) => [put(at(row, 'late'), '是'), at(row, 'due')]),
  },
  {
    id: 'class-size-off',
    seed: inRow(['size', 'seats', 'classes'], () => true, (row, { random }) => [put(at(row, 'size'), numberOf(at(row, 'size')) + random.pick([-8, 9, 14])), at(row, 'seats'), at(row, 'classes')]),
  },
  {
    id: 'card-unlike-list',
    seed: (context) => {
      const card = pickCell(context, (mark) => mark.table === 'card' && mark.field === 'status' && mark.part === 'body');
      const list = card && context.book.cells((mark) => mark.table === 'schools' && mark.row === card.mark?.row && mark.field === 'status')[0];
      if (!card || !list) return null;
      return [put(list, ['未开工', '前期'].includes(String(list.value)) ? '主体封顶' : '前期'), card];
    },
  },
  {
    id: 'card-money-unlike-list',
    seed: (context) => {
      const card = pickCell(context, (mark) => mark.table === 'card' && mark.field === 'invest' && mark.part === 'body');
      const list = card && context.book.cells((mark) => mark.table === 'schools' && mark.row === card.mark?.row && mark.field === 'invest')[0];
      return card && list ? [put(list, numberOf(list) + 1000), card] : null;
    },
  },
]; // prettier-ignore

/** Figures of the same row that follow from the two, where they are typed. */
function others(row: Row): Cell[] {
  return ['rate', 'current', 'lastDone', 'left'].flatMap((field) => row.get(field) ?? []);
}
