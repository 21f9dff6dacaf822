import { serveJobs } from '../files/node';
import { auditFile } from './jobs/audit';

/** Everything that workers do for the command line. */
const jobs = { audit: auditFile };
export type CliJobs = typeof jobs;

serveJobs(jobs);
