import { shown, type Cell } from '../proof/book';
import {
  inRow,
  isNumber,
  pickCell,
  retyped,
  rewritten,
  round,
  transposed,
  type,
  type Fault,
  type Scene,
} from './fault';

const num = (cell: Cell | null): number => (cell && isNumber(cell) ? Number(shown(cell)) : 0);
const of = (scene: Scene, field: string, id: string): Cell | null =>
  scene.book.find(field).find((cell) => cell.id === id) ?? null;
const unitOf = (cell: Cell, { book }: Scene): string => {
  const unit = book.find('unit').find((one) => one.id === cell.id);
  return unit ? String(shown(unit)) : '';
};
const isRate = (cell: Cell): boolean => ['T01', 'T02', 'T03'].includes(cell.id);

/** Changes the number of one indicator; the others of its table follow or contradict. */
function figure(
  id: string,
  field: 'target' | 'now' | 'before',
  fits: (cell: Cell, scene: Scene) => boolean,
  change: (value: number, cell: Cell, scene: Scene) => number | string | null,
  others: (cell: Cell, scene: Scene) => readonly (Cell | null)[] = () => [],
): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(
        scene,
        field,
        (one) => isNumber(one) && fits(one, scene) && change(num(one), one, scene) !== num(one),
      );
      if (!cell) return null;
      const places = [cell, ...others(cell, scene)];
      type(cell, change(num(cell), cell, scene));
      return places;
    },
  };
}

const PARTS: Readonly<Record<string, string>> = {
  T07: 'T06', T08: 'T06', T09: 'T06', T10: 'T06', T11: 'T06', T12: 'T06', T13: 'T06',
  T15: 'T14', T16: 'T14', T17: 'T14', T18: 'T14', T19: 'T14',
}; // prettier-ignore
const wholeOf = (cell: Cell, scene: Scene): readonly (Cell | null)[] => [of(scene, cell.field, PARTS[cell.id] ?? '')];

