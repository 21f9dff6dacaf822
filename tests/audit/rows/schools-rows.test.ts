import { headerUnit } from '../../../src/audit/rules/header-unit';
import { mixedBrackets } from '../../../src/audit/rules/mixed-brackets';
import { schoolTwice } from '../../../src/audit/rules/school-twice';
import { wrongStage } from '../../../src/audit/rules/wrong-stage';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位 | 规划用地';

describe('a school that stands twice', () => {
  const of = (...rows: readonly Row[]) => said(schoolTwice, { grid: gridOf(HEADER, ...rows) });
  const B: Row = [2, '江丰小学', 18, 810, 20];
  test.each<[string, readonly Row[], readonly string[]]>([
    ['once each', [[1, '宜阳二中', 54, 2700, 49.5], B], []],
    [
      'the later of two equal ones',
      [[1, '宜阳二中', 54, 2700, 49.5], B, [3, '宜阳二中', 54, 2700, 49.5]],
      ['B4 twice 宜阳二中'],
    ],
    [
      'the one whose figures are not the plan’s',
      [[1, '宜阳二中', 54, 2600, 49.5], B, [1, '宜阳二中', 54, 2700, 49.5]],
      ['B2 twice 宜阳二中'],
    ],
    [
      'the one whose number is not the plan’s',
      [[9, '宜阳二中', 54, 2700, 49.5], B, [1, '宜阳二中', 54, 2700, 49.5]],
      ['B2 twice 宜阳二中'],
    ],
    [
      'two neighbours that nothing tells apart',
      [[1, '合成一校', 24, 1080, 20], [2, '合成一校', 24, 1080, 20], B],
      ['B2:B3 twice 合成一校'],
    ],
    ['strangers apart', [[1, '合成一校', 24, 1080, 20], B, [3, '合成一校', 24, 1080, 20]], ['B4 twice 合成一校']],
    [
      'with a space in its name',
      [[1, '合成一校', 24, 1080, 20], B, [3, '合成 一校', 24, 1080, 20]],
      ['B4 twice 合成 一校'],
    ],
    [
      'three times',
      [[1, '合成一校', 24, 1080, 20], B, [3, '合成一校', 24, 1080, 20], [4, '合成一校', 24, 1080, 20]],
      ['B4 twice 合成一校', 'B5 twice 合成一校'],
    ],
    ['rows without a name', [[1, null, 24, 1080, 20], B, [3, null, 24, 1080, 20]], []],
    [
      'names one letter apart',
      [[1, '合成甲乙学校', 24, 1080, 20], B, [3, '合成甲丙学校', 24, 1080, 20]],
      ['B4 alike 合成甲丙学校'],
    ],
    ['names with another number', [[1, '合成第一学校', 24, 1080, 20], B, [3, '合成第二学校', 24, 1080, 20]], []],
    ['names with another digit', [[1, '合成1号学校', 24, 1080, 20], B, [3, '合成2号学校', 24, 1080, 20]], []],
    ['short names', [[1, '甲校', 24, 1080, 20], B, [3, '乙校', 24, 1080, 20]], []],
    ['names two letters apart', [[1, '合成甲乙学校', 24, 1080, 20], B, [3, '合成丙丁学校', 24, 1080, 20]], []],
  ])('%s', (_, rows, expected) => expect(of(...rows)).toEqual(expected));

  test('spoils the sums where they are over by it', () => {
    const spoils = (subtotal: CellValue) =>
      reportsOf(schoolTwice, {
        grid: gridOf(
          HEADER,
          ['二、初中'],
          ['小计：', null, subtotal],
          [1, '宜阳二中', 54, 2700, 49.5],
          [2, '合成二中', 36, 1800, 20],
          [3, '宜阳二中', 54, 2700, 49.5],
        ),
      }).map(({ causes }) => [causes.reaches?.rows, causes.reaches?.notSums]);
    expect(spoils(90)).toEqual([[[5], false]]);
    expect(spoils(144)).toEqual([[[5], true]]);
    expect(spoils(100)).toEqual([[[5], true]]);
    const [one] = reportsOf(schoolTwice, {
      grid: gridOf(
        HEADER,
        ['二、初中'],
        [1, '宜阳二中', 54, 2700, 49.5],
        [2, '合成二中', 36, 1800, 20],
        [3, '宜阳二中', 54, 2700, 49.5],
      ),
    });
    expect(one?.causes.reaches?.notSums).toBe(false);
    expect(one?.text).toBe('“宜阳二中”与第 3 行（B3）重复。');
  });
});

