/**
 * What the ribbon, the context menu and the keys do. They share the pane's page and its session, so they work without
 * the pane being open, and the pane shows what they found.
 *
 * Imported by no one; `main.ts` is an entry of the page. Imports `taskpane`. Must not do any work itself.
 */
export { COMMANDS, type CommandId } from './commands';
