import { referencesOf } from '../audit/formula';
import { columnName, type Edit, type SheetSnapshot, type WorkbookSnapshot } from '../workbook';

type ContentEdit = Extract<Edit, { kind: 'content' }>;

/**
 * Formulas whose stored values the edits make stale, written anew as they are. A file keeps the value of every formula
 * beside it, and programs that do not calculate when they open a file would go on showing the old one. To be applied
 * before `edits`; places are those of `workbook`.
 */
export function staleFormulas(workbook: WorkbookSnapshot, edits: readonly Edit[]): readonly ContentEdit[] {
  const changed = new Columns();
  const written = new Set<string>();
  for (const edit of edits) {
    // What is written into inserted rows is new: nothing refers to it yet.
    if (edit.kind === 'insertRows' || edit.kind === 'deleteRows') break;
    if (edit.kind !== 'content') continue;
    changed.add(edit.sheet, edit.row, edit.column);
    written.add(`${edit.sheet}!${columnName(edit.column)}${edit.row}`);
  }
  let open = workbook.sheets.flatMap(formulasOf).filter(({ key }) => !written.has(key));
  const stale: ContentEdit[] = [];
  for (let found = true; found && open.length > 0;) {
    const hit = open.filter(({ areas }) => areas.some((area) => changed.touches(area)));
    found = hit.length > 0;
    const isHit = new Set(hit);
    open = open.filter((formula) => !isHit.has(formula));
    for (const { edit } of hit) {
      changed.add(edit.sheet, edit.row, edit.column);
      stale.push(edit);
    }
  }
  return stale;
}

interface PlacedArea {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface PlacedFormula {
  readonly key: string;
  readonly edit: ContentEdit;
  readonly areas: readonly PlacedArea[];
}

function formulasOf(sheet: SheetSnapshot): readonly PlacedFormula[] {
  return [...sheet.formulas].map(([index, formula]): PlacedFormula => {
    const row = sheet.top + Math.floor(index / sheet.columnCount);
    const column = sheet.left + (index % sheet.columnCount);
    return {
      key: `${sheet.name}!${columnName(column)}${row}`,
      edit: { kind: 'content', sheet: sheet.name, row, column, content: { kind: 'formula', formula } },
      areas: referencesOf(formula).map(({ sheet: other, area }) => ({ sheet: other ?? sheet.name, ...area })),
    };
  });
}

/** Changed cells by sheet and column, so that a range of a million rows is looked up quickly. */
class Columns {
  private readonly rows = new Map<string, Set<number>>();

  add(sheet: string, row: number, column: number): void {
    const key = `${sheet}!${column}`;
    const rows = this.rows.get(key);
    if (rows) rows.add(row);
    else this.rows.set(key, new Set([row]));
  }

  touches({ sheet, top, left, bottom, right }: PlacedArea): boolean {
    for (let column = left; column <= right; column++) {
      const rows = this.rows.get(`${sheet}!${column}`);
      if (!rows) continue;
      if (bottom - top < rows.size) {
        for (let row = top; row <= bottom; row++) if (rows.has(row)) return true;
      } else {
        for (const row of rows) if (row >= top && row <= bottom) return true;
      }
    }
    return false;
  }
}
