import { serveJobs, type JobFile } from '../../src/files/node';

/** What the tests of the worker pool let a worker do, good and bad. */
export const sampleJobs = {
  countCells: (file: JobFile, factor: number) =>
    file.snapshot.sheets.reduce((sum, sheet) => sum + sheet.values.length, 0) * factor,
  neverEnd: (_file: JobFile, _argument: null) => {
    for (;;) if (Date.now() < 0) return;
  },
  hoard: (_file: JobFile, _argument: null) => {
    const kept: number[][] = [];
    for (;;) kept.push(new Array<number>(100_000).fill(Math.random()));
  },
  exit: (_file: JobFile, _argument: null) => process.exit(3),
  fail: (_file: JobFile, _argument: null) => {
    throw new Error('a mistake in the job');
  },
};

serveJobs(sampleJobs);
