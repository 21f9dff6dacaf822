import { numberIn, shown, type Cell } from '../proof/book';
import { day } from '../proof/figures';
import { inRow, pickCell, retyped, rewritten, type, type Fault } from '../proof/fault';
import { yichunPlan } from '../../../src/plan';
import { textOf } from './kit';

const is = (cell: Cell | null, ...words: readonly string[]): boolean => cell !== null && words.includes(textOf(cell));
const num = (cell: Cell | null): number => (cell ? numberIn(cell) : 0);
const isDate = (cell: Cell): boolean => typeof shown(cell) === 'number';
const builderOf = (cell: Cell): string | null =>
  yichunPlan.schools.find(({ id }) => id === cell.id)?.builder.value ?? null;
const BUILT = ['在建', '主体封顶', '装修施工', '基本完工'] as const;

/** Consistency of a school's row in itself. */
const STATES: readonly Fault[] = [
  inRow('not begun, yet money spent', 'status', (c, b) => is(c, ...BUILT) && num(b('total') ?? b('prior') ?? b('current')) > 0, (c, b) => [type(c, '未开工'), b('total') ?? b('prior'), b('percent'), b('start')]),
  inRow('money spent before the beginning', ['prior', 'current'], (c, b) => is(b('status'), '未开工') && c.calc === null, (c, b) => [type(c, 380), b('status')]),
  inRow('not begun, yet a date of beginning', 'status', (c, b) => is(c, '未开工') && b('start') !== null, (c, b) => { const s = b('start'); return [s && type(s, day(2022, 10, 12)), c]; }),
  inRow('begun without a date', 'start', (c, b) => isDate(c) && is(b('status'), ...BUILT, '已完工'), (c) => [type(c, null)]),
  inRow('complete without a date', 'done', (c, b) => isDate(c) && is(b('status'), '已完工'), (c, b) => [type(c, null), b('status')]),
  inRow('date of completion, not complete', 'status', (c, b) => is(c, '已完工') && b('done') !== null, (c, b) => [type(c, '在建'), b('done'), b('formed'), b('percent')]),
  inRow('complete, no seats', 'formed', (c, b) => num(c) > 0 && is(b('status'), '已完工'), (c, b) => [type(c, 0), b('status')]),
  inRow('seats before completion', 'formed', (c, b) => is(b('status'), '未开工', '在建') && b('seats') !== null, (c, b) => [type(c, num(b('seats'))), b('status')]),
  inRow('more seats than planned', 'formed', (c, b) => num(c) > 0 && b('seats') !== null, (c, b) => [type(c, Number((num(c) * 1.5).toFixed(4))), b('seats')]),
  inRow('complete, progress below 100', 'percent', (c, b) => is(b('status'), '已完工') && num(c) === 100, (c, b) => [type(c, 60), b('status')]),
  inRow('not begun, progress above 0', 'percent', (c, b) => is(b('status'), '未开工'), (c, b) => [type(c, 35), b('status')]),
  inRow('progress above 100', 'percent', (c) => num(c) > 0, (c) => [type(c, 100 + num(c))]),
  inRow('all built, status under construction', 'percent', (c, b) => is(b('status'), '在建'), (c, b) => [type(c, 100), b('status')]),
  inRow('more spent than the whole costs', ['total', 'current', 'prior'], (c, b) => num(c) > 0 && b('invest') !== null && (c.calc === null || !c.calc.asFormula), (c, b) => [type(c, Math.round((num(b('invest')) * 2.4) * 1000) / 1000), b('invest'), b('prior'), ...(c.field === 'total' ? [] : [b('total')])]),
  inRow('month above the year', 'month', (c, b) => num(c) > 0 && b('current') !== null, (c, b) => [type(c, num(b('current')) + 120), b('current')]),
  inRow('total is not its parts', ['total', 'invest'], (c) => c.calc?.op === 'sum' && num(c) > 0, (c) => { const of = c.calc?.of ?? []; return [type(c, num(c) + 90), ...of, ...twinsFirst(c)]; }),
  inRow('rate mistyped', ['rate'], (c) => c.calc !== null && num(c) > 0, (c) => [type(c, c.calc?.op === 'share' ? Number((num(c) / 2).toFixed(4)) : Number((num(c) / 2).toFixed(1)))]),
  inRow('lagging, said not to', 'due', (c, b) => isDate(c) && is(b('status'), ...BUILT) && b('isLate') !== null, (c, b) => [type(c, day(2022, 12, 31)), b('isLate'), b('status')]),
  inRow('status contradicts the remark', 'status', (c, b) => is(b('remark'), '已完工', '基本完工', '装修施工') || textOf(b('remark')).includes('基本完工'), (c, b) => [type(c, '未开工'), b('start'), b('done')]),
  inRow('nature contradicts the remark', 'nature', (c, b) => textOf(b('remark')).includes('配建') || is(b('remark'), '迁建', '改扩建'), (c, b) => [type(c, is(c, '配建') ? '迁建' : '配建'), b('remark')]),
]; // prettier-ignore

