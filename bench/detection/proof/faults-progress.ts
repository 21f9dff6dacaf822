import type { Cell } from './book';
import { inRow, isNumber, retyped, type, typedSumsOf, type Fault, type Scene } from './fault';
import { day } from './figures';
import { DATE, monthText } from './school-table';

const OPEN = ['在建', '主体封顶', '装修施工', '基本完工'];
const READY = ['已完工', '投入使用'];
const isOpen = (cell: Cell | null): boolean => cell !== null && OPEN.includes(String(cell.value));
const isReady = (cell: Cell | null): boolean => cell !== null && READY.includes(String(cell.value));
const isWaiting = (cell: Cell | null): boolean => cell?.value === '未开工';
/** A date as the sheet writes its dates: a day number, or `2023年6月` where the others are such texts. */
function dated(scene: Scene, cell: Cell, number: number): Cell {
  const isText = scene.book.find('due').some((one) => one.page === cell.page && typeof one.value === 'string');
  type(cell, isText ? monthText(number) : number);
  cell.format = isText ? null : DATE;
  return cell;
}

const STATUS_FAULTS: readonly Fault[] = [
  retyped(
    'status-in-own-words',
    'status',
    (_, __, { random }) => random.pick(['差不多了', '快完了', '正常', '一般']),
    () => true,
  ),
  retyped(
    'status-missing',
    'status',
    () => null,
    () => true,
  ),
  retyped(
    'status-is-a-percentage',
    'status',
    (_, __, { random }) => random.whole(20, 90),
    () => true,
  ),
  inRow(
    'finished-without-date',
    'done',
    (cell) => isNumber(cell) || typeof cell.value === 'string',
    (cell, beside) => [type(cell, null), beside('status')],
  ),
  inRow(
    'unstarted-with-start',
    'status',
    (cell, beside) => isWaiting(cell) && beside('start') !== null,
    (cell, beside, scene) => {
      const start = beside('start');
      return [start && dated(scene, start, day(2023, scene.random.whole(1, 5), 12)), cell];
    },
  ),
  inRow(
    'unstarted-with-completion',
    'status',
    (cell, beside) => isWaiting(cell) && beside('done') !== null,
    (cell, beside, scene) => {
      const done = beside('done');
      return [done && dated(scene, done, day(2023, scene.random.whole(3, 5), 20)), cell];
    },
  ),
  inRow(
    'started-called-unstarted',
    'status',
    (cell, beside) => isOpen(cell) && typeof beside('start')?.value === 'number',
    (cell, beside) => [type(cell, '未开工'), beside('start'), beside('cum')],
  ),
  inRow(
    'under-way-without-start',
    'start',
    (cell, beside) => isOpen(beside('status')) && cell.value !== null,
    (cell, beside) => [type(cell, null), beside('status')],
  ),
  inRow(
    'under-way-with-completion',
    'status',
    (cell, beside) => cell.value === '在建' && beside('done') !== null,
    (cell, beside, scene) => {
      const done = beside('done');
      return [done && dated(scene, done, day(2023, scene.random.whole(3, 5), 15)), cell];
    },
  ),
  inRow(
    'unstarted-with-money',
    'cum',
    (cell, beside) => isWaiting(beside('status')) && beside('prior') === null,
    (cell, beside, { random }) => [type(cell, random.whole(200, 900)), beside('status')],
  ),
  inRow(
    'unstarted-with-seats',
    'formed',
    (_, beside) => isWaiting(beside('status')),
    (cell, beside) => [type(cell, beside('seats')?.value ?? 90), beside('status')],
  ),
  inRow(
    'status-behind-remark',
    'status',
    (_, beside) => /基本完工$|^已完工/u.test(String(beside('remark')?.value ?? '')),
    (cell, beside) => [type(cell, '未开工'), beside('remark'), beside('start')],
  ),
  inRow(
    'formed-above-planned',
    'formed',
    (_, beside) => isReady(beside('status')),
    (cell, beside, { book, random }) => [
      ...typedSumsOf(book, cell),
      type(cell, Number(beside('seats')?.value ?? 0) + 10 * random.whole(2, 30)),
      beside('seats'),
    ],
  ),
];

const DATE_FAULTS: readonly Fault[] = [
  inRow(
    'completion-before-start',
    'done',
    (cell, beside) => cell.value !== null && beside('start') !== null,
    (cell, beside, scene) => [dated(scene, cell, day(2021, scene.random.whole(1, 6), 18)), beside('start')],
  ),
  inRow(
    'due-before-start',
    'due',
    (_, beside) => beside('start')?.value != null,
    (cell, beside, scene) => [dated(scene, cell, day(2020, scene.random.whole(2, 9), 18)), beside('start')],
  ),
  inRow(
    'start-and-due-exchanged',
    'start',
    (cell, beside) => cell.value !== null && beside('due') !== null,
    (cell, beside) => {
      const due = beside('due');
      if (due) [cell.value, due.value] = [due.value, cell.value];
      return [cell, due];
    },
  ),
  inRow(
    'completion-in-future',
    'done',
    (cell) => cell.value !== null,
    (cell, beside, scene) => [dated(scene, cell, day(2024, scene.random.whole(2, 9), 18)), beside('status')],
  ),
  inRow(
    'start-in-future',
    'start',
    (cell, beside) => cell.value !== null && isOpen(beside('status')),
    (cell, beside, scene) => [dated(scene, cell, day(2024, scene.random.whole(1, 4), 8)), beside('status')],
  ),
  inRow(
    'due-after-plan',
    'due',
    () => true,
    (cell, _, scene) => [dated(scene, cell, day(scene.random.whole(2027, 2029), 8, 30))],
  ),
  inRow(
    'year-far-off',
    ['start', 'due', 'done'],
    (cell) => cell.value !== null,
    (cell, _, scene) => [dated(scene, cell, day(scene.random.pick([1922, 2203, 2032]), 3, 12))],
  ),
  retyped(
    'thirteenth-month',
    ['start', 'due', 'done'],
    () => '2023年13月',
    (cell) => cell.value !== null,
  ),
  retyped(
    'thirtieth-of-february',
    ['start', 'due', 'done'],
    (_, __, { random }) => random.pick(['2023-02-30', '2022.2.30']),
    (cell) => cell.value !== null,
  ),
  retyped(
    'date-without-year',
    ['start', 'due'],
    (_, __, { random }) => `${random.whole(2, 9)}月底`,
    (cell) => cell.value !== null,
  ),
  retyped(
    'date-as-text-among-dates',
    ['start', 'due', 'done'],
    (value) => monthText(value),
    (cell) => isNumber(cell) && cell.format === DATE,
  ),
  retyped(
    'soon-for-a-date',
    ['start', 'done'],
    (_, __, { random }) => random.pick(['尽快', '待定']),
    (cell) => cell.value !== null,
  ),
  retyped(
    'bare-number-for-date',
    ['start', 'due', 'done'],
    (_, __, { random }) => random.whole(3, 12),
    (cell) => isNumber(cell),
  ),
];

/** Status, dates and what is already in use, against one another. */
export const PROGRESS_FAULTS: readonly Fault[] = [...STATUS_FAULTS, ...DATE_FAULTS];
