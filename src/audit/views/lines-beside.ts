import { squeezed, valueAt, type SheetSnapshot } from '../../workbook';
import type { TableView } from './table-view';

/** Texts longer than this are prose and no line beside a table. */
const LONGEST = 160;
/** Rows above and below a table in which lines speak of it. */
export const NEAR = 6;
const FIRST_ROWS = 24;

/** A text outside the rows of a table: a title, a line of the form, a note. */
export interface Line {
  readonly row: number;
  readonly column: number;
  /** Width folded, without white space. */
  readonly text: string;
  /** As it stands in the cell. */
  readonly written: string;
  /** Below the header of a table, and not above all of them. */
  readonly isBelow: boolean;
}

/**
 * Texts close to the tables and outside their rows; on sheets without a table those of the first rows. `isWanted` lets in
 * texts that stand in a table's own rows.
 */
export function* linesBeside(
  views: readonly TableView[],
  sheet: SheetSnapshot,
  isWanted: (text: string) => boolean = () => false,
): Generator<Line> {
  const last = sheet.top + sheet.rowCount - 1;
  const rows = new Set<number>();
  const add = (from: number, to: number): void => {
    for (let row = Math.max(sheet.top, from); row <= Math.min(to, last); row++) rows.add(row);
  };
  if (views.length === 0) add(sheet.top, sheet.top + FIRST_ROWS);
  for (const { table } of views) {
    add(table.area.top - NEAR, table.area.top - 1);
    add(table.area.bottom - NEAR, table.area.bottom + NEAR);
  }
  const isInside = (row: number): boolean =>
    views.some(({ table }) => {
      const role = table.roles[row - table.area.top];
      return role !== undefined && role !== 'note' && role !== 'blank';
    });
  const first = Math.min(...views.map(({ table }) => table.area.top));
  for (const row of rows) {
    const isOwn = isInside(row);
    for (let column = sheet.left; column < sheet.left + sheet.columnCount; column++) {
      const written = valueAt(sheet, row, column);
      if (typeof written !== 'string' || written.length > LONGEST || (isOwn && !isWanted(written))) continue;
      const text = squeezed(written);
      if (text !== '') yield { row, column, text, written, isBelow: row > first };
    }
  }
}
