import type { RecognizedTable } from '../recognize';
import { formatAt, valueAt, type Edit } from '../workbook';

const known = new WeakMap<RecognizedTable, Map<number, string>>();

/** The number format that most of the column's numbers have; `General` where they have none. */
export function columnFormat(table: RecognizedTable, column: number): string {
  if (!table.sheet.formatIndex) return 'General';
  let formats = known.get(table);
  if (!formats) known.set(table, (formats = new Map()));
  let format = formats.get(column);
  if (format === undefined) formats.set(column, (format = mostFrequent(table, column)));
  return format;
}

function mostFrequent(table: RecognizedTable, column: number): string {
  const counts = new Map<string, number>();
  for (const row of table.dataRows) {
    if (typeof valueAt(table.sheet, row, column) !== 'number') continue;
    const format = formatAt(table.sheet, row, column);
    if (format !== '@') counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  let best = 'General';
  let most = 0;
  for (const [format, count] of counts) {
    if (count > most) [best, most] = [format, count];
  }
  return best;
}

/**
 * The edit that gives a cell its column's number format; `null` where its own may stay. A cell formatted as text
 * would show a formula as words.
 */
export function setFormat(table: RecognizedTable, row: number, column: number, wanted?: string): Edit | null {
  const own = formatAt(table.sheet, row, column);
  const format = wanted ?? columnFormat(table, column);
  const mustChange = own === '@' || (own === 'General' && format !== 'General');
  return mustChange ? { kind: 'format', sheet: table.sheet.name, row, column, format } : null;
}
