import { placesOf } from '../proof/book';
import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { TrialBook } from './book';
import { FAULTS } from './faults';
import { drawTrial } from './figures';
import { LIST_LAYOUTS, REPORT_LAYOUTS } from './layouts';

const LAYOUTS = [...LIST_LAYOUTS, ...REPORT_LAYOUTS];

/** The workbooks of a software evaluation office: nine forms, and the classes of data-quality faults in each. */
export const trial: SpecimenSet = {
  name: 'trial',
  kinds: FAULTS.length,
  layouts: LAYOUTS.map(({ name }) => name),
  specimens: (seed, round) =>
    LAYOUTS.map((layout, i) => {
      const figures = drawTrial(new Random(seed * 32_452_843 + round * 1013 + i * 41));
      const draw = (): TrialBook => {
        const book = new TrialBook();
        layout.draw(book, figures);
        book.settle();
        return book;
      };
      return {
        layout: layout.name,
        clean: draw().finish(),
        *faulty() {
          for (const [at, fault] of FAULTS.entries()) {
            const book = draw();
            // Each fault draws from a seed of its own, so that adding one leaves the others where they are.
            const random = new Random(seed * 49_979_687 + round * 1019 + i * 43 + at * 7);
            const spots = fault.seed({ book, figures, random });
            if (spots && spots.some((one) => one))
              yield { kind: fault.id, workbook: book.finish(), places: placesOf([...new Set(spots)]) };
          }
        },
      };
    }),
};
