import { stageOf, yichunPlan as plan } from '../../../src/plan';
import { serialOfDay, type CellValue } from '../../../src/workbook';
import { cellFault, pickCell, type HeldOutFault } from './fault';
import type { Reported } from './figures';

const hasDate = (_: Reported, value: CellValue): boolean => typeof value === 'number';
const LOOKALIKE: Readonly<Record<string, string>> = {
  春: '舂',
  街: '衔',
  道: '到',
  园: '圆',
  湖: '胡',
  阳: '扬',
  学: '字',
  山: '出',
  岭: '玲',
  运: '远',
};

/** Faults of names, builders, dates and states. */
export const ENTRY_FAULTS: readonly HeldOutFault[] = [
  cellFault('name: a wrong character', 'name', (value) => {
    const text = String(value);
    const at = [...text].findIndex((character) => LOOKALIKE[character]);
    return at < 0 ? undefined : text.slice(0, at) + (LOOKALIKE[text[at] ?? ''] ?? '') + text.slice(at + 1);
  }),
  cellFault(
    'name: a character lost',
    'name',
    (value) => String(value).replace(/(.)(小学|中学|幼儿园)/, '$2'),
    (_, value) => /..(小学|中学|幼儿园)/.test(String(value)),
  ),
  cellFault('name: not in the plan', 'name', (_, __, { random }) =>
    random.pick(['宜春市高士路学校', '宜春市第九十九中学', '秀江御景幼儿园']),
  ),
  cellFault('name: blank', 'name', () => null),
  cellFault('name: trailing space', 'name', (value) => `${String(value)} `),
  cellFault('name: line break inside', 'name', (value) => `${String(value).slice(0, 3)}\n${String(value).slice(3)}`),
  {
    id: 'name: reported twice',
    seed: (context) => {
      const cell = pickCell(context, 'name');
      const other = pickCell(
        context,
        'name',
        (school) => school.id !== cell?.school.id && school.stage === cell?.school.stage,
      );
      if (!cell || !other) return null;
      context.book.set(cell.spot, other.value);
      return [cell.spot, other.spot];
    },
  },
  {
    id: 'name: swapped with another stage’s',
    seed: (context) => {
      const cell = pickCell(context, 'name', (school) => school.stage === 'S3');
      const other = pickCell(context, 'name', (school) => school.stage === 'S5');
      if (!cell || !other) return null;
      context.book.set(cell.spot, other.value);
      context.book.set(other.spot, cell.value);
      return [cell.spot, other.spot];
    },
  },
  cellFault(
    'builder: another unit',
    'builder',
    (value, _, { random }) => random.pick(plan.builders.filter((builder) => builder.name !== value)).name,
    (_, value) => value !== null,
  ),
  cellFault(
    'builder: mistyped',
    'builder',
    (value) =>
      String(value)
        .replace('袁州', '袁洲')
        .replace('宜阳', '宜扬')
        .replace('经开', '径开')
        .replace('明月', '名月')
        .replace('本级', '本及'),
    (_, value) => value !== null,
  ),
  cellFault(
    'builder: blank',
    'builder',
    () => null,
    (school, value) => value !== null && plan.schools.some((one) => one.id === school.id),
  ),
  cellFault(
    'builder: a company',
    'builder',
    () => '市城投公司',
    (_, value) => value !== null,
  ),
  cellFault('date: dotted text', 'started', () => '2022.6.1', hasDate),
  cellFault('date: Chinese text', 'started', () => '2022年6月', hasDate),
  cellFault('date: spoken', 'started', () => '二〇二二年六月', hasDate),
  cellFault('date: vague', 'started', () => '6月底', hasDate),
  cellFault('date: eight digits', 'started', () => 20220601, hasDate),
  cellFault('date: year slip', 'started', () => serialOfDay(2202, 6, 1), hasDate),
  cellFault('date: due in 2032', 'due', () => serialOfDay(2032, 6, 1), hasDate),
  cellFault('date: thirteenth month', 'completed', () => '2023-13-01', hasDate),
  cellFault('date: 30 February', 'completed', () => '2023年2月30日', hasDate),
  cellFault('date: year alone', 'due', () => 2024, hasDate),
  {
    id: 'date: completed before started',
    seed: (context) => {
      const cell = pickCell(context, 'completed', (school, value) => hasDate(school, value) && school.started !== null);
      const started = cell && context.book.spot(`school/${cell.school.id}/started`);
      if (!cell || !started) return null;
      context.book.set(cell.spot, (cell.school.started ?? 0) - 40);
      return [cell.spot, started];
    },
  },
  {
    id: 'date: begun after the report',
    seed: (context) => {
      const cell = pickCell(context, 'started', (school, value) => hasDate(school, value) && school.completed === null);
      if (!cell) return null;
      context.book.set(cell.spot, serialOfDay(2023, 11, 1));
      const status = context.book.spot(`school/${cell.school.id}/status`);
      return status ? [cell.spot, status] : [cell.spot];
    },
  },
  {
    id: 'state: done without a date',
    seed: (context) => {
      const cell = pickCell(context, 'completed', hasDate);
      const status = cell && context.book.spot(`school/${cell.school.id}/status`);
      if (!cell || !status) return null;
      context.book.set(cell.spot, null);
      return [cell.spot, status];
    },
  },
  {
    id: 'state: not begun with a start date',
    seed: (context) => {
      const cell = pickCell(context, 'status', (school) => school.status === '在建' || school.status === '主体封顶');
      const started = cell && context.book.spot(`school/${cell.school.id}/started`);
      if (!cell || !started) return null;
      context.book.set(cell.spot, '未开工');
      return [cell.spot, started];
    },
  },
  {
    id: 'state: done with nothing invested',
    seed: (context) => {
      const cell = pickCell(context, 'invested', (school) => school.status === '已完工');
      const status = cell && context.book.spot(`school/${cell.school.id}/status`);
      if (!cell || !status) return null;
      context.book.set(cell.spot, 0);
      return [cell.spot, status];
    },
  },
  cellFault('state: unknown words', 'status', () => '快完了'),
  cellFault('state: a percent', 'status', () => 0.6),
  cellFault(
    'state: against the remark',
    'status',
    () => '未开工',
    (school) => /完工|装修|封顶/.test(school.remark),
  ),
  {
    id: 'remark: parts do not add up',
    seed: (context) => {
      const cell = pickCell(context, 'remark', (school) => school.id === 'S2.10' || school.id === 'S6.1');
      if (!cell) return null;
      context.book.set(cell.spot, String(cell.value).replace('1350', '1450').replace('156人', '186人'));
      const seats = context.book.spot(`school/${cell.school.id}/seats`);
      return seats ? [cell.spot, seats] : [cell.spot];
    },
  },
  cellFault(
    'stage: another one',
    'stage',
    (value) => (value === '小学' ? '初中' : '小学'),
    (_, value) => value !== null,
  ),
  cellFault(
    'stage: unknown word',
    'stage',
    () => '其它',
    (_, value) => value !== null,
  ),
  {
    id: 'sequence: gap',
    seed: (context) => {
      const cell = pickCell(context, 'sequence', (_, value) => Number(value) > 1);
      if (!cell) return null;
      context.book.set(cell.spot, Number(cell.value) + 1);
      return [cell.spot, { ...cell.spot, row: cell.spot.row + 1 }];
    },
  },
  {
    id: 'sequence: repeated',
    seed: (context) => {
      const cell = pickCell(context, 'sequence', (_, value) => Number(value) > 1);
      if (!cell) return null;
      context.book.set(cell.spot, Number(cell.value) - 1);
      return [cell.spot, { ...cell.spot, row: cell.spot.row - 1 }];
    },
  },
  cellFault(
    'sequence: blank',
    'sequence',
    () => null,
    (_, value) => Number(value) > 1,
  ),
  {
    id: 'heading: order swapped',
    seed: ({ book }) => {
      const [a, b] = book
        .keys(/^heading\//)
        .slice(0, 2)
        .map((key) => book.spot(key));
      if (!a || !b) return null;
      const [first, second] = [book.value(a), book.value(b)];
      book.set(a, second);
      book.set(b, first);
      return [a, b, ...book.keys(/^school\/.*\/name$/).flatMap((key) => book.spot(key) ?? [])];
    },
  },
  {
    id: 'heading: wrong stage word',
    seed: ({ book, random }) => {
      const keys = book.keys(/^heading\//);
      if (keys.length === 0) return null;
      const key = random.pick(keys);
      const spot = book.spot(key);
      const stage = stageOf(plan, key.split('/')[1] ?? '');
      if (!spot || !stage) return null;
      book.set(spot, String(book.value(spot)).replace(stage.name, '大学'));
      return [spot];
    },
  },
];
