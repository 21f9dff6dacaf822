import type { Calc, Draft, Page, Ref, RowKind } from './draft';
import type { Column } from './columns';
import type { Line } from './figures';
import { minusOf, plusOf, ratioOf, sumBetween, sumOf } from './formulas';

export interface Group {
  readonly label: string;
  readonly lines: readonly Line[];
}

export interface TableForm {
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
  /** `heading`: a row of its own across the table before each group. */
  readonly heading?: boolean;
  readonly subtotals?: 'above' | 'below';
  readonly subtotalLabel?: (group: Group) => string;
  readonly total?: 'top' | 'bottom';
  readonly totalLabel?: string;
  readonly sums?: 'range' | 'plus' | 'subtotal' | 'typed';
  readonly unitRow?: boolean;
  /** A row 1 2 3 … under the header, as statistical forms have it. */
  readonly numberRow?: boolean;
  readonly sequence?: 'continuous' | 'perGroup';
  /** Cells of this field with the same content below each other are merged. */
  readonly mergeField?: string;
  /** Column index of the total's label; else the name column. */
  readonly labelField?: string;
  readonly blankBetween?: boolean;
}

type Entry =
  | { readonly kind: 'total' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'heading' | 'subtotal'; readonly group: Group }
  | { readonly kind: 'school'; readonly group: Group; readonly line: Line };

export interface DrawnTable {
  readonly id: number;
  readonly next: number;
  readonly firstRow: number;
  /** Field → position. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Row of the total and of each group's subtotal. */
  readonly totalRow: number | null;
  readonly subtotalRows: ReadonlyMap<string, number>;
}

/** Draws the header and all rows of a list of schools from (top, left); returns where it ended. */
export function drawTable(draft: Draft, page: Page, top: number, left: number, form: TableForm): DrawnTable {
  const id = draft.table();
  const columnOf = new Map(form.columns.map((column, i) => [column.field, left + i]));
  let row = drawHead(draft, page, top, left, form.columns, id);
  const line = (texts: readonly (string | number | null)[]): void => {
    texts.forEach((text, i) => {
      if (text !== null) page.put(row, left + i, text);
    });
    row++;
  };
  if (form.unitRow) line(form.columns.map((column) => column.unit ?? null));
  if (form.numberRow) line(form.columns.map((_, i) => i + 1));
  const firstRow = row;
  const entries = entriesOf(form);
  const rows = new Map<Entry, number>(entries.map((entry, i) => [entry, firstRow + i]));
  let sequence = 0;
  let group: Group | null = null;
  for (const [entry, at] of rows) {
    if (entry.kind === 'heading') {
      page.put(at, left, entry.group.label);
      page.merge(at, left, at, left + form.columns.length - 1);
    }
    if (entry.kind !== 'school') continue;
    if (entry.group !== group && form.sequence === 'perGroup') sequence = 0;
    group = entry.group;
    sequence++;
    drawSchool(draft, page, at, form, columnOf, entry.line, sequence, id);
  }
  const schools = [...rows].flatMap(([entry, at]) => (entry.kind === 'school' ? [{ group: entry.group, at }] : []));
  const subtotalRows = new Map(
    [...rows].flatMap(([entry, at]) => (entry.kind === 'subtotal' ? [[entry.group.label, at] as const] : [])),
  );
  const total = [...rows].find(([entry]) => entry.kind === 'total')?.[1] ?? null;
  for (const [entry, at] of rows) {
    if (entry.kind !== 'subtotal') continue;
    const own = schools.filter((one) => one.group === entry.group).map((one) => one.at);
    const label = form.subtotalLabel?.(entry.group) ?? '小计';
    drawSum(draft, page, at, form, columnOf, { own, own2: own, label, row: 'subtotal', key: entry.group.label, id });
  }
  if (total !== null) {
    const all = schools.map((one) => one.at);
    const own = subtotalRows.size > 0 && form.sums !== 'subtotal' ? [...subtotalRows.values()] : all;
    const label = form.totalLabel ?? '合计';
    drawSum(draft, page, total, form, columnOf, { own, own2: all, label, row: 'total', key: '', id });
  }
  mergeRuns(page, form, columnOf, schools, draft);
  return { id, next: firstRow + entries.length, firstRow, columnOf, totalRow: total, subtotalRows };
}

/** Two or three header levels; equal words beside each other are one merged cell. */
export function drawHead(
  draft: Draft,
  page: Page,
  top: number,
  left: number,
  columns: readonly Pick<Column, 'head' | 'field'>[],
  table: number,
): number {
  const depth = Math.max(...columns.map((column) => column.head.length));
  columns.forEach(({ head, field }, i) => {
    head.forEach((word, level) => {
      const before = columns[i - 1]?.head;
      const isSame =
        level < head.length - 1 && before?.slice(0, level + 1).join('/') === head.slice(0, level + 1).join('/');
      if (isSame) return;
      page.put(top + level, left + i, word);
      let end = i;
      const isGroup = level < head.length - 1;
      while (
        isGroup &&
        columns[end + 1]?.head.slice(0, level + 1).join('/') === head.slice(0, level + 1).join('/') &&
        (columns[end + 1]?.head.length ?? 0) > level + 1
      )
        end++;
      page.merge(top + level, left + i, isGroup ? top + level : top + depth - 1, left + end);
    });
    draft.mark(page, top + head.length - 1, left + i, { row: 'head', field, key: '', table });
  });
  return top + depth;
}

