import { viewWorkbook } from '../../../src/audit/context';
import { isSum, sumOfMembers, totalLinesOf, type TotalLine } from '../../../src/audit/views/total-lines';
import { yichunPlan } from '../../../src/plan';
import { recognizeWorkbook } from '../../../src/recognize';
import { sheetFromGrid, workbookOf, type CellValue, type SheetOptions } from '../../../src/workbook';
import { parseGrid } from '../cases';

type Row = readonly CellValue[];

/** The total lines of a sheet: `合计 B5 小学=1+2` with what each figure adds. */
const linesOf = (rows: readonly Row[] | string, options: SheetOptions = {}, name = '合成'): readonly TotalLine[] => {
  const grid = typeof rows === 'string' ? parseGrid(rows) : rows.map((row) => [...row]);
  const workbook = workbookOf([sheetFromGrid(name, grid, options)]);
  const { tables } = viewWorkbook(workbook, recognizeWorkbook(workbook, yichunPlan));
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return totalLinesOf(tables[0]?.sheet ?? sheet, tables);
};
const told = (rows: readonly Row[] | string, options: SheetOptions = {}, name?: string): readonly string[] =>
  linesOf(rows, options, name).map(({ label, figures, rows: own }) =>
    `${label} [${own.map((row) => row + 1).join(' ')}] ${figures
      .map(
        ({ word, members, otherMembers }) =>
          `${word}=${members.map((one) => one ?? '').join('+')}${otherMembers ? `|${otherMembers.map((one) => one ?? '').join('+')}` : ''}`,
      )
      .join(' ')}`.trim(),
  );

const HEADS: Row = ['品名', '台数', '册数'];
const [A, B, C]: readonly Row[] = [
  ['电脑', 10, 320],
  ['图书', 7, 410],
  ['课桌', 3, 280],
];
if (!A || !B || !C) throw new Error('no rows');

