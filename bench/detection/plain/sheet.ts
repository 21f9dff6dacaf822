import { yichunPlan } from '../../../src/plan';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook';
import { Book, type Cell, type Page, type RowKind } from '../proof/book';
import type { School } from '../proof/figures';

/** The infrastructure's book, with rows and sheets that can be hidden. */
export class PlainBook extends Book {
  readonly hiddenRows = new Map<Page, Set<number>>();

  override finish(): WorkbookSnapshot {
    const made = super.finish();
    const sheets = made.sheets.map((sheet, i) => {
      const page = this.pages[i];
      const rows = page ? this.hiddenRows.get(page) : undefined;
      return rows ? { ...sheet, hiddenRows: rows } : sheet;
    });
    return { ...made, sheets };
  }
}

export const DATE = 'yyyy-mm-dd';

/** A column of a list of schools. */
export interface Column {
  readonly field: string;
  /** From the upper header row to the lower one; equal neighbours are merged. */
  readonly head: readonly string[];
  /** Summed in subtotals and totals. */
  readonly isSummed?: boolean;
  readonly format?: string;
  value?(school: School, number: number): CellValue;
  /** Worked out from other columns of the row, in every row. */
  readonly calc?: readonly ['sum' | 'minus' | 'share' | 'percent', string, string];
}

export interface ListStyle {
  readonly subtotal: 'above' | 'below' | 'none';
  readonly total: 'top' | 'bottom' | 'none';
  readonly asFormula: boolean;
  readonly hasHeadings: boolean;
  readonly runsOn?: boolean;
  readonly subtotalWord?: string;
  readonly totalWord?: string;
  readonly heading?: (stage: { readonly name: string; readonly heading: string }) => string;
}

export const COLUMNS = {
  seq: (head: readonly string[]): Column => ({ field: 'seq', head, value: (_, number) => number }),
  name: (head: readonly string[]): Column => ({ field: 'name', head, value: ({ name }) => name }),
  stage: (head: readonly string[]): Column => ({
    field: 'stage',
    head,
    value: ({ stage }) => yichunPlan.stages.find(({ id }) => id === stage)?.name ?? null,
  }),
  size: (field: 'classes' | 'seats' | 'land' | 'invest' | 'prior' | 'current' | 'formed', head: readonly string[]): Column => ({
    field, head, isSummed: true, value: (school) => school[field],
  }), // prettier-ignore
  date: (field: 'start' | 'due' | 'done', head: readonly string[], format = DATE): Column => ({
    field, head, format, value: (school) => school[field],
  }), // prettier-ignore
  text: (field: 'builder' | 'status' | 'remark', head: readonly string[]): Column => ({
    field,
    head,
    value: (school) => school[field],
  }),
};

/** Header rows with merges over equal neighbours, then down over rows that say the same. */
export function drawHead(
  page: Page,
  row: number,
  heads: readonly (readonly string[])[],
  fields: readonly string[],
): number {
  const depth = Math.max(...heads.map((head) => head.length));
  heads.forEach((head, c) => {
    for (let r = 0; r < head.length; r++) {
      const isLast = r === head.length - 1;
      const isRepeat = r < depth - 1 && !isLast && c > 0 && heads[c - 1]?.[r] === head[r];
      if (isRepeat) continue;
      page.put(row + r, c, head[r] ?? null, fields[c] ?? '', isLast ? 'header' : 'other', fields[c] ?? '');
      if (isLast) page.merge(row + r, c, row + depth - 1, c);
      else {
        let end = c;
        while (heads[end + 1]?.[r] === head[r] && (heads[end + 1]?.length ?? 0) > r + 1) end++;
        page.merge(row + r, c, row + r, end);
      }
    }
  });
  return row + depth;
}

export function drawList(
  page: Page,
  top: number,
  columns: readonly Column[],
  schools: readonly School[],
  style: ListStyle,
): number {
  let row = drawHead(page, top, columns.map(({ head }) => head), columns.map(({ field }) => field)); // prettier-ignore
  const every: Cell[] = [];
  const sums: Cell[] = [];
  const totalRow = style.total === 'top' ? row++ : 0;
  let number = 0;
  for (const stage of yichunPlan.stages) {
    const members = schools.filter((school) => school.stage === stage.id);
    if (members.length === 0) continue;
    if (style.hasHeadings) {
      page.put(row, 0, style.heading?.(stage) ?? stage.heading, 'heading', 'heading', stage.id);
      page.merge(row, 0, row, columns.length - 1);
      row++;
    }
    if (!style.runsOn) number = 0;
    const hasSum = style.subtotal !== 'none' && stage.hasSubtotal;
    const sumRow = hasSum && style.subtotal === 'above' ? row++ : 0;
    const own: Cell[] = [];
    for (const school of members) {
      number++;
      columns.forEach((column, c) => {
        if (!column.value) return;
        const cell = page.put(row, c, column.value(school, number), column.field, 'item', school.id);
        cell.format = column.format ?? null;
        own.push(cell);
      });
      drawCalcs(page, row, columns, 'item', school.id, style.asFormula);
      row++;
    }
    every.push(...own);
    if (!hasSum) sums.push(...own);
    else {
      const at = style.subtotal === 'above' ? sumRow : row++;
      sums.push(
        ...drawSums(page, at, columns, own, 'subtotal', style.subtotalWord ?? '小计', stage.id, style.asFormula),
      );
    }
  }
  if (style.total !== 'none') {
    const at = style.total === 'top' ? totalRow : row++;
    const parts = style.subtotal === 'none' ? every : sums;
    drawSums(page, at, columns, parts, 'total', style.totalWord ?? '合计', 'all', style.asFormula);
  }
  return row;
}

function drawCalcs(
  page: Page,
  row: number,
  columns: readonly Column[],
  kind: RowKind,
  id: string,
  asFormula: boolean,
): void {
  columns.forEach(({ calc, field, format }, c) => {
    if (!calc) return;
    const of = calc.slice(1).flatMap((name) => page.inRow(row).filter((cell) => cell.field === name));
    const cell = page.put(row, c, null, field, kind, id);
    cell.calc = { op: calc[0], of, asFormula };
    cell.format = format ?? null;
  });
}

export function drawSums(
  page: Page,
  row: number,
  columns: readonly Column[],
  parts: readonly Cell[],
  kind: 'subtotal' | 'total',
  word: string,
  id: string,
  asFormula: boolean,
): Cell[] {
  const at = columns.findIndex(({ field }) => field === 'name');
  page.put(row, at === -1 ? 0 : at, word, 'label', kind, id);
  const sums: Cell[] = [];
  columns.forEach((column, c) => {
    if (!column.isSummed || column.calc) return;
    const of = parts.filter((cell) => cell.field === column.field);
    if (of.length === 0) return;
    const cell = page.put(row, c, null, column.field, kind, id);
    cell.calc = { op: 'sum', of, asFormula };
    sums.push(cell);
  });
  drawCalcs(page, row, columns, kind, id, asFormula);
  return sums;
}

/** A line over the table, merged over its width. */
export function line(page: Page, row: number, text: string, width: number, field = 'title'): Cell {
  page.merge(row, 0, row, width - 1);
  return page.put(row, 0, text, field, 'line');
}
