import { additionOf } from '../../audit/formula';
import type { Plan } from '../../plan';
import { formulaAt, squeezed, setContent, valueAt, type ProposedEdit } from '../../workbook';
import type { TableCollector } from '../collector';
import { columnFormat } from '../formats';
import type { FillKind } from '../proposal';
import { sumFormula } from './formula';
import { rowFigures } from './row-figures';
import type { SumSection } from './section-tree';

/** A subtotal row that is not there: where it would go (0-based, before that row) and what it adds. */
export interface MissingSubtotal {
  readonly at: number;
  readonly rows: readonly number[];
  readonly label: string;
}

/** Sections that should have a subtotal and have none. The plan says which stages have one; a lone row needs none elsewhere. */
export function missingSubtotals(
  { view }: TableCollector,
  roots: readonly SumSection[],
  plan: Plan,
): MissingSubtotal[] {
  const { table } = view;
  if (table.kind !== 'schools' || table.sectionStyle === 'none') return [];
  if (table.sectionStyle === 'onePerSheet' && table.totalRow !== null) return [];
  const stated = table.sections.filter(({ subtotalRow, rows }) => subtotalRow !== null && rows.length > 0);
  const below = stated.filter(({ subtotalRow, rows }) => (subtotalRow ?? 0) > (rows.at(-1) ?? 0)).length;
  const isBelow = stated.length > 0 ? below * 2 > stated.length : table.sectionStyle !== 'headingRows';
  return roots.flatMap(({ section, label }) => {
    const { rows, subtotalRow } = section;
    const first = rows[0];
    const last = rows.at(-1);
    if (subtotalRow !== null || first === undefined || last === undefined) return [];
    const stage = plan.stages.find(({ id }) => id === section.stage);
    if (stage ? !stage.hasSubtotal : rows.length < 2) return [];
    const bottom = Math.max(last, ...section.ofWhichRows);
    return [{ at: isBelow ? bottom + 1 : (section.headingRow ?? first - 1) + 1, rows, label }];
  });
}

/** Offers the rows: first the one that stands highest, so that each formula keeps its place. */
export function offerSubtotals(out: TableCollector, missing: readonly MissingSubtotal[]): void {
  const inOrder = [...missing].sort((a, b) => a.at - b.at);
  inOrder.forEach(({ at, rows, label }, inserted) => {
    const row = at + inserted;
    const moved = rows.map((each) => each + inserted + (each >= at ? 1 : 0));
    insertSumRow(out, 'missing-subtotals', row, moved, rows, {
      text: subtotalWord(out),
      reason: `${label}缺小计行，在第 ${row + 1} 行补插`,
    });
  });
}

/**
 * A total whose range runs over a place where a subtotal is to be inserted would count that section twice. Rewrites it
 * before the rows are inserted; `adds` are the rows of the right total.
 */
export function splitTotals(out: TableCollector, missing: readonly MissingSubtotal[], adds: readonly number[]): void {
  const { table, sheet } = out.view;
  const row = table.totalRow;
  if (row === null) return;
  const breaks = new Set(missing.map(({ at }) => at));
  for (const { column } of out.view.summables()) {
    const before = formulaAt(sheet, row, column);
    const areas = before === null ? [] : (additionOf(before)?.areas ?? []);
    const runsOver = areas.some(({ area }) => missing.some(({ at }) => area.top < at && at <= area.bottom));
    const formula = runsOver ? sumFormula(adds, column, breaks) : null;
    if (formula === null) continue;
    out.put(
      'missing-subtotals',
      row,
      column,
      { kind: 'formula', formula },
      '补插小计行后，合计不再跨行求和，避免重复计算',
    );
  }
}

/** Rows that a total adds: subtotals, and data rows of sections without one. */
export function rowsOfTotal(out: TableCollector, roots: readonly SumSection[]): readonly number[] {
  const inSections = new Set(roots.flatMap(({ section }) => section.rows));
  return [
    ...roots.flatMap(({ section }) => (section.subtotalRow === null ? section.rows : [section.subtotalRow])),
    ...out.view.table.dataRows.filter((row) => !inSections.has(row)),
  ].sort((a, b) => a - b);
}

/** Offers a 合计 row below a table that has none. */
export function offerTotal(out: TableCollector, adds: readonly number[]): void {
  const { table } = out.view;
  const { dataRows, kind } = table;
  const last = Math.max(
    ...dataRows.slice(-1),
    ...table.sections.flatMap((s) => [s.subtotalRow ?? -1, ...s.ofWhichRows]),
  );
  if (kind === 'funds') out.tick('missing-total');
  insertSumRow(out, 'missing-total', last + 1, adds, dataRows, {
    text: '合计',
    reason: `缺合计行，在第 ${last + 2} 行补插`,
  });
}

function insertSumRow(
  out: TableCollector,
  kind: FillKind,
  row: number,
  adds: readonly number[],
  figuresOf: readonly number[],
  { text, reason }: { readonly text: string; readonly reason: string },
): void {
  const { view } = out;
  const sheet = view.sheet.name;
  const labelColumn = labelColumnOf(out);
  const write = (column: number, edit: ProposedEdit['edit']): void =>
    out.push(kind, { edit, before: edit.kind === 'content' ? { kind: 'empty' } : null, reason });
  out.push(kind, { edit: { kind: 'insertRows', sheet, row, count: 1 }, before: null, reason });
  write(labelColumn, setContent({ sheet, row, column: labelColumn }, { kind: 'value', value: text }));
  for (const column of view.summables()) {
    const numbers = view.numbers(column.field);
    const formula = sumFormula(adds, column.column);
    if (!numbers || formula === null || column.column === labelColumn) continue;
    const figures = rowFigures(view.sheet, numbers, figuresOf, out.isFilled.bind(out));
    if (figures.numbers + figures.uncalculated.length === 0) continue;
    if (figures.texts.length > 0) out.require(kind, 'text-numbers');
    const format = columnFormat(view.table, column.column);
    if (format !== 'General') write(column.column, { kind: 'format', sheet, row, column: column.column, format });
    write(column.column, setContent({ sheet, row, column: column.column }, { kind: 'formula', formula }));
  }
}

/** Where the table's other sums have their word, else where its names stand. */
function labelColumnOf({ view }: TableCollector): number {
  const { table } = view;
  const known = [...table.sections.map(({ subtotalRow }) => subtotalRow), table.totalRow].find((row) => row !== null);
  if (known !== undefined && known !== null) {
    for (const { column } of table.columns) if (/计/u.test(textAt(known, column))) return column;
  }
  return view.column(view.nameField)?.column ?? table.area.left;

  function textAt(row: number, column: number): string {
    return squeezed(String(valueAt(view.sheet, row, column) ?? ''));
  }
}

function subtotalWord({ view }: TableCollector): string {
  const row = view.table.sections.find(({ subtotalRow }) => subtotalRow !== null)?.subtotalRow;
  if (row === undefined || row === null) return '小计：';
  const words = view.table.columns.map(({ column }) => String(valueAt(view.sheet, row, column) ?? ''));
  const word = words.find((text) => /^小\s*计[:：]?$/u.test(text.trim()));
  return word ?? '小计：';
}
