import { Book } from '../proof/book';
import { bookSpecimens } from '../proof/book-specimens';
import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { FAULTS } from './faults';
import { drawFigures } from './figures';
import { LAYOUTS_A } from './layouts-a';
import { LAYOUTS_B } from './layouts-b';

const layouts = [...LAYOUTS_A, ...LAYOUTS_B];

/** Written apart by the senior clerk: what districts, bureaus and builders send in, and what has gone wrong in it. */
export const round: SpecimenSet = {
  name: 'round',
  kinds: FAULTS.length,
  layouts: layouts.map(({ name }) => name),
  specimens: (seed, turn) =>
    bookSpecimens({
      layouts,
      faults: FAULTS,
      drawFigures,
      newBook: () => new Book(),
      randomOf: (layout) => new Random(seed * 52_711 + turn * 3571 + layout * 149),
    }),
};
