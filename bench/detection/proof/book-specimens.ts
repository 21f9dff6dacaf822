import type { Random } from '../random';
import type { Specimen } from '../sets';
import { placesOf, type Book, type Cell } from './book';

/** What a set of workbooks drawn as books is made of. */
export interface BookSet<B extends Book, F> {
  readonly layouts: readonly { readonly name: string; draw(book: B, figures: F): void }[];
  readonly faults: readonly {
    readonly id: string;
    seed(scene: {
      readonly book: B;
      readonly figures: F;
      readonly random: Random;
    }): readonly (Cell | null | undefined)[] | null;
  }[];
  drawFigures(random: Random): F;
  newBook(): B;
  /** A generator of its own for each layout, by its position. */
  randomOf(layout: number): Random;
}

/** A clean book in each layout, and the same book drawn anew for each fault. */
export function bookSpecimens<B extends Book, F>(set: BookSet<B, F>): readonly Specimen[] {
  return set.layouts.map((layout, i) => {
    const random = set.randomOf(i);
    const figures = set.drawFigures(random);
    const draw = (): B => {
      const book = set.newBook();
      layout.draw(book, figures);
      book.settle();
      return book;
    };
    return {
      layout: layout.name,
      clean: draw().finish(),
      *faulty() {
        for (const fault of set.faults) {
          const book = draw();
          const places = placesOf(fault.seed({ book, figures, random }) ?? []);
          if (places.length > 0) yield { kind: fault.id, workbook: book.finish(), places };
        }
      },
    };
  });
}
