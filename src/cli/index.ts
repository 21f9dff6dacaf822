/**
 * The command line `plancheck`: a thin host. Arguments in, files opened in killable workers, the core's results out
 * as text or as lines for machines.
 *
 * `main.ts` is the process, `worker.ts` the worker's entry; commands are one file each in `commands/`, what they
 * print is in `formats/`. Imported by nobody but `bin/` and the tests. Must not judge, compute or format what the pane
 * would need too: that belongs to the core.
 */
export { runCli } from './run';
export type { CliHost } from './host';
