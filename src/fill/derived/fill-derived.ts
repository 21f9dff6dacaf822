import { mergeIndexOf } from '../../audit/views/merge-index';
import { CELL } from '../../audit/views/number-column';
import type { TableView } from '../../audit/views/table-view';
import type { FieldId, RecognizedColumn } from '../../recognize';
import { cellName, contentAt, formatAt, isBlank, valueAt } from '../../workbook';
import { hindranceAt, type TableCollector } from '../collector';
import { columnFormat } from '../formats';
import { DERIVED_COLUMNS, type DerivedColumn } from './define';

/** Fills blank cells of derived columns whose inputs are there. What stands in them already is left alone. */
export function fillDerived(out: TableCollector): void {
  const { table, sheet } = out.view;
  for (const derived of DERIVED_COLUMNS) {
    if (derived.table !== table.kind) continue;
    const column = table.byField.get(derived.field);
    const inputs = column ? derived.inputs(table) : null;
    if (!column || !inputs) continue;
    const scale = scaleOf(out, derived, column);
    for (const row of rowsOf(out, derived)) {
      if (!isOpen(out, row, column.column)) continue;
      const formula = formulaFor(out, derived, inputs, row, scale.times100);
      if (formula === null) continue;
      const hindrance = hindranceAt(sheet, row, column.column);
      if (hindrance !== null) out.refuse(row, column.column, hindrance);
      else out.put('derived', row, column.column, { kind: 'formula', formula }, reasonOf(derived), scale.format);
    }
  }
}

/** True where the table could have a derived column that it has not. */
export function hasOpenColumns({ kind, table }: TableView): boolean {
  return DERIVED_COLUMNS.some(
    (derived) => derived.table === kind && !table.byField.has(derived.field) && derived.inputs(table) !== null,
  );
}

/** Offers the derived columns that the table could have and has not, to its right. */
export function offerColumns(out: TableCollector): void {
  const { table, sheet } = out.view;
  let column = table.area.right;
  for (const derived of DERIVED_COLUMNS) {
    if (derived.table !== table.kind || table.byField.has(derived.field)) continue;
    const inputs = derived.inputs(table);
    if (!inputs) continue;
    column++;
    for (let row = table.area.top; row <= table.area.bottom; row++) {
      if (contentAt(sheet, row, column).kind === 'empty' && !mergeIndexOf(sheet).at(row, column)) continue;
      out.refuse(row, column, `要增加“${derived.title}”列，但右侧已有内容`);
      return;
    }
    const reason = reasonOf(derived);
    out.put(
      'new-columns',
      table.headerRows.last,
      column,
      { kind: 'value', value: derived.title },
      `增加“${derived.title}”列`,
    );
    const format = derived.result === 'percent' ? '0.0%' : undefined;
    for (const row of rowsOf(out, derived)) {
      const formula = formulaFor(out, derived, inputs, row, false);
      if (formula !== null) out.put('new-columns', row, column, { kind: 'formula', formula }, reason, format);
    }
  }
}

function reasonOf({ title, words }: DerivedColumn): string {
  return `${title}＝${words}`;
}

function rowsOf({ view }: TableCollector, { onSums }: DerivedColumn): readonly number[] {
  return onSums ? view.figureRows() : view.table.dataRows;
}

function isOpen({ view }: TableCollector, row: number, column: number): boolean {
  if (contentAt(view.sheet, row, column).kind === 'formula') return false;
  const merge = mergeIndexOf(view.sheet).at(row, column);
  if (merge && (merge.top !== row || merge.left !== column)) return false;
  return isBlank(valueAt(view.sheet, row, column));
}

/** 93 or 0.93: as the column shows its percentages already; a bare column gets the format `0.0%`. */
function scaleOf(
  { view }: TableCollector,
  derived: DerivedColumn,
  column: RecognizedColumn,
): { readonly times100: boolean; readonly format: string | undefined } {
  if (derived.result !== 'percent') return { times100: false, format: undefined };
  const format = columnFormat(view.table, column.column);
  const first = view.table.dataRows[0];
  const own = first === undefined ? 'General' : formatAt(view.sheet, first, column.column);
  if (format.includes('%') || own.includes('%')) return { times100: false, format: undefined };
  const numbers = view.numbers(column.field);
  const hasFigures = view.table.dataRows.some((row) => numbers?.status(row) === CELL.number);
  if (column.unit === '%' || hasFigures) return { times100: true, format: undefined };
  return { times100: false, format: '0.0%' };
}

function formulaFor(
  out: TableCollector,
  derived: DerivedColumn,
  inputs: readonly [FieldId, FieldId],
  row: number,
  times100: boolean,
): string | null {
  const first = inputCell(out, inputs[0], row);
  const second = inputCell(out, inputs[1], row);
  if (first === null || second === null) return null;
  // Both in the unit of the first: 规划学位 in 万个 beside 已形成学位 in 个.
  const factor = second.factor / first.factor;
  const other = factor === 1 ? second.cell : `${second.cell}*${Number(factor.toPrecision(12))}`;
  const body = derived.formula(first.cell, other);
  const value = times100 ? `IFERROR(ROUND(100*${body},1),"")` : body;
  return `=IF(COUNT(${first.cell},${second.cell})<2,"",${value})`;
}

/** The input's cell where it holds a number, or a formula, or is about to. */
function inputCell(
  out: TableCollector,
  field: FieldId,
  row: number,
): { readonly cell: string; readonly factor: number } | null {
  const numbers = out.view.numbers(field);
  if (!numbers) return null;
  const { column, factor } = numbers.column;
  const status = numbers.status(row);
  const isThere = status === CELL.number || status === CELL.uncalculated || out.isFilled(row, column);
  return isThere ? { cell: cellName(row, column), factor } : null;
}
