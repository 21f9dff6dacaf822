/**
 * Finds the plan's tables in a workbook that nobody made for us: which cells are which column of which table.
 *
 * May be imported by audit, fill, reports, consolidate and the hosts. Imports `workbook` and `plan`.
 * Must not judge what it finds: whether a value is right is the audit's business.
 */
export { FIELDS, fieldOf, fieldsOf } from './fields';
export { recognizeWorkbook, type RecognizeOptions } from './recognize';
export { viewOf, type SheetView } from './sheet-view';
export { builderSection } from './sections';
export { stageMatcher, stagesNamed, type StageMatcher } from './stages';
export { isSamePeriod } from './most-stated';
export { builderIn, readPeriod, unitMeant } from './form-lines';
export { isUnit, parseHeader, unitName } from './header-words';
export { firstDayOf, lastDayOf } from './period-days';
export * from './types';
