import {
  contentAt,
  contentOf,
  formatAt,
  formulaAt,
  setContent,
  type CellContent,
  type ProposedEdit,
  type SheetSnapshot,
} from '../workbook';
import type { Fix } from './finding';
import { sumOfRows } from './formula';
import { shown } from './precision';
import { CELL, type NumberColumn } from './views/number-column';
import type { TableView } from './views/table-view';

/** May this cell be written? Never on protected or hidden sheets, nor in hidden rows and columns. */
export function isWritable({ sheet }: TableView, row: number, column: number): boolean {
  return hindrance(sheet, row, column) === null;
}

/** Why a cell must not be written; `null` where it may be. */
export function hindrance(sheet: SheetSnapshot, row: number, column: number): string | null {
  if (sheet.isProtected) return '工作表受保护';
  if (sheet.visibility !== 'visible') return '工作表已隐藏';
  if (sheet.hiddenRows.has(row)) return sheet.standing && !sheet.gathered ? '所在列已隐藏' : '所在行已隐藏';
  if (sheet.hiddenColumns.has(column)) return sheet.standing && !sheet.gathered ? '所在行已隐藏' : '所在列已隐藏';
  return null;
}

export function proposeContent(
  view: TableView,
  row: number,
  column: number,
  content: CellContent,
  reason: string,
): ProposedEdit {
  return {
    edit: setContent({ sheet: view.sheet.name, row, column }, content),
    before: contentAt(view.sheet, row, column),
    reason,
  };
}

/** One right answer: put this value there. */
export function putValue(
  view: TableView,
  row: number,
  column: number,
  value: string | number | null,
  label: string,
): Fix | null {
  if (!isWritable(view, row, column)) return null;
  return { kind: 'auto', label, edits: [proposeContent(view, row, column, contentOf(value), label)] };
}

/** One right formula; `null` where it stands there already, since what it adds up must be mended instead. */
export function putFormula(view: TableView, row: number, column: number, formula: string, label: string): Fix | null {
  if (!isWritable(view, row, column) || formulaAt(view.sheet, row, column) === formula) return null;
  return { kind: 'auto', label, edits: [proposeContent(view, row, column, { kind: 'formula', formula }, label)] };
}

/** One of several values; a person picks. */
export function chooseValue(
  view: TableView,
  row: number,
  column: number,
  values: readonly (string | number | null)[],
  label: string,
): Fix | null {
  if (values.length === 0 || !isWritable(view, row, column)) return null;
  return {
    kind: 'choice',
    label,
    choices: values.map((value) => ({
      label: value === null ? '留空' : String(value),
      edits: [proposeContent(view, row, column, contentOf(value), label)],
    })),
  };
}

/** A formula that may be meant; a person says so. */
export function chooseFormula(
  view: TableView,
  row: number,
  column: number,
  formula: string,
  label: string,
): Fix | null {
  const fix = putFormula(view, row, column, formula, label);
  return fix?.kind === 'auto' ? { kind: 'choice', label, choices: [{ label: formula, edits: fix.edits }] } : fix;
}

/** The edits of equal faults as one fix; `null` where one of them cannot be written. */
export function joinFixes(fixes: readonly (Fix | null)[]): Fix | null {
  const edits: ProposedEdit[] = [];
  let label = '';
  for (const fix of fixes) {
    if (fix === null || fix.kind !== 'auto') continue;
    label = fix.label;
    for (const edit of fix.edits) edits.push(edit);
  }
  return edits.length === 0 ? null : { kind: 'auto', label, edits };
}

/** Text → number; a cell formatted as text would turn the number back into text. */
export function toNumber(view: TableView, row: number, numbers: NumberColumn, value: number): Fix | null {
  const { column } = numbers.column;
  if (!isWritable(view, row, column)) return null;
  const at = { sheet: view.sheet.name, row, column };
  const reason = `把文本转为数字 ${shown(value)}`;
  const isText = formatAt(view.sheet, row, column) === '@';
  return {
    kind: 'auto',
    label: '文本转为数字',
    edits: [
      ...(isText
        ? [
            {
              edit: { kind: 'format', ...at, format: 'General' } as const,
              before: null,
              reason: '单元格格式由文本改为常规',
            },
          ]
        : []),
      proposeContent(view, row, column, { kind: 'value', value }, reason),
    ],
  };
}

/**
 * The sum of these rows as a formula. A number kept as text would drop out of it: such cells become numbers along with
 * it, and where a person has to say which number is meant there is no formula yet.
 */
export function putSum(
  view: TableView,
  row: number,
  numbers: NumberColumn,
  rows: readonly number[],
  label: string,
): Fix | null {
  const { column } = numbers.column;
  const sum = putFormula(view, row, column, sumOfRows(rows, column), label);
  if (sum?.kind !== 'auto') return sum;
  const edits = [...sum.edits];
  for (const each of numbers.oddRows.length === 0 ? [] : rows) {
    const status = numbers.status(each);
    if (status !== CELL.textNumber && status !== CELL.guess) continue;
    const reading = numbers.reading(each);
    const isPlain = status === CELL.textNumber && reading.kind === 'number' && reading.unit === null;
    const made = isPlain ? toNumber(view, each, numbers, reading.value) : null;
    if (made?.kind !== 'auto') return null;
    edits.push(...made.edits);
  }
  return { ...sum, edits };
}
