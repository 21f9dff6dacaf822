import { bookOf, contents, filled, propose, type Grid } from './desk';
import { valueAt, formatAt, type CellValue } from '../../src/workbook';

const HEADER = ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '规划用地(亩)'];
const annex = (junior: Grid[number], ...rows: Grid[number][]): Grid => [
  ['附件2'],
  HEADER,
  ['二、初中'],
  junior,
  ...rows,
];
const YIYANG = [1, '宜阳二中', 54, 2700, 49.5];
const CHUNHUA = [2, '宜春市春华中学（暂名）', 36, 1800, 10.5];

describe('a typed subtotal above its rows', () => {
  const proposal = propose(bookOf(annex(['小计：', null, 90, 4400, null], YIYANG, CHUNHUA)));

  test('that is right becomes a formula over exactly its rows', () => {
    expect(contents(proposal, 'typed-sums')).toEqual({ C4: '=SUM(C5:C6)' });
  });
  test('that is wrong is a change of its own kind, with both figures in its reason', () => {
    expect(contents(proposal, 'wrong-sums')).toEqual({ D4: '=SUM(D5:D6)' });
    const reasons = proposal.groups.flatMap(({ edits }) => edits).map(({ reason }) => reason);
    expect(reasons.find((reason) => reason.includes('4400'))).toMatch(/初中小计规划学位.*4500/);
  });
  test('that is blank is filled', () => {
    expect(contents(proposal, 'blank-sums')).toEqual({ E4: '=SUM(E5:E6)' });
  });
});

test('a stated subtotal stays while rows are still blank', () => {
  const proposal = propose(
    bookOf(annex(['小计：', null, 460, 21850, 692.08], YIYANG, [2, '春华中学', null, null, null])),
  );
  expect(proposal.groups).toEqual([]);
  expect(proposal.refused.map(({ where }) => where)).toEqual(['附件2!C4', '附件2!D4', '附件2!E4']);
  expect(proposal.refused[0]?.why).toMatch(/460.*54.*C6 未填/);
});

test('a correct formula is never touched, whichever way it is written', () => {
  const formulas: CellValue[][] = [
    ['小计：', null, '=SUM(C5:C6)', '=D5+D6', '=SUM(E5,E6)'],
    ['小计：', null, '=SUM($C$5:$C$6)', '=SUBTOTAL(9,D5:D6)', '=SUMIF(A5:A6,">0",E5:E6)'],
  ];
  for (const junior of formulas) expect(propose(bookOf(annex(junior, YIYANG, CHUNHUA))).groups).toEqual([]);
});

test('a short range is widened, one that takes in a foreign row is cut', () => {
  const proposal = propose(
    bookOf([
      HEADER,
      ['二、初中'],
      ['小计：', null, '=SUM(C4:C4)', '=SUM(D4:D8)', '=SUM(E4:E5)'],
      YIYANG,
      CHUNHUA,
      ['三、小学'],
      ['小计：', null, 36, 1620, 20],
      [1, '枫林小学', 36, 1620, 20],
    ]),
  );
  expect(contents(proposal, 'sum-ranges')).toEqual({ C3: '=SUM(C4:C5)', D3: '=SUM(D4:D5)' });
});

test('a formula with typed numbers in it is named, not changed', () => {
  const proposal = propose(
    bookOf(annex(['小计：', null, '=SUM(C5:C6)+5', '=SUM(D5:D6)', '=SUM(E5:E6)'], YIYANG, CHUNHUA)),
  );
  expect(proposal.groups).toEqual([]);
  expect(proposal.refused).toEqual([{ where: '附件2!C4', why: expect.stringContaining('手工数 5') }]);
});

test('其中 lines are never added', () => {
  const proposal = propose(
    bookOf(annex(['小计：', null, 90, 4500, 60], YIYANG, ['其中：新校区', null, 30, 1500, 20], CHUNHUA)),
  );
  expect(contents(proposal, 'typed-sums')).toEqual({
    C4: '=SUM(C5,C7)',
    D4: '=SUM(D5,D7)',
    E4: '=SUM(E5,E7)',
  });
});

