import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { failure, type OpenFailure } from '../failure';
import type { Answer, FileInput, JobTable, Request } from './protocol';

export interface PoolOptions {
  /** The bundled script whose body calls `serveJobs`. */
  readonly entry: string | URL;
  /** Workers at the same time; the number of cores where absent. */
  readonly size?: number;
  /** How long one file may take before its worker is ended. */
  readonly timeoutMs?: number;
  /** JavaScript heap of one worker; its binary buffers are bounded by the limits of opening. */
  readonly memoryMb?: number;
}

export type JobResult<T> = { readonly ok: true; readonly value: T } | OpenFailure;

export interface WorkerPool<Jobs extends JobTable> {
  /**
   * Opens the file in a worker and runs the job over it there; only the job's result comes back. A worker that
   * takes too long, runs out of memory or dies costs that file alone and is replaced. Never rejects.
   */
  run<Name extends keyof Jobs & string>(
    job: Name,
    input: FileInput,
    argument: Parameters<Jobs[Name]>[1],
    signal?: AbortSignal,
  ): Promise<JobResult<Awaited<ReturnType<Jobs[Name]>>>>;
  /** Ends all workers; files that wait or run end as `cancelled`. */
  close(): Promise<void>;
}

interface Task {
  readonly request: Request;
  readonly settle: (result: JobResult<never>) => void;
  slot: Slot | null;
}

/** One place for a worker: at most one worker lives in it, at most one task at a time. */
interface Slot {
  worker: Worker | null;
  task: Task | null;
  timer: NodeJS.Timeout | null;
}

/** Workers are started when they are first needed and do not keep an idle process alive. */
export function createWorkerPool<Jobs extends JobTable>(options: PoolOptions): WorkerPool<Jobs> {
  const timeoutMs = options.timeoutMs ?? 10_000;
  const resourceLimits = { maxOldGenerationSizeMb: options.memoryMb ?? 512 };
  const slots: Slot[] = Array.from({ length: Math.max(1, options.size ?? availableParallelism()) }, () => ({
    worker: null,
    task: null,
    timer: null,
  }));
  const waiting: Task[] = [];
  let nextId = 1;

  function dispatch(): void {
    for (const slot of slots) {
      if (slot.task) continue;
      const task = waiting.shift();
      if (!task) return;
      slot.task = task;
      task.slot = slot;
      slot.worker ??= start(slot);
      slot.worker.ref();
      slot.timer = setTimeout(() => end(slot, failure('timeout', String(timeoutMs / 1000))), timeoutMs);
      slot.worker.postMessage(task.request);
    }
  }

  function start(slot: Slot): Worker {
    const worker = new Worker(options.entry, { resourceLimits });
    const lost = (why: OpenFailure): void => {
      if (slot.worker === worker) end(slot, why);
    };
    worker.on('message', (answer: Answer) => {
      if (slot.worker === worker && slot.task?.request.id === answer.id)
        finish(slot, answer.result as JobResult<never>);
    });
    worker.on('error', (error: Error & { code?: string }) =>
      lost(failure(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'outOfMemory' : 'crashed')),
    );
    worker.on('exit', () => lost(failure('crashed')));
    return worker;
  }

  function finish(slot: Slot, result: JobResult<never>): void {
    if (slot.timer) clearTimeout(slot.timer);
    const { task } = slot;
    slot.timer = null;
    slot.task = null;
    slot.worker?.unref();
    task?.settle(result);
    dispatch();
  }

  /** Gives up the slot's worker, whatever it is doing. */
  function end(slot: Slot, result: OpenFailure): void {
    const { worker } = slot;
    slot.worker = null;
    void worker?.terminate();
    finish(slot, result);
  }

  function cancel(task: Task): void {
    if (task.slot) {
      if (task.slot.task === task) end(task.slot, failure('cancelled'));
      return;
    }
    const at = waiting.indexOf(task);
    if (at < 0) return;
    waiting.splice(at, 1);
    task.settle(failure('cancelled'));
  }

  return {
    run: (job, input, argument, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) {
          resolve(failure('cancelled'));
          return;
        }
        const abort = (): void => cancel(task);
        const task: Task = {
          request: { id: nextId++, job, input, argument },
          settle: (result) => {
            signal?.removeEventListener('abort', abort);
            resolve(result);
          },
          slot: null,
        };
        signal?.addEventListener('abort', abort);
        waiting.push(task);
        dispatch();
      }),
    async close() {
      for (const task of waiting.splice(0)) task.settle(failure('cancelled'));
      const workers = slots.flatMap((slot) => slot.worker ?? []);
      for (const slot of slots) if (slot.task) end(slot, failure('cancelled'));
      for (const slot of slots) slot.worker = null;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
