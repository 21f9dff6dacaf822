/**
 * The workbook as plain data: cells, addresses, merges, edits, generated sheets.
 *
 * Lives here: what every other folder says about a workbook. May be imported by all.
 * Imports nothing of this program. Must not know Office.js, files, React, or the plan.
 */
export { withAdditions } from './additions';
export * from './a1';
export * from './edits';
export { madeSheetOf, type MadeSheet } from './made-sheet';
export * from './part-xml';
export * from './parts';
export * from './reading-date';
export * from './reading-number';
export * from './reading-text';
export * from './sheet-spec';
export * from './snapshot';
export * from './standing';
export { turnArea, turnFormula, turnSheet } from './turned';
export { gatherSheet, type SheetCell } from './gathered';
export * from './wall-clock';
