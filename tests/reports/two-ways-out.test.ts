import fc from 'fast-check';
import { openFile, workbookSpecToXlsx } from '../../src/files';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { buildReports, buildReportWorkbook, combineSources, generatedPartWith } from '../../src/reports';
import { cellIndex, PARTS, valueAt, workbookOf, type SheetSnapshot, type SheetSpec } from '../../src/workbook';
import { calculate } from './calculate';
import { inputFrom, rawWorkbook, shown, workbookFrom } from './made-up-workbook';

/** A sheet of the source workbook, as far as calculating needs it. */
function asSpec(sheet: SheetSnapshot): SheetSpec {
  const cells = sheet.values.flatMap((value, index) => {
    const row = sheet.top + Math.floor(index / sheet.columnCount);
    const column = sheet.left + (index % sheet.columnCount);
    return value === null ? [] : [{ row, column, role: 'body' as const, content: { kind: 'value' as const, value } }];
  });
  const area = { top: 0, left: 0, bottom: 0, right: 0 };
  const margins = { top: 2, bottom: 2, left: 2, right: 2 };
  return {
    name: sheet.name,
    cells,
    merges: [],
    columnWidths: [],
    rowHeights: {},
    freeze: null,
    charts: [],
    validations: [],
    conditionalFormats: [],
    print: { orientation: 'landscape', repeatRows: null, area, pagesTall: 0, margins },
    locked: false,
  };
}

const sample = () => {
  const [raw] = fc.sample(rawWorkbook, { numRuns: 1, seed: 11 });
  if (!raw) throw new Error('no sample');
  return raw;
};

describe('into the open workbook and into a new file', () => {
  test('the same cells show the same', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const inside = buildReports(inputFrom(raw, { linked: true }));
        const apart = buildReportWorkbook(inputFrom(raw)).sheets;
        const read = (specs: readonly SheetSpec[]) =>
          specs.map((spec) => [spec.name, spec.cells.map((cell) => [cell.row, cell.column, shown(cell), cell.format])]);
        expect(read(inside)).toEqual(read(apart));
      }),
      { numRuns: 15 },
    );
  });

  test('inside, the ledger follows the cells of the workbook and gives the same figures', async () => {
    const raw = sample();
    const specs = buildReports(inputFrom(raw, { linked: true }));
    const ledger = specs.find((spec) => spec.name === '项目进度台账');
    expect(ledger?.cells.some(({ content }) => content.kind === 'formula' && content.formula.includes('附件2!'))).toBe(
      true,
    );
    const results = await calculate([...workbookFrom(raw).sheets.map(asSpec), ...specs]);
    for (const spec of specs) {
      for (const cell of spec.cells.filter(({ content }) => content.kind === 'formula')) {
        const found = results.get(spec.name)?.get(`${cell.row},${cell.column}`) ?? '';
        const expected = shown(cell);
        if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 6);
        else expect([spec.name, cell.row, cell.column, found]).toEqual([spec.name, cell.row, cell.column, expected]);
      }
    }
  }, 60_000);

  test('the file, opened again, shows what the specs say, and is known as made by this program', () => {
    const book = buildReportWorkbook(inputFrom(sample()));
    const opened = openFile(workbookSpecToXlsx(book), '报表.xlsx');
    if (!opened.ok) throw new Error(opened.message);
    for (const spec of book.sheets) {
      const sheet = opened.snapshot.sheets.find(({ name }) => name === spec.name);
      if (!sheet) throw new Error(spec.name);
      for (const cell of spec.cells) {
        const value = shown(cell);
        expect([spec.name, cell.row, cell.column, valueAt(sheet, cell.row, cell.column) ?? '']).toEqual([
          spec.name,
          cell.row,
          cell.column,
          value,
        ]);
        if (cell.content.kind === 'formula')
          expect(sheet.formulas.get(cellIndex(sheet, cell.row, cell.column))).toBe(cell.content.formula);
      }
    }
    const again = recognizeWorkbook(opened.snapshot, yichunPlan);
    expect(again.tables).toEqual([]);
    expect(new Set(again.unrecognized.map(({ reason }) => reason))).toEqual(new Set(['generated']));
  });

  test('the same input gives the same bytes', () => {
    const raw = sample();
    expect(workbookSpecToXlsx(buildReportWorkbook(inputFrom(raw)))).toEqual(
      workbookSpecToXlsx(buildReportWorkbook(inputFrom(raw))),
    );
  });
});

describe('names of sheets', () => {
  test('a sheet of the user keeps its name; the report takes another, and formulas follow', () => {
    const raw = sample();
    const own = workbookFrom(raw);
    const [first] = own.sheets;
    if (!first) throw new Error('no sheet');
    const snapshot = workbookOf([...own.sheets, { ...first, name: '项目进度台账' }]);
    const specs = buildReports(inputFrom(raw, { snapshot }));
    expect(specs.map(({ name }) => name)).toContain('项目进度台账（报表）');
    const formulas = specs.flatMap(({ cells }) =>
      cells.flatMap(({ content }) => (content.kind === 'formula' ? [content.formula] : [])),
    );
    expect(formulas.some((formula) => formula.includes("'项目进度台账（报表）'!"))).toBe(true);
    expect(formulas.some((formula) => /(?<!报表）')项目进度台账!/u.test(formula))).toBe(false);
  });

  test('made again, the sheets have the names that they had', () => {
    const raw = sample();
    const input = inputFrom(raw);
    const specs = buildReports(input);
    const [first] = input.snapshot.sheets;
    if (!first) throw new Error('no sheet');
    const parts = { [PARTS.generated]: generatedPartWith({}, specs) };
    const snapshot = workbookOf([...input.snapshot.sheets, ...specs.map(({ name }) => ({ ...first, name }))], parts);
    expect(buildReports({ ...input, snapshot }).map(({ name }) => name)).toEqual(specs.map(({ name }) => name));
  });
});

describe('several workbooks', () => {
  test('their rows stand in one ledger, with the file of each', () => {
    const raw = sample();
    const one = inputFrom(raw);
    const combined = combineSources([
      { name: '甲.xlsx', recognition: one.recognition, audit: null },
      { name: '乙.xlsx', recognition: one.recognition, audit: null },
    ]);
    const [ledger] = buildReports({ ...one, ...combined }, ['项目进度台账']);
    const rows = ledger?.cells.filter((cell) => cell.column === 22 && cell.row >= 4).map(shown) ?? [];
    expect(rows).toHaveLength(raw.projects.length * 2);
    expect(rows.filter((from) => String(from).startsWith("'[甲.xlsx]附件2'!"))).toHaveLength(raw.projects.length);
  });
});
