/** Told the name of the sheet that changed; `null` where sheets came or went, or the name cannot be told. */
type Listener = (sheet: string | null) => void;

type Source = { readonly worksheetId: string; readonly triggerSource?: string };

/**
 * Hears of changes that a person or another add-in makes to cells, and of sheets that come and go, until the returned
 * function is called. What this add-in writes itself is not told, where Excel says who wrote (ExcelApi 1.14).
 */
export async function listenToChanges(listener: Listener): Promise<() => Promise<void>> {
  const tellSheet = async (event: Source): Promise<void> => {
    if (event.triggerSource === 'ThisLocalAddin') return;
    listener(await nameOf(event.worksheetId));
  };
  const tellAll = (): Promise<void> => {
    listener(null);
    return Promise.resolve();
  };
  const handlers = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    const added = [sheets.onChanged.add(tellSheet), sheets.onAdded.add(tellAll), sheets.onDeleted.add(tellAll)];
    await context.sync();
    return added;
  });
  return async () => {
    const [first] = handlers;
    if (!first) return;
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  };
}

async function nameOf(worksheetId: string): Promise<string | null> {
  try {
    return await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
      sheet.load('name');
      await context.sync();
      return sheet.isNullObject ? null : sheet.name;
    });
  } catch {
    // The sheet is gone, or a cell is being edited again: that something changed is told all the same.
    return null;
  }
}
