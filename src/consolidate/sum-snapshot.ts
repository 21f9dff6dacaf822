import type { SheetSnapshot, SheetSpec, WorkbookSnapshot, CellValue } from '../workbook';
import { internFormats, workbookOf } from '../workbook';

/**
 * Generated sheets as a host would read them back, formulas with what they give: so the sum can be recognized and
 * reported on like any other workbook. Text stays text, whatever it begins with.
 */
export function snapshotOfSpecs(specs: readonly SheetSpec[]): WorkbookSnapshot {
  return workbookOf(specs.map(sheetOf));
}

function sheetOf(spec: SheetSpec): SheetSnapshot {
  const rowCount = spec.cells.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const columnCount = spec.cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
  const values: CellValue[] = new Array<CellValue>(rowCount * columnCount).fill(null);
  const formulas = new Map<number, string>();
  const formats: string[][] = Array.from({ length: rowCount }, () => []);
  for (const { row, column, content, cached, format } of spec.cells) {
    if (content.kind === 'formula') formulas.set(row * columnCount + column, content.formula);
    const value = content.kind === 'value' ? content.value : content.kind === 'formula' ? (cached ?? null) : null;
    if (value !== null && value !== '') values[row * columnCount + column] = value;
    const line = formats[row];
    if (format !== undefined && line) line[column] = format;
  }
  return {
    name: spec.name,
    visibility: 'visible',
    isProtected: false,
    top: 0,
    left: 0,
    rowCount,
    columnCount,
    values,
    formulas,
    ...internFormats(formats, rowCount, columnCount),
    merges: spec.merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}
