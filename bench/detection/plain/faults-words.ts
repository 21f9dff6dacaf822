import { yichunPlan } from '../../../src/plan';
import { shown, type Cell } from '../proof/book';
import { filled, inRow, pickCell, rewritten, type, type Fault, type Scene } from './fault';

const text = (cell: Cell | null): string => (cell ? String(shown(cell) ?? '') : '');
const planOf = (cell: Cell): (typeof yichunPlan.schools)[number] | undefined =>
  yichunPlan.schools.find(({ id }) => id === cell.id);
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ['幼儿园', '幼几园'], ['袁州', '袁洲'], ['宜春', '宣春'], ['小学', '小字'], ['中心', '中新'], ['学校', '学较'], ['宜阳', '宜杨'],
  ['文笔', '文毕'], ['金湖', '全湖'], ['数圆', '数园'], ['枫林', '风林'],
]; // prettier-ignore

const names: readonly Fault[] = [
  rewritten('name-lookalike', 'name', (value) => {
    const pair = LOOKALIKES.find(([right]) => value.includes(right));
    return pair ? value.replace(pair[0], pair[1]) : null;
  }),
  rewritten('name-letters-turned', 'name', (value) =>
    value.length > 4 && value[2] !== value[3]
      ? value.slice(0, 2) + (value[3] ?? '') + (value[2] ?? '') + value.slice(4)
      : null,
  ),
  rewritten('name-unknown-school', 'name', () => '宜春市明德实验学校'),
  rewritten('name-number-changed', 'name', (value) =>
    /第[二三十]/u.test(value) ? value.replace(/第([二三十])/u, '第九') : null,
  ),
  rewritten('name-space-behind', 'name', (value) => `${value} `),
  rewritten('name-bracket-left-open', 'name', (value) => (value.endsWith('）') ? value.slice(0, -1) : null)),
  rewritten('name-brackets-mixed', 'name', (value) => (value.endsWith('）') ? `${value.slice(0, -1)})` : null)),
  inRow(
    'name-of-another-school',
    'name',
    () => true,
    (cell, _, { book }) => {
      const fits = (one: Cell): boolean =>
        one.id !== cell.id && one.page === cell.page && planOf(one)?.stage === planOf(cell)?.stage;
      const other = book.find('name').find(fits);
      return other ? [type(cell, text(other)), other] : null;
    },
  ),
  inRow(
    'name-of-twin',
    'name',
    (cell) => text(cell).startsWith('北湖'),
    (cell, _, { book }) => {
      const twin = book.find('name').find((one) => one.id !== cell.id && text(one).startsWith('北湖'));
      return twin ? [type(cell, text(twin)), twin] : null;
    },
  ),
  inRow('name-emptied', 'name', filled, (cell) => [type(cell, null)]),
  rewritten('stage-of-another', 'stage', (value) => (value === '小学' ? '初中' : value === '初中' ? '小学' : '小学')),
  rewritten('stage-unknown', 'stage', () => '大学'),
];

const builders: readonly Fault[] = [
  rewritten('builder-lookalike', 'builder', (value) =>
    value.replace('袁州', '袁洲').replace('宜阳', '宣阳').replace('市本级', '市本及').replace('经开', '经升'),
  ),
  rewritten('builder-a-firm', 'builder', () => '江西建工第三建筑有限公司'),
  rewritten('builder-against-plan', 'builder', (value, cell) =>
    planOf(cell)?.builder.value != null ? (value === '市本级' ? '袁州区' : '市本级') : null,
  ),
  rewritten('builder-of-another-sheet', 'builder', (value, cell) =>
    cell.page.name === value || (cell.page.name === '附件2' && cell.page.at(0, 0)?.value === '袁州区学校建设项目进展表')
      ? value === '经开区'
        ? '宜阳新区'
        : '经开区'
      : null,
  ),
  rewritten('builder-space-behind', 'builder', (value) => `${value}\u3000`),
  inRow('builder-emptied', 'builder', filled, (cell) => [type(cell, null)]),
];

