import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { Book } from './book';
import { bookSpecimens } from './book-specimens';
import { HEADER_FAULTS } from './faults-headers';
import { LINE_FAULTS } from './faults-lines';
import { PROGRESS_FAULTS } from './faults-progress';
import { SCHOOL_FAULTS } from './faults-schools';
import { SUM_FAULTS } from './faults-sums';
import { TABLE_FAULTS } from './faults-tables';
import { VALUE_FAULTS } from './faults-values';
import { drawFigures } from './figures';
import { LAYOUTS } from './layouts';

const FAULTS = [
  ...VALUE_FAULTS,
  ...SCHOOL_FAULTS,
  ...PROGRESS_FAULTS,
  ...SUM_FAULTS,
  ...TABLE_FAULTS,
  ...HEADER_FAULTS,
  ...LINE_FAULTS,
];

/** What units mostly send, written without a look at recognizer and rules (合成数据). */
export const proof: SpecimenSet = {
  name: 'proof',
  kinds: FAULTS.length,
  layouts: LAYOUTS.map(({ name }) => name),
  specimens: (seed, round) =>
    bookSpecimens({
      layouts: LAYOUTS,
      faults: FAULTS,
      drawFigures,
      newBook: () => new Book(),
      randomOf: (layout) => new Random(seed * 6_700_417 + round * 1013 + layout * 53),
    }),
};
