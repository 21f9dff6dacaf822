import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { openFile } from '../../src/files';
import { createWorkerPool, nodeCodec } from '../../src/files/node';
import type { sampleJobs } from '../files/sample-jobs.worker';
import { HOSTILE_FILES } from './make';

const SECONDS = 10;
const FILES = HOSTILE_FILES.map((file) => ({ ...file, bytes: file.make() }));

describe.each(FILES.map((file) => [file.name, file] as const))('%s', (name, { bytes, expected }) => {
  it.each([
    ['in Node', nodeCodec],
    ['in a browser', undefined],
  ])(
    `${expected === 'opens' || expected === 'empty' ? 'is read:' : 'is refused:'} ${expected}, %s`,
    (_, codec) => {
      const before = process.cpuUsage();
      const result = openFile(bytes, name, undefined, codec);
      // Time of the processor, not of the clock: other work on the machine is no fault of the file.
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(SECONDS);
      const outcome = result.ok ? (result.notes.some(({ code }) => code === 'empty') ? 'empty' : 'opens') : result.code;
      expect(outcome).toBe(expected);
      if (!result.ok) expect(result.message).toMatch(/[\u4e00-\u9fff].*。$/);
    },
    60_000,
  );
});

describe('all hostile files through a pool of workers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const entry = join(folder, 'worker.cjs');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('each gets its own line, none ends a worker, and memory stays bounded', async () => {
    buildSync({
      entryPoints: [join(__dirname, '../files/sample-jobs.worker.ts')],
      outfile: entry,
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    });
    const pool = createWorkerPool<typeof sampleJobs>({ entry, size: 2, timeoutMs: SECONDS * 1000, memoryMb: 512 });
    // The peak of this process so far belongs to other tests; what counts is how far it grows from here.
    const before = process.memoryUsage.rss();
    let peak = before;
    const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    const results = await Promise.all(FILES.map(({ name, bytes }) => pool.run('countCells', { name, bytes }, 1)));
    await pool.close();
    clearInterval(sampling);
    const outcomes = results.map((result, i) => [
      FILES[i]?.name,
      result.ok ? (result.value === 0 ? 'empty' : 'opens') : result.code,
    ]);
    expect(outcomes).toEqual(FILES.map(({ name, expected }) => [name, expected]));
    // What the files cost is paid in the workers; here only copies of the files themselves pass through.
    expect((peak - before) / 1024 / 1024).toBeLessThan(1024);
  }, 120_000);
});
