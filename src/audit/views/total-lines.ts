import { cellIndex, formatAt, isBlank, squeezed, type CellValue, type SheetSnapshot } from '../../workbook';
import { totalParts } from '../sums';
import { mergeIndexOf } from './merge-index';
import type { TableView } from './table-view';

/** Rows and columns of one sheet that are read around a total; a longer list is judged by the rules for tables. */
const MOST_MEMBERS = 2_000;
const MOST_FIGURES = 80;
const MOST_LABELS = 200;

/** One figure of a total line. Positions are 0-based sheet rows and columns. */
export interface TotalFigure {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
  /** What the cells that the total adds hold, blanks as `null`. */
  readonly members: readonly CellValue[];
  /** The same counted another way, where there is one: rows instead of subtotals. */
  readonly otherMembers: readonly CellValue[] | null;
  /** The header or row word of the figure, squeezed; empty where there is none. */
  readonly word: string;
  /** True where the rules for tables compare the figure with its sum. */
  readonly isKnown: boolean;
  /** True where the cell lies under a merged one and cannot hold anything. */
  readonly isCovered: boolean;
  /** True where the cells hold dates or shares by their format: nothing to add. */
  readonly isNoSum: boolean;
}

/** A row or a column of totals: `合计` and what stands beside or below it. */
export interface TotalLine {
  readonly sheet: SheetSnapshot;
  readonly label: string;
  readonly figures: readonly TotalFigure[];
  /** The table that the line belongs to; `null` for a sheet or a part of one that no table claims. */
  readonly view: TableView | null;
  /** The rows that the line adds; empty for a column of totals. */
  readonly rows: readonly number[];
}

const LABEL = /^.{0,6}(?:合计|总计|共计|小计|总和)[:：]?$/u;
const isLabel = (value: CellValue): boolean =>
  typeof value === 'string' && value.length <= 24 && /[计和]/u.test(value) && LABEL.test(squeezed(value));

/** Several rules look at the same lines, and a long sheet is read cell by cell for them. */
const known = new WeakMap<readonly TableView[], Map<SheetSnapshot, readonly TotalLine[]>>();

/** The total lines of one sheet: those of its tables, then those outside of them. Read once for a list of tables. */
export function totalLinesOf(sheet: SheetSnapshot, tables: readonly TableView[]): readonly TotalLine[] {
  const bySheet = known.get(tables) ?? new Map<SheetSnapshot, readonly TotalLine[]>();
  known.set(tables, bySheet);
  const lines = bySheet.get(sheet) ?? linesOf(sheet, tables);
  bySheet.set(sheet, lines);
  return lines;
}

function linesOf(sheet: SheetSnapshot, tables: readonly TableView[]): readonly TotalLine[] {
  const own = tables.filter((view) => view.sheet.name === sheet.name);
  return [...own.filter((view) => view.sheet === sheet).flatMap(linesOfTable), ...linesOutside(sheet, own)];
}

function linesOfTable(view: TableView): TotalLine[] {
  const { table, sheet } = view;
  const lines: TotalLine[] = [];
  const add = (row: number, rows: readonly number[], otherRows: readonly number[] | null, label: string): void => {
    if (rows.length === 0 || rows.length > MOST_MEMBERS) return;
    const summable = new Set(view.summables().map(({ column }) => column));
    const figures: TotalFigure[] = [];
    for (let column = table.area.left; column <= Math.min(table.area.right, table.area.left + MOST_FIGURES); column++) {
      const field = table.columns.find((each) => each.column === column);
      if (field?.field === 'sequence') continue;
      const of = (members: readonly number[]): readonly CellValue[] =>
        members.map((member) => at(sheet, member, column));
      figures.push({
        ...figureAt(sheet, row, column),
        members: of(rows),
        otherMembers: otherRows && of(otherRows),
        word: squeezed(field?.header ?? table.unknownColumns.find((each) => each.column === column)?.header ?? ''),
        isKnown: summable.has(column),
        isNoSum: isDateOrShare(sheet, rows[0] ?? row, column),
      });
    }
    lines.push({ sheet, label, figures: figures.filter(isFigure), view, rows });
  };
  for (const section of table.sections) {
    if (section.subtotalRow !== null) add(section.subtotalRow, section.rows, null, '小计');
  }
  const isTooLong = table.dataRows.length > MOST_MEMBERS && table.sections.every((each) => each.subtotalRow === null);
  if (table.totalRow !== null && !isTooLong) {
    const parts = totalParts(view);
    add(table.totalRow, parts, parts.length === table.dataRows.length ? null : table.dataRows, '合计');
  }
  return lines;
}

