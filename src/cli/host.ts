/** What the command line needs from the process around it; tests give their own. */
export interface CliHost {
  /** Writes a piece of output. */
  out(text: string): void;
  /** Messages for the person at the terminal: usage errors, progress, what was written where. */
  note(text: string): void;
  /** A line on the terminal that replaces itself; `null` where nobody would see it (a pipe, a log). */
  readonly progress: ((line: string) => void) | null;
  /** Aborted by Ctrl-C, and when nobody reads the output any more. */
  readonly signal: AbortSignal;
  /** The bundled `worker.ts`. */
  readonly workerEntry: string | URL;
  /** Version of the program. */
  readonly version: string;
}
