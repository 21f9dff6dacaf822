import type { JobInput, JobOutput, Jobs } from './job';
import type { Run } from './work';
import type { WorkerLike } from './worker-messages';

/** Runs one of the jobs to its end. */
export type JobRunner<J extends Jobs> = <N extends keyof J & string>(
  name: N,
  input: JobInput<J[N]>,
  run: Run,
) => Promise<JobOutput<J[N]>>;

export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Long enough to be worth it, short enough that a frame is not missed by much. */
const SLICE_MS = 12;

/** In the pane's own thread, in slices between which it can draw and hear a cancel. */
export function slicedRunner<J extends Jobs>(load: () => Promise<J>): JobRunner<J> {
  return async (name, input, run) => {
    const jobs = await load();
    // An index signature forgets which input belongs to which name; the signature above keeps it.
    const steps = jobs[name]!(input as never);
    let sliceBegan = performance.now();
    for (;;) {
      if (run.signal.aborted) throw new Cancelled();
      const next = steps.next();
      if (next.done) return next.value as JobOutput<J[typeof name]>;
      if (performance.now() - sliceBegan < SLICE_MS) continue;
      run.progress(next.value.step, next.value.done, next.value.total);
      await new Promise((resolve) => setTimeout(resolve));
      sliceBegan = performance.now();
    }
  };
}

/**
 * In a worker that is kept warm. Cancelling ends it at once and the next job starts another; where a worker
 * cannot be started at all (old web views, strict policies) the job runs in slices. `isEager`: starts before the
 * first job, so that the first job does not wait.
 */
export function workerRunner<J extends Jobs>(
  start: () => WorkerLike,
  load: () => Promise<J>,
  isEager = false,
): JobRunner<J> {
  const inSlices = slicedRunner(load);
  let worker: WorkerLike | null = null;
  let isRefused = false;
  let hasAnswered = false;
  let count = 0;
  const ready = (): WorkerLike | null => {
    if (isRefused || worker) return worker;
    try {
      worker = start();
    } catch {
      isRefused = true;
    }
    return worker;
  };
  const end = (): void => {
    worker?.terminate();
    worker = null;
    hasAnswered = false;
  };
  if (isEager) ready();

  return (name, input, run) => {
    const own = ready();
    if (!own) return inSlices(name, input, run);
    const id = ++count;
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        end();
        reject(new Cancelled());
      };
      const finish = (): void => run.signal.removeEventListener('abort', stop);
      if (run.signal.aborted) return stop();
      run.signal.addEventListener('abort', stop, { once: true });
      own.onerror = () => {
        finish();
        const isCrash = hasAnswered;
        end();
        // What ended a worker that ran would end the pane as well: the job fails, the next one gets a new worker.
        if (isCrash) return reject(new Error('the worker died'));
        // The worker's file could not be loaded or run: from now on without it.
        isRefused = true;
        inSlices(name, input, run).then(resolve, reject);
      };
      own.onmessage = ({ data }) => {
        hasAnswered = true;
        if (data.id !== id) return;
        if (data.kind === 'step') return run.progress(data.step.step, data.step.done, data.step.total);
        finish();
        if (data.kind === 'done') resolve(data.value as JobOutput<J[typeof name]>);
        else reject(new Error(data.detail));
      };
      own.postMessage({ id, name, input });
    });
  };
}
