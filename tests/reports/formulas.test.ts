import fc from 'fast-check';
import { buildReports } from '../../src/reports';
import type { SheetSpec } from '../../src/workbook';
import { calculate } from './calculate';
import { inputFrom, rawWorkbook } from './made-up-workbook';

/** Every formula whose result in the engine differs from the value that the spec states. */
async function differences(specs: readonly SheetSpec[]): Promise<readonly string[]> {
  const results = await calculate(specs);
  return specs.flatMap((spec) =>
    spec.cells.flatMap(({ row, column, content, cached }) => {
      if (content.kind !== 'formula') return [];
      const found = results.get(spec.name)?.get(`${row},${column}`) ?? '';
      const agrees =
        typeof cached === 'number' ? typeof found === 'number' && Math.abs(found - cached) < 1e-6 : found === cached;
      return agrees
        ? []
        : [`${spec.name} ${row},${column}: ${String(found)}, not ${String(cached)}: ${content.formula}`];
    }),
  );
}

describe('formulas give the figures that the reports state', () => {
  test('in a spreadsheet engine, for made-up workbooks', async () => {
    await fc.assert(
      fc.asyncProperty(rawWorkbook, async (raw) => {
        expect(await differences(buildReports(inputFrom(raw)))).toEqual([]);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);

  test('and follow a later edit of the ledger', async () => {
    const [raw] = fc.sample(rawWorkbook, { numRuns: 1, seed: 7 });
    if (!raw) throw new Error('no sample');
    const specs = buildReports(inputFrom(raw));
    const edited = specs.map((spec) =>
      spec.name !== '项目进度台账'
        ? spec
        : {
            ...spec,
            cells: spec.cells.map((cell) =>
              cell.row === 4 && cell.column === 5
                ? { ...cell, content: { kind: 'value' as const, value: 123_456 } }
                : cell,
            ),
          },
    );
    const results = await calculate(edited);
    const before = raw.projects.toSorted((a, b) => a.stage - b.stage);
    const others = before.slice(1).map((one) => (/^\d+$/.test(String(one.seats)) ? Number(one.seats) : 0));
    const headline = results.get('综述')?.get('4,4');
    expect(headline).toBe(others.reduce((a, b) => a + b, 123_456));
  }, 60_000);
});
