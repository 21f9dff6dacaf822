import type { CellRef } from './a1';
import {
  cellIndex,
  findSheet,
  formatAt,
  formulaAt,
  valueAt,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from './snapshot';

/** What one cell holds: nothing, a constant, or a formula (with `=`). Text that begins with `=` is a constant here. */
export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'formula'; readonly formula: string };

/**
 * A small change that can be taken back. Rows are 0-based. Each edit is applied to the workbook
 * as the edits before it left it.
 */
export type Edit =
  | {
      readonly kind: 'content';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly content: CellContent;
    }
  | {
      readonly kind: 'format';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly format: string;
    }
  | { readonly kind: 'insertRows'; readonly sheet: string; readonly row: number; readonly count: number }
  | { readonly kind: 'deleteRows'; readonly sheet: string; readonly row: number; readonly count: number }
  | { readonly kind: 'storePart'; readonly name: string; readonly text: string | null };

/** An edit together with what a person needs to agree to it. */
export interface ProposedEdit {
  readonly edit: Edit;
  /** What the cell holds before; an apply refuses where this is no longer so. `null` for edits without one cell. */
  readonly before: CellContent | null;
  /** Plain Chinese: why this change. */
  readonly reason: string;
}

export const EMPTY: CellContent = { kind: 'empty' };

/** The content for a value: `null` and `''` are empty. */
export function contentOf(value: CellValue): CellContent {
  return value === null || value === '' ? EMPTY : { kind: 'value', value };
}

/** What the cell at a 0-based position holds: its formula where it has one, else its value. */
export function contentAt(sheet: SheetSnapshot, row: number, column: number): CellContent {
  const formula = formulaAt(sheet, row, column);
  return formula === null ? contentOf(valueAt(sheet, row, column)) : { kind: 'formula', formula };
}

export function sameContent(a: CellContent, b: CellContent): boolean {
  if (a.kind === 'value' && b.kind === 'value') return a.value === b.value;
  if (a.kind === 'formula' && b.kind === 'formula') return a.formula === b.formula;
  return a.kind === b.kind;
}

export function setContent(at: CellRef, content: CellContent): Edit {
  return { kind: 'content', sheet: at.sheet, row: at.row, column: at.column, content };
}

/** Why an edit cannot be applied to, or inverted on, a snapshot. */
export type EditProblem =
  { readonly code: 'noSuchSheet'; readonly sheet: string } | { readonly code: 'notInvertible'; readonly edit: Edit };

export type EditResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: EditProblem };

/**
 * The edits that take `edits` back, in the order in which they must be applied. `workbook` is the
 * state before `edits`. Deleting rows can be inverted only while the rows hold no more than contents and formats.
 */
export function invertEdits(workbook: WorkbookSnapshot, edits: readonly Edit[]): EditResult<readonly Edit[]> {
  const inverse: Edit[] = [];
  let state = workbook;
  for (const edit of edits) {
    const one = invertOne(state, edit);
    if (!one.ok) return one;
    inverse.unshift(...one.value);
    const next = applyEdits(state, [edit]);
    if (!next.ok) return next;
    state = next.value;
  }
  return { ok: true, value: inverse };
}

function invertOne(workbook: WorkbookSnapshot, edit: Edit): EditResult<readonly Edit[]> {
  if (edit.kind === 'storePart') {
    return { ok: true, value: [{ ...edit, text: workbook.parts[edit.name] ?? null }] };
  }
  const sheet = findSheet(workbook, edit.sheet);
  if (!sheet) return { ok: false, problem: { code: 'noSuchSheet', sheet: edit.sheet } };
  switch (edit.kind) {
    case 'content':
      return { ok: true, value: [{ ...edit, content: contentAt(sheet, edit.row, edit.column) }] };
    case 'format':
      return { ok: true, value: [{ ...edit, format: formatAt(sheet, edit.row, edit.column) }] };
    case 'insertRows':
      return { ok: true, value: [{ ...edit, kind: 'deleteRows' }] };
    case 'deleteRows':
      return { ok: false, problem: { code: 'notInvertible', edit } };
  }
}

/** The workbook after the edits. Formulas that were written have no value until a host calculates them. */
export function applyEdits(workbook: WorkbookSnapshot, edits: readonly Edit[]): EditResult<WorkbookSnapshot> {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const drafts = new Map<string, SheetDraft>();
  const parts: Record<string, string> = { ...workbook.parts };
  for (const edit of edits) {
    if (edit.kind === 'storePart') {
      if (edit.text === null) delete parts[edit.name];
      else parts[edit.name] = edit.text;
      continue;
    }
    const sheet = sheets.get(edit.sheet);
    if (!sheet) return { ok: false, problem: { code: 'noSuchSheet', sheet: edit.sheet } };
    let draft = drafts.get(edit.sheet);
    if (!draft) drafts.set(edit.sheet, (draft = new SheetDraft(sheet)));
    draft.apply(edit);
  }
  return {
    ok: true,
    value: { ...workbook, parts, sheets: workbook.sheets.map((sheet) => drafts.get(sheet.name)?.finish() ?? sheet) },
  };
}

type SheetEdit = Exclude<Edit, { kind: 'storePart' }>;

/** A sheet being changed: rows of cells that can grow and shift, packed again at the end. */
class SheetDraft {
  private readonly contents = new Map<number, Map<number, CellContent>>();
  private readonly formats = new Map<number, Map<number, string>>();
  private sheet: SheetSnapshot;

  constructor(sheet: SheetSnapshot) {
    this.sheet = sheet;
  }

