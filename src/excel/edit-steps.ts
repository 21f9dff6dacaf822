import {
  contentAt,
  findSheet,
  type Area,
  type CellContent,
  type CellRef,
  type Edit,
  type WorkbookSnapshot,
} from '../workbook';
import { putCell, toRectangles, type Rectangle } from './rectangles';

/** One action on the workbook; steps are done in order. Rows are as the steps before left them. */
export type Step =
  | { readonly kind: 'contents'; readonly sheet: string; readonly cells: Rectangle<CellContent> }
  | { readonly kind: 'formats'; readonly sheet: string; readonly cells: Rectangle<string> }
  | { readonly kind: 'insertRows' | 'deleteRows'; readonly sheet: string; readonly row: number; readonly count: number }
  | { readonly kind: 'storePart'; readonly name: string; readonly text: string | null };

export type Structural = Extract<Step, { kind: 'insertRows' | 'deleteRows' }>;

export function isStructural(step: Step): step is Structural {
  return step.kind === 'insertRows' || step.kind === 'deleteRows';
}

type SheetCells<T> = Map<string, Map<number, Map<number, T>>>;

/** Joins edits of cells into rectangles; rows that come or go, and parts, keep their place between them. */
export function stepsFor(edits: readonly Edit[]): readonly Step[] {
  const steps: Step[] = [];
  let contents: SheetCells<CellContent> = new Map();
  let formats: SheetCells<string> = new Map();
  const flush = (): void => {
    for (const [sheet, cells] of formats) {
      for (const rectangle of toRectangles(cells)) steps.push({ kind: 'formats', sheet, cells: rectangle });
    }
    for (const [sheet, cells] of contents) {
      for (const rectangle of toRectangles(cells)) steps.push({ kind: 'contents', sheet, cells: rectangle });
    }
    contents = new Map();
    formats = new Map();
  };
  for (const edit of edits) {
    if (edit.kind === 'content') putCell(cellsOf(contents, edit.sheet), edit.row, edit.column, edit.content);
    else if (edit.kind === 'format') putCell(cellsOf(formats, edit.sheet), edit.row, edit.column, edit.format);
    else if (edit.kind === 'storePart') steps.push(edit);
    else {
      flush();
      steps.push(edit);
    }
  }
  flush();
  return steps;
}

function cellsOf<T>(sheets: SheetCells<T>, sheet: string): Map<number, Map<number, T>> {
  const cells = sheets.get(sheet) ?? new Map<number, Map<number, T>>();
  sheets.set(sheet, cells);
  return cells;
}

/** A block of cells where they stand before any step, with what the snapshot says that they hold. */
export interface Touched {
  readonly sheet: string;
  readonly area: Area;
  readonly expected: readonly (readonly CellContent[])[];
}

/**
 * Every cell that the edits change or depend on, at its place before the first edit: cells written, rows deleted,
 * and the rows on both sides of where rows come or go.
 */
export function touchedBy(edits: readonly Edit[], workbook: WorkbookSnapshot): readonly Touched[] {
  const cells: SheetCells<CellContent> = new Map();
  const shifts = new Map<string, Structural[]>();
  const touch = (sheet: string, row: number, column: number): void => {
    const snapshot = findSheet(workbook, sheet);
    const content: CellContent = snapshot ? contentAt(snapshot, row, column) : { kind: 'empty' };
    putCell(cellsOf(cells, sheet), row, column, content);
  };
  for (const edit of edits) {
    if (edit.kind === 'storePart') continue;
    const before = shifts.get(edit.sheet) ?? [];
    if (edit.kind === 'content' || edit.kind === 'format') {
      const row = originalRow(edit.row, before);
      if (row !== null) touch(edit.sheet, row, edit.column);
      continue;
    }
    const snapshot = findSheet(workbook, edit.sheet);
    const last = edit.kind === 'deleteRows' ? edit.row + edit.count : edit.row;
    for (let row = Math.max(0, edit.row - 1); row <= last; row++) {
      const original = originalRow(row, before);
      if (!snapshot || original === null) continue;
      for (let c = 0; c < snapshot.columnCount; c++) touch(edit.sheet, original, snapshot.left + c);
    }
    shifts.set(edit.sheet, [...before, edit]);
  }
  return [...cells].flatMap(([sheet, rows]) =>
    toRectangles(rows).map(({ area, rows: expected }) => ({ sheet, area, expected })),
  );
}

/** Where a row stood before rows came and went; `null` for a row that was inserted. */
function originalRow(row: number, shifts: readonly Structural[]): number | null {
  let at = row;
  for (const { kind, row: place, count } of [...shifts].reverse()) {
    if (at < place) continue;
    if (kind === 'deleteRows') at += count;
    else if (at < place + count) return null;
    else at -= count;
  }
  return at;
}

/** The cells of a block by their sheet positions. */
export function refsOf({ sheet, area }: Pick<Touched, 'sheet' | 'area'>): readonly CellRef[] {
  const refs: CellRef[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) refs.push({ sheet, row, column });
  }
  return refs;
}
