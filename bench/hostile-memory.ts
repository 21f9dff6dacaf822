import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CliJobs } from '../src/cli/worker';
import { snapshotToXlsx } from '../src/files';
import { createWorkerPool } from '../src/files/node';
import { sheetFromGrid, workbookOf, type CellValue } from '../src/workbook';
import { HOSTILE_FILES } from '../tests/hostile/make';

/**
 * The most memory that a worker ever had resident (VmHWM, MB) while it opened and audited one file: every hostile file,
 * and honest tables of 10,000, 50,000 and 100,000 rows × 8 columns (合成数据). A worker of its own for each file; Linux only.
 * `node scripts/run-ts.mjs bench/hostile-memory.ts` runs all; `… honest` or `… hostile` runs one half.
 */
const CAP_MB = 512;
const HONEST_ROWS = [10_000, 50_000, 100_000];
const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'));

interface Measured {
  readonly name: string;
  readonly mb: number;
  readonly ms: number;
  readonly outcome: string;
}

function honest(rows: number): Uint8Array {
  const heading = [
    '序号',
    '学校名称',
    '规划班数（个）',
    '规划学位（个）',
    '规划用地（亩）',
    '建设主体',
    '项目状态',
    '备注',
  ];
  const lines = Array.from({ length: rows }, (_, i): CellValue[] => [
    ...[i + 1, `合成第${i}小学`, 12 + (i % 36), (12 + (i % 36)) * 45, 10 + (i % 90) / 2, '袁州区', '在建', `备注${i}`],
  ]);
  const written = snapshotToXlsx(workbookOf([sheetFromGrid('附件2', [['附件2（合成数据）'], heading, ...lines])]));
  if (!(written instanceof Uint8Array)) throw new Error('the table could not be written');
  return written;
}

function peakOfChildren(): number {
  try {
    const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
    return Math.max(0, ...pids.map((pid) => highWater(pid)));
  } catch {
    return 0;
  }
}

function highWater(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function measure(name: string, bytes: Uint8Array, entry: string): Promise<Measured> {
  const path = join(folder, name.replaceAll('/', '_'));
  writeFileSync(path, bytes);
  const pool = createWorkerPool<CliJobs>({ entry, size: 1 });
  let mb = 0;
  const watch = setInterval(() => (mb = Math.max(mb, peakOfChildren())), 10);
  const begun = performance.now();
  const named = { fileName: name, receivedOn: '2023-07-01' };
  const result = await pool.run('submission', { path }, { plan: null, ...named });
  const ms = performance.now() - begun;
  mb = Math.max(mb, peakOfChildren());
  clearInterval(watch);
  await pool.close();
  rmSync(path);
  return { name, mb, ms, outcome: result.ok ? 'opened' : result.code };
}

function say({ name, mb, ms, outcome }: Measured): void {
  process.stdout.write(
    `${mb.toFixed(0).padStart(5)} MB ${ms.toFixed(0).padStart(6)} ms  ${outcome.padEnd(20)} ${name}\n`,
  );
}

async function main(): Promise<void> {
  const entry = join(folder, 'worker.cjs');
  await build({
    entryPoints: ['src/cli/worker.ts'],
    outfile: entry,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
  const half = process.argv[2];
  const all: Measured[] = [];
  try {
    if (half !== 'hostile')
      for (const rows of HONEST_ROWS) {
        const measured = await measure(`合成数据-${rows}行.xlsx`, honest(rows), entry);
        say(measured);
        all.push(measured);
      }
    if (half !== 'honest') {
      const hostile: Measured[] = [];
      for (const { name, make } of HOSTILE_FILES) hostile.push(await measure(name, make(), entry));
      hostile.sort((a, b) => b.mb - a.mb);
      hostile.slice(0, 10).forEach(say);
      process.stdout.write(`  the ten largest of ${hostile.length} hostile files\n`);
      all.push(...hostile);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const over = all.filter(({ mb }) => mb > CAP_MB);
  process.stdout.write(`${over.length} of ${all.length} above ${CAP_MB} MB\n`);
}

void main();
