import { statusDate } from '../../../src/audit/rules/status-date';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

const COLUMNS = [
  '学校名称',
  '规划学位',
  '项目状态',
  '开工日期',
  '计划完工日期',
  '实际完工日期',
  '已形成学位',
  '完成投资（万元）',
  '备注',
] as const;
type Facts = Partial<Record<'state' | 'start' | 'due' | 'done' | 'formed' | 'invested' | 'remark', CellValue>>;
const row = (name: string, { state = null, start = null, due = null, done = null, formed = null, invested = null, remark = null }: Facts): CellValue[] => [
  name, 810, state, start, due, done, formed, invested, remark,
]; // prettier-ignore
const OTHERS = [
  row('枫林小学', { state: '在建', start: '2022.9.1', invested: 500 }),
  row('北湖小学', { state: '在建', start: '2022.9.1', invested: 600 }),
  row('金园小学', { state: '在建', start: '2022.9.1', invested: 700 }),
];
/** The reporting period ends with June 2023. The school stands in row 4. */
const gridFor = (facts: Facts, period = '报告期：2023年6月'): string => {
  const grid = gridOf(COLUMNS.join(' | '), row('江丰小学', facts), ...OTHERS);
  const lines = grid
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^\| (\d+)/u, (_, n: string) => `| ${Number(n) + 2}`));
  return [
    `|   | ${'ABCDEFGHI'.split('').join(' | ')} |`,
    `| 1 | 学校建设项目进展情况表 |`,
    `| 2 | ${period} |`,
    ...lines,
  ].join('\n');
};
const of = (facts: Facts, period?: string) =>
  said(statusDate, { grid: gridFor(facts, period) }).filter((line) => /^[A-Z]4/u.test(line));

describe('completed schools', () => {
  test.each<[string, Facts, readonly string[]]>([
    ['with their date', { state: '已完工', start: '2022.3.1', done: '2023.5.1', invested: 900 }, []],
    [
      'in use with their date',
      { state: '投入使用', start: '2022.3.1', done: '2023.5.1', formed: 810, invested: 900 },
      [],
    ],
    [
      'without a date, seats formed',
      { state: '已完工', start: '2022.3.1', formed: 810, invested: 900 },
      ['F4 noCompletion 已完工'],
    ],
    [
      'without a date, long due',
      { state: '已完工', start: '2022.3.1', due: '2023.6.30', invested: 900 },
      ['F4 noCompletion 已完工'],
    ],
    [
      'without a date, before their time',
      { state: '已完工', start: '2022.3.1', due: '2023.7.1', invested: 900 },
      ['C4 noCompletion 已完工'],
    ],
    [
      'without a date or seats, nothing due',
      { state: '已完工', start: '2022.3.1', formed: 0, invested: 900 },
      ['C4 noCompletion 已完工'],
    ],
    [
      'without a date, seats that no one can read',
      { state: '已完工', start: '2022.3.1', formed: '见备注', invested: 900 },
      ['F4 noCompletion 已完工'],
    ],
    ['with a date that no one can read', { state: '已完工', start: '2022.3.1', done: '不久前', invested: 900 }, []],
    ['with no money spent', { state: '已完工', start: '2022.3.1', done: '2023.5.1', invested: 0 }, ['H4 noMoney 0']],
    ['with money not told', { state: '已完工', start: '2022.3.1', done: '2023.5.1' }, []],
  ])('%s', (_, facts, expected) => expect(of(facts)).toEqual(expected));

  test('no money is not said where hardly anybody told any', () => {
    const grid = gridFor({ state: '已完工', start: '2022.3.1', done: '2023.5.1', invested: 0 })
      .replace('| 600 |', '| |')
      .replace('| 700 |', '| |');
    expect(said(statusDate, { grid })).toEqual([]);
  });
});

