import { yichunPlan } from '../../../src/plan';
import type { Cell } from './draft';
import { inRow, oneOf, typing, type Case, type Fault } from './fault';

const entries =
  (field: string, suits: (cell: Cell, at: Case) => boolean = () => true) =>
  (at: Case): Cell[] =>
    at.draft.cells(field).filter((cell) => suits(cell, at));
const unitOf = (cell: Cell): string => yichunPlan.indicators.find(({ id }) => id === cell.mark?.key)?.unit ?? '';
const isShare = (cell: Cell): boolean => unitOf(cell) === '%';
/** A share that is shown as a percentage by its format. */
const isFraction = (cell: Cell): boolean => cell.format?.endsWith('%') === true;
const amount = (cell: Cell): number => cell.number() ?? 0;

const indicators: readonly Fault[] = [
  typing('target-changed', entries('target'), (cell, { random }) => Math.round((amount(cell) + random.pick([-1, 1, 2]) * (isShare(cell) ? (isFraction(cell) ? 0.01 : 1) : Math.max(0.1, Math.round(amount(cell) * 0.1)))) * 100) / 100),
  typing('target-as-fraction', entries('target', (cell) => isShare(cell) && !isFraction(cell)), (cell) => amount(cell) / 100),
  typing('actual-as-fraction', entries('actual', (cell) => isShare(cell) && !isFraction(cell)), (cell) => Math.round(amount(cell) * 10) / 1000),
  typing('retention-beyond-all', entries('actual', ({ mark }) => mark?.key === 'T02'), (cell) => (isFraction(cell) ? 1.073 : 107.3)),
  typing('actual-in-single-seats', entries('actual', (cell) => unitOf(cell) === '万个' && amount(cell) > 0), (cell) => Math.round(amount(cell) * 10_000)),
  typing('actual-with-sign', entries('actual', isShare), (cell) => `${Math.round(amount(cell) * (isFraction(cell) ? 1000 : 10)) / 10}％左右`),
  typing('points-under-a-percent-format', (at) => [...at.draft.cells('target'), ...at.draft.cells('actual')].filter((cell) => isShare(cell) && isFraction(cell)), (cell) => Math.round(amount(cell) * 1000) / 10),
  typing('measure-unit-changed', entries('measure', (cell) => ['万个', '%'].includes(unitOf(cell))), (cell) => (unitOf(cell) === '%' ? '所' : '个')),
  typing('quota-typed-wrongly', entries('quota', (cell) => amount(cell) > 5), (cell, { random }) => Math.round((amount(cell) - random.whole(15, 45) / 10) * 10) / 10),
  typing('gap-the-wrong-way-round', entries('gap', (cell) => amount(cell) > 0), (cell) => -amount(cell)),
  typing('gap-typed-wrongly', entries('gap'), (cell, { random }) => Math.round((amount(cell) + random.pick([0.3, 1, 1.5])) * 100) / 100),
  inRow('reached-though-below', ['reached', 'actual', 'target'], ([reached]) => reached?.value === '否', ([reached]) => {
    reached?.enter('是');
    return [0, 1];
  }),
  typing('count-of-schools-negative', entries('actual', (cell) => unitOf(cell) === '所'), () => -1),
  {
    id: 'parts-of-new-seats-do-not-add-up',
    seed({ draft, random }) {
      const cells = draft.cells('actual').filter(({ mark }) => /^T1[4-9]$/u.test(mark?.key ?? ''));
      const total = cells.find(({ mark }) => mark?.key === 'T14');
      total?.enter(Math.round((amount(total) + random.whole(8, 30) / 100) * 100) / 100);
      return total ? cells : null;
    },
  },
  {
    id: 'targets-of-two-rows-exchanged',
    seed({ draft, random }) {
      const cells = draft.cells('target');
      const first = oneOf(cells, random);
      const second = first && oneOf(cells.filter((cell) => amount(cell) !== amount(first) && unitOf(cell) === unitOf(first)), random);
      if (!first || !second) return null;
      [first.value, second.value] = [second.value, first.value];
      return [first, second];
    },
  },
  {
    id: 'indicator-twice',
    seed({ draft }) {
      const [first, second] = draft.cells('indicator');
      if (!first || !second) return null;
      second.enter(first.value);
      return [first, second];
    },
  },
]; // prettier-ignore

const fundKey = (cell: Cell): string => cell.mark?.key ?? '';
const funds: readonly Fault[] = [
  typing('fund-amount-against-the-plan', entries('amount', (cell) => ['F01', 'F06'].includes(fundKey(cell))), (cell, { random }) => amount(cell) + random.pick([-20, 20, 50])),
  typing('fund-amount-in-yuan', entries('amount'), (cell) => amount(cell) * 10_000),
  typing('fund-amount-with-unit', entries('amount'), (cell) => `${amount(cell)}万元`),
  typing('fund-amount-blank', entries('amount', (cell) => ['F01', 'F06'].includes(fundKey(cell))), () => null),
  typing('fund-unheard-of', entries('fund'), (_, { random }) => random.pick(['校园绿化美化工程', '食堂设备采购', '办公楼维修'])),
  typing('fund-twice', entries('fund', ({ mark }) => mark?.key !== 'F01'), () => '教育教学质量奖'),
  inRow('spent-more-than-granted', ['spent', 'amount', 'allotted'], () => true, ([spent, granted]) => {
    spent?.enter(Math.round(amount(granted as Cell) * 1.2));
    return [0, 1];
  }),
  inRow('allotted-more-than-granted', ['allotted', 'amount'], () => true, ([allotted, granted]) => {
    allotted?.enter(Math.round(amount(granted as Cell) * 1.3));
    return [0, 1];
  }),
  inRow('spent-more-than-allotted', ['spent', 'allotted', 'amount'], (cells) => amount(cells[1] as Cell) + 3 < amount(cells[2] as Cell), ([spent, allotted]) => {
    spent?.enter(Math.round((amount(allotted as Cell) + 2) * 10) / 10);
    return [0, 1];
  }),
  typing('balance-typed-wrongly', entries('balance'), (cell, { random }) => Math.round((amount(cell) + random.whole(3, 30)) * 10) / 10),
  typing('execution-typed-wrongly', entries('execution'), (cell, { random }) => Math.round((amount(cell) + random.whole(40, 150) / 10) * 10) / 10),
]; // prettier-ignore

