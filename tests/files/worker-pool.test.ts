import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { buildSync } from 'esbuild';
import { createWorkerPool, type WorkerPool } from '../../src/files/node';
import type { sampleJobs } from './sample-jobs.worker';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
const entry = join(folder, 'worker.cjs');
const pools: WorkerPool<typeof sampleJobs>[] = [];

function pool(options: { size?: number; timeoutMs?: number; memoryMb?: number } = {}) {
  const made = createWorkerPool<typeof sampleJobs>({ entry, size: 1, timeoutMs: 10_000, ...options });
  pools.push(made);
  return made;
}

/** Signals go to this process alone: 0 in its place would mean all that run together with the test. */
async function processOf(workers: WorkerPool<typeof sampleJobs>): Promise<number> {
  const found = await workers.run('processId', input(1), undefined);
  if (!found.ok || found.value <= 0) throw new Error('no worker');
  return found.value;
}

function workbook(cells: number): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([Array.from({ length: cells }, (_, i) => i + 1)]), '表');
  return new Uint8Array(write(book, { type: 'array' }));
}

const input = (cells: number) => ({ name: '报表.xlsx', bytes: workbook(cells) });

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'sample-jobs.worker.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
});
afterEach(() => Promise.all(pools.splice(0).map((one) => one.close())));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a pool of workers', () => {
  it('opens files by bytes and by path and returns what the job returns, in input order', async () => {
    const path = join(folder, '袁州区.xlsx');
    writeFileSync(path, workbook(7));
    const workers = pool({ size: 2 });
    const results = await Promise.all([
      workers.run('countCells', input(3), 10),
      workers.run('countCells', { path }, 1),
      workers.run('countCells', input(1), 2),
    ]);
    expect(results).toEqual([30, 7, 2].map((value) => ({ ok: true, value })));
  });

  it('gives a file that cannot be opened its own failure', async () => {
    const workers = pool();
    const missing = await workers.run('countCells', { path: join(folder, '没有.xlsx') }, 1);
    const text = await workers.run('countCells', { name: 'a.xlsx', bytes: new TextEncoder().encode('你好') }, 1);
    expect([missing, text]).toMatchObject([
      { ok: false, code: 'notFound' },
      { ok: false, code: 'text' },
    ]);
  });

  it.each([
    ['neverEnd', 'timeout'],
    ['hoard', 'outOfMemory'],
    ['exit', 'crashed'],
    ['fail', 'crashed'],
  ] as const)(
    'ends a worker that does %s with %s, and goes on with the others',
    async (job, code) => {
      const workers = pool({ timeoutMs: 5_000, memoryMb: 64 });
      const [bad, good] = await Promise.all([
        workers.run(job, input(1), undefined),
        workers.run('countCells', input(4), 1),
      ]);
      expect(bad).toMatchObject({ ok: false, code });
      expect(good).toEqual({ ok: true, value: 4 });
    },
    20_000,
  );

  it('cancels what runs and what waits', async () => {
    const workers = pool();
    const stop = new AbortController();
    const running = workers.run('neverEnd', input(1), undefined, stop.signal);
    const waiting = workers.run('countCells', input(1), 1, stop.signal);
    const kept = workers.run('countCells', input(2), 1);
    stop.abort();
    expect([await running, await waiting]).toMatchObject([{ code: 'cancelled' }, { code: 'cancelled' }]);
    expect(await kept).toEqual({ ok: true, value: 2 });
  });

  it.each([
    ['SIGKILL', 'crashed'],
    ['SIGTERM', 'crashed'],
    ['SIGABRT', 'outOfMemory'],
    ['SIGSTOP', 'timeout'],
  ] as const)(
    'loses one file alone to a %s from outside, and says %s',
    async (signal, code) => {
      const workers = pool({ timeoutMs: 3_000 });
      const worker = await processOf(workers);
      const running = workers.run('neverEnd', input(1), undefined);
      const waiting = workers.run('countCells', input(5), 1);
      process.kill(worker, signal);
      expect(await running).toMatchObject({ ok: false, code });
      expect(await waiting).toEqual({ ok: true, value: 5 });
    },
    20_000,
  );

  it('starts another worker in place of one that was killed while it had nothing to do', async () => {
    const workers = pool();
    process.kill(await processOf(workers), 'SIGKILL');
    const results = await Promise.all([1, 2, 3].map((cells) => workers.run('countCells', input(cells), 1)));
    // The end of the idle worker may be noticed only by the file that is given to it.
    const lost = results.filter((result) => !result.ok);
    expect(lost.length).toBeLessThanOrEqual(1);
    expect(lost.every((result) => !result.ok && result.code === 'crashed')).toBe(true);
    expect(results[2]).toEqual({ ok: true, value: 3 });
  });

  it('tells of files that were taken away or cut short while they waited', async () => {
    const workers = pool();
    const [gone, cut, whole] = ['移走.xlsx', '半个.xlsx', '完整.xlsx'].map((name) => join(folder, name));
    for (const path of [gone, cut, whole]) writeFileSync(path ?? '', workbook(2));
    const busy = workers.run('countCells', input(1), 1);
    const results = [gone, cut, whole].map((path) => workers.run('countCells', { path: path ?? '' }, 1));
    rmSync(gone ?? '');
    writeFileSync(cut ?? '', workbook(2).subarray(0, 500));
    expect(await busy).toEqual({ ok: true, value: 1 });
    expect(await Promise.all(results)).toMatchObject([
      { ok: false, code: 'notFound' },
      { ok: false, code: 'truncated' },
      { ok: true, value: 2 },
    ]);
  });
});
