import type { FUniver } from '@univerjs/core/facade';
// Adds the sheets' members to FUniver's type; nothing of it is loaded.
import type {} from '@univerjs/preset-sheets-node-core';

/** Univer's handle of a workbook and of a sheet, by type only: the host never loads Univer itself. */
export type EngineWorkbook = ReturnType<FUniver['createWorkbook']>;
export type EngineSheet = ReturnType<EngineWorkbook['getActiveSheet']>;
export type EngineRange = ReturnType<EngineSheet['getDataRange']>;

/** What the host needs of a running Univer: in Node from `headless/`, in the browser from the page with the grid. */
export interface Engine {
  readonly univerAPI: FUniver;
  readonly workbook: EngineWorkbook;
}
