import type { Jobs, JobStep } from '../../src/taskpane/work/job';
import { Cancelled, slicedRunner, workerRunner } from '../../src/taskpane/work/runner';
import { serveJobs } from '../../src/taskpane/work/serve-jobs';
import type { Run } from '../../src/taskpane/work/work';
import type { JobReply, JobRequest, WorkerLike } from '../../src/taskpane/work/worker-messages';

function* count(to: number): Generator<JobStep, number, void> {
  for (let done = 0; done < to; done++) yield { step: '数数', done, total: to };
  return to;
}
function* endless(): Generator<JobStep, never, void> {
  for (;;) yield { step: '一直', done: 0, total: 0 };
}
function* broken(): Generator<JobStep, void, void> {
  yield { step: '坏', done: 0, total: 0 };
  throw new Error('out of order');
}
const JOBS = { count, endless, broken } satisfies Jobs;
const load = () => Promise.resolve(JOBS);

function watched(): Run & { readonly steps: string[]; cancel(): void } {
  const controller = new AbortController();
  const steps: string[] = [];
  return {
    steps,
    signal: controller.signal,
    progress: (step) => void steps.push(step),
    cancel: () => controller.abort(),
  };
}

/** A worker whose other end answers a turn later; `terminate` cuts the line. */
function workerInThread(): WorkerLike & { isEnded: boolean } {
  const inside: { onmessage: ((event: { data: JobRequest }) => void) | null; postMessage(reply: JobReply): void } = {
    onmessage: null,
    postMessage: (data) => void setTimeout(() => worker.isEnded || worker.onmessage?.({ data })),
  };
  const worker = {
    isEnded: false,
    onmessage: null as WorkerLike['onmessage'],
    onerror: null as WorkerLike['onerror'],
    // An endless job would hold up the one thread that the test has.
    postMessage: (data: JobRequest) => void (data.name === 'endless' || setTimeout(() => inside.onmessage?.({ data }))),
    terminate: () => void (worker.isEnded = true),
  };
  serveJobs(JOBS, inside);
  return worker;
}

describe('a job in a worker', () => {
  it('gives its result and tells where it is', async () => {
    const run = watched();
    expect(await workerRunner(workerInThread, load)('count', 100, run)).toBe(100);
    expect(run.steps).toContain('数数');
  });

  it('is ended by a cancel at once, and the next job gets another worker', async () => {
    const made: ReturnType<typeof workerInThread>[] = [];
    const runJob = workerRunner(() => {
      const worker = workerInThread();
      made.push(worker);
      return worker;
    }, load);
    const run = watched();
    const job = runJob('endless', undefined as never, run);
    run.cancel();
    await expect(job).rejects.toThrow(Cancelled);
    expect(made[0]?.isEnded).toBe(true);
    expect(await runJob('count', 3, watched())).toBe(3);
    expect(made).toHaveLength(2);
  });

  it('answers each of several jobs that are under way at once', async () => {
    const runJob = workerRunner(workerInThread, load);
    const first = watched();
    const all = [
      runJob('count', 100, first),
      runJob('count', 3, watched()),
      runJob('broken', undefined as never, watched()),
    ];
    expect(await Promise.allSettled(all)).toMatchObject([{ value: 100 }, { value: 3 }, { status: 'rejected' }]);
    expect(first.steps).toContain('数数');
  });

  it('goes on with the others, in another worker, when one is cancelled or the worker dies', async () => {
    const made: WorkerLike[] = [];
    const runJob = workerRunner(() => {
      const worker = workerInThread();
      made.push(worker);
      return worker;
    }, load);
    const run = watched();
    const cancelled = runJob('endless', undefined as never, run);
    const other = runJob('count', 5, watched());
    run.cancel();
    await expect(cancelled).rejects.toThrow(Cancelled);
    expect(await other).toBe(5);

    const dying = runJob('endless', undefined as never, watched());
    const left = runJob('count', 7, watched());
    made.at(-1)?.onerror?.({});
    await expect(dying).rejects.toThrow('died');
    expect(await left).toBe(7);
    expect(made).toHaveLength(3);
  });

  it('passes on what went wrong inside', async () => {
    await expect(workerRunner(workerInThread, load)('broken', undefined as never, watched())).rejects.toThrow(
      'out of order',
    );
  });

  it('runs in slices where no worker can be started', async () => {
    const refuse = (): WorkerLike => {
      throw new Error('blocked by policy');
    };
    expect(await workerRunner(refuse, load)('count', 5, watched())).toBe(5);
  });

  it('runs in slices where the file of the worker does not load', async () => {
    const deaf = (): WorkerLike => {
      const worker: WorkerLike = {
        onmessage: null,
        onerror: null,
        terminate: () => undefined,
        postMessage: () => void setTimeout(() => worker.onerror?.({})),
      };
      return worker;
    };
    const runJob = workerRunner(deaf, load);
    expect(await Promise.all([runJob('count', 5, watched()), runJob('count', 6, watched())])).toEqual([5, 6]);
  });
});

describe('a job in slices', () => {
  it('lets the pane draw in between and stops when it is cancelled', async () => {
    const run = watched();
    const job = slicedRunner(load)('endless', undefined as never, run);
    setTimeout(run.cancel, 60);
    await expect(job).rejects.toThrow(Cancelled);
    expect(run.steps.length).toBeGreaterThan(1);
  });
});
