import { staleFormulas } from '../../src/fill';
import { cellName, setContent, sheetFromGrid, workbookOf } from '../../src/workbook';

const book = workbookOf([
  sheetFromGrid('甲', [
    [1, { formula: '=SUM(A1:A3)', value: 6 }],
    [2, { formula: '=B1*2', value: 12 }],
    [3, { formula: '=SUM(A2:A3)', value: 5 }],
  ]),
  sheetFromGrid('乙', [
    [
      { formula: '=甲!B2+1', value: 13 },
      { formula: '=A9', value: 0 },
    ],
  ]),
]);
const edit = setContent({ sheet: '甲', row: 0, column: 0 }, { kind: 'value', value: 9 });

test('whatever depends on a changed cell, over other formulas and sheets, is written anew as it is', () => {
  const stale = staleFormulas(book, [edit]);
  expect(stale.map(({ sheet, row, column, content }) => [`${sheet}!${cellName(row, column)}`, content])).toEqual([
    ['甲!B1', { kind: 'formula', formula: '=SUM(A1:A3)' }],
    ['甲!B2', { kind: 'formula', formula: '=B1*2' }],
    ['乙!A1', { kind: 'formula', formula: '=甲!B2+1' }],
  ]);
});

test('a formula that is itself changed is left to its change', () => {
  const own = setContent({ sheet: '甲', row: 0, column: 1 }, { kind: 'formula', formula: '=SUM(A1:A2)' });
  expect(staleFormulas(book, [edit, own]).map(({ row, column }) => cellName(row, column))).not.toContain('B1');
});

test('nothing changed, nothing stale', () => {
  expect(staleFormulas(book, [])).toEqual([]);
});
