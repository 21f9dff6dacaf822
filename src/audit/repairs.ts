import { contentAt, contentOf, formulaAt, setContent, type CellContent, type ProposedEdit } from '../workbook';
import type { Fix } from './finding';
import type { TableView } from './views/table-view';

/** May this cell be written? Never on protected or hidden sheets, nor in hidden rows and columns. */
export function isWritable(view: TableView, row: number, column: number): boolean {
  const { sheet } = view;
  return (
    !sheet.isProtected &&
    sheet.visibility === 'visible' &&
    !sheet.hiddenRows.has(row) &&
    !sheet.hiddenColumns.has(column)
  );
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
