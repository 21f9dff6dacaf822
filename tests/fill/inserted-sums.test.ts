import type { FillProposal } from '../../src/fill';
import { formatAt } from '../../src/workbook';
import { bookOf, contents, filled, propose, type Grid } from './desk';

describe('rows that are put in', () => {
  const group = (proposal: FillProposal, kind: string) => proposal.groups.find(({ id }) => id.startsWith(`${kind}@`));
  const inserted = (proposal: FillProposal, kind: string) =>
    group(proposal, kind)?.edits.flatMap(({ edit }) => (edit.kind === 'insertRows' ? [edit.row] : [])) ?? [];
  const schools = (...lines: Grid[number][]): Grid => [['序号', '学校名称', '规划班数', '规划学位'], ...lines];

  test('stand below the rows where the other subtotals do, with their word and in their column', () => {
    const proposal = propose(
      bookOf(
        schools(
          ['二、初中'], [1, '宜阳二中', 54, 2700], [2, '春华中学', 36, 1800],
          ['三、小学'], [1, '枫林小学', 36, 1620], [null, '小 计', 36, 1620],
        ),
      ),
    ); // prettier-ignore
    expect(inserted(proposal, 'missing-subtotals')).toEqual([4]);
    expect(contents(proposal, 'missing-subtotals')).toEqual({ B5: '小 计', C5: '=SUM(C3:C4)', D5: '=SUM(D3:D4)' });
    expect(group(proposal, 'missing-subtotals')?.edits[0]?.reason).toBe('初中缺小计行，在第 5 行补插');
  });

  test('stand below the 其中 lines of their section', () => {
    const proposal = propose(
      bookOf(
        schools(
          ['二、初中'], [1, '宜阳二中', 54, 2700], ['其中：新校区', null, 30, 1500],
          ['三、小学'], [1, '枫林小学', 36, 1620], ['小计', null, 36, 1620],
        ),
      ),
    ); // prettier-ignore
    expect(contents(proposal, 'missing-subtotals')).toEqual({ A5: '小计', C5: '=SUM(C3)', D5: '=SUM(D3)' });
  });

  test('stand below the heading where none tells otherwise; blank columns get no sum', () => {
    const proposal = propose(bookOf(schools(['二、初中'], [1, '宜阳二中', 54], [2, '春华中学', 36])));
    expect(inserted(proposal, 'missing-subtotals')).toEqual([2]);
    expect(contents(proposal, 'missing-subtotals')).toEqual({ B3: '小计：', C3: '=SUM(C4:C5)' });
  });

  test('are not offered where the plan has no subtotal, nor in a table without sections', () => {
    expect(
      inserted(propose(bookOf(schools(['四、专门学校'], [1, '宜春市十五中', 12, 300]))), 'missing-subtotals'),
    ).toEqual([]);
    expect(
      inserted(propose(bookOf(schools([1, '宜阳二中', 54, 2700], [2, '春华中学', 36, 1800]))), 'missing-subtotals'),
    ).toEqual([]);
  });

  test('a total is offered below several sections, not ticked; of funds it is ticked', () => {
    const proposal = propose(
      bookOf(
        schools(
          ['二、初中'], ['小计：', null, 54, 2700], [1, '宜阳二中', 54, 2700],
          ['四、专门学校'], [1, '宜春市十五中', 12, 300],
        ),
      ),
    ); // prettier-ignore
    expect(contents(proposal, 'missing-total')).toEqual({ A7: '合计', C7: '=SUM(C3,C6)', D7: '=SUM(D3,D6)' });
    expect(group(proposal, 'missing-total')).toMatchObject({ ticked: false });
    const funds = propose(
      bookOf(
        [
          ['项目名称', '金额（万元）'],
          ['教育教学质量奖', 400],
          ['教育信息化提升专项', '100'],
        ],
        {},
        '附件3',
      ),
    );
    expect(contents(funds, 'missing-total')).toEqual({ A4: '合计', B4: '=SUM(B2:B3)' });
    expect(group(funds, 'missing-total')).toMatchObject({ ticked: true, needs: [group(funds, 'text-numbers')?.id] });
    expect(group(funds, 'missing-total')?.edits[0]?.reason).toBe('缺合计行，在第 4 行补插');
  });

  test.each<[string, Grid]>([
    [
      'one fund alone',
      [
        ['项目名称', '金额（万元）'],
        ['教育教学质量奖', 400],
      ],
    ],
    ['one section alone', schools(['二、初中'], ['小计：', null, 54, 2700], [1, '宜阳二中', 54, 2700])],
    [
      'targets',
      [
        ['指标名称', '计量单位', '2025年目标'],
        ['学前三年毛入园率', '%', 93],
        ['义务教育巩固率', '%', 97],
      ],
    ],
  ])('%s need no total', (_, grid) => expect(inserted(propose(bookOf(grid)), 'missing-total')).toEqual([]));

  test('take the format of their column', () => {
    const grid = [
      ['项目名称', '金额（万元）'],
      ['教育教学质量奖', 400.5],
      ['教育信息化提升专项', 100],
    ];
    const book = bookOf(grid, { formats: [[], [null, '0.00'], [null, '0.00']] }, '附件3');
    const [sheet] = filled(book).sheets;
    expect(sheet && formatAt(sheet, 3, 1)).toBe('0.00');
  });
});