export const TARGET_FAULTS: readonly Fault[] = [
  figure(
    'target-a-little-more',
    'target',
    () => true,
    (value, cell, scene) => (unitOf(cell, scene) === '万个' ? round(value + 0.1) : value + 1),
  ),
  figure(
    'target-transposed',
    'target',
    () => true,
    (value) => transposed(value) ?? value,
  ),
  figure(
    'target-in-pieces',
    'target',
    (cell, scene) => unitOf(cell, scene) === '万个',
    (value) => Math.round(value * 10_000),
  ),
  figure('target-as-share', 'target', isRate, (value) => value / 100),
  figure(
    'target-emptied',
    'target',
    () => true,
    () => null,
  ),
  figure('now-as-share', 'now', isRate, (value) => round(value / 100, 4)),
  figure(
    'now-lost-point',
    'now',
    (cell) => isRate(cell) && num(cell) % 1 !== 0,
    (value) => Math.round(value * 10),
  ),
  figure(
    'now-in-pieces',
    'now',
    (cell, scene) => unitOf(cell, scene) === '万个' && num(cell) > 0,
    (value) => Math.round(value * 10_000),
  ),
  figure(
    'now-negative',
    'now',
    (cell) => num(cell) > 0,
    (value) => -value,
  ),
  figure(
    'now-emptied',
    'now',
    () => true,
    () => null,
  ),
  figure(
    'now-part-more-than-whole-says',
    'now',
    (cell, scene) => cell.id in PARTS && of(scene, 'now', PARTS[cell.id] ?? '') !== null,
    (value, cell, scene) => (unitOf(cell, scene) === '万个' ? round(value + 0.2, 4) : value + 2),
    wholeOf,
  ),
  figure(
    'now-whole-off',
    'now',
    (cell, scene) => ['T06', 'T14'].includes(cell.id) && of(scene, 'now', cell.id === 'T06' ? 'T07' : 'T15') !== null,
    (value, cell) => round(value + (cell.id === 'T06' ? 3 : 0.3), 4),
  ),
  figure(
    'now-half-a-school',
    'now',
    (cell, scene) => unitOf(cell, scene) === '所' && num(cell) > 0,
    (value) => value - 0.5,
    wholeOf,
  ),
  figure(
    'now-less-than-before',
    'now',
    (cell, scene) => cell.id === 'T10' && num(of(scene, 'before', 'T10')) > 0,
    () => 0,
    (cell, scene) => [...wholeOf(cell, scene), of(scene, 'before', 'T10')],
  ),
  figure(
    'before-more-than-now',
    'before',
    (cell, scene) => Number(cell.id.slice(1)) >= 6 && of(scene, 'now', cell.id) !== null,
    (_, cell, scene) => round(num(of(scene, 'now', cell.id)) + 2, 2),
    (cell, scene) => [of(scene, 'now', cell.id)],
  ),
  {
    id: 'targets-exchanged',
    seed(scene) {
      const [a, b] = [
        of(scene, 'target', scene.random.pick(['T17', 'T01'])),
        of(scene, 'target', 'T18') ?? of(scene, 'target', 'T02'),
      ];
      if (!a || !b || a === b || num(a) === num(b)) return null;
      const [x, y] = [num(a), num(b)];
      return [type(a, y), type(b, x)];
    },
  },
  rewritten('unit-of-indicator-changed', 'unit', (value) =>
    value === '万个' ? '个' : value === '%' ? '万人' : value === '所' ? '万个' : null,
  ),
  rewritten('indicator-lookalike', 'indicator', (value) =>
    value
      .replace('入园率', '人园率')
      .replace('巩固率', '巩固串')
      .replace('学位', '学未')
      .replace('新增学校', '新增学较'),
  ),
  rewritten('indicator-unknown', 'indicator', () => '教师本科以上学历占比'),
  {
    id: 'indicator-twice',
    seed(scene) {
      const cell = pickCell(scene, 'indicator', ({ id }) => id in PARTS);
      const other = cell
        ? scene.book.find('indicator').find((one) => one.page === cell.page && one.id !== cell.id && one.id in PARTS)
        : null;
      return cell && other ? [type(cell, String(shown(other))), other] : null;
    },
  },

  // Funds.
  retyped('fund-ten-times', 'amount', (value) => value * 10),
  retyped('fund-a-little-more', 'amount', (value) => value + 20),
  retyped('fund-in-yuan', 'amount', (value) => value * 10_000, isNumber),
  retyped('fund-negative', 'amount', (value) => -value, isNumber),
  inRow('fund-spent-over-amount', 'used', isNumber, (cell, beside) => [
    type(cell, num(beside('amount')) + 15),
    beside('amount'),
    beside('issued'),
  ]),
  inRow(
    'fund-spent-ten-times',
    'used',
    (cell, beside) => num(cell) * 10 > num(beside('amount')),
    (cell, beside) => {
      type(cell, num(cell) * 10);
      return [cell, beside('amount'), beside('issued')];
    },
  ),
  inRow('fund-issued-over-amount', 'issued', isNumber, (cell, beside) => [
    type(cell, num(beside('amount')) + 8),
    beside('amount'),
  ]),
  inRow(
    'fund-spent-over-issued',
    'used',
    (_, beside) => num(beside('issued')) + 2 < num(beside('amount')) && num(beside('issued')) > 0,
    (cell, beside) => [type(cell, num(beside('issued')) + 2), beside('issued')],
  ),
  inRow(
    'fund-spent-in-yuan',
    'used',
    (cell) => num(cell) > 0,
    (cell, beside) => {
      type(cell, num(cell) * 10_000);
      return [cell, beside('amount'), beside('issued')];
    },
  ),
  {
    id: 'fund-total-changed-to-other-sum',
    seed(scene) {
      const cell = pickCell(scene, 'amount', () => true, 'total');
      return cell ? [type(cell, 980)] : null;
    },
  },
  {
    id: 'fund-amounts-exchanged',
    seed(scene) {
      const [a, b] = [of(scene, 'amount', 'F01'), of(scene, 'amount', 'F06')];
      if (!a || !b) return null;
      const [x, y] = [num(a), num(b)];
      return [type(a, y), type(b, x)];
    },
  },
];
