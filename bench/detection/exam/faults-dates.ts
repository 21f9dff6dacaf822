import type { CellValue } from '../../../src/workbook';
import { beside, cellsOf, pickCell, textOf, write, type Fault, type Scene } from './fault';
import { shown, type Cell } from './draft';
import { serialOf, type Day } from './figures';

const DATES = ['start', 'due', 'done'] as const;

const filled = (cells: readonly Cell[]) => cells.filter((cell) => shown(cell) !== null);

/** A day in the form in which the column's other cells stand. */
function like(scene: Scene, cell: Cell, day: Day): CellValue {
  const own = filled(DATES.flatMap((field) => cellsOf(scene, field))).find(
    (one) => one.page === cell.page && one.table === cell.table,
  );
  if (own && typeof shown(own) === 'number') {
    cell.format = own.format;
    return serialOf({ ...day, day: own.format?.includes('d') ? day.day : 1 });
  }
  return own && textOf(own).includes('年') ? `${day.year}年${day.month}月` : `${day.year}.${day.month}.${day.day}`;
}

function periods(cell: Cell): Cell[] {
  return [...cell.page.cells.values()].filter(
    (one) => one.role === 'info' && (one.field === 'period' || one.field === 'date'),
  );
}

const inState = (scene: Scene, states: readonly string[], field: string) =>
  cellsOf(scene, 'status').filter((cell) => states.includes(textOf(cell)) && beside(cell, field) !== null);

/** Sets a date of a school in the given state; date and state contradict each other. */
function against(
  id: string,
  states: readonly string[],
  field: 'start' | 'done',
  day: (random: Scene['random']) => Day | null,
): Fault {
  return {
    id,
    seed: (scene) => {
      const status = pickCell(scene, inState(scene, states, field));
      const cell = status && beside(status, field);
      if (!status || !cell) return null;
      const next = day(scene.random);
      write(cell, next && like(scene, cell, next));
      return [cell, status, ...(next && next.year > 2023 ? periods(cell) : [])];
    },
  };
}

/** Exchanges a later date with one before an earlier one. */
function order(id: string, earlier: 'start', later: 'due' | 'done'): Fault {
  return {
    id,
    seed: (scene) => {
      const cell = pickCell(
        scene,
        filled(cellsOf(scene, later)).filter(
          (one) => shown(beside(one, earlier) ?? one) !== null && beside(one, earlier),
        ),
      );
      const other = cell && beside(cell, earlier);
      if (!cell || !other) return null;
      return [
        write(
          cell,
          like(scene, cell, { year: 2020, month: scene.random.whole(2, 11), day: scene.random.whole(2, 27) }),
        ),
        other,
      ];
    },
  };
}

/** Writes something that is no date into a date cell. */
function noDate(id: string, text: (shownBefore: string, scene: Scene) => CellValue | undefined): Fault {
  return {
    id,
    seed: (scene) => {
      const cell = pickCell(scene, filled(DATES.flatMap((field) => cellsOf(scene, field))));
      if (!cell) return null;
      const next = text(`${shown(cell)}`, scene);
      if (next === undefined) return null;
      write(cell, next);
      return [cell];
    },
  };
}

function info(id: string, field: string, change: (text: string, cell: Cell) => CellValue | undefined): Fault {
  return {
    id,
    seed: (scene) => {
      const cells = scene.draft.cells.filter((cell) => cell.role === 'info' && cell.field === field);
      const cell = pickCell(scene, cells);
      const next = cell && change(textOf(cell), cell);
      return cell && next !== undefined && next !== shown(cell) ? [write(cell, next)] : null;
    },
  };
}

