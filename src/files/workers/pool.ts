import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { failure, type OpenFailure } from '../failure';
import type { Answer, FileInput, JobTable, Request } from './protocol';

export interface PoolOptions {
  /** The bundled script whose body calls `serveJobs`. */
  readonly entry: string | URL;
  /** Workers at the same time; the number of cores where absent. */
  readonly size?: number;
  /** How long one file may take before its worker is ended. */
  readonly timeoutMs?: number;
  /** JavaScript heap of one worker in MB; its binary buffers are bounded by the limits of opening. */
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
  worker: ChildProcess | null;
  task: Task | null;
  timer: NodeJS.Timeout | null;
}

/** Exit code of a process that aborted itself, where the system has no signals. */
const ABORTED = 134;

/**
 * Workers are processes of their own, not threads: a thread that asks for more memory than there is takes the whole
 * process with it. They are started when they are first needed and do not keep an idle process alive.
 */
export function createWorkerPool<Jobs extends JobTable>(options: PoolOptions): WorkerPool<Jobs> {
  const timeoutMs = options.timeoutMs ?? 10_000;
  // The young generation's usual 16 MB cost 30 MB more of memory and save no time here (measured on 100,000 rows).
  const execArgv = [`--max-old-space-size=${options.memoryMb ?? 512}`, '--max-semi-space-size=8'];
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
      hold(slot.worker, true);
      slot.timer = setTimeout(() => end(slot, failure('timeout', String(timeoutMs / 1000))), timeoutMs);
      // A worker that has just died says so by its exit; the message need not arrive.
      slot.worker.send(task.request, () => undefined);
    }
  }

  function start(slot: Slot): ChildProcess {
    // What libraries grumble about damaged files must not run into our own output.
    const worker = fork(options.entry, {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const lost = (why: OpenFailure): void => {
      if (slot.worker === worker) end(slot, why);
    };
    worker.on('message', (answer: Answer) => {
      if (slot.worker === worker && slot.task?.request.id === answer.id)
        finish(slot, answer.result as JobResult<never>);
    });
    worker.on('error', () => lost(failure('crashed')));
    worker.on('exit', (code, signal) => {
      const isOutOfMemory = signal === 'SIGABRT' || code === ABORTED;
      lost(failure(isOutOfMemory ? 'outOfMemory' : 'crashed'));
    });
    return worker;
  }

  function finish(slot: Slot, result: JobResult<never>): void {
    if (slot.timer) clearTimeout(slot.timer);
    const { task } = slot;
    slot.timer = null;
    slot.task = null;
    if (slot.worker) hold(slot.worker, false);
    task?.settle(result);
    dispatch();
  }

  /** Gives up the slot's worker, whatever it is doing. */
  function end(slot: Slot, result: OpenFailure): void {
    const { worker } = slot;
    slot.worker = null;
    worker?.kill('SIGKILL');
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
      await Promise.all(workers.map(ended));
    },
  };
}

/** An idle worker must not keep this process alive; a busy one must. */
function hold(worker: ChildProcess, isBusy: boolean): void {
  if (isBusy) {
    worker.ref();
    worker.channel?.ref();
  } else {
    worker.unref();
    worker.channel?.unref();
  }
}

function ended(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) {
      resolve();
      return;
    }
    worker.once('exit', () => resolve());
    // An idle worker does not keep this process alive, but its end is waited for.
    worker.ref();
    worker.kill('SIGKILL');
  });
}
