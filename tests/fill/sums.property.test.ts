import fc from 'fast-check';
import { chosenEdits } from '../../src/fill';
import {
  invertEdits,
  isBlank,
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { applied, bookOf, propose, written } from './desk';

/** A random table of schools: sections with or without subtotal, above or below; numbers, text numbers, blanks. */
interface Row {
  readonly cells: readonly CellValue[];
  readonly isOfWhich: boolean;
}
interface Part {
  readonly heading: string;
  readonly subtotal: 'above' | 'below' | 'none';
  readonly rows: readonly Row[];
}

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 99999 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5000 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(null, '—', ' ') },
);
const schoolRow = fc.record({
  cells: fc.tuple(figure, figure, figure),
  isOfWhich: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
const parts: fc.Arbitrary<readonly Part[]> = fc
  .uniqueArray(fc.constantFrom('二、初中', '三、小学', '四、专门学校', '五、幼儿园'), { minLength: 1, maxLength: 4 })
  .chain((headings) =>
    fc.tuple(
      ...headings.map((heading) =>
        fc.record<Part>({
          heading: fc.constant(heading),
          subtotal: fc.constantFrom('above', 'below', 'none'),
          rows: fc
            .tuple(schoolRow, fc.array(schoolRow, { maxLength: 6 }))
            .map(([first, others]) => [{ ...first, isOfWhich: false }, ...others]),
        }),
      ),
    ),
  );

/**
 * The grid, and what each sum must come to from top to bottom, added up on the way without looking at any formula.
 * The plan gives no subtotal to 专门学校; other stages without one are offered a row.
 */
function lay(table: readonly Part[]): { grid: CellValue[][]; sums: number[][] } {
  const grid: CellValue[][] = [['序号', '学校名称', '规划班数', '规划学位', '规划用地']];
  const sums: number[][] = [];
  const total = [0, 0, 0];
  table.forEach(({ heading, subtotal, rows }, section) => {
    grid.push([heading, null, null, null, null]);
    const sum = [0, 0, 0];
    const put = (): void => void grid.push(['小计：', null, null, null, null]);
    if (subtotal !== 'none' || heading !== '四、专门学校') sums.push(sum);
    if (subtotal === 'above') put();
    rows.forEach(({ cells, isOfWhich }, i) => {
      grid.push([isOfWhich ? null : i + 1, isOfWhich ? '其中：新校区' : `合成第${section}${i}学校`, ...cells]);
      if (isOfWhich) return;
      cells.forEach((cell, c) => {
        const value = isBlank(cell) || cell === '—' ? 0 : Number(cell);
        sum[c] = (sum[c] ?? 0) + value;
        total[c] = (total[c] ?? 0) + value;
      });
    });
    if (subtotal === 'below') put();
  });
  sums.push(total);
  grid.push(['合计', null, null, null, null]);
  return { grid, sums };
}

const sumRows = (sheet: SheetSnapshot): number[] =>
  Array.from({ length: sheet.rowCount }, (_, row) => row).filter((row) =>
    [0, 1].some((column) => /^(?:小计|合计)/.test(String(valueAt(sheet, row, column) ?? ''))),
  );

const sheetOf = (workbook: WorkbookSnapshot) => {
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

test('for any table the formulas come to the sums added up independently', () => {
  fc.assert(
    fc.property(parts, (table) => {
      const { grid, sums } = lay(table);
      const before = bookOf(grid);
      const after = sheetOf(
        applied(
          before,
          chosenEdits(propose(before)).map(({ edit }) => edit),
        ),
      );
      const rows = sumRows(after);
      expect(rows).toHaveLength(sums.length);
      sums.forEach((expected, i) => {
        expected.forEach((sum, c) => {
          const value = valueAt(after, rows[i] ?? -1, c + 2);
          if (sum === 0) expect(value).toBeNull();
          else expect(value).toBeCloseTo(sum, 6);
        });
      });
    }),
    { numRuns: 150 },
  );
});

test('filling twice changes nothing more', () => {
  fc.assert(
    fc.property(parts, (table) => {
      const before = bookOf(lay(table).grid);
      const after = applied(
        before,
        chosenEdits(propose(before)).map(({ edit }) => edit),
      );
      expect(chosenEdits(propose(after))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('taking the edits back gives the first workbook', () => {
  fc.assert(
    fc.property(parts, (table) => {
      const before = bookOf(lay(table).grid);
      const edits = chosenEdits(propose(before)).map(({ edit }) => edit);
      const inverse = invertEdits(before, edits);
      if (!inverse.ok) throw new Error('not invertible');
      const back = sheetOf(written(written(before, edits), inverse.value));
      expect(back.values).toEqual(sheetOf(before).values);
      expect(back.formulas.size).toBe(0);
    }),
    { numRuns: 100 },
  );
});
