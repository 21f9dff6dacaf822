/** Square metres to the 亩 as people convert; the first is exact. */
const CONVERSIONS: readonly number[] = [2000 / 3, 666.67, 666.7, 667, 666];

/** A figure of land in square metres beside the plan's in 亩. `step` is the smallest change that its digits can show. */
export interface ConvertedLand {
  readonly squareMetres: number;
  readonly planned: number;
  readonly step: number;
}

/** Does the figure come out of the plan's by one of the usual conversions, rounded or cut off at its last digit? */
export function isConverted(figure: ConvertedLand): boolean {
  return CONVERSIONS.some((conversion) => comesOut(figure, conversion));
}

/**
 * The conversion by which nearly all of a column's figures come out, three at least; `null` where they come from
 * somewhere else, such as a survey, and differ from the plan's by what its rounding hides.
 */
export function usualConversion(figures: readonly ConvertedLand[]): number | null {
  for (const conversion of CONVERSIONS) {
    const count = figures.filter((figure) => comesOut(figure, conversion)).length;
    if (count >= 3 && count * 5 >= figures.length * 4) return conversion;
  }
  return null;
}

function comesOut({ squareMetres, planned, step }: ConvertedLand, conversion: number): boolean {
  return Math.abs(squareMetres - planned * conversion) <= step * 1.0001 + squareMetres * 1e-9;
}
