import { FREE_PROFILE, type Profile } from '../../../src/audit';
import { makeContext } from '../../../src/audit/context';
import { exchangedHeaders } from '../../../src/audit/exchanged-headers';
import { missingColumn } from '../../../src/audit/rules/missing-column';
import { straySpace } from '../../../src/audit/rules/stray-space';
import { valueScale } from '../../../src/audit/rules/value-scale';
import { yichunPlan } from '../../../src/plan';
import { recognizeWorkbook } from '../../../src/recognize';
import type { CellValue } from '../../../src/workbook';
import { workbookOfCase } from '../cases';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const strange = (name: string, ...cells: readonly CellValue[]): Row => [`合成${name}学校`, ...cells];

describe('one figure in another unit than its column', () => {
  const land = (seats: CellValue, value: CellValue) =>
    said(valueScale, {
      grid: gridOf(
        '学校名称 | 规划学位 | 规划用地',
        strange('甲', seats, value),
        strange('乙', 1080, 30),
        strange('丙', 1080, 40),
        strange('丁', 1080, 50),
      ),
    });
  test.each<[CellValue, CellValue, readonly string[]]>([
    [1080, 30, []],
    [1080, 1600, []],
    [1080, 1650, ['C2 land 1650']],
    [1080, 20_000, ['C2 land 20000']],
    [1080, 0.49, []],
    [1080, 0.48, ['C2 land 0.48']],
    [null, 15_000, []],
    [null, 17_000, ['C2 column 17000']],
    [0, 17_000, ['C2 column 17000']],
    [1080, 0, []],
    [1080, null, []],
    [1080, -20_000, []],
  ])('%p seats on %p 亩', (seats, value, expected) => expect(land(seats, value)).toEqual(expected));

  test('says what it would be in the unit that was meant; hardly any seats may be what is wrong', () => {
    const reports = (seats: number, value: number) =>
      reportsOf(valueScale, {
        grid: gridOf(
          '学校名称 | 规划学位 | 规划用地',
          strange('甲', seats, value),
          strange('乙', 1080, 30),
          strange('丙', 1080, 40),
          strange('丁', 1080, 50),
        ),
      });
    const [one] = reports(1080, 20_000);
    expect(one?.stage).toBe('slip');
    expect(one?.text).toContain('合每个学位 12346 平方米');
    const [a = 0, b = 0, c = 0, d = 0] = one?.causes.corrected ?? [];
    expect([a, b, c, d].map((value) => Number(value.toFixed(3)))).toEqual([30, 30, 2000, 200]);
    expect(reports(10, 30)[0]?.stage).toBe('row');
    expect(reports(10, 301)[0]?.stage).toBe('slip');
    expect(reports(1080, 0.48)[0]?.text).toContain('合每个学位 0.30 平方米');
  });

  const money = (...values: readonly CellValue[]) =>
    said(valueScale, {
      grid: gridOf(
        '学校名称 | 规划学位 | 完成投资（万元）',
        ...values.map((value, i) => strange('甲乙丙丁戊'[i] ?? '', 1080, value)),
      ),
    });
  test('of money is told by the middle of its column', () => {
    expect(money(40, 50, 60, 20_000)).toEqual([]);
    expect(money(40, 50, 60, 20_001)).toEqual(['C5 column 20001']);
    expect(money(4000, 1_000_000)).toEqual([]);
    expect(money(4000, 20_000_000)).toEqual(['C3 beyond 20000000']);
  });

  test('a whole that is a ten-thousandth of what was spent of it', () => {
    const of = (whole: CellValue, part: CellValue) =>
      said(valueScale, {
        grid: gridOf(
          '学校名称 | 规划学位 | 总投资（万元） | 完成投资（万元）',
          strange('甲', 1080, whole, part),
          strange('乙', 1080, 6000, 3000),
          strange('丙', 1080, 7000, 3000),
          strange('丁', 1080, 8000, 3000),
        ),
      });
    expect(of(0.65, 3000)).toEqual(['C2 small 0.65']);
    expect(of(0.3, 3000)).toEqual(['C2 small 0.3']);
    expect(of(0.29, 3000)).toEqual([]);
    expect(of(60, 3000)).toEqual([]);
    expect(of(59, 3000)).toEqual(['C2 small 59']);
    expect(of(0.65, null)).toEqual([]);
    expect(of(0, 3000)).toEqual([]);
    const [one] = reportsOf(valueScale, {
      grid: gridOf(
        '学校名称 | 规划学位 | 总投资（万元） | 完成投资（万元）',
        strange('甲', 1080, 0.65, 3000),
        strange('乙', 1080, 6000, 3000),
        strange('丙', 1080, 7000, 3000),
        strange('丁', 1080, 8000, 3000),
      ),
    });
    expect(one?.causes).toEqual({ blocks: true, corrected: [6500] });
  });
});

