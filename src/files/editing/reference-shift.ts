import { LAST_ROW, parseArea, type Area } from '../../workbook';
import { mapReferences, referenceText, type Corner } from '../formulas/references';

/** Rows that come in before `row` (0-based), or with a negative `count` go away from `row` on. */
export interface RowShift {
  readonly row: number;
  readonly count: number;
}

/** Where a row stands afterwards; `null` where it is gone. */
export function shiftedRow(row: number, { row: at, count }: RowShift): number | null {
  if (row < at) return row;
  return count < 0 && row < at - count ? null : row + count;
}

/** First and last row of an area afterwards; `null` where nothing is left of it. */
export function shiftedRows(first: number, last: number, shift: RowShift): readonly [number, number] | null {
  const top = shiftedRow(first, shift) ?? shift.row;
  // What reaches to the last row of the sheet goes on doing so.
  const bottom = last === LAST_ROW && first < LAST_ROW ? last : (shiftedRow(last, shift) ?? shift.row - 1);
  return top > bottom || top > LAST_ROW ? null : [top, Math.min(bottom, LAST_ROW)];
}

export function shiftedArea(area: Area, shift: RowShift): Area | null {
  const rows = shiftedRows(area.top, area.bottom, shift);
  return rows && { ...area, top: rows[0], bottom: rows[1] };
}

/**
 * A list of areas as `ref` and `sqref` attributes hold it. Areas that go away are left out; empty where all
 * do. Whole columns (`A:B`) stay as they are.
 */
export function shiftedAreaList(list: string, shift: RowShift): string {
  return list
    .split(/\s+/)
    .flatMap((text) => {
      const area = parseArea(text);
      if (!area) return [text];
      const moved = shiftedArea(area, shift);
      if (!moved) return [];
      return [rewriteRows(text, moved.top, moved.bottom)];
    })
    .join(' ');
}

function rewriteRows(text: string, top: number, bottom: number): string {
  const rows = [top + 1, bottom + 1];
  let i = 0;
  return text.replace(/(\$?[A-Za-z]{1,3}\$?)\d+/g, (_, letters: string) => `${letters}${rows[i++] ?? bottom + 1}`);
}

/**
 * The formula after the rows of `sheet` have moved. `home` is the sheet that the formula stands on; `null` where
 * it has none, as in a defined name.
 */
export function shiftedFormula(formula: string, home: string | null, sheet: string, shift: RowShift): string {
  const same = (name: string | null): boolean => (name ?? home)?.toLowerCase() === sheet.toLowerCase();
  return mapReferences(formula, (reference) => {
    const { first, last } = reference;
    if (!same(reference.sheet) || first.row === null) return null;
    const rows = shiftedRows(first.row, last?.row ?? first.row, shift);
    if (!rows) return '#REF!';
    const at = (corner: Corner, row: number): Corner => ({ ...corner, row });
    return referenceText(at(first, rows[0]), last && at(last, rows[1]));
  });
}
