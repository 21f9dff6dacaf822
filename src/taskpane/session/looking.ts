import type { Edit } from '../../workbook';
import { announce, fail, type Desk } from './desk';

/** Brings a sheet into view. */
export async function showSheet(desk: Desk, sheet: string): Promise<void> {
  const selected = await desk.port.select({ sheet, row: 0, column: 0 });
  if (!selected.ok) fail(desk, selected.problem, '定位');
}

/** Brings the place of a proposed change into view; for rows to be inserted, the row that they will push down. */
export async function lookAt(desk: Desk, edit: Edit): Promise<void> {
  if (edit.kind === 'storePart') return announce(desk, '此项随工作簿保存，不在单元格中');
  const column = 'column' in edit ? edit.column : 0;
  const selected = await desk.port.select({ sheet: edit.sheet, row: edit.row, column });
  if (!selected.ok) fail(desk, selected.problem, '定位');
}
