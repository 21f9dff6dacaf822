/**
 * The published plan as checked data: targets, annexes, sources, and what is wrong with the plan itself.
 *
 * May be imported by all but `workbook`. Imports nothing of this program.
 * Must not hold what a workbook reported, nor any code that knows one particular city.
 * The shape check for plans from outside is in `schema.ts`, imported on its own because it is large.
 */
export * from './built-in';
export * from './match';
export * from './names';
export * from './types';
