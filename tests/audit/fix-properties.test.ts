import fc from 'fast-check';
import { auditWorkbook, type Finding } from '../../src/audit';
import {
  applyEdits,
  formatAt,
  formulaAt,
  invertEdits,
  valueAt,
  type Edit,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { FAULTS } from '../../bench/detection/faults';
import { drawLayout, LAYOUTS } from '../../bench/detection/layouts';
import { Random } from '../../bench/detection/random';
import { drawSubmission } from '../../bench/detection/submission';
import { changed, districtGrid, plan, workbookOfGrid } from './workbooks';

const flat = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((each) => [each, ...flat(each.consequences)]);
const findingsOf = (workbook: WorkbookSnapshot): readonly Finding[] => flat(auditWorkbook(workbook, plan).findings);

/** Says which of the benchmark's workbooks to draw, so that a counterexample is one line. */
const drawing = fc.record({
  seed: fc.nat(1_000_000),
  layout: fc.constantFrom(...LAYOUTS.map(({ name }) => name)),
  kind: fc.constantFrom(...FAULTS.map(({ id }) => id)),
  formulas: fc.boolean(),
});
type Drawing = typeof drawing extends fc.Arbitrary<infer T> ? T : never;

/** A drawn submission with one fault in it (and `more`), `down` rows further down on each sheet than usual. */
function faulty({ seed, layout, kind, formulas }: Drawing, down = 0, more: readonly string[] = []): WorkbookSnapshot {
  const random = new Random(seed);
  const submission = drawSubmission(random);
  const [form] = LAYOUTS.filter(({ name }) => name === layout);
  const faults = [kind, ...more].flatMap((wanted) => FAULTS.filter(({ id }) => id === wanted));
  if (!form || faults.length !== more.length + 1) throw new Error('no such drawing');
  const lower = { ...form, formulas, top: form.top + down };
  const canvas = drawLayout(submission, lower);
  // Layouts without a place for the fault stay as they are: nothing to fix, nothing to move.
  for (const fault of faults) fault.seed({ canvas, submission, layout: lower, random });
  return canvas.finish();
}

/** Everything that a fix could change: parts, values, formulas, number formats, merges, hidden rows. */
function contentOf(workbook: WorkbookSnapshot): unknown {
  const sheets = workbook.sheets.map((sheet) => {
    const cells: Record<string, unknown> = {};
    for (let row = 0; row < sheet.top + sheet.rowCount; row++)
      for (let column = 0; column < sheet.left + sheet.columnCount; column++) {
        const formula = formulaAt(sheet, row, column);
        // What a formula gives is calculated anew by the host.
        const value = formula === null ? valueAt(sheet, row, column) : null;
        const cell = [value, formula, formatAt(sheet, row, column)];
        if (cell[0] !== null || cell[1] !== null || cell[2] !== 'General') cells[`${row},${column}`] = cell;
      }
    return { name: sheet.name, cells, merges: sheet.merges, hidden: [...sheet.hiddenRows] };
  });
  return { sheets, parts: workbook.parts };
}

function fixesOf(finding: Finding): readonly { readonly isAuto: boolean; readonly edits: readonly Edit[] }[] {
  const { fix } = finding;
  if (!fix) return [];
  if (fix.kind === 'auto') return [{ isAuto: true, edits: fix.edits.map((each) => each.edit) }];
  return fix.choices.map((choice) => ({ isAuto: false, edits: choice.edits.map((each) => each.edit) }));
}

function cellOf(edit: Edit): string {
  return edit.kind === 'content' ? `${edit.sheet} ${edit.row} ${edit.column}` : '';
}

/** True where the finding stands at one cell, and the edits write it. */
function isWrittenBy(edits: readonly Edit[], { place: { sheet, area } }: Finding): boolean {
  if (!area || area.top !== area.bottom || area.left !== area.right) return false;
  return edits.some((edit) => edit.kind === 'content' && cellOf(edit) === `${sheet ?? ''} ${area.top} ${area.left}`);
}

describe('fixes', () => {
  let tried = { auto: 0, choice: 0 };
  beforeEach(() => (tried = { auto: 0, choice: 0 }));

  test('take their finding away, add none, and can be undone to the cell', () => {
    fc.assert(
      fc.property(drawing, (drawn) => {
        const workbook = faulty(drawn);
        const before = findingsOf(workbook);
        const original = contentOf(workbook);
        const known = new Set(before.map(keyOf));
        for (const finding of before) {
          for (const { isAuto, edits } of fixesOf(finding)) {
            tried[isAuto ? 'auto' : 'choice']++;
            const after = applyEdits(workbook, edits);
            const inverse = invertEdits(workbook, edits);
            if (!after.ok || !inverse.ok) throw new Error('the fix cannot be applied');
            expect(contentOf(after.value)).not.toEqual(original);
            const undone = applyEdits(after.value, inverse.value);
            if (!undone.ok) throw new Error('the fix cannot be undone');
            expect(contentOf(undone.value)).toEqual(original);
            const left = findingsOf(after.value);
            expect(left.map((each) => each.identity)).not.toContain(finding.identity);
            // Whatever is written or chosen is written as it should be: a number as a number, a name without blanks.
            expect(
              left
                .filter((each) => each.fix?.kind === 'auto' && !known.has(keyOf(each)) && isWrittenBy(edits, each))
                .map(textOf),
            ).toEqual([]);
            // A candidate may be the wrong one; where there is one right answer nothing new may come of it.
            if (isAuto)
              expect(
                left
                  .filter((each) => each.level !== 'info' && !known.has(keyOf(each)) && !hasFormulas(after.value, each))
                  .map(textOf),
              ).toEqual([]);
          }
        }
      }),
      { numRuns: 50 },
    );
    expect(tried.auto).toBeGreaterThan(5);
    expect(tried.choice).toBeGreaterThan(5);
  });

  test('of all kinds together leave no finding that could be fixed by itself, add none, and can be undone in order', () => {
    const written = { value: 0, formula: 0, empty: 0 };
    fc.assert(
      fc.property(drawing, fc.constantFrom(...FAULTS.map(({ id }) => id)), (drawn, other) => {
        const workbook = faulty(drawn, 0, [other]);
        const known = new Set(findingsOf(workbook).map(keyOf));
        const states = [workbook];
        const inverses: (readonly Edit[])[] = [];
        let current = workbook;
        const cells = new Set<string>();
        for (;;) {
          const fixable = findingsOf(current).filter((each) => each.fix?.kind === 'auto');
          if (fixable.length === 0) break;
          // What is fixed together is gone together; fixes do not go on calling for each other.
          expect(states.length).toBeLessThanOrEqual(3);
          const edits = fixable.flatMap((each) => fixesOf(each).flatMap((fix) => fix.edits));
          const after = applyEdits(current, edits);
          const inverse = invertEdits(current, edits);
          if (!after.ok || !inverse.ok) throw new Error('the fixes cannot be applied together');
          const left = new Set(findingsOf(after.value).map(({ identity }) => identity));
          expect(fixable.filter(({ identity }) => left.has(identity)).map(textOf)).toEqual([]);
          inverses.push(inverse.value);
          current = after.value;
          states.push(current);
          // Nor does a cell that was fixed call for another fix.
          const own = new Set(edits.filter(({ kind }) => kind === 'content').map(cellOf));
          expect([...own].filter((cell) => cells.has(cell))).toEqual([]);
          for (const cell of own) cells.add(cell);
          for (const edit of edits) if (edit.kind === 'content') written[edit.content.kind]++;
        }
        expect(
          findingsOf(current)
            .filter((each) => each.level !== 'info' && !known.has(keyOf(each)) && !hasFormulas(current, each))
            .map(textOf),
        ).toEqual([]);
        for (const [i, inverse] of [...inverses.entries()].toReversed()) {
          const undone = applyEdits(current, inverse);
          if (!undone.ok) throw new Error('the fixes cannot be undone');
          current = undone.value;
          const before = states[i];
          expect(contentOf(current)).toEqual(before && contentOf(before));
        }
      }),
      { numRuns: 40 },
    );
    expect(written.value).toBeGreaterThan(10);
    expect(written.formula).toBeGreaterThan(10);
  });
});

describe('addresses', () => {
  test('are all that inserting rows above the tables changes', () => {
    fc.assert(
      fc.property(drawing, fc.integer({ min: 1, max: 4 }), (drawn, count) => {
        const [workbook, lower] = [faulty(drawn), faulty(drawn, count)];
        // The sheets of the schools move; the others stay.
        const bottom = (each: WorkbookSnapshot, name: string): number =>
          each.sheets
            .filter((sheet) => sheet.name === name)
            .reduce((sum, { top, rowCount }) => sum + top + rowCount, 0);
        const rowAfter = (row: number, sheet: string): number => row + bottom(lower, sheet) - bottom(workbook, sheet);
        expect(places(lower, (row) => row)).toEqual(places(workbook, rowAfter));
      }),
      { numRuns: 40 },
    );
  });

  test('are all that sorting the schools of a section changes', () => {
    const spoil = fc.array(
      fc.tuple(
        fc.constantFrom(9, 10, 11),
        fc.constantFrom(2, 3, 4, 5),
        fc.constantFrom('540', '５４０', '—', 36.5, -3, '袁洲区', '名称待定', '#N/A', 600),
      ),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(spoil, fc.shuffledSubarray([9, 10, 11], { minLength: 3 }), (changes, order) => {
        // Without its numbers: these say on purpose that the rows were put in another order.
        const grid = changed(districtGrid(), [9, 1, '江丰小学 '], [11, 1, '北湖小 学'], ...changes).map((row) =>
          row.slice(1),
        );
        const sorted = grid.map((row, i) => (i >= 9 && i <= 11 ? (grid[order[i - 9] ?? i] ?? row) : row));
        const rowAfter = (row: number): number => (row >= 9 && row <= 11 ? 9 + order.indexOf(row) : row);
        expect(places(workbookOfGrid(sorted), (row) => row)).toEqual(places(workbookOfGrid(grid), rowAfter));
      }),
      { numRuns: 40 },
    );
  });
});

/** Identity, level, what was found and expected, and the row of findings at one row. */
function places(workbook: WorkbookSnapshot, rowAfter: (row: number, sheet: string) => number): readonly string[] {
  return findingsOf(workbook)
    .map(({ identity, level, basis, place: { sheet, area } }) => {
      const row = area && area.top === area.bottom ? rowAfter(area.top, sheet ?? '') : '';
      return [identity, level, basis.value, basis.expected, sheet, row, area?.left].join(' | ');
    })
    .sort();
}

/** A fault that is already known may be worded anew once another is gone. */
function keyOf({ rule, place: { sheet, area } }: Finding): string {
  return `${rule} ${sheet} ${area?.top}`;
}

/** Formulas are calculated anew by the host alone: beside what they gave before the fix nothing can be judged. */
function hasFormulas(workbook: WorkbookSnapshot, { place }: Finding): boolean {
  return workbook.sheets.some(({ name, formulas }) => name === place.sheet && formulas.size > 0);
}

function textOf({ text }: Finding): string {
  return text;
}
