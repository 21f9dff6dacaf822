import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openFile, snapshotToXlsx } from '../../src/files';
import { plancheck } from '../cli/run-plancheck';
import { namedSchools, workbook } from './made-up';

jest.setTimeout(60_000);

/** Each is two starts of the program; a few draws suffice, since every run of the tests may draw others. */
const RUNS = 3;

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'any-order-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Few units and few schools, so that most draws have a unit that reports twice and a school that two units report. */
const files = fc
  .array(
    fc.record({
      unit: fc.constantFrom('袁州区', '宜阳新区', '经开区', undefined),
      period: fc.constantFrom('2023年5月', '2023年6月'),
      schools: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
      seats: fc.integer({ min: 1, max: 3000 }),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .chain((made) =>
    fc.record({
      made: fc.constant(made),
      order: fc.shuffledSubarray([...made.keys()], { minLength: made.length }),
      isDamaged: fc.boolean(),
      workers: fc.constantFrom('2', '3'),
    }),
  );

describe('a consolidation', () => {
  it('is the same for any number of workers and any order of the files', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ made, order, isDamaged, workers }) => {
        const paths = made.map(({ unit, period, schools, seats }, i) => {
          const rows = schools.map((at, k) => [
            k + 1,
            namedSchools[at]?.name ?? '',
            24,
            seats + at,
            20,
            unit ?? null,
            null,
          ]);
          const bytes = snapshotToXlsx(workbook({ ...(unit === undefined ? {} : { unit }), period, rows }));
          const path = join(folder, `合成数据-${i}.xlsx`);
          writeFileSync(path, isDamaged && i === 0 ? bytes.subarray(0, bytes.length / 2) : bytes);
          // Which of two files is the newer one is not left to how quickly they were written here.
          utimesSync(path, 1_688_000_000, 1_688_000_000);
          return path;
        });
        const shuffled = order.map((at) => paths[at] ?? '');
        const [one, many] = [join(folder, 'one.xlsx'), join(folder, 'many.xlsx')];
        const ended = await Promise.all([
          plancheck('consolidate', ...paths, '-o', one, '--jobs', '1'),
          plancheck('consolidate', ...shuffled, '-o', many, '--jobs', workers),
        ]);
        expect(ended[1]?.code).toBe(ended[0]?.code);
        expect(snapshotOf(many)).toEqual(snapshotOf(one));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

function snapshotOf(path: string) {
  const opened = openFile(readFileSync(path), '汇总.xlsx');
  if (!opened.ok) throw new Error(opened.message);
  return opened.snapshot;
}
