import { freeEdits, previewRows, withTicks } from '../../src/taskpane/session';
import { previewGroups } from '../../src/taskpane/session/preview-rows';
import { setContent, type ProposedEdit } from '../../src/workbook';

const change = (row: number): ProposedEdit => ({
  edit: setContent({ sheet: '附件2', row, column: 2 }, { kind: 'value', value: row }),
  before: null,
  reason: '文本数字',
});
const insertion: ProposedEdit = {
  edit: { kind: 'insertRows', sheet: '附件2', row: 3, count: 1 },
  before: null,
  reason: '补小计行',
};
const changes = (count: number): readonly ProposedEdit[] => Array.from({ length: count }, (_, row) => change(row));
const numbersOf = (ticked: ReadonlySet<number>) => [...ticked].sort((a, b) => a - b);

describe('the preview of changes', () => {
  const edits = [...changes(1_200), insertion, change(3)];
  const isOfRows = ({ edit }: ProposedEdit) =>
    edit.kind === 'insertRows' || (edit.kind === 'content' && edit.row === 3);
  const groups = previewGroups(edits, (one) => (isOfRows(one) ? '补插小计行' : one.reason));

  it('has a group wherever the words change, in the order in which the changes are written', () => {
    expect(groups.map(({ title, first, end }) => [title, first, end])).toEqual([
      ['文本数字', 0, 3],
      ['补插小计行', 3, 4],
      ['文本数字', 4, 1_200],
      ['补插小计行', 1_200, 1_202],
    ]);
  });

  it('shows every change, however many, under its heading; a folded group only the heading', () => {
    const rows = previewRows(groups, new Set());
    expect(rows.flatMap((row) => (row.kind === 'edit' ? [row.index] : []))).toEqual([...edits.keys()]);
    expect(rows.filter(({ kind }) => kind === 'group')).toHaveLength(4);
    expect(previewRows(groups, new Set([2]))).toHaveLength(rows.length - 1_196);
  });

  it('has no heading where there is one group', () => {
    expect(
      previewRows(
        previewGroups(changes(2), () => '附件2'),
        new Set(),
      ),
    ).toEqual([
      { kind: 'edit', index: 0 },
      { kind: 'edit', index: 1 },
    ]);
  });

  it('one change can be left out, or a group, and taken in again', () => {
    const limits = { free: freeEdits(edits), count: edits.length };
    const all = new Set(edits.keys());
    const without = withTicks(all, { first: 1_100, end: 1_101 }, false, limits);
    expect(without.size).toBe(edits.length - 1);
    expect(without.has(1_100)).toBe(false);
    expect(numbersOf(withTicks(all, { first: 4, end: 1_200 }, false, limits))).toEqual([0, 1, 2, 3, 1_200, 1_201]);
    expect(withTicks(new Set(), { first: 0, end: 3 }, true, limits)).toEqual(new Set([0, 1, 2]));
  });

  it('what moves rows and what stands on moved rows stand or fall together', () => {
    const limits = { free: freeEdits(edits), count: edits.length };
    expect(limits.free).toBe(1_200);
    const all = new Set(edits.keys());
    expect(withTicks(all, { first: 1_201, end: 1_202 }, false, limits).has(1_200)).toBe(false);
    expect(withTicks(new Set(), { first: 1_200, end: 1_201 }, true, limits)).toEqual(new Set([1_200, 1_201]));
  });
});
