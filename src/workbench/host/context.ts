import type { IStyleData } from '@univerjs/core';
import type { WorkbookDocument } from './document';
import type { EngineWorkbook } from './engine';
import type { Faults } from './faults';
import type { CellRange, Sheet } from './sheet';

/** Styles to merge, by 0-based row and column. */
export type StyledCells = Readonly<Record<number, Readonly<Record<number, { readonly s: IStyleData }>>>>;

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
  /**
   * Does the work and then activates the sheet that is active now, without telling anybody that another was. With
   * `on`, that sheet is active meanwhile: the engine moves references only for rows of the active sheet.
   */
  keepingActiveSheet(work: () => void, on?: Sheet): void;
  /** The selected cells, or A1 of the active sheet. */
  selection(): CellRange;
  /**
   * Merges styles into cells (row → column → cell), without touching contents. As a command that sets values, a
   * style alone would take the formula out of the cell.
   */
  restyle(sheet: Sheet, cells: StyledCells): void;
  /** An id that this workbook has not used. */
  newId(prefix: string): string;
  kept(referenceId: string): object | null;
  forget(referenceId: string): void;
  recalculate(): void;
  /** Hands an xlsx to whoever shows workbooks; `false` where the open one is not given up for it. `null`: nobody shows any. */
  readonly openFile: ((bytes: Uint8Array) => Promise<boolean>) | null;
  /** Tells listeners that charts, marks or print set-up changed, so that the page can draw them. */
  documentChanged(): void;
}