function entriesOf(form: TableForm): Entry[] {
  const entries: Entry[] = form.total === 'top' ? [{ kind: 'total' }] : [];
  form.groups.forEach((group, i) => {
    if (i > 0 && form.blankBetween) entries.push({ kind: 'blank' });
    if (form.heading) entries.push({ kind: 'heading', group });
    if (form.subtotals === 'above') entries.push({ kind: 'subtotal', group });
    entries.push(...group.lines.map((line) => ({ kind: 'school' as const, group, line })));
    if (form.subtotals === 'below') entries.push({ kind: 'subtotal', group });
  });
  if (form.total === 'bottom') entries.push({ kind: 'total' });
  return entries;
}

function drawSchool(
  draft: Draft,
  page: Page,
  row: number,
  form: TableForm,
  columnOf: ReadonlyMap<string, number>,
  line: Line,
  sequence: number,
  table: number,
): void {
  for (const { field, value, calc, format } of form.columns) {
    const at = { page, row, column: columnOf.get(field) ?? 0 };
    draft.mark(page, row, at.column, { row: 'school', field, key: line.id, table });
    const worked = calc && calcAt(at, calc, columnOf);
    if (worked) draft.setCalc(at, worked, format);
    else draft.set(at, field === 'seq' ? sequence : (value?.(line) ?? null), format);
  }
}

function calcAt(at: Ref, calc: NonNullable<Column['calc']>, columnOf: ReadonlyMap<string, number>): Calc | null {
  const refs = calc.of.map((field) => ({ ...at, column: columnOf.get(field) ?? -1 }));
  const [a, b] = refs;
  if (!a || !b || refs.some((ref) => ref.column < 0)) throw new Error(`no columns ${calc.of.join()}`);
  if (calc.how === 'plus') return plusOf(refs, at.page);
  if (calc.how === 'minus') return minusOf(a, b, at.page);
  return ratioOf(a, b, calc.how === 'percent', at.page);
}

interface Sum {
  /** Rows that the sum adds. */
  readonly own: readonly number[];
  /** All school rows beneath it. */
  readonly own2: readonly number[];
  readonly label: string;
  readonly row: RowKind;
  readonly key: string;
  readonly id: number;
}

function drawSum(
  draft: Draft,
  page: Page,
  row: number,
  form: TableForm,
  columnOf: ReadonlyMap<string, number>,
  sum: Sum,
): void {
  const labelColumn = columnOf.get(form.labelField ?? 'name') ?? 0;
  page.put(row, labelColumn, sum.label);
  draft.mark(page, row, labelColumn, { row: sum.row, field: 'label', key: sum.key, table: sum.id });
  for (const { field, calc, isSummed, format } of form.columns) {
    const at: Ref = { page, row, column: columnOf.get(field) ?? 0 };
    const isRate = calc !== undefined && !isSummed && field !== 'perClass';
    if (!isSummed && !isRate) continue;
    draft.mark(page, row, at.column, { row: sum.row, field, key: sum.key, table: sum.id });
    const worked = isRate ? calcAt(at, calc, columnOf) : summed(at, form, sum);
    if (!worked) continue;
    draft.setCalc(at, worked, format);
    if (form.sums === 'typed' && !isRate) draft.set(at, draft.show(at), format);
  }
}

function summed(at: Ref, form: TableForm, { own, own2 }: Sum): Calc {
  const refsOf = (rows: readonly number[]): Ref[] => rows.map((row) => ({ ...at, row }));
  if (form.sums === 'plus') return plusOf(refsOf(own), at.page);
  if (form.sums !== 'subtotal') return sumOf(refsOf(own), at.page);
  const refs = refsOf(own2);
  const [first] = refs;
  const last = refs.at(-1);
  if (!first || !last) return sumOf(refs, at.page);
  return sumBetween(first, last, refs, at.page, 'SUBTOTAL(9,');
}

function mergeRuns(
  page: Page,
  form: TableForm,
  columnOf: ReadonlyMap<string, number>,
  schools: readonly { readonly at: number }[],
  draft: Draft,
): void {
  const column = columnOf.get(form.mergeField ?? '');
  if (column === undefined) return;
  let first = schools[0]?.at ?? 0;
  for (let i = 1; i <= schools.length; i++) {
    const [before, at] = [schools[i - 1]?.at ?? 0, schools[i]?.at];
    const isRun =
      at === before + 1 && draft.show({ page, row: at, column }) === draft.show({ page, row: first, column });
    if (isRun) continue;
    for (let row = first + 1; row <= before; row++) page.put(row, column, null);
    page.merge(first, column, before, column);
    first = at ?? 0;
  }
}
