import fc from 'fast-check';
import {
  cellName,
  sheetFromGrid,
  workbookOf,
  type CellValue,
  type Edit,
  type WorkbookSnapshot,
} from '../../src/workbook';

const FORMATS = ['General', '0', '0.00', '0.0%', 'yyyy"年"m"月"', '#,##0.00_);[Red](#,##0.00)', '@'] as const;

export const text = fc.oneof(
  fc.constantFrom(
    '宜阳二中',
    '小计：',
    '=1+1',
    '+86',
    '-',
    '@x',
    '\t缩进',
    '两\n行',
    '  空格  ',
    '<a&b>',
    '_x0041_',
    '"引"',
    '𠀀',
    '１２亩',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).filter((one) => /^[\t\n\u0020-\ud7ff\ue000-\ufffd]+$/.test(one)),
);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: text },
  {
    weight: 3,
    arbitrary: fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.constantFrom(0, 0.1, 1e-7, 45000.5),
    ),
  },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom('#REF!', '#N/A', '#DIV/0!') },
);

const formula = fc
  .tuple(
    fc.constantFrom('=SUM(A1:B3)', '=A1&"=B2"', '=IF($A$1>0,"甲","乙")', "='表 2'!C4*2"),
    fc.constantFrom<CellValue>(1, '文', true, '#REF!', null),
  )
  .map(([code, cached]) => ({ formula: code, value: cached }));

/** A sheet with content at its corners, so that its used range is exactly its grid. */
function sheet(name: string) {
  return fc
    .record({
      grid: fc.integer({ min: 1, max: 6 }).chain((columns) =>
        fc.array(
          fc.array(fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: formula }), {
            minLength: columns,
            maxLength: columns,
          }),
          { minLength: 1, maxLength: 8 },
        ),
      ),
      formats: fc.array(fc.array(fc.constantFrom(...FORMATS), { maxLength: 6 }), { maxLength: 8 }),
      top: fc.nat(5),
      left: fc.nat(30),
      hiddenRows: fc.array(fc.nat(9), { maxLength: 2 }),
      hiddenColumns: fc.array(fc.nat(9), { maxLength: 2 }),
      isProtected: fc.boolean(),
      visibility: fc.constantFrom('visible' as const, 'hidden' as const, 'veryHidden' as const),
      isMerged: fc.boolean(),
    })
    .map(({ grid, isMerged, ...options }) => {
      const rows = grid.map((row) => row.slice());
      const last = rows[rows.length - 1];
      if (rows[0]) rows[0][0] = '角';
      if (last) last[last.length - 1] = '尾';
      const { top, left } = options;
      const merges = isMerged ? [{ top, left, bottom: top + 1, right: left + 2 }] : [];
      return sheetFromGrid(name, rows, { ...options, merges });
    });
}

/** A workbook of one to three sheets, with some of the parts that this program keeps. */
export const workbook: fc.Arbitrary<WorkbookSnapshot> = fc
  .tuple(
    sheet('第一张'),
    sheet('表 2'),
    sheet("O'Neil"),
    fc.integer({ min: 1, max: 3 }),
    fc.dictionary(fc.constantFrom('plancheck-journal', 'plancheck-profile'), text),
  )
  .map(([a, b, c, count, parts]) =>
    workbookOf([{ ...a, visibility: 'visible' as const }, b, c].slice(0, count), parts),
  );

/** Changes to cells of the first sheet, in and around its used range, and to stored parts. */
export const cellEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc
      .tuple(fc.nat(14), fc.nat(36), fc.oneof(fc.constant(null), text, fc.integer(), fc.boolean()))
      .map(([row, column, one]): Edit => ({
        kind: 'content',
        sheet: '第一张',
        row,
        column,
        content: one === null ? { kind: 'empty' } : { kind: 'value', value: one },
      })),
    fc.tuple(fc.nat(14), fc.nat(36)).map(([row, column]): Edit => ({
      kind: 'content',
      sheet: '第一张',
      row,
      column,
      content: { kind: 'formula', formula: `=SUM(${cellName(row + 1, column)}:${cellName(row + 3, column)})` },
    })),
    fc
      .tuple(fc.nat(14), fc.nat(36), fc.constantFrom(...FORMATS))
      .map(([row, column, format]): Edit => ({ kind: 'format', sheet: '第一张', row, column, format })),
    fc
      .tuple(fc.constantFrom('plancheck-journal', 'plancheck-marks'), fc.option(text))
      .map(([name, stored]): Edit => ({ kind: 'storePart', name, text: stored })),
  ),
  { maxLength: 12 },
);
