import fc from 'fast-check';
import {
  cellIndex,
  findSheet,
  formatAt,
  formulaAt,
  isBlank,
  isErrorValue,
  mergeAt,
  sheetFromGrid,
  shownValueAt,
  valueAt,
  workbookOf,
} from '../../src/workbook';

const sheet = sheetFromGrid(
  '附件2',
  [
    ['学校', '班数', null],
    ['甲校', 12],
    ['乙校', '=B3*2', { formula: '=SUM(B3:B4)', value: 36 }, '='],
  ],
  {
    top: 1,
    left: 1,
    formats: [[null, '0.00'], [], [undefined, 'General', '0%']],
    merges: [{ top: 1, left: 1, bottom: 2, right: 1 }],
    hiddenRows: [2],
    hiddenColumns: [3],
    visibility: 'hidden',
    isProtected: true,
  },
);

describe('a sheet of cells', () => {
  test('is as wide as its widest row, and says where it begins', () => {
    expect([sheet.top, sheet.left, sheet.rowCount, sheet.columnCount]).toEqual([1, 1, 3, 4]);
    expect(sheet.values).toHaveLength(12);
    expect([sheet.visibility, sheet.isProtected, [...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([
      'hidden', true, [2], [3],
    ]); // prettier-ignore
  });

  test('gives values by their place on the sheet, and nothing beside the block', () => {
    expect(valueAt(sheet, 2, 1)).toBe('甲校');
    expect(valueAt(sheet, 2, 2)).toBe(12);
    expect(valueAt(sheet, 2, 4)).toBeNull();
    for (const [row, column] of [
      [0, 1],
      [1, 0],
      [4, 1],
      [1, 5],
      [-1, -1],
    ] as const) {
      expect(valueAt(sheet, row, column)).toBeNull();
      expect(formulaAt(sheet, row, column)).toBeNull();
      expect(formatAt(sheet, row, column)).toBe('General');
      expect(cellIndex(sheet, row, column)).toBe(-1);
    }
  });

  test('tells formulas from text: a lone = is text', () => {
    expect(formulaAt(sheet, 3, 2)).toBe('=B3*2');
    expect(valueAt(sheet, 3, 2)).toBeNull();
    expect(formulaAt(sheet, 3, 3)).toBe('=SUM(B3:B4)');
    expect(valueAt(sheet, 3, 3)).toBe(36);
    expect(formulaAt(sheet, 3, 4)).toBeNull();
    expect(valueAt(sheet, 3, 4)).toBe('=');
    expect(formulaAt(sheetFromGrid('空', [[1]]), 0, 0)).toBeNull();
  });

  test('keeps formats, General where none is set', () => {
    expect([formatAt(sheet, 1, 2), formatAt(sheet, 3, 2), formatAt(sheet, 3, 3), formatAt(sheet, 2, 1)]).toEqual([
      '0.00', 'General', '0%', 'General',
    ]); // prettier-ignore
    expect(sheet.formatCodes).toEqual(['General', '0.00', '0%']);
    expect(sheetFromGrid('无', [[1]]).formatIndex).toBeNull();
    expect(sheetFromGrid('外', [[1]], { formats: [[null, '0%'], ['0%']] }).formatIndex).toBeNull();
  });

  test('shows what a reader sees: the first cell of a merged area', () => {
    expect(mergeAt(sheet, 2, 1)).toEqual({ top: 1, left: 1, bottom: 2, right: 1 });
    expect(mergeAt(sheet, 3, 1)).toBeNull();
    const merged = sheetFromGrid('表', [['甲'], [null], [''], ['乙']], {
      merges: [{ top: 0, left: 0, bottom: 3, right: 0 }],
    });
    expect([0, 1, 2, 3].map((row) => shownValueAt(merged, row, 0))).toEqual(['甲', '甲', '甲', '乙']);
    expect(shownValueAt(sheetFromGrid('表', [[null]]), 0, 0)).toBeNull();
  });

  test('an index leads back to its cell', () => {
    const size = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: -2, max: 12 }),
        fc.integer({ min: -2, max: 12 }),
        (top, left, row, column) => {
          const grid = Array.from({ length: 4 }, (_, r) =>
            Array.from({ length: 3 }, (__, c) => `${top + r},${left + c}`),
          );
          const inside = row >= top && row < top + 4 && column >= left && column < left + 3;
          expect(valueAt(sheetFromGrid('表', grid, { top, left }), row, column)).toBe(
            inside ? `${row},${column}` : null,
          );
        },
      ),
    );
  });
});

test('a workbook finds its sheets by their exact name', () => {
  const workbook = workbookOf([sheet]);
  expect(findSheet(workbook, '附件2')).toBe(sheet);
  expect(findSheet(workbook, '附件')).toBeNull();
  expect(workbook).toMatchObject({ parts: {}, externalLinks: [] });
});

test.each([
  ['#REF!', true],
  ['#DIV/0!', true],
  ['#N/A', true],
  ['#BLOCKED!', true],
  ['#其他', false],
  ['REF!', false],
  ['', false],
  [0, false],
  [null, false],
])('%p is an error value: %p', (value, is) => expect(isErrorValue(value)).toBe(is));

test.each([
  [null, true],
  ['', true],
  ['  \n', true],
  ['　', true],
  ['0', false],
  [0, false],
  [false, false],
])('%p is blank: %p', (value, is) => expect(isBlank(value)).toBe(is));
