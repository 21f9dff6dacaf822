/**
 * The spreadsheet program that the pane works in, behind one small port.
 *
 * Lives here: the port (`port.ts`), its implementation over Office.js, and one in memory for tests. May be imported
 * by the pane, the commands and the workbench. Must not hold: anything that judges, fills or reports, and any other
 * use of Office.js than through a batch of this folder.
 */
export { createMemoryPort, type MemoryPort } from './memory-port';
export { createOfficePort, NEEDED_API } from './office-port';
export type * from './port';
