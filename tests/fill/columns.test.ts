import { chosenEdits } from '../../src/fill';
import { proposeFill } from '../../src/fill';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { bookOf, contents, propose } from './desk';

describe('derived columns', () => {
  test('are filled where they exist, are blank and have their inputs; nothing is overwritten', () => {
    const proposal = propose(
      bookOf(
        [
          ['项目名称', '金额（万元）', '已支出', '执行率', '结余'],
          ['教育教学质量奖', 400, 100, null, null],
          ['教育信息化提升专项', 100, null, null, null],
          ['“双减”工作专项', 50, 20, 0.5, 12],
          ['合计', null, null, null, null],
        ],
        {},
        '附件3',
      ),
    );
    const derived = contents(proposal, 'derived');
    expect(derived['E2']).toBe('=IF(COUNT(B2,C2)<2,"",ROUND(B2-C2,6))');
    expect(derived['D2']).toContain('C2/B2');
    expect(Object.keys(derived).sort()).toEqual(['D2', 'E2']);
    expect(contents(proposal, 'blank-sums')).toEqual({ B5: '=SUM(B2:B4)', C5: '=SUM(C2:C4)', E5: '=SUM(E2:E4)' });
  });

  test('percentages follow the column: 0.5 under a % format, 50 in a column headed (%)', () => {
    const grid = (header: string) => [
      ['指标名称', '计量单位', '2025年目标', '本期完成', header],
      ['新增学位总数', '万个', 5.18, 2.59, null],
    ];
    const fraction = propose(bookOf(grid('完成率'), {}, '目标'));
    expect(contents(fraction, 'derived')['E2']).toBe('=IF(COUNT(C2,D2)<2,"",IF(C2=0,"",D2/C2))');
    expect(fraction.groups[0]?.edits[0]?.edit).toMatchObject({ kind: 'format', format: '0.0%' });
    const figure = propose(bookOf(grid('完成率(%)'), {}, '目标'));
    expect(contents(figure, 'derived')['E2']).toBe('=IF(COUNT(C2,D2)<2,"",IFERROR(ROUND(100*IF(C2=0,"",D2/C2),1),""))');
  });

  test('inputs in other units are brought to one', () => {
    const proposal = propose(
      bookOf([
        ['学校名称', '规划班数', '规划学位（万个）', '已形成学位（个）', '差额'],
        ['枫林小学', 36, 0.162, 810, null],
      ]),
    );
    expect(contents(proposal, 'derived')['E2']).toContain('ROUND(C2-D2*0.0001,6)');
  });

  test('new ones are offered only on request, and only where the place is free', () => {
    const book = bookOf([
      ['学校名称', '规划班数', '规划学位', '已形成学位'],
      ['枫林小学', 36, 1620, 810],
    ]);
    expect(contents(propose(book), 'new-columns')).toEqual({});
    const asked = proposeFill(book, recognizeWorkbook(book, yichunPlan), yichunPlan, { newColumns: true });
    expect(contents(asked, 'new-columns')).toMatchObject({ E1: '完成率', F1: '差额', G1: '班额' });
    expect(asked.groups.find(({ id }) => id.startsWith('new-columns'))?.ticked).toBe(false);
  });
});

test('missing numbers are given in the way the others are', () => {
  const grid = (numbers: readonly (number | null)[]) => [
    ['序号', '学校名称', '规划班数'],
    ['二、初中'],
    [numbers[0] ?? null, '宜阳二中', 54],
    [numbers[1] ?? null, '春华中学', 36],
    ['三、小学'],
    [numbers[2] ?? null, '枫林小学', 36],
  ];
  expect(contents(propose(bookOf(grid([1, null, 1]))), 'sequence')).toEqual({ A4: 2 });
  expect(contents(propose(bookOf(grid([1, null, 3]))), 'sequence')).toEqual({ A4: 2 });
  const broken = propose(bookOf(grid([1, null, 7])));
  expect(contents(broken, 'sequence')).toEqual({});
  expect(broken.refused.map(({ why }) => why)).toContainEqual(expect.stringContaining('不连续'));
});

describe('cells that the plan determines', () => {
  const book = bookOf([
    ['序号', '学校名称', '规划班数', '规划学位', '规划用地'],
    ['一、高中阶段'],
    [3, '宜春市第十中学', 48, 2400, null],
    ['二、初中'],
    [10, '宜春市银岭学校（暂名）', null, 2250, 50],
    ['三、小学'],
    [2, '宜春市袁河小学', null, 1620, 34.5],
  ]);
  const proposal = propose(book);
  test('are offered with the arithmetic, those from a usual class size are not', () => {
    expect(contents(proposal, 'derivable')).toEqual({ E3: 200, C5: 48 });
    const reasons = proposal.groups.flatMap(({ edits }) => edits).map(({ reason }) => reason);
    expect(reasons).toContainEqual(expect.stringContaining('491.4−91.4−200＝200亩'));
  });
  test('are never part of the default selection', () => {
    const places = chosenEdits(proposal).flatMap(({ edit }) => (edit.kind === 'content' ? [edit.content] : []));
    expect(places).not.toContainEqual({ kind: 'value', value: 200 });
  });
});

describe('missing rows', () => {
  const grid = [
    ['序号', '学校名称', '规划班数', '规划学位'],
    ['二、初中'],
    [1, '宜阳二中', 54, 2700],
    [2, '春华中学', 36, 1800],
    ['四、专门学校'],
    [1, '宜春市十五中', 12, 300],
    ['五、幼儿园'],
    [1, '华地公元幼儿园', 18, 540],
    ['合计', null, '=SUM(C3:C8)', 4440],
  ];
  const proposal = propose(bookOf(grid));
  const group = proposal.groups.find(({ id }) => id.startsWith('missing-subtotals'));
  test('a subtotal is offered below its heading, where the plan has one', () => {
    const inserted = group?.edits.flatMap(({ edit }) => (edit.kind === 'insertRows' ? [edit.row] : []));
    expect(inserted).toEqual([2, 8]);
    expect(contents(proposal, 'missing-subtotals')).toMatchObject({
      A3: '小计：',
      C3: '=SUM(C4:C5)',
      A9: '小计：',
      D9: '=SUM(D10)',
    });
  });
  test('a total that would count the new rows twice is rewritten before they come', () => {
    const [first] = group?.edits ?? [];
    expect(first?.edit).toMatchObject({ row: 8, column: 2, content: { formula: '=SUM(C3:C4,C6,C8)' } });
    expect(group?.edits[1]?.edit.kind).toBe('insertRows');
  });
  test('rows are not inserted beside another table', () => {
    const beside = grid.map((row, i) => [
      ...row,
      ...Array(4 - row.length).fill(null),
      null,
      ...(i === 0 ? ['项目名称', '金额'] : i < 3 ? ['专项', 5] : []),
    ]);
    const refused = propose(bookOf(beside));
    expect(refused.groups.some(({ id }) => id.startsWith('missing'))).toBe(false);
    expect(refused.refused.map(({ why }) => why)).toContainEqual(expect.stringContaining('另一张表'));
  });
});
