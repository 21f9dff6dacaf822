import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { Draft } from './draft';
import { UNSEEN_FAULTS } from './faults';
import { drawFigures } from './figures';
import { UNSEEN_LAYOUTS } from './layouts';

/**
 * 合成数据: workbooks as districts, the education bureau, departments and construction companies keep them, written
 * without a look at recognizer, rules and the other sets.
 */
export const unseen: SpecimenSet = {
  name: 'unseen',
  kinds: UNSEEN_FAULTS.length,
  layouts: UNSEEN_LAYOUTS.map(({ name }) => name),
  specimens: (seed, round) =>
    UNSEEN_LAYOUTS.map((layout, i) => {
      const start = seed * 32_452_843 + round * 1_013 + i * 41;
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
          const random = new Random(start + 13);
          for (const fault of UNSEEN_FAULTS) {
            const draft = draw();
            const cells = fault.seed({ draft, figures, random });
            if (!cells) continue;
            const places = cells.map(({ page, row, column }) => ({ sheet: page.name, row, column }));
            yield { kind: fault.id, workbook: draft.finish(), places };
          }
        },
      };
    }),
};
