import { yichunPlan as plan } from '../../../src/plan';
import type { Cell } from './book';
import { round } from './book';
import { deleteRow, insertCopy, mistyped, numberOf, pickCell, put } from './seeds';
import type { Context, Fault, Row, Seed } from './seeds';

/** A random row of the table that has the fields and fits, changed; the cells concerned. */
function inTable(
  table: string,
  fields: readonly string[],
  change: (row: Row, context: Context) => readonly Cell[],
  fits: (row: Row, context: Context) => boolean = () => true,
): Seed {
  return (context) => {
    const rows = context.book
      .cells((mark) => mark.table === table && mark.part === 'body' && mark.field === 'name')
      .map((cell) => context.book.rowOf(cell))
      .filter((row) => fields.every((field) => row.has(field)) && fits(row, context));
    return rows.length > 0 ? change(context.random.pick(rows), context) : null;
  };
}

const at = (row: Row, field: string): Cell => {
  const cell = row.get(field);
  if (!cell) throw new Error(field);
  return cell;
};
const isNumber = (row: Row, field: string): boolean => at(row, field).number() !== null;
const idOf = (row: Row): string => at(row, 'name').mark?.row ?? '';
const fundOf = (row: Row) => plan.funds.find(({ sequence }) => `F${sequence}` === idOf(row));
const isShare = (row: Row): boolean => at(row, 'target').format?.endsWith('%') ?? false;
const RATES = ['T01', 'T02', 'T03'];

/** A figure of the row that follows from two others, typed wrong. */
const off = (table: string, field: string, from: readonly string[], steps: readonly number[]): Seed =>
  inTable(table, [field, ...from], (row, { random }) => [put(at(row, field), round(numberOf(at(row, field)) + random.pick(steps), 4)), ...from.map((one) => at(row, one))], (row) => isNumber(row, field)); // prettier-ignore

const twice = (table: string): Seed =>
  inTable(table, ['name'], (row, context) => {
    return [...row.values(), ...insertCopy(context, at(row, 'name'), at(row, 'name'))];
  }, (row, context) => isInner(row, context)); // prettier-ignore

/** No first or last row of a merged group, so that its label stays. */
function isInner(row: Row, context: Context): boolean {
  const cell = at(row, 'name');
  const page = context.book.pageOf(cell);
  const line = page.rowOf(cell);
  const isEdge = page.merges.some(([from, to]) => page.rowOf(from) !== page.rowOf(to) && (page.rowOf(from) === line || page.rowOf(to) === line)); // prettier-ignore
  return !isEdge;
}

const leftOut = (table: string): Seed =>
  inTable(table, ['name', 'seq'], (row, context) => {
    const page = context.book.pageOf(at(row, 'name'));
    deleteRow(context, at(row, 'name'));
    return context.book.cells((mark, cell) => mark.table === table && page.rowOf(cell) >= 0 && (mark.part !== 'body' || mark.field === 'name' || mark.field === 'seq')); // prettier-ignore
  }, (row, context) => isInner(row, context)); // prettier-ignore

const head = (field: string, right: string, wrong: string): Seed => {
  return (context) => {
    const cell = pickCell(context, (mark, one) => mark.part === 'head' && mark.field === field && String(one.value).includes(right)); // prettier-ignore
    if (!cell) return null;
    put(cell, String(cell.value).replace(right, wrong));
    return context.book.cells((mark) => mark.table === cell.mark?.table && (mark.field === field || mark.field === `${field}+`)); // prettier-ignore
  };
};

const TYPOS: readonly (readonly [string, string])[] = [
  ['质量奖', '质亮奖'], ['素质提升', '素质题升'], ['研究专项', '研就专项'], ['成果奖', '成裹奖'], ['联合办学', '联和办学'],
  ['信息化', '信息划'], ['内涵', '内含'], ['“双减”', '“双碱”'], ['评价', '平价'], ['中心”', '中芯”'],
]; // prettier-ignore

const DEPARTMENT_TYPOS: readonly (readonly [string, string])[] = [
  ['住建局', '住健局'], ['发改委', '发该委'], ['财政局', '财证局'], ['组织部', '组识部'], ['宣传部', '宜传部'],
  ['人社局', '人杜局'], ['工信局', '公信局'], ['科技局', '科技居'], ['政法委', '正法委'], ['纪委监委', '记委监委'],
]; // prettier-ignore

