import { proposeFill } from '../../src/fill';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { applyEdits, formulaAt, sheetFromGrid, valueAt, workbookOf } from '../../src/workbook';
import { contents, propose } from './desk';

/** 合成数据: a registration card of one school. */
const workbook = workbookOf([
  sheetFromGrid('登记卡', [
    ['学校建设登记卡'],
    ['学校名称', '江丰小学', '建设主体', '宜阳新区'],
    ['规划班数(个)', 18, '规划学位(个)', '810'],
    ['已形成学位', 405, '完成率', null],
  ]),
]);
const proposal = propose(workbook);

test('a card gets its figures where they stand, worked out from its own cells', () => {
  expect(contents(proposal, 'text-numbers')).toEqual({ D3: 810 });
  expect(contents(proposal, 'derived')).toEqual({ D4: '=IF(COUNT(D3,B4)<2,"",IF(D3=0,"",B4/D3))' });
});

test('it lacks no sums, and nothing is put in beside it', () => {
  expect(proposal.refused).toEqual([]);
  const options = { newColumns: true };
  const { groups } = proposeFill(workbook, recognizeWorkbook(workbook, yichunPlan), yichunPlan, options);
  expect(groups.some(({ id }) => id.startsWith('new-columns'))).toBe(false);
});

test('only these cells change', () => {
  const applied = applyEdits(
    workbook,
    proposal.groups.flatMap(({ edits }) => edits.map(({ edit }) => edit)),
  );
  if (!applied.ok) throw new Error(applied.problem.code);
  const [before, after] = [workbook.sheets[0], applied.value.sheets[0]];
  if (!before || !after) throw new Error('no sheet');
  const changed = Array.from({ length: 16 }, (_, i) => [Math.floor(i / 4), i % 4] as const).filter(
    ([row, column]) =>
      valueAt(before, row, column) !== valueAt(after, row, column) ||
      formulaAt(before, row, column) !== formulaAt(after, row, column),
  );
  expect(changed).toEqual([
    [2, 3],
    [3, 3],
  ]);
});
