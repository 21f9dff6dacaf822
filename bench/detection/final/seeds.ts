import type { CellValue } from '../../../src/workbook';
import { Cell, type Book, type Mark, type Page } from './book';
import { dateText, serial, type Figures, type School } from './figures';
import type { Random } from '../random';

export interface Context {
  readonly book: Book;
  readonly figures: Figures;
  readonly random: Random;
}

export interface Fault {
  readonly id: string;
  /** Changes one thing; the cells where a person would have to change something, or `null` where nothing fits. */
  readonly seed: (context: Context) => readonly Cell[] | null;
}

export type Seed = Fault['seed'];
export type Row = ReadonlyMap<string, Cell>;

/** Tables with one school per row, column or card. */
const SCHOOL_TABLES = new Set(['schools', 'card', 'turned']);
export const isSchoolBody = (mark: Mark): boolean => SCHOOL_TABLES.has(mark.table) && mark.part === 'body';

export function pickCell(context: Context, fits: (mark: Mark, cell: Cell) => boolean): Cell | null {
  const cells = context.book.cells(fits);
  return cells.length > 0 ? context.random.pick(cells) : null;
}

/** A cell of a school's field that fits. */
export function pickOfSchool(
  context: Context,
  field: string,
  fits: (school: School, cell: Cell) => boolean = () => true,
): Cell | null {
  return pickCell(context, (mark, cell) => {
    if (!isSchoolBody(mark) || mark.field !== field) return false;
    return fits(schoolOf(context, cell), cell);
  });
}

export function schoolOf(context: Context, cell: Cell): School {
  const school = context.figures.schools.find(({ id }) => id === cell.mark?.row);
  if (!school) throw new Error(`no school: ${cell.mark?.row ?? ''}`);
  return school;
}

export type Measure = 'classes' | 'seats' | 'land';
const PLAN_FIELDS = { classes: 'plannedClasses', seats: 'plannedSeats', land: 'plannedLand' } as const;

/** Whether the plan shows the figure for certain. */
export function isShown(school: School, measure: Measure): boolean {
  return school.plan[PLAN_FIELDS[measure]].value !== null;
}

/** A measured cell whose right value stands in the plan. */
export function pickShown(context: Context, measure: Measure): Cell | null {
  return pickOfSchool(context, measure, (school) => isShown(school, measure));
}

/** All rows of schools that have the fields, each as its cells by field. Cards and columns count as rows. */
export function schoolRows(context: Context, ...fields: string[]): Row[] {
  return context.book
    .cells((mark) => isSchoolBody(mark) && mark.field === 'name')
    .map((cell) => sideOf(context, cell))
    .filter((row) => fields.every((field) => row.has(field)));
}

export function pickRow(
  context: Context,
  fields: readonly string[],
  fits: (row: Row, school: School) => boolean,
): Row | null {
  // prettier-ignore
  const rows = schoolRows(context, ...fields).filter((row) => fits(row, schoolOf(context, at(row, 'name'))));
  return rows.length > 0 ? context.random.pick(rows) : null;
}

/** The cells of the same record; on a turned sheet the record is a column. */
export function sideOf(context: Context, cell: Cell): Row {
  if (cell.mark?.table !== 'turned') return context.book.rowOf(cell);
  const own = context.book.cells(({ table, row, part }) => table === 'turned' && row === cell.mark?.row && part === 'body'); // prettier-ignore
  return new Map(own.map((one) => [one.mark?.field ?? '', one]));
}

export function at(row: Row, field: string): Cell {
  const cell = row.get(field);
  if (!cell) throw new Error(field);
  return cell;
}

export function put(cell: Cell, value: CellValue, format?: string | null): Cell {
  cell.value = value;
  cell.formula = null;
  if (format !== undefined) cell.format = format;
  return cell;
}

export function numberOf(cell: Cell): number {
  const value = cell.number();
  if (value === null) throw new Error('no number');
  return value;
}

/** The day of a date cell: Excel's number, or a text such as `2023年6月28日`. */
export function dayOf(cell: Cell): number | null {
  if (typeof cell.value === 'number') return cell.value;
  const parts = /(\d{4})年(\d+)月(?:(\d+)日)?/u.exec(String(cell.value ?? ''));
  return parts ? serial(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 1)) : null;
}

/** Writes a day the way the column writes its days. */
export function putDay(cell: Cell, day: number, like: Cell = cell): Cell {
  const old = like.value;
  return put(cell, typeof old === 'string' ? dateText(day, old.includes('日')) : day);
}

/** All cells of a column: its headers and bodies, on the pages where the table stands. */
export function columnOf(context: Context, page: Page, field: string): Cell[] {
  return context.book.cells(
    (mark, cell) => (mark.field === field || mark.field === `${field}+`) && SCHOOL_TABLES.has(mark.table) && page.rowOf(cell) >= 0,
  ); // prettier-ignore
}

/** Totals, headings and neighbours where a missing row would be noticed. */
export function sectionOf(context: Context, page: Page, table: string): Cell[] {
  return context.book.cells(
    (mark, cell) => mark.table === table && (mark.part !== 'body' || mark.field === 'seq' || mark.field === 'name') && page.rowOf(cell) >= 0,
  ); // prettier-ignore
}

/** Copies a row's cells below it, into the same sums; returns the copies. */
export function insertCopy(context: Context, cell: Cell, below: Cell): Cell[] {
  const from = context.book.pageOf(cell);
  const to = context.book.pageOf(below);
  const line = from.rows[from.rowOf(cell)] ?? [];
  const copies = line.map((one) => {
    const copy = new Cell(null);
    if (one.mark?.part !== 'body') return copy;
    copy.value = one.shown();
    copy.format = one.format;
    copy.mark = one.mark;
    return copy;
  });
  const base = to.rows[to.rowOf(below)] ?? [];
  to.rows.splice(to.rowOf(below) + 1, 0, copies);
  base.forEach((one, c) => {
    const copy = copies[c];
    if (copy) changeSums(context.book, one, (parts) => parts.flatMap((part) => (part === one ? [one, copy] : [part])));
  });
  return copies.filter((one) => one.mark !== null);
}

/** Takes a row out of its sheet and out of the sums over it; typed sums keep their value. */
export function deleteRow(context: Context, cell: Cell): void {
  const page = context.book.pageOf(cell);
  const [line = []] = page.rows.splice(page.rowOf(cell), 1);
  for (const one of line) changeSums(context.book, one, (parts) => parts.filter((part) => part !== one));
}

function changeSums(book: Book, of: Cell, change: (parts: readonly Cell[]) => readonly Cell[]): void {
  for (const page of book.pages)
    for (const line of page.rows)
      for (const sum of line) {
        if (!sum.parts.includes(of)) continue;
        sum.parts = change(sum.parts);
        if (sum.formula?.kind === 'sum') sum.formula = { ...sum.formula, of: sum.parts };
      }
}

/** Another number from the same digits, or a digit changed where all are alike. */
export function mistyped(value: number, random: Random): number {
  const text = String(value);
  const swaps = Array.from({ length: text.length - 1 }, (_, i) => i).filter(
    (i) => /\d/u.test(text[i] ?? '') && /\d/u.test(text[i + 1] ?? '') && text[i] !== text[i + 1] && !(i === 0 && text[1] === '0'),
  ); // prettier-ignore
  if (swaps.length === 0) return value + random.pick([30, 50, 90]);
  const i = random.pick(swaps);
  return Number(`${text.slice(0, i)}${text[i + 1] ?? ''}${text[i] ?? ''}${text.slice(i + 2)}`);
}
