import type { CellValue } from '../../../src/workbook';
import type { Random } from '../random';
import type { Book, Spot } from './book';
import type { Figures, Reported } from './figures';

export interface FaultContext {
  readonly book: Book;
  readonly figures: Figures;
  readonly random: Random;
}

/** A kind of fault. `seed` spoils the book and gives the cells at which a finding is right; `null`: not in this book. */
export interface HeldOutFault {
  readonly id: string;
  readonly seed: (context: FaultContext) => readonly Spot[] | null;
}

/** A school and its cell in a column, drawn from those that fit; `null` where none does. */
export function pickCell(
  { book, figures, random }: FaultContext,
  column: string,
  fits: (school: Reported, value: CellValue) => boolean = () => true,
): { school: Reported; spot: Spot; value: CellValue } | null {
  const candidates = figures.schools.flatMap((school) => {
    const spot = book.spot(`school/${school.id}/${column}`);
    if (!spot) return [];
    const value = book.value(spot);
    return fits(school, value) ? [{ school, spot, value }] : [];
  });
  return candidates.length === 0 ? null : random.pick(candidates);
}

/** A fault that puts another value into one cell. */
export function cellFault(
  id: string,
  column: string,
  spoil: (value: CellValue, school: Reported, context: FaultContext) => CellValue | undefined,
  fits?: (school: Reported, value: CellValue) => boolean,
): HeldOutFault {
  return {
    id,
    seed: (context) => {
      const cell = pickCell(context, column, fits);
      if (!cell) return null;
      const value = spoil(cell.value, cell.school, context);
      if (value === undefined || value === cell.value) return null;
      context.book.set(cell.spot, value);
      return [cell.spot];
    },
  };
}
