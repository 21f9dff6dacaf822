import { chosenEdits, type FillProposal } from '../../src/fill';
import { sumFormula } from '../../src/fill/sums/formula';
import { bookOf, contents, propose, type Grid } from './desk';

const HEADER = ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '规划用地(亩)'];
const A = [1, '宜阳二中', 54, 2700, 49.5];
const B = [2, '宜春市春华中学（暂名）', 36, 1800, 10.5];
/** Row 3 is the subtotal, rows 4 and 5 are schools. */
const junior = (subtotal: Grid[number], ...rows: Grid[number][]): FillProposal =>
  propose(bookOf([HEADER, ['二、初中'], subtotal, ...(rows.length > 0 ? rows : [A, B])]));
const cell = (formula: string, value: number | string | null) => ({ formula, value });
const refusedAt = (proposal: FillProposal, where: string) =>
  proposal.refused.filter((one) => one.where === `附件2!${where}`).map(({ why }) => why);
const reasonOf = (proposal: FillProposal, kind: string) =>
  proposal.groups.find(({ id }) => id.startsWith(`${kind}@`))?.edits.map(({ reason }) => reason);

describe('the formula of a sum', () => {
  test.each<[readonly number[], readonly number[], string | null]>([
    [[4], [], '=SUM(C5)'],
    [[4, 5, 6], [], '=SUM(C5:C7)'],
    [[4, 6, 7, 9], [], '=SUM(C5,C7:C8,C10)'],
    [[4, 5, 6], [6], '=SUM(C5:C6,C7)'],
    [[4, 5, 6], [4, 9], '=SUM(C5:C7)'],
    [[], [], null],
  ])('over rows %j with breaks before %j is %s', (rows, breaks, formula) =>
    expect(sumFormula(rows, 2, new Set(breaks))).toBe(formula),
  );

  test('takes as many cells as Excel does, and no more', () => {
    const scattered = (count: number) => Array.from({ length: count }, (_, i) => 2 * i);
    expect(sumFormula(scattered(250), 2)?.match(/SUM/gu)).toHaveLength(1);
    const parts = sumFormula(scattered(251), 2);
    expect(parts?.match(/SUM/gu)).toHaveLength(2);
    expect(parts).toMatch(/,C499\)\+SUM\(C501\)$/u);
    expect(sumFormula(scattered(3000), 2)).toBeNull();
  });
});

describe('a sum as a formula', () => {
  test('that adds something else is kept while its value is right, and named when it is not', () => {
    const proposal = junior(['小计：', null, cell('=C4*1+C5', 90), cell('=D4*1+D5', 4400), '=SUM(E4:E5)']);
    expect(proposal.groups).toEqual([]);
    expect(proposal.refused).toEqual([
      { where: '附件2!D3', why: '初中小计规划学位：公式不是对本列求和，结果 4400 与各行之和 4500 不符，请核对' },
    ]);
    expect(junior(['小计：', null, '=C4*1+C5', null, null]).refused).toEqual([]);
  });

  test('that adds cells of another column or sheet is something else', () => {
    const proposal = junior([
      '小计：',
      null,
      cell('=SUM(D4:D5)', 4500),
      cell('=SUM(别!D4:D5)', 4500),
      cell('=SUM(附件2!E4:E5)', 60),
    ]);
    expect(refusedAt(proposal, 'C3')).toEqual([expect.stringContaining('公式不是对本列求和')]);
    expect(refusedAt(proposal, 'D3')).toEqual([]);
    expect(refusedAt(proposal, 'E3')).toEqual([]);
  });

  test('that leaves rows out and takes others in is named with its cells', () => {
    const proposal = junior(
      ['小计：', null, '=SUM(C3:C4)', '=D4+D4', '=SUM(E4:E5)+E10'],
      A,
      B,
      [3, '宜春市第三中学', 12, 600, 5],
      [4, '宜春市第四中学', 12, 600, 5],
      [5, '宜春市第五中学', 12, 600, 5],
      ['三、小学'],
      [1, '枫林小学', 12, 600, 7],
    );
    expect(reasonOf(proposal, 'sum-ranges')).toEqual([
      '初中小计规划班数的公式漏加 C5、C6、C7 等 4 格，多加 C3',
      '初中小计规划学位的公式漏加 D5、D6、D7 等 4 格，多加 D4',
      '初中小计规划用地的公式漏加 E6、E7、E8，多加 E10',
    ]);
  });

  test('that goes on over blank cells below the table is right', () =>
    expect(junior(['小计：', null, '=SUM(C4:C99)', '=SUM(D4:D5)', '=SUM(E4:E5)']).groups).toEqual([]));
});

