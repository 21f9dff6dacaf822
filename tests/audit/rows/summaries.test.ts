import { summaryFigures } from '../../../src/audit/rules/summary-figures';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said, type Desk } from '../rule-desk';

type Row = readonly CellValue[];

describe('a summary against the lists beside it', () => {
  const schools = (...rows: readonly Row[]) =>
    gridOf('学校名称 | 学段 | 建设主体 | 规划班数 | 规划学位 | 供地面积', ...rows);
  const LIST = schools(
    ['江丰小学', '小学', '袁州区', 18, 810, 10],
    ['枫林小学', '小学', '袁州区', 24, 1080, null],
    ['宜阳二中', '初中', '宜阳新区', 54, 2700, 30],
  );
  const of = (
    header: string,
    rows: readonly Row[],
    lists: Readonly<Record<string, string>> = { 明细: LIST },
    desk: Desk = {},
  ) => said(summaryFigures, { grid: gridOf(header, ...rows), sheet: '汇总', more: lists }, desk);
  const STAGES = '学段 | 学校数 | 规划班数 | 规划学位';
  const RIGHT: readonly Row[] = [
    ['小学', 2, 42, 1890],
    ['初中', 1, 54, 2700],
  ];

  test.each<[string, readonly Row[], readonly string[]]>([
    ['all right', RIGHT, []],
    [
      'one figure wrong',
      [
        ['小学', 2, 42, 1980],
        ['初中', 1, 54, 2700],
      ],
      ['D2 lists 1980→1890'],
    ],
    [
      'one count wrong',
      [
        ['小学', 3, 42, 1890],
        ['初中', 1, 54, 2700],
      ],
      ['B2 lists 3→2'],
    ],
    [
      'two of six wrong',
      [
        ['小学', 3, 43, 1890],
        ['初中', 1, 54, 2700],
      ],
      ['B2 lists 3→2', 'C2 lists 43→42'],
    ],
    [
      'three of six wrong: it counts something else',
      [
        ['小学', 3, 43, 1980],
        ['初中', 1, 54, 2700],
      ],
      [],
    ],
    [
      'a blank',
      [
        ['小学', null, 42, 1890],
        ['初中', 1, 54, 2700],
      ],
      [],
    ],
    ['a group that no list has', [...RIGHT, ['幼儿园', 9, 99, 999]], []],
    ['a word that is none', [...RIGHT, ['老年大学', 9, 99, 999]], []],
  ])('by stages: %s', (_, rows, expected) => expect(of(STAGES, rows)).toEqual(expected));

  test('by builders', () => {
    const header = '建设主体 | 学校数 | 规划班数 | 规划学位';
    expect(
      of(header, [
        ['袁州区', 2, 42, 1890],
        ['宜阳新区', 1, 54, 2700],
      ]),
    ).toEqual([]);
    expect(
      of(header, [
        ['袁州区', 2, 42, 1890],
        ['宜阳新区', 1, 54, 2900],
      ]),
    ).toEqual(['D3 lists 2900→2700']);
  });

  test('in another unit; what need not be filled in counts nothing where it is blank', () => {
    expect(
      of('学段 | 学校数 | 规划学位（万个） | 供地面积', [
        ['小学', 2, 0.189, 10],
        ['初中', 1, 0.28, 30],
      ]),
    ).toEqual(['C3 lists 0.28→0.27']);
    expect(
      of('学段 | 学校数 | 规划学位 | 供地面积', [
        ['小学', 2, 1890, 12],
        ['初中', 1, 2700, 30],
      ]),
    ).toEqual(['D2 lists 12→10']);
    const open = schools(
      ['江丰小学', '小学', '袁州区', 18, null, 10],
      ['枫林小学', '小学', '袁州区', 24, 1080, null],
      ['宜阳二中', '初中', '宜阳新区', 54, 2700, 30],
    );
    expect(
      of(
        STAGES,
        [
          ['小学', 2, 42, 9999],
          ['初中', 1, 54, 2700],
        ],
        { 明细: open },
      ),
    ).toEqual([]);
    expect(
      of('学段 | 学校数 | 规划班数 | 建筑面积', [
        ['小学', 2, 42, 9999],
        ['初中', 1, 54, 99],
      ]),
    ).toEqual([]);
  });

  test('schools that another rule must settle first are not counted', () => {
    const twice = schools(
      ['江丰小学', '小学', '袁州区', 18, 810, 1],
      ['江丰小学', '小学', '袁州区', 18, 810, 1],
      ['宜阳二中', '初中', '宜阳新区', 54, 2700, 30],
    );
    expect(
      of(
        STAGES,
        [
          ['小学', 1, 36, 1620],
          ['初中', 1, 54, 2700],
        ],
        { 明细: twice },
      ),
    ).toEqual([]);
    const strange = schools(['合成小学', '小学', '袁州区', 18, 810, 1], ['宜阳二中', '初中', '宜阳新区', 54, 2700, 30]);
    expect(
      of(
        STAGES,
        [
          ['小学', 9, 18, 810],
          ['初中', 1, 54, 2700],
        ],
        { 明细: strange },
      ),
    ).toEqual([]);
    expect(
      of(
        STAGES,
        [
          ['小学', 9, 18, 811],
          ['初中', 1, 54, 2700],
        ],
        { 明细: strange },
      ),
    ).toEqual(['D2 lists 811→810']);
  });

  test('a school that two lists have is counted in the first; on a unit’s own sheet every row is that unit’s', () => {
    expect(
      of(
        STAGES,
        [
          ['小学', 2, 42, 1890],
          ['初中', 2, 54, 2700],
        ],
        { 明细: LIST, 又一张: LIST },
      ),
    ).toEqual(['B3 lists 2→1']);
    const own = (builder: string) =>
      gridOf(
        '学校名称 | 学段 | 建设主体 | 规划班数 | 规划学位',
        ['江丰小学', '小学', builder, 18, 810],
        ['枫林小学', '小学', '袁州区', 24, 1080],
      );
    const rest = gridOf(
      '学校名称 | 学段 | 建设主体 | 规划班数 | 规划学位',
      ['宜阳二中', '初中', '宜阳新区', 54, 2700],
      ['宜春市金湖学校', '初中', '宜阳新区', 50, 2500],
    );
    const header = '建设主体 | 学校数 | 规划班数 | 规划学位';
    expect(
      of(
        header,
        [
          ['袁州区', 2, 42, 1899],
          ['宜阳新区', 2, 104, 5200],
        ],
        { 袁州区: own('经开区'), 宜阳新区: rest },
      ),
    ).toEqual(['D2 lists 1899→1890']);
  });

  test('rests on its cell and on the figures of its schools', () => {
    const [one] = reportsOf(summaryFigures, {
      grid: gridOf(STAGES, ['小学', 2, 42, 1980], ['初中', 1, 54, 2700]),
      sheet: '汇总',
      more: { 明细: LIST },
    });
    expect(one?.leansOn).toMatchObject([
      { sheet: '汇总', columns: [3, 0], rows: [1] },
      { sheet: '明细', columns: [4] },
    ]);
    const [own, list] = one?.leansOn ?? [];
    expect([own?.has(1), own?.has(2), list?.has(1), list?.has(3)]).toEqual([true, false, true, false]);
    // 90 too many here are 90 too few there, and nothing else.
    const right = (value: number) => list?.explainedBy?.((row) => (row === 1 ? value : undefined));
    expect([right(900), right(810), right(990)]).toEqual([true, false, false]);
    const [count] = reportsOf(summaryFigures, {
      grid: gridOf(STAGES, ['小学', 3, 42, 1890], ['初中', 1, 54, 2700]),
      sheet: '汇总',
      more: { 明细: LIST },
    });
    expect(count?.leansOn[1]?.columns).toContain(0);
  });

  test('without a list, against the plan, where two agree; not in a district’s summary', () => {
    const plan = (rows: readonly Row[], desk: Desk = {}) => of('学段 | 学校数 | 规划班数', rows, {}, desk);
    const right: readonly Row[] = [
      ['高中阶段', 3, 164],
      ['初中', 11, 460],
      ['小学', 10, 361],
    ];
    expect(plan(right)).toEqual([]);
    expect(
      plan([
        ['高中阶段', 3, 164],
        ['初中', 12, 406],
        ['小学', 10, 361],
      ]),
    ).toEqual(['B3 plan 12→11', 'C3 plan 406→460']);
    expect(
      plan([
        ['高中阶段', 3, 164],
        ['初中', 11, 406],
      ]),
    ).toEqual([]);
    expect(
      plan(
        [
          ['高中阶段', 3, 164],
          ['初中', 11, 406],
          ['小学', 10, 361],
        ],
        { unit: '袁州区' },
      ),
    ).toEqual([]);
    expect(
      plan(
        [
          ['高中阶段', 3, 164],
          ['初中', 11, 406],
          ['小学', 10, 361],
        ],
        { unit: '市本级' },
      ),
    ).toEqual(['C3 plan 406→460']);
    expect(plan([...right, ['专门学校', 1, 99]])).toEqual([]);
  });

  test('has parts that make the whole', () => {
    const parts = (header: string, ...rows: readonly Row[]) =>
      said(summaryFigures, { grid: gridOf(header, ...rows), sheet: '汇总' });
    const header = '建设主体 | 项目数 | 规划学位 | 未开工 | 在建 | 已完工';
    const rest: readonly Row[] = [
      ['宜阳新区', 6, 5000, 1, 3, 2],
      ['经开区', 3, 2000, 1, 2, 0],
    ];
    expect(parts(header, ['袁州区', 17, 9000, 3, 10, 4], ...rest)).toEqual([]);
    expect(parts(header, ['袁州区', 17, 9000, 3, 9, 4], ...rest)).toEqual(['D2:F2 parts 16→17']);
    expect(parts(header, ['袁州区', 17, 9000, null, 9, 4], ...rest)).toEqual([]);
    expect(parts(header, ['袁州区', 17, 9000, 3, 9, 4], ...rest.slice(1))).toEqual([]);
    const [one] = reportsOf(summaryFigures, {
      grid: gridOf(header, ['袁州区', 17, 9000, 3, 9, 4], ...rest),
      sheet: '汇总',
    });
    expect(one?.text).toContain('（4＋9＋3）');
    expect(one?.leansOn.map(({ columns }) => columns)).toEqual([[5], [4], [3], [1]]);
  });
});
