import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { Book, placesOf } from './book';
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
    LAYOUTS.map((layout, i) => {
      const random = new Random(seed * 6_700_417 + round * 1013 + i * 53);
      const figures = drawFigures(random);
      const draw = (): Book => {
        const book = new Book();
        layout.draw(book, figures);
        return book.settle();
      };
      return {
        layout: layout.name,
        clean: draw().finish(),
        *faulty() {
          for (const fault of FAULTS) {
            const book = draw();
            const cells = fault.seed({ book, figures, random });
            const places = placesOf(cells ?? []);
            if (places.length > 0) yield { kind: fault.id, workbook: book.finish(), places };
          }
        },
      };
    }),
};
