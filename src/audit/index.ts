/**
 * The audit: rules over recognized tables, giving findings with reasons and fixes.
 *
 * May be imported by fill, reports, consolidate and the hosts. Imports `workbook`, `plan`, `recognize`.
 * Must not read files or cells that no table claims (but for rules about the whole sheet), nor write anything.
 */
export * from './finding';
