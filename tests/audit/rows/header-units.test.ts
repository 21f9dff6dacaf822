import { headerUnit } from '../../../src/audit/rules/header-unit';
import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];

describe('the unit of a header against the plan’s figures', () => {
  /** 宜春市第二小学 46.1 亩, 宜春市袁河小学 34.5, 宜阳二中 49.5, 宜春市第三小学 13.1, 宜春市特殊教育学校 32.7. */
  const NAMES = ['宜春市第二小学', '宜春市袁河小学', '宜阳二中', '宜春市第三小学', '宜春市特殊教育学校'];
  const land = (header: string, ...values: readonly CellValue[]) =>
    said(headerUnit, {
      grid: gridOf(
        `学校名称 | 建设主体 | ${header}`,
        ...values.map((value, i): Row => [NAMES[i] ?? '', '袁州区', value]),
      ),
    }).map((one) => one.split(' ').slice(1).join(' '));
  const WRONG = ['contradicts ㎡→亩'];

  test.each<[string, readonly CellValue[], readonly string[]]>([
    ['all right', [30_733, 23_000, 33_000], []],
    ['all as the plan writes them', [46.1, 34.5, 49.5], WRONG],
    ['nearly, as somebody rounded them', [46, 34.5, 49.5], WRONG],
    ['one, and the others as they should be', [46.1, 23_000, 33_000], []],
    ['two of three', [46.1, 34.5, 33_000], []],
    ['three of four', [46.1, 34.5, 49.5, 8733], WRONG],
    ['two, the others somewhere else', [46.1, 34.5, 77, 88, 99], WRONG],
    ['one of one', [46.1], WRONG],
    ['one of one, and zeros', [46.1, 0, -3, null, '待定'], WRONG],
    ['none of them anybody’s', [77, 88, 99], []],
  ])('㎡ over %s', (_, values, expected) => expect(land('规划用地(㎡)', ...values)).toEqual(expected));

  test.each<[string, readonly CellValue[], boolean]>([
    ['all right', [46.1, 34.5, 49.5], false],
    ['all in square metres', [30_733, 23_000, 33_000], true],
    ['one of one in square metres', [30_733], false],
    ['two of two in square metres', [30_733, 23_000], true],
    ['one of two in square metres', [30_733, 77], true],
    ['all in hectares', [3.07, 2.3, 3.3], true],
  ])('亩 over %s', (_, values, isWrong) => expect(land('规划用地(亩)', ...values)).toHaveLength(isWrong ? 1 : 0));

  test('of money in annex 3', () => {
    const shown = yichunPlan.funds.filter(({ amount }) => amount.value !== null).slice(0, 3);
    const funds = (header: string, factor: number) =>
      said(headerUnit, {
        grid: gridOf(
          `项目名称 | ${header}`,
          ...shown.map(({ name, amount }): Row => [name, (amount.value ?? 0) * factor]),
        ),
        sheet: '附件3',
      });
    expect(funds('金额（万元）', 1)).toEqual([]);
    expect(funds('金额（元）', 10_000)).toEqual([]);
    expect(funds('金额（元）', 1)).toEqual(['B1 contradicts 元→万元']);
    expect(funds('金额（万元）', 10_000)).toEqual(['B1 contradicts 万元→元']);
  });

  test('that the program cannot convert is named; a rate has none to convert', () => {
    expect(land('规划用地(所)', 46.1, 34.5)).toEqual(['unknown 所→亩']);
    expect(land('规划用地(m2)', 30_733, 23_000)).toEqual([]);
    const rate = gridOf('学校名称 | 规划学位 | 完成率(所)', ['宜阳二中', 2700, 50], ['江丰小学', 810, 40]);
    expect(said(headerUnit, { grid: rate })).toEqual([]);
  });

  test('is not judged where two headers were exchanged', () => {
    const grid = gridOf(
      '学校名称 | 规划班数 | 规划学位 | 规划用地(㎡)',
      ['宜阳二中', 54, 49.5, 2700],
      ['宜春市第二小学', 42, 46.1, 1890],
    );
    expect(said(headerUnit, { grid })).toEqual([]);
  });
});

