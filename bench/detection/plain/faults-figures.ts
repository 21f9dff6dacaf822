import { shown, type Cell } from '../proof/book';
import {
  inRow,
  isInPlan,
  isKnown,
  isNumber,
  pickCell,
  retyped,
  round,
  SIZES,
  transposed,
  type,
  typedSumsOf,
  withSums,
  type Fault,
} from './fault';

const MANY = [...SIZES, 'formed', 'invest', 'prior', 'current'] as const;
const num = (cell: Cell | null | undefined): number => (cell && isNumber(cell) ? Number(shown(cell)) : 0);

/** Slips of typing in the figures of a list of schools. */
const typing: readonly Fault[] = [
  retyped('seats-ten-times', 'seats', (value) => value * 10),
  retyped('seats-a-tenth', 'seats', (value) => round(value / 10)),
  retyped('classes-ten-times', 'classes', (value) => value * 10),
  retyped('land-ten-times', 'land', (value) => round(value * 10)),
  retyped('land-a-tenth', 'land', (value) => round(value / 10, 3)),
  retyped('land-in-square-metres', 'land', (value) => round(value * 666.67)),
  retyped('seats-in-ten-thousands', 'seats', (value) => round(value / 10_000, 4)),
  retyped('seats-times-ten-thousand', 'seats', (value) => value * 10_000),
  retyped('seats-transposed', 'seats', (value, cell) => transposed(value) ?? num(cell)),
  retyped('classes-transposed', 'classes', (value, cell) => transposed(value) ?? num(cell)),
  retyped('land-transposed', 'land', (value, cell) => transposed(value) ?? num(cell)),
  retyped('seats-digit-doubled', 'seats', (value) => Number(String(value).replace(/^(\d)/u, '$1$1'))),
  retyped(
    'land-digit-dropped',
    'land',
    (value) => Number(String(value).slice(1)),
    (cell, scene) => isKnown(cell, scene) && num(cell) > 15 && !/^\d0/u.test(String(num(cell))),
  ),
  retyped('classes-one-more', 'classes', (value) => value + 1),
  retyped('seats-fifty-more', 'seats', (value) => value + 50),
  retyped(
    'land-rounded',
    'land',
    (value) => Math.round(value),
    (cell) => isInPlan(cell),
  ),
  retyped(
    'figure-negative',
    MANY,
    (value) => -value,
    (cell) => num(cell) > 0,
  ),
  retyped('classes-fraction', 'classes', (value) => value + 0.5, isNumber),
  retyped('seats-fraction', 'seats', (value) => value - 0.4, isNumber),
  inRow('figure-emptied', SIZES, isInPlan, (cell) => [type(cell, null)]),
  inRow(
    'classes-and-seats-exchanged',
    'classes',
    (_, beside) => beside('seats') !== null,
    (cell, beside, { book }) => {
      const other = beside('seats');
      if (!other) return null;
      const places = withSums(book, [cell, other]);
      const [a, b] = [num(cell), num(other)];
      type(cell, b);
      type(other, a);
      return places;
    },
  ),
  inRow(
    'seats-and-land-exchanged',
    'seats',
    (cell, beside) => isInPlan(cell) && num(beside('land')) > 0,
    (cell, beside) => {
      const other = beside('land');
      if (!other) return null;
      const [a, b] = [num(cell), num(other)];
      return [type(cell, b), type(other, a)];
    },
  ),
  inRow(
    'silent-seats-ten-times',
    'seats',
    (cell, beside) => !isInPlan(cell) && beside('classes') !== null,
    (cell, beside, { book }) => {
      const places = withSums(book, [cell, beside('classes')]);
      type(cell, num(cell) * 10);
      return places;
    },
  ),
  inRow(
    'silent-classes-ten-times',
    'classes',
    (cell, beside) => !isInPlan(cell) && num(beside('seats')) > 0,
    (cell, beside, { book }) => {
      const places = withSums(book, [cell, beside('seats')]);
      type(cell, num(cell) * 10);
      return places;
    },
  ),
  {
    id: 'figure-of-the-row-above',
    seed(scene) {
      const cell = pickCell(scene, SIZES, (one) => {
        const above = one.page.at(one.row - 1, one.column);
        return isInPlan(one) && above?.kind === 'item' && isNumber(above) && num(above) !== num(one);
      }); // prettier-ignore
      if (!cell) return null;
      return [type(cell, num(cell.page.at(cell.row - 1, cell.column)))];
    },
  },
  {
    id: 'rows-exchanged-figures',
    seed(scene) {
      const cell = pickCell(scene, SIZES, (one) => {
        const below = one.page.at(one.row + 1, one.column);
        return isInPlan(one) && below?.kind === 'item' && isInPlan(below) && num(below) !== num(one);
      }); // prettier-ignore
      const below = cell?.page.at(cell.row + 1, cell.column);
      if (!cell || !below) return null;
      const [a, b] = [num(cell), num(below)];
      return [type(cell, b), type(below, a)];
    },
  },
];