describe('a line of totals outside of tables', () => {
  const BELOW = ['合计 [2 3 4] 台数=10+7+3 册数=320+410+280'];
  test.each<[string, readonly Row[], readonly string[]]>([
    ['below its figures', [HEADS, A, B, C, ['合计', 20, 1010]], BELOW],
    [
      'under another word',
      [HEADS, A, B, C, ['全区总计：', 20, 1010]],
      ['全区总计 [2 3 4] 台数=10+7+3 册数=320+410+280'],
    ],
    ['with spaces in its word', [HEADS, A, B, C, ['合　计', 20, 1010]], BELOW],
    ['whose word says more', [HEADS, A, B, C, ['以上各类库存的合计', 20, 1010]], []],
    ['whose word goes on', [HEADS, A, B, C, ['合计数', 20, 1010]], []],
    ['under a word in the middle of a row', [HEADS.concat('小计'), A, B, C], []],
    ['above its figures', [HEADS, ['合计', 20, 1010], A, B, C], ['合计 [3 4 5] 台数=10+7+3 册数=320+410+280']],
    [
      'between two blocks: the one that it sums',
      [HEADS, A, B, C, ['合计', 20, 1010], ['中职', 1, 50], ['特教', 1, 20]],
      BELOW,
    ],
    [
      'between two blocks: the lower one where it sums that',
      [HEADS, A, B, C, ['合计', 2, 70], ['中职', 1, 50], ['特教', 1, 20]],
      ['合计 [6 7] =1+1 =50+20'],
    ],
    ['of one line', [HEADS, A, ['合计', 10, 320]], []],
    ['with a part of a line above it', [HEADS, A, ['其中：村小', 4, 90], B, ['合计', 17, 730]], []],
    [
      'with another total above it',
      [HEADS, A, B, ['小计', 17, 730], C, ['合计', 20, 1010]],
      ['小计 [2 3] 台数=10+7 册数=320+410'],
    ],
    ['up to a line of words', [HEADS, A, ['其他品名'], B, C, ['合计', 10, 690]], ['合计 [4 5] 台数=7+3 册数=410+280']],
    ['with words for figures', [HEADS, A, B, C, ['合计', '见备注', '见备注']], []],
    ['with one figure alone', [HEADS, A, B, C, ['合计', 20, '见备注']], BELOW],
    ['where a column is blank', [[...HEADS, ''], A, B, C, ['合计', 20, 1010]], BELOW],
    [
      'beyond a gap of one column',
      [
        ['品名', '台数', null, '册数'],
        ['电脑', 10, null, 320],
        ['图书', 7, null, 410],
        ['合计', 17, null, 730],
      ],
      ['合计 [2 3] 台数=10+7 册数=320+410'],
    ],
    [
      'not beyond a gap of two',
      [
        ['品名', '台数', null, null, '册数'],
        ['电脑', 10, null, null, 320],
        ['图书', 7, null, null, 410],
        ['合计', 17, null, null, 730],
      ],
      ['合计 [2 3] 台数=10+7'],
    ],
    [
      'with a blank of its own',
      [
        ['品名', '台数', '册数'],
        ['电脑', 10, 320],
        ['图书', 7, 410],
        ['合计', null, 730],
      ],
      ['合计 [2 3] 台数=10+7 册数=320+410'],
    ],
    ['behind a line of words', [HEADS, A, B, C, ['专门', '—', '—'], ['合计', 20, 1010]], []],
    [
      'of numbers and hardly any words',
      [HEADS, A, B, C, ['专门', '—', 5], ['合计', 20, 1015]],
      ['合计 [2 3 4 5] 台数=10+7+3+— 册数=320+410+280+5'],
    ],
    [
      'of as many words as numbers',
      [
        ['品名', '台数', '册数'],
        ['电脑', '约10', 320],
        ['图书', 7, 410],
        ['课桌', 3, 280],
        ['合计', 20, 1010],
      ],
      ['合计 [2 3 4] 册数=320+410+280'],
    ],
    [
      'under two lines of headers',
      [['品名', '库存', '库存'], [null, '台数', '册数'], A, B, C, ['合计', 20, 1010]],
      ['合计 [3 4 5] 库存台数=10+7+3 库存册数=320+410+280'],
    ],
    [
      'under a title three lines up and more',
      [['合成数据', '第一'], [null, '第二'], [null, '第三'], [null, '第四', '册数'], A, B, C, ['合计', 20, 1010]],
      ['合计 [5 6 7] 第二第三第四=10+7+3 册数=320+410+280'],
    ],
  ])('%s', (_, rows, expected) => expect(told(rows)).toEqual(expected));

  test.each<[string, readonly Row[], readonly string[]]>([
    [
      'right of its figures',
      [
        ['项目', '电脑', '图书', '合计'],
        ['台数', 10, 7, 17],
        ['册数', 320, 410, 730],
      ],
      ['合计 [] 台数=10+7 册数=320+410'],
    ],
    [
      'left of its figures',
      [
        ['项目', '合计', '电脑', '图书'],
        ['台数', 17, 10, 7],
        ['册数', 730, 320, 410],
      ],
      ['合计 [] 台数=10+7 册数=320+410'],
    ],
    [
      'with a part beside it',
      [
        ['项目', '电脑', '其中：村小', '合计'],
        ['台数', 10, 4, 14],
        ['册数', 320, 90, 410],
      ],
      [],
    ],
  ])('as a column: %s', (_, rows, expected) => expect(told(rows)).toEqual(expected));

  test('knows formulas, cells under merged ones, dates and shares', () => {
    const grid = `
      |   | A | B | C | D |
      | 1 | 品名 | 台数 | 比重 | 日期 |
      | 2 | 电脑 | 10 | 0.5 | 45000 |
      | 3 | 图书 | 7 | 0.3 | 45001 |
      | 4 | 合计 | =SUM(B2:B3) → 17 | 0.8 | 45002 |`;
    const formats = [[], [null, null, '0%', 'yyyy-mm-dd'], [null, '[Red]0"天"'], []];
    const [line] = linesOf(grid, { formats, merges: [{ top: 3, left: 1, bottom: 3, right: 2 }] });
    expect(
      line?.figures.map(({ row, column, value, formula, isKnown, isCovered, isNoSum }) => [
        row,
        column,
        value,
        formula,
        isKnown,
        isCovered,
        isNoSum,
      ]),
    ).toEqual([
      [3, 1, 17, '=SUM(B2:B3)', false, false, false],
      [3, 2, 0.8, null, false, true, true],
      [3, 3, 45_002, null, false, false, true],
    ]);
    const one = linesOf(
      grid.replace('| 45002 |', '| |').replace('=SUM(B2:B3) → 17', '=SUM(B2:B3)').replace('| 0.8 |', '| |'),
    );
    expect(one[0]?.figures.map(({ formula }) => formula)).toEqual(['=SUM(B2:B3)', null, null]);
  });

  test('of a sheet that does not begin in A1', () => {
    const shifted = linesOf([HEADS, A, B, C, ['合计', 20, 1010]], { top: 4, left: 2 });
    expect(
      shifted.map(({ rows, figures }) => [
        rows,
        figures.map(({ row, column, members }) => [row, column, members.length]),
      ]),
    ).toEqual([
      [
        [5, 6, 7],
        [
          [8, 3, 3],
          [8, 4, 3],
        ],
      ],
    ]);
  });
});

