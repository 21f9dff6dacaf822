/**
 * The task pane: React and Fluent UI over a `SpreadsheetPort` and a `Work`.
 *
 * Lives here: `session/` (what the pane knows and does, without React), `app/` (the shell), one folder per place
 * (`audit-place/` …), `work/` (the core, called in a Web Worker), `page/` (the page that Excel loads).
 * May be imported by `commands` and by pages that show the pane. Imports the core and `excel/port`.
 * Must not know Office.js outside `main.tsx` and `page/`, nor judge a workbook: that is the core's business.
 */
export { mountPane, type PaneOptions } from './app/mount';
export { createSession, type Session } from './session';
export type { Work } from './work/work';