/** Seats already there, and money spent. */
const progress: readonly Fault[] = [
  inRow(
    'formed-over-planned',
    'formed',
    (cell, beside) => num(cell) > 0 && num(beside('seats')) > 0,
    (cell, beside, { book }) => {
      const places = [...withSums(book, [cell]), beside('seats')];
      type(cell, num(beside('seats')) + 120);
      return places;
    },
  ),
  inRow(
    'formed-ten-times',
    'formed',
    (cell) => num(cell) > 0,
    (cell, beside, { book }) => {
      const places = [...withSums(book, [cell]), beside('seats')];
      type(cell, num(cell) * 10);
      return places;
    },
  ),
  inRow(
    'formed-though-not-begun',
    'formed',
    (_, beside) => shown(beside('status') as Cell) === '未开工',
    (cell, beside, { book }) => {
      const places = [...withSums(book, [cell]), beside('status')];
      type(cell, num(beside('seats')));
      return places;
    },
  ),
  inRow(
    'in-use-without-seats',
    'formed',
    (cell, beside) => num(cell) > 0 && shown(beside('status') as Cell) === '投入使用',
    (cell, beside, { book }) => {
      const places = [...withSums(book, [cell]), beside('status')];
      type(cell, 0);
      return places;
    },
  ),
  inRow(
    'spent-though-not-begun',
    'prior',
    (_, beside) => shown(beside('status') as Cell) === '未开工',
    (cell, beside) => {
      type(cell, round(num(beside('invest')) * 0.4, 0));
      return [cell, beside('status'), beside('start'), beside('spent'), beside('current')];
    },
  ),
  inRow(
    'spent-over-invested',
    'prior',
    (cell, beside) => num(cell) * 10 > num(beside('invest')) && num(cell) > 0,
    (cell, beside) => {
      type(cell, num(cell) * 10);
      return [cell, beside('invest'), beside('spent'), beside('percent'), beside('rate')];
    },
  ),
  inRow(
    'month-spent-ten-thousand-times',
    'current',
    (cell) => num(cell) > 0,
    (cell, beside) => {
      type(cell, num(cell) * 10_000);
      return [cell, beside('invest'), beside('spent'), beside('percent'), beside('rate')];
    },
  ),
  inRow(
    'invested-a-tenth',
    'invest',
    (cell, beside) => num(cell) / 10 < num(beside('spent')) && num(beside('spent')) > 0,
    (cell, beside) => {
      type(cell, round(num(cell) / 10, 0));
      return [cell, beside('spent'), beside('prior'), beside('percent'), beside('rate')];
    },
  ),
];

