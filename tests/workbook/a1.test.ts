import fc from 'fast-check';
import {
  areaContains,
  areaName,
  areasOverlap,
  cellName,
  columnIndex,
  columnName,
  fullCellName,
  LAST_COLUMN,
  LAST_ROW,
  parseArea,
  quoteSheetName,
  type Area,
} from '../../src/workbook';

const row = fc.integer({ min: 0, max: LAST_ROW });
const column = fc.integer({ min: 0, max: LAST_COLUMN });
const area = fc.tuple(row, row, column, column).map(([a, b, c, d]): Area => ({
  top: Math.min(a, b),
  bottom: Math.max(a, b),
  left: Math.min(c, d),
  right: Math.max(c, d),
}));

describe('addresses', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [LAST_COLUMN, 'XFD'],
  ])('column %d is %s', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
    expect(columnIndex(name.toLowerCase())).toBe(index);
  });

  test('a cell has its column in letters and its row from 1', () => expect(cellName(17, 2)).toBe('C18'));

  test('an area of one cell is named as the cell', () => {
    expect(areaName({ top: 2, left: 2, bottom: 2, right: 2 })).toBe('C3');
    expect(areaName({ top: 2, left: 2, bottom: 2, right: 3 })).toBe('C3:D3');
    expect(areaName({ top: 2, left: 2, bottom: 3, right: 2 })).toBe('C3:C4');
  });

  test('every area is read as it is named, with or without dollar signs, in any case', () => {
    fc.assert(
      fc.property(area, (one) => {
        const name = areaName(one);
        expect(parseArea(name)).toEqual(one);
        expect(parseArea(` ${name.toLowerCase()} `)).toEqual(one);
        expect(parseArea(name.replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2'))).toEqual(one);
      }),
    );
  });

  test('the corners may come in any order', () =>
    expect(parseArea('D9:C3')).toEqual({ top: 2, left: 2, bottom: 8, right: 3 }));

  test.each([
    '',
    'C',
    '18',
    'C0',
    'C:D',
    '3:9',
    'C18:',
    'XFE1',
    'A1048577',
    'A1:B2:C3',
    '附件2!A1',
    'ABCD1',
    'A12345678',
  ])('%p is no area', (text) => expect(parseArea(text)).toBeNull());

  test.each(['XFD1048576', 'A1'])('%s is one', (text) => expect(parseArea(text)).not.toBeNull());
});

describe("a sheet's name in a formula", () => {
  test.each([
    ['ForR1', 'ForR1'],
    ['R1x', 'R1x'],
    ['TotalC1', 'TotalC1'],
    ['C5a', 'C5a'],
    ['ABC1x', 'ABC1x'],
    ['附件2', '附件2'],
    ['汇总_目标', '汇总_目标'],
    ['Sheet1', 'Sheet1'],
    ['2025年汇总', "'2025年汇总'"],
    ['表1-1', "'表1-1'"],
    ['目标 完成', "'目标 完成'"],
    ["老师's", "'老师''s'"],
    ['A1', "'A1'"],
    ['abc12', "'abc12'"],
    ['R1C1', "'R1C1'"],
    ['r', "'r'"],
    ['C', "'C'"],
    ['c3', "'c3'"],
    ['RC', "'RC'"],
    ['ABCD1', 'ABCD1'],
    ['', "''"],
  ])('%p → %p', (name, quoted) => expect(quoteSheetName(name)).toBe(quoted));

  test('stands before the cell', () => {
    expect(fullCellName({ sheet: '附件2', row: 17, column: 2 })).toBe('附件2!C18');
    expect(fullCellName({ sheet: '表 1', row: 0, column: 0 })).toBe("'表 1'!A1");
  });
});

describe('areas', () => {
  const middle: Area = { top: 2, left: 3, bottom: 4, right: 6 };

  test('an area holds its corners and nothing beyond its sides', () => {
    for (const [r, c] of [
      [2, 3],
      [2, 6],
      [4, 3],
      [4, 6],
      [3, 5],
    ] as const)
      expect(areaContains(middle, r, c)).toBe(true);
    for (const [r, c] of [
      [1, 3],
      [5, 3],
      [2, 2],
      [2, 7],
    ] as const)
      expect(areaContains(middle, r, c)).toBe(false);
  });

  test('two areas overlap where they share a cell', () => {
    const small = fc
      .tuple(...[0, 0, 0, 0].map(() => fc.integer({ min: 0, max: 6 })))
      .map(([a = 0, b = 0, c = 0, d = 0]): Area => ({
        top: Math.min(a, b),
        bottom: Math.max(a, b),
        left: Math.min(c, d),
        right: Math.max(c, d),
      }));
    const cells = ({ top, bottom, left, right }: Area): string[] => {
      const all: string[] = [];
      for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) all.push(cellName(r, c));
      return all;
    };
    fc.assert(
      fc.property(small, small, (a, b) => {
        const shared = cells(a).some((cell) => cells(b).includes(cell));
        expect(areasOverlap(a, b)).toBe(shared);
      }),
    );
  });
});
