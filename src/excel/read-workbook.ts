import { parseArea, type SheetSnapshot, type WorkbookSnapshot } from '../workbook';
import { BlockPlan, type PlannedBlock } from './block-plan';
import { askForParts, askForTexts, type PartIds, type PartNames } from './parts';
import type { Progress } from './port';
import { passing, PortProblem, problemOf } from './problems';
import { readLayouts, type SheetLayout } from './read-layout';
import { SheetAssembly } from './sheet-assembly';

/** Takes the answers once the round trip that they were queued for is over. */
type Collect = () => void;

/**
 * The whole workbook: the first round trip learns the sheets and their sizes, the second brings everything else,
 * and one more follows per 4 MB of cells. `signal` is heeded between round trips.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  names: PartNames,
  progress: Progress,
  signal: AbortSignal,
): Promise<WorkbookSnapshot> {
  return (await readSheets(context, names, progress, signal)).snapshot;
}

/**
 * Reads as {@link readWorkbook}, but only the sheets that are `wanted`; `layouts` are all sheets. `also` queues what
 * the caller wants of a wanted sheet in the second round trip.
 */
export async function readSheets(
  context: Excel.RequestContext,
  names: PartNames,
  progress: Progress,
  signal: AbortSignal | undefined,
  wanted: (name: string) => boolean = () => true,
  also: (sheet: Excel.Worksheet, name: string) => void = () => undefined,
): Promise<{ readonly snapshot: WorkbookSnapshot; readonly layouts: readonly SheetLayout[]; readonly ids: PartIds }> {
  stopIf(signal);
  const { layouts, also: partList } = await readLayouts(context, () => askForParts(context));
  const sheets = layouts.filter(({ name }) => wanted(name)).map((layout) => new SheetAssembly(layout));
  const plan = new BlockPlan(sheets);
  const parts: Record<string, string> = {};
  let askForRest: (() => Collect) | null = () => {
    const texts = askForTexts(partList.items, names);
    const shapes = sheets.map((sheet) => askForShape(context, sheet));
    for (const { layout } of sheets) also(context.workbook.worksheets.getItem(layout.id), layout.name);
    return () => {
      for (const [name, text] of texts()) parts[name] = text;
      for (const collect of shapes) collect();
    };
  };
  while (askForRest || plan.cellsLeft > 0) {
    progress('reading', plan.totalCells - plan.cellsLeft, plan.totalCells);
    stopIf(signal);
    if (await roundTrip(context, plan, askForRest)) askForRest = null;
  }
  progress('reading', plan.totalCells, plan.totalCells);
  const snapshots = sheets.map((sheet) => sheet.finish());
  const snapshot = { sheets: snapshots, parts, externalLinks: linksIn(snapshots) };
  return { snapshot, layouts, ids: names.idsAmong(partList.items.map(({ id }) => id)) };
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PortProblem({ code: 'cancelled' });
}

/**
 * One round trip: the next blocks, and the rest where it is still to come. `false` when the answer was too large;
 * what it was to bring is then back on the plan, in smaller pieces.
 */
async function roundTrip(
  context: Excel.RequestContext,
  plan: BlockPlan,
  askForRest: (() => Collect) | null,
): Promise<boolean> {
  const collectRest = askForRest?.();
  const blocks = plan.next().map((block) => ({ block, range: askForBlock(context, block) }));
  try {
    await context.sync();
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code === 'tooLarge' && plan.halve(blocks.map(({ block }) => block))) return false;
    throw thrown;
  }
  collectRest?.();
  // A range that is too large for Excel comes back with null instead of its values.
  const lost = blocks.filter(({ range }) => !isWhole(range));
  for (const { block, range } of blocks) if (isWhole(range)) takeBlock(plan, block, range);
  if (lost.length > 0 && !plan.halve(lost.map(({ block }) => block))) throw new PortProblem({ code: 'tooLarge' });
  return true;
}

function isWhole(range: Excel.Range): boolean {
  return Array.isArray(range.values) && Array.isArray(range.formulas) && Array.isArray(range.numberFormat);
}

function askForBlock(context: Excel.RequestContext, { sheet, firstRow, rowCount }: PlannedBlock): Excel.Range {
  const { id, used } = sheet.layout;
  const worksheet = context.workbook.worksheets.getItem(id);
  const range = passing(worksheet.getRangeByIndexes(firstRow, used?.left ?? 0, rowCount, sheet.columnCount));
  range.load('address,values,formulas,numberFormat');
  return range;
}

function takeBlock(plan: BlockPlan, { sheet, firstRow, rowCount }: PlannedBlock, range: Excel.Range): void {
  const { values, formulas, numberFormat: formats, address } = range;
  const area = parseArea(address.slice(address.lastIndexOf('!') + 1));
  const isAsked = area?.top === firstRow && area.bottom === firstRow + rowCount - 1 && values.length === rowCount;
  if (!isAsked) throw new PortProblem({ code: 'unknown', where: sheet.layout.name, detail: `answered ${address}` });
  plan.learn(sheet, values, formulas, formats);
  sheet.add({ firstRow, values, formulas, formats });
}

/** Merged areas, and which rows and columns are hidden where the first look found some that are. */
function askForShape(context: Excel.RequestContext, sheet: SheetAssembly): Collect {
  const { id, used, rowsHidden, columnsHidden } = sheet.layout;
  if (!used) return () => undefined;
  const worksheet = context.workbook.worksheets.getItem(id);
  const range = passing(worksheet.getRangeByIndexes(used.top, used.left, sheet.rowCount, sheet.columnCount));
  const merged = range.getMergedAreasOrNullObject();
  merged.load('areaCount');
  merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  merged.untrack();
  const rows = rowsHidden === null ? range.getRowProperties({ rowHidden: true }) : null;
  const columns = columnsHidden === null ? range.getColumnProperties({ columnHidden: true }) : null;
  return () => {
    if (!merged.isNullObject) sheet.setMerges(merged.areas.items.map(areaOf));
    if (rows) sheet.setHiddenRows(rows.value.map((row) => row.rowHidden === true));
    if (columns) sheet.setHiddenColumns(columns.value.map((column) => column.columnHidden === true));
  };
}

function areaOf({
  rowIndex: top,
  columnIndex: left,
  rowCount,
  columnCount,
}: Excel.Range): SheetSnapshot['merges'][number] {
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

/** Names of other workbooks in formulas: `[预算.xlsx]Sheet1!A1`. */
function linksIn(sheets: readonly SheetSnapshot[]): readonly string[] {
  const names = new Set<string>();
  for (const { formulas } of sheets) {
    for (const formula of formulas.values()) {
      if (!formula.includes('[')) continue;
      for (const [, name = ''] of formula.matchAll(/\[([^[\]]+\.(?:xlsx|xlsm|xlsb|xls))\]/gi)) names.add(name);
    }
  }
  return [...names].sort();
}
