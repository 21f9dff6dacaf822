import { requiredBlank } from '../../../src/audit/rules/required-blank';
import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];

describe('words that are blank in some rows', () => {
  /** How bad each of `count` blanks among the rows is, as one set. */
  const blanks = (header: string, lines: readonly Row[], column: number, count: number, sheet = '附件2') => {
    const rows = lines.map((row, i) => row.map((cell, c) => (c === column && i < count ? null : cell)));
    const found = reportsOf(requiredBlank, { grid: gridOf(header, ...rows), sheet });
    return [
      found.length,
      ...new Set(found.map(({ message, level, merges }) => `${message} ${level}${merges ? ' merges' : ''}`)),
    ];
  };
  const schools = Array.from({ length: 8 }, (_, i): Row => [
    i + 1,
    `合成第${'一二三四五六七八'[i] ?? ''}中学`,
    '初中',
    24,
    1200,
    '袁州区',
    '在建',
  ]);
  const SCHOOLS = '序号 | 学校名称 | 学段 | 规划班数 | 规划学位 | 建设主体 | 项目状态';
  test.each<[string, number, number, readonly (number | string)[]]>([
    ['a stage', 2, 1, [1, 'blank warning']],
    ['two stages', 2, 2, [0]],
    ['a builder', 5, 1, [1, 'blank error']],
    ['two builders', 5, 2, [2, 'blank error']],
    ['three builders', 5, 3, [3, 'mostlyBlank info merges']],
    ['a status', 6, 1, [1, 'blank error']],
    ['three statuses', 6, 3, [3, 'mostlyBlank info merges']],
  ])('of schools: %s', (_, column, count, expected) =>
    expect(blanks(SCHOOLS, schools, column, count)).toEqual(expected),
  );

  const tasks = Array.from({ length: 8 }, (_, i): Row => [
    i + 1,
    `合成的第${i + 1}条举措，与方案无关`,
    '合成局',
    '已完成两次检查',
    '推进中',
  ]);
  const TASKS = '序号 | 工作举措 | 责任部门 | 推进情况 | 状态';
  test.each<[string, number, number, readonly (number | string)[]]>([
    ['a department', 2, 1, [1, 'blank error']],
    ['three departments', 2, 3, [3, 'mostlyBlank info merges']],
    ['progress', 3, 1, [1, 'blank warning']],
    ['progress of three', 3, 3, [3, 'mostlyBlank info merges']],
    ['a state', 4, 1, [1, 'blank warning']],
    ['two states', 4, 2, [0]],
  ])('of measures: %s', (_, column, count, expected) =>
    expect(blanks(TASKS, tasks, column, count, '附件1')).toEqual(expected),
  );

  test('are not asked for in a row without a name', () => {
    const grid = gridOf(SCHOOLS, [1, null, '初中', 24, 1200, null, '在建'], ...schools);
    expect(said(requiredBlank, { grid })).toEqual(['B2 name']);
    const figures = gridOf(SCHOOLS, [1, null, '初中', null, 1200, '袁州区', '在建'], ...schools);
    expect(said(requiredBlank, { grid: figures })).toEqual(['B2 name']);
  });
});

