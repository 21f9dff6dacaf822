import { areaContains, type Area, type SheetSnapshot } from '../../workbook';

/** Finds the merged area over a cell without walking all of them. */
export interface MergeIndex {
  at(row: number, column: number): Area | null;
}

const known = new WeakMap<SheetSnapshot, MergeIndex>();
const NONE: MergeIndex = { at: () => null };

/** The index of a sheet's merged areas; made once per snapshot. */
export function mergeIndexOf(sheet: SheetSnapshot): MergeIndex {
  if (sheet.merges.length === 0) return NONE;
  let index = known.get(sheet);
  if (!index) known.set(sheet, (index = build(sheet)));
  return index;
}

function build(sheet: SheetSnapshot): MergeIndex {
  const byRow = new Map<number, Area[]>();
  const last = sheet.top + sheet.rowCount - 1;
  for (const area of sheet.merges) {
    // A merge may claim a million rows; only those that hold cells matter.
    for (let row = Math.max(area.top, sheet.top); row <= Math.min(area.bottom, last); row++) {
      const areas = byRow.get(row);
      if (areas) areas.push(area);
      else byRow.set(row, [area]);
    }
  }
  return { at: (row, column) => byRow.get(row)?.find((area) => areaContains(area, row, column)) ?? null };
}
