import { strFromU8, unzipSync } from 'fflate';
import { openFile } from '../../src/files';
import {
  formatAt,
  formulaAt,
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook';

export function opened(bytes: Uint8Array, name = '报表.xlsx'): WorkbookSnapshot {
  const result = openFile(bytes, name);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.snapshot;
}

type PlainCell = readonly [place: string, value: CellValue, formula: string | null, format: string];

/** Every cell of a sheet that holds something, wherever its stored block begins and ends. */
export function contents(sheet: SheetSnapshot, withFormats = true): readonly PlainCell[] {
  const cells: PlainCell[] = [];
  for (let row = sheet.top; row < sheet.top + sheet.rowCount; row++) {
    for (let column = sheet.left; column < sheet.left + sheet.columnCount; column++) {
      const value = valueAt(sheet, row, column);
      const formula = formulaAt(sheet, row, column);
      if ((value === null || value === '') && formula === null) continue;
      cells.push([`R${row}C${column}`, value, formula, withFormats ? formatAt(sheet, row, column) : '']);
    }
  }
  return cells;
}

/** Everything that a snapshot says, in a form that two readers can be compared by. */
export function plain(workbook: WorkbookSnapshot) {
  return {
    parts: workbook.parts,
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      cells: contents(sheet),
      merges: sheet.merges,
      hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
      hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
    })),
  };
}

/** The parts of a package as text, by path. */
export function partTexts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}