describe('blanks of figures', () => {
  const funds = (...amounts: readonly CellValue[]) =>
    reportsOf(requiredBlank, {
      grid: gridOf('项目名称 | 金额（万元）', ...amounts.map((amount, i): Row => [`合成的第${i + 1}项`, amount])),
      sheet: '附件3',
    }).map(({ message, level }) => `${message} ${level}`);
  test.each<[readonly CellValue[], readonly string[]]>([
    [[100, 200, 300, 400], []],
    [[null, 200, 300, 400], ['blank warning']],
    [
      [null, null, 300, 400],
      ['mostlyBlank info', 'mostlyBlank info'],
    ],
    [[null, null, null, null], []],
  ])('of funds: %j', (amounts, expected) => expect(funds(...amounts)).toEqual(expected));

  test('of an indicator', () => {
    const of = (actual: CellValue) =>
      said(requiredBlank, {
        grid: gridOf(
          '指标名称 | 计量单位 | 2025年目标 | 本期完成',
          ['学前三年毛入园率', '%', 93, 91],
          ['义务教育巩固率', '%', 97, actual],
          ['新增学位总数', '万个', 5.18, 2],
          ['普惠性幼儿园覆盖率', '%', 90, 88],
          ['高中阶段毛入学率', '%', 95, 94],
        ),
        sheet: '目标',
      });
    expect([of(96), of(null)]).toEqual([[], ['D3 blank']]);
  });

  test('in another unit are put in as the column writes them', () => {
    const [one] = reportsOf(requiredBlank, {
      grid: gridOf(
        '序号 | 学校名称 | 规划学位（万个）',
        ['二、初中'],
        ['小计：', null, 0.6],
        [1, '合成第一中学', 0.12],
        [2, '合成第二中学', null],
        [3, '合成第三中学', 0.12],
        [4, '合成第四中学', 0.12],
        [5, '合成第五中学', 0.12],
      ),
    });
    expect(one).toMatchObject({ message: 'derivable', expected: '0.12' });
    expect(one?.repair?.()).toMatchObject({ choices: [{ edits: [{ edit: { content: { value: 0.12 } } }] }] });
  });

  test('two of one section are told and cannot be worked out', () => {
    const found = said(requiredBlank, {
      grid: gridOf(
        '序号 | 学校名称 | 规划班数',
        ['二、初中'],
        ['小计：', null, 216],
        ...Array.from({ length: 9 }, (_, i): Row => [
          i + 1,
          `合成第${'一二三四五六七八九'[i] ?? ''}中学`,
          i < 2 ? null : 24,
        ]),
      ),
    });
    expect(found).toEqual(['C4 blank', 'C5 blank']);
  });
});

