import { cellName, quoteSheetName, type CellContent, type ProposedEdit } from '../workbook';

/** A proposed change in words, for a list that a person reads before agreeing. */
export interface DescribedEdit {
  /** `附件2!C18`, or `附件2 第 5 行前`. */
  readonly where: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

export function describeEdit({ edit, before, reason }: ProposedEdit): DescribedEdit {
  const was = before === null ? '' : shownContent(before);
  switch (edit.kind) {
    case 'content':
      return { where: placeName(edit), before: was, after: shownContent(edit.content), reason };
    case 'format':
      return { where: placeName(edit), before: was, after: `数字格式 ${edit.format}`, reason };
    case 'insertRows':
      return { where: `${edit.sheet} 第 ${edit.row + 1} 行前`, before: '', after: `插入 ${edit.count} 行`, reason };
    case 'deleteRows':
      return { where: `${edit.sheet} 第 ${edit.row + 1} 行起`, before: '', after: `删除 ${edit.count} 行`, reason };
    case 'storePart':
      return { where: '随工作簿保存的设置', before: '', after: edit.text === null ? '删除' : '保存', reason };
  }
}

function placeName(edit: { readonly sheet: string; readonly row: number; readonly column: number }): string {
  return `${quoteSheetName(edit.sheet)}!${cellName(edit.row, edit.column)}`;
}

/** The number 54 and the text “54” do not look the same. */
export function shownContent(content: CellContent): string {
  switch (content.kind) {
    case 'empty':
      return '（空）';
    case 'formula':
      return content.formula;
    case 'value':
      return typeof content.value === 'string' ? `“${content.value}”` : String(content.value).toUpperCase();
  }
}