const typed = (table: string, field: string, words: readonly (readonly [string, string])[]): Seed =>
  inTable(table, [field], (row, { random }) => {
    const cell = at(row, field);
    const [right, wrong] = random.pick(words.filter(([word]) => String(cell.value).includes(word)));
    return [put(cell, String(cell.value).replace(right, wrong))];
  }, (row) => words.some(([word]) => String(at(row, field).value).includes(word))); // prettier-ignore

const swapNames = (table: string): Seed => {
  return (context) => {
    const cells = context.book.cells((mark) => mark.table === table && mark.part === 'body' && mark.field === 'name');
    const i = cells.findIndex((cell) => ['F1', 'F6', 'T01', 'M4'].includes(cell.mark?.row ?? ''));
    const [a, b] = [cells[i], cells[i + 1]];
    if (!a || !b) return null;
    [a.value, b.value] = [b.value, a.value];
    return [...context.book.rowOf(a).values(), ...context.book.rowOf(b).values()];
  };
};

/** 大体相当, 达到国家设置标准. */
const isWords = (row: Row): boolean => typeof at(row, 'target').value === 'string';
const construction = (row: Row): boolean => !RATES.includes(idOf(row)) && isNumber(row, 'target') && isNumber(row, 'now'); // prettier-ignore
const isCount = (row: Row): boolean => /^T(0[6-9]|1[0-3])$/u.test(idOf(row));

