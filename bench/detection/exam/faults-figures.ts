import {
  beside,
  big,
  cellsOf,
  isShownByPlan,
  isTyped,
  pickCell,
  planFigures,
  schoolOf,
  totalsAbove,
  write,
  type Fault,
  type Scene,
} from './fault';
import { numberIn, shown, tidy, type Cell } from './draft';

/** Writes something else into a figure that the plan shows. */
function planFigure(
  id: string,
  fields: readonly string[],
  change: (value: number, scene: Scene) => string | number | null | undefined,
): Fault {
  return {
    id,
    seed: (scene) => {
      const cell = pickCell(scene, planFigures(scene, fields).filter(isTyped));
      if (!cell) return null;
      const value = numberIn(cell) ?? 0;
      const next = change(value, scene);
      return next === undefined || next === value ? null : [write(cell, next)];
    },
  };
}

/** Writes text or another form into any typed figure of a school's row. */
function anyFigure(id: string, least: number, change: (value: number, scene: Scene) => string | number): Fault {
  return {
    id,
    seed: (scene) => {
      const fields = ['classes', 'seats', 'land', 'investment', 'invested', 'before'];
      const cells = fields.flatMap((field) => big(cellsOf(scene, field).filter(isTyped), least));
      const cell = pickCell(scene, cells);
      return cell ? [write(cell, change(numberIn(cell) ?? 0, scene))] : null;
    },
  };
}

function exchangedDigits(value: number): number | undefined {
  const digits = `${value}`.split('');
  for (let i = 0; i + 1 < digits.length; i++) {
    if (digits[i] === digits[i + 1] || digits[i] === '.' || digits[i + 1] === '.' || digits[i + 1] === '0') continue;
    [digits[i], digits[i + 1]] = [digits[i + 1] ?? '', digits[i] ?? ''];
    return Number(digits.join(''));
  }
  return undefined;
}

const wide = (value: number) =>
  `${value}`.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const grouped = (value: number, mark: string) => `${value}`.replace(/(\d)(\d{3})$/u, `$1${mark}$2`);

/** A cell that another of its row contradicts: both may be the wrong one, but not a figure that the plan shows. */
function pair(cell: Cell, other: Cell): Cell[] {
  return isShownByPlan(other) ? [cell] : [cell, other];
}

