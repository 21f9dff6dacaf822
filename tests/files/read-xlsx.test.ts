import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFAULT_LIMITS, openFile, snapshotToXlsx } from '../../src/files';
import { readWithSheetJs } from '../../src/files/opening/sheetjs';
import { opened, plain } from './compare';
import { workbook } from './random-workbooks';

describe('reading xlsx', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(workbook, (snapshot) => {
        const read = opened(snapshotToXlsx(snapshot));
        expect(plain(read)).toEqual(plain(snapshot));
        expect(read.sheets.map(({ isProtected }) => isProtected)).toEqual(
          snapshot.sheets.map(({ isProtected }) => isProtected),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('agrees with SheetJS', () => {
    fc.assert(
      fc.property(workbook, (snapshot) => {
        const bytes = snapshotToXlsx({ ...snapshot, parts: {} });
        expect(plain(opened(bytes))).toEqual(plain(readWithSheetJs(bytes, DEFAULT_LIMITS)));
      }),
      { numRuns: 150 },
    );
  });

  it('agrees with SheetJS on what another writer wrote', () => {
    const output = execFileSync(process.execPath, [join(__dirname, 'hucre-workbooks.mjs'), '7', '60'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const files: unknown = JSON.parse(output);
    if (!Array.isArray(files)) throw new Error('no files');
    expect(files).toHaveLength(60);
    for (const file of files) {
      const bytes = new Uint8Array(Buffer.from(String(file), 'base64'));
      expect(plain(opened(bytes))).toEqual(plain(readWithSheetJs(bytes, DEFAULT_LIMITS)));
    }
  });

  it('never throws, whatever bytes it is given', () => {
    fc.assert(
      fc.property(
        workbook,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        (snapshot, damage) => {
          const bytes = snapshotToXlsx(snapshot);
          for (const [at, byte] of damage) bytes[at % bytes.length] = byte;
          const result = openFile(bytes, 'x.xlsx');
          expect(result.ok || result.message !== '').toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