export const ANNEX_FAULTS: readonly Fault[] = [
  { id: 'target-not-the-plan', seed: inTable('targets', ['target'], (row, { random }) => {
    const cell = at(row, 'target');
    const value = numberOf(cell);
    return [put(cell, isShare(row) ? round(value - 0.03, 3) : Number.isInteger(value) && value < 50 ? value + random.pick([1, 2, 3]) : mistyped(value, random))];
  }, (row) => isNumber(row, 'target')) },
  { id: 'target-other-words', seed: inTable('targets', ['target'], (row) => [put(at(row, 'target'), idOf(row) === 'T04' ? '7:3' : '接近国家设置标准')], isWords) },
  { id: 'target-hundredth', seed: inTable('targets', ['target'], (row) => [put(at(row, 'target'), round(numberOf(at(row, 'target')) / 100, 4))], (row) => RATES.includes(idOf(row)) && !isShare(row)) },
  { id: 'target-hundredfold', seed: inTable('targets', ['target'], (row) => [put(at(row, 'target'), numberOf(at(row, 'target')) * 100)], isShare) },
  { id: 'target-in-single-seats', seed: inTable('targets', ['target'], (row) => [put(at(row, 'target'), Math.round(numberOf(at(row, 'target')) * 10_000))], (row) => /^T(1[4-9]|20)$/u.test(idOf(row))) },
  { id: 'target-as-text', seed: inTable('targets', ['target'], (row) => [put(at(row, 'target'), `${numberOf(at(row, 'target'))}所`)], isCount) },
  { id: 'now-point-lost', seed: inTable('targets', ['now'], (row) => [put(at(row, 'now'), round(numberOf(at(row, 'now')) * 10, 3))], (row) => RATES.includes(idOf(row))) },
  { id: 'now-in-single-seats', seed: inTable('targets', ['now'], (row) => [put(at(row, 'now'), Math.round(numberOf(at(row, 'now')) * 10_000))], (row) => /^T(1[4-9]|20)$/u.test(idOf(row)) && (at(row, 'now').number() ?? 0) > 0) },
  { id: 'now-half-a-school', seed: inTable('targets', ['now'], (row) => [put(at(row, 'now'), numberOf(at(row, 'now')) + 0.5)], (row) => isCount(row) && at(row, 'now').formula === null) },
  { id: 'now-negative', seed: inTable('targets', ['now'], (row) => [put(at(row, 'now'), -numberOf(at(row, 'now')))], (row) => isNumber(row, 'now') && numberOf(at(row, 'now')) > 0) },
  { id: 'now-below-last', seed: inTable('targets', ['now', 'last'], (row) => [put(at(row, 'last'), numberOf(at(row, 'now')) + (isCount(row) ? 1 : 0.1)), at(row, 'now')], (row) => construction(row) && numberOf(at(row, 'now')) > 0 && at(row, 'last').formula === null && idOf(row) !== 'T21') },
  { id: 'now-share-in-percent', seed: inTable('targets', ['now'], (row) => [put(at(row, 'now'), round(numberOf(at(row, 'now')) * 100, 3))], isShare) },
  { id: 'done-total-not-its-stages', seed: inTable('targets', ['now'], (row, context) => {
    put(at(row, 'now'), numberOf(at(row, 'now')) + context.random.whole(2, 4));
    const page = context.book.pageOf(at(row, 'now'));
    return context.book.cells((mark, cell) => mark.table === 'targets' && mark.field === 'now' && /^T(0[6-9]|1[0-3])$/u.test(mark.row) && page.rowOf(cell) >= 0);
  }, (row) => idOf(row) === 'T06') },
  { id: 'target-rate-off', seed: off('targets', 'rate', ['target', 'now'], [-9, 7, 12]) },
  { id: 'target-gap-off', seed: off('targets', 'gap', ['target', 'now'], [-0.4, 0.3, 0.6]) },
  { id: 'target-growth-off', seed: off('targets', 'growth', ['last', 'now'], [0.5, 1, 2]) },
  { id: 'met-flag-wrong', seed: inTable('targets', ['met', 'now', 'target'], (row) => [put(at(row, 'met'), '是'), at(row, 'now'), at(row, 'target')], (row) => isNumber(row, 'target') && at(row, 'met').value === '否') },
  { id: 'target-unit-wrong', seed: inTable('targets', ['unit'], (row) => {
    const unit = String(at(row, 'unit').value);
    return [put(at(row, 'unit'), unit === '万个' ? '个' : unit === '所' ? '万个' : '所'), at(row, 'target')];
  }, (row) => ['%', '所', '万个'].includes(String(at(row, 'unit').value))) },
  { id: 'target-year-wrong', seed: head('target', '2025年', '2035年') },
  { id: 'indicator-names-exchanged', seed: swapNames('targets') },
  { id: 'indicator-twice', seed: twice('targets') },
  { id: 'indicator-left-out', seed: leftOut('targets') },
  { id: 'fund-not-the-plan', seed: inTable('funds', ['amount'], (row, { random }) => [put(at(row, 'amount'), numberOf(at(row, 'amount')) + random.pick([-40, 20, 50]))], (row) => fundOf(row)?.amount.value != null) },
  { id: 'fund-in-yuan', seed: inTable('funds', ['amount'], (row) => [put(at(row, 'amount'), numberOf(at(row, 'amount')) * 10_000)]) },
  { id: 'fund-as-text', seed: inTable('funds', ['amount'], (row) => [put(at(row, 'amount'), `${numberOf(at(row, 'amount'))}万`)]) },
  { id: 'fund-negative', seed: inTable('funds', ['spent'], (row) => [put(at(row, 'spent'), -numberOf(at(row, 'spent')))]) },
  { id: 'fund-above-thousand', seed: inTable('funds', ['amount'], (row, context) => {
    put(at(row, 'amount'), numberOf(at(row, 'amount')) + context.random.pick([20, 35, 60]));
    return context.book.cells((mark) => mark.table === 'funds' && ['amount', 'share'].includes(mark.field) && mark.part !== 'head');
  }, (row) => fundOf(row)?.amount.value == null) },
  { id: 'spent-above-amount', seed: inTable('funds', ['spent', 'given', 'amount'], (row) => [put(at(row, 'spent'), Math.round(numberOf(at(row, 'amount')) * 1.3)), at(row, 'amount'), at(row, 'given'), at(row, 'balance')]) },
  { id: 'given-above-amount', seed: inTable('funds', ['given', 'amount'], (row) => [put(at(row, 'given'), Math.round(numberOf(at(row, 'amount')) * 1.4)), at(row, 'amount'), at(row, 'balance')]) },
  { id: 'fund-balance-off', seed: off('funds', 'balance', ['given', 'spent'], [-12, 9, 30]) },
  { id: 'fund-rate-off', seed: off('funds', 'rate', ['amount', 'spent'], [-14, 11, 18]) },
  { id: 'fund-share-off', seed: off('funds', 'share', ['amount'], [5, 8, 12]) },
  { id: 'fund-name-typo', seed: typed('funds', 'name', TYPOS) },
  { id: 'fund-names-exchanged', seed: swapNames('funds') },
  { id: 'fund-content-of-neighbour', seed: inTable('funds', ['content', 'name'], (row) => [put(at(row, 'content'), plan.funds[fundOf(row)?.sequence === 6 ? 0 : 5]?.content ?? ''), at(row, 'name')]) },
  { id: 'fund-twice', seed: twice('funds') },
  { id: 'fund-left-out', seed: leftOut('funds') },
  { id: 'fund-head-in-yuan', seed: head('amount', '万元', '元') },
  { id: 'fund-words-off', seed: (context) => {
    const cell = pickCell(context, (mark) => mark.field === 'words');
    if (!cell) return null;
    return [put(cell, String(cell.value).replace('壹仟万', '壹佰万')), ...context.book.cells((mark) => mark.table === 'funds' && mark.part === 'total' && mark.field === 'amount')];
  } },
  { id: 'department-left-out', seed: inTable('duties', ['departments'], (row) => [put(at(row, 'departments'), String(at(row, 'departments').value).split('\n').slice(0, -1).join('\n'))], (row) => String(at(row, 'departments').value).includes('\n')) },
  { id: 'department-typo', seed: typed('duties', 'departments', DEPARTMENT_TYPOS) },
  { id: 'department-of-another', seed: inTable('duties', ['departments'], (row) => [put(at(row, 'departments'), '市文广新旅局')], (row) => /纪委|政法委|人才办|科技局/u.test(String(at(row, 'departments').value))) },
  { id: 'duty-twice', seed: twice('duties') },
  { id: 'duty-left-out', seed: leftOut('duties') },
  { id: 'duty-number-twice', seed: inTable('duties', ['seq'], (row) => [put(at(row, 'seq'), numberOf(at(row, 'seq')) - 1)], (row) => numberOf(at(row, 'seq')) > 1) },
  { id: 'duty-texts-exchanged', seed: swapNames('duties') },
  { id: 'duty-seats-figure', seed: inTable('duties', ['name'], (row) => [put(at(row, 'name'), String(at(row, 'name').value).replace('5.18万', '5.81万'))], (row) => String(at(row, 'name').value).includes('5.18万')) },
  { id: 'duty-deadline-impossible', seed: inTable('duties', ['deadline'], (row) => [put(at(row, 'deadline'), String(at(row, 'deadline').value).replace(/年\d+月/u, '年15月'))]) },
  { id: 'duty-deadline-past-century', seed: inTable('duties', ['deadline'], (row) => [put(at(row, 'deadline'), String(at(row, 'deadline').value).replace(/^20/u, '19'))]) },
  { id: 'duty-done-at-half', seed: inTable('duties', ['state', 'percent', 'text'], (row) => [put(at(row, 'percent'), 0.4), at(row, 'state'), at(row, 'text')], (row) => at(row, 'state').value === '已完成') },
  { id: 'duty-idle-but-done', seed: inTable('duties', ['state', 'percent', 'text'], (row) => [put(at(row, 'state'), '未启动'), at(row, 'percent'), at(row, 'text')], (row) => at(row, 'state').value !== '未启动') },
  { id: 'duty-percent-above-whole', seed: inTable('duties', ['percent'], (row, { random }) => [put(at(row, 'percent'), random.pick([60, 75, 80]))], (row) => at(row, 'state').value === '推进中') },
  { id: 'duty-state-typo', seed: inTable('duties', ['state'], (row) => [put(at(row, 'state'), ({ 已完成: '己完成', 推进中: '推近中', 未启动: '末启动' } as Readonly<Record<string, string>>)[String(at(row, 'state').value)] ?? '')]) },
  { id: 'duty-headings-exchanged', seed: (context) => {
    const cells = context.book.cells((mark) => mark.table === 'duties' && mark.part === 'group');
    const i = context.random.whole(0, Math.max(0, cells.length - 2));
    const [a, b] = [cells[i], cells[i + 1]];
    if (!a || !b) return null;
    [a.value, b.value] = [b.value, a.value];
    const rows = plan.measures.filter(({ heading }) => heading === a.value || heading === b.value).map(({ sequence }) => `M${sequence}`);
    return [a, b, ...context.book.cells((mark) => mark.table === 'duties' && rows.includes(mark.row) && ['seq', 'name'].includes(mark.field))];
  } },
]; // prettier-ignore