describe('a typed sum', () => {
  test('that holds no number is named, not overwritten', () => {
    const proposal = junior(['小计：', null, '见附表', '约4500', '#REF!']);
    expect(proposal.groups).toEqual([]);
    expect(refusedAt(proposal, 'C3')).toEqual(['初中小计规划班数：原内容“见附表”不是数字，请核对后再改']);
    expect(refusedAt(proposal, 'D3')).toEqual(['初中小计规划学位：原内容“约4500”不是数字，请核对后再改']);
    expect(refusedAt(proposal, 'E3')).toEqual(['初中小计规划用地：原内容“#REF!”不是数字，请核对后再改']);
  });

  test('typed as text is one all the same', () =>
    expect(contents(junior(['小计：', null, '90', '4,500', '—']), 'typed-sums')).toEqual({
      C3: '=SUM(C4:C5)',
      D3: '=SUM(D4:D5)',
    }));

  test('that is blank or a dash is filled, with the number of blanks in its reason', () => {
    const proposal = junior(['小计：', null, null, '—', null], A, [2, '春华中学', 36, null, '无']);
    expect(reasonOf(proposal, 'blank-sums')).toEqual([
      '初中小计规划班数未填，写为 2 格之和',
      '初中小计规划学位未填，写为 2 格之和，其中 1 格未填',
      '初中小计规划用地未填，写为 2 格之和，其中 1 格未填',
    ]);
  });

  test('over nothing but blanks waits', () => {
    const proposal = junior(['小计：', null, null, 4500, null], [1, '宜阳二中'], [2, '春华中学', null, null, '—']);
    expect(refusedAt(proposal, 'C3')).toEqual(['初中小计规划班数：各行均未填，暂不写公式']);
    expect(refusedAt(proposal, 'E3')).toEqual(['初中小计规划用地：各行均未填，暂不写公式']);
    expect(refusedAt(proposal, 'D3')).toEqual([
      '初中小计规划学位：表中为 4500，已填各行之和为 0，尚有 D4、D5 未填，补齐后再改为公式',
    ]);
  });

  test('over formulas that nobody has calculated and plain arithmetic does not give cannot be held against them, and a blank one can be filled', () => {
    const rows: Grid[number][] = [[1, '宜阳二中', '=VLOOKUP(B4,H:J,2,0)', '=VLOOKUP(B4,H:J,3,0)', 49.5], B];
    const proposal = junior(['小计：', null, 90, null, 60], ...rows);
    expect(refusedAt(proposal, 'C3')).toEqual(['初中小计规划班数：C4 的公式尚未计算，无法核对']);
    expect(contents(proposal, 'blank-sums')).toEqual({ D3: '=SUM(D4:D5)' });
    expect(contents(proposal, 'typed-sums')).toEqual({ E3: '=SUM(E4:E5)' });
  });

  test('over error values, or over words, names the cells', () => {
    const rows: Grid[number][] = [
      [1, '宜阳二中', '#REF!', '见备注', cell('=H4&""', '49.5')],
      [2, '春华中学', '约36', '待查', 10.5],
    ];
    const proposal = junior(['小计：', null, 90, 4500, 60], ...rows);
    expect(proposal.groups).toEqual([]);
    expect(refusedAt(proposal, 'C3')).toEqual(['初中小计规划班数：C4 是错误值等 2 格，请先改为数字再求和']);
    expect(refusedAt(proposal, 'D3')).toEqual([
      '初中小计规划学位：D4 填的是“见备注”，不是数字等 2 格，请先改为数字再求和',
    ]);
    expect(refusedAt(proposal, 'E3')).toEqual(['初中小计规划用地：E4 的公式得出的是文本，请先改为数字再求和']);
  });
});