describe('blanks of a table that lists the whole plan', () => {
  // Three builders named: not one district's submission.
  const rows = (...first: readonly Row[]): readonly Row[] => [
    ...first,
    ['赣西中等职业技术学校', 56, 2800, '袁州区'],
    ['温汤镇下巩小学', 12, 540, '明月山区'],
    ['宜春市金湖学校', 50, 2500, '经开区'],
    ['合成第一中学', 24, 1200, '袁州区'],
    ['合成第二中学', 24, 1200, '袁州区'],
    ['合成第三中学', 24, 1200, '袁州区'],
    ['合成第四中学', 24, 1200, '袁州区'],
  ];
  const of = (...first: readonly Row[]) =>
    reportsOf(requiredBlank, { grid: gridOf('学校名称 | 规划班数 | 规划学位 | 建设主体', ...rows(...first)) }).map(
      ({ message, level, place }) => `${place.subject} ${place.field ?? ''} ${message} ${level}`,
    );
  test.each<[string, readonly Row[], readonly string[]]>([
    [
      'one figure that the plan shows',
      [['宜阳二中', null, 2700, '宜阳新区']],
      ['宜阳二中 plannedClasses blank warning'],
    ],
    [
      'one figure that it does not show',
      [['江丰小学', null, 810, '宜阳新区']],
      ['江丰小学 plannedClasses blank warning'],
    ],
    [
      'two, one of them shown',
      [
        ['宜阳二中', null, 2700, '宜阳新区'],
        ['江丰小学', null, 810, '宜阳新区'],
      ],
      ['宜阳二中 plannedClasses blank warning', '江丰小学 plannedClasses blank info'],
    ],
    ['one builder that the plan shows', [['宜阳二中', 54, 2700, null]], ['宜阳二中 builder blank error']],
    ['one builder that it does not show', [['江丰小学', 18, 810, null]], ['江丰小学 builder blank error']],
    [
      'two builders, one of them shown',
      [
        ['宜阳二中', 54, 2700, null],
        ['江丰小学', 18, 810, null],
      ],
      ['宜阳二中 builder blank error', '江丰小学 builder blank info'],
    ],
    ['a name', [[null, 54, 2700, '宜阳新区']], [' schoolName name warning']],
  ])('%s', (_, first, expected) => expect(of(...first)).toEqual(expected));

  test('one figure alone, blank where the plan is silent and only there', () => {
    const header = '学校名称 | 规划班数 | 建设主体';
    const grid = gridOf(
      header,
      ['江丰小学', null, '宜阳新区'],
      ['赣西中等职业技术学校', 56, '袁州区'],
      ['温汤镇下巩小学', 12, '明月山区'],
      ['宜阳二中', 54, '宜阳新区'],
      ['北湖学校（暂名）', 30, '经开区'],
    );
    expect(reportsOf(requiredBlank, { grid }).map(({ message, level }) => `${message} ${level}`)).toEqual([
      'blank info',
    ]);
  });

  test('annexes 3 and 1 beside it', () => {
    const list = gridOf('学校名称 | 规划班数 | 规划学位 | 建设主体', ...rows());
    const [a, b] = yichunPlan.funds.filter(({ amount }) => amount.value !== null);
    const silent = yichunPlan.funds.filter(({ amount }) => amount.value === null);
    const annex3 = (...names: readonly (string | undefined)[]) =>
      reportsOf(requiredBlank, {
        grid: gridOf(
          '项目名称 | 金额（万元）',
          ...names.map((name): Row => [name ?? '', null]),
          ...Array.from({ length: 9 }, (_, i): Row => [`合成的第${i + 1}项`, 10]),
        ),
        sheet: '附件3',
        more: { 附件2: list },
      }).map(({ message, level }) => `${message} ${level}`);
    expect(annex3(a?.name, b?.name)).toEqual(['blank warning', 'blank warning']);
    if (silent[0]) expect(annex3(a?.name, silent[0].name)).toEqual(['blank warning', 'blank info']);
    const measures = yichunPlan.measures;
    const shown = measures.find(({ departmentsShown }) => departmentsShown);
    const hidden = measures.find(({ departmentsShown }) => !departmentsShown);
    const annex1 = (name: string | undefined) =>
      reportsOf(requiredBlank, {
        grid: gridOf(
          '工作举措 | 责任部门',
          [name ?? '', null],
          ...Array.from({ length: 9 }, (_, i): Row => [`合成的第${i + 1}条举措，与方案无关`, '合成局']),
        ),
        sheet: '附件1',
        more: { 附件2: list },
      }).map(({ message, level }) => `${message} ${level}`);
    expect(annex1(shown && `${shown.title}。${shown.text}`)).toEqual(['blank error']);
    expect(annex1(hidden && `${hidden.title}。${hidden.text}`)).toEqual([]);
  });
});

test('spare lines, and lines that were emptied', () => {
  const lines = (...rows: readonly Row[]) =>
    said(requiredBlank, {
      grid: gridOf('序号 | 学校名称 | 规划班数 | 规划学位 | 建设主体 | 围墙长度', ['二、初中'], ...rows),
    });
  const A: Row = [1, '合成第一中学', 24, 1200, '袁州区', 300];
  const C: Row = [3, '合成第三中学', 24, 1200, '袁州区', 300];
  expect(lines(A, [2], C)).toEqual(['B4 emptied']);
  expect(lines(A, C, [2])).toEqual([]);
  expect(lines(A, [2], ['三、小学'], C)).toEqual([]);
  expect(lines(A, [2, null, null, null, null, 300], C)).toEqual([]);
  expect(lines(A, [null, null, 24, 1200, '袁州区', 300], C)).toEqual(['B4 name']);
  expect(lines(A, [2, null, '—', null, null], C)).toEqual([]);
});
