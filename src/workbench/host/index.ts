/**
 * The local Office.js host: executes the batches of Microsoft's unmodified Excel client against a Univer workbook,
 * in the browser and in Node. See `docs/office-host.md`.
 *
 * Lives here: the protocol, one file per Office object (`objects/`), the document of what Univer lacks, faults,
 * counters. May be imported by the workbench page, by tests and by benchmarks, never by the pane. Must not hold:
 * anything of the product's own features; anything of Node outside `headless/`; Univer at run time outside `headless/`.
 */
export { connectClient, type OfficeClient } from './connect';
export type * from './document';
export { emptyDocument, emptySheetDocument } from './document';
export type { Engine } from './engine';
export { Counters, Faults } from './faults';
export { createHost, type OfficeHost } from './host';
