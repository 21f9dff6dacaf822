import { FILE_JOBS } from './file-jobs';
import { serveJobs } from './serve-jobs';

serveJobs(FILE_JOBS);