describe('brackets and round letters', () => {
  const of = (text: string, column = 1) => {
    const row: CellValue[] = [1, '合成一校', 24, 1080, 20, '合成备注'];
    row[column] = text;
    return said(mixedBrackets, { grid: gridOf(`${HEADER} | 备注`, row, [2, '合成二校', 24, 1080, 20, '']) });
  };
  test.each<[string, readonly string[]]>([
    ['合成校（南）', []],
    ['合成校(南)', []],
    ['合成校（南)', ['B2 brackets 合成校（南)→合成校（南）']],
    ['合成校(南）', ['B2 brackets 合成校(南）→合成校（南）']],
    ['合（甲)成(乙）校(丙)', ['B2 brackets 合（甲)成(乙）校(丙)→合（甲）成（乙）校(丙)']],
    ['合成校（南', ['B2 open 合成校（南']],
    ['合成校南）', ['B2 open 合成校南）']],
    ['1）合成校', []],
    ['二○二三级', ['B2 zero 二○二三级→二〇二三级']],
    ['二O二三级', ['B2 zero 二O二三级→二〇二三级']],
    ['二〇二三级', []],
    ['二〇三O年', ['B2 zero 二〇三O年→二〇三〇年']],
    ['合成O校', []],
    ['○号校', []],
  ])('%s', (text, expected) => expect(of(text)).toEqual(expected));

  test('an open bracket counts in a name only, long texts not at all', () => {
    expect(of('合成备注（未完', 5)).toEqual([]);
    expect(of('合成备注（未完)', 5)).toEqual(['F2 brackets 合成备注（未完)→合成备注（未完）']);
    expect(of(`${'长'.repeat(398)}（)`, 5)).toHaveLength(1);
    expect(of(`${'长'.repeat(399)}（)`, 5)).toEqual([]);
  });

  test('are mended together', () => {
    const reports = reportsOf(mixedBrackets, {
      grid: gridOf(
        HEADER,
        [1, '合成校（南)', 24, 1080, 20],
        [2, '合成二○二三校', 24, 1080, 20],
        [3, '合成校（北', 24, 1080, 20],
      ),
    });
    expect(reports.map(({ merges, level }) => [merges, level])).toEqual([
      [true, 'info'],
      [true, 'info'],
      [false, 'info'],
    ]);
    expect(reports.map(({ repair }) => repair?.()?.kind)).toEqual(['auto', 'auto', undefined]);
  });
});

describe('the unit of a header', () => {
  const land = (header: string, ...values: readonly CellValue[]) =>
    said(headerUnit, {
      grid: gridOf(
        `学校名称 | 规划学位 | ${header}`,
        ...values.map((value, i): Row => [
          ['宜春市第二小学', '宜春市袁河小学', '宜阳二中'][i] ?? '',
          [1890, 1620, 2700][i] ?? null,
          value,
        ]),
      ),
    });
  test.each<[string, readonly CellValue[], readonly string[]]>([
    ['规划用地(亩)', [46.1, 34.5, 49.5], []],
    ['规划用地(㎡)', [30_733, 23_000, 33_000], []],
    ['规划用地(m2)', [30_733, 23_000, 33_000], []],
    ['规划用地(公顷)', [3.07, 2.3, 3.3], []],
    ['规划用地(㎡)', [46.1, 34.5, 49.5], ['C1 contradicts ㎡→亩']],
    [
      '规划用地(亩)',
      [30_733, 23_000, 33_000],
      [expect.stringMatching(/^C1 contradicts 亩→(?:㎡|m2|平方米)$/u) as unknown as string],
    ],
    ['规划用地(亩)', [3.07, 2.3, 3.3], [expect.stringMatching(/^C1 contradicts 亩→公顷$/u) as unknown as string]],
    ['规划用地(亩)', [46.1, 23_000, 33_000], []],
    ['规划用地(亩)', [46.1, 34.5, 33_000], []],
    ['规划用地(万元)', [46.1, 34.5, 49.5], ['C1 unknown 万元→亩']],
    ['规划用地', [30_733, 23_000, 33_000], []],
    ['规划用地(㎡)', [null, null, null], []],
  ])('%s over %j', (header, values, expected) => expect(land(header, ...values)).toEqual(expected));

  test('reaches its whole column', () => {
    const [one] = reportsOf(headerUnit, {
      grid: gridOf(
        '学校名称 | 规划学位 | 规划用地(㎡)',
        ['宜春市第二小学', 1890, 46.1],
        ['宜春市袁河小学', 1620, 34.5],
      ),
    });
    expect(one).toMatchObject({ level: 'error', causes: { reaches: { sheet: '附件2', rows: null, columns: [2] } } });
  });

  test('of schools that the plan does not know is judged by what a school can be', () => {
    const stranger = (header: string, seats: number, value: number) =>
      said(headerUnit, {
        grid: gridOf(
          `学校名称 | 规划班数 | 规划学位 | ${header}`,
          ...['甲', '乙', '丙'].map((name): Row => [`合成${name}学校`, 24, seats, value]),
        ),
      });
    expect(stranger('规划用地(亩)', 1080, 30)).toEqual([]);
    expect(stranger('规划用地(亩)', 1080, 20_000)).toHaveLength(1);
    expect(stranger('规划用地(㎡)', 1080, 30)).toEqual(['D1 contradicts ㎡→亩']);
    expect(stranger('规划用地(㎡)', 1080, 20_000)).toEqual([]);
    expect(stranger('总投资(亿元)', 1080, 6500)).toEqual(['D1 contradicts 亿元→万元']);
    expect(stranger('总投资(亿元)', 1080, 0.65)).toEqual([]);
    expect(stranger('总投资(元)', 1080, 6500)).toEqual(['D1 contradicts 元→万元']);
    expect(stranger('总投资(元)', 1080, 65_000_000)).toEqual([]);
    const seats = (header: string, value: number) =>
      said(headerUnit, {
        grid: gridOf(
          `学校名称 | 规划班数 | ${header}`,
          ...['甲', '乙', '丙'].map((name): Row => [`合成${name}学校`, 24, value]),
        ),
      });
    expect(seats('规划学位(万个)', 1080)).toEqual(['C1 contradicts 万个→个']);
    expect(seats('规划学位(万个)', 0.108)).toEqual([]);
    expect(seats('规划学位(个)', 0.108)).toEqual(['C1 contradicts 个→万个']);
  });
});

