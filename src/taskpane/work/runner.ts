import type { Job, JobInput, JobName, JobOutput } from './jobs';
import type { Run } from './work';
import type { WorkerLike } from './worker-messages';

/** Runs one job of the core to its end. */
export type JobRunner = <N extends JobName>(name: N, input: JobInput<N>, run: Run) => Promise<JobOutput<N>>;

export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Long enough to be worth it, short enough that a frame is not missed by much. */
const SLICE_MS = 12;

/** In the pane's own thread, in slices between which it can draw and hear a cancel. */
export const runInSlices: JobRunner = async (name, input, run) => {
  const { JOBS } = await import('./jobs');
  // The signature pairs the name with its input and output; indexing by a generic name loses that.
  const steps = (JOBS[name] as unknown as Job<typeof input, JobOutput<typeof name>>)(input);
  let sliceBegan = performance.now();
  for (;;) {
    if (run.signal.aborted) throw new Cancelled();
    const next = steps.next();
    if (next.done) return next.value;
    if (performance.now() - sliceBegan < SLICE_MS) continue;
    run.progress(next.value.step, next.value.done, next.value.total);
    await new Promise((resolve) => setTimeout(resolve));
    sliceBegan = performance.now();
  }
};

/**
 * In a worker that is kept warm. Cancelling ends it at once and the next job starts another; where a worker
 * cannot be started at all (old web views, strict policies) the job runs in slices.
 */
export function workerRunner(start: () => WorkerLike): JobRunner {
  let worker: WorkerLike | null = null;
  let isRefused = false;
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
  };
  ready();

  return <N extends JobName>(name: N, input: JobInput<N>, run: Run): Promise<JobOutput<N>> => {
    const own = ready();
    if (!own) return runInSlices(name, input, run);
    const id = ++count;
    return new Promise<JobOutput<N>>((resolve, reject) => {
      const stop = (): void => {
        end();
        reject(new Cancelled());
      };
      const finish = (): void => run.signal.removeEventListener('abort', stop);
      run.signal.addEventListener('abort', stop, { once: true });
      own.onerror = () => {
        // The worker's file could not be loaded or run: from now on without it.
        finish();
        end();
        isRefused = true;
        runInSlices(name, input, run).then(resolve, reject);
      };
      own.onmessage = ({ data }) => {
        if (data.id !== id) return;
        if (data.kind === 'step') return run.progress(data.step.step, data.step.done, data.step.total);
        finish();
        if (data.kind === 'done') resolve(data.value as JobOutput<N>);
        else reject(new Error(data.detail));
      };
      own.postMessage({ id, name, input });
    });
  };
}
