import type { RecognizedColumn, Section } from '../recognize';
import { sameSum } from './precision';
import { CELL, type NumberColumn } from './views/number-column';
import type { TableView } from './views/table-view';

/** What the rows of a section add up to in one column, and what its subtotal says. Values in the field's unit. */
export interface SectionFigures {
  readonly section: Section;
  readonly column: RecognizedColumn;
  readonly numbers: NumberColumn;
  /** Sum of all cells that mean a number, text numbers included. */
  readonly sum: number;
  /** Sum of the plain numbers alone, as Excel adds them. */
  readonly plainSum: number;
  /** Rows without any number: blank, placeholder, unreadable. */
  readonly blanks: readonly number[];
  readonly texts: readonly number[];
  /** Row of the stated subtotal, where it is a number. */
  readonly statedRow: number | null;
  readonly stated: number;
}

export function sectionFigures(view: TableView): readonly SectionFigures[] {
  const figures: SectionFigures[] = [];
  for (const column of view.summables()) {
    const numbers = view.numbers(column.field);
    if (!numbers) continue;
    for (const section of view.table.sections) figures.push(figuresOf(section, column, numbers));
  }
  return figures;
}

function figuresOf(section: Section, column: RecognizedColumn, numbers: NumberColumn): SectionFigures {
  let sum = 0;
  let plainSum = 0;
  const blanks: number[] = [];
  const texts: number[] = [];
  for (const row of section.rows) {
    const value = numbers.value(row);
    if (Number.isNaN(value)) {
      blanks.push(row);
      continue;
    }
    sum += value;
    if (numbers.status(row) === CELL.number) plainSum += value;
    else texts.push(row);
  }
  const statedRow = section.subtotalRow !== null && numbers.isNumber(section.subtotalRow) ? section.subtotalRow : null;
  return {
    section,
    column,
    numbers,
    sum,
    plainSum,
    blanks,
    texts,
    statedRow,
    stated: statedRow === null ? NaN : numbers.value(statedRow),
  };
}

/** Stated and added figures agree; figures in 万 are rounded one by one, so their sum may be off by half a step each. */
export function agreesWithSum(figures: SectionFigures, sum: number): boolean {
  return agreesWithRows(figures.numbers, figures.stated, sum, figures.section.rows.length);
}

export function agreesWithRows(numbers: NumberColumn, stated: number, sum: number, rows: number): boolean {
  if (numbers.column.factor === 1) return sameSum(stated, sum);
  const { factor } = numbers.column;
  // Square metres come from 亩 and are printed with one place or none; each row may be off by half of it.
  const squareMetres = factor < 1 && numbers.hasFraction;
  const slack = factor * (squareMetres ? 0.05 * (rows + 1) : 0.005 * Math.sqrt(Math.max(rows, 1)));
  return Math.abs(stated - sum) <= slack + 1e-6;
}

/** The rows that a total adds: subtotals where a section has one, else its rows; 0-based, ascending. */
export function totalParts(view: TableView): readonly number[] {
  const rows = view.table.sections.flatMap((section) =>
    section.subtotalRow === null ? [...section.rows] : [section.subtotalRow],
  );
  return [...new Set(rows)].sort((a, b) => a - b);
}

/**
 * Does one whole row too many (or too few) explain what the section's subtotals are off by? `row: null` is a row
 * that is not there: then every stated figure is larger than its sum.
 */
export function rowExplains(all: readonly SectionFigures[], section: Section, row: number | null): boolean {
  const off = all.filter(
    (each) => each.section === section && each.statedRow !== null && !agreesWithSum(each, each.sum),
  );
  if (off.length === 0) return false;
  if (row === null)
    return (
      off.every((each) => each.stated > each.sum) &&
      (off.length > 1 || all.filter((each) => each.section === section && each.statedRow !== null).length === 1)
    );
  return off.every((each) => sameSum(Math.abs(each.stated - each.sum), Math.abs(each.numbers.value(row))));
}
