import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbookSpecToXlsx } from '../../src/files';
import { buildReportWorkbook, REPORT_IDS } from '../../src/reports';
import { DATA_SETS } from './data-sets';

/**
 * Writes the reports on every data set into a folder: `full.xlsx` as a user gets it, `full-bare.xlsx` without known
 * values, so that a program that opens it must calculate, and `full.json` with what each formula should give.
 */
const folder = process.argv[2] ?? '.';
for (const { name, input } of DATA_SETS) {
  const book = buildReportWorkbook(input, REPORT_IDS);
  writeFileSync(join(folder, `${name}.xlsx`), workbookSpecToXlsx(book));
  const bare = book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(({ row, column, role, content, cached, format }) => ({
      row,
      column,
      role,
      content,
      ...(content.kind === 'formula' || cached === undefined ? {} : { cached }),
      ...(format === undefined ? {} : { format }),
    })),
  }));
  writeFileSync(join(folder, `${name}-bare.xlsx`), workbookSpecToXlsx({ ...book, sheets: bare }));
  const expected = book.sheets.map((sheet) => ({
    sheet: sheet.name,
    formulas: sheet.cells.flatMap(({ row, column, content, cached }) =>
      content.kind === 'formula' ? [{ row, column, formula: content.formula, value: cached ?? '' }] : [],
    ),
  }));
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(expected));
}
