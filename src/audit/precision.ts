/** How two figures agree. */
export type Agreement = 'equal' | 'rounded' | 'truncated' | 'differs';

const DUST = 1e-6;

/** Rounds calculation dust away: 0.1 + 0.2 → 0.3. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * Compares a printed figure with an exact one. `step` is the smallest change that the printed digits can show,
 * in the same unit: 5.18 万个 has a step of 100. 5.18 万 agrees with 51,846 by rounding, 2.18 万 with 21,850 by truncation.
 */
export function agree(printed: number, exact: number, step: number): Agreement {
  const difference = Math.abs(printed - exact);
  const dust = DUST + Math.abs(exact) * 1e-9;
  if (difference <= dust) return 'equal';
  if (step <= 0) return 'differs';
  const printedSteps = Math.round(printed / step);
  if (Math.abs(Math.round(exact / step + 1e-9) - printedSteps) < 0.5) return 'rounded';
  if (difference < step / 2 - dust) return 'rounded';
  return Math.abs(Math.trunc(exact / step + 1e-9) - printedSteps) < 0.5 ? 'truncated' : 'differs';
}

/** Sums of plain columns agree within half a hundredth; whole numbers exactly. */
export function sameSum(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.005 + Math.abs(b) * 1e-9;
}

/** A number as a person writes it, without dust. */
export function shown(value: number): string {
  return String(Number(clean(value).toFixed(6)));
}
