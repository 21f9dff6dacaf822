import { rowSlip } from '../../../src/audit/rules/row-slip';
import { subtotalMismatch } from '../../../src/audit/rules/subtotal-mismatch';
import { totalLine } from '../../../src/audit/rules/total-line';
import { totalMismatch } from '../../../src/audit/rules/total-mismatch';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];

describe('a line of totals', () => {
  /** Three kinds of things and their total; the words of the columns are the case's. */
  const stock = (heads: string, rows: readonly Row[]) =>
    reportsOf(totalLine, { grid: gridOf(`品名 | ${heads}`, ...rows), sheet: '合成' }).map(
      ({ message, id, level, found, expected, place: { area } }) =>
        [`${'ABCDEFGHI'[area?.left ?? 0] ?? ''}${(area?.top ?? 0) + 1}`, message, id, level, found, expected]
          .filter((part) => part !== '')
          .join(' '),
    );
  const with4 = (heads: string, fourth: CellValue, ...column: Row) =>
    stock(heads, [
      ['电脑', 10, 320, column[0] ?? null],
      ['图书', 7, 410, column[1] ?? null],
      ['课桌', 3, 280, column[2] ?? null],
      ['合计', 20, 1010, fourth],
    ]);
  test.each<[string, boolean]>([
    ['件数', true],
    ['完成率', false],
    ['占比', false],
    ['比重', false],
    ['份额%', false],
    ['平均价', false],
    ['人均', false],
    ['均价', false],
    ['单价', false],
    ['班额', false],
    ['年份', false],
    ['日期', false],
    ['电话', false],
    ['序号', false],
    ['编号', false],
    ['名次', false],
    ['NO.', false],
    ['№', false],
    ['NOx', true],
  ])('of %s is a sum: %p', (word, isSum) =>
    expect(with4(`台数 | 册数 | ${word}`, 99, 30, 40, 20)).toHaveLength(isSum ? 1 : 0),
  );

  test.each<[CellValue, readonly CellValue[], readonly string[]]>([
    [90, [30, 40, 20], []],
    [91, [30, 40, 20], ['D5 differs A18 warning 91 90']],
    [112, [30, 40, 20], ['D5 differs A18 warning 112 90']],
    [113, [30, 40, 20], []],
    [30, [30, 40, 20], []],
    [null, [30, 40, 20], ['D5 blank S13 info 90']],
    [null, [30, null, 20], []],
    [null, [0, 0, 0], []],
    [null, [1, 2, 3], []],
    [null, [4, 5, 6], []],
    [null, [1, 3, 5], ['D5 blank S13 info 9']],
    [91, [30, null, 20], []],
    ['90个', [30, 40, 20], ['D5 words A18 warning 90个 90']],
    ['#REF!', [30, 40, 20], []],
    ['若干', [30, 40, 20], []],
    ['=SUM(D2:D3) → 70', [30, 40, 20], []],
  ])('%p under %j', (total, column, expected) =>
    expect(with4('台数 | 册数 | 件数', total, ...column)).toEqual(expected),
  );

  test('is one only where two figures of it are sums', () => {
    const two = (first: number, second: number) =>
      stock('台数 | 册数 | 件数', [
        ['电脑', 10, 320, 30],
        ['图书', 7, 410, 40],
        ['课桌', 3, 280, 20],
        ['合计', first, second, 99],
      ]).length;
    expect([two(20, 1010), two(20, 999), two(19, 999)]).toEqual([1, 0, 0]);
    const zero = stock('台数 | 册数 | 件数', [
      ['电脑', 0, 320, 30],
      ['图书', 0, 410, 40],
      ['课桌', 0, 280, 20],
      ['合计', 0, 1010, 99],
    ]);
    expect(zero).toEqual([]);
  });

  test('by formula: most of them say how', () => {
    const sums = (...formulas: readonly CellValue[]) =>
      stock('台数 | 册数 | 件数', [
        ['电脑', 10, 320, 30],
        ['图书', 7, 410, 40],
        ['课桌', 3, 280, 20],
        ['合计', ...formulas],
      ]);
    expect(sums('=SUM(B2:B4) → 20', '=SUM(C2:C4) → 1010', '=SUM(D2:D3) → 70')).toEqual([
      'D5 other F08 warning =SUM(D2:D3) =SUM(D2:D4)',
    ]);
    expect(sums('=SUM(B2:B4) → 20', '=SUM(C2:C3) → 730', '=SUM(D2:D3) → 70')).toEqual([]);
    expect(sums('=SUM(B2:B4) → 20', '=SUM(C2:C4) → 1010', '=MAX(D2:D4) → 40')).toEqual([]);
    expect(sums('=SUM(B2:B4) → 20', '=SUM(C2:C4) → 1010', 200)).toEqual(['D5 differs A18 warning 200 90']);
    expect(sums('=SUM(B2:B4) → 20', '=SUM(C2:C4) → 1010', 40)).toEqual([]);
    expect(sums('=SUM(B2:B4) → 20', '=B2+B3 → 17', 91)).toEqual([]);
  });

  test('of many sums a typed one is a sum as well, unless it is an average, a count or one of them', () => {
    const many = (last: number) =>
      stock('甲 | 乙 | 丙 | 丁 | 戊 | 己', [
        ['电脑', 10, 10, 10, 10, 10, 30],
        ['图书', 20, 20, 20, 20, 20, 45],
        ['课桌', 30, 30, 30, 30, 30, 75],
        ['合计', 60, 60, 60, 60, 60, last],
      ]);
    expect([many(150), many(50), many(3), many(75), many(45)]).toEqual([[], [], [], [], []]);
    expect(many(15)).toEqual(['G5 differs A18 warning 15 150']);
    expect(many(1500)).toEqual(['G5 differs A18 warning 1500 150']);
  });

  test('leaves no rate open that its rows work out', () => {
    const rate = (last: CellValue, third: CellValue = '=C4/B4 → 93.3') =>
      stock('台数 | 册数 | 件数 | 完成率', [
        ['电脑', 10, 320, 30, '=C2/B2 → 32'],
        ['图书', 7, 410, 40, '=C3/B3 → 58.6'],
        ['课桌', 3, 280, 20, third],
        ['合计', 20, 1010, 90, last],
      ]);
    expect(rate('=C5/B5 → 50')).toEqual([]);
    expect(rate(null)).toEqual([expect.stringContaining('=C5/B5')]);
    expect(rate(null, 93.3)).toEqual([]);
    expect(rate(50)).toEqual([]);
  });

  test('rests on its rows, and on what they are worked out from', () => {
    const [one] = reportsOf(totalLine, {
      grid: gridOf(
        '品名 | 台数 | 册数 | 件数',
        ['电脑', 10, 320, '=B2+C2 → 330'],
        ['图书', 7, 410, '=B3+C3 → 417'],
        ['课桌', 3, 280, '=B4+C4 → 283'],
        ['合计', 20, 1010, 1031],
      ),
      sheet: '合成',
    });
    expect(one?.leansOn).toMatchObject([{ columns: [3, 1, 2] }]);
    expect([1, 2, 3, 4].map((row) => one?.leansOn[0]?.has(row))).toEqual([true, true, true, false]);
    expect(one?.causes).toEqual({ blocks: true });
    expect(one?.repair?.()).toBeNull();
  });
});

