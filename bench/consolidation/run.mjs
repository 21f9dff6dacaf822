// Consolidation of many submissions against plain SheetJS read loops, whole processes, interleaved.
// usage: node bench/consolidation/run.mjs [ROUNDS] [FILESxROWS…]
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved } from '../measure.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const FILES = join(ROOT, '.cache', 'bench', 'submissions');
const OUT = join(ROOT, '.cache', 'bench', '汇总.xlsx');
const PLANCHECK = join(ROOT, 'bin', 'plancheck.mjs');
const LOOP = join(import.meta.dirname, 'sheetjs-loop.mjs');
const [rounds = '5', ...given] = process.argv.slice(2);
const options = { cwd: ROOT };

const node = (name, ...args) => ({ name, command: process.execPath, args, options });
const ours = (workers) =>
  node(`plancheck consolidate --jobs ${workers}`, PLANCHECK, 'consolidate', FILES, '-o', OUT, '--jobs', `${workers}`);
const COMMANDS = [
  ours(1),
  ours(2),
  node('SheetJS, read only', LOOP, FILES),
  // Two loops side by side tell how much of its second core the machine gives.
  {
    name: 'SheetJS, read only, 2 processes',
    command: 'sh',
    args: ['-c', '"$0" "$1" "$2" 0 2 & "$0" "$1" "$2" 1 2; wait', process.execPath, LOOP, FILES],
    options,
  },
];

// The first start bundles the command; that is not what is measured.
execFileSync(process.execPath, [PLANCHECK, '--version'], { stdio: 'ignore' });
for (const size of given.length > 0 ? given : ['5x40', '1000x100', '100x20000']) {
  const [files, rows] = size.split('x').map(Number);
  execFileSync(
    process.execPath,
    [join(ROOT, 'scripts', 'run-ts.mjs'), join(import.meta.dirname, 'submissions.ts'), FILES, size],
    { cwd: ROOT, stdio: 'inherit' },
  );
  rmSync(OUT, { force: true });
  const results = await interleaved(COMMANDS, Number(rounds));
  const base = results.get('SheetJS, read only');
  console.log(
    `\n${files.toLocaleString('en')} files of ${rows.toLocaleString('en')} rows, median of ${rounds}: whole process, up to the written workbook`,
  );
  console.log('                                   seconds   (least–most)   files/s   × SheetJS   peak MB');
  for (const [name, { ms, least, most, mb }] of results) {
    const range = `(${(least / 1000).toFixed(2)}–${(most / 1000).toFixed(2)})`;
    console.log(
      `${name.padEnd(32)} ${(ms / 1000).toFixed(2).padStart(9)}   ${range.padEnd(14)} ${((files / ms) * 1000).toFixed(1).padStart(6)} ${(ms / base.ms).toFixed(2).padStart(11)} ${(mb?.toFixed(0) ?? '–').padStart(9)}`,
    );
  }
}
rmSync(FILES, { recursive: true, force: true });
