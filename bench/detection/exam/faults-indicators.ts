import { beside, textOf, write, type Fault } from './fault';
import { numberIn, shown, tidy } from './draft';
import { exchanged, isNumber, misspelt, missing, one, twice, unitOf } from './other-fault';

export const INDICATOR_FAULTS: readonly Fault[] = [
  one('target-changed', 'target', isNumber, (cell, { random }) => {
    const value = numberIn(cell) ?? 0;
    return [
      write(
        cell,
        tidy(unitOf(cell) === '万个' ? value + random.pick([-0.05, 0.1, 0.3]) : value + random.pick([1, 2, 3])),
      ),
    ];
  }),
  one(
    'target-point-lost',
    'target',
    (cell) => unitOf(cell) === '万个',
    (cell) => [write(cell, Math.round((numberIn(cell) ?? 0) * 100))],
  ),
  one(
    'target-in-pieces',
    'target',
    (cell) => unitOf(cell) === '万个',
    (cell) => [write(cell, Math.round((numberIn(cell) ?? 0) * 10_000))],
  ),
  one(
    'target-left-out',
    'target',
    () => true,
    (cell) => [write(cell, null)],
  ),
  one(
    'target-words-changed',
    'target',
    (cell) => !isNumber(cell),
    (cell) => [write(cell, textOf(cell).startsWith('大体') ? '3:7' : '不作要求')],
  ),
  exchanged('targets-of-two-indicators-exchanged', 'target'),
  one(
    'cumulative-below-year-before',
    'before',
    (cell) => unitOf(cell) !== '%' && isNumber(cell) && beside(cell, 'now') !== null,
    (cell) => {
      const now = beside(cell, 'now');
      if (!now || cell.table !== 'indicators' || now.parts.length > 0) return null;
      return [write(cell, tidy((numberIn(now) ?? 0) + (unitOf(cell) === '万个' ? 0.12 : 2))), now];
    },
  ),
  one(
    'indicator-total-below-parts',
    'now',
    (cell) =>
      cell.table === 'indicators' &&
      cell.parts.length > 1 &&
      (numberIn(cell) ?? 0) > (unitOf(cell) === '万个' ? 0.3 : 3),
    (cell) => [write(cell, tidy((numberIn(cell) ?? 0) - (unitOf(cell) === '万个' ? 0.3 : 3))), ...cell.parts],
  ),
  one(
    'schools-not-whole',
    'now',
    (cell) => unitOf(cell) === '所',
    (cell) => [write(cell, (numberIn(cell) ?? 0) + 0.5)],
  ),
  one(
    'percent-as-share',
    'now',
    (cell) => unitOf(cell) === '%',
    (cell) => [write(cell, tidy((numberIn(cell) ?? 0) / 100))],
  ),
  one(
    'percent-point-lost',
    'now',
    (cell) => unitOf(cell) === '%' && !Number.isInteger(numberIn(cell)),
    (cell) => [write(cell, Math.round((numberIn(cell) ?? 0) * 10))],
  ),
  one(
    'seats-done-in-pieces',
    'now',
    (cell) => unitOf(cell) === '万个' && (numberIn(cell) ?? 0) > 0,
    (cell) => [write(cell, Math.round((numberIn(cell) ?? 0) * 10_000))],
  ),
  one(
    'indicator-as-text',
    'now',
    (cell) => isNumber(cell) && unitOf(cell) !== '%',
    (cell) => [write(cell, `${numberIn(cell) ?? 0}${unitOf(cell)}`)],
  ),
  one(
    'indicator-negative',
    'now',
    (cell) => (numberIn(cell) ?? 0) > 0,
    (cell) => [write(cell, -(numberIn(cell) ?? 0))],
  ),
  one(
    'reached-though-below',
    'reached',
    (cell) => shown(cell) === '否',
    (cell) => {
      const [now, target] = [beside(cell, 'now'), beside(cell, 'target')];
      return now && target ? [write(cell, '是'), now] : null;
    },
  ),
  one(
    'not-reached-though-met',
    'reached',
    (cell) => shown(cell) === '是' && isNumber(beside(cell, 'now') ?? cell),
    (cell) => {
      const now = beside(cell, 'now');
      return now ? [write(cell, '否'), now] : null;
    },
  ),
  one(
    'indicator-unit-wrong',
    'unit',
    (cell) => shown(cell) === '万个' || shown(cell) === '%',
    (cell) => {
      const target = beside(cell, 'target');
      return target ? [write(cell, shown(cell) === '%' ? '所' : '个'), target] : null;
    },
  ),
  one(
    'indicator-name-left-out',
    'indicator',
    () => true,
    (cell) => [write(cell, null)],
  ),
  misspelt('indicator-name-letter-wrong', 'indicator', [
    ['巩固率', '巩因率'],
    ['入园率', '人园率'],
    ['优化', '忧化'],
    ['幼儿园', '幼儿圆'],
  ]),
  missing('indicator-missing', 'indicator', (cell) => beside(cell, 'rate') !== null),
  twice('indicator-twice', 'indicator'),
];