describe('what explains a subtotal or total', () => {
  const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位（万个）';
  const rows: readonly Row[] = [
    [1, '合成第一中学', 24, 0.12],
    [2, '合成第二中学', 24, 0.12],
  ];
  const other: readonly Row[] = [
    [1, '合成第一小学', 12, 0.054],
    [2, '合成第二小学', 12, 0.054],
  ];
  const grid = (first: CellValue, second: CellValue, total: CellValue) =>
    gridOf(
      HEADER,
      ['二、初中'],
      ['小计：', null, 48, first],
      ...rows,
      ['三、小学'],
      ['小计：', null, 24, second],
      ...other,
      ['合计', null, 72, total],
    );
  test('in 万个 as far as the digits tell, and in the column’s unit', () => {
    const sub = (first: CellValue) => said(subtotalMismatch, { grid: grid(first, 0.108, 0.348) });
    expect([sub(0.24), sub(0.247), sub(0.233)]).toEqual([[], [], []]);
    expect(sub(0.25)).toEqual(['D3 differs 0.25→0.24']);
    const all = (total: CellValue) => said(totalMismatch, { grid: grid(0.24, 0.108, total) });
    expect([all(0.348), all(0.35)]).toEqual([[], []]);
    expect(all(0.448)).toEqual(['D10 differs 0.448→0.348']);
    expect(all(0.696)).toEqual(['D10 twice 0.696→0.348']);
    const [one] = reportsOf(totalMismatch, { grid: grid(0.24, 0.108, 0.448) });
    expect(one?.text).toContain('差 0.1');
    expect(one?.causes).toEqual({ corrected: [3480] });
  });
  test('the plan’s names of sections, the ids of annex 3', () => {
    const [one] = reportsOf(subtotalMismatch, { grid: grid(0.25, 0.108, 0.348) });
    expect(one?.text).toContain('初中');
    const funds = reportsOf(totalMismatch, {
      grid: gridOf('项目名称 | 金额（万元）', ['教育教学质量奖', 400], ['教育信息化提升专项', 100], ['合计', 600]),
      sheet: '附件3',
    });
    expect(funds.map(({ id, found, expected }) => [id, found, expected])).toEqual([['A07', '600', '500']]);
  });
  test('a total worked out from others of its row rests on them', () => {
    const [one] = reportsOf(totalMismatch, {
      grid: gridOf(
        '项目名称 | 金额（万元） | 已支出 | 结余',
        ['教育教学质量奖', 400, 300, 100],
        ['教育信息化提升专项', 100, 50, 50],
        ['合计', 500, 350, '=B4-C4+10 → 160'],
      ),
      sheet: '附件3',
    });
    expect(one?.leansOn[1]).toMatchObject({ columns: [1, 1, 2, 2], rows: [3] });
    expect([one?.leansOn[1]?.has(3), one?.leansOn[1]?.has(2)]).toEqual([true, false]);
    const rests = (balance: string) =>
      reportsOf(totalMismatch, {
        grid: gridOf(
          '项目名称 | 金额（万元） | 已支出 | 结余',
          ['教育教学质量奖', 400, 300, 100],
          ['教育信息化提升专项', 100, 50, 50],
          ['合计', 500, 350, balance],
        ),
        sheet: '附件3',
      })[0]?.leansOn.length;
    expect([rests('160'), rests('=SUM(D2:D3) → 160'), rests('=B2-C3 → 160'), rests('=B2:B4 → 160')]).toEqual([
      1, 1, 1, 1,
    ]);
    expect(rests('=D4+B4 → 160')).toBe(2);
  });
});

