import { yichunPlan } from '../../../src/plan';
import { beside, big, cellsOf, isTyped, pickCell, textOf, write, type Fault } from './fault';
import { numberIn, shown, type Cell } from './draft';
import { exchangedRows, misspelt, missing, one, twice } from './other-fault';

/** Funds and responsibilities. */
export const OTHER_FAULTS: readonly Fault[] = [
  one(
    'fund-amount-changed',
    'amount',
    (cell) => cell.entry === 'F01' || cell.entry === 'F06',
    (cell, { random }) => [write(cell, (numberIn(cell) ?? 0) + random.pick([-40, 20, 50]))],
  ),
  one(
    'fund-amounts-off-the-plan-total',
    'amount',
    (cell) => cell.entry !== 'F01' && cell.entry !== 'F06',
    (cell, scene) => [
      write(cell, (numberIn(cell) ?? 0) + scene.random.pick([10, 15, 40])),
      ...cellsOf(scene, 'amount'),
      ...cellsOf(scene, 'amount', 'total'),
    ],
  ),
  one(
    'fund-amount-in-yuan',
    'amount',
    () => true,
    (cell) => [write(cell, (numberIn(cell) ?? 0) * 10_000)],
  ),
  one(
    'fund-amount-as-text',
    'amount',
    () => true,
    (cell) => [write(cell, `${numberIn(cell) ?? 0}万元`)],
  ),
  one(
    'fund-amount-negative',
    'amount',
    () => true,
    (cell) => [write(cell, -(numberIn(cell) ?? 0))],
  ),
  one(
    'fund-spent-over-amount',
    'spent',
    () => true,
    (cell) => {
      const amount = beside(cell, 'amount');
      if (!amount) return null;
      const wrong = write(cell, (numberIn(amount) ?? 0) + 12);
      return /^F0[16]$/u.test(cell.entry) ? [wrong] : [wrong, amount];
    },
  ),
  one(
    'fund-spent-over-passed-on',
    'spent',
    (cell) => beside(cell, 'passedOn') !== null,
    (cell) => {
      const [passed, amount] = [beside(cell, 'passedOn'), beside(cell, 'amount')];
      if (!passed || !amount || (numberIn(amount) ?? 0) - (numberIn(passed) ?? 0) < 3) return null;
      return [write(cell, (numberIn(passed) ?? 0) + 2), passed];
    },
  ),
  one(
    'fund-passed-on-over-amount',
    'passedOn',
    () => true,
    (cell) => {
      const amount = beside(cell, 'amount');
      return amount ? [write(cell, (numberIn(amount) ?? 0) + 25), amount] : null;
    },
  ),
  misspelt('fund-name-letter-wrong', 'fund', [
    ['教学质量奖', '教学质里奖'],
    ['信息化', '信息华'],
    ['研究专项', '研宄专项'],
    ['内涵', '内函'],
    ['联合办学', '联台办学'],
  ]),
  exchangedRows('names-of-two-funds-exchanged', 'fund', (cell) => beside(cell, 'content') !== null),
  missing('fund-missing', 'fund'),
  twice('fund-twice', 'fund'),
  missing('measure-missing', 'measure'),
  twice('measure-twice', 'measure'),
  exchangedRows('titles-of-two-measures-exchanged', 'measure', () => true),
  misspelt('measure-letter-wrong', 'measure', [
    ['减负提质', '减负提制'],
    ['扩容', '扩客'],
    ['周转池', '周转地'],
    ['从严治党', '从严冶党'],
  ]),
  one(
    'department-left-out',
    'departments',
    (cell) => /[、\n]/u.test(textOf(cell)),
    (cell) => [write(cell, textOf(cell).split(/[、\n]/u)[0] ?? null)],
  ),
  misspelt('department-letter-wrong', 'departments', [
    ['市财政局', '市财证局'],
    ['市住建局', '市往建局'],
    ['市科技局', '市科枝局'],
    ['组织部', '组积部'],
  ]),
  one(
    'departments-left-empty',
    'departments',
    (cell) => departmentsShown(cell),
    (cell) => [write(cell, null)],
  ),
  one('departments-of-another-measure', 'departments', departmentsShown, (cell, scene) => {
    const other = pickCell(
      scene,
      cellsOf(scene, 'departments').filter(
        (two) => departmentsShown(two) && !textOf(two).includes(textOf(cell).slice(0, 4)),
      ),
    );
    return other ? [write(cell, shown(other))] : null;
  }),
  one(
    'measure-state-against-progress',
    'state',
    (cell) => shown(cell) === '已完成' && beside(cell, 'progress') !== null,
    (cell) => {
      const progress = beside(cell, 'progress');
      return progress ? [write(cell, '未启动'), progress] : null;
    },
  ),
  one('measure-state-is-a-figure', 'state', isText, (cell, { random }) => [write(cell, random.whole(1200, 5000))]),
  {
    id: 'measure-heading-of-another-group',
    seed: (scene) => {
      const headings = cellsOf(scene, 'heading', 'heading');
      const cell = pickCell(scene, headings);
      const other = cell && headings.find((two) => two !== cell);
      return cell && other ? [write(cell, shown(other)), other] : null;
    },
  },
  {
    id: 'fund-total-not-the-plan',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'amount', 'total'));
      return cell ? [write(cell, scene.random.pick([900, 1100, 1050])), ...big(cellsOf(scene, 'amount'), 1)] : null;
    },
  },
];

function isText(cell: Cell): boolean {
  return !isTyped(cell);
}

function departmentsShown(cell: Cell): boolean {
  return (yichunPlan.measures.find(({ id }) => id === cell.entry)?.departments.length ?? 0) > 0;
}