const DEPARTMENTS = ['市委组织部', '市财政局', '市住建局', '市委编办', '市委宣传部', '市自然资源局'];
const measures: readonly Fault[] = [
  typing('department-left-out', entries('departments', ({ value }) => String(value).includes('、')), (cell, { random }) => {
    const all = cell.text().split('、');
    all.splice(random.whole(0, all.length - 1), 1);
    return all.join('、');
  }),
  typing('department-misspelt', entries('departments', ({ value }) => DEPARTMENTS.some((name) => String(value).includes(name))), (cell) => cell.text().replace('组织部', '组积部').replace('财政局', '才政局').replace('住建局', '住健局').replace('编办', '遍办')),
  typing('department-blank', entries('departments'), () => null),
  typing('measure-is-its-neighbours', entries('measureText', ({ mark }) => mark?.key !== 'R01'), (cell, { draft }) => {
    const all = draft.cells('measureText');
    return all[all.indexOf(cell) - 1]?.value as string;
  }),
  typing('measure-cut-short', entries('measureText'), (cell) => cell.text().slice(0, 6)),
  typing('progress-blank', entries('progress'), () => null),
  typing('heading-of-another-group', entries('measureHeading', ({ value, mark }) => value !== null && mark?.key !== 'R01'), () => '一、加强党的全面领导'),
]; // prettier-ignore

const summaries: readonly Fault[] = [
  typing('summary-counts-schools-wrongly', entries('summaryCount'), (cell) => amount(cell) + 1),
  typing('summary-typed-over', (at) => ['summary-classes', 'summary-seats', 'summary-land'].flatMap((field) => at.draft.cells(field)), (cell) => Math.round(amount(cell) * 1.05) + 1),
  {
    id: 'summary-takes-the-wrong-column',
    seed({ draft, random }) {
      const cell = oneOf(draft.cells('summary-seats'), random);
      const other = cell && draft.beside(cell, 'summary-classes');
      if (cell && other) cell.formula = other.formula;
      return cell && other ? [cell] : null;
    },
  },
  {
    id: 'stages-of-progress-do-not-add-up',
    seed({ draft, random }) {
      const cell = oneOf(draft.cells('stage-6').filter((one) => amount(one) > 1), random);
      cell?.enter(amount(cell) + random.pick([-1, 1, 2]));
      return cell ? [cell, ...['stage-1', 'stage-5', 'stage-7'].flatMap((field) => draft.beside(cell, field) ?? [])] : null;
    },
  },
  typing('stage-subtotal-against-the-plan', (at) => ['stage-2', 'stage-3', 'stage-4'].flatMap((field) => at.draft.cells(field)).filter(({ mark }) => mark?.key !== 'S4'), (cell, { random }) => amount(cell) + random.pick([5, 10, 20])),
  {
    id: 'months-fall',
    seed({ draft, random }) {
      const all = draft.cells('invest').filter(({ page }) => page.name === '月度进度');
      const row = oneOf(all.filter((cell) => amount(draft.beside(cell, 'month-1') ?? cell) > 200 && draft.beside(cell, 'month-3')), random);
      const [earlier, later] = row ? [draft.beside(row, 'month-1'), draft.beside(row, 'month-2')] : [];
      later?.enter(Math.round(amount(earlier as Cell) * 0.6));
      return earlier && later ? [later, earlier] : null;
    },
  },
  {
    id: 'last-month-beyond-invest',
    seed({ draft, figures, random }) {
      const row = oneOf(draft.cells('invest').filter((cell) => amount(cell) > 0 && draft.beside(cell, 'month-1')), random);
      const last = row && draft.beside(row, `month-${figures.month}`);
      last?.enter(Math.round(amount(row as Cell) * 1.4));
      return row && last ? [last, row] : null;
    },
  },
  typing('rate-in-points-under-a-percent-format', entries('rate', (cell) => cell.format === '0.0%' && amount(cell) > 0.05), (cell) => Math.round(amount(cell) * 1000) / 10),
  typing('rate-typed-wrongly', entries('rate', (cell) => amount(cell) > 0.2), (cell) => Math.round(amount(cell) * 700) / 1000),
  {
    id: 'rate-upside-down',
    seed({ draft, random }) {
      const cell = oneOf(draft.cells('rate').filter((one) => amount(one) > 0 && ![1, 100].includes(amount(one))), random);
      const [paid, invest] = cell ? [draft.beside(cell, 'paid'), draft.beside(cell, 'invest')] : [];
      if (!cell || !paid || !invest || amount(paid) < 1) return null;
      const factor = cell.format === '0.0%' ? 1 : 100;
      cell.calculate(() => `=${invest.name}/${paid.name}${factor === 1 ? '' : '*100'}`, () => (amount(invest) / amount(paid)) * factor);
      return [cell];
    },
  },
]; // prettier-ignore

export const OTHER_FAULTS: readonly Fault[] = [...indicators, ...funds, ...measures, ...summaries];
