import { join } from 'node:path';
import fc from 'fast-check';
import { openFile } from '../../src/files';
import { damages, filledPlaces, oldWorkbooks } from '../../tests/hostile/xls-damage';
import { must, type FuzzPart } from '../part';

const LONGEST_MS = 10_000;

/** A damaged xls is refused or keeps every cell: a submission that was not read must not count as a smaller one. */
export const oldFormat: FuzzPart = {
  name: 'xls',
  property: () => {
    const workbooks = oldWorkbooks(join(process.cwd(), 'tests', 'hostile', 'xls')).map(({ bytes }) => {
      const whole = openFile(bytes, '报表.xls');
      must(whole.ok, 'the workbook itself does not open');
      return { bytes, cells: filledPlaces(whole.snapshot).size };
    });
    // SheetJS grumbles about each record that it does not know.
    console.error = () => undefined;
    return fc.property(fc.constantFrom(...workbooks), damages, ({ bytes, cells }, damage) => {
      const begun = performance.now();
      const result = openFile(damage(bytes), '报表.xls');
      must(performance.now() - begun < LONGEST_MS, 'took too long');
      if (!result.ok) return;
      const left = filledPlaces(result.snapshot).size;
      must(left >= cells, `opened with ${left} of ${cells} cells`);
    });
  },
};
