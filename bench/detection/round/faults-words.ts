import { shown, type Cell } from '../proof/book';
import { rewritten, type as put, type Fault } from '../proof/fault';
import { dateText, day } from './figures';
import { figuresOf, num, row, schoolOf, stepOf, wordFor, type Row } from './kit';

const DISTRICTS = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'];
const NAMED: readonly (readonly [string, string])[] = [['小学', '中学'], ['幼儿园', '幼儿圆'], ['宜春市', '宜春县'], ['中学', '中字']]; // prettier-ignore
const LETTERS: Readonly<Record<string, string>> = {
  湖: '胡', 岭: '领', 河: '何', 圆: '园', 坪: '平', 江: '姜', 枫: '风', 峰: '锋', 珠: '朱', 凰: '皇', 禧: '喜', 璟: '景', 巩: '巷',
  豪: '毫', 浦: '埔', 殊: '珠', 阳: '杨', 华: '花', 泉: '全', 第: '弟', 赣: '贛', 运: '云', 雨: '宇', 术: '木',
}; // prettier-ignore
/** A letter of like sound or look in the part that tells the school apart. */
const misspelt = (name: string): string => {
  const letter = Object.keys(LETTERS).find((one) => name.includes(one));
  return letter === undefined ? name : name.replace(letter, LETTERS[letter] ?? letter);
};
const LIKE: Readonly<Record<string, string>> = {
  'S2.7': '北湖小学（暂名）', 'S3.6': '北湖学校（暂名）', 'S3.1': '宜春市第三小学', 'S3.10': '宜春市第二小学',
  'S5.8': '华帝禧园幼儿园', 'S5.7': '华地公元幼儿园', 'S2.9': '宜春市文笔峰中学（暂名）',
}; // prettier-ignore
const sameName = (cell: Cell): Cell[] =>
  cell.page.cells.filter(
    (one) => one !== cell && one.field === 'name' && one.kind === 'item' && text(one) === LIKE[cell.id],
  );
const text = (cell: Cell | null): string => String(cell ? (shown(cell) ?? '') : '');
const has = (cell: Cell | null): cell is Cell => cell !== null && shown(cell) !== null;
const isOneDistrict = (cell: Cell): boolean =>
  new Set(cell.page.cells.filter((one) => one.field === 'builder' && one.kind === 'item').map(text)).size === 1;
const planBuilder = new Set(['S1.1', 'S1.2', 'S2.1', 'S2.5', 'S3.4']);
const dated = (cell: Cell): boolean => typeof shown(cell) === 'number';
const always = (): boolean => true;
const retype = (value: (cell: Cell, at: Row) => string | number | null) => (cell: Cell, at: Row): readonly Cell[] => [put(cell, value(cell, at))]; // prettier-ignore

export const NAME_FAULTS: readonly Fault[] = [
  rewritten('name-misspelt', 'name', misspelt),
  rewritten('name-wrong-kind', 'name', (name) => {
    const pair = NAMED.find(([from]) => name.includes(from));
    return pair ? name.replace(pair[0], pair[1]) : name;
  }),
  rewritten('name-unknown', 'name', () => '宜春市阳光实验学校'),
  row('name-blank', 'name', always, retype(() => null)),
  row('name-of-row-above', 'name', (cell) => cell.page.at(cell.row - 1, cell.column)?.kind === 'item', (cell) => {
    const above = cell.page.at(cell.row - 1, cell.column);
    return [put(cell, text(above)), above];
  }),
  row('name-of-like-school', 'name', (cell) => cell.id in LIKE && (cell.id !== 'S5.8' || sameName(cell).length > 0), (cell) => [put(cell, LIKE[cell.id] ?? ''), ...sameName(cell)]),
  row('name-of-other-district', 'name', (cell) => isOneDistrict(cell) && cell.page.cells.some((one) => one.field === 'builder'), (cell, _, scene) => {
    const mine = schoolOf(scene, cell);
    const other = figuresOf(scene).list.find((one) => one.stage === mine?.stage && one.builder !== mine.builder);
    return other ? [put(cell, other.name)] : null;
  }),
  row('names-of-two-rows-exchanged', 'name', (cell) => cell.page.at(cell.row + 1, cell.column)?.kind === 'item' && /^S(?:1|2\.[1457]$|3\.[1245]$)/u.test(cell.id), (cell) => {
    const next = cell.page.at(cell.row + 1, cell.column);
    if (!next) return null;
    const [a, b] = [text(cell), text(next)];
    return [put(cell, b), put(next, a)];
  }),
  row('name-typed-as-stage', 'name', always, retype(() => '小学')),
  row('stage-wrong', 'stage', always, retype((cell) => (text(cell) === '初中' ? '幼儿园' : '初中'))),
  row('stage-blank', 'stage', always, retype(() => null)),
  row('builder-other', 'builder', (cell) => isOneDistrict(cell) || planBuilder.has(cell.id), retype((cell) => DISTRICTS.find((one) => one !== text(cell) && one !== '市本级') ?? '')),
  row('builder-misspelt', 'builder', always, retype((cell) => text(cell).replace('袁州', '袁洲').replace('宜阳', '宣阳').replace('经开', '径开').replace('明月', '朋月').replace('市本级', '市木级'))),
  row('builder-department', 'builder', always, retype(() => '市委宣传部')),
  row('builder-blank', 'builder', always, retype(() => null)),
  row('builder-person', 'builder', always, retype(() => '张建军')),
  row('builder-in-wrong-group', 'builder', (cell) => !isOneDistrict(cell) && cell.page.cells.some((one) => one.kind === 'heading' && one.id === text(cell)), retype((cell) => (text(cell) === '袁州区' ? '经开区' : '袁州区'))),
  rewritten('remark-numbers', 'remark', (remark) => remark.replace('30班', '20班').replace('15班', '25班').replace('900人', '1900人')),
  row('remark-of-other-school', 'remark', (cell) => shown(cell) === null, retype((cell) => (cell.id.startsWith('S5') ? '小学30班1350人；初中18班900人' : '下浦小区配建'))),
]; // prettier-ignore

