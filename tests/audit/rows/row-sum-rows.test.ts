import { rowSum } from '../../../src/audit/rules/row-sum';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑'];
/** Schools with these figures behind their names; the last column keeps the sheet a list of schools. */
const grid = (header: string, ...figures: readonly Row[]): string =>
  gridOf(
    `学校名称 | 规划学位 | ${header} | 备注`,
    ...figures.map((row, i): Row => [`合成${NAMES[i] ?? ''}学校`, 900, ...row, '合成']),
  );
const of = (header: string, ...figures: readonly Row[]) => said(rowSum, { grid: grid(header, ...figures) });

describe('a column that is the sum of two beside it', () => {
  const SUM = '甲类 | 乙类 | 总数';
  const RIGHT: readonly Row[] = [
    [100, 200, 300],
    [120, 150, 270],
    [130, 160, 290],
    [140, 190, 330],
  ];
  test.each<[string, readonly Row[], readonly string[]]>([
    ['in all rows', [...RIGHT, [110, 115, 225]], []],
    ['in all rows but one', [...RIGHT, [110, 115, 235]], ['E6 differs 235→225']],
    ['up to half a hundredth', [...RIGHT, [110, 115, 225.005]], []],
    ['with a blank part', [...RIGHT, [110, null, 110]], []],
    ['with a blank part that is lacking', [...RIGHT, [110, null, 225]], ['E6 differs 225→110']],
    ['with two blank parts', [...RIGHT, [null, null, 225]], []],
    ['with a blank sum', [...RIGHT, [110, 115, null]], []],
    ['with words for a part', [...RIGHT, [110, '约115', 225]], []],
    ['with words for the sum', [...RIGHT, [110, 115, '约225']], []],
    ['with zeros', [...RIGHT, [0, 0, 0]], []],
    ['with zero for the sum', [...RIGHT, [110, 115, 0]], ['E6 differs 0→225']],
    ['in two rows of three: by chance', [...RIGHT.slice(0, 2), [110, 115, 235]], []],
    ['in three rows of four', [...RIGHT.slice(0, 3), [110, 115, 235]], ['E5 differs 235→225']],
    ['in four rows of six', [...RIGHT, [110, 115, 235], [110, 125, 245]], []],
    [
      'in nine rows of ten',
      [...RIGHT, [150, 50, 200], [160, 55, 215], [170, 60, 230], [180, 65, 245], [190, 70, 260], [10, 20, 40]],
      ['E11 differs 40→30'],
    ],
    [
      'in eight rows of ten',
      [...RIGHT, [150, 50, 200], [160, 55, 215], [170, 60, 230], [180, 65, 245], [190, 70, 270], [10, 20, 40]],
      ['E10 differs 270→260', 'E11 differs 40→30'],
    ],
    [
      'in seven rows of ten',
      [...RIGHT, [150, 50, 200], [160, 55, 215], [170, 60, 230], [180, 65, 255], [190, 70, 270], [10, 20, 40]],
      [],
    ],
  ])('%s', (_, rows, expected) => expect(of(SUM, ...rows)).toEqual(expected));

  test.each<[string, readonly Row[], readonly string[]]>([
    [
      'small numbers of four rows',
      [
        [1, 2, 3],
        [2, 3, 5],
        [3, 4, 7],
        [4, 5, 9],
        [5, 6, 12],
      ],
      [],
    ],
    [
      'small numbers of five rows',
      [
        [1, 2, 3],
        [2, 3, 5],
        [3, 4, 7],
        [4, 5, 9],
        [1, 5, 6],
        [5, 6, 12],
      ],
      ['E7 differs 12→11'],
    ],
    [
      'the same small numbers',
      [
        [1, 2, 3],
        [1, 2, 3],
        [2, 1, 3],
        [2, 3, 5],
        [1, 4, 5],
        [5, 6, 12],
      ],
      [],
    ],
    [
      'numbers of fifty and more',
      [
        [20, 30, 50],
        [25, 26, 51],
        [30, 31, 61],
        [5, 6, 12],
      ],
      ['E5 differs 12→11'],
    ],
    [
      'numbers below fifty',
      [
        [20, 29, 49],
        [25, 26, 51],
        [30, 31, 61],
        [5, 6, 12],
      ],
      [],
    ],
    [
      'one part always nothing',
      [
        [100, 0, 100],
        [110, 0, 110],
        [120, 0, 120],
        [130, 0, 130],
        [140, 5, 140],
      ],
      [],
    ],
    [
      'one part nothing in most rows',
      [
        [100, 0, 100],
        [110, 0, 110],
        [120, 7, 127],
        [130, 0, 130],
        [140, 5, 140],
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => expect(of(SUM, ...rows)).toEqual(expected));

  test('by a formula that adds is judged by what it adds', () => {
    expect(of(SUM, ...RIGHT, [110, 115, '=C6 → 110'])).toEqual([]);
    expect(of(SUM, ...RIGHT, [110, 115, '=C6*2 → 220'])).toEqual(['E6 differs 220→225']);
  });

  test('wherever the sum stands, over more than two; each row once', () => {
    expect(
      of('总数 | 甲类 | 乙类', [300, 100, 200], [270, 120, 150], [290, 130, 160], [330, 140, 190], [235, 110, 115]),
    ).toEqual(['C6 differs 235→225']);
    expect(
      of(
        '甲类 | 乙类 | 丙类 | 总数',
        [1, 99, 200, 300],
        [2, 118, 150, 270],
        [3, 127, 160, 290],
        [4, 136, 190, 330],
        [5, 105, 115, 235],
      ),
    ).toEqual(['F6 differs 235→225']);
  });

  test('says which, and what it rests on', () => {
    const [one] = reportsOf(rowSum, { grid: grid(SUM, ...RIGHT, [110, 115, 235]) });
    expect(one?.text).toBe('“合成戊学校”“总数”为 235，“甲类”、“乙类”之和为 225；其余各行都相等。');
    expect(one?.leansOn).toMatchObject([{ sheet: '附件2', columns: [4, 2, 3], rows: [5] }]);
    expect([one?.leansOn[0]?.has(5), one?.leansOn[0]?.has(4)]).toEqual([true, false]);
    const nameless = reportsOf(rowSum, { grid: grid('甲类 |  | 总数', ...RIGHT, [110, 115, 235]) });
    expect(nameless[0]?.text).toContain('“甲类”、“D列”之和');
  });
});

describe('what is left of a whole', () => {
  const LEFT = '计划 | 完成 | 建设主体 | 尚缺';
  const left = (...rows: readonly Row[]): readonly Row[] =>
    rows.map(([whole, done, rest]) => [whole ?? null, done ?? null, '袁州区', rest ?? null]);
  const RIGHT: readonly Row[] = [
    [300, 100, 200],
    [270, 120, 150],
    [290, 130, 160],
    [330, 140, 190],
  ];
  test.each<[Row, readonly string[]]>([
    [[225, 110, 115], []],
    [[225, 110, 125], ['F6 remainder 125→115']],
    [[225, 110, -115], ['F6 remainder -115→115']],
    [[225, null, 125], ['F6 remainder 125→225']],
    [[225, 110, null], ['F6 remainder →115']],
    [[225, 110, '约115'], []],
  ])('%j', (row, expected) => expect(of(LEFT, ...left(...RIGHT, row))).toEqual(expected));

  test.each<[string, boolean]>([
    ['尚缺', true],
    ['还需', true],
    ['尚未支付', true],
    ['剩余', true],
    ['缺口', true],
    ['资金差额', true],
    ['未供面积', true],
    ['待拨资金', true],
    ['未来规模', false],
    ['待定数', false],
    ['丁类', false],
  ])('under the header %s: %p', (word, isRest) => {
    const found = of(`计划 | 完成 | 建设主体 | ${word}`, ...left(...RIGHT, [225, 110, 125]));
    expect(found).toEqual([isRest ? 'F6 remainder 125→115' : expect.stringMatching(/^C6 differs 225→235$/u)]);
  });

  test('that the table knows as such is another rule’s', () => {
    const NAMES = ['教育教学质量奖', '教育信息化提升专项', '“双减”工作专项', '合成的专项', '合成的另一专项'];
    const funds = (header: string, ...rows: readonly Row[]) =>
      said(rowSum, {
        grid: gridOf(`项目名称 | ${header}`, ...rows.map((row, i): Row => [NAMES[i] ?? '', ...row])),
        sheet: '附件3',
      });
    const rows = [...RIGHT, [225, 110, 125]];
    expect(funds('金额（万元） | 已支出 | 结余', ...rows)).toEqual([]);
    expect(funds('已下达 | 已支出 | 结余', ...rows)).toEqual([]);
    expect(funds('金额（万元） | 已动用 | 结余', ...rows)).toEqual(['D6 remainder 125→115']);
    const target = (header: string) =>
      said(rowSum, {
        grid: gridOf(`指标名称 | ${header}`, ...rows.map((row, i): Row => [`合成的第${i + 1}项`, ...row])),
        sheet: '目标',
      });
    expect(target('2025年目标 | 本期完成 | 差距')).toEqual([]);
    expect(target('2025年目标 | 预计 | 差距')).toEqual(['D6 remainder 125→115']);
  });
});
