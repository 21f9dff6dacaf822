import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { Book } from './book';
import { FAULTS } from './faults';
import { drawFigures } from './figures';
import { CARD_LAYOUTS } from './layouts-cards';
import { LIST_LAYOUTS } from './layouts-lists';
import { TABLE_LAYOUTS } from './layouts-tables';

const LAYOUTS = [...LIST_LAYOUTS, ...CARD_LAYOUTS, ...TABLE_LAYOUTS];

/** 合成数据: workbooks of the last night before a deadline; written apart, without a look at recognizer and rules. */
export const final: SpecimenSet = {
  name: 'final',
  kinds: FAULTS.length,
  layouts: LAYOUTS.map((layout) => layout.name),
  specimens: (seed, round) =>
    LAYOUTS.map((layout, i) => {
      const random = new Random(seed * 32_452_843 + round * 1013 + i * 41);
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
            const cells = fault.seed({ book, figures, random });
            if (cells === null) continue;
            yield { kind: fault.id, workbook: book.finish(), places: book.placesOf(cells) };
          }
        },
      };
    }),
};
