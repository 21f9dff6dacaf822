import { cellName, findSheet, type CellContent, type ProposedEdit, type WorkbookSnapshot } from '../../workbook';

/** Changes that may be written, and those that must not be, with the reason. */
export interface Applicable {
  readonly edits: readonly ProposedEdit[];
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
}

/**
 * Leaves out what a person would not see or may not change: protected sheets, hidden sheets, rows and columns.
 * Two changes of one cell: the first stands.
 */
export function applicable(snapshot: WorkbookSnapshot, proposed: readonly ProposedEdit[]): Applicable {
  const edits: ProposedEdit[] = [];
  const skipped: { where: string; why: string }[] = [];
  const taken = new Set<string>();
  for (const one of proposed) {
    const { edit } = one;
    if (edit.kind === 'storePart') {
      edits.push(one);
      continue;
    }
    const where = editPlace(one);
    const why = hindrance(snapshot, one);
    if (why !== null) {
      skipped.push({ where, why });
    } else if (!taken.has(`${edit.kind} ${where}`)) {
      if (edit.kind === 'content' || edit.kind === 'format') taken.add(`${edit.kind} ${where}`);
      edits.push(one);
    }
  }
  return { edits, skipped };
}

function hindrance(snapshot: WorkbookSnapshot, { edit }: ProposedEdit): string | null {
  if (edit.kind === 'storePart') return null;
  const sheet = findSheet(snapshot, edit.sheet);
  if (!sheet) return '工作表已不存在';
  if (sheet.isProtected) return '工作表受保护';
  if (sheet.visibility !== 'visible') return '工作表已隐藏';
  if (sheet.hiddenRows.has(edit.row)) return '所在行已隐藏';
  if ('column' in edit && sheet.hiddenColumns.has(edit.column)) return '所在列已隐藏';
  return null;
}

/** Where a change happens, as a person names it: `附件2!C18`, `附件2 第 5 行前`. */
export function editPlace({ edit }: ProposedEdit): string {
  switch (edit.kind) {
    case 'storePart':
      return '随工作簿保存的设置';
    case 'insertRows':
      return `${edit.sheet} 第 ${edit.row + 1} 行前`;
    case 'deleteRows':
      return `${edit.sheet} 第 ${edit.row + 1}-${edit.row + edit.count} 行`;
    case 'content':
    case 'format':
      return `${edit.sheet}!${cellName(edit.row, edit.column)}`;
  }
}

/** What a cell holds, so that the number 54 and the text “54” do not look the same. */
export function contentText(content: CellContent | null): string {
  if (content === null || content.kind === 'empty') return '（空）';
  if (content.kind === 'formula') return content.formula;
  if (typeof content.value === 'string') return `“${content.value}”`;
  if (typeof content.value === 'boolean') return content.value ? 'TRUE' : 'FALSE';
  return String(content.value);
}

/** What a change leaves behind, in the same words. */
export function afterText({ edit }: ProposedEdit): string {
  switch (edit.kind) {
    case 'content':
      return contentText(edit.content);
    case 'format':
      return `格式 ${edit.format}`;
    case 'insertRows':
      return `插入 ${edit.count} 行`;
    case 'deleteRows':
      return `删除 ${edit.count} 行`;
    case 'storePart':
      return edit.text === null ? '删除' : '保存';
  }
}
