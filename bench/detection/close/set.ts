import { Book, placesOf } from '../proof/book';
import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { drawFigures } from './figures';
import { CLOSE_FAULTS } from './faults';
import { crossed, funds, submission, targetsAndDuties } from './layouts-others';
import { city, dated, district, monthly, type CloseLayout } from './layouts-schools';

const LAYOUTS: readonly CloseLayout[] = [district, city, monthly, dated, crossed, funds, targetsAndDuties, submission];

/** Workbooks as an engineer outside the project would make them for an acceptance test. */
export const close: SpecimenSet = {
  name: 'close',
  kinds: CLOSE_FAULTS.length,
  layouts: LAYOUTS.map(({ name }) => name),
  specimens: (seed, round) =>
    LAYOUTS.map((layout, i) => {
      const random = new Random(seed * 32_452_843 + round * 1223 + i * 53);
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
          for (const fault of CLOSE_FAULTS) {
            const book = draw();
            const cells = fault.seed({ book, figures, random });
            if (!cells) continue;
            const places = placesOf(cells);
            if (places.length > 0) yield { kind: fault.id, workbook: book.finish(), places };
          }
        },
      };
    }),
};
