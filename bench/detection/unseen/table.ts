import type { CellValue } from '../../../src/workbook';
import type { Random } from '../random';
import { calculated, type Cell, type Page, type Role } from './draft';
import { dateOf, stageName, type SchoolFigures } from './figures';
import { headWord, UNIT_WORDS } from './words';

/** How dates are written: Excel's day numbers, or text as is customary. */
export type DateHabit = 'serial' | 'month' | 'text';

export interface Column {
  readonly field: string;
  /** Heading above this and the neighbouring columns that carry the same. */
  readonly groups?: readonly string[];
  /** Otherwise drawn from the words of the field. */
  readonly head?: string;
  readonly isHidden?: boolean;
}

export interface TableSpec {
  readonly table: string;
  readonly page: Page;
  readonly top: number;
  readonly left?: number;
  readonly columns: readonly Column[];
  readonly units: 'brackets' | 'row' | 'none';
  readonly stages: 'headings' | 'merged' | 'column' | 'none';
  readonly subtotals: 'above' | 'below' | 'none';
  readonly total: 'top' | 'bottom' | 'none';
  readonly sums: 'range' | 'plus' | 'subtotal' | 'typed';
  readonly totalWord: string;
  readonly subtotalWord?: string;
  readonly numbering: 'section' | 'through';
  readonly dates: DateHabit;
  /** Percent as a fraction with a format, or as a whole-number percentage under a header with %. */
  readonly rates?: 'format' | 'points';
  readonly figureFormat?: string;
  readonly gapAfterStage?: boolean;
  readonly unitWord?: (unit: string) => string;
  readonly nameWord?: (name: string) => string;
}

/** What a table left behind: for sheets that sum it up. */
export interface DrawnTable {
  readonly bottom: number;
  readonly totals: ReadonlyMap<string, Cell>;
  readonly subtotals: ReadonlyMap<string, Cell>;
}

const SUMMED = new Set(['classes', 'seats', 'land', 'invest', 'before', 'month', 'paid', 'formed', 'area']);
const DATES = new Set(['start', 'due', 'done']);
const ORDINALS = '一二三四五六七八九';

export function dateValue(day: number | null, habit: DateHabit): CellValue {
  if (day === null || habit === 'serial') return day;
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return habit === 'month' ? `${year}年${month}月` : `${year}.${String(month).padStart(2, '0')}`;
}

export function drawTable(spec: TableSpec, schools: readonly SchoolFigures[], random: Random): DrawnTable {
  const { page, columns, left = 0, table } = spec;
  const stages = [...new Set(schools.map((school) => school.stage))];
  const byField = new Map<string, { entries: Cell[]; subtotals: Cell[]; byStage: Map<string, Cell[]> }>();
  for (const { field } of columns) byField.set(field, { entries: [], subtotals: [], byStage: new Map() });
  const totals = new Map<string, Cell>();
  const subtotals = new Map<string, Cell>();
  const labelColumn =
    left +
    Math.max(
      0,
      columns.findIndex(({ field }) => field === 'name'),
    );
  let row = drawHeaders(spec, random);

  const sumRow = (role: Role, key: string, word: string): void => {
    page.put(row, labelColumn, word, { table, field: 'name', key, role });
    columns.forEach(({ field }, c) => {
      if (!SUMMED.has(field) && field !== 'rate') return;
      const cell = page.put(row, left + c, null, { table, field, key, role }, formatOf(field, spec));
      if (role === 'total') totals.set(field, cell);
      else {
        subtotals.set(`${key}/${field}`, cell);
        byField.get(field)?.subtotals.push(cell);
      }
    });
    row++;
  };

  if (spec.total === 'top') sumRow('total', 'total', spec.totalWord);
  let sequence = 0;
  stages.forEach((stage, s) => {
    if (spec.stages === 'headings') {
      page.put(row, left, `${ORDINALS[s] ?? ''}、${stageName(stage)}`, {
        table,
        field: 'heading',
        key: stage,
        role: 'other',
      });
      page.merge(row, left, row, left + columns.length - 1);
      row++;
    }
    if (spec.subtotals === 'above') sumRow('subtotal', stage, spec.subtotalWord ?? '小计');
    if (spec.numbering === 'section') sequence = 0;
    const first = row;
    for (const school of schools.filter((one) => one.stage === stage)) {
      sequence++;
      columns.forEach(({ field }, c) => {
        const value = valueOf(school, field, sequence, spec, row === first);
        const cell = page.put(
          row,
          left + c,
          value,
          { table, field, key: school.id, role: 'entry' },
          formatOf(field, spec),
        );
        const kept = byField.get(field);
        kept?.entries.push(cell);
        kept?.byStage.set(stage, [...(kept.byStage.get(stage) ?? []), cell]);
      });
      row++;
    }
    const stageColumn = columns.findIndex(({ field }) => field === 'stage');
    if (spec.stages === 'merged') page.merge(first, left + stageColumn, row - 1, left + stageColumn);
    if (spec.subtotals === 'below') sumRow('subtotal', stage, spec.subtotalWord ?? '小计');
    if (spec.gapAfterStage) row++;
  });
  if (spec.total === 'bottom') sumRow('total', 'total', spec.totalWord);

  for (const [field, { entries, subtotals: subs, byStage }] of byField) {
    if (field === 'rate') continue;
    for (const sub of subs) sumUp(sub, byStage.get(sub.mark?.key ?? '') ?? [], spec.sums);
    const total = totals.get(field);
    if (total) sumUp(total, subs.length > 0 && spec.sums !== 'subtotal' ? subs : entries, spec.sums);
  }
  for (const rate of page.cells.filter(
    ({ mark }) => mark?.field === 'rate' && mark.table === table && mark.role !== 'header' && mark.role !== 'other',
  ))
    divide(rate, page, spec.rates ?? 'format');
  return { bottom: row, totals, subtotals };
}

