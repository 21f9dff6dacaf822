import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { build } from 'esbuild';
import type { CliJobs } from '../src/cli/worker';
import { consolidate, consolidationWorkbook, type ConsolidationInput } from '../src/consolidate';
import { snapshotToXlsx, workbookSpecToXlsx } from '../src/files';
import { createWorkerPool } from '../src/files/node';
import { yichunPlan as plan } from '../src/plan';
import { sheetFromGrid, workbookOf, type CellValue } from '../src/workbook';

/**
 * Consolidates made-up submissions (合成数据) and compares the pool of workers with a plain read loop.
 * `node scripts/run-ts.mjs bench/consolidate.ts` runs all; `… 100x100` runs 100 files of 100 rows.
 */
const SCENARIOS: readonly (readonly [files: number, rows: number])[] = [
  [5, 40],
  [1_000, 100],
  [100, 20_000],
];
const folder = mkdtempSync(join(tmpdir(), 'bench-consolidate-'));
const builders = plan.builders.map(({ name }) => name);
const schools = plan.schools.flatMap(({ name }) => name ?? []);

/** Every file has some of the plan's schools; the other rows are invented names, as in a foreign table. */
function submission(file: number, rows: number): Uint8Array {
  const unit = builders[file % builders.length] ?? '';
  const lines = Array.from({ length: rows }, (_, i): CellValue[] => {
    const name = i < 8 ? (schools[(file + i * 5) % schools.length] ?? '') : `合成第${file}之${i}小学`;
    return [i + 1, name, 12 + (i % 36), (12 + (i % 36)) * 45, 10 + (i % 90) / 2, unit, i % 3 === 0 ? '在建' : null];
  });
  const grid: CellValue[][] = [
    ['附件2'],
    ['学校建设项目表（2023年6月）（合成数据）'],
    [`填报单位：${unit}`],
    ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '项目状态'],
    ...lines,
  ];
  const written = snapshotToXlsx(workbookOf([sheetFromGrid('附件2', grid)]));
  return written instanceof Uint8Array ? written : new Uint8Array();
}

async function run(files: number, rows: number, entry: string): Promise<void> {
  const own = join(folder, `${files}x${rows}`);
  mkdirSync(own);
  const paths = Array.from({ length: files }, (_, i) => join(own, `${builders[i % builders.length]}_${i}.xlsx`));
  paths.forEach((path, i) => writeFileSync(path, submission(i, rows)));
  const size = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  say(`\n${files} files of ${rows} rows, ${(size / 1024 / 1024).toFixed(1)} MB`);

  const begun = now();
  for (const path of paths) read(readFileSync(path), { dense: true });
  report('plain SheetJS read loop, no checks, no audit', files, begun);

  for (const workers of [1, 2]) await pooled(paths, workers, entry);
}

async function pooled(paths: readonly string[], workers: number, entry: string): Promise<void> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const pool = createWorkerPool<CliJobs>({ entry, size: workers });
  const begun = now();
  let first = 0;
  const inputs = await Promise.all(
    paths.map(async (path): Promise<ConsolidationInput> => {
      const fileName = path.split('/').at(-1) ?? path;
      const named = { fileName, receivedOn: '2023-07-01' };
      const result = await pool.run('submission', { path }, { plan: null, ...named });
      first ||= performance.now() - begun.wall;
      if (!result.ok) return { status: 'failed', ...named, code: result.code, message: result.message };
      if (result.value.kind !== 'submission') throw new Error('a submission was taken for a consolidation');
      return result.value.submission;
    }),
  );
  report(`${workers} worker${workers > 1 ? 's' : ''}: opened safely, audited, extracted`, paths.length, begun);
  const settled = performance.now();
  const outcome = consolidate(inputs, plan);
  const spec = consolidationWorkbook(outcome, plan);
  const made = performance.now();
  const bytes = workbookSpecToXlsx(spec);
  clearInterval(watch);
  await pool.close();
  const failed = inputs.filter(({ status }) => status === 'failed').length;
  say(
    `  first result after ${Math.round(first)} ms; consolidated in ${Math.round(made - settled)} ms, written in ` +
      `${Math.round(performance.now() - made)} ms (${(bytes.length / 1024 / 1024).toFixed(1)} MB); all ${Math.round(performance.now() - begun.wall)} ms; ` +
      `peak memory ${Math.round(peak / 1024 / 1024)} MB; ${failed} failed`,
  );
}

interface Moment {
  readonly wall: number;
  /** All threads of this process. */
  readonly cpu: NodeJS.CpuUsage;
}

function now(): Moment {
  return { wall: performance.now(), cpu: process.cpuUsage() };
}

/** Wall time tells how busy the machine was; the time on the processor tells what the work costs. */
function report(what: string, files: number, begun: Moment): void {
  const seconds = (performance.now() - begun.wall) / 1000;
  const { user, system } = process.cpuUsage(begun.cpu);
  const busy = (user + system) / 1e6;
  say(
    `  ${what.padEnd(46)} ${seconds.toFixed(2).padStart(7)} s ${(files / seconds).toFixed(1).padStart(7)} files/s, ` +
      `${((busy / files) * 1000).toFixed(1).padStart(7)} ms of CPU a file`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
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
  const asked = process.argv.slice(2).flatMap((word) => {
    const [, files, rows] = /^(\d+)x(\d+)$/u.exec(word) ?? [];
    return files === undefined || rows === undefined ? [] : [[Number(files), Number(rows)] as const];
  });
  try {
    for (const [files, rows] of asked.length > 0 ? asked : SCENARIOS) await run(files, rows, entry);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
