import { indicators } from '../../../src/audit/rules/indicators';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const HEADER = '指标名称 | 计量单位 | 2025年目标 | 本期完成 | 是否达到';
const of = (...rows: readonly Row[]) => said(indicators, { grid: gridOf(HEADER, ...rows), sheet: '目标' });
const SEATS = '新增学位总数';
const RATE = '义务教育巩固率';
const GROSS = '学前三年毛入园率';
const OTHER: Row = ['普惠性幼儿园覆盖率', '%', 90, null, null];

describe('the target and its unit', () => {
  test.each<[Row, readonly string[]]>([
    [[SEATS, '万个', 5.18], []],
    [[SEATS, '万人', 5.18], []],
    [[SEATS, null, 5.18], []],
    [[SEATS, '个', 51_800], []],
    [[SEATS, '个', 5.18], ['B2 unit 个→万个']],
    [[SEATS, '亩', 5.18], ['B2 unit 亩→万个']],
    [[SEATS, '万个', 5.2], ['C2 target 5.2→5.18']],
    [[SEATS, '万个', 51.8], ['C2 target 51.8→5.18']],
    [[SEATS, '个', 51_900], ['C2 target 51900→51800']],
    [[SEATS, '万个', null], []],
    [[RATE, '%', 97], []],
    [[RATE, '％', 97], []],
    [[RATE, '%', 0.97], ['C2 scale 0.97→97']],
    [[RATE, '%', 96], ['C2 target 96→97']],
    [['职普比', '文字', '大体相当'], []],
    [['职普比', '—', '职普比大体相当'], []],
    [['职普比', '文字', '职高多于普高'], ['C2 targetText 职高多于普高→大体相当']],
  ])('%j', (row, expected) => expect(of(row, OTHER)).toEqual(expected));

  test('of percent cells are read as they show', () => {
    const grid = gridOf(HEADER, [RATE, '%', 0.97, 0.96], OTHER);
    expect(said(indicators, { grid, sheet: '目标', options: { percents: ['C2', 'D2'] } })).toEqual([]);
  });

  test('a changed figure is named with the slip that explains it', () => {
    const [one] = reportsOf(indicators, { grid: gridOf(HEADER, [SEATS, '万个', 51.8], OTHER), sheet: '目标' });
    expect(one?.text).toContain('多写或少写了 0');
    expect(one).toMatchObject({
      causes: { corrected: [5.18], blocks: true },
      leansOn: [{ columns: [2, 1], rows: [1] }],
    });
    expect([one?.leansOn[0]?.has(1), one?.leansOn[0]?.has(2)]).toEqual([true, false]);
    const number = reportsOf(indicators, { grid: gridOf(HEADER, ['职普比', '文字', 5], OTHER), sheet: '目标' });
    expect(number.map(({ message, level }) => [message, level])).toEqual([['targetText', 'error']]);
  });
});

describe('what is reached', () => {
  test.each<[Row, readonly string[]]>([
    [[RATE, '%', 97, 96.5], []],
    [[RATE, '%', 97, 0.965], ['D2 scale 0.965→96.5']],
    [[RATE, '%', 97, 1.2], ['D2 scale 1.2→120']],
    [[RATE, '%', 97, 1.3], []],
    [[RATE, '%', 97, 0], []],
    [[RATE, '%', 97, 100], []],
    [[RATE, '%', 97, 100.5], ['D2 above 100.5']],
    [[GROSS, '%', 93, 105], []],
    [[GROSS, '%', 93, 130], []],
    [[GROSS, '%', 93, 131], ['D2 above 131']],
    [[SEATS, '万个', 5.18, 3], []],
    [[SEATS, '万个', 5.18, 103.6], []],
    [[SEATS, '万个', 5.18, 30_000], ['D2 wan 30000→3']],
    [[SEATS, '个', 51_800, 30_000], []],
    [[SEATS, '万个', 5.18, '约3'], []],
  ])('%j', (row, expected) => expect(of(row, OTHER)).toEqual(expected));

  test.each<[Row, readonly string[]]>([
    [[RATE, '%', 97, 97, '是'], []],
    [[RATE, '%', 97, 98, '已达到'], []],
    [[RATE, '%', 97, 96, '否'], []],
    [[RATE, '%', 97, 96, '是'], ['E2 reachedWrong 是→否']],
    [[RATE, '%', 97, 96, '√'], ['E2 reachedWrong √→否']],
    [[RATE, '%', 97, 97, '否'], ['E2 reachedWrong 否→是']],
    [[RATE, '%', 97, 97, '未达标'], ['E2 reachedWrong 未达标→是']],
    [[RATE, '%', 97, 96, '基本'], []],
    [[RATE, '%', 97, 96, '完成情况见备注'], []],
    [[RATE, '%', 97, 98, '未定，否则另报'], []],
    [[RATE, '%', 97, null, '是'], []],
    [[SEATS, '个', 51_800, 51_800, '否'], ['E2 reachedWrong 否→是']],
    [['职普比', '文字', '大体相当', '4.5:5.5', '是'], []],
  ])('%j', (row, expected) => expect(of(row, OTHER)).toEqual(expected));

  const due = (period: string, value: number) =>
    said(indicators, {
      grid: `|   | A | B | C | D |\n| 1 | ${period} |\n| 2 | 指标名称 | 计量单位 | 2025年目标 | 本期完成 |\n| 3 | ${RATE} | % | 97 | ${value} |\n| 4 | ${GROSS} | % | 93 | 94 |`,
      sheet: '目标',
    });
  test.each<[string, number, readonly string[]]>([
    ['报告期：2025年12月', 96, ['D3 unreached 96→97']],
    ['报告期：2025年12月', 97, []],
    ['报告期：2025年11月', 96, []],
    ['报告期：2025年第四季度', 96, ['D3 unreached 96→97']],
    ['报告期：2025年第三季度', 96, []],
    ['报告期：2026年1月', 96, ['D3 unreached 96→97']],
    ['报告期：2024年12月', 96, []],
    ['合成数据', 96, []],
  ])('%s, %d reached', (period, value, expected) => expect(due(period, value)).toEqual(expected));
});

describe('the list of indicators', () => {
  test('has each once; a slightly different name is told', () => {
    expect(of([RATE, '%', 97], [RATE, '%', 97])).toEqual(['A3 twice 义务教育巩固率']);
    expect(of([RATE, '%', 97], ['义务教育巩固率', '%', 97])).toHaveLength(1);
    expect(of(['义务教育巩因率', '%', 97], OTHER)).toEqual(['A2 misspelt 义务教育巩因率→义务教育巩固率']);
    expect(of(['义务教育巩因率', '%', 97], [RATE, '%', 97])).toEqual([]);
    expect(of(['合成的指标', '%', 97], OTHER)).toEqual([]);
  });
});
