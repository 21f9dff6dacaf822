import { yichunPlan } from '../../../src/plan';
import { shown, type Cell } from '../proof/book';
import { transposed, type as put, type Fault } from '../proof/fault';
import { num, row } from './kit';

const text = (cell: Cell): string => String(shown(cell) ?? '');
const set = (id: string, field: string, fits: (cell: Cell) => boolean, value: (cell: Cell) => string | number | null): Fault =>
  row(id, field, (cell) => fits(cell) && value(cell) !== shown(cell), (cell) => [put(cell, value(cell))]); // prettier-ignore
const positive = (cell: Cell): boolean => num(cell) > 0;
const always = (): boolean => true;
const isPlanned = (cell: Cell): boolean => yichunPlan.funds.find(({ id }) => id === cell.id)?.amount.value !== null;
const measure = (cell: Cell): (typeof yichunPlan.measures)[number] | undefined => yichunPlan.measures.find(({ id }) => id === cell.id); // prettier-ignore

export const SUMMARY_FAULTS: readonly Fault[] = [
  set('summary-count', 'g.count', positive, (cell) => num(cell) + 1),
  set('summary-classes', 'g.classes', positive, (cell) => num(cell) + 6),
  set('summary-seats', 'g.seats', positive, (cell) => transposed(num(cell)) ?? num(cell) + 90),
  set('summary-land', 'g.land', positive, (cell) => Number((num(cell) * 10).toFixed(2))),
  set('summary-done', 'g.done', always, (cell) => num(cell) + 1),
  set('summary-going', 'g.going', positive, (cell) => num(cell) - 1),
  set('summary-open', 'g.open', always, (cell) => num(cell) + 2),
  set('summary-formed', 'g.formed', positive, (cell) => Math.round(num(cell) / 10)),
  set('summary-label-twice', 'g.label', (cell) => cell.page.at(cell.row - 1, 0)?.kind === 'item', (cell) => text(cell.page.at(cell.row - 1, 0) ?? cell)), // prettier-ignore
  set('summary-text-number', 'g.seats', positive, (cell) => `${num(cell)}个`),
  row('summary-total-short', 'g.seats', always, (cell) => {
    const last = cell.calc?.of.at(-1);
    if (!cell.calc || !last || num(last) === 0) return null;
    cell.calc.of = cell.calc.of.slice(0, -1);
    return [cell];
  }, 'total'),
  row('summary-total-typed-over', 'g.count', always, (cell) => [put(cell, num(cell) + 1)], 'total'),
]; // prettier-ignore

const aimed = (cell: Cell): boolean => typeof shown(cell) === 'number';
const sized = (cell: Cell): boolean => aimed(cell) && num(cell) > 0 && cell.id >= 'T06';

export const TARGET_FAULTS: readonly Fault[] = [
  set('target-off', 't.target', aimed, (cell) => (num(cell) > 50 ? num(cell) - 2 : Number((num(cell) + 1).toFixed(2)))),
  set('target-ten-times', 't.target', aimed, (cell) => num(cell) * 10),
  set('target-other-unit', 't.target', (cell) => /^T(?:1[4-9]|20)$/u.test(cell.id), (cell) => Math.round(num(cell) * 10_000)),
  set('target-text-wrong', 't.target', (cell) => cell.id === 'T04', () => '6:4'),
  set('target-blank', 't.target', aimed, () => null),
  set('target-unit-wrong', 't.unit', (cell) => ['所', '万个'].includes(text(cell)), (cell) => (text(cell) === '所' ? '%' : '个')),
  set('target-name-twice', 't.name', (cell) => cell.id > 'T01', (cell) => text(cell.page.at(cell.row - 1, 1) ?? cell)),
  set('target-met-wrong', 't.met', (cell) => cell.id < 'T04' || cell.id === 'T21', () => '是'),
  row('target-now-fell', 't.before', (cell) => sized(cell.page.at(cell.row, 5) ?? cell) && cell.id !== 'T20', (cell) => {
    const now = cell.page.at(cell.row, 5);
    return now ? [put(cell, num(now) + 1), now] : null;
  }),
  set('target-rate-above-hundred', 't.now', (cell) => ['T01', 'T02', 'T03'].includes(cell.id), () => 931),
  row('target-sum-of-parts', 't.now', (cell) => ['T06', 'T14'].includes(cell.id), (cell) => [put(cell, Number((num(cell) + 2).toFixed(4)))]),
  row('target-rate-typed-over', 't.rate', (cell) => num(cell) > 5, (cell) => [put(cell, num(cell) - 5)]),
  row('target-gap-turned-round', 't.gap', (cell) => num(cell) !== 0, (cell) => {
    cell.calc?.of.reverse();
    return [cell];
  }),
]; // prettier-ignore