describe('parts of a section', () => {
  const grid = (subtotal: Grid[number], first: Grid[number], second: Grid[number]): Grid => [
    HEADER,
    ['二、初中'],
    subtotal,
    ['（一）新建'],
    first,
    A,
    ['（二）改扩建'],
    second,
    B,
  ];

  test('have their own subtotals, and the section may add those or the rows', () => {
    const parts = (formula: string) =>
      propose(bookOf(grid(['小计：', null, formula], ['小计：', null, '=SUM(C6)'], ['小计：', null, '=SUM(C9)'])));
    expect(contents(parts('=C5+C8'), 'sum-ranges')).toEqual({});
    expect(contents(parts('=C6+C9'), 'sum-ranges')).toEqual({});
    expect(contents(parts('=SUM(C5:C9)'), 'sum-ranges')).toEqual({ C3: '=SUM(C6,C9)' });
  });
});

describe('a total over subtotals that stay as they are', () => {
  const grid = (subtotal: number | null, total: number | null): Grid => [
    HEADER,
    ['二、初中'],
    ['小计：', null, subtotal],
    [1, '宜阳二中', 54],
    [2, '春华中学', null],
    ['三、小学'],
    ['小计：', null, 36],
    [1, '枫林小学', 36],
    ['合计', null, total],
  ];

  test('has to hold with what they say', () => {
    const proposal = propose(bookOf(grid(460, 496)));
    expect(contents(proposal, 'typed-sums')).toMatchObject({ C7: '=SUM(C8)', C9: '=SUM(C3,C7)' });
    expect(refusedAt(proposal, 'C3')).toHaveLength(1);
    expect(reasonOf(propose(bookOf(grid(460, 500))), 'wrong-sums')).toEqual([
      '合计规划班数表中为 500，各行之和为 496，差 4',
    ]);
  });

  test('over a subtotal that is still to be filled adds it', () =>
    expect(contents(propose(bookOf(grid(null, null))), 'blank-sums')).toMatchObject({
      C3: '=SUM(C4:C5)',
      C9: '=SUM(C3,C7)',
    }));

  test('counts the subtotal of a section without rows as it stands', () => {
    const empty = (subtotal: number | string | null, total: number): FillProposal =>
      propose(
        bookOf([
          HEADER,
          ['二、初中'],
          ['小计：', null, 36],
          [1, '宜阳二中', 36],
          ['三、小学'],
          ['小计：', null, subtotal],
          ['合计', null, total],
        ]),
      );
    expect(contents(empty(24, 60), 'typed-sums')).toMatchObject({ C7: '=SUM(C3,C6)' });
    expect(contents(empty(null, 36), 'typed-sums')).toMatchObject({ C7: '=SUM(C3)' });
    expect(contents(empty('—', 60), 'wrong-sums')).toMatchObject({ C7: '=SUM(C3)' });
  });
});

describe('choosing groups', () => {
  const book = bookOf([HEADER, ['二、初中'], ['小计：', null, 90, '4500', null], A, [2, '春华中学', '36', 1800, 10.5]]);

  test('without a choice the ticked ones are taken, with a choice those and what they need', () => {
    const proposal = propose(book);
    const ids = (kind: string) => new Set(proposal.groups.filter(({ id }) => id.startsWith(kind)).map(({ id }) => id));
    expect(chosenEdits(proposal)).toHaveLength(proposal.groups.flatMap(({ edits }) => edits).length);
    expect(chosenEdits(proposal, new Set())).toEqual([]);
    const typed = chosenEdits(proposal, ids('typed-sums')).map(
      ({ edit }) => edit.kind === 'content' && [edit.row, edit.column],
    );
    expect(typed).toEqual([
      [4, 2],
      [2, 2],
      [2, 3],
    ]);
  });
});
