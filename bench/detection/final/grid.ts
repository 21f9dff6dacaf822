import type { CellValue } from '../../../src/workbook';
import { setSum, type Cell, type Mark, type Page, type SumStyle } from './book';

/** One column of a table: its field, its header from top to bottom, and what stands in it. */
export interface Column<R> {
  readonly field: string;
  /** As many words as the header has lines; equal neighbours are merged, an empty word belongs to the one above. */
  readonly heads: readonly string[];
  readonly value?: (record: R) => CellValue;
  readonly format?: string;
  readonly sums?: boolean;
  /** A formula over cells of the same row, also in its total rows. */
  readonly formula?: (cell: Cell, row: ReadonlyMap<string, Cell>) => void;
}

export interface Group<R> {
  readonly key: string;
  readonly label: string;
  readonly records: readonly R[];
}

export interface TableSpec<R> {
  readonly table: string;
  readonly columns: readonly Column<R>[];
  readonly groups: readonly Group<R>[];
  readonly keyOf: (record: R) => string;
  readonly top: number;
  readonly left?: number;
  /** A line of its own with the label, or the label in the column of this field, merged down. */
  readonly groupsAs: 'heading' | 'none' | { readonly field: string };
  readonly subtotals?: { readonly at: 'above' | 'below'; readonly word: (group: Group<R>) => string };
  readonly total?: { readonly at: 'top' | 'bottom'; readonly word: string };
  readonly style: SumStyle;
  readonly labelField: string;
  readonly blankAfterGroup?: boolean;
  /** Repeats the header before this group, as for a new printed page. */
  readonly headAgainBefore?: string;
}

/** Draws a table; returns the first free row. */
export function drawTable<R>(page: Page, spec: TableSpec<R>): number {
  const { table, columns, left = 0 } = spec;
  const width = columns.length;
  let row = drawHead(page, spec, spec.top);
  const groups = new Map<string, Map<string, Cell[]>>();
  const totals: { row: number; mark: Omit<Mark, 'field'>; word: string; parts: () => Map<string, Cell[]> }[] = [];
  const addTotal = (mark: Omit<Mark, 'field'>, word: string, parts: () => Map<string, Cell[]>): void => {
    totals.push({ row: row++, mark, word, parts });
  };
  const whole = (): Map<string, Cell[]> => {
    const merged = new Map<string, Cell[]>();
    for (const own of groups.values())
      for (const [field, cells] of own) merged.set(field, [...(merged.get(field) ?? []), ...cells]);
    return merged;
  };
  const grand = (): Map<string, Cell[]> => {
    if (!spec.subtotals || spec.style === 'subtotal') return whole();
    const parts = new Map<string, Cell[]>();
    for (const column of columns)
      if (column.sums)
        parts.set(
          column.field,
          totals.filter(({ mark }) => mark.part === 'subtotal').map((line) => page.at(line.row, left + columns.indexOf(column))),
        ); // prettier-ignore
    return parts;
  };
  if (spec.total?.at === 'top') addTotal({ table, row: 'all', part: 'total' }, spec.total.word, grand);
  for (const group of spec.groups) {
    if (spec.headAgainBefore === group.key) row = drawHead(page, spec, row);
    const own = new Map<string, Cell[]>();
    groups.set(group.key, own);
    const subtotalMark = { table, row: group.key, part: 'subtotal' } as const;
    if (spec.groupsAs === 'heading') {
      page.put(row, left, group.label, { table, row: group.key, field: 'group', part: 'group' });
      page.merge(row, left, row, left + width - 1);
      row++;
    }
    if (spec.subtotals?.at === 'above') addTotal(subtotalMark, spec.subtotals.word(group), () => own);
    const first = row;
    for (const record of group.records) {
      drawRecord(page, spec, group, record, row, row === first, own);
      row++;
    }
    if (typeof spec.groupsAs === 'object') {
      const field = spec.groupsAs.field;
      const column = left + columns.findIndex((one) => one.field === field);
      page.merge(first, column, row - 1, column);
    }
    if (spec.subtotals?.at === 'below') addTotal(subtotalMark, spec.subtotals.word(group), () => own);
    if (spec.blankAfterGroup) row++;
  }
  if (spec.total?.at === 'bottom') addTotal({ table, row: 'all', part: 'total' }, spec.total.word, grand);
  // A total at the top adds up subtotals that stand below it, so subtotals are settled first.
  for (const part of ['subtotal', 'total'])
    for (const line of totals) if (line.mark.part === part) drawTotal(page, spec, line);
  return row;
}

