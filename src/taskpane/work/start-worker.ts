import type { WorkerLike } from './worker-messages';

/** Starts the core's worker; alone in its file because only the bundler understands the address. */
export function startWorker(): WorkerLike {
  return new Worker(new URL('./core-worker.ts', import.meta.url)) as unknown as WorkerLike;
}
