import { bookSpecimens } from '../proof/book-specimens';
import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { FAULTS } from './faults';
import { drawFigures } from './figures';
import { LAYOUTS } from './layouts';
import { PlainBook } from './sheet';

/** Written from the issue and the catalogue of rules alone: every rule's breach, in the annexes' natural shapes. */
export const plain: SpecimenSet = {
  name: 'plain',
  kinds: FAULTS.length,
  layouts: LAYOUTS.map(({ name }) => name),
  specimens: (seed, round) =>
    bookSpecimens({
      layouts: LAYOUTS,
      faults: FAULTS,
      drawFigures,
      newBook: () => new PlainBook(),
      randomOf: (layout) => new Random(seed * 86_028_121 + round * 1291 + layout * 43),
    }),
};