describe('two headers that were exchanged', () => {
  const exchanged = (header: string, ...rows: readonly Row[]) => {
    const workbook = workbookOfCase({ name: '', grid: gridOf(header, ...rows) });
    const context = makeContext({
      workbook,
      recognition: recognizeWorkbook(workbook, yichunPlan),
      plan: yichunPlan,
      profile: FREE_PROFILE,
      unit: null,
      previous: null,
    });
    const [view] = context.tables;
    return view ? exchangedHeaders(context, view) : null;
  };
  const third = yichunPlan.schools.find(
    ({ name, plannedClasses, plannedSeats }) =>
      name !== null &&
      name !== '宜阳二中' &&
      name !== '宜春市第二小学' &&
      plannedClasses.value !== null &&
      plannedSeats.value !== null,
  );
  const SEATS = '学校名称 | 规划班数 | 规划学位 | 规划用地';
  test.each<[string, readonly Row[], readonly string[] | null]>([
    [
      'as they should be',
      [
        ['宜阳二中', 54, 2700, 49.5],
        ['宜春市第二小学', 42, 1890, 46.1],
      ],
      null,
    ],
    [
      'classes and seats',
      [
        ['宜阳二中', 2700, 54, 49.5],
        ['宜春市第二小学', 1890, 42, 46.1],
      ],
      ['plannedClasses', 'plannedSeats'],
    ],
    [
      'seats and land',
      [
        ['宜阳二中', 54, 49.5, 2700],
        ['宜春市第二小学', 42, 46.1, 1890],
      ],
      ['plannedSeats', 'plannedLand'],
    ],
    [
      'classes and land',
      [
        ['宜阳二中', 49.5, 2700, 54],
        ['宜春市第二小学', 46.1, 1890, 42],
      ],
      ['plannedClasses', 'plannedLand'],
    ],
    ['one row alone', [['宜阳二中', 2700, 54, 49.5], strange('甲', null, null, 20)], null],
    [
      'one row right',
      [
        ['宜阳二中', 2700, 54, 49.5],
        ['宜春市第二小学', 1890, 42, 46.1],
        ['宜春市袁河小学', 36, 1620, 34.5],
      ],
      null,
    ],
    [
      'one figure right',
      [
        ['宜阳二中', 2700, 54, 49.5],
        ['宜春市第二小学', 1890, 42, 46.1],
        [third?.name ?? '', third?.plannedClasses.value ?? null, 9, 34.5],
      ],
      null,
    ],
    [
      'schools that the plan has not',
      [strange('甲', 1080, 24, 20), strange('乙', 900, 20, 20)],
      ['plannedClasses', 'plannedSeats'],
    ],
    ['such schools, too many seats a class', [strange('甲', 2500, 24, 20), strange('乙', 2100, 20, 20)], null],
    ['such schools, too few seats a class', [strange('甲', 100, 24, 20), strange('乙', 90, 20, 20)], null],
    [
      'such schools, one as it should be',
      [strange('甲', 1080, 24, 20), strange('乙', 900, 20, 20), strange('丙', 18, 810, 20)],
      null,
    ],
    [
      'blanks aside',
      [
        ['宜阳二中', 2700, 54, 49.5],
        ['宜春市第二小学', 1890, 42, 46.1],
        ['宜春市袁河小学', null, 1620, 34.5],
        ['江丰小学', 0, 810, 20],
      ],
      ['plannedClasses', 'plannedSeats'],
    ],
  ])('%s', (_, rows, expected) => expect(exchanged(SEATS, ...rows)).toEqual(expected));
  test('are looked for among schools only', () =>
    expect(exchanged('项目名称 | 金额（万元）', ['教育教学质量奖', 400], ['教育信息化提升专项', 100])).toBeNull());
});

