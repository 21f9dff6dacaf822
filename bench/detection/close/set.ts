import { Book } from '../proof/book';
import { bookSpecimens } from '../proof/book-specimens';
import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { drawFigures } from './figures';
import { CLOSE_FAULTS } from './faults';
import { crossed, funds, submission, targetsAndDuties } from './layouts-others';
import { city, dated, district, monthly, type CloseLayout } from './layouts-schools';

const layouts: readonly CloseLayout[] = [district, city, monthly, dated, crossed, funds, targetsAndDuties, submission];

/** Workbooks as an engineer outside the project would make them for an acceptance test. */
export const close: SpecimenSet = {
  name: 'close',
  kinds: CLOSE_FAULTS.length,
  layouts: layouts.map(({ name }) => name),
  specimens: (seed, round) =>
    bookSpecimens({
      layouts,
      faults: CLOSE_FAULTS,
      drawFigures,
      newBook: () => new Book(),
      randomOf: (layout) => new Random(seed * 32_452_843 + round * 1223 + layout * 53),
    }),
};
