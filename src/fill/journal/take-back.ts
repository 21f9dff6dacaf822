import {
  cellName,
  contentAt,
  findSheet,
  formatAt,
  quoteSheetName,
  sameContent,
  type Edit,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../workbook';
import type { Journal, JournalEntry } from './journal';

export type TakeBack =
  | {
      readonly kind: 'edits';
      /** To be applied in this order. */
      readonly edits: readonly Edit[];
      /** Cells that someone changed since, as a person names them; they are left alone. */
      readonly left: readonly string[];
    }
  /** Nothing can be taken back; one clear Chinese line. */
  | { readonly kind: 'blocked'; readonly why: string; readonly left: readonly string[] };

/** What takes an entry back in the workbook as it is now. `workbook` is the present state. */
export function takeBack(workbook: WorkbookSnapshot, journal: Journal, id: string): TakeBack {
  const index = journal.entries.findIndex((entry) => entry.id === id);
  const entry = journal.entries[index];
  if (!entry) return { kind: 'blocked', why: '撤消记录中没有这次改动，可能已被清除。', left: [] };
  const own = sheetsOf(entry.edits);
  const later = journal.entries
    .slice(index + 1)
    .find((each) => each.edits.some((edit) => movesRows(edit) && own.has(edit.sheet)));
  if (later) return { kind: 'blocked', why: `“${later.title}”之后插入过行，请先撤消它。`, left: [] };
  const changed = changedPlaces(workbook, entry);
  const left = [...changed.values()];
  const insertedRowsChanged = [...changed.keys()].some((place) => place.startsWith('row '));
  if (insertedRowsChanged)
    return { kind: 'blocked', why: `${left.join('、')} 在写入后又有改动，插入的行未撤消。请先核对这些单元格。`, left };
  const edits = entry.inverse.filter((edit) => !changed.has(placeOf(edit)));
  return { kind: 'edits', edits, left };
}

function sheetsOf(edits: readonly Edit[]): ReadonlySet<string> {
  return new Set(edits.flatMap((edit) => (edit.kind === 'storePart' ? [] : [edit.sheet])));
}

function movesRows(edit: Edit): edit is Extract<Edit, { kind: 'insertRows' | 'deleteRows' }> {
  return edit.kind === 'insertRows' || edit.kind === 'deleteRows';
}

/** Format and content of one cell stand or fall together. */
function placeOf(edit: Edit): string {
  if (edit.kind === 'content' || edit.kind === 'format') return `cell ${edit.sheet} ${edit.row} ${edit.column}`;
  return edit.kind === 'storePart' ? `part ${edit.name}` : `rows ${edit.sheet} ${edit.row}`;
}

/** Places (as the edits name them) that no longer hold what was written → where that is now. */
function changedPlaces(workbook: WorkbookSnapshot, { edits }: JournalEntry): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  const inserted = new Map<string, Set<number>>();
  const written = new Map<string, Set<number>>();
  const moves = edits.flatMap((edit, i) => (movesRows(edit) ? [{ edit, i }] : []));
  edits.forEach((edit, i) => {
    if (edit.kind === 'storePart') {
      if ((workbook.parts[edit.name] ?? null) !== edit.text) changed.set(placeOf(edit), '随工作簿保存的设置');
      return;
    }
    const sheet = findSheet(workbook, edit.sheet);
    const later = moves.filter((move) => move.i > i && move.edit.sheet === edit.sheet).map((move) => move.edit);
    const row = movedRow(edit.row, later);
    if (movesRows(edit)) {
      for (let r = 0; r < edit.count; r++) add(inserted, edit.sheet, row + r);
      return;
    }
    const name = `${quoteSheetName(edit.sheet)}!${cellName(row, edit.column)}`;
    if (edit.kind === 'content') add(written, `${edit.sheet} ${row}`, edit.column);
    const holds = sheet !== null && holdsStill(sheet, row, edit, later);
    if (!holds) changed.set(placeOf(edit), name);
    if (!holds && inserted.get(edit.sheet)?.has(row)) changed.set(`row ${edit.sheet} ${row}`, name);
  });
  for (const [name, rows] of inserted) {
    const sheet = findSheet(workbook, name);
    for (const row of rows) {
      const foreign = sheet
        ? filledColumns(sheet, row).find((column) => !written.get(`${name} ${row}`)?.has(column))
        : undefined;
      if (foreign !== undefined)
        changed.set(`row ${name} ${row} ${foreign}`, `${quoteSheetName(name)}!${cellName(row, foreign)}`);
    }
  }
  return changed;
}

function add<T>(map: Map<string, Set<T>>, key: string, item: T): void {
  const set = map.get(key);
  if (set) set.add(item);
  else map.set(key, new Set([item]));
}

type CellEdit = Extract<Edit, { kind: 'content' | 'format' }>;

function holdsStill(sheet: SheetSnapshot, row: number, edit: CellEdit, later: readonly Edit[]): boolean {
  if (edit.kind === 'format') return formatAt(sheet, row, edit.column) === edit.format;
  const now = contentAt(sheet, row, edit.column);
  const { content } = edit;
  if (content.kind !== 'formula') return sameContent(now, content);
  return (
    now.kind === 'formula' && (now.formula === content.formula || now.formula === movedFormula(content.formula, later))
  );
}

function filledColumns(sheet: SheetSnapshot, row: number): readonly number[] {
  const columns = Array.from({ length: sheet.columnCount }, (_, i) => sheet.left + i);
  return columns.filter((column) => contentAt(sheet, row, column).kind !== 'empty');
}

/** Where a row stands after later insertions of the same apply. */
function movedRow(row: number, later: readonly Edit[]): number {
  let moved = row;
  for (const edit of later) if (edit.kind === 'insertRows' && edit.row <= moved) moved += edit.count;
  return moved;
}

/** A formula that we wrote (references to its own sheet only), as the program shows it after later insertions. */
function movedFormula(formula: string, later: readonly Edit[]): string {
  return formula.replace(/"(?:[^"]|"")*"|([A-Z]{1,3})(\d{1,7})/gu, (text, column?: string, line?: string) =>
    column === undefined || line === undefined ? text : `${column}${movedRow(Number(line) - 1, later) + 1}`,
  );
}
