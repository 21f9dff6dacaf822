/** What only Node can do with spreadsheet files: paths and worker processes. Not for browsers. */
export { nodeCodec } from './node-codec';
export { readWorkbookFile } from './read-path';
export { createWorkerPool, type JobResult, type WorkerPool } from './workers/pool';
export type { JobFile } from './workers/protocol';
export { serveJobs } from './workers/serve-jobs';
export { makeFolder, whyNotWritable, writeFileAtomically } from './write-path';
