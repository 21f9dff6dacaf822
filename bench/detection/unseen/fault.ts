import type { CellValue } from '../../../src/workbook';
import type { Random } from '../random';
import type { Cell, Draft } from './draft';
import { dateOf, planned, serial, type Figures } from './figures';

export interface Case {
  readonly draft: Draft;
  readonly figures: Figures;
  readonly random: Random;
}

/** One thing that goes wrong: changes the workbook and says where a person would have to change something. */
export interface Fault {
  readonly id: string;
  /** `null` where the layout has nothing that could go wrong in this way. */
  seed(at: Case): readonly Cell[] | null;
}

const MEASURE = { classes: 'plannedClasses', seats: 'plannedSeats', land: 'plannedLand' } as const;
type Measured = keyof typeof MEASURE;
export const MEASURED: readonly Measured[] = ['classes', 'seats', 'land'];
export const COUNTED = ['classes', 'seats', 'land', 'invest', 'paid', 'before', 'formed', 'amount', 'spent'] as const;

/** True where the plan itself shows the figure, so that another one is wrong. */
export function isPlanned(cell: Cell): boolean {
  const { mark } = cell;
  if (mark?.role !== 'entry') return false;
  const measure = MEASURE[mark.field as Measured];
  return planned(mark.key)?.[measure].value === cell.number() && cell.number() !== null;
}

export const plannedCells = (draft: Draft, fields: readonly Measured[] = MEASURED): Cell[] =>
  fields.flatMap((field) => draft.cells(field)).filter(isPlanned);

export const countedCells = (draft: Draft, least: number): Cell[] =>
  COUNTED.flatMap((field) => draft.cells(field)).filter((cell) => !cell.formula && (cell.number() ?? 0) >= least);

export const oneOf = <T>(items: readonly T[], random: Random): T | null =>
  items.length > 0 ? random.pick(items) : null;

/** A fault in one cell: chosen among some, typed over. */
export function typing(
  id: string,
  choose: (at: Case) => readonly Cell[],
  change: (cell: Cell, at: Case) => string | number | null,
): Fault {
  return {
    id,
    seed(at) {
      const cell = oneOf(choose(at), at.random);
      if (!cell) return null;
      const format = cell.format;
      cell.enter(change(cell, at));
      cell.format = format;
      return [cell];
    },
  };
}

/** A fault between cells of one row: changed together or apart, and either could be the wrong one. */
export function inRow(
  id: string,
  fields: readonly string[],
  suits: (cells: readonly Cell[], at: Case) => boolean,
  change: (cells: readonly Cell[], at: Case) => readonly number[] | undefined,
): Fault {
  return {
    id,
    seed(at) {
      const rows = at.draft
        .cells(fields[0] ?? '')
        .map((cell) => fields.map((field) => at.draft.beside(cell, field)))
        .filter((cells): cells is Cell[] => cells.every((cell) => cell !== null))
        .filter((cells) => suits(cells, at));
      const row = oneOf(rows, at.random);
      if (!row) return null;
      const wrong = change(row, at);
      return wrong ? wrong.flatMap((index) => row[index] ?? []) : row;
    },
  };
}

/** The last day of the period, as Excel counts days. */
export const reportDayNumber = ({ year, month }: Figures): number => serial(year, month, 28);

/** Writes a day as the column writes its dates; columns without any written date take a day number. */
export function enterDay(cell: Cell, day: number, draft: Draft): void {
  const like = draft
    .cells(cell.mark?.field ?? '')
    .filter((other) => other.page === cell.page)
    .map((other) => other.value)
    .find((value) => value !== null);
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  if (typeof like !== 'string') cell.enter(day);
  else cell.enter(like.includes('年') ? `${year}年${month}月` : `${year}.${String(month).padStart(2, '0')}`);
}

/** The day that a date cell means; `null` where it holds none. */
export function dayOf(cell: Cell): number | null {
  const { value } = cell;
  if (typeof value === 'number') return value;
  const match = /^(\d{4})\D(\d{1,2})/u.exec(String(value ?? ''));
  return match ? serial(Number(match[1]), Number(match[2]), 1) : null;
}

/** Inserts a row below that of `cell`, with values for the fields of its table; returns the new cells by field. */
export function insertBelow(cell: Cell, key: string, value: (like: Cell) => CellValue): ReadonlyMap<string, Cell> {
  const { page, mark } = cell;
  const row = page.cells.filter(
    (one) => one.mark?.key === mark?.key && one.mark?.table === mark?.table && one.row === cell.row,
  );
  page.insertRow(cell.row + 1);
  const made = new Map(
    row.map((like) => {
      const field = like.mark?.field ?? '';
      const put = page.put(
        cell.row + 1,
        like.column,
        value(like),
        { table: mark?.table ?? '', field, key, role: 'entry' },
        like.format,
      );
      return [field, put] as const;
    }),
  );
  const number = made.get('seq');
  if (typeof number?.value === 'number') numberFrom(number, number.value + 1);
  return made;
}

/** Numbers the rows from here on anew, as far as they went on one by one. */
function numberFrom(cell: Cell, number: number): void {
  const { page, column, row, mark } = cell;
  const next = page.cells.find(
    (one) => one.column === column && one.row === row + 1 && one.mark?.table === mark?.table,
  );
  cell.enter(number);
  if (next?.value === number) numberFrom(next, number + 1);
}
