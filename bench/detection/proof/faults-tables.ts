import { yichunPlan } from '../../../src/plan';
import { numberIn, type Cell } from './book';
import { inRow, isNumber, pickCell, retyped, rewritten, type, type Fault, type Scene } from './fault';

const measureOf = ({ id }: Cell) => yichunPlan.measures.find((measure) => measure.id === id);

/** Takes one row out of a table and gives what is left to point at: the totals and the neighbours' numbers. */
function rowLost(id: string, field: string, fits: (cell: Cell, scene: Scene) => boolean): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, field, (one) => fits(one, scene));
      if (!cell) return null;
      const { page, row } = cell;
      page.deleteRow(row, scene.book);
      // Where the gap in the numbering shows, what stood above, and what the table is about.
      return [
        ...page.inRow(row),
        ...page.inRow(row - 1),
        ...page.cells.filter(({ kind }) => kind === 'total' || kind === 'header'),
      ];
    },
  };
}

/** Exchanges the values of one field between two rows. */
function exchanged(
  id: string,
  field: string,
  differs: (a: Cell, b: Cell) => boolean,
  along: readonly string[] = [],
): Fault {
  return {
    id,
    seed(scene) {
      const one = pickCell(scene, field);
      const others = scene.book.find(field).filter((cell) => one && cell.page === one.page && differs(one, cell));
      if (!one || others.length === 0) return null;
      const other = scene.random.pick(others);
      [one.value, other.value] = [other.value, one.value];
      return [one, other, ...along.flatMap((name) => [scene.book.beside(one, name), scene.book.beside(other, name)])];
    },
  };
}

/** A name of the row above written once more: either row may be the wrong one. */
function repeated(id: string, field: string): Fault {
  return {
    id,
    seed(scene) {
      const above = (cell: Cell): Cell | undefined =>
        scene.book.find(field).find((one) => one.page === cell.page && one.row === cell.row - 1);
      const cell = pickCell(scene, field, (one) => above(one) !== undefined);
      const other = cell && above(cell);
      return cell && other ? [type(cell, other.value), other] : null;
    },
  };
}

const FUND_FAULTS: readonly Fault[] = [
  rewritten('fund-name-changed', 'fundName', (name) =>
    name.replace('专项', '专户').replace('成果奖', '成果费').replace('质量奖', '数量奖'),
  ),
  retyped(
    'fund-name-missing',
    'fundName',
    () => null,
    () => true,
  ),
  retyped(
    'fund-unknown-to-plan',
    'fundName',
    (_, __, { random }) => random.pick(['校车购置补助', '食堂改造项目', '取暖设备更新']),
    () => true,
  ),
  rowLost('fund-left-out', 'fundName', () => true),
  exchanged(
    'fund-names-exchanged',
    'fundName',
    (a, b) => a.id !== b.id && (['F01', 'F06'].includes(a.id) || ['F01', 'F06'].includes(b.id)),
    ['amount', 'content'],
  ),
  inRow(
    'spent-above-amount',
    'spent',
    () => true,
    (cell, beside, { random }) => [
      type(cell, numberIn(beside('amount') ?? cell) + random.whole(5, 40)),
      beside('amount'),
      beside('issued'),
    ],
  ),
  inRow(
    'spent-above-issued',
    'spent',
    (_, beside) => numberIn(beside('amount') as Cell) - numberIn(beside('issued') as Cell) > 1,
    (cell, beside) => [type(cell, numberIn(beside('amount') as Cell)), beside('issued')],
  ),
  inRow(
    'issued-above-amount',
    'issued',
    () => true,
    (cell, beside, { random }) => [
      type(cell, numberIn(beside('amount') ?? cell) + random.whole(10, 60)),
      beside('amount'),
    ],
  ),
  {
    id: 'fund-of-another-amount-and-total',
    seed(scene) {
      const cell = pickCell(scene, 'amount', ({ id }) => id !== 'F01' && id !== 'F06');
      const total = scene.book.find('amount', 'total')[0];
      if (!cell || !total) return null;
      // The plan shares out 1000: with one amount changed the total cannot be the plan's.
      type(cell, Number(cell.value) + 10 * scene.random.whole(2, 9));
      return [total, ...scene.book.find('amount')];
    },
  },
];