function linesOutside(sheet: SheetSnapshot, tables: readonly TableView[]): TotalLine[] {
  const isClaimed = (row: number, column: number): boolean =>
    tables.some(
      ({ table: { area } }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    );
  const lines: TotalLine[] = [];
  let labels = 0;
  for (let index = 0; index < sheet.values.length; index++) {
    const value = sheet.values[index] ?? null;
    if (!isLabel(value)) continue;
    if (++labels > MOST_LABELS) break;
    const row = sheet.top + Math.floor(index / sheet.columnCount);
    const column = sheet.left + (index % sheet.columnCount);
    if (isClaimed(row, column)) continue;
    const line =
      lineFrom(new Grid(sheet, false), row, column, isClaimed) ??
      lineFrom(new Grid(sheet, true), column, row, isClaimed);
    if (line) lines.push({ sheet, label: squeezed(String(value)).replace(/[:：]$/u, ''), view: null, ...line });
  }
  return lines;
}

/** A sheet read along its rows, or along its columns as if they were rows. */
class Grid {
  readonly bottom: number;
  readonly right: number;

  constructor(
    readonly sheet: SheetSnapshot,
    readonly isTurned: boolean,
  ) {
    const last = [sheet.top + sheet.rowCount - 1, sheet.left + sheet.columnCount - 1] as const;
    [this.bottom, this.right] = isTurned ? [last[1], last[0]] : last;
  }

  place(line: number, across: number): readonly [row: number, column: number] {
    return this.isTurned ? [across, line] : [line, across];
  }

  value(line: number, across: number): CellValue {
    return at(this.sheet, ...this.place(line, across));
  }

  isNumber(line: number, across: number): boolean {
    return typeof this.value(line, across) === 'number';
  }
}

/** Figures behind a label, with the lines above or below it that they add up; `null` where there are none. */
function lineFrom(
  grid: Grid,
  line: number,
  label: number,
  isClaimed: (row: number, column: number) => boolean,
): Pick<TotalLine, 'figures' | 'rows'> | null {
  const across: number[] = [];
  for (let position = label + 1, gaps = 0; position <= Math.min(grid.right, label + MOST_FIGURES); position++) {
    if (isClaimed(...grid.place(line, position))) break;
    const isGap = [line - 1, line, line + 1].every((each) => isBlank(grid.value(each, position)));
    gaps = isGap ? gaps + 1 : 0;
    if (gaps > 1) break;
    across.push(position);
  }
  if (
    !across.some((position) => grid.isNumber(line, position) || grid.sheet.formulas.has(indexOf(grid, line, position)))
  )
    return null;
  const above = membersFrom(grid, line, -1, label, across);
  const below = membersFrom(grid, line, 1, label, across);
  const ways = [above, below].filter((way): way is readonly number[] => way !== null);
  const made = ways.map((way) => {
    const figures = across.map((position): TotalFigure => {
      const [row, column] = grid.place(line, position);
      return {
        ...figureAt(grid.sheet, row, column),
        members: way.map((member) => grid.value(member, position)),
        otherMembers: null,
        word: wordOf(grid, Math.min(line, ...way), label, position),
        isKnown: false,
        isNoSum: isDateOrShare(grid.sheet, ...grid.place(way[0] ?? line, position)),
      };
    });
    return { figures: figures.filter(isFigure), rows: grid.isTurned ? [] : way };
  });
  const [best] = made.sort((a, b) => b.figures.filter(isSum).length - a.figures.filter(isSum).length);
  return best && best.figures.length > 0 ? best : null;
}

/** Neighbouring lines that hold numbers, up to the next total; `null` where one of them is a part of another (`其中`). */
function membersFrom(
  grid: Grid,
  line: number,
  step: 1 | -1,
  label: number,
  across: readonly number[],
): readonly number[] | null {
  const lines: number[] = [];
  const last = step > 0 ? grid.bottom : grid.isTurned ? grid.sheet.left : grid.sheet.top;
  for (let member = line + step; step > 0 ? member <= last : member >= last; member += step) {
    const word = grid.value(member, label);
    if (isLabel(word) || (typeof word === 'string' && /^其中/u.test(squeezed(word)))) return null;
    if (!across.some((position) => grid.isNumber(member, position))) break;
    lines.push(member);
    if (lines.length > MOST_MEMBERS) return null;
  }
  return step > 0 ? lines : lines.reverse();
}

/** The words above the first line, or before the first column, that head the position. */
function wordOf(grid: Grid, first: number, label: number, position: number): string {
  const words: string[] = [];
  for (let line = first - 1; line >= Math.max(0, first - 3); line--) {
    const value = grid.value(line, position);
    if (typeof value === 'string' && !isBlank(value)) words.unshift(squeezed(value));
  }
  return words.join('');
}

function figureAt(sheet: SheetSnapshot, row: number, column: number) {
  const merge = mergeIndexOf(sheet).at(row, column);
  return {
    row,
    column,
    value: at(sheet, row, column),
    formula: sheet.formulas.get(cellIndex(sheet, row, column)) ?? null,
    isCovered: merge !== null && (merge.top !== row || merge.left !== column),
  };
}

function isDateOrShare(sheet: SheetSnapshot, row: number, column: number): boolean {
  return /[ymd%]/iu.test(formatAt(sheet, row, column).replace(/\[[^\]]*\]|"[^"]*"/gu, ''));
}

/** Two members at least are numbers, and hardly anything else stands among them. */
function isFigure({ members, otherMembers, value, formula, isKnown }: TotalFigure): boolean {
  const filled = members.filter((member) => !isBlank(member));
  const numbers = filled.filter((member) => typeof member === 'number').length;
  // The total over a single school.
  if (isKnown && members.length === 1 && numbers === 1) return true;
  if (numbers >= 2 && numbers >= filled.length * 0.7) return true;
  return (
    otherMembers !== null && numbers === 1 && filled.length === 1 && (formula !== null || typeof value === 'number')
  );
}

/** The sum of the members; `null` where one of them is no number and not blank. */
export function sumOfMembers(members: readonly CellValue[]): number | null {
  let sum = 0;
  for (const member of members) {
    if (typeof member === 'number') sum += member;
    else if (!isBlank(member)) return null;
  }
  return sum;
}

/** True where the figure is the sum of what it adds, counted in one of the ways. */
export function isSum({ value, members, otherMembers }: TotalFigure): boolean {
  if (typeof value !== 'number') return false;
  return [members, otherMembers].some((way) => {
    const sum = way === null ? null : sumOfMembers(way);
    return sum !== null && Math.abs(sum - value) <= 0.0051 + Math.abs(sum) * 1e-9;
  });
}

function at(sheet: SheetSnapshot, row: number, column: number): CellValue {
  const index = cellIndex(sheet, row, column);
  return index < 0 ? null : (sheet.values[index] ?? null);
}

function indexOf(grid: Grid, line: number, across: number): number {
  return cellIndex(grid.sheet, ...grid.place(line, across));
}