describe('a school under another stage', () => {
  const sections = (first: readonly Row[], second: readonly Row[] = [[1, '宜春市第二小学', 42, 1890, 46.1]]) =>
    said(wrongStage, { grid: gridOf(HEADER, ['二、初中'], ...first, ['三、小学'], ...second) });
  const junior: Row = [1, '宜阳二中', 54, 2700, 49.5];
  const primary: Row = [2, '江丰小学', 18, 810, 20];
  const other: Row = [3, '枫林小学', 12, 540, 20];
  test.each<[string, readonly Row[], readonly string[]]>([
    ['none', [junior], []],
    ['one of two', [junior, primary], ['B4 wrongStage 初中→小学']],
    ['two of three', [junior, primary, other], ['B4 wrongStage 初中→小学', 'B5 wrongStage 初中→小学']],
    ['all of two: the heading', [primary, other], ['A2 wrongHeading 初中→小学']],
    ['the only one', [primary], ['B3 wrongStage 初中→小学']],
    ['all that the plan knows', [primary, other, [4, '合成学校', 12, 540, 20]], ['A2 wrongHeading 初中→小学']],
    [
      'of two other stages',
      [primary, [3, '赣西中等职业技术学校', 56, 2800, 200]],
      ['B3 wrongStage 初中→小学', 'B4 wrongStage 初中→高中阶段'],
    ],
    ['not of the plan', [junior, [2, '合成小学', 18, 810, 20]], []],
  ])('%s', (_, rows, expected) => expect(sections(rows)).toEqual(expected));

  const column = (...rows: readonly Row[]) =>
    said(wrongStage, { grid: gridOf('序号 | 学校名称 | 学段 | 规划班数 | 规划学位', ...rows) });
  test.each<[string, Row, readonly string[]]>([
    ['right', [2, '江丰小学', '小学', 18, 810], []],
    ['another one', [2, '江丰小学', '初中', 18, 810], ['C3 wrongStage 初中→小学']],
    [
      'another one, with the figures of another school',
      [2, '宜春市第二小学', '初中', 54, 2700],
      ['B3 wrongStage 初中→小学'],
    ],
    ['no stage', [2, '江丰小学', '其它', 18, 810], ['C3 unknownStage 其它→小学']],
    ['no stage, a school that the plan has not', [2, '合成小学', '其它', 18, 810], ['C3 unknownStage 其它']],
    ['of several stages', [2, '江丰小学', '九年一贯制', 18, 810], []],
    ['an error value', [2, '江丰小学', '#REF!', 18, 810], []],
  ])('a stage column that says: %s', (_, row, expected) =>
    expect(
      column(
        [1, '宜阳二中', '初中', 54, 2700],
        row,
        [3, '枫林小学', '小学', 12, 540],
        [4, '数圆小学', '小学', 12, 540],
      ),
    ).toEqual(expected),
  );
});
