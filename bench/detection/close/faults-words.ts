import { yichunPlan } from '../../../src/plan';
import { numberIn, shown, type Cell } from '../proof/book';
import { inRow, rewritten, type, type Fault, type Scene } from '../proof/fault';
import { day, REPORTED } from './figures';
import { cellsOf, isNumeric, one } from './places';

const to = (value: Cell['value']) => (cell: Cell): Cell[] => [type(cell, value)]; // prettier-ignore
const says = (cell: Cell | null, ...words: readonly string[]): boolean =>
  words.includes(String(cell ? shown(cell) : ''));
const has = (cell: Cell | null): boolean => cell !== null && shown(cell) !== null;
const date = (cell: Cell): string => new Date((numberIn(cell) - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** The empty cell of the row in the field's column. */
function blankIn({ page, row, id }: Cell, field: string): Cell | null {
  const head = page.cells.find((one) => one.kind === 'header' && one.field === field);
  return head ? page.put(row, head.column, null, field, 'item', id) : null;
}

/** Letters that an input method mistakes for one another. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['宜春', '宣春'], ['袁州', '袁洲'], ['中学', '中字'], ['小学', '小雪'], ['幼儿园', '幼儿圆'], ['学校', '学枝'], ['宜阳', '宜杨'],
]; // prettier-ignore

const NAMES: readonly Fault[] = [
  rewritten('name-alike-letter', 'name', (text) => ALIKE.reduce((now, [a, b]) => (now === text ? now.replace(a, b) : now), text)),
  rewritten('name-letter-lost', 'name', (text) => (text.length > 6 ? text.slice(0, 3) + text.slice(4) : text)),
  rewritten('name-letter-doubled', 'name', (text) => text.slice(0, 3) + text.slice(2)),
  rewritten('name-letters-swapped', 'name', (text) => (text.length > 5 && text[2] !== text[3] ? `${text.slice(0, 2)}${text[3] ?? ''}${text[2] ?? ''}${text.slice(4)}` : text)),
  // A name that is only for the time being may well have become another one.
  rewritten('name-unknown', 'name', (text) => (text.includes('暂名') ? text : '宜春市状元洲实验学校')),
  rewritten('name-other-kind', 'name', (text) => (text.includes('小学') ? text.replace('小学', '幼儿园') : text.replace('幼儿园', '小学'))),
  rewritten('name-other-number', 'name', (text) => text.replace(/第[二三十]+/u, '第七')),
  rewritten('name-blank', 'name', () => null),
  rewritten('name-blank-inside', 'name', (text) => `${text.slice(0, 2)} ${text.slice(2)}`),
  rewritten('name-blank-behind', 'name', (text) => `${text}\u3000`),
  rewritten('name-broken-line', 'name', (text) => `${text.slice(0, 4)}\n${text.slice(4)}`),
  rewritten('name-mixed-brackets', 'name', (text) => text.replace('）', ')')),
  rewritten('name-open-bracket', 'name', (text) => text.replace('）', '')),
  {
    id: 'name-of-row-above',
    seed(scene) {
      const names = cellsOf(scene, ['name', 'fund']).filter(({ page, field, row }, i, all) => all[i - 1]?.page === page && all[i - 1]?.field === field && row > 0);
      const cell = one(scene, names);
      const above = cell && scene.book.find(cell.field).filter(({ page, row }) => page === cell.page && row < cell.row).at(-1);
      return cell && above ? [type(cell, shown(above)), above] : null;
    },
  },
]; // prettier-ignore

const BUILDERS: readonly Fault[] = [
  rewritten('builder-other-than-plan', 'builder', (text, cell) => {
    const told = yichunPlan.schools.find(({ id }) => id === cell.id)?.builder.value;
    return told === text ? (text === '经开区' ? '宜阳新区' : '经开区') : text;
  }),
  rewritten('builder-alike', 'builder', (text) => text.replace('袁州', '袁洲').replace('宜阳', '宜杨').replace('经开', '径开').replace('明月', '名月')),
  rewritten('builder-unknown', 'builder', () => '樟树市'),
  rewritten('builder-is-contractor', 'builder', () => '江西省第一建筑有限公司'),
  rewritten('builder-two', 'builder', (text) => (text === '市本级' ? '市本级、袁州区' : `${text}、市本级`)),
  rewritten('builder-blank', 'builder', () => null),
]; // prettier-ignore

const STATUS: readonly Fault[] = [
  rewritten('status-unknown', 'status', () => '正常'),
  rewritten('status-alike', 'status', (text) => (text === '在建' ? '再建' : text.replace('完工', '完功').replace('开工', '开功').replace('封顶', '封项'))),
  rewritten('status-two', 'status', (text) => (text === '未开工' ? text : `未开工/${text}`)),
  rewritten('status-blank', 'status', () => null),
  rewritten('status-is-number', 'status', () => '65%'),
  inRow('status-against-remark', 'status', (cell, beside) => says(cell, '基本完工', '已完工', '装修施工') && /完工|装修/u.test(String(shown(beside('remark') ?? cell))) && has(beside('remark')), (cell, beside) => [type(cell, '未开工'), beside('remark'), ...['start', 'done', 'formed', 'prior', 'current'].map((field) => beside(field))]),
  inRow('done-without-date', 'status', (cell, beside) => says(cell, '在建', '主体封顶') && has(beside('start')) && !has(beside('done')), (cell, beside) => [type(cell, '已完工'), beside('formed'), blankIn(cell, 'done')]),
  inRow('begun-without-status', 'status', (cell, beside) => says(cell, '在建', '主体封顶') && has(beside('start')), (cell, beside) => [type(cell, '未开工'), beside('start')]),
  inRow('money-before-begin', 'status', (cell, beside) => says(cell, '在建', '主体封顶') && !has(beside('start')) && beside('prior') !== null, (cell, beside) => [type(cell, '未开工'), beside('prior'), beside('current')]),
  inRow('opened-but-under-way', 'status', (cell, beside) => says(cell, '已完工') && has(beside('done')), (cell, beside) => [type(cell, '在建'), beside('done'), beside('formed')]),
  inRow('formed-over-plan', 'formed', (cell, beside) => numberIn(cell) > 0 && has(beside('seats')), (cell, beside) => [type(cell, numberIn(cell) + 300), beside('seats')]),
  inRow('formed-before-begin', 'formed', (_, beside) => says(beside('status'), '未开工'), (cell, beside) => [type(cell, 360), beside('status')]),
  inRow('spent-before-begin', 'prior', (cell, beside) => says(beside('status'), '未开工') && numberIn(cell) === 0, (cell, beside) => [type(cell, 450), beside('status')]),
  inRow('paid-over-invest', 'prior', (cell, beside) => numberIn(cell) > 0 && has(beside('invest')) && has(beside('paid')), (cell, beside) => [type(cell, numberIn(beside('invest') ?? cell) + 600), beside('invest')]),
  inRow('invest-digit-lost', 'invest', (cell, beside) => numberIn(beside('prior') ?? cell) * 9 > numberIn(cell) && has(beside('paid')), (cell) => [type(cell, Math.floor(numberIn(cell) / 10))]),
  inRow('nature-against-remark', 'nature', (cell, beside) => says(cell, '迁建', '改扩建', '配建', '回购') && has(beside('remark')), (cell, beside) => [type(cell, says(cell, '迁建') ? '回购' : '迁建'), beside('remark')]),
  rewritten('nature-unknown', 'nature', (text) => text.replace('建', '健').replace('改造', '改早').replace('回购', '回够')),
  rewritten('stage-other', 'stageWord', (text) => (text === '小学' ? '幼儿园' : '小学')),
  rewritten('stage-alike', 'stageWord', (text) => text.replace('小学', '小字').replace('初中', '初钟').replace('高中', '高种').replace('幼儿园', '幼儿圆')),
  rewritten('remark-people-wrong', 'remark', (text) => text.replace('1350人', '1530人').replace('156人', '165人')),
  rewritten('remark-classes-wrong', 'remark', (text) => text.replace('18班', '28班').replace('高中15班', '高中25班')),
]; // prettier-ignore

const isDate = (cell: Cell): boolean => isNumeric(cell);

function dated(id: string, fields: readonly string[], write: (cell: Cell) => Cell['value']): Fault {
  return {
    id,
    seed(scene: Scene) {
      const cell = one(scene, cellsOf(scene, fields).filter(isDate));
      return cell ? [type(cell, write(cell))] : null;
    },
  };
}

const DATE: readonly Fault[] = [
  dated('date-with-points-text', ['start', 'due', 'done'], (cell) => date(cell).replaceAll('-', '.')),
  dated('date-text-iso', ['start', 'due'], (cell) => date(cell)),
  dated('date-text-chinese', ['start', 'due', 'done'], (cell) => date(cell).replace('-', '年').replace('-', '月') + '日'),
  dated('date-end-of-month-words', ['start', 'due'], (cell) => `${date(cell).slice(0, 4)}年${Number(date(cell).slice(5, 7))}月底`),
  dated('date-impossible-day', ['start', 'due', 'done'], (cell) => `${date(cell).slice(0, 4)}-02-30`),
  dated('date-impossible-month', ['start', 'due', 'done'], (cell) => `${date(cell).slice(0, 4)}-13-05`),
  dated('date-eight-digits', ['start', 'due', 'done'], (cell) => Number(date(cell).replaceAll('-', ''))),
  dated('date-century', ['start', 'done'], (cell) => day(1922, Number(date(cell).slice(5, 7)), 12)),
  dated('date-ten-years-late', ['due'], (cell) => numberIn(cell) + 3652),
  dated('date-bare-year', ['start', 'due', 'done'], (cell) => Number(date(cell).slice(0, 4))),
  dated('date-half-past', ['start', 'due'], () => '年底前'),
  dated('date-other-text', ['due'], () => '详见附件'),
  inRow('due-before-start', 'due', (cell, beside) => has(beside('start')) && isDate(cell), (cell, beside) => [type(cell, numberIn(beside('start') ?? cell) - 40), beside('start'), beside('done'), beside('days')]),
  inRow('done-before-start', 'done', (cell, beside) => has(beside('start')) && isDate(cell), (cell, beside) => [type(cell, numberIn(beside('start') ?? cell) - 25), beside('start')]),
  inRow('done-in-future', 'done', isDate, (cell) => [type(cell, REPORTED + 75)]),
  inRow('start-in-future', 'start', (cell, beside) => isDate(cell) && says(beside('status'), '在建', '主体封顶'), (cell, beside) => [type(cell, REPORTED + 40), beside('status'), beside('days')]),
  inRow('under-way-without-start', 'start', (cell, beside) => isDate(cell) && says(beside('status'), '在建', '主体封顶'), (cell, beside) => [type(cell, null), beside('status')]),
  inRow('done-date-lost', 'done', isDate, (cell, beside) => [type(cell, null), beside('status')]),
  inRow('overdue', 'due', (cell, beside) => isDate(cell) && says(beside('status'), '在建') && numberIn(beside('start') ?? cell) < REPORTED - 200, (cell, beside) => [type(cell, REPORTED - 60), beside('status'), beside('days')]),
  inRow('days-wrong', 'days', isNumeric, (cell, beside) => [type(cell, numberIn(cell) + 100), beside('start'), beside('due')]),
  inRow('square-as-mu', 'square', isNumeric, (cell, beside) => [type(cell, numberIn(beside('land') ?? cell)), ...bound2(cell)]),
  inRow('land-as-square', 'land', isNumeric, (cell) => [type(cell, Math.round(numberIn(cell) * 666.67))]),
  inRow('land-as-hectares', 'land', (cell) => yichunPlan.schools.some(({ id, plannedLand }) => id === cell.id && plannedLand.value !== null), (cell) => [type(cell, Number((numberIn(cell) / 15).toFixed(2)))]),
  inRow('classes-and-seats-exchanged', 'classes', (cell, beside) => isNumeric(cell) && has(beside('seats')), (cell, beside) => {
    const seats = beside('seats');
    const [a, b] = [shown(cell), seats ? shown(seats) : null];
    return [type(cell, b), seats ? type(seats, a) : null];
  }),
]; // prettier-ignore

/** The typed sum of the column, which may be meant as well. */
function bound2(cell: Cell): Cell[] {
  return cell.page.cells.filter(({ calc }) => calc?.asFormula === false && calc.of.includes(cell));
}

const SEQUENCE: readonly Fault[] = [
  inRow('number-doubled', 'seq', (cell) => numberIn(cell) > 1, (cell) => [type(cell, numberIn(cell) - 1)]),
  inRow('number-skipped', 'seq', (cell) => numberIn(cell) > 1, (cell) => [type(cell, numberIn(cell) + 20)]),
  inRow('number-blank', 'seq', (cell) => numberIn(cell) > 1, to(null)),
  inRow('number-wide', 'seq', isNumeric, (cell) => [type(cell, String(numberIn(cell)).replace(/\d/gu, (c) => String.fromCharCode(0xff10 + Number(c))))]),
]; // prettier-ignore

export const WORD_FAULTS: readonly Fault[] = [...NAMES, ...BUILDERS, ...STATUS, ...DATE, ...SEQUENCE];
