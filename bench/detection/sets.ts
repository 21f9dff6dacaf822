import type { WorkbookSnapshot } from '../../src/workbook';
import type { Place } from './canvas';
import { close } from './close/set';
import { FAULTS } from './faults';
import { final } from './final/set';
import { exam } from './exam/set';
import { FRESH_LAYOUTS } from './fresh/layouts';
import { Book } from './held-out/book';
import { HELD_OUT_FAULTS } from './held-out/faults';
import { drawFigures } from './held-out/figures';
import type { HeldOutLayout } from './held-out/layout';
import { HELD_OUT_LAYOUTS } from './held-out/layouts';
import { judge } from './judge/set';
import { drawLayout, LAYOUTS } from './layouts';
import { plain } from './plain/set';
import { proof } from './proof/set';
import { Random } from './random';
import { reserve } from './reserve/set';
import { drawSubmission } from './submission';
import { round } from './round/set';
import { trial } from './trial/set';
import { unseen } from './unseen/set';

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

/** Specimens of layouts that mark their cells, with the faults of the set written apart. */
function markedSet(
  name: string,
  layouts: readonly HeldOutLayout[],
  primes: readonly [number, number, number],
): SpecimenSet {
  return {
    name,
    kinds: HELD_OUT_FAULTS.length,
    layouts: layouts.map((layout) => layout.name),
    specimens: (seed, round) =>
      layouts.map((layout, i) => {
        const random = new Random(seed * primes[0] + round * primes[1] + i * primes[2]);
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
}

/** The set written apart, without a look at recognizer and rules; see docs/detection.md for its first run. */
const heldOut = markedSet('held-out', HELD_OUT_LAYOUTS, [104_729, 977, 31]);

/** Layouts invented later, measured before anything was mended for them. */
const fresh = markedSet('fresh', FRESH_LAYOUTS, [15_485_863, 1009, 37]);

export const SETS: readonly SpecimenSet[] = [
  tuned,
  heldOut,
  fresh,
  unseen,
  reserve,
  judge,
  final,
  exam,
  proof,
  trial,
  round,
  plain,
  close,
];