function twinsFirst(cell: Cell): Cell[] {
  return cell.page.inRow(cell.row).filter(({ field }) => field === 'rate');
}

/** Dates: order, existence, form. */
const DATES: readonly Fault[] = [
  inRow('due before the beginning', 'due', (c, b) => isDate(c) && b('start') !== null && typeof shown(b('start') ?? c) === 'number', (c, b) => [type(c, num(b('start')) - 200), b('start')]),
  inRow('complete before the beginning', 'done', (c, b) => isDate(c) && typeof shown(b('start') ?? c) === 'number', (c, b) => [type(c, num(b('start')) - 30), b('start')]),
  inRow('complete in the future', 'done', (c) => isDate(c), (c, b, { figures: f }) => [type(c, ('report' in f ? Number(f.report) : num(c)) + 300), b('status')]),
  inRow('begun in the future', 'start', (c, b) => isDate(c) && is(b('status'), ...BUILT), (c, b, { figures: f }) => [type(c, ('report' in f ? Number(f.report) : num(c)) + 90), b('status')]),
  retyped('day that does not exist', ['start', 'due', 'done'], () => '2022/2/30', isDate),
  retyped('date as a bare number', ['start', 'due', 'done'], (v) => Number(iso(v).replaceAll('-', '')), isDate),
  retyped('date as text with points', ['start', 'due', 'done'], (v) => iso(v).replaceAll('-0', '-').replaceAll('-', '.'), isDate),
  retyped('date in words', ['start', 'due', 'done'], () => '年底前', isDate),
  retyped('year with a slip', ['due', 'done'], (v) => v + 3653, isDate),
  retyped('due after the plan ends', 'due', (v) => v + 1461, (c) => isDate(c) && num(c) > day(2024, 1, 1)),
]; // prettier-ignore

function iso(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** Who: schools, builders, stages. */
const NAMES: readonly Fault[] = [
  rewritten('name with a wrong character', 'name', (t) => t.replace('幼儿园', '幼几园').replace('小学', '小字').replace('中学', '中掌').replace('学校', '学较')),
  rewritten('name with a space within', 'name', (t) => `${t.slice(0, 2)} ${t.slice(2)}`),
  rewritten('unknown school', 'name', () => '高安市瑞阳实验学校'),
  rewritten('name left blank', 'name', () => null),
  { id: 'name of another school', seed(scene) {
    const cell = pickCell(scene, 'name'); const other = cell && scene.random.pick(scene.book.find('name').filter((c) => c.page === cell.page && c.id !== cell.id));
    if (!cell || !other) return null; return [type(cell, shown(other)), other]; } },
  inRow('builder otherwise than planned', 'builder', (c) => builderOf(c) !== null && builderOf(c) === textOf(c), (c) => [type(c, textOf(c) === '经开区' ? '明月山区' : '经开区')]),
  rewritten('builder misspelled', 'builder', (t) => t.replace('袁州', '袁洲').replace('宜阳', '宣阳').replace('经开', '径开').replace('明月', '明目').replace('市本级', '市木级')),
  rewritten('builder left blank', 'builder', () => null),
  rewritten('status not in the list', 'status', () => '进展顺利'),
  rewritten('status left blank', 'status', () => null),
  inRow('stage against the name', 'stage', (c) => is(c, '小学', '幼儿园'), (c) => [type(c, '高中阶段')]),
  rewritten('remark against the plan', 'remark', (t) => t.replace('配建', '回购').replace('1350人', '1530人').replace('学前12班', '学前21班').replace('一期已完工', '二期已完工')),
  { id: 'school in another stage’s section', seed(scene) {
    const name = pickCell(scene, 'name', (c) => scene.book.find('stage').length === 0 && /幼儿园|小学/u.test(textOf(c)));
    const other = name && scene.book.find('name').find((c) => /中学|二中/u.test(textOf(c))); if (!name || !other) return null;
    const [a, b] = [shown(name), shown(other)]; return [type(name, b), type(other, a)]; } },
  retyped('serial number twice', ['no', 'fno', 'tno', 'mno'], (v) => v - 1, (c) => num(c) > 1),
  retyped('serial number jumps', ['no', 'fno', 'tno', 'mno', 'dno'], (v) => v + 10, (c) => num(c) > 1),
  retyped('serial number missing', ['no', 'fno', 'tno', 'mno'], () => null, (c) => num(c) > 1),
  inRow('figures slid one column to the right', 'classes', (c, b) => b('seats') !== null && b('land') !== null, (c, b) => {
    const cells = [c, b('seats'), b('land')].flatMap((one) => one ?? []); const old = cells.map(shown);
    return cells.map((cell, i) => type(cell, old[i - 1] ?? null)); }),
]; // prettier-ignore

export const SCHOOL_FAULTS: readonly Fault[] = [...STATES, ...DATES, ...NAMES];