const states: readonly Fault[] = [
  rewritten('status-unknown', 'status', () => '快完了'),
  rewritten('status-lookalike', 'status', (value) =>
    value === '已完工' ? '己完工' : value === '未开工' ? '末开工' : value === '在建' ? '再建' : null,
  ),
  inRow('status-emptied', 'status', filled, (cell) => [type(cell, null)]),
  inRow(
    'status-against-remark',
    'status',
    (cell, beside) =>
      ['基本完工', '装修施工', '已完工'].includes(text(beside('remark')).split('，').at(-1) ?? '') &&
      text(cell) === text(beside('remark')).split('，').at(-1),
    (cell, beside) => [type(cell, '未开工'), beside('remark'), beside('start')],
  ),
  inRow(
    'status-done-without-dates',
    'status',
    (cell, beside) => text(cell) === '未开工' && beside('done') !== null,
    (cell, beside) => [type(cell, '已完工'), beside('start'), beside('done'), beside('formed')],
  ),
  inRow(
    'status-open-though-done',
    'status',
    (cell, beside) => text(cell) === '投入使用' && filled(beside('done')),
    (cell, beside) => [type(cell, '未开工'), beside('start'), beside('done'), beside('formed')],
  ),
  inRow(
    'remark-split-otherwise',
    'remark',
    (cell) => /\d+班.*\d+人/u.test(text(cell)),
    (cell, beside) => [
      type(cell, text(cell).replace('30班1350人', '30班1530人').replace('12班，156人', '12班，165人')),
      beside('seats'),
    ],
  ),
];

const DEPARTMENTS = '市教体局';
const measures: readonly Fault[] = [
  rewritten('department-left-out', 'departments', (value) => {
    const parts = value.split(/([、\n])/u);
    return parts.length > 2 ? parts.slice(0, -2).join('') : null;
  }),
  rewritten('department-another', 'departments', (value, cell) => {
    const shownInPlan = yichunPlan.measures.find(({ id }) => id === cell.id)?.departmentsShown;
    return shownInPlan ? value.replace(/^[^、\n]+/u, '市气象局') : null;
  }),
  rewritten('department-lookalike', 'departments', (value) =>
    value.includes('市委')
      ? value.replace('市委', '市萎')
      : value.includes('财政')
        ? value.replace('财政', '财正')
        : null,
  ),
  rewritten('department-twice', 'departments', (value) =>
    /[、\n]/u.test(value)
      ? `${value}${/\n/u.test(value) ? '\n' : '、'}${value.split(/[、\n]/u)[0] ?? DEPARTMENTS}`
      : null,
  ),
  inRow(
    'departments-emptied',
    'departments',
    (cell) => filled(cell) && yichunPlan.measures.find(({ id }) => id === cell.id)?.departmentsShown === true,
    (cell) => [type(cell, null)],
  ),
  rewritten('measure-another-title', 'measure', (value) => value.replace(/^(\d+)\.[^。]+。/u, '$1.深化招生制度改革。')),
  inRow(
    'measure-without-number',
    'measure',
    (_, beside) => beside('seq') === null,
    (cell) => [type(cell, text(cell).replace(/^\d+\./u, ''))],
  ),
  rewritten('measure-wrong-number', 'measure', (value) =>
    value.replace(/^(\d+)\./u, (_, number: string) => `${Number(number) + 2}.`),
  ),
  rewritten('measure-schools-changed', 'measure', (value) => value.replace('39所', '38所')),
  rewritten('measure-seats-transposed', 'measure', (value) => value.replace('5.18万', '5.81万')),
  rewritten('chapter-changed', 'chapter', (value) =>
    value.replace('加强教师队伍建设', '加强后勤队伍建设').replace('实施考核评价改革', '实施收费改革'),
  ),
  inRow('measure-progress-emptied', 'progress', filled, (cell) => [type(cell, null)]),
  inRow(
    'measure-state-against-progress',
    'measureState',
    (cell) => text(cell) === '已完成',
    (cell, beside) => [type(beside('progress') as Cell, '尚未启动。'), cell],
  ),
  rewritten('measure-state-unknown', 'measureState', () => '差不多了'),
];

const funds: readonly Fault[] = [
  rewritten('fund-lookalike', 'fund', (value) =>
    value.includes('专项') ? value.replace('专项', '专顶') : value.replace('奖', '桨'),
  ),
  rewritten('fund-unknown', 'fund', () => '校园绿化亮化专项'),
  rewritten(
    'fund-of-another',
    'fund',
    (value, cell, { book }: Scene) => text(book.find('fund').find((one) => one.id !== cell.id) ?? null) || null,
  ),
  inRow('fund-emptied', 'fund', filled, (cell) => [type(cell, null)]),
  {
    id: 'fund-contents-exchanged',
    seed(scene) {
      const cell = pickCell(scene, 'content', (one) => one.page.at(one.row + 1, one.column)?.field === 'content');
      const below = cell?.page.at(cell.row + 1, cell.column);
      if (!cell || !below) return null;
      const [a, b] = [text(cell), text(below)];
      return [type(cell, b), type(below, a), scene.book.beside(cell, 'fund'), scene.book.beside(below, 'fund')];
    },
  },
];

export const WORD_FAULTS: readonly Fault[] = [...names, ...builders, ...states, ...measures, ...funds];
