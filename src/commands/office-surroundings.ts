import type { Surroundings } from './commands';

/** The pane's window in Excel. */
export const officeSurroundings: Surroundings = {
  async showPane() {
    const addin = Office.addin as typeof Office.addin | undefined;
    await addin?.showAsTaskpane();
  },
  async activeSheet() {
    try {
      return await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.load('name');
        await context.sync();
        return sheet.name;
      });
    } catch {
      // While a cell is being edited Excel does not answer; the audit then says so itself.
      return '';
    }
  },
};
