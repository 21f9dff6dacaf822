/**
 * Consolidation: what many units handed in → one sum, who has reported, what contradicts, and where every figure is from.
 *
 * May be imported by the hosts. Imports `workbook`, `plan`, `recognize`, `audit`, `fill`, `reports`.
 * Must not open files, know the time of day, or change a reported figure: what cannot be counted stays as it was
 * written and is said; what nobody reported stays blank.
 */
export { extractSubmission, type ExtractOptions } from './extract/extract-submission';
export { decisionsFrom, parseAnswers } from './answers';
export { consolidate, type ConsolidateOptions } from './consolidate';
export { consolidationWorkbook } from './consolidation-workbook';
export { returnNotice } from './sheets/return-notice';
export { MANY_RULES } from './rules';
export { isConsolidation, readStoredState, storedText, type StateReading } from './state';
export * from './types';
