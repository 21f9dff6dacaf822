/**
 * The sheets that officials hand in: recognized tables and the plan in, sheet specs out.
 *
 * May be imported by consolidate and the hosts. Imports `workbook`, `plan`, `recognize`, `audit`, `fill`.
 * Must not know a file format, Office.js or fonts that a host has; must not invent a value: what the
 * workbook leaves blank stays blank, what the plan does not show is named 方案未列示.
 */
export * from './style';
export { buildReports, buildReportWorkbook, generatedPartWith, reportId, REPORTS, summaryText } from './build';
export { REPORT_IDS, type Report, type ReportId, type ReportInput } from './context';
export type { Submission } from './submission';
export { combineSources, type ReportSource } from './combine';
export { explanationSheet } from './sheets/explanations';
export { writtenDay } from './paper/written-day';
