import { uncalculatedValue } from '../../src/audit/views/uncalculated';
import { sheetFromGrid, type CellValue, type SheetSnapshot } from '../../src/workbook';

/** A formula as text becomes one without a stored value, as programs that cannot calculate write it. */
const sheet = (...rows: readonly (readonly CellValue[])[]): SheetSnapshot => sheetFromGrid('合成', rows);

describe('a formula that no program has calculated yet', () => {
  test('is worked out, through other such formulas as well', () => {
    const of = sheet([1, 2, '=A1+B1'], [3, 4, '=SUM(A2:B2)'], ['=SUM(A1:A2)', null, '=C1+C2']);
    expect([2, 5, 6, 8].map((index) => uncalculatedValue(of, index))).toEqual([3, 7, 4, 10]);
  });

  test('adds up what Excel would: a number kept as text counts nothing', () => {
    expect(uncalculatedValue(sheet(['2700', 1800, '=SUM(A1:B1)']), 2)).toBe(1800);
  });

  test('stays open where it needs more than arithmetic, other sheets, or itself', () => {
    const of = sheet(['=IF(B1>0,1,2)', 1, "='别的表'!A1", '=D1+1', '=F1', '=E1']);
    expect([0, 2, 3, 4, 5].map((index) => uncalculatedValue(of, index))).toEqual([null, null, null, null, null]);
  });

  test('comes to an end in long chains and over wide areas', () => {
    const chain = sheet(...Array.from({ length: 3000 }, (_, i) => [`=A${i + 2}+1`]), [1]);
    expect(uncalculatedValue(chain, 0)).toBeNull();
    const wide = sheet(...Array.from({ length: 6000 }, () => [1, '=SUM($A$1:$A$6000)']));
    expect(uncalculatedValue(wide, 1)).toBe(6000);
    const started = performance.now();
    for (let row = 0; row < 6000; row++) uncalculatedValue(wide, row * 2 + 1);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
