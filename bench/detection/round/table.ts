import type { CellValue } from '../../../src/workbook';
import type { Book, Calc, Cell, Page, RowKind } from '../proof/book';
import { dateText, stages, type Figures, type School, type Step } from './figures';

export interface Layout {
  readonly name: string;
  draw(book: Book, figures: Figures): void;
}

/** One column of a school table. */
export interface Col {
  readonly field: string;
  readonly head: string;
  /** A heading above this one and its neighbours of the same group. */
  readonly group?: string;
  readonly value?: (school: School, index: number) => CellValue;
  /** Made from other columns of the row. */
  readonly calc?: readonly [op: Calc['op'], ...fields: string[]];
  readonly isSummed?: boolean;
  readonly format?: string;
}

export interface TableSpec {
  readonly columns: readonly Col[];
  readonly groups: readonly { readonly id: string; readonly heading: string; readonly schools: readonly School[] }[];
  readonly hasHeadings?: boolean;
  readonly subtotal?: readonly ['above' | 'below', label: string];
  readonly total?: readonly ['above' | 'below', label: string];
  /** Sums typed in by hand. */
  readonly isTyped?: boolean;
  /** Serial numbers begin anew in every group. */
  readonly isRestarted?: boolean;
}

/** Draws the table from a row on and returns the row below it. */
export function drawTable(page: Page, top: number, spec: TableSpec): number {
  let row = drawHead(page, top, spec.columns);
  const { columns } = spec;
  const asFormula = !spec.isTyped;
  const items: Cell[] = [];
  const subs: Cell[] = [];
  const sumRow = (at: number, label: string, kind: RowKind, id: string): void => {
    const place = Math.max(0, columns.findIndex(({ field }) => field === 'name')); // prettier-ignore
    page.put(at, place, label, 'label', kind, id);
    columns.forEach((column, c) => {
      if (column.isSummed) {
        const cell = page.put(at, c, 0, column.field, kind, id);
        cell.calc = { op: 'sum', of: [], asFormula };
        if (column.format) cell.format = column.format;
      }
    });
    for (const [c, column] of columns.entries())
      if (column.calc && !column.isSummed) putCalc(page, at, c, column, kind, id, asFormula);
  };
  const totalAbove = spec.total?.[0] === 'above' ? row++ : null;
  if (totalAbove !== null) sumRow(totalAbove, spec.total?.[1] ?? '', 'total', 'all');
  let serial = 0;
  for (const group of spec.groups) {
    if (group.schools.length === 0) continue;
    if (spec.isRestarted) serial = 0;
    if (spec.hasHeadings) {
      page.put(row, 0, group.heading, 'heading', 'heading', group.id);
      page.merge(row, 0, row, columns.length - 1);
      row++;
    }
    const subtotalAt = spec.subtotal?.[0] === 'above' ? row++ : null;
    if (subtotalAt !== null) sumRow(subtotalAt, spec.subtotal?.[1] ?? '', 'subtotal', group.id);
    const first = row;
    for (const school of group.schools) {
      drawRow(page, row, columns, school, serial++, asFormula);
      row++;
    }
    const mine = page.cells.filter((cell) => cell.kind === 'item' && cell.row >= first && cell.row < row);
    items.push(...mine);
    const below = spec.subtotal?.[0] === 'below' ? row++ : subtotalAt;
    if (below === null) continue;
    if (subtotalAt === null) sumRow(below, spec.subtotal?.[1] ?? '', 'subtotal', group.id);
    for (const cell of page.inRow(below))
      if (cell.calc?.op === 'sum') {
        cell.calc.of = mine.filter((one) => one.field === cell.field);
        subs.push(cell);
      }
  }
  const totalRow = totalAbove ?? (spec.total ? row++ : null);
  if (totalRow === null) return row;
  if (totalAbove === null) sumRow(totalRow, spec.total?.[1] ?? '', 'total', 'all');
  const parts = subs.length > 0 ? subs : items;
  for (const cell of page.inRow(totalRow))
    if (cell.calc?.op === 'sum') cell.calc.of = parts.filter((one) => one.field === cell.field);
  return row;
}

function drawRow(
  page: Page,
  row: number,
  columns: readonly Col[],
  school: School,
  i: number,
  asFormula: boolean,
): void {
  for (const [c, column] of columns.entries()) {
    if (column.calc) continue;
    const cell = page.put(row, c, column.value?.(school, i) ?? null, column.field, 'item', school.id);
    if (column.format) cell.format = column.format;
  }
  for (const [c, column] of columns.entries())
    if (column.calc) putCalc(page, row, c, column, 'item', school.id, asFormula);
}

