import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { openFile } from '../../src/files';
import { opened } from '../files/compare';
import { damages, filledPlaces, oldWorkbooks } from './xls-damage';

const WORKBOOKS = oldWorkbooks(join(__dirname, 'xls'));

// What a program says of a record it does not know goes to the console; damaged files are full of them.
beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterAll(() => void jest.restoreAllMocks());

describe.each(WORKBOOKS.map(({ program, bytes }) => [program, bytes] as const))('an xls by %s', (program, bytes) => {
  it('opens whole', () => {
    expect(filledPlaces(opened(bytes, '报表.xls')).size).toBeGreaterThan(100);
  });

  it('is refused or keeps every cell, however it was damaged', () => {
    const all = filledPlaces(opened(bytes, '报表.xls'));
    fc.assert(
      fc.property(damages, (damage) => {
        const result = openFile(damage(bytes), '报表.xls');
        if (!result.ok) return expect(result.message).toMatch(/[\u4e00-\u9fff].*。$/);
        const left = filledPlaces(result.snapshot);
        // A cell whose place was changed, and nothing else, still is one cell.
        expect(left.size).toBeGreaterThanOrEqual(all.size);
      }),
      { numRuns: 400 },
    );
  }, 120_000);
});

describe('damage that leaves the file readable for a program that does not look twice', () => {
  const [sheetJs] = WORKBOOKS;
  const bytes = sheetJs?.bytes ?? new Uint8Array();
  const at = (...head: readonly number[]) => {
    for (let i = 512; i < bytes.length; i++) if (head.every((one, k) => bytes[i + k] === one)) return i;
    throw new Error('no such record');
  };
  const withoutSheets = () => {
    const end = at(10, 0, 0, 0, 9, 8);
    const unlisted = bytes.slice().fill(0, end + 4, Buffer.from(bytes).lastIndexOf(Buffer.from([10, 0, 0, 0])) + 4);
    for (let i = 512; i < end; i++) if (bytes[i] === 0x85 && bytes[i + 1] === 0) unlisted[i] = 0x86;
    return unlisted;
  };
  const changed = (place: number, ...content: readonly number[]) => bytes.map((old, i) => content[i - place] ?? old);

  it.each([
    ['a cell under the number of no record', () => changed(at(3, 2, 14, 0), 0x33)],
    ['a cell under a number of the oldest format', () => changed(at(3, 2, 14, 0), 3, 0)],
    ['a cell that swallows the next', () => changed(at(3, 2, 14, 0) + 2, 14 + 18)],
    ['a cell outside of the area that the sheet states', () => changed(at(3, 2, 14, 0) + 4, 200)],
    ['a cell on the place of another', () => changed(at(3, 2, 14, 0) + 6, 2)],
    ['a figure that is none', () => changed(at(3, 2, 14, 0) + 10, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f)],
    ['a sheet that became a chart', () => changed(at(9, 8, 16, 0, 0, 6, 0x10, 0) + 6, 0x20)],
    ['a sheet that the list does not name', () => changed(at(0x85, 0), 0x86)],
    ['a workbook that ends before its sheets, which the list no longer names', () => withoutSheets()],
    ['a sheet that ends too soon', () => changed(at(3, 2, 14, 0), 10, 0, 0, 0)],
    ['zeros in place of a sheet', () => changed(at(0, 2, 14, 0), ...new Array<number>(72).fill(0))],
    ['a chain of sectors that leaves one out', () => changed(512 + 4 * 2, 4)],
  ])('%s', (_, damaged) => {
    const result = openFile(damaged(), '报表.xls');
    expect(result.ok ? 'opened' : result.code).toMatch(/^(incomplete|damaged|truncated)$/);
  });

  it.each([
    ['a number of no record', 0x33, 0],
    ['the number of a drawing', 0xec, 0],
    ['the number of merged cells', 0xe5, 0],
    ['the number of a window', 0x3e, 2],
  ])('a cell under %s whose length swallows cells up to the window of the sheet', (_, ...type) => {
    const window = at(0x3e, 2, 18, 0);
    // From the first row or the last but one, to the last or to behind it: also where the stated area is still reached.
    for (const head of [at(3, 2, 14, 0), at(3, 2, 14, 0, 38, 0)]) {
      for (const end of [window, at(3, 2, 14, 0, 39, 0)]) {
        const size = end - head - 4;
        const result = openFile(changed(head, ...type, size & 0xff, size >> 8), '报表.xls');
        expect(result.ok ? 'opened' : result.code).toBe('incomplete');
      }
    }
  });

  it.each([
    ['a blank cell that became a formula over many cells', [0x01, 0x02, 6, 0], [0x21, 0x02]],
    ['a blank cell that became a shared formula', [0x01, 0x02, 6, 0], [0xbc, 0x04]],
  ])('%s is too short for one: SheetJS would read on without end', (_, head, type) => {
    const blanks = WORKBOOKS.flatMap(({ bytes: each }) => {
      const place = Buffer.from(each).indexOf(Buffer.from(head), 512);
      return place < 0 ? [] : [each.map((old, i) => type[i - place] ?? old)];
    });
    expect(blanks.length).toBeGreaterThan(0);
    for (const damaged of blanks)
      expect(openFile(damaged, '报表.xls')).toMatchObject({ ok: false, code: 'incomplete' });
  });

  it('refuses several cells in one record that became one formula, whose length it happens to have', () => {
    const numbers = [0xbd, 0, 24, 0];
    const asFormulas = WORKBOOKS.flatMap(({ bytes: each }) => {
      const view = Buffer.from(each);
      // Cells of a row, the last of them ending in the bytes that a formula has its length in.
      for (
        let place = view.indexOf(Buffer.from(numbers), 512);
        place >= 0;
        place = view.indexOf(Buffer.from(numbers), place + 1)
      )
        if (view.readUInt16LE(place + 4 + 20) === 2) return [each.map((old, i) => (i === place ? 6 : old))];
      return [];
    });
    expect(asFormulas.length).toBeGreaterThan(0);
    for (const damaged of asFormulas)
      expect(openFile(damaged, '报表.xls')).toMatchObject({ ok: false, code: 'incomplete' });
  });

  it('opens a sheet whose stated area is larger than its cells: SheetJS counts blanks at its edge', () => {
    const book = utils.book_new();
    const rows = [['学校', '学位', null], ['合成小学', 1080, null], [null, null, null]]; // prettier-ignore
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '附件2');
    const edged = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    expect(filledPlaces(opened(edged, '报表.xls')).size).toBe(4);
  });

  it('says what to ask the sender for', () => {
    const result = openFile(changed(at(3, 2, 14, 0), 0x33), '报表.xls');
    expect(result.ok ? '' : result.message).toContain('另存为 .xlsx 重新报送');
  });

  it('refuses a workbook of a time before sheets were listed', () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['甲', 1]]));
    const old = new Uint8Array(write(book, { type: 'array', bookType: 'biff2' }) as ArrayBuffer);
    expect(openFile(old, '报表.xls')).toMatchObject({ ok: false, code: 'ancient' });
  });
});
