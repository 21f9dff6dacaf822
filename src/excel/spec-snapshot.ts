import { sheetFromGrid, type CellValue, type SheetSnapshot, type SheetSpec } from '../workbook';

type Cell = CellValue | { readonly formula: string; readonly value: CellValue };

/** What reading a generated sheet would give; formulas have the values that the spec knows. */
export function sheetFromSpec(spec: SheetSpec): SheetSnapshot {
  const kept = spec.kept ?? [];
  const height = [...spec.cells, ...kept].reduce((most, { row }) => Math.max(most, row + 1), 0);
  const width = [...spec.cells, ...kept].reduce((most, { column }) => Math.max(most, column + 1), 0);
  const grid = Array.from({ length: height }, () => new Array<Cell>(width).fill(null));
  const formats = Array.from({ length: height }, () => new Array<string | null>(width).fill(null));
  for (const cell of [...spec.cells, ...kept]) {
    const { row, column, content, format } = cell;
    const cached = 'cached' in cell ? cell.cached : undefined;
    const [line, codes] = [grid[row], formats[row]];
    if (!line || !codes) continue;
    if (content.kind === 'formula') line[column] = { formula: content.formula, value: cached ?? null };
    else if (content.kind === 'value') line[column] = content.value;
    codes[column] = format ?? null;
  }
  return sheetFromGrid(spec.name, grid, {
    visibility: spec.hidden === true ? 'hidden' : 'visible',
    isProtected: spec.locked,
    merges: spec.merges,
    formats,
  });
}
