/**
 * The published plan as checked data: targets, annexes, sources, and what is wrong with the plan itself.
 *
 * May be imported by all but `workbook`. Imports nothing of this program.
 * Must not hold what a workbook reported, nor any code that knows one particular city.
 */
export * from './types';