describe('a state against dates', () => {
  test.each<[string, Facts, readonly string[]]>([
    [
      'in building with a completion',
      { state: '在建', start: '2022.3.1', done: '2023.5.1', invested: 900 },
      ['C4 notFinished 在建'],
    ],
    [
      'nearly complete with a completion: a hint',
      { state: '基本完工', start: '2022.3.1', done: '2023.5.1', invested: 900 },
      ['C4 notFinished 基本完工'],
    ],
    ['not begun with a start', { state: '未开工', start: '2022.3.1' }, ['D4 notStarted 2022-03-01']],
    ['not begun with a start to come', { state: '未开工', start: '2023.7.1' }, []],
    ['not begun with a start on the last day', { state: '未开工', start: '2023.6.30' }, ['D4 notStarted 2023-06-30']],
    [
      'not begun with a start and money',
      { state: '未开工', start: '2022.3.1', invested: 5 },
      ['C4 notStarted 2022-03-01'],
    ],
    [
      'not begun with a start and seats',
      { state: '未开工', start: '2022.3.1', formed: 5 },
      ['C4 notStarted 2022-03-01', 'G4 formed 5'],
    ],
    [
      'not begun with a completion',
      { state: '未开工', start: '2022.3.1', done: '2023.5.1' },
      ['C4 notFinished 未开工', 'C4 notStarted 2022-03-01'],
    ],
    ['being prepared with a start', { state: '前期', start: '2022.3.1' }, []],
    ['in building without a start', { state: '在建' }, ['D4 noStart']],
    ['being prepared without a start', { state: '前期' }, []],
    ['in building with a start that no one can read', { state: '在建', start: '去年' }, []],
    ['of no state without a start', {}, []],
  ])('%s', (_, facts, expected) => expect(of(facts)).toEqual(expected));

  test.each<[string, Facts, readonly string[]]>([
    [
      'completed before it began',
      { state: '已完工', start: '2023.3.1', done: '2023.2.28', invested: 900 },
      ['F4 order 2023-02-28→不早于 2023-03-01'],
    ],
    ['completed on the day it began', { state: '已完工', start: '2023.3.1', done: '2023.3.1', invested: 900 }, []],
    [
      'due before it began',
      { state: '在建', start: '2023.3.1', due: '2023.2.28', done: null },
      ['E4 order 2023-02-28→不早于 2023-03-01', 'C4 overdue 在建'],
    ],
    ['due on the day it began', { state: '在建', start: '2023.7.1', due: '2023.7.1' }, ['D4 future 2023-07-01']],
  ])('%s', (_, facts, expected) => expect(of(facts)).toEqual(expected));
});

describe('the reporting period', () => {
  test.each<[string, Facts, readonly string[]]>([
    ['a start after it', { state: '在建', start: '2023.7.1' }, ['D4 future 2023-07-01']],
    ['a start on its last day', { state: '在建', start: '2023.6.30' }, []],
    [
      'a completion after it',
      { state: '已完工', start: '2022.3.1', done: '2023.7.1', invested: 900 },
      ['F4 future 2023-07-01'],
    ],
    ['due and not complete', { state: '在建', start: '2022.3.1', due: '2023.6.30' }, ['C4 overdue 在建']],
    ['due later', { state: '在建', start: '2022.3.1', due: '2023.7.1' }, []],
    ['due and nearly complete', { state: '基本完工', start: '2022.3.1', due: '2023.6.30' }, ['C4 overdue 基本完工']],
    ['due and complete', { state: '已完工', start: '2022.3.1', due: '2023.6.30', done: '2023.6.1', invested: 900 }, []],
    ['due and of no state', { start: '2022.3.1', due: '2023.6.30' }, []],
    [
      'due, with a completion that came',
      { state: '在建', start: '2022.3.1', due: '2023.6.30', done: '2023.6.1' },
      ['C4 notFinished 在建'],
    ],
  ])('%s', (_, facts, expected) => expect(of(facts)).toEqual(expected));

  test.each<[string, string, readonly string[]]>([
    ['报告期：2023年第二季度', '2023.6.30', []],
    ['报告期：2023年第二季度', '2023.7.1', ['D4 future 2023-07-01']],
    ['报告期：2023年12月', '2023.12.31', []],
    ['报告期：2023年12月', '2024.1.1', ['D4 future 2024-01-01']],
    ['报告期：2023年', '2023.12.31', []],
    ['填报日期：2023年6月15日', '2023.6.15', []],
    ['填报日期：2023年6月15日', '2023.6.16', ['D4 future 2023-06-16']],
    ['合成数据', '2033.1.1', []],
  ])('%s: a start on %s', (period, start, expected) => expect(of({ state: '在建', start }, period)).toEqual(expected));

  test('names where it comes from', () => {
    const texts = (period: string) =>
      reportsOf(statusDate, { grid: gridFor({ state: '在建', start: '2024.1.1' }, period) }).map(
        ({ id, text, source }) => [id, text, source],
      );
    expect(texts('报告期：2023年6月')).toEqual([
      ['C09', '江丰小学开工日期 2024-01-01 晚于报告期 2023年6月。', '报告期'],
    ]);
    expect(texts('填报日期：2023年6月15日')).toEqual([
      ['C09', '江丰小学开工日期 2024-01-01 晚于填报日期 2023-06-15。', '填报日期'],
    ]);
  });
});

