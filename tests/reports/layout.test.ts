import fc from 'fast-check';
import { buildReports, REPORT_IDS, STYLES } from '../../src/reports';
import { areaContains, areasOverlap } from '../../src/workbook';
import { inputFrom, rawWorkbook, shown } from './made-up-workbook';

/** Longest formula that Excel takes, and longest text inside one. */
const LONGEST_FORMULA = 8192;
/** Functions that Excel 2016 and WPS know and that give one value. */
const PLAIN = new Set([
  'IF', 'IFERROR', 'AND', 'OR', 'N', 'SUM', 'COUNT', 'COUNTA', 'COUNTIF', 'COUNTIFS', 'SUMIFS', 'SUMPRODUCT', 'ROUND',
  'MAX', 'ISNUMBER', 'SEARCH', 'EXACT',
]); // prettier-ignore

test('sheets are whole: one cell a place, merges apart, charts over figures of their own sheet, plain formulas', () => {
  fc.assert(
    fc.property(rawWorkbook, fc.boolean(), (raw, linked) => {
      for (const spec of buildReports(inputFrom(raw, { linked }), [...REPORT_IDS])) {
        const places = spec.cells.map(({ row, column }) => `${row},${column}`);
        expect(new Set(places).size).toBe(places.length);
        spec.merges.forEach((merge, i) =>
          spec.merges.slice(i + 1).forEach((other) => expect(areasOverlap(merge, other)).toBe(false)),
        );
        for (const cell of spec.cells) {
          if (cell.content.kind !== 'formula') continue;
          expect(cell.content.formula.length).toBeLessThan(LONGEST_FORMULA);
          const words = cell.content.formula.replace(/"[^"]*"|'[^']*'/gu, '').match(/[A-Z][A-Z0-9.]*(?=\()/gu) ?? [];
          expect(words.filter((word) => !PLAIN.has(word))).toEqual([]);
        }
        for (const chart of spec.charts) {
          for (const { values } of chart.series) {
            const own = spec.cells.filter(({ row, column }) => areaContains(values, row, column));
            expect(own.length).toBe(values.bottom - values.top + 1);
          }
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('pages are A4 with the header on each, one page wide, the overview upright on one page', () => {
  const [raw] = fc.sample(rawWorkbook, { numRuns: 1, seed: 3 });
  if (!raw) throw new Error('no sample');
  for (const spec of buildReports(inputFrom(raw), [...REPORT_IDS])) {
    const isOverview = spec.name === '综述';
    expect(spec.print.orientation).toBe(isOverview ? 'portrait' : 'landscape');
    expect(spec.print.margins).toEqual({ top: 2, bottom: 2, left: 1.5, right: 1.5 });
    if (isOverview) expect(spec.print.pagesTall).toBe(1);
    else expect(spec.print.repeatRows).not.toBeNull();
    const title = spec.cells.find(({ role }) => role === 'title');
    expect(String(title && shown(title))).not.toBe('');
    const { repeatRows } = spec.print;
    if (repeatRows) {
      const header = spec.cells.filter(({ role, column }) => role === 'header' && column <= spec.print.area.right);
      expect(header.every(({ row }) => row >= repeatRows.first && row <= repeatRows.last)).toBe(true);
    }
  }
});

test('the face of the sheets is the official one, with fonts to fall back on', () => {
  expect(STYLES.title).toMatchObject({ size: 22, horizontal: 'centre' });
  expect(STYLES.title.fonts).toEqual(['方正小标宋简体', '小标宋', '华文中宋', '黑体']);
  expect(STYLES.header.fonts[0]).toBe('黑体');
  expect(STYLES.body.fonts).toContain('宋体');
});