export const FIGURE_FAULTS: readonly Fault[] = [
  planFigure('plan-classes-changed', ['classes'], (value, { random }) => value + random.pick([-3, -2, -1, 1, 2, 6])),
  planFigure('plan-seats-changed', ['seats'], (value, { random }) => value + random.pick([-100, -50, 50, 150, 300])),
  planFigure('plan-land-changed', ['land'], (value, { random }) => tidy(value + random.pick([-2.5, -1, 0.8, 3, 10]))),
  planFigure('plan-digits-exchanged', ['classes', 'seats', 'land'], exchangedDigits),
  planFigure('plan-seats-nought-dropped', ['seats'], (value) => value / 10),
  planFigure('plan-seats-nought-added', ['seats'], (value) => value * 10),
  planFigure('plan-land-point-lost', ['land'], (value) =>
    Number.isInteger(value) ? undefined : Number(`${value}`.replace('.', '')),
  ),
  planFigure('plan-land-in-square-metres', ['land'], (value) => Math.round(value * 666.667)),
  planFigure('plan-land-in-hectares', ['land'], (value) => Math.round((value / 15) * 100) / 100),
  planFigure('plan-seats-in-ten-thousands', ['seats'], (value) => value / 10_000),
  planFigure('plan-figure-left-out', ['seats', 'land'], () => null),
  planFigure('placeholder-for-plan-figure', ['classes', 'seats', 'land'], (_, { random }) =>
    random.pick(['—', '/', '暂无', '待定']),
  ),
  planFigure('word-behind-classes', ['classes'], (value) => `${value}轨`),
  planFigure('range-for-plan-seats', ['seats'], (value) => `${value - 200}-${value}`),
  anyFigure('negative-figure', 1, (value) => -value),
  anyFigure('figure-as-text', 1, (value) => `${value}`),
  anyFigure('figure-full-width', 1, (value) => wide(value)),
  anyFigure('figure-with-about', 1, (value) => `约${value}`),
  anyFigure('figure-with-inner-space', 1000, (value) => grouped(value, ' ')),
  anyFigure('figure-with-wide-comma', 1000, (value) => grouped(value, '，')),
  anyFigure('letter-for-nought', 10, (value) =>
    `${value}`.includes('0') ? `${value}`.replace('0', 'O') : `${value}l`,
  ),
  anyFigure('sum-written-out', 20, (value, { random }) => {
    const part = random.whole(1, Math.floor(value) - 1);
    return `${tidy(value - part)}+${part}`;
  }),
  anyFigure('two-points-in-figure', 10, (value) => `${Math.floor(value)}..${random2(value)}`),
  anyFigure('name-in-figure-column', 1, (_, { figures }) => figures.people[0]),
  {
    id: 'unit-behind-figure',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'land').filter(isTyped));
      return cell ? [write(cell, `${numberIn(cell) ?? 0}亩`)] : null;
    },
  },
  {
    id: 'classes-not-whole',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'classes').filter(isTyped));
      return cell ? [write(cell, (numberIn(cell) ?? 0) + 0.5)] : null;
    },
  },
  {
    id: 'formed-not-whole',
    seed: (scene) => {
      const cell = pickCell(scene, big(cellsOf(scene, 'formed'), 1).filter(isTyped));
      return cell ? [write(cell, (numberIn(cell) ?? 0) - 0.5)] : null;
    },
  },
  {
    id: 'classes-and-seats-exchanged',
    seed: (scene) => {
      const classes = pickCell(
        scene,
        cellsOf(scene, 'classes').filter((cell) => isTyped(cell) && beside(cell, 'seats')),
      );
      const seats = classes && beside(classes, 'seats');
      if (!classes || !seats) return null;
      const value = numberIn(classes);
      return [write(classes, numberIn(seats)), write(seats, value)];
    },
  },
  {
    id: 'seats-of-two-schools-exchanged',
    seed: (scene) => {
      const cells = scene.random.shuffled(planFigures(scene, ['seats']).filter(isTyped));
      const [one] = cells;
      const other = cells.find((cell) => one && cell.page === one.page && numberIn(cell) !== numberIn(one));
      if (!one || !other) return null;
      const value = numberIn(one);
      return [write(one, numberIn(other)), write(other, value)];
    },
  },
  {
    id: 'seats-impossible-for-classes',
    seed: (scene) => {
      const cells = cellsOf(scene, 'seats').filter((cell) => isTyped(cell) && !isShownByPlan(cell));
      const cell = pickCell(
        scene,
        cells.filter((one) => beside(one, 'classes')),
      );
      const classes = cell && beside(cell, 'classes');
      if (!cell || !classes) return null;
      return pair(write(cell, (numberIn(cell) ?? 0) * 10), classes);
    },
  },
  {
    id: 'formed-over-planned',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        big(cellsOf(scene, 'formed'), 1).filter((one) => isTyped(one) && beside(one, 'seats')),
      );
      const seats = cell && beside(cell, 'seats');
      if (!cell || !seats) return null;
      return pair(write(cell, (numberIn(seats) ?? 0) + scene.random.pick([100, 90, 200, 450])), seats);
    },
  },
  {
    id: 'formed-before-start',
    seed: (scene) => {
      const status = pickCell(
        scene,
        cellsOf(scene, 'status').filter((one) => shown(one) === '未开工' && beside(one, 'formed')),
      );
      const formed = status && beside(status, 'formed');
      const school = status && schoolOf(scene, status);
      if (!status || !formed || !school) return null;
      return [write(formed, school.seats), status];
    },
  },
  {
    id: 'invested-in-full-before-start',
    seed: (scene) => {
      const status = pickCell(
        scene,
        cellsOf(scene, 'status').filter((one) => shown(one) === '未开工' && beside(one, 'invested')),
      );
      const invested = status && beside(status, 'invested');
      const school = status && schoolOf(scene, status);
      if (!status || !invested || !school || !isTyped(invested) || beside(status, 'before')) return null;
      return [write(invested, school.investment), status];
    },
  },
  {
    id: 'invested-ten-times-the-total',
    seed: (scene) => {
      const typed = cellsOf(scene, 'invested').filter(
        (one) => isTyped(one) && beside(one, 'investment') && !beside(one, 'before'),
      );
      const cell = pickCell(scene, big(typed, 200));
      const total = cell && beside(cell, 'investment');
      if (!cell || !total) return null;
      const value = (numberIn(total) ?? 0) * 10;
      return [write(cell, value), total];
    },
  },
  {
    id: 'investment-in-yuan',
    seed: (scene) => {
      const cell = pickCell(scene, big(cellsOf(scene, 'investment').filter(isTyped), 100));
      return cell ? [write(cell, (numberIn(cell) ?? 0) * 10_000)] : null;
    },
  },
  {
    id: 'investment-of-a-school-missing-under-progress',
    seed: (scene) => {
      const cells = cellsOf(scene, 'investment').filter(
        (one) => isTyped(one) && (numberIn(beside(one, 'invested') ?? one) ?? 0) > 0,
      );
      const cell = pickCell(
        scene,
        cells.filter((one) => beside(one, 'invested')),
      );
      const invested = cell && beside(cell, 'invested');
      return cell && invested ? [write(cell, 0), invested] : null;
    },
  },
  {
    id: 'typed-total-over-changed-part',
    seed: (scene) => {
      const cells = ['investment', 'before', 'formed'].flatMap((field) =>
        big(cellsOf(scene, field).filter(isTyped), 100),
      );
      const cell = pickCell(
        scene,
        cells.filter((one) => totalsAbove(scene.draft, one).some((over) => over.role !== 'row' && isTyped(over))),
      );
      const value = cell && numberIn(cell);
      if (!cell || value === null) return null;
      const over = totalsAbove(scene.draft, cell);
      write(cell, value - scene.random.pick([20, 50, 90]));
      return [cell, ...over, ...over.flatMap((one) => one.parts)];
    },
  },
];

function random2(value: number): number {
  return Math.round(value) % 10;
}
