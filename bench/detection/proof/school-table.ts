import type { CellValue } from '../../../src/workbook';
import type { Book, Calc, Cell, Page, RowKind } from './book';
import { stages, type School } from './figures';

export type Field =
  | 'seq' | 'stage' | 'name' | 'classes' | 'seats' | 'land' | 'builder' | 'remark' | 'status' | 'start' | 'due'
  | 'done' | 'invest' | 'prior' | 'current' | 'cum' | 'rest' | 'rate' | 'formed' | 'contractor'; // prettier-ignore

export interface Column {
  readonly field: Field;
  readonly header: string;
  /** A header above, shared with neighbours of the same group. */
  readonly group?: string;
  /** A cell of the unit row. */
  readonly unit?: string;
}

export interface TableStyle {
  readonly columns: readonly Column[];
  /** `rows`: a heading row and a 小计 above its schools; `column`: a merged 学段 cell; `none`: one list. */
  readonly sections: 'rows' | 'column' | 'none';
  readonly subtotals: boolean;
  readonly total: 'top' | 'bottom' | 'none';
  readonly asFormula: boolean;
  /** `2023年6月` instead of day numbers. */
  readonly textDates?: boolean;
  /** 0.93 with a percent format instead of 93 under a header with %. */
  readonly shares?: boolean;
}

export const DATE = 'yyyy"年"m"月"';
const SUMMED: ReadonlySet<string> = new Set([
  'classes',
  'seats',
  'land',
  'invest',
  'prior',
  'current',
  'cum',
  'rest',
  'formed',
]);
const CONTRACTORS = ['江西甲建设工程有限公司', '江西乙建筑集团有限公司', '宜春丙建工有限公司'];

/** The day number as `2023年6月`. */
export function monthText(number: number): string {
  const date = new Date((number - 25_569) * 86_400_000);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
}

/** Draws header, sections, schools and totals from the row given; returns the row below the table. */
export function drawSchoolTable(
  book: Book,
  page: Page,
  top: number,
  style: TableStyle,
  schools: readonly School[],
): number {
  let row = drawHeader(page, top, style.columns);
  const items: Cell[] = [];
  const totalRow = style.total === 'top' ? row++ : -1;
  let count = 0;
  for (const stage of stages) {
    const own = schools.filter((school) => school.stage === stage.id);
    if (own.length === 0) continue;
    let subtotalRow = -1;
    if (style.sections === 'rows') {
      page.put(row, 0, stage.heading, 'heading', 'heading', stage.id);
      page.merge(row, 0, row, style.columns.length - 1);
      row++;
      if (style.subtotals && stage.hasSubtotal) subtotalRow = row++;
      count = 0;
    }
    const first = row;
    const cells = own.flatMap((school) => drawSchool(page, row++, style, school, ++count));
    if (style.sections === 'column') {
      const column = style.columns.findIndex(({ field }) => field === 'stage');
      page.put(first, column, stage.name, 'stage', 'item', stage.id);
      page.merge(first, column, row - 1, column);
    }
    if (subtotalRow >= 0) drawSum(page, subtotalRow, style, cells, 'subtotal', stage.id);
    items.push(...cells);
  }
  if (style.total === 'bottom') drawSum(page, row++, style, items, 'total', 'all');
  if (totalRow >= 0) drawSum(page, totalRow, style, items, 'total', 'all');
  return row;
}

function drawHeader(page: Page, top: number, columns: readonly Column[]): number {
  const hasGroups = columns.some(({ group }) => group !== undefined);
  const low = hasGroups ? top + 1 : top;
  columns.forEach(({ field, header, group }, column) => {
    if (group === undefined) {
      page.put(top, column, header, field, 'header');
      if (hasGroups) page.merge(top, column, low, column);
      return;
    }
    page.put(low, column, header, field, 'header');
    if (columns[column - 1]?.group === group) return;
    page.put(top, column, group);
    page.merge(top, column, top, column + columns.filter((one) => one.group === group).length - 1);
  });
  if (!columns.some(({ unit }) => unit !== undefined)) return low + 1;
  columns.forEach(({ unit }, column) => {
    if (unit !== undefined) page.put(low + 1, column, unit, 'unitRow');
  });
  return low + 2;
}

function drawSchool(page: Page, row: number, style: TableStyle, school: School, count: number): Cell[] {
  const cells: Cell[] = [];
  style.columns.forEach(({ field }, column) => {
    if (field === 'stage' && style.sections === 'column') return;
    const cell = page.put(row, column, plainValue(school, field, style, count), field, 'item', school.id);
    if (isDate(field) && !style.textDates) cell.format = DATE;
    cells.push(cell);
  });
  linkRow(cells, style);
  return cells;
}

function plainValue(school: School, field: Field, style: TableStyle, count: number): CellValue {
  if (field === 'seq') return count;
  if (field === 'stage') return stages.find(({ id }) => id === school.stage)?.name ?? null;
  if (field === 'cum' || field === 'rest' || field === 'rate')
    return field === 'cum' ? school.prior + school.current : null;
  if (field === 'contractor') return school.start === null ? null : (CONTRACTORS[count % CONTRACTORS.length] ?? null);
  const value = school[field];
  return isDate(field) && style.textDates && typeof value === 'number' ? monthText(value) : value;
}

function isDate(field: string): boolean {
  return field === 'start' || field === 'due' || field === 'done';
}

/** What follows from other cells of the row: the sum spent, the rest, the rate. */
function linkRow(cells: readonly Cell[], style: TableStyle): void {
  const cellOf = (field: Field): Cell | undefined => cells.find((cell) => cell.field === field);
  const link = (field: Field, op: Calc['op'], from: readonly [Field, Field]): void => {
    const [cell, a, b] = [cellOf(field), cellOf(from[0]), cellOf(from[1])];
    if (cell && a && b) cell.calc = { op, of: [a, b], asFormula: style.asFormula };
  };
  link('cum', 'sum', ['prior', 'current']);
  link('rest', 'minus', ['invest', 'cum']);
  link('rate', style.shares ? 'share' : 'percent', ['cum', 'invest']);
  const rate = cellOf('rate');
  if (rate && style.shares) rate.format = '0.0%';
}

function drawSum(page: Page, row: number, style: TableStyle, items: readonly Cell[], kind: RowKind, id: string): void {
  const label = kind === 'total' ? '合计' : '小计';
  const cells = style.columns.map(({ field }, column) => {
    const cell = page.put(row, column, field === 'name' ? label : null, field, kind, id);
    if (!SUMMED.has(field)) return cell;
    cell.calc = { op: 'sum', of: items.filter((item) => item.field === field), asFormula: style.asFormula };
    return cell;
  });
  const [rate, cum, invest] = (['rate', 'cum', 'invest'] as const).map((field) =>
    cells.find((cell) => cell.field === field),
  );
  if (!rate || !cum || !invest) return;
  rate.calc = { op: style.shares ? 'share' : 'percent', of: [cum, invest], asFormula: style.asFormula };
  if (style.shares) rate.format = '0.0%';
}