describe('the unit of a header by what a school can be', () => {
  const strangers = (header: string, ...rows: readonly Row[]) =>
    said(headerUnit, {
      grid: gridOf(`学校名称 | ${header}`, ...rows.map((row, i): Row => [`合成${'甲乙丙丁'[i] ?? ''}学校`, ...row])),
    }).map((one) => one.split(' ').slice(1).join(' '));
  const thrice = (header: string, ...row: Row) => strangers(header, row, row, row);
  const LAND = ['contradicts ㎡→亩'];

  // 3 to 120 square metres for each seat.
  test.each<[number, number, readonly string[]]>([
    [1000, 30, LAND],
    [1000, 20_000, []],
    [1000, 3000, []],
    [1000, 120_000, []],
    [1000, 4.5, LAND],
    [1000, 4.4, []],
    [1000, 179, LAND],
    [1000, 181, []],
  ])('%d seats on %d ㎡', (seats, land, expected) =>
    expect(thrice('规划班数 | 规划学位 | 规划用地(㎡)', 24, seats, land)).toEqual(expected),
  );

  // 1 to 1000 亩, where no seats are known.
  test.each<[string, CellValue, number, readonly string[]]>([
    ['规划用地', null, 30, LAND],
    ['规划用地', 0, 30, LAND],
    ['规划用地', null, 667, []],
    ['规划用地', null, 666, LAND],
    ['规划用地', null, 666_000, []],
    ['规划用地', null, 0.9, []],
    ['规划用地', null, 1, LAND],
    ['供地面积', 1000, 30, LAND],
    ['供地面积', 1000, 667, []],
    ['供地面积', 1000, 0.9, []],
  ])('%s for %p seats: %d ㎡', (name, seats, land, expected) =>
    expect(thrice(`规划班数 | 规划学位 | ${name}(㎡)`, 24, seats, land)).toEqual(expected),
  );

  test.each<[string, number, readonly string[]]>([
    ['总投资(元)', 65_000_000, []],
    ['总投资(元)', 6500, ['contradicts 元→万元']],
    ['总投资(元)', 200_000, []],
    ['总投资(元)', 199_999, ['contradicts 元→万元']],
    ['总投资(元)', 20, ['contradicts 元→万元']],
    ['总投资(元)', 19, []],
    ['总投资(亿元)', 0.65, []],
    ['总投资(亿元)', 50, []],
    ['总投资(亿元)', 51, ['contradicts 亿元→万元']],
    ['总投资(亿元)', 500_000, ['contradicts 亿元→万元']],
    ['总投资(亿元)', 500_001, []],
    ['完成投资(亿元)', 50, []],
    ['完成投资(亿元)', 51, ['contradicts 亿元→万元']],
    ['完成投资(元)', 6500, []],
  ])('%s: %d', (header, value, expected) =>
    expect(thrice(`规划班数 | 规划学位 | ${header}`, 24, 1080, value)).toEqual(expected),
  );

  // 5 to 100 seats for each class.
  test.each<[string, CellValue, number, readonly string[]]>([
    ['规划学位', 24, 1080, ['contradicts 万个→个']],
    ['规划学位', 24, 0.108, []],
    ['规划学位', 24, 0.012, []],
    ['规划学位', 24, 0.24, []],
    ['规划学位', 24, 120, ['contradicts 万个→个']],
    ['规划学位', 24, 119, []],
    ['规划学位', 24, 2400, ['contradicts 万个→个']],
    ['规划学位', 24, 2401, []],
    ['规划学位', null, 1080, []],
    ['已形成学位', 24, 1080, ['contradicts 万个→个']],
    ['已形成学位', 24, 0.108, []],
  ])('%s(万个) of %p classes: %d', (name, classes, value, expected) =>
    expect(thrice(`规划班数 | ${name}(万个) | 规划用地`, classes, value, 30)).toEqual(expected),
  );

  test('more than twice as many rows against it as for it', () => {
    const rows = (right: number, wrong: number): readonly Row[] => [
      ...Array.from({ length: right }, (): Row => [24, 1000, 20_000]),
      ...Array.from({ length: wrong }, (): Row => [24, 1000, 30]),
    ];
    const of = (right: number, wrong: number) =>
      strangers('规划班数 | 规划学位 | 规划用地(㎡)', ...rows(right, wrong)).length;
    expect([of(0, 1), of(0, 2), of(1, 2), of(1, 3)]).toEqual([0, 1, 0, 1]);
  });

  test('a row of the plan counts twice', () => {
    const of = (...rows: readonly Row[]) =>
      said(headerUnit, { grid: gridOf('学校名称 | 规划班数 | 规划学位 | 规划用地(㎡)', ...rows) }).length;
    const plan: Row = ['宜春市第二小学', 42, 1890, 46.1];
    const other = (value: number): Row => ['合成学校', 24, 1000, value];
    expect([of(plan, other(20_000)), of(plan, other(30), other(20_000)), of(other(30), other(20_000))]).toEqual([
      0, 1, 0,
    ]);
  });
});

