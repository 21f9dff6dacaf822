import type { Cell } from './draft';
import { dayOf, enterDay, inRow, reportDayNumber, typing, type Case, type Fault } from './fault';
import { dateOf } from './figures';

const DATES = ['start', 'due', 'done'] as const;
const isDone = (status: Cell | undefined): boolean => /^(已完工|投入使用)$/u.test(status?.text() ?? '');
const written = ({ draft }: Case): Cell[] =>
  DATES.flatMap((field) => draft.cells(field)).filter((cell) => dayOf(cell) !== null);
const asNumbers = (at: Case): Cell[] => written(at).filter(({ value }) => typeof value === 'number');

const parts = (cell: Cell): readonly [number, number] => {
  const date = dateOf(dayOf(cell) ?? 0);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1];
};

/** The same date with another year, in the way of the column. */
function withYear(cell: Cell, year: number): string | number {
  const [own] = parts(cell);
  if (typeof cell.value === 'string') return cell.value.replace(String(own), String(year));
  return (dayOf(cell) ?? 0) + Math.round((year - own) * 365.25);
}

export const DATE_FAULTS: readonly Fault[] = [
  inRow('finished-without-a-date', ['done', 'status'], (cells) => isDone(cells[1]) && cells[0]?.value !== null, ([done]) => {
    done?.enter(null);
    return [0, 1];
  }),
  inRow('finished-date-of-a-site-not-begun', ['done', 'status'], (cells) => cells[1]?.text() === '未开工', ([done], { draft, figures }) => {
    if (done) enterDay(done, reportDayNumber(figures) - 60, draft);
    return [0, 1];
  }),
  inRow('begun-date-of-a-site-not-begun', ['start', 'status'], (cells) => cells[1]?.text() === '未开工', ([start], { draft, figures }) => {
    if (start) enterDay(start, reportDayNumber(figures) - 200, draft);
    return [0, 1];
  }),
  inRow('status-not-begun-though-finished', ['status', 'done'], (cells) => isDone(cells[0]) && cells[1]?.value !== null, ([status]) => {
    status?.enter('未开工');
    return [0, 1];
  }),
  inRow('finished-before-begun', ['start', 'done'], (cells) => cells.every((cell) => dayOf(cell) !== null), ([start, done], { draft, random }) => {
    if (start && done) enterDay(done, (dayOf(start) ?? 0) - random.whole(70, 300), draft);
    return [0, 1];
  }),
  inRow('due-before-begun', ['start', 'due'], (cells) => cells.every((cell) => dayOf(cell) !== null), ([start, due], { draft, random }) => {
    if (start && due) enterDay(due, (dayOf(start) ?? 0) - random.whole(70, 300), draft);
    return [0, 1];
  }),
  inRow('begun-after-the-report', ['start', 'status'], (cells) => dayOf(cells[0] as Cell) !== null && !isDone(cells[1]), ([start], { draft, figures, random }) => {
    if (start) enterDay(start, reportDayNumber(figures) + random.whole(70, 140), draft);
    return [0, 1];
  }),
  inRow('finished-after-the-report', ['done', 'status'], (cells) => isDone(cells[1]) && dayOf(cells[0] as Cell) !== null, ([done], { draft, figures, random }) => {
    if (done) enterDay(done, reportDayNumber(figures) + random.whole(70, 200), draft);
    return [0, 1];
  }),
  typing('year-ten-too-late', written, (cell) => withYear(cell, parts(cell)[0] + 10)),
  typing('year-of-another-century', written, (cell, { random }) => withYear(cell, random.pick([2203, 1921, 2123]))),
  typing('month-thirteen', written, (cell) => `${parts(cell)[0]}年13月`),
  typing('thirtieth-of-february', written, (cell) => `${parts(cell)[0]}年2月30日`),
  typing('year-of-five-digits', written, (cell) => `${parts(cell)[0]}3年${parts(cell)[1]}月`),
  typing('date-as-eight-digits', asNumbers, (cell) => parts(cell)[0] * 10_000 + parts(cell)[1] * 100 + 15),
  typing('year-alone-under-a-date-format', asNumbers, (cell) => parts(cell)[0]),
  typing('words-for-a-date', written, (_, { random }) => random.pick(['尽快', '不详', '年底前争取'])),
]; // prettier-ignore
