import type { CellRef } from '../workbook';
import { PortProblem, passing } from './problems';

/**
 * Shows and selects a cell. The sheet is activated in a round trip of its own: Excel selects on the active sheet only.
 * A hidden sheet is shown when `reveal` is set, else it is not found.
 */
export async function selectCell(context: Excel.RequestContext, at: CellRef, reveal: boolean): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(at.sheet);
  sheet.load('visibility');
  await context.sync();
  if (sheet.isNullObject || (sheet.visibility !== 'Visible' && !reveal)) {
    throw new PortProblem({ code: 'notFound', where: at.sheet });
  }
  if (sheet.visibility !== 'Visible') sheet.visibility = 'Visible';
  sheet.activate();
  await context.sync();
  passing(sheet.getCell(at.row, at.column)).select();
  await context.sync();
}