describe('the total lines of a table', () => {
  const table = (rows: readonly Row[]) =>
    told([['序号', '学校名称', '规划班数', '规划学位', '围墙长度'], ...rows], {}, '附件2');
  const school = (i: number, wall: CellValue = 100): Row => [i, `合成第${i}小学`, 24, 1080, wall];

  test.each<[string, readonly Row[], readonly string[]]>([
    [
      'the subtotals add their rows, the total adds the subtotals or all rows',
      [
        ['二、初中'],
        ['小计：', null, 48, 2160, 200],
        school(1),
        school(2),
        ['三、小学'],
        ['小计：', null, 48, 2160, 200],
        school(3),
        school(4),
        ['合计', null, 96, 4320, 400],
      ],
      [
        '小计 [4 5] 规划班数=24+24 规划学位=1080+1080 围墙长度=100+100',
        '小计 [8 9] 规划班数=24+24 规划学位=1080+1080 围墙长度=100+100',
        '合计 [3 7] 规划班数=48+48|24+24+24+24 规划学位=2160+2160|1080+1080+1080+1080 围墙长度=200+200|100+100+100+100',
      ],
    ],
    [
      'a total without subtotals adds the rows',
      [school(1), school(2), school(3, null), ['合计', null, 72, 3240, 200]],
      ['合计 [2 3 4] 规划班数=24+24+24 规划学位=1080+1080+1080 围墙长度=100+100+'],
    ],
    ['no total', [school(1), school(2), school(3)], []],
    [
      'one subtotal alone',
      [['二、初中'], ['小计：', null, 48, 2160, 200], school(1), school(2), ['合计', null, 48, 2160, 200]],
      [
        '小计 [4 5] 规划班数=24+24 规划学位=1080+1080 围墙长度=100+100',
        '合计 [3] 规划班数=48|24+24 规划学位=2160|1080+1080 围墙长度=200|100+100',
      ],
    ],
  ])('%s', (_, rows, expected) => expect(table(rows)).toEqual(expected));

  test('are known where the rules for tables look at them, and claim their part of the sheet', () => {
    const lines = linesOf(
      [
        HEADS,
        A,
        B,
        ['合计', 17, 730],
        [],
        ['附件2（合成数据）'],
        ['序号', '学校名称', '规划班数', '规划学位', '围墙长度'],
        school(1),
        school(2),
        ['合计', null, 48, 2160, 200],
      ],
      {},
      '附件2',
    );
    expect(lines.map(({ view, label }) => [view?.key ?? null, label])).toEqual([
      ['schools#1', '合计'],
      [null, '合计'],
    ]);
    expect(lines[0]?.figures.map(({ isKnown }) => isKnown)).toEqual([true, true, false]);
    expect(lines[1]?.rows).toEqual([1, 2]);
  });
});

test('a figure is the sum of its members, counted in either way, up to half a hundredth', () => {
  const figure = (value: CellValue, members: readonly CellValue[], otherMembers: readonly CellValue[] | null = null) =>
    isSum({
      row: 0,
      column: 0,
      value,
      formula: null,
      members,
      otherMembers,
      word: '',
      isKnown: false,
      isCovered: false,
      isNoSum: false,
    });
  expect([figure(30, [10, 20]), figure(30.005, [10, 20]), figure(29.995, [10, null, 20])]).toEqual([true, true, true]);
  expect([figure(30.006, [10, 20]), figure(29.99, [10, 20]), figure('30', [10, 20]), figure(30, [10, '20'])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([figure(30, [10, 10], [10, 20]), figure(30, [10, '20'], [10, 20]), figure(31, [10, 20], [20, 20])]).toEqual([
    true,
    true,
    false,
  ]);
  expect([sumOfMembers([10, null, '', 20]), sumOfMembers([]), sumOfMembers([10, '—'])]).toEqual([30, 0, null]);
});
