import { CELL, type NumberColumn } from '../../audit/views/number-column';
import { formulaAt, standingName, type SheetSnapshot } from '../../workbook';

/** What the rows of a sum hold in one column; rows are 0-based. Figures as the column's cells show them (its own unit). */
export interface RowFigures {
  /** What Excel will add once text numbers are numbers. */
  readonly sum: number;
  readonly numbers: number;
  /** Rows with nothing that counts: blank or a sign for "none". */
  readonly blanks: readonly number[];
  /** Rows with text that can only mean one number. */
  readonly texts: readonly number[];
  /** Rows whose formula no program has calculated yet. */
  readonly uncalculated: readonly number[];
  /** Rows that a SUM would skip or stumble over although a person reads something there, with the words for it. */
  readonly obstacles: readonly { readonly row: number; readonly why: string }[];
}

/** `isFilled`: blank rows that are about to get a formula. */
export function rowFigures(
  sheet: SheetSnapshot,
  numbers: NumberColumn,
  rows: readonly number[],
  isFilled: (row: number, column: number) => boolean,
): RowFigures {
  const { column, factor } = numbers.column;
  const blanks: number[] = [];
  const texts: number[] = [];
  const uncalculated: number[] = [];
  const obstacles: { row: number; why: string }[] = [];
  let sum = 0;
  let count = 0;
  for (const row of rows) {
    switch (numbers.status(row)) {
      case CELL.number:
        sum += numbers.value(row) / factor;
        count++;
        break;
      case CELL.textNumber:
        if (formulaAt(sheet, row, column) === null) texts.push(row);
        else obstacles.push({ row, why: `${standingName(sheet, row, column)} 的公式得出的是文本` });
        sum += numbers.value(row) / factor;
        count++;
        break;
      case CELL.uncalculated:
        uncalculated.push(row);
        break;
      case CELL.guess:
      case CELL.unreadable:
        obstacles.push({ row, why: `${standingName(sheet, row, column)} 填的是“${textOf(numbers, row)}”，不是数字` });
        break;
      case CELL.error:
        obstacles.push({ row, why: `${standingName(sheet, row, column)} 是错误值` });
        break;
      default:
        if (isFilled(row, column)) uncalculated.push(row);
        else blanks.push(row);
    }
  }
  return { sum, numbers: count, blanks, texts, uncalculated, obstacles };
}

function textOf(numbers: NumberColumn, row: number): string {
  const reading = numbers.reading(row);
  if (reading.kind === 'number') return String(reading.value);
  return reading.kind === 'blank' ? '' : reading.text;
}

/** `C4、C7、C9 等 12 格` */
export function namedCells(sheet: SheetSnapshot, rows: readonly number[], column: number): string {
  const names = rows.slice(0, 3).map((row) => standingName(sheet, row, column));
  return rows.length <= 3 ? names.join('、') : `${names.join('、')} 等 ${rows.length} 格`;
}
