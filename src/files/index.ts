/**
 * Spreadsheet files ↔ snapshots, edits and generated sheets, as bytes.
 *
 * Lives here: the safe opening of files that someone sent, the writing of xlsx, the editing of xlsx in place.
 * May be imported by hosts (cli, taskpane, workbench). This entry runs in Node and in browsers alike;
 * `node.ts` beside it adds paths and workers. Must not know the plan, rules, or Office.js.
 */
export { failure, type FailureCode, type OpenFailure } from './failure';
export { DEFAULT_LIMITS, type Limits } from './limits';
export { openFile } from './opening/open-file';
export type { FileNote, OpenedFile } from './opening/open-with';
export { LISTS_SHEET } from './writing/long-lists';
export { workbookSpecToXlsx } from './writing/write-xlsx';
export { snapshotToXlsx } from './writing/write-snapshot';
export { editXlsx, type EditedFile } from './editing/edit-xlsx';
export type { EditFailure, EditProblemCode } from './editing/edit-problem';
