import type { Cell } from './draft';
import { oneOf, typing, type Case, type Fault } from './fault';
import { reportDay } from './frame';
import { UNITS } from './figures';

const lines =
  (...fields: readonly string[]) =>
  ({ draft }: Case): Cell[] =>
    fields.flatMap((field) => draft.cells(field, 'line'));

/** What stands before the answer where word and answer share a cell. */
const word = (cell: Cell): string => /^[^：]*：/u.exec(cell.text())?.[0] ?? '';
const unanswered = (cell: Cell): string | null => word(cell) || null;
const DISTRICTS = UNITS.slice(1);

/** What clerks leave empty or write wrongly around a table. */
export const FRAME_FAULTS: readonly Fault[] = [
  typing('preparer-blank', lines('preparer'), unanswered),
  typing('reviewer-blank', lines('reviewer'), unanswered),
  typing('reporting-unit-blank', lines('reportingUnit'), unanswered),
  typing('report-date-blank', lines('reportedOn'), unanswered),
  typing('report-date-impossible', lines('reportedOn'), (cell, { figures }) => `${word(cell)}${figures.year}年13月45日`),
  typing('report-date-ten-years-late', lines('reportedOn'), (cell, { figures }) => word(cell) + reportDay({ ...figures, year: figures.year + 10 })),
  {
    id: 'report-date-before-its-period',
    seed(at) {
      const cell = oneOf(lines('reportedOn')(at), at.random);
      const period = at.draft.cells('period', 'line').find(({ page }) => page === cell?.page);
      if (!cell || !period) return null;
      cell.enter(word(cell) + reportDay({ ...at.figures, year: at.figures.year - 1 }));
      return [cell, period];
    },
  },
  {
    id: 'period-of-another-sheet',
    seed(at) {
      const cells = lines('period')(at);
      const cell = oneOf(cells, at.random);
      if (!cell || cells.length < 2) return null;
      cell.enter(cell.text().replace(/\d+月/u, `${at.figures.month === 12 ? 11 : at.figures.month - 1}月`));
      return cells;
    },
  },
  {
    id: 'reporting-unit-of-other-builders',
    seed(at) {
      const suits = (cell: Cell): boolean => DISTRICTS.some((unit) => cell.text().endsWith(unit));
      const builders = at.draft.cells('unit');
      const cells = lines('reportingUnit')(at).filter(suits);
      const cell = oneOf(cells.filter((one) => builders.some(({ page }) => page === one.page)), at.random);
      if (!cell) return null;
      cell.enter(word(cell) + at.random.pick(DISTRICTS.filter((unit) => !cell.text().endsWith(unit))));
      return [cell, ...builders.filter(({ page }) => page === cell.page)];
    },
  },
  {
    id: 'sheets-of-two-units',
    seed(at) {
      const cells = lines('reportingUnit')(at).filter((cell) => cell.page.name !== '封面');
      const isOne = new Set(cells.map((cell) => cell.text())).size === 1;
      const cell = oneOf(cells, at.random);
      if (!cell || cells.length < 2 || !isOne) return null;
      cell.enter(`${word(cell)}${at.random.pick(DISTRICTS.filter((unit) => !cell.text().includes(unit)))}`);
      return cells;
    },
  },
  typing('template-mark-left', lines('reportingUnit', 'preparer'), (cell) => `${word(cell)}{{${cell.mark?.field === 'preparer' ? '填报人' : '单位名称'}}}`),
  typing('unit-line-changed', (at) => lines('figures')(at).filter((cell) => /亩|万元/u.test(cell.text())), (cell) => cell.text().replace('亩', '公顷').replace('万元', '亿元')),
]; // prettier-ignore
