import type { CellValue } from '../../../src/workbook';
import type { Random } from '../random';
import type { Draft, Ref, RowKind, Spot } from './draft';
import type { Figures, Line } from './figures';

export interface Bench {
  readonly draft: Draft;
  readonly figures: Figures;
  readonly random: Random;
}

/** One kind of fault: changes one thing and returns the cells that a person would change; `null` where it cannot occur. */
export interface Fault {
  readonly id: string;
  seed(bench: Bench): readonly Ref[] | null;
}

export type Test = (bench: Bench, spot: Spot, value: CellValue) => boolean;

/** A cell of this row and field that holds something and passes the test, drawn at random. */
export function pick(bench: Bench, row: RowKind, field: string, test: Test = () => true): Spot | null {
  const own = bench.draft.find(row, field).filter((spot) => {
    const value = bench.draft.show(spot);
    return value !== null && test(bench, spot, value);
  });
  return own.length > 0 ? bench.random.pick(own) : null;
}

export function lineOf({ figures }: Bench, spot: Spot): Line {
  const line = figures.lines.find((one) => one.id === spot.tag.key);
  if (!line) throw new Error(`no school ${spot.tag.key}`);
  return line;
}

/** Typed, not worked out by a formula. */
export function isTyped({ draft }: Bench, spot: Spot): boolean {
  return draft.calc(spot) === null;
}

export function isShown(bench: Bench, spot: Spot): boolean {
  return isTyped(bench, spot) && lineOf(bench, spot).shown.has(spot.tag.field);
}

/** One cell of this kind gets another content; `null` from `change` means that the fault cannot be seen there. */
export function change(
  id: string,
  row: RowKind,
  fields: string | readonly string[],
  to: (value: CellValue, bench: Bench, spot: Spot) => CellValue | undefined,
  test: Test = isTyped,
): Fault {
  return {
    id,
    seed(bench) {
      for (const field of bench.random.shuffled(typeof fields === 'string' ? [fields] : fields)) {
        const spot = pick(bench, row, field, (b, s, value) => test(b, s, value));
        if (!spot) continue;
        const value = to(bench.draft.show(spot), bench, spot);
        if (value === undefined) continue;
        bench.draft.set(spot, value);
        return [spot];
      }
      return null;
    },
  };
}

/** The same for a number. */
export function changeNumber(
  id: string,
  row: RowKind,
  fields: string | readonly string[],
  to: (value: number, bench: Bench, spot: Spot) => CellValue | undefined,
  test: Test = isTyped,
): Fault {
  return change(
    id,
    row,
    fields,
    (value, bench, spot) => (typeof value === 'number' ? to(value, bench, spot) : undefined),
    (bench, spot, value) => typeof value === 'number' && value !== 0 && test(bench, spot, value),
  );
}

/** Two cells of one row: the change is seen because they do not go together, so either may be mended. */
export function clash(
  id: string,
  field: string,
  other: string,
  to: (line: Line, bench: Bench) => CellValue | undefined,
): Fault {
  return {
    id,
    seed(bench) {
      const { draft, random } = bench;
      for (const spot of random.shuffled(draft.find('school', field))) {
        const partner = draft.beside(spot, other);
        if (!partner || !isTyped(bench, spot)) continue;
        const value = to(lineOf(bench, spot), bench);
        if (value === undefined) continue;
        draft.set(spot, value);
        return [spot, partner];
      }
      return null;
    },
  };
}

export function round(value: number, digits = 2): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