function formatOf(field: string, spec: TableSpec): string | null {
  if (DATES.has(field) && spec.dates === 'serial') return 'yyyy"年"m"月"d"日"';
  if (field === 'rate') return spec.rates === 'points' ? '0.0' : '0.0%';
  return SUMMED.has(field) && field !== 'land' && field !== 'classes' ? (spec.figureFormat ?? null) : null;
}

function valueOf(school: SchoolFigures, field: string, sequence: number, spec: TableSpec, isFirst: boolean): CellValue {
  if (field === 'seq') return sequence;
  if (field === 'stage') return spec.stages === 'merged' && !isFirst ? null : stageName(school.stage);
  if (field === 'start' || field === 'due' || field === 'done') return dateValue(school[field], spec.dates);
  if (field === 'unit') return spec.unitWord?.(school.unit) ?? school.unit;
  if (field === 'name') return spec.nameWord?.(school.name) ?? school.name;
  if (field === 'rate') return null;
  if (field === 'remark') return school.remark || null;
  const value = school[field as keyof SchoolFigures];
  return value;
}

/** Gives a total its formula, or the typed number of offices that add up elsewhere. */
export function sumUp(total: Cell, cells: readonly Cell[], habit: TableSpec['sums']): void {
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last) return;
  const isRun = cells.length === last.row - first.row + 1 && first.column === last.column && first.page === last.page;
  const isSubtotalled = habit === 'subtotal' || (isRun && habit !== 'plus');
  if (isSubtotalled || (habit === 'range' && cells.every(({ mark }) => mark?.role === 'entry')))
    total.formula = { kind: habit === 'subtotal' ? 'subtotal' : 'sum', first, last, extra: 0 };
  else total.formula = { kind: 'plus', cells: [...cells] };
  if (habit === 'typed') total.enter(total.shown());
}

function divide(rate: Cell, page: Page, habit: 'format' | 'points'): void {
  const find = (field: string): Cell | undefined =>
    page.cells.find(
      ({ mark }) =>
        mark?.field === field &&
        mark.key === rate.mark?.key &&
        mark.role === rate.mark.role &&
        mark.table === rate.mark.table,
    );
  const [paid, invest] = [find('paid'), find('invest')];
  if (!paid || !invest) return;
  rate.calculate(
    () => (habit === 'points' ? `=ROUND(${paid.name}/${invest.name}*100,1)` : `=${paid.name}/${invest.name}`),
    () =>
      calculated(paid, invest, (above, below) => {
        if (below === 0) return null;
        return habit === 'points' ? Math.round((above / below) * 1000) / 10 : above / below;
      }),
  );
}

/** Heads in as many rows as the deepest column has groups; returns the first row below. */
function drawHeaders(spec: TableSpec, random: Random): number {
  const { page, columns, left = 0, table, top } = spec;
  const depth = Math.max(...columns.map(({ groups }) => groups?.length ?? 0));
  columns.forEach(({ field, groups = [], head, isHidden }, c) => {
    if (isHidden) page.hiddenColumns.push(left + c);
    groups.forEach((group, level) => {
      if (columns[c - 1]?.groups?.[level] === group) return;
      let right = c;
      while (columns[right + 1]?.groups?.[level] === group) right++;
      page.put(top + level, left + c, group);
      page.merge(top + level, left + c, top + level, left + right);
    });
    const unit = UNIT_WORDS[field] ?? (field === 'rate' && spec.rates === 'points' ? '%' : '');
    const word = (head ?? headWord(field, random)) + (spec.units === 'brackets' && unit ? `（${unit}）` : '');
    page.put(top + groups.length, left + c, word, { table, field, key: 'header', role: 'header' });
    page.merge(top + groups.length, left + c, top + depth, left + c);
    if (spec.units === 'row' && unit)
      page.put(top + depth + 1, left + c, unit, { table, field, key: 'unit', role: 'other' });
  });
  return top + depth + (spec.units === 'row' ? 2 : 1);
}
