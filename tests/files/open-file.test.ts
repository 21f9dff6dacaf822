import { utils, write, type BookType } from '@e965/xlsx';
import { openFile } from '../../src/files';
import { formatAt, formulaAt, valueAt } from '../../src/workbook';

const GRID = [
  ['学校名称', '规划班数', '规划学位'],
  ['宜阳二中', 54, 2700],
  ['春华中学', 36, true],
];

function workbookBytes(bookType: BookType): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.sheet_add_aoa({}, GRID, { origin: 'B3' });
  sheet['C6'] = { t: 'n', f: 'SUM(C4:C5)', v: 90, z: '0.00' };
  sheet['!ref'] = 'B3:D6';
  sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 0, c: 3 } }];
  sheet['!rows'] = [{}, {}, {}, {}, { hidden: true }];
  utils.book_append_sheet(book, sheet, '附件2');
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

describe('opening a workbook', () => {
  it.each<BookType>(['xlsx', 'xlsm', 'biff8', 'xlsb'])('reads %s', (bookType) => {
    const opened = openFile(workbookBytes(bookType), `报表.${bookType}`);
    if (!opened.ok) throw new Error(opened.message);
    const sheet = opened.snapshot.sheets[0];
    if (!sheet) throw new Error('no sheet');
    expect([sheet.name, sheet.top, sheet.left, sheet.rowCount, sheet.columnCount]).toEqual(['附件2', 2, 1, 4, 3]);
    expect(GRID.map((row, r) => row.map((_, c) => valueAt(sheet, r + 2, c + 1)))).toEqual(GRID);
    // SheetJS writes formulas to xlsx alone, and hidden rows to all but xls.
    expect(formulaAt(sheet, 5, 2)).toBe(bookType.startsWith('xls') && bookType !== 'xlsb' ? '=SUM(C4:C5)' : null);
    expect(valueAt(sheet, 5, 2)).toBe(90);
    expect(formatAt(sheet, 5, 2)).toBe('0.00');
    expect(sheet.merges).toEqual([{ top: 0, left: 1, bottom: 0, right: 3 }]);
    if (bookType !== 'biff8') expect([...sheet.hiddenRows]).toEqual([4]);
  });
});
