import type { Area } from '../workbook';
import { problemOf } from './problems';

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
 * Names, states and used areas of all sheets, in their order. One round trip for up to 32 sheets, else two: the
 * first walks the sheets without knowing them. `also` queues what the caller wants from the first one, too.
 */
export async function readLayouts<T>(
  context: Excel.RequestContext,
  also: () => T,
): Promise<{ readonly layouts: readonly SheetLayout[]; readonly also: T }> {
  const { worksheets } = context.workbook;
  const queue = (ahead: number): { readonly sizes: readonly Excel.Range[]; readonly also: T } => {
    worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
    return { sizes: walk(worksheets, ahead), also: also() };
  };
  let asked = queue(AHEAD);
  try {
    await context.sync();
  } catch (thrown) {
    // Walking past the last sheet is our guess at what Excel allows: without it, sizes cost a round trip more.
    if (problemOf(thrown).code !== 'unknown') throw thrown;
    asked = queue(0);
    await context.sync();
  }
  const missing = worksheets.items.slice(asked.sizes.length).map(askForSize);
  if (missing.length > 0) await context.sync();
  const sizes = [...asked.sizes, ...missing];
  return { layouts: worksheets.items.map((sheet, i) => layoutOf(sheet, sizes[i])), also: asked.also };
}

/** The used ranges of the first sheets, whether there are so many or not. */
function walk(worksheets: Excel.WorksheetCollection, ahead: number): readonly Excel.Range[] {
  const sizes: Excel.Range[] = [];
  let sheet = worksheets.getFirst();
  for (let i = 0; i < ahead; i++) {
    sizes.push(askForSize(sheet));
    sheet = sheet.getNextOrNullObject();
  }
  return sizes;
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