const done = (cell: Cell, at: Row): boolean => has(at('done')) && has(cell);

export const STATUS_FAULTS: readonly Fault[] = [
  row('status-done-not-begun', 'status', (cell, at, scene) => stepOf(scene, cell) === 'open' && at('start') !== null && wordFor(scene, 'done') !== null, (cell, at, scene) => [put(cell, wordFor(scene, 'done')), at('start'), at('done')]),
  row('status-not-updated', 'status', done, (cell, at, scene) => [put(cell, wordFor(scene, 'going') ?? '在建'), at('done'), at('formed')]),
  row('status-open-though-begun', 'status', (cell, at, scene) => has(at('start')) && stepOf(scene, cell) !== 'open' && wordFor(scene, 'open') !== null, (cell, at, scene) => [put(cell, wordFor(scene, 'open')), at('start')]),
  row('status-open-though-paid', 'status', (cell, at, scene) => num(at('total')) > 0 && wordFor(scene, 'open') !== null, (cell, at, scene) => [put(cell, wordFor(scene, 'open')), at('total'), at('prior'), at('start')]),
  row('status-unknown', 'status', always, retype(() => '按计划')),
  row('status-number', 'status', always, retype(() => 3)),
  row('status-blank', 'status', always, retype(() => null)),
  row('status-against-sheet', 'status', (cell, _, scene) => scene.book.find('status').some((one) => one.id === cell.id && one.page !== cell.page) && stepOf(scene, cell) === 'going', (cell, at, scene) => [put(cell, wordFor(scene, 'topped') ?? '主体封顶'), ...scene.book.find('status').filter((one) => one.id === cell.id && one !== cell)]),
  row('done-without-date', 'done', dated, (cell, at) => [put(cell, null), at('status')]),
  row('done-without-seats', 'formed', (cell, at) => num(cell) > 0 && at('status') !== null, (cell, at) => [put(cell, 0), at('status')]),
  row('begun-without-date', 'start', (cell, at) => dated(cell) && at('status') !== null, (cell, at) => [put(cell, null), at('status')]),
  row('start-though-open', 'start', (cell, _, scene) => shown(cell) === null && stepOf(scene, cell) === 'open', (cell, at, scene) => [put(cell, figuresOf(scene).report - 200), at('status')]),
  row('money-though-open', 'prior', (cell, at, scene) => num(cell) === 0 && stepOf(scene, cell) === 'open' && at('status') !== null, (cell, at) => [put(cell, Math.round(num(at('invest')) * 0.3)), at('status'), at('total'), at('start')]),
  row('done-in-future', 'done', dated, (cell, _, scene) => [put(cell, figuresOf(scene).report + 75)]),
  row('done-before-start', 'done', (cell, at) => dated(cell) && dated(at('start') ?? cell), (cell, at) => [put(cell, num(at('start')) - 40), at('start')]),
  row('due-before-start', 'due', (cell, at) => dated(cell) && has(at('start')), (cell, at) => [put(cell, num(at('start')) - 60), at('start')]),
  row('start-in-future', 'start', dated, (cell, _, scene) => [put(cell, figuresOf(scene).report + 120)]),
  row('start-and-due-exchanged', 'start', (cell, at) => dated(cell) && has(at('due')), (cell, at) => {
    const due = at('due');
    const value = num(cell);
    return due ? [put(cell, num(due)), put(due, value)] : null;
  }),
  row('due-after-plan', 'due', dated, retype(() => day(2027, 8, 31))),
  row('year-2202', 'start', dated, retype((cell) => num(cell) + 65_744)),
  row('year-1900', 'start', dated, retype(() => 2022)),
  row('due-year-1923', 'due', dated, retype((cell) => num(cell) - 36_525)),
  row('date-impossible', 'start', dated, retype(() => '2022-02-30')),
  row('date-month-13', 'due', dated, retype(() => '2024-13-05')),
  row('date-as-decimal', 'start', dated, retype(() => 2022.1)),
  row('date-digits-only', 'due', dated, retype((cell) => Number(dateText(num(cell)).replace(/\D/gu, '')))),
  row('date-words', 'due', dated, retype(() => '年底前')),
  row('date-blank-due', 'due', dated, retype(() => null)),
  row('date-of-row-above', 'done', (cell, _, scene) => shown(cell) === null && ['going', 'topped'].includes(stepOf(scene, cell)), (cell, at, scene) => [put(cell, figuresOf(scene).report - 50), at('status')]),
  row('month-above-year', 'month', (cell, at) => num(cell) > 0 && num(at('year')) > 0, (cell, at) => [put(cell, num(at('year')) + 40), at('year')]),
  row('paid-above-invest', 'prior', (cell, at) => num(cell) > 0 && num(at('invest')) > 0 && at('total') !== null, (cell, at) => [put(cell, Math.round(num(at('invest')) * 1.3)), at('total'), at('invest')]),
]; // prettier-ignore

