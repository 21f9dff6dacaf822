import {
  applyEdits,
  EMPTY,
  invertEdits,
  localDay,
  localTime,
  sheetFromGrid,
  workbookOf,
  type Edit,
  type SheetSnapshot,
} from '../../src/workbook';

/** Three rows and two columns from C3 on. */
const SHEET = sheetFromGrid(
  '表',
  [
    [1, 2],
    [3, '=C4*2'],
    [5, 6],
  ],
  { top: 2, left: 2 },
);

function edited(sheet: SheetSnapshot, ...edits: readonly Edit[]): SheetSnapshot {
  const result = applyEdits(workbookOf([sheet]), edits);
  const after = result.ok ? result.value.sheets[0] : undefined;
  if (!after) throw new Error('refused');
  return after;
}
const content = (row: number, column: number, value: string | number): Edit => ({
  kind: 'content', sheet: '表', row, column, content: { kind: 'value', value },
}); // prettier-ignore
const format = (row: number, column: number, code: string): Edit => ({
  kind: 'format', sheet: '表', row, column, format: code,
}); // prettier-ignore
const insert = (row: number, count: number): Edit => ({ kind: 'insertRows', sheet: '表', row, count });
const remove = (row: number, count: number): Edit => ({ kind: 'deleteRows', sheet: '表', row, count });

describe('the stored block of an edited sheet', () => {
  test.each<[string, Edit, [top: number, left: number, rows: number, columns: number]]>([
    ['a cell in it', content(3, 3, 9), [2, 2, 3, 2]],
    ['a cell above it', content(1, 2, 9), [1, 2, 4, 2]],
    ['a cell left of it', content(2, 0, 9), [2, 0, 3, 4]],
    ['a cell below it', content(6, 3, 9), [2, 2, 5, 2]],
    ['a cell right of it', content(4, 5, 9), [2, 2, 3, 4]],
    ['a format beside it', format(6, 5, '0%'), [2, 2, 5, 4]],
    ['rows put in above it', insert(0, 2), [4, 2, 3, 2]],
    ['rows put in at its top', insert(2, 2), [4, 2, 3, 2]],
    ['rows put in inside it', insert(3, 2), [2, 2, 5, 2]],
    ['rows put in before its last row', insert(4, 2), [2, 2, 5, 2]],
    ['rows put in below it', insert(5, 2), [2, 2, 3, 2]],
    ['rows taken out above it', remove(0, 2), [0, 2, 3, 2]],
    ['rows taken out above and in it', remove(1, 2), [1, 2, 2, 2]],
    ['its first row taken out', remove(2, 1), [2, 2, 2, 2]],
    ['a row taken out inside it', remove(3, 1), [2, 2, 2, 2]],
    ['its last rows and more taken out', remove(4, 9), [2, 2, 2, 2]],
    ['rows taken out below it', remove(5, 9), [2, 2, 3, 2]],
    ['all of it taken out', remove(0, 9), [0, 2, 0, 2]],
  ])('%s', (_, edit, expected) => {
    const after = edited(SHEET, edit);
    expect([after.top, after.left, after.rowCount, after.columnCount]).toEqual(expected);
    expect(after.values).toHaveLength(after.rowCount * after.columnCount);
    expect([...after.formulas.keys()].every((index) => index >= 0 && index < after.values.length)).toBe(true);
  });

  test('of an empty sheet begins with the first cell', () => {
    const after = edited(sheetFromGrid('表', []), content(7, 4, '甲'));
    expect([after.top, after.left, after.rowCount, after.columnCount, after.values]).toEqual([7, 4, 1, 1, ['甲']]);
    const below = edited(edited(SHEET, remove(0, 9)), content(7, 4, '甲'));
    expect([below.top, below.left, below.rowCount, below.columnCount]).toEqual([7, 4, 1, 1]);
  });

  test('holds nothing where a cell was emptied, and formulas only where they are', () => {
    const after = edited(SHEET, { kind: 'content', sheet: '表', row: 2, column: 2, content: EMPTY }, insert(3, 1));
    expect(after.values).toEqual([null, 2, null, null, 3, null, 5, 6]);
    expect([...after.formulas]).toEqual([[5, '=C4*2']]);
  });
});

describe('formats', () => {
  test('are kept once each, however many cells have them', () => {
    const after = edited(SHEET, format(2, 2, '0%'), format(3, 2, '0%'), format(4, 2, 'General'), format(4, 3, '0.00'));
    expect(after.formatCodes).toEqual(['General', '0%', '0.00']);
    expect([...(after.formatIndex ?? [])]).toEqual([1, 0, 1, 0, 0, 2]);
  });

  test('of the sheet before stay as they are', () => {
    const before = sheetFromGrid('表', [[1, 2]], { formats: [['0%', null]] });
    edited(before, format(0, 1, '0.00'), format(0, 0, 'General'));
    expect([before.formatCodes, [...(before.formatIndex ?? [])]]).toEqual([
      ['General', '0%'],
      [1, 0],
    ]);
  });

  test('without any, there is no list of them', () =>
    expect(edited(SHEET, content(2, 2, 9), insert(3, 1)).formatIndex).toBeNull());
});

test('edits that cannot be applied one after another have no inverse', () =>
  expect(invertEdits(workbookOf([SHEET]), [content(2, 2, 9), { ...content(2, 2, 9), sheet: '没有' } as Edit])).toEqual({
    ok: false,
    problem: { code: 'noSuchSheet', sheet: '没有' },
  }));

test('a moment is written as the clock on the wall shows it', () => {
  expect(localDay(new Date(2023, 0, 5))).toBe('2023-01-05');
  expect(localTime(new Date(2023, 11, 31, 8, 5, 9))).toBe('2023-12-31T08:05:09');
});
