import type { WorkerLike } from './worker-messages';

/** Starts the workers; alone in their file because only the bundler understands the addresses. */
export function startCoreWorker(): WorkerLike {
  return new Worker(new URL('./core-worker.ts', import.meta.url)) as unknown as WorkerLike;
}

export function startFileWorker(): WorkerLike {
  return new Worker(new URL('./file-worker.ts', import.meta.url)) as unknown as WorkerLike;
}