describe('a slip in one row, and what speaks against it', () => {
  const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位 | 已形成学位';
  const of = (...lines: readonly Row[]) => said(rowSlip, { grid: gridOf(HEADER, ['二、初中'], ...lines) });
  const name = (i: number): string => `合成第${'一二三四五六'[i - 1] ?? ''}中学`;
  test('a row too many explains it as well; two slips tell nothing', () => {
    // 540 for 54 makes 486 too much: so would a row of 486.
    expect(of(['小计：', null, 90], [1, name(1), 540], [2, name(2), 36])).toEqual(['C4 slip 540→54']);
    expect(of(['小计：', null, 576], [1, name(1), 540], [2, name(2), 36], [3, name(3), 486])).toEqual([]);
    expect(of(['小计：', null, 36], [1, name(1), 24], [2, name(2), 24])).toEqual([]);
    expect(of(['小计：', null, 594], [1, name(1), 540], [2, name(2), 540])).toEqual([]);
  });
  test('no row may get more than it can have', () => {
    expect(of(['小计：', null, null, 2000, 1080], [1, name(1), 24, 1000, 98], [2, name(2), 24, 1000, 100])).toEqual([
      'E4 slip 98→980',
    ]);
    expect(of(['小计：', null, null, 2000, 1080], [1, name(1), 24, 900, 98], [2, name(2), 24, 1100, 100])).toEqual([]);
  });
  test('says the word of the sum, and rests on its section', () => {
    const [one] = reportsOf(rowSlip, {
      grid: gridOf(HEADER, ['二、初中'], ['小计：', null, 90], [1, name(1), 540], [2, name(2), 36]),
    });
    expect(one?.text).toContain('小计');
    expect(one).toMatchObject({
      causes: { corrected: [54] },
      leansOn: [{ columns: [2], rows: [3] }, { columns: [2] }],
    });
    expect([one?.leansOn[1]?.has(4), one?.leansOn[1]?.has(2), one?.leansOn[1]?.explainedBy?.(() => 1)]).toEqual([
      true,
      false,
      false,
    ]);
    const wan = reportsOf(rowSlip, {
      grid: gridOf(
        '序号 | 学校名称 | 规划学位（万个）',
        ['二、初中'],
        ['小计：', null, 0.39],
        [1, name(1), 2.7],
        [2, name(2), 0.12],
      ),
    });
    expect(wan.map(({ found, expected }) => [found, expected])).toEqual([['2.7', '0.27']]);
  });
});

test('subtotals in 万个 that are exceeded say so in 万个', () => {
  const grid = gridOf(
    '序号 | 学校名称 | 规划学位（万个）',
    ['二、初中'],
    ['小计：', null, 0.24],
    [1, '合成第一中学', 0.12],
    [2, '合成第二中学', 0.13],
    [3, '合成第三中学', null],
    ['合计', null, 0.24],
  );
  expect(said(subtotalMismatch, { grid })).toEqual(['C3 exceeds 0.24→不小于 0.25']);
});