describe('a state against seats, money and remarks', () => {
  test.each<[string, Facts, readonly string[]]>([
    ['not begun, seats formed', { state: '未开工', formed: 100 }, ['G4 formed 100']],
    ['being prepared, seats formed', { state: '前期', formed: 100 }, ['G4 formed 100']],
    ['in building, seats formed', { state: '在建', start: '2022.3.1', formed: 100 }, []],
    ['not begun, no seats', { state: '未开工', formed: 0 }, []],
    ['not begun, money spent, no start', { state: '未开工', invested: 50 }, ['H4 money 50']],
    ['being prepared, money spent', { state: '前期', invested: 50 }, []],
    ['not begun, no money', { state: '未开工', invested: 0 }, []],
    [
      'in use, no seats where nobody told any: a hint',
      { state: '投入使用', start: '2022.3.1', done: '2023.5.1', formed: 0, invested: 900 },
      ['G4 noneFormed 0'],
    ],
    ['in building, complete by its remark', { state: '在建', start: '2022.3.1', remark: '已完工' }, ['C4 remark 在建']],
    ['in building, its shell complete by its remark', { state: '在建', start: '2022.3.1', remark: '主体封顶' }, []],
    ['in building, being fitted out by its remark', { state: '在建', start: '2022.3.1', remark: '装修施工' }, []],
    ['not begun, its shell complete by its remark', { state: '未开工', remark: '主体封顶' }, ['C4 remark 未开工']],
    ['not begun, a part of it built by its remark', { state: '未开工', remark: '一期已完工' }, ['C4 remark 未开工']],
    ['not begun, in building by its remark', { state: '未开工', remark: '在建' }, []],
    [
      'complete, in building by its remark',
      { state: '已完工', start: '2022.3.1', done: '2023.5.1', invested: 900, remark: '在建' },
      [],
    ],
    ['complete by a remark of its own state', { state: '主体封顶', start: '2022.3.1', remark: '主体封顶' }, []],
    [
      'not begun, with a remark too long to go by',
      { state: '未开工', remark: `已完工${'，其余情况见说明'.repeat(4)}` },
      [],
    ],
    ['of no state, with a remark', { remark: '已完工' }, []],
  ])('%s', (_, facts, expected) => expect(of(facts)).toEqual(expected));

  test('what each rests on', () => {
    const rests = (facts: Facts) =>
      reportsOf(statusDate, { grid: gridFor(facts) }).map(({ message, leansOn }) => [
        message,
        ...(leansOn[0]?.columns ?? []),
        leansOn[0]?.has(3),
        leansOn[0]?.has(4),
      ]);
    expect(rests({ state: '在建', start: '2022.3.1', due: '2023.6.30' })).toEqual([['overdue', 4, 2, true, false]]);
    expect(rests({ state: '未开工', invested: 50 })).toEqual([['money', 2, 7, true, false]]);
    expect(rests({ state: '已完工', start: '2022.3.1', formed: 810, invested: 900 })).toEqual([
      ['noCompletion', 2, true, false],
    ]);
    expect(rests({ state: '在建', start: '2022.3.1', done: '2023.5.1' })).toEqual([['notFinished', 2, 5, true, false]]);
    expect(rests({ state: '未开工', start: '2022.3.1' })).toEqual([['notStarted', 2, 3, true, false]]);
    expect(rests({ state: '未开工', formed: 100 })).toEqual([['formed', 2, 6, true, false]]);
    expect(rests({ state: '在建', start: '2023.7.1' })).toEqual([['future', 3, true, false]]);
    expect(rests({ state: '在建' })).toEqual([['noStart', 2, true, false]]);
  });

  test('where the table has no remarks, the plan’s hold', () => {
    const grid = gridOf(
      '学校名称 | 规划学位 | 项目状态',
      ['赣西中等职业技术学校', 2800, '未开工'],
      ['江丰小学', 810, '未开工'],
    );
    expect(said(statusDate, { grid })).toEqual(['C2 planRemark 未开工']);
    expect(reportsOf(statusDate, { grid })[0]?.text).toContain('方案的备注已写');
  });
});
