/**
 * What can be computed, as proposed edits: subtotals, derived columns, gaps to the targets, the plan's own baseline,
 * templates, and the journal by which changes are taken back.
 *
 * May be imported by reports, consolidate and the hosts. Imports `workbook`, `plan`, `recognize`, `audit`.
 * Must not write anything itself, nor fill what a person has to know: a cell that cannot be computed is refused with
 * the reason, and never becomes 0.
 */
export { chosenEdits, proposeFill, type FillOptions } from './propose';
export { describeEdit, shownContent, type DescribedEdit } from './describe';
export { FILL_KINDS, type FillKind } from './proposal';
export type { FillGroup, FillProposal, FillRefusal } from './proposal';
export {
  CLEAR_JOURNAL,
  JOURNAL_LIMITS,
  readJournal,
  recordEdits,
  storeJournal,
  withoutEntry,
  type Journal,
  type JournalEntry,
  type Recording,
} from './journal/journal';
export { takeBack, type TakeBack } from './journal/take-back';
export { computeGaps } from './gaps/compute-gaps';
export type { Gap, GapAlternative, GapOptions, SeatFigures } from './gaps/types';
export { captureBaseline, planFileText, storeBaseline } from './baseline/capture';
export { baselineFromFile } from './baseline/from-file';
export { planForAll, planInUse, type PlanInUse } from './baseline/plan-in-use';
export { baselineLine, sharedPlan, type BaselineConflict, type SharedPlan } from './baseline/shared';
export type { BaselineCapture, BaselineDifference, CaptureOptions } from './baseline/types';
export { buildTemplate, type TemplateOptions } from './template/build';
export { staleFormulas } from './stale-formulas';
