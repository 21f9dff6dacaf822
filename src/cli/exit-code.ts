/** The contract of the command line. A run that both finds errors and cannot read a file ends with `fileFailed`. */
export const EXIT = {
  /** Nothing wrong at level error. */
  fine: 0,
  /** At least one finding at level error. */
  errorsFound: 1,
  /** A file could not be read or written; the others were still processed. */
  fileFailed: 2,
  wrongUsage: 64,
  /** Ended by Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The code that says most about a run. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
