import type { JobInput, JobOutput, Jobs } from './job';
import type { Run } from './work';
import type { JobReply, JobRequest, WorkerLike } from './worker-messages';

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

/** A job that the worker has not answered yet. */
interface Waiting {
  readonly request: JobRequest;
  readonly run: Run;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * In a worker that is kept warm; it does one job after another in the order in which they come. Cancelling the job
 * that it is at ends it at once, and another worker takes up the rest; where a worker cannot be started at all (old
 * web views, strict policies) the jobs run in slices. `isEager`: starts before the first job, so that it does not wait.
 */
export function workerRunner<J extends Jobs>(
  start: () => WorkerLike,
  load: () => Promise<J>,
  isEager = false,
): JobRunner<J> {
  const inSlices = slicedRunner(load);
  const waiting = new Map<number, Waiting>();
  let worker: WorkerLike | null = null;
  let isRefused = false;
  let hasAnswered = false;
  let count = 0;

  const ready = (): WorkerLike | null => {
    if (isRefused || worker) return worker;
    try {
      const own = start();
      worker = own;
      // A worker that was ended may still have something to say.
      own.onmessage = ({ data }) => own === worker && heard(data);
      own.onerror = () => own === worker && died();
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
  /** Hands a job to the worker, or does it here where there is none. */
  const send = ({ request, run, resolve, reject }: Waiting): void => {
    const own = ready();
    if (own) return own.postMessage(request);
    waiting.delete(request.id);
    inSlices(request.name as keyof J & string, request.input as never, run).then(resolve, reject);
  };
  const sendAll = (): void => [...waiting.values()].forEach(send);
  const heard = (reply: JobReply): void => {
    hasAnswered = true;
    const job = waiting.get(reply.id);
    if (!job) return;
    if (reply.kind === 'step') return job.run.progress(reply.step.step, reply.step.done, reply.step.total);
    waiting.delete(reply.id);
    if (reply.kind === 'done') job.resolve(reply.value);
    else job.reject(new Error(reply.detail));
  };
  const died = (): void => {
    // What ended a worker that ran would end the pane as well: that job fails, the others get a new worker.
    const [first] = waiting.values();
    if (hasAnswered && first) {
      waiting.delete(first.request.id);
      first.reject(new Error('the worker died'));
    }
    // Else its file could not be loaded or run: from now on without it.
    isRefused ||= !hasAnswered;
    end();
    sendAll();
  };
  if (isEager) ready();

  return (name, input, run) =>
    new Promise((resolve, reject) => {
      const request = { id: ++count, name, input };
      const stop = (): void => {
        if (!waiting.delete(request.id)) return;
        end();
        reject(new Cancelled());
        sendAll();
      };
      if (run.signal.aborted) return reject(new Cancelled());
      const finish = (): void => run.signal.removeEventListener('abort', stop);
      const job: Waiting = {
        request,
        run,
        resolve: (value) => {
          finish();
          resolve(value as JobOutput<J[typeof name]>);
        },
        reject: (error) => {
          finish();
          reject(error);
        },
      };
      run.signal.addEventListener('abort', stop, { once: true });
      waiting.set(request.id, job);
      send(job);
    });
}
