import { isConverted, usualConversion, type ConvertedLand } from '../../../src/audit/land-conversion';
import { planValue } from '../../../src/audit/rules/plan-value';
import type { CellValue } from '../../../src/workbook';
import { gridOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const PLANNED = [46.1, 34.5, 49.5, 91.4, 200];

describe('亩 in square metres', () => {
  const figures = (factor: number, step = 1, count = 5): ConvertedLand[] =>
    PLANNED.slice(0, count).map((planned) => ({
      planned,
      step,
      squareMetres: Math.round((planned * factor) / step) * step,
    }));
  test.each([2000 / 3, 666.67, 666.7, 667, 666])('by %d', (factor) => {
    expect(figures(factor).every(isConverted)).toBe(true);
    expect(Math.abs((usualConversion(figures(factor)) ?? 0) - factor)).toBeLessThan(0.01);
  });
  test('by no usual number', () => {
    expect(figures(660).some(isConverted)).toBe(false);
    expect(usualConversion(figures(660))).toBeNull();
    expect(isConverted({ planned: 46.1, squareMetres: 30_732, step: 0.1 })).toBe(false);
    expect(isConverted({ planned: 46.1, squareMetres: 30_732.5, step: 1 })).toBe(true);
    expect(isConverted({ planned: 46.1, squareMetres: 30_733, step: 1 })).toBe(true);
  });
  test('three figures show it, and four of five', () => {
    expect(usualConversion(figures(2000 / 3, 1, 2))).toBeNull();
    expect(usualConversion(figures(2000 / 3, 1, 3))).not.toBeNull();
    const changed = (count: number) =>
      figures(667).map((one, i) => (i < count ? { ...one, squareMetres: one.squareMetres + 500 } : one));
    expect([usualConversion(changed(1)), usualConversion(changed(2))]).toEqual([667, null]);
  });

  const of = (...values: readonly number[]) =>
    said(planValue, {
      grid: gridOf(
        '学校名称 | 规划班数 | 规划用地(㎡)',
        ...[
          '宜春市第二小学',
          '宜春市袁河小学',
          '宜阳二中',
          '宜春市职业中等专业学校（开放大学）',
          '赣西中等职业技术学校',
        ].map((name, i): Row => [name, null, values[i] ?? null]),
      ),
    });
  test('a figure a little off is another one where all others are converted alike', () => {
    expect(of(30_733, 23_000, 33_000, 60_933, 133_333)).toEqual([]);
    expect(of(30_740, 23_000, 33_000, 60_933, 133_333)).toEqual(['C2 differs 30740→30733.33']);
    expect(of(30_740, 23_010, 33_010, 60_940, 133_340)).toEqual([]);
    expect(of(30_740, 23_000)).toEqual([]);
    expect(of(31_000, 23_010, 33_010, 60_940, 133_340)).toEqual(['C2 differs 31000→30733.33']);
  });
});