describe('a total', () => {
  const grid: Grid = [
    HEADER,
    ['二、初中'],
    ['小计：', null, 90, 4500, 60],
    YIYANG,
    CHUNHUA,
    ['四、专门学校'],
    [1, '宜春市十五中', 12, 300, 28.5],
    ['合计', null, 102, 4800, 88.5],
  ];
  test('adds subtotals, and the rows of sections without one', () => {
    expect(contents(propose(bookOf(grid)), 'typed-sums')).toMatchObject({ C8: '=SUM(C3,C7)', D8: '=SUM(D3,D7)' });
  });
  test('that adds the rows themselves is right, too', () => {
    const right = [...grid.slice(0, -1), ['合计', null, '=SUM(C4:C5,C7)', '=D3+D7', '=SUM(E4:E7)']];
    expect(contents(propose(bookOf(right)), 'sum-ranges')).toEqual({});
  });
  test('that adds subtotals and their rows counts them twice and is mended', () => {
    const twice = [...grid.slice(0, -1), ['合计', null, '=SUM(C3:C7)', 4800, 88.5]];
    expect(contents(propose(bookOf(twice)), 'sum-ranges')).toEqual({ C8: '=SUM(C3,C7)' });
  });
  test('on the first row of a table without sections, and below the rows of a fund table', () => {
    const first = propose(bookOf([HEADER, ['总计', null, 90, 4500, 60], YIYANG, CHUNHUA]));
    expect(contents(first, 'typed-sums')).toMatchObject({ C2: '=SUM(C3:C4)' });
    const funds = propose(
      bookOf(
        [
          ['项目名称', '金额（万元）'],
          ['教育教学质量奖', 400],
          ['教育信息化提升专项', 100],
          ['合 计', null],
        ],
        {},
        '附件3',
      ),
    );
    expect(contents(funds, 'blank-sums')).toEqual({ B4: '=SUM(B2:B3)' });
  });
  test('that ignores nested SUBTOTAL as Excel does is right', () => {
    const nested: Grid = [
      HEADER,
      ['二、初中'],
      ['小计：', null, '=SUBTOTAL(9,C4:C5)', null, null],
      [1, '宜阳二中', 54],
      [2, '春华中学', 36],
      ['合计', null, '=SUBTOTAL(9,C3:C5)', null, null],
    ];
    expect(propose(bookOf(nested)).groups).toEqual([]);
  });
});

describe('numbers typed as text', () => {
  const junior = ['小计：', null, 54, null, 60];
  test('are converted in a group of their own, which the sums need', () => {
    const proposal = propose(bookOf(annex(junior, YIYANG, [2, '春华中学', '36', '1,800', 10.5])));
    expect(contents(proposal, 'text-numbers')).toEqual({ C6: 36, D6: 1800 });
    expect(contents(proposal, 'wrong-sums')).toEqual({ C4: '=SUM(C5:C6)' });
    const sums = proposal.groups.find(({ id }) => id.startsWith('wrong-sums'));
    const texts = proposal.groups.find(({ id }) => id.startsWith('text-numbers'));
    expect(sums?.needs).toEqual([texts?.id]);
  });
  test('choosing the sums alone takes the conversion along', () => {
    const book = bookOf(annex(junior, YIYANG, [2, '春华中学', '36', '1,800', 10.5]));
    const wanted = propose(book)
      .groups.filter(({ id }) => id.startsWith('wrong-sums'))
      .map(({ id }) => id);
    const [sheet] = filled(book, new Set(wanted)).sheets;
    expect(sheet && [valueAt(sheet, 3, 2), valueAt(sheet, 5, 2)]).toEqual([90, 36]);
  });
  test('that only a person can read stop the sum and are named', () => {
    const proposal = propose(bookOf(annex(junior, YIYANG, [2, '春华中学', '约36', '1350+450', 10.5])));
    expect(contents(proposal, 'typed-sums')).toEqual({ E4: '=SUM(E5:E6)' });
    expect(proposal.refused.map(({ why }) => why)).toEqual([
      expect.stringContaining('C6'),
      expect.stringContaining('D6'),
    ]);
  });
});

test('the format follows the column; a cell formatted as text is set to numbers first', () => {
  const formats = [
    [],
    [],
    [],
    [null, null, '@', null, null],
    [null, null, '0', '#,##0', '0.00'],
    [null, null, '0', '#,##0', '0.00'],
  ];
  const book = bookOf(annex(['小计：', null, '90', null, null], YIYANG, CHUNHUA), { formats });
  const [sheet] = filled(book).sheets;
  expect(sheet && [2, 3, 4].map((column) => formatAt(sheet, 3, column))).toEqual(['0', '#,##0', '0.00']);
});

test('protected and hidden sheets, hidden rows and merged cells are refused with the reason', () => {
  const grid = annex(['小计：', null, 90, 4500, 60], YIYANG, CHUNHUA);
  expect(propose(bookOf(grid, { isProtected: true }))).toEqual({
    groups: [],
    refused: [{ where: '附件2', why: expect.stringContaining('受保护') }],
  });
  expect(propose(bookOf(grid, { visibility: 'hidden' })).refused[0]?.why).toContain('隐藏');
  expect(propose(bookOf(grid, { hiddenRows: [3] })).refused).toHaveLength(3);
  const merged = propose(bookOf(grid, { merges: [{ top: 3, left: 0, bottom: 3, right: 2 }] }));
  expect(merged.refused).toEqual([{ where: '附件2!C4', why: expect.stringContaining('合并') }]);
});
