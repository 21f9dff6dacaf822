import type { WorkbookDocument } from './document';
import type { EngineWorkbook } from './engine';
import type { Faults } from './faults';
import type { CellRange, Sheet } from './sheet';

/** What every Office object of the host can reach. */
export interface HostContext {
  readonly workbook: EngineWorkbook;
  readonly document: WorkbookDocument;
  readonly faults: Faults;
  /** True once any cell held a formula: then reads look at spilled cells and wait for the calculation. */
  hasFormulas(): boolean;
  sheetById(engineId: string): Sheet;
  /** The workbook's sheets in their order. */
  sheets(): readonly Sheet[];
  /** The selected cells, or A1 of the active sheet. */
  selection(): CellRange;
  /** An id that this workbook has not used. */
  newId(prefix: string): string;
  kept(referenceId: string): object | null;
  forget(referenceId: string): void;
  recalculate(): void;
  /** Tells listeners that charts, marks or print set-up changed, so that the page can draw them. */
  documentChanged(): void;
}
