import { fieldOf, type RecognizedColumn, type RecognizedTable, type RowRole } from '../../recognize';
import { formatAt, readNumber, type NumberReading, type SheetSnapshot } from '../../workbook';
import { mergeIndexOf, type MergeIndex } from './merge-index';
import { uncalculatedValue } from './uncalculated';

/** What a cell of a numeric column holds, as one byte per row. */
export const CELL = {
  blank: 0,
  /** A plain number. */
  number: 1,
  /** Text that can only mean one number. */
  textNumber: 2,
  /** Text that probably means a number; a person must say. */
  guess: 3,
  placeholder: 4,
  unreadable: 5,
  error: 6,
  /** A formula that no host has calculated. */
  uncalculated: 7,
  /** Lies under a merged cell and shows nothing of its own. */
  covered: 8,
} as const;
export type CellStatus = (typeof CELL)[keyof typeof CELL];

/** A numeric column read once. Rows are 0-based sheet rows; values are in the field's own unit (亩, 个, 万元, %). */
export interface NumberColumn {
  readonly column: RecognizedColumn;
  readonly title: string;
  readonly unit: string;
  status(row: number): CellStatus;
  /** The number that a reader takes the cell for, in the field's unit; NaN where there is none. */
  value(row: number): number;
  /** Rows of figures that hold something other than a plain number or nothing; 0-based, ascending. */
  readonly oddRows: readonly number[];
  /** Some number of the column is below zero; some is not whole. */
  readonly hasNegative: boolean;
  readonly hasFraction: boolean;
  /** True where the cell means a number, as a number or as text. */
  isNumber(row: number): boolean;
  /** The full reading, for messages. */
  reading(row: number): NumberReading;
  /** Smallest step that the cell's printed digits can show, in the field's unit: 5.18 万个 → 100. */
  step(row: number): number;
}

const FIGURES: ReadonlySet<RowRole> = new Set<RowRole>(['data', 'subtotal', 'total', 'ofWhich']);

export function readNumberColumn(table: RecognizedTable, column: RecognizedColumn): NumberColumn {
  const { sheet, area } = table;
  const field = fieldOf(column.field);
  const count = area.bottom - area.top + 1;
  const statuses = new Uint8Array(count);
  const values = new Float64Array(count).fill(NaN);
  const merges = mergeIndexOf(sheet);
  const isPercent = field.type === 'percent';
  const oddRows: number[] = [];
  /** Results of formulas that no host has calculated, by row. */
  const worked = new Map<number, number>();
  let hasNegative = false;
  let hasFraction = false;
  for (let i = 0; i < count; i++) {
    readCell(i);
    const value = values[i] ?? NaN;
    if (value < 0) hasNegative = true;
    if (!Number.isNaN(value) && !Number.isInteger(value)) hasFraction = true;
    const status = statuses[i] ?? CELL.blank;
    if (status >= CELL.textNumber && status <= CELL.error && FIGURES.has(table.roles[i] ?? 'blank'))
      oddRows.push(area.top + i);
  }

  function readCell(i: number): void {
    const row = area.top + i;
    const index = (row - sheet.top) * sheet.columnCount + column.column - sheet.left;
    const raw = sheet.values[index] ?? null;
    if (typeof raw === 'number') {
      statuses[i] = CELL.number;
      values[i] = raw * (isPercent ? percentFactor(sheet, row, column) : column.factor);
      return;
    }
    if (raw === null) {
      if (sheet.formulas.size > 0 && sheet.formulas.has(index)) {
        const value = uncalculatedValue(sheet, index);
        statuses[i] = value === null ? CELL.uncalculated : CELL.number;
        if (value === null) return;
        worked.set(row, value);
        values[i] = value * (isPercent ? percentFactor(sheet, row, column) : column.factor);
      } else if (isCovered(merges, row, column.column)) statuses[i] = CELL.covered;
      return;
    }
    const reading = readNumber(raw);
    statuses[i] = statusOf(reading);
    if (reading.kind === 'number') values[i] = reading.value * factorOf(reading.unit, column, field.unitFactors);
  }

  const reading = (row: number): NumberReading =>
    readNumber(
      worked.get(row) ?? sheet.values[(row - sheet.top) * sheet.columnCount + column.column - sheet.left] ?? null,
    );

  return {
    column,
    title: field.title,
    unit: field.unit ?? '',
    oddRows,
    hasNegative,
    hasFraction,
    status: (row) => (statuses[row - area.top] ?? CELL.blank) as CellStatus,
    value: (row) => values[row - area.top] ?? NaN,
    isNumber: (row) => !Number.isNaN(values[row - area.top] ?? NaN),
    reading,
    step: (row) => {
      const read = reading(row);
      if (read.kind !== 'number') return 0;
      return 10 ** -read.decimals * factorOf(read.unit, column, field.unitFactors);
    },
  };
}

function statusOf(reading: NumberReading): CellStatus {
  switch (reading.kind) {
    case 'blank':
      return CELL.blank;
    case 'error':
      return CELL.error;
    case 'placeholder':
      return CELL.placeholder;
    case 'unreadable':
      return CELL.unreadable;
    case 'number':
      return reading.sure === 'guess' ? CELL.guess : CELL.textNumber;
  }
}

/** A unit typed behind the number counts before the column's. */
function factorOf(unit: string | null, column: RecognizedColumn, factors: Readonly<Record<string, number>>): number {
  if (unit === null) return column.factor;
  return factors[unit] ?? factors[unit.replace('m2', '㎡')] ?? column.factor;
}

/** 0.93 under a `0%` format is 93 %. */
function percentFactor(sheet: SheetSnapshot, row: number, column: RecognizedColumn): number {
  return formatAt(sheet, row, column.column).includes('%') ? 100 : column.factor;
}

function isCovered(merges: MergeIndex, row: number, column: number): boolean {
  const area = merges.at(row, column);
  return area !== null && (area.top !== row || area.left !== column);
}
