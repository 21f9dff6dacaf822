import { acrossPeriods } from '../../../src/audit/rules/across-periods';
import { monthSeries } from '../../../src/audit/rules/month-series';
import { reportDate } from '../../../src/audit/rules/report-date';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];

/** A list of schools under a line with its period and one with its date of report. */
const dated = (date: string, period: string): string => `
  |   | A | B | C | D |
  | 1 | ${period} | | | ${date} |
  | 2 | 序号 | 学校名称 | 规划班数 | 规划学位 |
  | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 |`;

describe('the day of a report', () => {
  const on = (date: string, period: string) =>
    said(reportDate, { grid: dated(`填报日期：${date}`, period) }).map((one) => one.split(' ')[1]);

  test.each<[string, string, readonly string[]]>([
    ['2023年6月', '2023年5月31日', ['before']],
    ['2023年6月', '2023年6月1日', []],
    ['2023年6月', '2024年6月30日', []],
    ['2023年6月', '2024年7月1日', ['late']],
    ['2023年第二季度', '2023年3月31日', ['before']],
    ['2023年第二季度', '2023年4月1日', []],
    ['2023年第二季度', '2024年6月30日', []],
    ['2023年第二季度', '2024年7月1日', ['late']],
    ['合成数据', '2019年12月31日', ['offPlan']],
    ['合成数据', '2020年1月1日', []],
    ['合成数据', '2027年12月31日', []],
    ['合成数据', '2028年1月1日', ['offPlan']],
    ['2023年6月', '2023年6月31日', ['impossible']],
    ['2023年6月', '年底', ['unreadable']],
  ])('for %s: %s', (period, date, expected) => expect(on(date, period)).toEqual(expected));

  test.each(['（星期一）', '星期一', '(周一)', ' 周日', '上午', '下午3时', '（周一）下午3:20'])(
    'may say more than the day: %s',
    (more) =>
      expect([on(`2023年7月3日${more}`, '2023年6月'), on(`2023年5月3日${more}`, '2023年6月')]).toEqual([
        [],
        ['before'],
      ]),
  );
});

describe('the period of a day', () => {
  const list = (period: string, date: string): string =>
    `|   | A | B | C |\n| 1 | ${period} |\n| 2 | 序号 | 学校名称 | 规划学位 |\n| 3 | 1 | 江丰小学 | 810 |\n| 4 | 2 | 枫林小学 | 540 |\n| 5 | ${date} |`;
  const on = (own: string, more: Readonly<Record<string, string>>) =>
    said(reportDate, { grid: list(own, '填报日期：2023年5月8日'), more }).map((one) => one.split(' ')[1]);

  test('is that of its own sheet; of the others where they agree', () => {
    expect(on('2023年6月', { 续表: list('2023年4月', '') })).toEqual(['before']);
    expect(on('2023年4月', { 续表: list('2023年6月', '') })).toEqual([]);
    expect(on('合成数据', { 续表: list('2023年6月', '') })).toEqual(['before']);
    expect(on('合成数据', { 续表: list('2023年6月', ''), 又表: list('2023年6月', '') })).toEqual(['before']);
    expect(on('合成数据', { 续表: list('2023年6月', ''), 又表: list('2023年7月', '') })).toEqual([]);
  });

  test('is the whole time that the sheet’s several lines speak of', () => {
    const both = (date: string) => {
      const grid = `
        |   | A | B | C | D |
        | 1 | 学校建设情况（2023年6月） |
        | 2 | 报告期：2023年第三季度 | | | 填报日期：${date} |
        | 3 | 序号 | 学校名称 | 规划班数 | 规划学位 |
        | 4 | 1 | 赣西中等职业技术学校 | 56 | 2800 |`;
      return said(reportDate, { grid }).map((one) => one.split(' ')[1]);
    };
    expect([both('2023年5月31日'), both('2023年6月1日'), both('2024年9月30日'), both('2024年10月2日')]).toEqual([
      ['before'],
      [],
      [],
      ['late'],
    ]);
  });
});

