import type { WorkbookSnapshot } from '../../src/workbook';
import type { Place } from './canvas';
import { FAULTS } from './faults';
import { Book } from './held-out/book';
import { HELD_OUT_FAULTS } from './held-out/faults';
import { drawFigures } from './held-out/figures';
import { HELD_OUT_LAYOUTS } from './held-out/layouts';
import { drawLayout, LAYOUTS } from './layouts';
import { Random } from './random';
import { drawSubmission } from './submission';

/** A clean workbook and the same workbook with one fault each. */
export interface Specimen {
  readonly layout: string;
  readonly clean: WorkbookSnapshot;
  /** Made one by one: a fault's workbook is drawn when it is asked for. */
  faulty(): Iterable<{ readonly kind: string; readonly workbook: WorkbookSnapshot; readonly places: readonly Place[] }>;
}

export interface SpecimenSet {
  readonly name: string;
  readonly kinds: number;
  readonly layouts: readonly string[];
  /** The same seed and round give the same specimens. */
  specimens(seed: number, round: number): readonly Specimen[];
}

/** The set beside which the rules were written. */
const tuned: SpecimenSet = {
  name: 'tuned',
  kinds: FAULTS.length,
  layouts: LAYOUTS.map((layout) => layout.name),
  specimens: (seed, round) =>
    LAYOUTS.map((layout, i) => {
      const random = new Random(seed * 7919 + round * 101 + i);
      const submission = drawSubmission(random);
      return {
        layout: layout.name,
        clean: drawLayout(submission, layout).finish(),
        *faulty() {
          for (const kind of FAULTS) {
            const canvas = drawLayout(submission, layout);
            const places = kind.seed({ canvas, submission, layout, random });
            if (places) yield { kind: kind.id, workbook: canvas.finish(), places };
          }
        },
      };
    }),
};

/** The set written apart, without a look at recognizer and rules; see docs/detection.md for its first run. */
const heldOut: SpecimenSet = {
  name: 'held-out',
  kinds: HELD_OUT_FAULTS.length,
  layouts: HELD_OUT_LAYOUTS.map((layout) => layout.name),
  specimens: (seed, round) =>
    HELD_OUT_LAYOUTS.map((layout, i) => {
      const random = new Random(seed * 104_729 + round * 977 + i * 31);
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
          for (const fault of HELD_OUT_FAULTS) {
            const book = draw();
            const spots = fault.seed({ book, figures, random });
            if (!spots) continue;
            const places = spots.map(({ page, row, column }) => ({ sheet: page.name, row, column }));
            yield { kind: fault.id, workbook: book.finish(), places };
          }
        },
      };
    }),
};

export const SETS: readonly SpecimenSet[] = [tuned, heldOut];