/** The columns worked out from others. */
const worked: readonly Fault[] = [
  inRow(
    'rate-typed-otherwise',
    ['rate', 'percent', 'ratio', 'execution'],
    (cell) => num(cell) > 0,
    (cell) => [type(cell, round(num(cell) * 0.9 - 0.01, cell.format ? 4 : 1))],
  ),
  inRow(
    'rate-typed-as-share',
    ['percent', 'ratio'],
    (cell) => num(cell) > 1,
    (cell) => [type(cell, round(num(cell) / 100, 4))],
  ),
  inRow(
    'rate-a-hundred-times',
    ['rate', 'execution'],
    (cell) => num(cell) > 0,
    (cell) => [type(cell, round(num(cell) * 100, 2))],
  ),
  inRow('difference-typed-otherwise', ['left', 'gap'], isNumber, (cell) => [
    type(cell, round(num(cell) + (Math.abs(num(cell)) > 10 ? 9 : 0.5), 2)),
  ]),
  inRow(
    'difference-turned-round',
    ['left', 'gap'],
    (cell) => num(cell) !== 0,
    (cell) => [type(cell, -num(cell))],
  ),
  inRow(
    'cumulated-typed-otherwise',
    'spent',
    (cell) => num(cell) > 100,
    (cell, beside) => [type(cell, num(cell) - 60), beside('prior'), beside('current')],
  ),
  inRow(
    'cumulated-is-this-month-only',
    'spent',
    (_, beside) => num(beside('current')) > 0,
    (cell, beside) => [type(cell, num(beside('current')))],
  ),
];

/** Sums that are typed, or typed over. */
const sums: readonly Fault[] = (['subtotal', 'total'] as const).flatMap((kind): readonly Fault[] => [
  retyped(
    `${kind}-typed-transposed`,
    [...SIZES, 'amount', 'used'],
    (value) => transposed(value) ?? value,
    isNumber,
    kind,
  ),
  retyped(`${kind}-typed-ten-times`, [...SIZES, 'amount', 'invest'], (value) => round(value * 10), isNumber, kind),
  {
    id: `${kind}-typed-without-a-row`,
    seed(scene) {
      const cell = pickCell(scene, [...SIZES, 'amount'], (one) => (one.calc?.of.length ?? 0) > 2, kind);
      const left = cell?.calc ? scene.random.pick(cell.calc.of.filter((one) => num(one) > 0)) : null;
      return cell && left ? [type(cell, round(num(cell) - num(left)))] : null;
    },
  },
  {
    id: `${kind}-typed-over-a-formula`,
    seed(scene) {
      const cell = pickCell(scene, [...SIZES, 'amount', 'invest', 'used'], (one) => one.calc?.asFormula === true, kind);
      return cell ? [type(cell, num(cell))] : null;
    },
  },
  {
    id: `${kind}-emptied`,
    seed(scene) {
      const cell = pickCell(scene, [...SIZES, 'amount'], isNumber, kind);
      return cell ? [type(cell, null)] : null;
    },
  },
]);

const OVERVIEW = ['sum:classes', 'sum:seats', 'sum:land', 'count'] as const;
const overview: readonly Fault[] = [
  retyped('overview-transposed', OVERVIEW, (value) => transposed(value) ?? value, isNumber),
  retyped('overview-count-off', 'count', (value) => value + 1, isNumber),
  {
    id: 'overview-rows-exchanged',
    seed(scene) {
      const cell = pickCell(scene, OVERVIEW, (one) => {
        const below = one.page.at(one.row + 1, one.column);
        return below?.kind === 'item' && num(below) !== num(one);
      }); // prettier-ignore
      const below = cell?.page.at(cell.row + 1, cell.column);
      if (!cell || !below) return null;
      const [a, b] = [num(cell), num(below)];
      return [type(cell, b), type(below, a)];
    },
  },
  {
    id: 'row-changed-after-overview',
    seed(scene) {
      const cell = pickCell(
        scene,
        SIZES,
        (one) => !isInPlan(one) && typedSumsOf(scene.book, one).some((sum) => sum.field.startsWith('sum:')),
      );
      if (!cell) return null;
      const places = withSums(scene.book, [cell]);
      type(cell, num(cell) + 4);
      return places;
    },
  },
];

export const FIGURE_FAULTS: readonly Fault[] = [...typing, ...progress, ...worked, ...sums, ...overview];
