import { formulaAt, isBlank, trimmed, type Area, type CellValue, type SheetSnapshot } from '../workbook';

/** Fast reading of one sheet by 0-based positions, merged areas included. */
export interface SheetView {
  readonly sheet: SheetSnapshot;
  /** 0-based, inclusive; `bottom < top` for an empty sheet. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  value(row: number, column: number): CellValue;
  /** The merged area over the cell, or `undefined`. */
  merge(row: number, column: number): Area | undefined;
  /** The value that a reader sees: a merged cell shows its top-left value. */
  shown(row: number, column: number): CellValue;
  /** The shown value as trimmed text; empty for blanks. */
  text(row: number, column: number): string;
  /** True where the cell itself holds nothing: neither a value nor a formula, calculated or not. */
  blank(row: number, column: number): boolean;
}

export function viewOf(sheet: SheetSnapshot): SheetView {
  const { top, left, rowCount, columnCount, values } = sheet;
  const bottom = top + rowCount - 1;
  const right = left + columnCount - 1;
  const mergesByRow = new Map<number, Area[]>();
  for (const area of sheet.merges) {
    // A merge may claim a million rows; only those that hold cells matter.
    for (let row = Math.max(area.top, top); row <= Math.min(area.bottom, bottom); row++) {
      const areas = mergesByRow.get(row);
      if (areas) areas.push(area);
      else mergesByRow.set(row, [area]);
    }
  }
  const value = (row: number, column: number): CellValue =>
    row < top || row > bottom || column < left || column > right
      ? null
      : (values[(row - top) * columnCount + column - left] ?? null);
  const merge = (row: number, column: number): Area | undefined =>
    mergesByRow.get(row)?.find((area) => column >= area.left && column <= area.right);
  const shown = (row: number, column: number): CellValue => {
    const own = value(row, column);
    if (!isBlank(own)) return own;
    const area = merge(row, column);
    return area ? value(area.top, area.left) : own;
  };
  return {
    sheet,
    top,
    bottom,
    left,
    right,
    value,
    merge,
    shown,
    text: (row, column) => {
      const seen = shown(row, column);
      return seen === null ? '' : trimmed(String(seen));
    },
    blank: (row, column) => isBlank(value(row, column)) && formulaAt(sheet, row, column) === null,
  };
}