export const FUND_FAULTS: readonly Fault[] = [
  set('fund-against-plan', 'f.amount', isPlanned, (cell) => num(cell) - 50),
  set('fund-ten-times', 'f.amount', isPlanned, (cell) => num(cell) * 10),
  set('fund-in-yuan', 'f.amount', isPlanned, (cell) => num(cell) * 10_000),
  set('fund-as-text', 'f.amount', positive, (cell) => `${num(cell)}万元`),
  row('fund-total-not-thousand', 'f.amount', (cell) => !isPlanned(cell), (cell) => [put(cell, num(cell) + 25), ...cell.page.cells.filter((one) => one.field === 'f.amount' && one !== cell && (one.kind === 'total' || !isPlanned(one)))]),
  row('fund-total-typed', 'f.amount', always, (cell) => [put(cell, 1100)], 'total'),
  row('fund-issued-above-amount', 'f.issued', positive, (cell) => [put(cell, num(cell) * 2), cell.page.at(cell.row, 3)]),
  row('fund-quarter-above-issued', 'f.q2', positive, (cell) => [put(cell, num(cell) * 100), cell.page.at(cell.row, 4)]),
  set('fund-quarter-negative', 'f.q3', positive, (cell) => -num(cell)),
  set('fund-name-misspelt', 'f.name', always, (cell) => text(cell).replace('专项', '专向').replace('奖', '将')),
  row('fund-name-twice', 'f.name', (cell) => cell.id !== 'F01', (cell) => {
    const above = cell.page.at(cell.row - 1, 1);
    return above ? [put(cell, text(above)), above] : null;
  }),
  set('fund-name-blank', 'f.name', always, () => null),
  set('fund-content-of-other', 'f.content', (cell) => cell.id !== 'F01', (cell) => text(cell.page.at(cell.row - 1, 2) ?? cell)),
  row('fund-spent-typed-over', 'f.spent', positive, (cell) => [put(cell, num(cell) + 7)]),
  row('fund-left-typed-over', 'f.left', positive, (cell) => [put(cell, num(cell) + 9)]),
  row('fund-rate-typed-over', 'f.rate', positive, (cell) => [put(cell, 0.35)]),
  row('fund-rate-turned-round', 'f.rate', (cell) => num(cell) < 0.95, (cell) => {
    cell.calc?.of.reverse();
    return [cell];
  }),
  row('fund-spent-quarter-left-out', 'f.spent', (cell) => cell.calc !== null && num(cell.calc.of.at(-1)) > 0, (cell) => {
    if (cell.calc) cell.calc.of = cell.calc.of.slice(0, -1);
    return [cell];
  }),
  row('fund-head-in-yuan', 'f.amount', always, (cell) => [put(cell, '切块金额（元）')], 'header'),
]; // prettier-ignore

export const MEASURE_FAULTS: readonly Fault[] = [
  set('measure-39', 'm.text', always, (cell) => text(cell).replace('39所', '36所')),
  set('measure-518', 'm.text', always, (cell) => text(cell).replace('5.18万', '5.81万')),
  set('measure-27', 'm.text', always, (cell) => text(cell).replace('2.7万', '27万')),
  set('measure-year', 'm.text', always, (cell) => text(cell).replace('到2025年', '到2026年')),
  set('measure-text-of-other', 'm.text', (cell) => cell.id !== 'R01', (cell) => text(cell.page.at(cell.row - 1, 3) ?? cell)),
  set('measure-title-twice', 'm.title', (cell) => cell.id !== 'R01', (cell) => text(cell.page.at(cell.row - 1, 2) ?? cell)),
  set('measure-department-other', 'm.depts', (cell) => (measure(cell)?.departments.length ?? 0) > 0 && cell.id !== 'R16', () => '市文旅局'),
  set('measure-department-left-out', 'm.depts', (cell) => (measure(cell)?.departments.length ?? 0) > 1, (cell) => text(cell).split('\n').slice(1).join('\n')),
  set('measure-department-misspelt', 'm.depts', (cell) => /[局部]/u.test(text(cell)), (cell) => text(cell).replace(/局/u, '居').replace(/部$/u, '步')),
  set('measure-department-blank', 'm.depts', always, () => null),
  set('measure-serial', 'm.seq', (cell) => num(cell) > 2, (cell) => num(cell) - 1),
  set('measure-heading-of-other', 'm.heading', (cell) => cell.id !== 'R01', () => '一、加强党的全面领导'),
  set('measure-state-blank', 'm.state', always, () => null),
]; // prettier-ignore

const linked: Fault = {
  id: 'external-link',
  seed({ book }) {
    const cell = book.cells().find((one) => one.kind === 'item' && ['classes', 'seats'].includes(one.field) && !one.calc);
    if (!cell) return null;
    book.externalLinks = ['上报汇总（旧）.xlsx'];
    cell.text = `='C:\\报表\\[上报汇总（旧）.xlsx]Sheet1'!C${cell.row + 2}`;
    return [cell];
  },
}; // prettier-ignore

const literal: Fault = row('literal-instead-of-reference', 'share', (cell) => cell.calc?.asFormula === true && num(cell) > 0 && num(cell) < 1, (cell) => {
  cell.text = `=ROUND(${num(cell)}*1.2,4)`;
  cell.value = Number((num(cell) * 1.2).toFixed(4));
  return [cell];
}); // prettier-ignore

export const OTHER_FAULTS: readonly Fault[] = [linked, literal];
