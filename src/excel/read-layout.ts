import type { Area } from '../workbook';

/** What a sheet is and how large, before any cell of it is read. */
export interface SheetLayout {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
  /** The area that holds values; `null` for an empty sheet. */
  readonly used: Area | null;
  /** Whether rows (columns) of the used area are hidden; `null`: some of them. */
  readonly rowsHidden: boolean | null;
  readonly columnsHidden: boolean | null;
}

/** Sizes are asked for this many sheets before it is known how many there are; more cost one more round trip. */
const AHEAD = 32;

const VISIBILITY: Readonly<Record<string, SheetLayout['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/**
 * Names, states and used areas of all sheets, in their order. One round trip for up to 32 sheets, else two:
 * the first walks the sheets without knowing them, and takes along what the caller queued before.
 */
export async function readLayouts(context: Excel.RequestContext): Promise<readonly SheetLayout[]> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility,items/protection/protected');
  const walked: Excel.Range[] = [];
  let next = sheets.getFirst();
  for (let i = 0; i < AHEAD; i++) {
    walked.push(askForSize(next));
    next = next.getNextOrNullObject();
  }
  await context.sync();
  const sizes = walked.slice(0, sheets.items.length);
  if (sheets.items.length > AHEAD) {
    sizes.push(...sheets.items.slice(AHEAD).map(askForSize));
    await context.sync();
  }
  return sheets.items.map((sheet, i) => layoutOf(sheet, sizes[i]));
}

function askForSize(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
  used.untrack();
  return used;
}

function layoutOf(sheet: Excel.Worksheet, used: Excel.Range | undefined): SheetLayout {
  const state = {
    id: sheet.id,
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility] ?? 'visible',
    isProtected: sheet.protection.protected,
  };
  if (!used || used.isNullObject) return { ...state, used: null, rowsHidden: false, columnsHidden: false };
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const area = { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
  return { ...state, used: area, rowsHidden: used.rowHidden ?? null, columnsHidden: used.columnHidden ?? null };
}
