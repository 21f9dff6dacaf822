import { Random } from '../random';
import type { Specimen } from '../sets';
import { Draft, placeOf } from './draft';
import type { Fault } from './fault';
import { FIGURE_FAULTS } from './faults-figures';
import { FRAME_FAULTS } from './faults-frame';
import { OTHER_FAULTS } from './faults-others';
import { PROGRESS_FAULTS } from './faults-progress';
import { ROW_FAULTS } from './faults-rows';
import { SUM_FAULTS } from './faults-sums';
import { drawFigures } from './figures';
import type { Layout } from './layout';
import { BOOK_LAYOUTS } from './layouts-books';
import { BUILDERS_LAYOUTS } from './layouts-builders';
import { DEPARTMENT_LAYOUTS } from './layouts-departments';

const LAYOUTS: readonly Layout[] = [...BUILDERS_LAYOUTS, ...BOOK_LAYOUTS, ...DEPARTMENT_LAYOUTS];

const FAULTS: readonly Fault[] = [
  ...FIGURE_FAULTS,
  ...ROW_FAULTS,
  ...PROGRESS_FAULTS,
  ...SUM_FAULTS,
  ...OTHER_FAULTS,
  ...FRAME_FAULTS,
];

/** Builders' and departments' progress lists, written apart and kept back (合成数据). */
export const reserve = {
  name: 'reserve',
  kinds: FAULTS.length,
  layouts: LAYOUTS.map((layout) => layout.name),
  specimens: (seed: number, round: number): readonly Specimen[] =>
    LAYOUTS.map((layout, i) => {
      const start = seed * 32_452_843 + round * 1301 + i * 53;
      const figures = drawFigures(new Random(start));
      const draw = (): Draft => {
        const draft = new Draft();
        layout.draw(draft, figures, new Random(start + 7));
        return draft;
      };
      return {
        layout: layout.name,
        clean: draw().finish(),
        *faulty() {
          for (const [k, fault] of FAULTS.entries()) {
            const draft = draw();
            const refs = fault.seed({ draft, figures, random: new Random(start + 11 + k * 97) });
            if (refs) yield { kind: fault.id, workbook: draft.finish(), places: refs.map(placeOf) };
          }
        },
      };
    }),
};
