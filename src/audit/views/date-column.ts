import { fieldOf, type RecognizedColumn, type RecognizedTable } from '../../recognize';
import { formatAt, readDate, valueAt, type DateReading } from '../../workbook';

/** A date column; rows are 0-based sheet rows. */
export interface DateColumn {
  readonly column: RecognizedColumn;
  readonly title: string;
  reading(row: number): DateReading;
  /** Excel's day number (last day of what was written); `null` where the cell is no date with a year. */
  serial(row: number): number | null;
}

export function readDateColumn(table: RecognizedTable, column: RecognizedColumn): DateColumn {
  const { top } = table.area;
  const readings: (DateReading | undefined)[] = [];
  const reading = (row: number): DateReading =>
    (readings[row - top] ??= readDate(
      valueAt(table.sheet, row, column.column),
      formatAt(table.sheet, row, column.column),
    ));
  return {
    column,
    title: fieldOf(column.field).title,
    reading,
    serial: (row) => {
      const read = reading(row);
      return read.kind === 'date' ? read.serial : null;
    },
  };
}
