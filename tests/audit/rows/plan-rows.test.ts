import { planFunds } from '../../../src/audit/rules/plan-funds';
import { planMeasures } from '../../../src/audit/rules/plan-measures';
import { planValue } from '../../../src/audit/rules/plan-value';
import { yichunPlan, type Plan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];

describe('annex 3', () => {
  /** Four funds with these amounts and their total. */
  const [a, b, c, d] = yichunPlan.funds;
  if (!a || !b || !c || !d) throw new Error('no funds');
  const amount = (value: number | null) => ({ value, source: '附件3（合成数据）' });
  const plan = (total: number | null = 1000, last: number | null = 400): Plan => ({
    ...yichunPlan,
    funds: [a, b, c, d].map((fund, i) => ({ ...fund, amount: amount(i === 3 ? last : (i + 1) * 100) })),
    fundTotal: amount(total),
  });
  const grid = (...rows: readonly Row[]) => gridOf('项目名称 | 金额（万元）', ...rows);
  const of = (rows: readonly Row[], own = plan()) =>
    said(planFunds, { grid: grid(...rows), sheet: '附件3' }, { plan: own });
  const ALL: readonly Row[] = [
    [a.name, 100],
    [b.name, 200],
    [c.name, 300],
    [d.name, 400],
  ];

  test.each<[string, readonly Row[], readonly string[]]>([
    ['as in the plan', ALL, []],
    ['with the plan’s total', [...ALL, ['合计', 1000]], []],
    ['another amount', [[a.name, 101], ...ALL.slice(1)], ['B2 amount 101→100']],
    ['a nearly equal amount', [[a.name, 100.004], ...ALL.slice(1)], []],
    ['an amount that no one can read', [[a.name, '待定'], ...ALL.slice(1)], []],
    ['another total', [...ALL, ['合计', 1100]], ['B6 total 1100→1000']],
    [
      'a total of what is filled in',
      [
        [a.name, 100],
        [b.name, 200],
        [c.name, 300],
        [d.name, null],
        ['合计', 600],
      ],
      [],
    ],
    [
      'another total, one still open',
      [
        [a.name, 100],
        [b.name, 200],
        [c.name, 300],
        [d.name, null],
        ['合计', 700],
      ],
      ['B6 total 700→1000'],
    ],
    ['a fund twice', [...ALL, [a.name, 100]], [`A6 twice ${a.name}`]],
    ['one lacking', ALL.slice(0, 3), [`A1:B1 missing →${d.name}`]],
    ['one lacking, with a total', [...ALL.slice(0, 3), ['合计', 1000]], [`A5:B5 missing →${d.name}`]],
    ['two of four', ALL.slice(0, 2), []],
    ['a stranger', [...ALL, ['合成的专项', 5]], ['A6 stranger 合成的专项']],
    ['a stranger in the place of one', [...ALL.slice(0, 3), ['合成的专项', 5]], ['A5 stranger 合成的专项']],
    [
      'none of the plan’s',
      [
        ['合成的专项', 5],
        ['合成的另一专项', 6],
      ],
      [],
    ],
    ['a row without a name', [...ALL, [null, 5]], []],
  ])('%s', (_, rows, expected) => expect(of(rows)).toEqual(expected));

  test('what the plan does not show is not judged', () => {
    expect(of([...ALL.slice(0, 3), [d.name, 999], ['合计', 1599]], plan(null, null))).toEqual([]);
  });

  test('in another unit it is held against the plan’s all the same', () => {
    const yuan = gridOf(
      '项目名称 | 金额（元）',
      [a.name, 1_000_000],
      [b.name, 2_000_000],
      [c.name, 3_000_001],
      [d.name, 4_100_000],
      ['合计', 11_000_000],
    );
    expect(said(planFunds, { grid: yuan, sheet: '附件3' }, { plan: plan() })).toEqual([
      'B5 amount 4100000→4000000',
      'B6 total 11000000→10000000',
    ]);
  });

  test('a total comes right by a row’s right amount, and by nothing else', () => {
    const reports = reportsOf(
      planFunds,
      { grid: grid([a.name, 200], ...ALL.slice(1), ['合计', 1100]), sheet: '附件3' },
      { plan: plan() },
    );
    const total = reports.find(({ message }) => message === 'total')?.leansOn[0];
    const explains = (row: number, value: number) =>
      total?.explainedBy?.((r, column) => (r === row && column === 1 ? value : undefined));
    expect([explains(1, 100), explains(1, 150), explains(2, 100), explains(9, 100)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([0, 1, 5, 6].map((row) => total?.has(row))).toEqual([false, true, true, false]);
    expect(reports.find(({ message }) => message === 'amount')).toMatchObject({
      causes: { corrected: [100] },
      leansOn: [{ rows: [1], columns: [1] }],
    });
  });
});

describe('annex 1', () => {
  const measures = yichunPlan.measures.slice(0, 4);
  const plan: Plan = { ...yichunPlan, measures: measures.map((one) => ({ ...one, departmentsShown: true })) };
  const row = (
    i: number,
    change: Partial<Record<'text' | 'departments' | 'heading' | 'sequence', CellValue>> = {},
  ): Row => {
    const one = measures[i];
    if (!one) throw new Error('no measure');
    return [
      change.sequence === undefined ? one.sequence : change.sequence,
      change.heading === undefined ? one.heading : change.heading,
      change.text === undefined ? `${one.title}。${one.text}` : change.text,
      change.departments === undefined ? one.departments.join('、') : change.departments,
    ];
  };
  const grid = (...rows: readonly Row[]) => gridOf('序号 | 一级标题 | 工作举措 | 责任部门', ...rows);
  const of = (rows: readonly Row[], unit?: string) =>
    reportsOf(planMeasures, { grid: grid(...rows), sheet: '附件1' }, { plan, ...(unit ? { unit } : {}) }).map(
      ({ message, level, place }) => `${(place.area?.top ?? -1) + 1} ${message} ${level}`,
    );
  const ALL = [row(0), row(1), row(2), row(3)];
  const [first] = measures;
  const lacking = first?.departments[0] ?? '';
  const district = yichunPlan.builders.find(({ isCity }) => !isCity)?.name ?? '';

  test('as in the plan there is nothing to say', () => {
    expect(of(ALL)).toEqual([]);
    expect(of(ALL.slice(0, 2))).toEqual([]);
    expect(of([row(0, { text: first?.title ?? '' }), ...ALL.slice(1)])).toEqual([]);
  });

  test('one lacking is an error for the city, a hint for a district', () => {
    expect(of(ALL.slice(0, 3))).toEqual(['1 missing error']);
    expect(of(ALL.slice(0, 3), district)).toEqual(['1 missing info']);
  });

  test('one twice, one that is none, one changed', () => {
    expect(of([...ALL, row(0)])).toEqual(['6 twice error']);
    expect(of([...ALL, row(0, { text: '合成的一条举措，与方案无关。', sequence: 9 })])).toEqual(['6 stranger warning']);
    expect(of([...ALL.slice(0, 3), row(0, { text: '合成的一条举措，与方案无关。', sequence: 9 })])).toEqual([
      '5 stranger warning',
    ]);
    expect(
      of([
        row(0, { text: '合成的一条举措，与方案无关。', sequence: 9 }),
        row(0, { text: '又一条，也无关。', sequence: 8 }),
        row(0),
      ]),
    ).toEqual([]);
  });

  test('a department lacking is a doubt, unless everybody is named', () => {
    const rest = first?.departments.slice(1).join('、') ?? '';
    const found = of([row(0, { departments: rest === '' ? '合成局' : rest }), ...ALL.slice(1)]);
    expect(found).toEqual(['2 lacks warning']);
    for (const everyone of ['各区、各部门', '相关部门', '有关部门', '各成员单位'])
      expect(of([row(0, { departments: everyone }), ...ALL.slice(1)])).toEqual([]);
    expect(of([row(0, { departments: null }), ...ALL.slice(1)])).toEqual([]);
    expect(of([row(0, { departments: `合成局、${first?.departments.join('、') ?? ''}` }), ...ALL.slice(1)])).toEqual(
      [],
    );
    const hidden: Plan = { ...plan, measures: plan.measures.map((one) => ({ ...one, departmentsShown: false })) };
    expect(
      said(
        planMeasures,
        { grid: grid(row(0, { departments: '合成局' }), ...ALL.slice(1)), sheet: '附件1' },
        { plan: hidden },
      ),
    ).toEqual([]);
  });

  test('is added in the way the cell is written', () => {
    const fixed = (departments: string) =>
      reportsOf(planMeasures, { grid: grid(row(0, { departments }), ...ALL.slice(1)), sheet: '附件1' }, { plan })
        .flatMap(({ repair }) => repair?.() ?? [])
        .flatMap((fix) => (fix.kind === 'choice' ? (fix.choices[0]?.edits ?? []) : []))
        .flatMap(({ edit }) => (edit.kind === 'content' && edit.content.kind === 'value' ? [edit.content.value] : []));
    const all = first?.departments ?? [];
    expect(fixed('合成局')).toEqual([`合成局、${all.join('、')}`]);
    expect(fixed('合成局⏎又一局')).toEqual([`合成局\n又一局\n${all.join('\n')}`]);
    expect(lacking).not.toBe('');
  });

  test('a heading is compared without its numeral', () => {
    const bare = (first?.heading ?? '').replace(/^[（(]?[一二三四五六七八九十]+[）)]?[、.]?/u, '');
    for (const heading of [bare, `（一）${bare}`, `一、${bare}`, `十二、${bare}`, `3.${bare}`])
      expect(of([row(0, { heading }), ...ALL.slice(1)])).toEqual([]);
    expect(of([row(0, { heading: first?.title ?? '' }), ...ALL.slice(1)])).toEqual([]);
    expect(of([row(0, { heading: '合成的标题' }), ...ALL.slice(1)])).toEqual(['2 heading warning']);
    expect(of([row(0, { heading: null }), ...ALL.slice(1)])).toEqual([]);
  });
});

describe('annex 2', () => {
  const HEADER = '学校名称 | 规划班数 | 规划学位 | 规划用地';
  const of = (row: Row, header = HEADER) =>
    said(planValue, { grid: gridOf(header, row, ['合成一校', 24, 1080, 20], ['合成二校', 24, 1080, 20]) });

  test.each<[Row, readonly string[]]>([
    [['宜阳二中', 54, 2700, 49.5], []],
    [['宜阳二中', 54, 2700, 49.504], []],
    [['宜阳二中', '54', '2,700', 49.5], []],
    [['宜阳二中', 54, 2710, 49.5], ['C2 differs 2710→2700']],
    [['宜阳二中', 55, 2700, 49.5], ['B2 differs 55→54']],
    [['宜阳二中', 54, 2700, 33_000], ['D2 differs 33000→49.5']],
    [['宜阳二中', 54, null, 49.5], []],
    [['宜阳二中', 54, '约2700', 49.5], []],
    [['宜阳二中', 2700, 54, 49.5], ['B2:C2 swapped 2700、54→54、2700']],
    [
      ['宜阳二中', 2700, 55, 49.5],
      ['B2 differs 2700→54', 'C2 differs 55→2700'],
    ],
    [
      ['宜阳二中', 2701, 54, 49.5],
      ['B2 differs 2701→54', 'C2 differs 54→2700'],
    ],
    [['没有的学校', 54, 2700, 49.5], []],
  ])('%j', (row, expected) => expect(of(row)).toEqual(expected));

  test('in another unit, as far as its digits tell', () => {
    const tenThousands = '学校名称 | 规划班数 | 规划学位（万个）';
    expect(of(['宜阳二中', 54, 0.27], tenThousands)).toEqual([]);
    expect(of(['宜阳二中', 54, 0.28], tenThousands)).toEqual(['C2 differs 0.28→0.27']);
    const metres = '学校名称 | 规划班数 | 规划学位 | 规划用地（㎡）';
    expect(of(['宜阳二中', 54, 2700, 33_000], metres)).toEqual([]);
    expect(of(['宜阳二中', 54, 2700, 33_001.7], metres)).toEqual([]);
    expect(of(['宜阳二中', 54, 2700, 34_000], metres)).toEqual(['D2 differs 34000→33000']);
  });

  test('says by its id whether a unit was mistaken, and offers the plan’s figure', () => {
    const first = (row: Row) => reportsOf(planValue, { grid: gridOf(HEADER, row, ['合成一校', 24, 1080, 20]) })[0];
    expect(first(['宜阳二中', 54, 0.27, 49.5])?.id).toBe('X06');
    expect(first(['宜阳二中', 54, 2700, 33_000])?.id).toBe('X06');
    expect(first(['宜阳二中', 54, 27_000, 49.5])?.id).toBe('P03');
    expect(first(['宜阳二中', 54, 2710, 49.5])).toMatchObject({
      level: 'error',
      causes: { corrected: [2700] },
      leansOn: [{ columns: [2], rows: [1] }],
    });
    expect(first(['宜阳二中', 54, 2710, 49.5])?.repair?.()).toMatchObject({
      choices: [{ edits: [{ edit: { content: { value: 2700 } } }] }],
    });
    expect(first(['宜阳二中', 2700, 54, 49.5])?.causes).toEqual({
      reaches: { sheet: '附件2', rows: [1], columns: [1, 2] },
    });
  });

  test('derived figures are doubts, those that it does not show are hints, many of them one', () => {
    const derived = reportsOf(planValue, {
      grid: gridOf(HEADER, ['宜春市第十中学', 48, 2400, 210], ['合成一校', 24, 1080, 20]),
    });
    expect(derived.map(({ id, message, level, expected, causes }) => [id, message, level, expected, causes])).toEqual([
      ['P05', 'derived', 'warning', '200', { corrected: [200] }],
    ]);
    expect(
      said(planValue, { grid: gridOf(HEADER, ['宜春市第十中学', 48, 2400, 200], ['合成一校', 24, 1080, 20]) }),
    ).toEqual([]);
    const hidden = yichunPlan.schools
      .filter(
        ({ name, plannedClasses, derivations }) =>
          name !== null && plannedClasses.value === null && !derivations.plannedClasses,
      )
      .map(({ name }) => name);
    const rows = (count: number) => hidden.slice(0, count).map((name): Row => [name, 12]);
    const told = (count: number) =>
      said(planValue, { grid: gridOf('学校名称 | 规划班数', ...rows(count), ['宜阳二中', 54], ['合成一校', 24]) });
    expect(told(2)).toEqual(['B2 notShown 12', 'B3 notShown 12']);
    expect(told(3)).toEqual(['B2:B4 manyNotShown']);
  });
});
