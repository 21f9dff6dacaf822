import { describeEdit } from '../../fill';
import { findSheet, type ProposedEdit, type WorkbookSnapshot } from '../../workbook';

/** Changes that may be written, and those that must not be, with the reason. */
export interface Applicable {
  readonly edits: readonly ProposedEdit[];
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
}

/**
 * Leaves out what a person would not see or may not change: protected sheets, hidden sheets, rows and columns.
 * Two changes of one cell: the first stands. After rows were inserted, places are no longer those of the snapshot;
 * what follows belongs to the insertion and is judged by the sheet alone.
 */
export function applicable(snapshot: WorkbookSnapshot, proposed: readonly ProposedEdit[]): Applicable {
  const edits: ProposedEdit[] = [];
  const skipped: { where: string; why: string }[] = [];
  const taken = new Set<string>();
  let isMoved = false;
  for (const one of proposed) {
    const { kind } = one.edit;
    if (kind === 'insertRows' || kind === 'deleteRows') isMoved = true;
    const { where } = describeEdit(one);
    const why = hindrance(snapshot, one, isMoved);
    const place = `${kind} ${where}`;
    if (why !== null) {
      skipped.push({ where, why });
    } else if (isMoved || !taken.has(place)) {
      taken.add(place);
      edits.push(one);
    }
  }
  return { edits, skipped };
}

function hindrance(snapshot: WorkbookSnapshot, { edit }: ProposedEdit, isMoved: boolean): string | null {
  if (edit.kind === 'storePart') return null;
  const sheet = findSheet(snapshot, edit.sheet);
  if (!sheet) return '工作表已不存在';
  if (sheet.isProtected) return '工作表受保护';
  if (sheet.visibility !== 'visible') return '工作表已隐藏';
  if (isMoved) return null;
  if (sheet.hiddenRows.has(edit.row)) return '所在行已隐藏';
  if ('column' in edit && sheet.hiddenColumns.has(edit.column)) return '所在列已隐藏';
  return null;
}

/** Changes before this position can be left out one by one; from it on rows move, so the rest belongs together. */
export function freeEdits(edits: readonly ProposedEdit[]): number {
  const moving = edits.findIndex(({ edit }) => edit.kind === 'insertRows' || edit.kind === 'deleteRows');
  return moving < 0 ? edits.length : moving;
}
