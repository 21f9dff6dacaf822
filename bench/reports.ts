import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { workbookSpecToXlsx } from '../src/files';
import { yichunPlan } from '../src/plan';
import { recognizeWorkbook } from '../src/recognize';
import { buildReportWorkbook } from '../src/reports';
import { largeSnapshot } from './large-input';

/** How long the reports on 2,000 made-up schools take: recognizing, building, writing. usage: node scripts/run-ts.mjs bench/reports.ts */
const SCHOOLS = 2000;
const LIMIT_MS = 2000;
const RUNS = 5;

const snapshot = largeSnapshot(SCHOOLS);
const times: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const start = performance.now();
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  const recognized = performance.now();
  const book = buildReportWorkbook({ recognition, plan: yichunPlan, snapshot, audit: null, madeOn: '2023-07-01' });
  const built = performance.now();
  const bytes = workbookSpecToXlsx(book);
  const written = performance.now();
  times.push(written - start);
  const parts = [recognized - start, built - recognized, written - built].map((ms) => `${ms.toFixed(0)} ms`);
  console.log(`run ${run + 1}: recognize ${parts[0]}, build ${parts[1]}, write ${parts[2]}, ${bytes.length} bytes`);
}
const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Infinity;
const first = times[0] ?? Infinity;
console.log(
  `${SCHOOLS} schools: median of ${RUNS} ${median.toFixed(0)} ms, first run ${first.toFixed(0)} ms, limit ${LIMIT_MS} ms; ` +
    `load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
);
process.exitCode = first <= LIMIT_MS ? 0 : 1;
