import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { createWorkerPool } from '../../src/files/node';
import type { sampleJobs } from '../files/sample-jobs.worker';
import { HOSTILE_FILES } from './make';

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const entry = join(folder, 'worker.cjs');

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, '../files/sample-jobs.worker.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('all hostile files through a pool of workers', () => {
  it('each gets its own line, none ends a worker, and memory stays bounded', async () => {
    const pool = createWorkerPool<typeof sampleJobs>({ entry, size: 2, timeoutMs: 10_000, memoryMb: 512 });
    const paths = HOSTILE_FILES.map(({ name, make }, i) => {
      const path = join(folder, `${i} ${name}`);
      writeFileSync(path, make());
      return path;
    });
    const results = await Promise.all(paths.map((path) => pool.run('countCells', { path }, 1)));
    await pool.close();
    const outcomes = results.map((result, i) => [
      HOSTILE_FILES[i]?.name,
      result.ok ? (result.value === 0 ? 'empty' : 'opens') : result.code,
    ]);
    expect(outcomes).toEqual(HOSTILE_FILES.map(({ name, expected }) => [name, expected]));
    // Two workers of 512 MB, their buffers, and the test itself.
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(2048);
  }, 120_000);
});
