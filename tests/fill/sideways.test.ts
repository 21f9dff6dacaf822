import { computeGaps, proposeFill } from '../../src/fill';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { applyEdits, formulaAt, sheetFromGrid, workbookOf, type WorkbookSnapshot } from '../../src/workbook';
import { contents, propose, type Grid } from './desk';

const bookOf = (grid: Grid, name: string): WorkbookSnapshot => workbookOf([sheetFromGrid(name, grid)]);

describe('a table of schools on its side', () => {
  const grid: Grid = [
    ['学段', '小学', '小学', '小学', '初中', '初中'],
    ['学校名称', '江丰小学', '枫林小学', '小计', '宜阳二中', '宜春市春华中学（暂名）'],
    ['规划班数(个)', 18, 12, 30, 54, 36],
    ['规划学位(个)', 810, '540', null, 2700, 1800],
    ['已形成学位', 81, 54, 135, 270, 180],
    ['完成率', null, null, null, null, null],
  ];
  const workbook = bookOf(grid, '附件2');
  const proposal = propose(workbook);

  test('gets its sums and derived figures in the cells where they stand', () => {
    expect(contents(proposal, 'typed-sums')).toEqual({ D3: '=SUM(B3:C3)', D5: '=SUM(B5:C5)' });
    expect(contents(proposal, 'blank-sums')).toEqual({ D4: '=SUM(B4:C4)' });
    expect(contents(proposal, 'text-numbers')).toEqual({ C4: 540 });
    expect(contents(proposal, 'derived')['E6']).toBe('=IF(COUNT(E4,E5)<2,"",IF(E4=0,"",E5/E4))');
  });

  test('gets no row or column put in, and it is said why', () => {
    expect(proposal.groups.flatMap(({ edits }) => edits).map(({ edit }) => edit.kind)).not.toContain('insertRows');
    expect(proposal.refused).toContainEqual({
      where: '附件2',
      why: '缺小计或合计，但这张表横着排（每列一项），要插入的是整列，请手工插入后再填',
    });
  });

  test('gets no new columns beside it, and it is said why', () => {
    const { groups, refused } = proposeFill(workbook, recognizeWorkbook(workbook, yichunPlan), yichunPlan, {
      newColumns: true,
    });
    expect(groups.some(({ id }) => id.startsWith('new-columns'))).toBe(false);
    expect(refused.map(({ why }) => why)).toContainEqual(expect.stringContaining('不能在右侧增加计算列'));
  });

  test('is filled once: what was written is right when it is read again', () => {
    const applied = applyEdits(
      workbook,
      proposal.groups.flatMap(({ edits }) => edits.map(({ edit }) => edit)),
    );
    if (!applied.ok) throw new Error(applied.problem.code);
    const [sheet] = applied.value.sheets;
    expect(sheet && formulaAt(sheet, 2, 3)).toBe('=SUM(B3:C3)');
    const again = propose(applied.value);
    // The rate below the sum that was blank had to wait for it.
    expect(again.groups.map(({ id }) => id)).toEqual(['derived@附件2!A1']);
    expect(Object.keys(contents(again, 'derived'))).toEqual(['D6']);
  });

  test('what it refuses names the cell, and its column', () => {
    const [first, second, ...more] = grid;
    const open = [first ?? [], second ?? [], ['规划班数(个)', 18, '约12', 30, 54, 36], ...more.slice(1)];
    const hidden = workbookOf([sheetFromGrid('附件2', grid, { hiddenColumns: [3] })]);
    const refusals = (book: WorkbookSnapshot) => propose(book).refused.map(({ where, why }) => `${where} ${why}`);
    expect(refusals(bookOf(open, '附件2'))).toContainEqual(
      expect.stringMatching(/^附件2!D3 .*C3 填的是“12”，不是数字/u),
    );
    expect(refusals(hidden)).toContainEqual(expect.stringMatching(/^附件2!D3 .*所在列已隐藏/u));
  });
});

test('gaps of indicators on their side say which cell they are taken from', () => {
  const workbook = bookOf(
    [
      ['指标名称', '学前三年毛入园率', '义务教育巩固率'],
      ['目标值', 93, 97],
      ['完成数', 91, null],
    ],
    '目标',
  );
  const gaps = computeGaps(workbook, recognizeWorkbook(workbook, yichunPlan), yichunPlan);
  const told = JSON.stringify(gaps);
  expect(told).toContain('目标表 目标!B3');
  expect(told).toContain('C3 本期完成未填');
});