describe('spaces that nobody sees', () => {
  const of = (name: CellValue, builder: CellValue = '袁州区', remark: CellValue = '合成') =>
    said(straySpace, {
      grid: gridOf(
        '序号 | 学校名称 | 规划班数 | 建设主体 | 备注',
        [1, name, 24, builder, remark],
        [2, '枫林小学', 12, '袁州区', '合成'],
      ),
    });
  test.each<[string, readonly string[]]>([
    ['江丰小学', []],
    ['␣江丰小学', ['B2 edge  江丰小学→江丰小学']],
    ['江丰小学⏎', ['B2 edge 江丰小学\n→江丰小学']],
    ['江丰小学\u200b', ['B2 edge 江丰小学\u200b→江丰小学']],
    ['江丰 小学', ['B2 inside 江丰 小学→江丰小学']],
    ['江丰⏎小学', ['B2 inside 江丰\n小学→江丰小学']],
    ['江丰 小学（新）', ['B2 inside 江丰 小学（新）→江丰小学（新）']],
    ['江丰 A 小学', []],
  ])('%j', (name, expected) => expect(of(name)).toEqual(expected));
  test('inside words count where names are looked up, at ends everywhere', () => {
    expect(of('江丰小学', '袁州 区')).toEqual(['D2 inside 袁州 区→袁州区']);
    expect(of('江丰小学', '袁州区', '一期 在建')).toEqual([]);
    expect(of('江丰小学', '袁州区', '␣一期 在建')).toEqual(['E2 edge  一期 在建→一期 在建']);
  });
});

describe('columns that are not there', () => {
  const row = (...cells: readonly CellValue[]): Row => ['江丰小学', ...cells];
  const of = (header: string, first: Row, second: Row, profile: Profile = FREE_PROFILE) =>
    reportsOf(missingColumn, { grid: gridOf(header, first, second) }, { profile }).map(
      ({ message, level, expected, found }) =>
        [message, level, expected, found].filter((part) => part !== '').join(' '),
    );
  const submission: Profile = { ...FREE_PROFILE, isSubmission: true };
  test('are named, as errors in what is handed in', () => {
    const header = '序号 | 学校名称 | 规划班数 | 规划用地 | 建设主体';
    const rows = [
      [1, '江丰小学', 18, 20, '袁州区'],
      [2, '枫林小学', 12, 20, '袁州区'],
    ] as const;
    expect(of(header, rows[0], rows[1])).toEqual(['missing warning 规划学位']);
    expect(of(header, rows[0], rows[1], submission)).toEqual(['missing error 规划学位']);
  });
  test('are only mentioned of a list that is none of the annex’s', () => {
    const levels = of('学校名称 | 规划学位', row(810), ['枫林小学', 540], submission).map((line) => line.split(' ')[1]);
    expect(new Set(levels)).toEqual(new Set(['info']));
  });
  test('may be there under another name', () => {
    const header = '序号 | 学校名称 | 规划班数 | 容量 | 规划用地 | 建设主体';
    const found = of(header, [1, '江丰小学', 18, 810, 20, '袁州区'], [2, '枫林小学', 12, 540, 20, '袁州区']);
    expect(found).toEqual([expect.stringMatching(/规划学位/u)]);
  });
});
