/**
 * Finds the plan's tables in a workbook that nobody made for us: which cells are which column of which table.
 *
 * May be imported by audit, fill, reports, consolidate and the hosts. Imports `workbook` and `plan`.
 * Must not judge what it finds: whether a value is right is the audit's business.
 */
export * from './types';
