import fc from 'fast-check';
import { plain } from '../../tests/files/compare';
import { cellEdits, workbook } from '../../tests/files/random-workbooks';
import { applyEdits, invertEdits, type Edit, type WorkbookSnapshot } from '../../src/workbook';
import { must, same, type FuzzPart } from '../part';

const insertion = fc
  .tuple(fc.nat(16), fc.integer({ min: 1, max: 3 }), fc.constantFrom('第一张', '表 2'))
  .map(([row, count, sheet]): Edit => ({ kind: 'insertRows', sheet, row, count }));

/** Cell changes with rows put in between them. */
export const anyEdits: fc.Arbitrary<readonly Edit[]> = fc
  .array(fc.tuple(cellEdits, fc.option(insertion)), { maxLength: 3 })
  .map((groups) => groups.flatMap(([cells, rows]) => (rows ? [...cells, rows] : cells)));

/** Edits and their inverse give back every cell, format, merge, hidden row and part. */
export const edits: FuzzPart = {
  name: 'edits',
  property: () =>
    fc.property(workbook, anyEdits, (before, changes) => {
      const after = applyEdits(before, changes);
      const inverse = invertEdits(before, changes);
      must(after.ok === inverse.ok, 'applied, but not inverted');
      if (!after.ok || !inverse.ok) return;
      const back = applyEdits(after.value, inverse.value);
      must(back.ok, 'the inverse cannot be applied');
      let oneByOne = before;
      for (const edit of changes) {
        const next = applyEdits(oneByOne, [edit]);
        must(next.ok, 'an edit cannot be applied alone');
        oneByOne = next.value;
      }
      same(held(oneByOne), held(after.value), 'one by one gives another workbook');
      same(held(back.value), held(before), 'not as it was');
    }),
};

/** All that edits promise to give back: the value of a formula is calculated by a host, the order of parts means nothing. */
function held(workbook: WorkbookSnapshot): unknown {
  const { sheets, parts } = plain(workbook);
  return {
    parts: Object.entries(parts).sort(),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map(([place, value, formula, format]) => [place, formula ?? value, format]),
    })),
  };
}
