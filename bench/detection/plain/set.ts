import { placesOf } from '../proof/book';
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
    LAYOUTS.map((layout, i) => {
      const random = new Random(seed * 86_028_121 + round * 1291 + i * 43);
      const figures = drawFigures(random);
      const draw = (): PlainBook => {
        const book = new PlainBook();
        layout.draw(book, figures);
        book.settle();
        return book;
      };
      return {
        layout: layout.name,
        clean: draw().finish(),
        *faulty() {
          for (const fault of FAULTS) {
            const book = draw();
            const cells = fault.seed({ book, figures, random });
            const places = cells ? placesOf(cells) : [];
            if (places.length > 0) yield { kind: fault.id, workbook: book.finish(), places };
          }
        },
      };
    }),
};
