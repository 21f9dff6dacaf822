import { Book, placesOf } from '../proof/book';
import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { FAULTS } from './faults';
import { drawFigures } from './figures';
import { LAYOUTS_A } from './layouts-a';
import { LAYOUTS_B } from './layouts-b';

const LAYOUTS = [...LAYOUTS_A, ...LAYOUTS_B];

/** Written apart by the senior clerk: what districts, bureaus and builders send in, and what has gone wrong in it. */
export const round: SpecimenSet = {
  name: 'round',
  kinds: FAULTS.length,
  layouts: LAYOUTS.map(({ name }) => name),
  specimens: (seed, turn) =>
    LAYOUTS.map((layout, i) => {
      const random = new Random(seed * 52_711 + turn * 3571 + i * 149);
      const figures = drawFigures(random);
      const draw = (): Book => {
        const book = new Book();
        layout.draw(book, figures);
        return book;
      };
      return {
        layout: layout.name,
        clean: draw().finish(),
        *faulty() {
          for (const fault of FAULTS) {
            const book = draw();
            const spots = fault.seed({ book, figures, random });
            if (!spots) continue;
            const places = placesOf(spots);
            if (places.length > 0) yield { kind: fault.id, workbook: book.finish(), places };
          }
        },
      };
    }),
};
