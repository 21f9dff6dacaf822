/**
 * The published plan as checked data: targets, annexes, sources, and what is wrong with the plan itself; and which of
 * its entries a name in a workbook means.
 *
 * May be imported by all but `workbook`. Imports nothing of this program. `schema.ts` (loading another plan) is
 * imported by its path where it is needed, because checking brings a library along.
 * Must not hold what a workbook reported, nor any code that knows one particular city.
 */
export * from './types';
export { yichunPlan } from './yichun';
export { matched, type Candidate, type Match } from './match';
export { areDistinctNames, matchSchool, mayBeSameSchool } from './match-school';
export { leadingNumber, matchBuilder, matchFund, matchIndicator, matchMeasure, measureSimilarity } from './match-entry';
export { findStage, notesOf, schoolsOf, splitDepartments, stageOf } from './lookup';
export { editDistance, foldName, isAtMostOneLetterApart, normalizeName, similarity } from './names';