function drawRecord<R>(
  page: Page,
  spec: TableSpec<R>,
  group: Group<R>,
  record: R,
  row: number,
  isFirst: boolean,
  own: Map<string, Cell[]>,
): void {
  const { table, columns, left = 0 } = spec;
  const key = spec.keyOf(record);
  const cells = new Map<string, Cell>();
  columns.forEach((column, i) => {
    const isLabel = typeof spec.groupsAs === 'object' && spec.groupsAs.field === column.field;
    if (isLabel) {
      if (isFirst) page.put(row, left + i, group.label, { table, row: group.key, field: column.field, part: 'group' });
      return;
    }
    const value = column.value ? column.value(record) : null;
    const cell = page.put(row, left + i, value, { table, row: key, field: column.field, part: 'body' }, column.format);
    cells.set(column.field, cell);
    if (column.sums) own.set(column.field, [...(own.get(column.field) ?? []), cell]);
  });
  for (const column of columns) {
    const cell = cells.get(column.field);
    if (cell && column.formula) column.formula(cell, cells);
  }
}

function drawTotal<R>(
  page: Page,
  spec: TableSpec<R>,
  line: { row: number; mark: Omit<Mark, 'field'>; word: string; parts: () => Map<string, Cell[]> },
): void {
  const { columns, left = 0, labelField } = spec;
  const parts = line.parts();
  const cells = new Map<string, Cell>();
  columns.forEach((column, i) => {
    const summed = column.sums ? parts.get(column.field) : undefined;
    if (column.field !== labelField && !summed && !column.formula) return;
    const value = column.field === labelField ? line.word : null;
    const cell = page.put(line.row, left + i, value, { ...line.mark, field: column.field }, column.format);
    if (summed) setSum(cell, summed, spec.style);
    cells.set(column.field, cell);
  });
  for (const column of columns) {
    const cell = cells.get(column.field);
    if (cell && column.formula && column.field !== labelField) column.formula(cell, cells);
  }
}

function drawHead<R>(page: Page, spec: TableSpec<R>, top: number): number {
  const { columns, left = 0, table } = spec;
  const depth = Math.max(...columns.map((column) => column.heads.length));
  columns.forEach((column, i) => {
    column.heads.forEach((word, level) => {
      const isRepeat = i > 0 && word !== '' && level < depth - 1 && columns[i - 1]?.heads[level] === word;
      if (word === '' || isRepeat) return;
      const isLowest = column.heads.slice(level + 1).every((below) => below === '');
      const field = isLowest ? column.field : `${column.field}+`;
      page.put(top + level, left + i, word, { table, row: 'head', field, part: 'head' });
      let right = i;
      if (level < depth - 1) while (columns[right + 1]?.heads[level] === word) right++;
      const bottom = isLowest && right === i ? depth - 1 : level;
      page.merge(top + level, left + i, top + bottom, left + right);
    });
  });
  return top + depth;
}

/** A line of its own such as a title, merged over the width. */
export function drawLine(page: Page, row: number, text: string, field: string, width: number, left = 0): Cell {
  const cell = page.put(row, left, text, { table: 'meta', row: page.name, field, part: 'line' });
  if (width > 1) page.merge(row, left, row, left + width - 1);
  return cell;
}

/** `填报单位：` and its like, in one cell or as label and answer side by side. */
export function drawMeta(
  page: Page,
  row: number,
  items: readonly (readonly [column: number, label: string, field: string, value: CellValue, format?: string])[],
  isSplit = false,
): void {
  for (const [column, label, field, value, format] of items) {
    const mark: Mark = { table: 'meta', row: page.name, field, part: 'line' };
    if (isSplit) {
      page.put(row, column, label);
      page.put(row, column + 1, value, mark, format);
    } else page.put(row, column, `${label}：${value ?? ''}`, mark);
  }
}
