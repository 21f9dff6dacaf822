import { Random } from '../random';
import type { SpecimenSet } from '../sets';
import { Draft, placeOf } from './draft';
import { EXAM_FAULTS } from './faults';
import { drawFigures } from './figures';
import { CITY_LAYOUTS } from './layouts-city';
import { DISTRICT_LAYOUTS } from './layouts-districts';

const LAYOUTS = [...DISTRICT_LAYOUTS, ...CITY_LAYOUTS];

/** 合成数据: what the four districts and the education bureau send in, each workbook with one fault seeded. */
export const exam: SpecimenSet = {
  name: 'exam',
  kinds: EXAM_FAULTS.length,
  layouts: LAYOUTS.map(({ name }) => name),
  specimens: (seed, round) =>
    LAYOUTS.map((layout, i) => {
      const start = seed * 32_452_843 + round * 1013 + i * 41;
      const figures = drawFigures(new Random(start));
      const draw = (): Draft => {
        const draft = new Draft();
        layout.draw(draft, figures);
        return draft;
      };
      return {
        layout: layout.name,
        clean: draw().finish(),
        *faulty() {
          for (const [n, fault] of EXAM_FAULTS.entries()) {
            const draft = draw();
            const cells = fault.seed({ draft, figures, random: new Random(start + 7919 * (n + 1)) });
            if (cells && cells.length > 0)
              yield { kind: fault.id, workbook: draft.finish(), places: cells.map(placeOf) };
          }
        },
      };
    }),
};