const TARGET_FAULTS: readonly Fault[] = [
  repeated('indicator-repeated', 'indicator'),
  retyped(
    'indicator-name-missing',
    'indicator',
    () => null,
    () => true,
  ),
  rowLost('indicator-left-out', 'indicator', ({ id }) => id !== 'T21'),
  exchanged('targets-exchanged', 'target', (a, b) => a.value !== b.value && isNumber(a) && isNumber(b)),
  retyped('target-missing', 'target', () => null, isNumber),
  retyped(
    'achieved-below-year-before',
    'now',
    (value) => Number((value - 60).toFixed(1)),
    ({ id }) => id <= 'T03',
  ),
  retyped(
    'achieved-negative',
    'now',
    (value) => -value,
    (cell) => isNumber(cell) && Number(cell.value) > 0,
  ),
  retyped(
    'achieved-in-words',
    'now',
    () => '已完成过半',
    (cell) => isNumber(cell) && Number(cell.value) > 0,
  ),
  {
    id: 'achieved-total-not-of-its-parts',
    seed(scene) {
      const cell = pickCell(scene, 'now', ({ id }) => id === 'T06' || id === 'T14');
      if (!cell) return null;
      // Less than one of its own parts, which no count of the parts can give.
      const parts = scene.book
        .find('now')
        .filter(({ id }) => (cell.id === 'T06' ? id >= 'T07' && id <= 'T13' : id >= 'T15' && id <= 'T19'));
      const biggest = Math.max(...parts.map(numberIn));
      return [type(cell, Number((biggest / 2).toFixed(cell.id === 'T06' ? 0 : 2))), ...parts];
    },
  },
];

const MEASURE_FAULTS: readonly Fault[] = [
  {
    id: 'department-missing',
    seed(scene) {
      const cell = pickCell(scene, 'departments', (one) => (measureOf(one)?.departments.length ?? 0) > 1);
      if (!cell) return null;
      const names = measureOf(cell)?.departments ?? [];
      const gone = scene.random.pick(names);
      return [type(cell, names.filter((name) => name !== gone).join('\n'))];
    },
  },
  rewritten('department-misspelt', 'departments', (text) =>
    text
      .replace('市发改委', '市法改委')
      .replace('市人社局', '市人设局')
      .replace('宣传部', '宜传部')
      .replace('监委', '临委')
      .replace('市科技局', '市科枝局'),
  ),
  exchanged('departments-exchanged', 'departments', (a, b) => {
    const [one, two] = [measureOf(a)?.departments ?? [], measureOf(b)?.departments ?? []];
    return one.length > 0 && two.length > 0 && !one.some((name) => two.includes(name));
  }),
  retyped(
    'departments-missing',
    'departments',
    () => null,
    (cell) => (measureOf(cell)?.departments.length ?? 0) > 0,
  ),
  retyped(
    'progress-missing',
    'progress',
    () => null,
    () => true,
  ),
  retyped(
    'progress-is-the-number-sign',
    'progress',
    () => '####',
    () => true,
  ),
  rowLost('measure-left-out', 'measure', ({ page, row }) =>
    page.merges.every(({ top, left, bottom }) => left !== 1 || row !== top || bottom === top),
  ),
  exchanged('measures-exchanged', 'measure', (a, b) => a.id !== b.id, ['seq', 'departments']),
  repeated('measure-repeated', 'measure'),
  retyped(
    'measure-missing',
    'measure',
    () => null,
    () => true,
  ),
  rewritten('measure-number-of-goal-changed', 'measure', (text) =>
    text.replace('39所', '93所').replace('2.7万', '7.2万'),
  ),
  retyped(
    'measure-unknown-to-plan',
    'measure',
    (_, __, { random }) => random.pick(['推进校园绿化亮化工程。', '开展校车安全专项整治。']),
    () => true,
  ),
  rewritten('measure-heading-misspelt', 'measureHeading', (text) =>
    text.replace('教师', '较师').replace('建设', '建没').replace('改革', '改苹').replace('管理', '管里'),
  ),
  exchanged('measure-headings-exchanged', 'measureHeading', (a, b) => a.id !== b.id),
  inRow(
    'done-by-state-not-by-progress',
    'state',
    (_, beside) => beside('progress') !== null,
    (cell, beside) => {
      const progress = beside('progress');
      return [type(cell, '已完成'), progress && type(progress, '尚未启动。')];
    },
  ),
  inRow(
    'not-begun-by-state-not-by-progress',
    'state',
    (_, beside) => /已/u.test(String(beside('progress')?.value ?? '')),
    (cell, beside) => [type(cell, '未启动'), beside('progress')],
  ),
];

export const TABLE_FAULTS: readonly Fault[] = [...FUND_FAULTS, ...TARGET_FAULTS, ...MEASURE_FAULTS];
