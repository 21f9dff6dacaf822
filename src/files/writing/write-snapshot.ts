import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook';
import { legalSheetNames } from './sheet-names';
import { PLAIN_LOOK } from './style-table';
import { WorkbookPackage } from './workbook-package';
import type { WrittenCell } from './worksheet-xml';
import { plainSheet } from './worksheet-xml';

/**
 * A snapshot as a plain xlsx package: values, formulas with their known values, number formats, merges, hidden
 * rows, columns and sheets, protection, stored parts. For samples and tests; not a way to change a file.
 * `widths` are in characters, from column 0, by sheet name.
 */
export function snapshotToXlsx(
  snapshot: WorkbookSnapshot,
  widths: Readonly<Record<string, readonly number[]>> = {},
): Uint8Array {
  const target = new WorkbookPackage();
  const names = legalSheetNames(snapshot.sheets.map((sheet) => sheet.name));
  const active = Math.max(
    0,
    snapshot.sheets.findIndex((sheet) => sheet.visibility === 'visible'),
  );
  snapshot.sheets.forEach((sheet, i) => {
    target.addSheet(names[i] ?? sheet.name, sheet.visibility, {
      ...plainSheet(rowsOf(sheet, target)),
      columnWidths: widths[sheet.name] ?? [],
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns,
      merges: sheet.merges,
      isProtected: sheet.isProtected,
      isActive: i === active,
    });
    if ([...sheet.formulas.keys()].some((at) => sheet.values[at] === null)) target.calculateOnLoad();
  });
  return target.finish(snapshot.parts, active);
}

function* rowsOf(sheet: SheetSnapshot, target: WorkbookPackage): Iterable<readonly [number, readonly WrittenCell[]]> {
  const styles = sheet.formatCodes.map((format) => target.styles.styleOf({ ...PLAIN_LOOK, format }));
  for (let r = 0; r < sheet.rowCount; r++) {
    const cells: WrittenCell[] = [];
    for (let c = 0; c < sheet.columnCount; c++) {
      const at = r * sheet.columnCount + c;
      const value = sheet.values[at] ?? null;
      const formula = sheet.formulas.get(at) ?? null;
      const style = styles[sheet.formatIndex?.[at] ?? 0] ?? 0;
      if (value !== null || formula !== null || style !== 0)
        cells.push({ column: sheet.left + c, style, value, formula });
    }
    if (cells.length > 0) yield [sheet.top + r, cells];
  }
}