describe('where the unit stands', () => {
  const at = (grid: string) => said(headerUnit, { grid }).map((one) => one.split(' ')[0]);
  test('in the header cell, in a line of its own, or under the name', () => {
    const own = (second: string, more = '') =>
      at(`
      |   | A | B | C | D |
      | 1 | 序号 | 学校名称 | 规划学位 | 规划用地${more} |
      | 2 |  |  | 个 | ${second} |
      | 3 | 1 | 宜春市第二小学 | 1890 | 46.1 |
      | 4 | 2 | 宜春市袁河小学 | 1620 | 34.5 |`);
    expect(own('公顷')).toEqual(['D1:D2']);
    expect(own('（公顷）')).toEqual(['D1:D2']);
    expect(own('亩')).toEqual([]);
    const group = at(`
      |   | A | B | C | D |
      | 1 | 序号 | 学校名称 | 规划 | |
      | 2 |  |  | 学位(个) | 用地(公顷) |
      | 3 | 1 | 宜春市第二小学 | 1890 | 46.1 |
      | 4 | 2 | 宜春市袁河小学 | 1620 | 34.5 |`);
    expect(group).toEqual(['D2']);
  });

  test('above the table for several columns: told once, unless it is the usual one', () => {
    const line = (unit: string, seats: number, land: readonly number[], invested: number) =>
      said(headerUnit, {
        grid: `
      |   | A | B | C | D | E |
      | 1 | 单位：${unit} |
      | 2 | 序号 | 学校名称 | 规划学位 | 总投资 | 累计完成投资 |
      | 3 | 1 | 宜春市第二小学 | ${seats} | ${invested} | ${invested} |
      | 4 | 2 | 宜春市袁河小学 | 1620 | ${invested} | ${invested} |`,
      });
    expect(line('个、亿元', 1890, [], 7500)).toEqual(['A1 contradicts 亿元→万元']);
    expect(line('个、万元', 1890, [], 7500)).toEqual([]);
    expect(line('个、万元', 1890, [], 75_000_000)).toEqual(['D2 contradicts 万元→元', 'E2 contradicts 万元→元']);
  });

  test('what it spoils is its column', () => {
    const [one] = reportsOf(headerUnit, {
      grid: gridOf('学校名称 | 规划学位 | 规划用地(所)', ['宜阳二中', 2700, 49.5], ['江丰小学', 810, 20]),
    });
    expect(one).toMatchObject({
      message: 'unknown',
      level: 'warning',
      causes: { reaches: { sheet: '附件2', rows: null, columns: [2] } },
    });
  });
});
