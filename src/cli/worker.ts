import { serveJobs } from '../files/node';
import { auditFile } from './jobs/audit';
import { readEarlierState, readSubmission } from './jobs/consolidate';
import { readForReport } from './jobs/report';
import { captureFile } from './jobs/capture';
import { fillFile } from './jobs/fill';

/** Everything that workers do for the command line. */
const jobs = {
  audit: auditFile,
  fill: fillFile,
  capture: captureFile,
  report: readForReport,
  submission: readSubmission,
  earlierState: readEarlierState,
};
export type CliJobs = typeof jobs;

serveJobs(jobs);
