import type { Period } from './types';

/**
 * The statement that most sheets make, so that a cover copied from last month does not outvote the tables behind it; the
 * first one where no other is made more often.
 */
export function mostStated<T>(
  statements: readonly { readonly sheet: string; readonly value: T }[],
  agree: (a: T, b: T) => boolean,
): T | undefined {
  const sheets = new Map<T, Set<string>>();
  for (const { sheet, value } of statements) {
    const known = [...sheets].find(([other]) => agree(other, value));
    if (known) known[1].add(sheet);
    else sheets.set(value, new Set([sheet]));
  }
  const [first, ...others] = sheets;
  if (!first) return undefined;
  return others.reduce((best, each) => (each[1].size > best[1].size ? each : best), first)[0];
}

/** The same, or one names a month and the other its quarter. */
export function isSamePeriod(a: Period, b: Period): boolean {
  if (a.year !== b.year) return false;
  const quarterOf = ({ month }: Period): number => Math.ceil(month / 3);
  return a.month === b.month || a.quarter === quarterOf(b) || b.quarter === quarterOf(a);
}