  apply(edit: SheetEdit): void {
    switch (edit.kind) {
      case 'content':
        put(this.contents, edit.row, edit.column, edit.content);
        break;
      case 'format':
        put(this.formats, edit.row, edit.column, edit.format);
        break;
      case 'insertRows':
        this.sheet = shiftRows(this.finish(), edit.row, edit.count);
        break;
      case 'deleteRows':
        this.sheet = shiftRows(this.finish(), edit.row, -edit.count);
        break;
    }
  }

  finish(): SheetSnapshot {
    if (this.contents.size + this.formats.size === 0) return this.sheet;
    this.sheet = withCells(this.sheet, this.contents, this.formats);
    this.contents.clear();
    this.formats.clear();
    return this.sheet;
  }
}

function put<T>(cells: Map<number, Map<number, T>>, row: number, column: number, value: T): void {
  let line = cells.get(row);
  if (!line) cells.set(row, (line = new Map()));
  line.set(column, value);
}

function withCells(
  sheet: SheetSnapshot,
  contents: ReadonlyMap<number, ReadonlyMap<number, CellContent>>,
  formats: ReadonlyMap<number, ReadonlyMap<number, string>>,
): SheetSnapshot {
  const grown = growTo(sheet, [...contents, ...formats]);
  const values = grown.values.slice();
  const formulas = new Map(grown.formulas);
  for (const [row, line] of contents) {
    for (const [column, content] of line) {
      const index = cellIndex(grown, row, column);
      if (content.kind === 'formula') {
        formulas.set(index, content.formula);
        values[index] = null;
      } else {
        formulas.delete(index);
        values[index] = content.kind === 'empty' ? null : content.value;
      }
    }
  }
  if (formats.size === 0) return { ...grown, values, formulas };
  const formatCodes = grown.formatCodes.length > 0 ? grown.formatCodes.slice() : ['General'];
  const formatIndex = grown.formatIndex?.slice() ?? new Uint16Array(values.length);
  for (const [row, line] of formats) {
    for (const [column, code] of line) {
      let id = formatCodes.indexOf(code);
      if (id < 0) id = formatCodes.push(code) - 1;
      formatIndex[cellIndex(grown, row, column)] = id;
    }
  }
  return { ...grown, values, formulas, formatCodes, formatIndex };
}

/** The same cells in a block that reaches to every edited position. */
function growTo(
  sheet: SheetSnapshot,
  lines: readonly (readonly [number, ReadonlyMap<number, unknown>])[],
): SheetSnapshot {
  const empty = sheet.rowCount * sheet.columnCount === 0;
  let top = empty ? Infinity : sheet.top;
  let left = empty ? Infinity : sheet.left;
  let bottom = empty ? -1 : sheet.top + sheet.rowCount - 1;
  let right = empty ? -1 : sheet.left + sheet.columnCount - 1;
  for (const [row, line] of lines) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    for (const column of line.keys()) {
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  const rowCount = bottom - top + 1;
  const columnCount = right - left + 1;
  if (
    !empty &&
    top === sheet.top &&
    left === sheet.left &&
    rowCount === sheet.rowCount &&
    columnCount === sheet.columnCount
  )
    return sheet;
  return repack(sheet, { top, left, rowCount, columnCount }, (row) => row);
}

/** Copies the cells into a new block; `moved` maps an old row to its new one, or to -1 where it goes away. */
function repack(
  sheet: SheetSnapshot,
  block: Pick<SheetSnapshot, 'top' | 'left' | 'rowCount' | 'columnCount'>,
  moved: (row: number) => number,
): SheetSnapshot {
  const target = { ...sheet, ...block };
  const values: CellValue[] = new Array<CellValue>(block.rowCount * block.columnCount).fill(null);
  const formulas = new Map<number, string>();
  const formatIndex = sheet.formatIndex ? new Uint16Array(values.length) : null;
  for (let r = 0; r < sheet.rowCount; r++) {
    const row = moved(sheet.top + r);
    if (row < 0) continue;
    for (let c = 0; c < sheet.columnCount; c++) {
      const from = r * sheet.columnCount + c;
      const to = cellIndex(target, row, sheet.left + c);
      if (to < 0) continue;
      values[to] = sheet.values[from] ?? null;
      const formula = sheet.formulas.get(from);
      if (formula !== undefined) formulas.set(to, formula);
      if (formatIndex && sheet.formatIndex) formatIndex[to] = sheet.formatIndex[from] ?? 0;
    }
  }
  return { ...target, values, formulas, formatIndex };
}

/**
 * Rows at and below `row` move by `by`; with a negative `by`, that many rows from `row` on go away.
 * References inside formulas are the host's business; here formulas move as they are.
 */
function shiftRows(sheet: SheetSnapshot, row: number, by: number): SheetSnapshot {
  const moved = (r: number): number => (r < row ? r : by < 0 && r < row - by ? -1 : r + by);
  const end = sheet.top + sheet.rowCount;
  const removed = by < 0 ? Math.max(0, Math.min(end, row - by) - Math.max(sheet.top, row)) : 0;
  const top = sheet.top >= row ? (by < 0 && sheet.top < row - by ? row : sheet.top + by) : sheet.top;
  const rowCount = by > 0 && row > sheet.top && row < end ? sheet.rowCount + by : sheet.rowCount - removed;
  const merges = sheet.merges.flatMap((area) => {
    // A merge may span a million rows, so its ends are moved and not its rows.
    const first = moved(area.top);
    const last = moved(area.bottom);
    const top = first < 0 ? row : first;
    const bottom = last < 0 ? row - 1 : last;
    return top > bottom ? [] : [{ ...area, top, bottom }];
  });
  const hiddenRows = new Set([...sheet.hiddenRows].map(moved).filter((r) => r >= 0));
  return {
    ...repack(sheet, { top, left: sheet.left, rowCount, columnCount: sheet.columnCount }, moved),
    merges,
    hiddenRows,
  };
}
