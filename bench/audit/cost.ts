import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { read } from '@e965/xlsx';
import { auditWorkbook } from '../../src/audit';
import { openFile } from '../../src/files';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';

/**
 * What recognizing and the rules cost beside parsing the file, in one process, each step in turn.
 * `node scripts/run-ts.mjs bench/audit/cost.ts [ROUNDS]`; needs the files that `node bench/audit/run.mjs` makes.
 */
const [rounds = '5'] = process.argv.slice(2);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

console.log('rows      our reader   SheetJS   recognize   rules   (recognize + rules) ÷ our reader, ÷ SheetJS');
for (const rows of [1_000, 10_000, 100_000]) {
  const bytes = readFileSync(join('.cache', 'bench', `合成数据-${rows}行.xlsx`));
  const times = { open: [] as number[], sheetjs: [] as number[], recognize: [] as number[], rules: [] as number[] };
  for (let round = 0; round < Number(rounds); round++) {
    const at = [performance.now()];
    const opened = openFile(bytes, '合成数据.xlsx');
    at.push(performance.now());
    if (!opened.ok) throw new Error(opened.message);
    const recognition = recognizeWorkbook(opened.snapshot, yichunPlan);
    at.push(performance.now());
    auditWorkbook(opened.snapshot, yichunPlan, { recognition });
    at.push(performance.now());
    read(bytes, { dense: true, cellDates: true });
    at.push(performance.now());
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = at;
    times.open.push(b - a);
    times.recognize.push(c - b);
    times.rules.push(d - c);
    times.sheetjs.push(e - d);
  }
  const [open, sheetjs, recognize, rules] = [times.open, times.sheetjs, times.recognize, times.rules].map(median);
  const own = (recognize ?? 0) + (rules ?? 0);
  const cell = (value: number | undefined): string => `${(value ?? 0).toFixed(0)} ms`.padStart(10);
  console.log(
    `${String(rows).padEnd(8)}${cell(open)}${cell(sheetjs)}${cell(recognize)}${cell(rules)}      ${(own / (open ?? 1)).toFixed(2)}, ${(own / (sheetjs ?? 1)).toFixed(2)}`,
  );
}