describe('what the previous submission says', () => {
  const HEADER = '学校名称 | 规划班数 | 规划学位（万个） | 已形成学位 | 项目状态';
  const other: Row = ['枫林小学', 12, 0.054, 0, '在建'];
  const since = (before: Row, now: Row, header = HEADER) =>
    said(acrossPeriods, { grid: gridOf(header, now, other), before: gridOf(header, before, other) });
  test.each<[Row, Row, readonly string[]]>([
    [['江丰小学', 18, 0.081, 400, '在建'], ['江丰小学', 18, 0.081, 400, '在建'], []],
    [['江丰小学', 18, 0.081, 400, '在建'], ['江丰小学', 18, 0.081, 500, '装修施工'], []],
    [['江丰小学', 18, 0.081, 400, '在建'], ['江丰小学', 18, 0.081, 399, '在建'], ['D2 falls 399→不小于 400']],
    [['江丰小学', 18, 0.081, 400, '在建'], ['江丰小学', 18, 0.081, 399.996, '在建'], []],
    [['江丰小学', 18, 0.081, 400, '在建'], ['江丰小学', 18, 0.081, null, '在建'], []],
    [['江丰小学', 18, 0.081, null, '在建'], ['江丰小学', 18, 0.081, 400, '在建'], []],
    [['江丰小学', 18, 0.081, 400, '在建'], ['江丰小学', 18, 0.09, 400, '在建'], ['C2 planChanged 0.09→0.081']],
    [['江丰小学', 18, 0.081, 400, '在建'], ['江丰小学', 20, 0.081, 400, '在建'], ['B2 planChanged 20→18']],
    [['江丰小学', 18, 0.081, 400, '装修施工'], ['江丰小学', 18, 0.081, 400, '在建'], ['E2 back 在建→装修施工']],
    [['江丰小学', 18, 0.081, 400, '装修施工'], ['江丰小学', 18, 0.081, 400, '见备注'], []],
    [['江丰小学', 18, 0.081, 400, '见备注'], ['江丰小学', 18, 0.081, 400, '未开工'], []],
    [['江丰小学', 18, 0.081, 400, '在建'], ['数圆小学', 18, 0.081, 100, '未开工'], ['A1:E1 vanished →江丰小学']],
    [[null, 18, 0.081, 400, '在建'], ['数圆小学', 18, 0.081, 100, '未开工'], []],
  ])('%j then %j', (before, now, expected) => expect(since(before, now)).toEqual(expected));

  test('of a school under another spelling is said of the same school', () =>
    expect(since(['北湖小学（暂名）', 18, 0.081, 400, '在建'], ['北湖小学', 18, 0.081, 300, '在建'])).toEqual([
      'D2 falls 300→不小于 400',
    ]));

  test('of land, of funds and of figures that neither stay nor grow', () => {
    const header = '学校名称 | 规划班数 | 规划用地 | 建筑面积 | 供地面积';
    const land = (before: Row, now: Row) =>
      said(acrossPeriods, {
        grid: gridOf(header, now, ['枫林小学', 12]),
        before: gridOf(header, before, ['枫林小学', 12]),
      });
    expect(land(['江丰小学', 18, 20, 900, 15], ['江丰小学', 18, 21, 800, 15])).toEqual(['C2 planChanged 21→20']);
    expect(land(['江丰小学', 18, 20, 900, 15], ['江丰小学', 18, 20, 900, 14])).toEqual(['E2 falls 14→不小于 15']);
    const fund = (before: Row, now: Row) =>
      said(acrossPeriods, {
        grid: gridOf('项目名称 | 金额（万元） | 已支出 | 结余', now, ['教育信息化提升专项', 100, 10, 90]),
        before: gridOf('项目名称 | 金额（万元） | 已支出 | 结余', before, ['教育信息化提升专项', 100, 10, 90]),
        sheet: '附件3',
      });
    expect(fund(['教育教学质量奖', 400, 100, 300], ['教育教学质量奖', 400, 150, 250])).toEqual([]);
    expect(fund(['教育教学质量奖', 400, 100, 300], ['教育教学质量奖', 410, 90, 320])).toEqual([
      'B2 planChanged 410→400',
      'C2 falls 90→不小于 100',
    ]);
  });

  test('of an indicator: a rate may fall with the number of pupils', () => {
    const header = '指标名称 | 计量单位 | 2025年目标 | 本期完成 | 上期完成';
    const indicator = (before: Row, now: Row) =>
      reportsOf(acrossPeriods, {
        grid: gridOf(header, now, ['普惠性幼儿园覆盖率', '%', 90]),
        before: gridOf(header, before, ['普惠性幼儿园覆盖率', '%', 90]),
        sheet: '目标',
      }).map(({ message, level, found, expected }) => [message, level, found, expected].join(' '));
    const rate = (actual: CellValue, previous: CellValue = null): Row => ['义务教育巩固率', '%', 97, actual, previous];
    const seats = (actual: CellValue, previous: CellValue = null): Row => [
      '新增学位总数',
      '万个',
      5.18,
      actual,
      previous,
    ];
    expect(indicator(rate(96), rate(95))).toEqual(['falls warning 95 不小于 96']);
    expect(indicator(seats(3), seats(2))).toEqual(['falls error 2 不小于 3']);
    expect(indicator(seats(3), seats(4, 3))).toEqual([]);
    expect(indicator(seats(3), seats(4, 3.005))).toEqual([]);
    expect(indicator(seats(3), seats(4, 2.9))).toEqual(['previousDiffers info 2.9 3']);
    expect(indicator(seats(null), seats(4, 2.9))).toEqual([]);
    expect(indicator(['新增学位-初中', '万个', 2.18, 2], seats(4))).toEqual(['vanished warning  新增学位-初中']);
  });

  test('is said of the cell that changed, and of a list only where there is one', () => {
    const [one] = reportsOf(acrossPeriods, {
      grid: gridOf(HEADER, ['江丰小学', 18, 0.081, 300, '在建'], other),
      before: gridOf(HEADER, ['江丰小学', 18, 0.081, 400, '在建'], other),
    });
    expect(one).toMatchObject({ level: 'error', leansOn: [{ columns: [3], rows: [1] }] });
    expect([one?.leansOn[0]?.has(1), one?.leansOn[0]?.has(2)]).toEqual([true, false]);
    const [gone] = reportsOf(acrossPeriods, {
      grid: gridOf(HEADER, other),
      before: gridOf(HEADER, ['江丰小学', 18, 0.081, 400, '在建'], other),
    });
    expect(gone?.place).toMatchObject({ key: expect.stringMatching(/^schools#1\|vanished\|/u), subject: '江丰小学' });
    expect(
      said(acrossPeriods, {
        grid: gridOf('项目名称 | 金额（万元）', ['教育教学质量奖', 400], ['教育信息化提升专项', 100]),
        before: gridOf(HEADER, ['江丰小学', 18, 0.081, 400, '在建'], other),
      }),
    ).toEqual([]);
  });
});

describe('figures from month to month', () => {
  const HEADS = '1月 | 2月 | 3月';
  const of = (rows: readonly Row[], heads = HEADS, header = '学校名称 | 总投资（万元）') =>
    said(monthSeries, { grid: gridOf(`${header} | ${heads} | 规划学位`, ...rows) });
  const rows = (first: Row, count = 4): Row[] => [
    ['合成甲学校', 5000, ...first, 810],
    ...Array.from({ length: count }, (_, i): Row => [
      `合成${'乙丙丁戊己'[i] ?? ''}学校`,
      5000,
      100 + i,
      200 + i,
      300 + i,
      810,
    ]),
  ];
  test.each<[Row, readonly string[]]>([
    [[100, 200, 300], []],
    [[100, 100, 100], []],
    [[100, 90, 300], ['D2 falls 90']],
    [[100, 99.996, 300], []],
    [[100, 200, 190], ['E2 falls 190']],
    [[100, null, 90], ['E2 falls 90']],
    [[100, '—', 90], ['E2 falls 90']],
    [[null, 100, 200], []],
    [[100, 200, 5000], []],
    [[100, 200, 5001], ['E2 beyond 5001']],
    [[100, 6000, null], []],
    [
      [6000, 100, 5001],
      ['D2 falls 100', 'E2 beyond 5001'],
    ],
  ])('%j', (first, expected) => expect(of(rows(first))).toEqual(expected));

  test('are sums where three rows grow and hardly any falls', () => {
    expect(of(rows([100, 90, 300], 3))).toEqual([]);
    expect(of(rows([100, 90, 300], 4))).toEqual(['D2 falls 90']);
    const still = rows([100, 90, 300], 2).concat([
      ['合成己学校', 5000, 100, 100, 100, 810],
      ['合成庚学校', 5000, 100, 200, 200, 810],
      ['合成辛学校', 5000, 100, null, 200, 810],
      ['合成壬学校', 5000, 100, '待定', 200, 810],
    ]);
    expect(of(still)).toEqual([]);
  });

  test.each<[string, boolean]>([
    ['1月 | 2月 | 3月', true],
    ['11月 | 12月 | 1月', true],
    ['2023年1月 | 2023年2月 | 2023年3月', true],
    ['二〇二三年1月 | 二〇二三年2月 | 二〇二三年3月', true],
    ['1-1月 | 1-2月 | 1-3月', true],
    ['1至4月 | 1至5月 | 1至6月', true],
    ['截至1月底 | 截至2月底 | 截至3月底', true],
    ['至4月末 | 至5月末 | 至6月末', true],
    ['1月份 | 2月份 | 3月份', true],
    ['1月累计 | 2月累计 | 3月累计', true],
    ['1月(万元) | 2月(万元) | 3月(万元)', true],
    ['1月 | 2月 | 4月', false],
    ['3月 | 2月 | 1月', false],
    ['1月 | 2月 | 序列', false],
    ['11月 | 12月 | 13月', false],
    ['0月 | 1月 | 2月', false],
    ['1月计划 | 2月计划 | 3月计划', false],
    ['本年1月 | 本年2月 | 本年3月', false],
  ])('under headers such as %s: %p', (heads, isSeries) =>
    expect(of(rows([100, 90, 300]), heads)).toHaveLength(isSeries ? 1 : 0),
  );

  test('the longest run of months counts, wherever it begins', () => {
    const grid = (third: number) =>
      gridOf(
        '学校名称 | 规划班数 | 5月 | 1月 | 2月 | 3月 | 9月 | 规划学位',
        ...['甲', '乙', '丙', '丁', '戊'].map((one, i): Row => [
          `合成${one}学校`,
          18,
          900,
          100,
          200,
          i === 0 ? third : 300,
          1,
          810,
        ]),
      );
    expect(said(monthSeries, { grid: grid(300) })).toEqual([]);
    expect(said(monthSeries, { grid: grid(190) })).toEqual(['F2 falls 190']);
  });

  test('rest on the two months, or on the last and the whole; in another unit of the whole', () => {
    const [fall, beyond] = reportsOf(monthSeries, {
      grid: gridOf(
        '学校名称 | 总投资（亿元） | 1月 | 2月 | 3月 | 规划学位',
        ['合成甲学校', 0.5, 6000, 100, 0.6, 810],
        ...['乙', '丙', '丁', '戊'].map((one): Row => [`合成${one}学校`, 0.5, 0.1, 0.2, 0.3, 810]),
      ),
    });
    expect(fall).toMatchObject({ message: 'falls', leansOn: [{ columns: [2, 3], rows: [1] }] });
    expect(beyond).toMatchObject({ message: 'beyond', leansOn: [{ columns: [4, 1], rows: [1] }] });
    expect(beyond?.text).toContain('超过计划投资 0.5');
    expect([fall?.leansOn[0]?.has(1), fall?.leansOn[0]?.has(2)]).toEqual([true, false]);
  });

  test('in a sheet that is none of the plan’s tables are named by their row', () => {
    const lines = ['甲', '乙', '丙', '丁', '戊'].map(
      (one, i) => `| ${i + 2} | ${one} | 100 | ${i === 0 ? 90 : 200} | 300 |`,
    );
    const grid = [
      '|   | A | B | C | D |',
      '| 1 | 项目 | 1月 | 2月 | 3月 |',
      ...lines,
      '| 7 | 合计 | 500 | 890 | 1500 |',
    ].join('\n');
    const [one] = reportsOf(monthSeries, { grid, sheet: '合成' });
    expect(one?.text).toBe('第 2 行2月累计 90，小于1月的 100。');
    expect(one?.place.view).toBeNull();
  });
});