export const DATE_FAULTS: readonly Fault[] = [
  order('done-before-start', 'start', 'done'),
  order('due-before-start', 'start', 'due'),
  against('finished-without-date', ['已完工', '投入使用'], 'done', () => null),
  against('started-though-not-started', ['未开工'], 'start', (random) => ({
    year: 2022,
    month: random.whole(3, 12),
    day: 15,
  })),
  against('finished-though-not-started', ['未开工'], 'done', (random) => ({
    year: 2023,
    month: random.whole(1, 5),
    day: 15,
  })),
  against('finished-though-under-way', ['在建', '主体封顶'], 'done', (random) => ({
    year: 2023,
    month: random.whole(1, 5),
    day: 15,
  })),
  against('finished-in-future', ['已完工', '投入使用'], 'done', (random) => ({
    year: 2024,
    month: random.whole(3, 12),
    day: 15,
  })),
  against('under-way-from-next-year', ['在建', '主体封顶', '装修施工'], 'start', (random) => ({
    year: 2025,
    month: random.whole(2, 6),
    day: 15,
  })),
  noDate('month-thirteen', () => '2023年13月'),
  noDate('day-that-is-none', (_, { random }) => random.pick(['2023年2月30日', '2022.11.31', '2023-06-31'])),
  noDate('year-in-distant-future', (text) =>
    /^\d{5}$/u.test(text) ? Number(text) + 365_243 : text.replace(/^20/u, '30'),
  ),
  noDate('year-digits-exchanged', (text) => (/^\d{5}$/u.test(text) ? undefined : text.replace(/^20(\d)/u, '2$10'))),
  noDate('year-of-last-century', (text) =>
    /^\d{5}$/u.test(text) ? Number(text) - 36_524 : text.replace(/^20/u, '19'),
  ),
  noDate('status-in-date-column', () => '主体封顶'),
  noDate('money-in-date-column', (_, { random }) => `${random.whole(3, 90) * 100}万元`),
  {
    id: 'date-shown-as-day-number',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        filled(DATES.flatMap((field) => cellsOf(scene, field))).filter((one) => typeof shown(one) === 'number'),
      );
      if (!cell) return null;
      cell.format = null;
      return [cell];
    },
  },
  {
    id: 'start-and-due-exchanged',
    seed: (scene) => {
      const start = pickCell(
        scene,
        filled(cellsOf(scene, 'start')).filter((one) => beside(one, 'due')),
      );
      const due = start && beside(start, 'due');
      if (!start || !due) return null;
      const value = shown(start);
      return [write(start, shown(due)), write(due, value)];
    },
  },
  {
    id: 'state-behind-remark',
    seed: (scene) => {
      const cells = cellsOf(scene, 'remark').filter((one) => /基本完工|^已完工|^装修施工/u.test(textOf(one)));
      const remark = pickCell(scene, cells);
      const status = remark && beside(remark, 'status');
      const start = remark && beside(remark, 'start');
      if (!remark || !status) return null;
      if (start) write(start, null);
      return [write(status, '未开工'), remark];
    },
  },
  {
    id: 'figure-for-state',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'status'));
      return cell ? [write(cell, scene.random.whole(200, 5000))] : null;
    },
  },
  {
    id: 'two-states-in-one-cell',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'status').filter((one) => shown(one) === '未开工'),
      );
      return cell ? [write(cell, '未开工、投入使用')] : null;
    },
  },
  {
    id: 'not-started-though-in-use',
    seed: (scene) => {
      const status = pickCell(
        scene,
        inState(scene, ['投入使用'], 'start').filter((one) => beside(one, 'formed') || beside(one, 'done')),
      );
      if (!status) return null;
      const against = ['start', 'done', 'formed', 'invested'].flatMap((field) => beside(status, field) ?? []);
      return [write(status, '未开工'), ...against];
    },
  },
  {
    id: 'period-of-another-month',
    seed: (scene) => {
      const cells = scene.draft.cells.filter(
        (cell) => /^\S*20\d\d年\d+月/u.test(textOf(cell)) && (cell.field === 'period' || cell.field === 'title'),
      );
      const text = pickCell(scene, cells);
      const others = scene.draft.cells.filter(
        (cell) =>
          cell !== text && (cell.field === 'period' || (cell.field === 'title' && /20\d\d年\d+月/u.test(textOf(cell)))),
      );
      if (!text || others.length === 0) return null;
      const next = scene.figures.month === 7 ? '2023年8月' : '2023年7月';
      const wrong = write(text, textOf(text).replace(/20\d\d年\d+月/u, next));
      return others.length === 1 ? [wrong, ...others] : [wrong];
    },
  },
  info('filled-in-on-a-day-that-is-none', 'date', (text) =>
    text.includes('年') ? text.replace(/\d+月\d+日/u, '9月31日') : undefined,
  ),
  info('filled-in-a-century-ahead', 'date', (text, cell) =>
    typeof cell.value === 'number' ? cell.value + 36_525 : text.replace('2023年', '2123年'),
  ),
  info('filled-in-before-the-plan', 'date', (text, cell) =>
    typeof cell.value === 'number' ? cell.value - 3652 : text.replace('2023年', '2013年'),
  ),
  info('phone-too-short', 'phone', (text) => text.replace(/(0795-\d{2})\d+/u, '$1')),
  info('filler-left-out', 'filler', (text) => (text.includes('：') ? text.replace(/：.*$/u, '：') : null)),
  info('unit-left-out', 'unit', (text) => (text.includes('：') ? text.replace(/：.*$/u, '：') : null)),
  info('checker-left-out', 'checker', (text) => (text.includes('：') ? text.replace(/：.*$/u, '：') : null)),
  info('figure-for-filler', 'filler', (text) => (text.includes('：') ? text.replace(/：.*$/u, '：2700') : 2700)),
];
