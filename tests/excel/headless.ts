import { createOfficePort, type HostResult, type SpreadsheetPort } from '../../src/excel';
import type { WorkbookSnapshot } from '../../src/workbook';
import { startHeadlessExcel, type HeadlessExcel } from '../../src/workbench/host/headless';

export const noProgress = (): void => undefined;

/** A running host and our port on it. */
export interface Bench extends HeadlessExcel {
  readonly port: SpreadsheetPort;
  /** Fills a sheet (made where it is missing) from A1. */
  fill(sheet: string, rows: readonly (readonly (string | number | boolean)[])[]): Promise<void>;
  /** The whole workbook through the port. */
  snapshot(): Promise<WorkbookSnapshot>;
}

export function startBench(page: Parameters<typeof startHeadlessExcel>[0] = {}): Bench {
  const excel = startHeadlessExcel(page);
  const port = createOfficePort('workbench');
  return {
    ...excel,
    port,
    fill: (name, rows) =>
      Excel.run(async (context) => {
        const found = context.workbook.worksheets.getItemOrNullObject(name);
        found.load('name');
        await context.sync();
        const sheet = found.isNullObject ? context.workbook.worksheets.add(name) : found;
        const width = rows[0]?.length ?? 0;
        sheet.getRangeByIndexes(0, 0, rows.length, width).formulas = rows.map((row) => [...row]);
        await context.sync();
      }),
    snapshot: async () => valueOf(await port.readSnapshot(noProgress, new AbortController().signal)),
  };
}

/** The value of a result that must be good. */
export function valueOf<T>(result: HostResult<T>): T {
  if (!result.ok)
    throw new Error(`${result.problem.code} ${result.problem.detail ?? ''} ${result.problem.where ?? ''}`);
  return result.value;
}

/** The workbook without what a rewrite may change: nothing; for comparing two states. */
export function comparable(workbook: WorkbookSnapshot): unknown {
  return workbook.sheets.map((sheet) => ({
    ...sheet,
    formulas: [...sheet.formulas],
    formats: sheet.formatIndex ? Array.from(sheet.formatIndex, (id) => sheet.formatCodes[id]) : null,
    formatIndex: null,
    formatCodes: [],
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
  }));
}
