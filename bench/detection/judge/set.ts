import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { Draft } from './draft';
import type { Fault } from './fault';
import { FIGURE_FAULTS } from './figure-faults';
import { drawFigures } from './figures';
import { FRAME_FAULTS } from './frame-faults';
import { FUND_FAULTS, INDICATOR_FAULTS, MEASURE_FAULTS } from './other-faults';
import { drawOtherFigures } from './other-grids';
import { OTHER_LAYOUTS, type OtherLayout } from './other-layouts';
import { ROW_FAULTS } from './row-faults';
import { SCHOOL_LAYOUTS } from './school-layouts';
import { SUM_FAULTS } from './sum-faults';

const LAYOUTS: readonly OtherLayout[] = [...SCHOOL_LAYOUTS, ...OTHER_LAYOUTS];

export const FAULTS: readonly Fault[] = [
  ...FIGURE_FAULTS,
  ...SUM_FAULTS,
  ...ROW_FAULTS,
  ...FRAME_FAULTS,
  ...INDICATOR_FAULTS,
  ...FUND_FAULTS,
  ...MEASURE_FAULTS,
];

/** An examiner's set: what units send most, a few odd shapes, and one slip each (合成数据). */
export const judge: SpecimenSet = {
  name: 'judge',
  kinds: FAULTS.length,
  layouts: LAYOUTS.map((layout) => layout.name),
  specimens: (seed, round) =>
    LAYOUTS.map((layout, i) => {
      const random = new Random(seed * 32_452_843 + round * 1213 + i * 53);
      const figures = drawFigures(random);
      const other = drawOtherFigures(random);
      const draw = (): Draft => {
        const draft = new Draft();
        layout.draw(draft, figures, other);
        draft.settle();
        return draft;
      };
      return {
        layout: layout.name,
        clean: draw().finish(),
        *faulty() {
          for (const fault of FAULTS) {
            const draft = draw();
            const spots = fault.seed(draft, random);
            if (!spots) continue;
            const places = spots.map(({ leaf, row, column }) => ({ sheet: leaf, row, column }));
            yield { kind: fault.id, workbook: draft.finish(), places };
          }
        },
      };
    }),
};