const line = (id: string, field: string, change: (value: string, scene: { readonly year: number; readonly month: number }) => string): Fault => ({
  id,
  seed(scene) {
    const figures = figuresOf(scene);
    const cells = scene.book.find(field, 'line').filter((cell) => change(text(cell), figures) !== text(cell));
    if (cells.length === 0) return null;
    const cell = scene.random.pick(cells);
    return [put(cell, change(text(cell), figures)), ...(field === 'note' ? [] : others(cell))];
  },
}); // prettier-ignore

/** Where a period disagrees with another line of the sheet, either may be mended. */
function others(cell: Cell): Cell[] {
  return cell.page.cells.filter((one) => one !== cell && one.kind === 'line' && /\d{4}年\d+月/u.test(text(one)) && ['title', 'line'].includes(one.field)); // prettier-ignore
}

const header = (id: string, field: string, write: (head: string) => string | null): Fault =>
  row(id, field, (cell) => write(text(cell)) !== text(cell) && cell.column > 0, (cell) => [put(cell, write(text(cell)))], 'header'); // prettier-ignore

export const LINE_FAULTS: readonly Fault[] = [
  line('title-of-last-month', 'title', (title, { month }) => title.replace(`年${month}月`, `年${month - 1}月`)),
  line('title-of-last-year', 'title', (title, { year }) => title.replace(`${year}年`, `${year - 1}年`)),
  line('title-plan-years', 'title', (title) => title.replace('2022-2025', '2021-2025')),
  line('line-of-last-month', 'line', (value, { month }) => (value.includes('日') ? value.replace(`年${month}月`, `年${month - 2}月`) : value)),
  line('line-date-impossible', 'line', (value) => value.replace(/\d+日/u, '32日')),
  line('signed-before-report', 'signed', (value, { month }) => value.replace(`年${month + 1}月`, `年${month - 1}月`)),
  line('note-count', 'note', (value) => value.replace(/(\d+)(个项目|所)/u, (_, n: string, of: string) => (value.includes('方案') ? `${n}${of}` : `${Number(n) + 2}${of}`))),
  line('note-seats', 'note', (value) => value.replace(/(规划学位(?:合计)?)(\d+)/u, (_, word: string, n: string) => `${word}${Number(n) - 270}`)),
  line('note-money', 'note', (value) => value.replace(/(合计)(\d+)万元/u, (_, word: string, n: string) => `${word}${Number(n) * 10}万元`)),
  header('head-land-unit', 'land', (head) => head.replace('亩', '公顷').replace('㎡', '亩')),
  header('head-seats-unit', 'seats', (head) => (head.includes('个') ? head.replace(/[（(]个[）)]/u, '（万个）') : head)),
  header('head-classes-as-seats', 'classes', (head) => head.replace(/班级数|班数|班/u, '学位')),
  header('head-seats-blank', 'seats', () => null),
  header('head-invest-unit', 'invest', (head) => (head.includes('元') ? head.replace('元', '万元') : head)),
]; // prettier-ignore
