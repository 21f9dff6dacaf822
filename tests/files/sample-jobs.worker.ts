import { serveJobs, type JobFile } from '../../src/files/node';

/** What the tests of the worker pool let a worker do, good and bad. */
export const sampleJobs = {
  countCells: (file: JobFile, factor: number) =>
    file.snapshot.sheets.reduce((sum, sheet) => sum + sheet.values.length, 0) * factor,
  neverEnd: (file: JobFile) => {
    for (;;) if (file.bytes.length === 0) return;
  },
  hoard: (file: JobFile) => {
    const kept: number[][] = [];
    for (;;) kept.push(new Array<number>(100_000).fill(file.bytes.length));
  },
  /** Whom to send a signal. */
  processId: () => process.pid,
  exit: () => process.exit(3),
  fail: () => {
    throw new Error('a mistake in the job');
  },
};

serveJobs(sampleJobs);
