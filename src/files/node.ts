/** What only Node can do with spreadsheet files: paths and worker threads. Not for browsers. */
export { nodeCodec } from './node-codec';
export { readBytes, readWorkbookFile } from './read-path';
export { createWorkerPool, type JobResult, type PoolOptions, type WorkerPool } from './workers/pool';
export type { FileInput, JobFile, JobTable } from './workers/protocol';
export { serveJobs } from './workers/serve-jobs';
export { writeFileAtomically, type WriteFailure, type WriteFailureCode } from './write-path';