function putCalc(page: Page, row: number, c: number, column: Col, kind: RowKind, id: string, asFormula: boolean): void {
  const [op, ...fields] = column.calc ?? (['sum'] as const);
  const of = fields.flatMap((field) => page.inRow(row).filter((cell) => cell.field === field));
  if (of.length !== fields.length) return;
  const cell = page.put(row, c, 0, column.field, kind, id);
  cell.calc = { op, of, asFormula };
  if (column.format) cell.format = column.format;
}

/** Headers in one line, or in two where columns are grouped. */
export function drawHead(page: Page, top: number, columns: readonly Col[]): number {
  const isDouble = columns.some(({ group }) => group !== undefined);
  for (const [c, { head, group, field }] of columns.entries()) {
    if (group === undefined) {
      page.put(top, c, head, field, 'header');
      if (isDouble) page.merge(top, c, top + 1, c);
      continue;
    }
    if (columns[c - 1]?.group !== group) {
      let last = c;
      while (columns[last + 1]?.group === group) last++;
      page.put(top, c, group, 'group', 'header');
      page.merge(top, c, top, last);
    }
    page.put(top + 1, c, head, field, 'header');
  }
  return top + (isDouble ? 2 : 1);
}

/** Title over the whole width and the line below it. */
export function drawTop(page: Page, width: number, title: string, line: readonly string[]): number {
  page.put(0, 0, title, 'title', 'line');
  page.merge(0, 0, 0, width - 1);
  const step = Math.max(1, Math.floor(width / line.length));
  for (const [i, text] of line.entries())
    page.put(1, i * step, text, text.startsWith('单位') ? 'unit' : 'line', 'line');
  return 2;
}

export function drawFoot(page: Page, row: number, width: number, report: number, notes: readonly string[] = []): void {
  for (const note of notes) {
    page.put(row, 0, note, 'note', 'line');
    page.merge(row, 0, row, width - 1);
    row++;
  }
  const names = ['填报人：易晓岚', '审核人：钟建民', '联系电话：0795-3998126', `填报日期：${dateText(report + 3)}`];
  const step = Math.max(1, Math.floor(width / names.length));
  for (const [i, text] of names.entries()) page.put(row, i * step, text, i === 3 ? 'signed' : 'foot', 'line');
}

export function byStage(schools: readonly School[]): TableSpec['groups'] {
  return stages.map((stage) => ({
    id: stage.id,
    heading: stage.heading,
    schools: schools.filter((school) => school.stage === stage.id),
  }));
}

export function byBuilder(schools: readonly School[]): TableSpec['groups'] {
  const numbers = ['一', '二', '三', '四', '五'];
  return ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'].map((builder, i) => ({
    id: builder,
    heading: `${numbers[i] ?? ''}、${builder}`,
    schools: schools.filter((school) => school.builder === builder),
  }));
}

export type Words = Readonly<Record<Step, string>>;

export function stageName(id: string): string {
  return stages.find((stage) => stage.id === id)?.name ?? '';
}

/** The columns that most offices use; a layout takes some and renames them. */
export function col(field: string, head: string, more: Partial<Col> = {}): Col {
  const value = VALUES[field];
  return { field, head, ...(value ? { value } : {}), ...(SUMMED.has(field) ? { isSummed: true } : {}), ...more };
}

const DATES = 'yyyy-mm-dd';
const SUMMED = new Set([
  'classes', 'seats', 'land', 'invest', 'prior', 'year', 'month', 'formed', 'supplied', 'src1', 'src2', 'src3',
]); // prettier-ignore
const VALUES: Readonly<Record<string, (school: School, index: number) => CellValue>> = {
  seq: (_, i) => i + 1,
  name: (s) => s.name,
  stage: (s) => stageName(s.stage),
  builder: (s) => s.builder,
  classes: (s) => s.classes,
  seats: (s) => s.seats,
  land: (s) => s.land,
  remark: (s) => s.remark,
  start: (s) => s.start,
  due: (s) => s.due,
  done: (s) => s.done,
  invest: (s) => s.invest,
  prior: (s) => s.prior,
  year: (s) => s.year,
  month: (s) => s.month,
  formed: (s) => s.formed,
  supplied: (s) => s.supplied,
  src1: (s) => s.sources[0],
  src2: (s) => s.sources[1],
  src3: (s) => s.sources[2],
};

export function dateCol(field: string, head: string, more: Partial<Col> = {}): Col {
  return col(field, head, { format: DATES, ...more });
}

export function statusCol(head: string, words: Words): Col {
  return col('status', head, { value: (s) => words[s.step] });
}
