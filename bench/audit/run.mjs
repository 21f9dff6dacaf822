// Audit of 1,000 to 100,000 rows × 8 from xlsx against readers and validators, whole processes, interleaved.
// usage: node bench/audit/run.mjs [ROUNDS] [ROWS…]      needs the npm registry once, for the peers
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved } from '../measure.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const PEERS = join(ROOT, '.cache', 'peers');
const FILES = join(ROOT, '.cache', 'bench');
/** Peers that the program itself does not need are not among its dependencies. */
const PACKAGES = ['exceljs@4.4.0', 'read-excel-file@5.8.8'];

const [rounds = '5', ...given] = process.argv.slice(2);
const sizes = given.length > 0 ? given : ['1000', '10000', '100000'];

function prepare() {
  if (!existsSync(join(PEERS, 'node_modules', 'exceljs'))) {
    mkdirSync(PEERS, { recursive: true });
    writeFileSync(join(PEERS, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES], {
      cwd: PEERS,
      stdio: 'ignore',
    });
  }
  execFileSync(
    process.execPath,
    [join(ROOT, 'scripts', 'run-ts.mjs'), join(ROOT, 'bench', 'audit', 'workbooks.ts'), FILES, ...sizes],
    { cwd: ROOT, stdio: 'inherit' },
  );
  // The first start bundles the command; that is not what is measured.
  execFileSync(process.execPath, [join(ROOT, 'bin', 'plancheck.mjs'), '--version'], { stdio: 'ignore' });
}

const peer = (name) => join(ROOT, 'bench', 'audit', 'peers', `${name}.mjs`);
const options = { cwd: ROOT, env: { ...process.env, PEERS: join(PEERS, 'package.json') } };

function commands(file) {
  const node = (name, ...args) => ({ name, command: process.execPath, args, options });
  return [
    node('plancheck audit', join(ROOT, 'bin', 'plancheck.mjs'), 'audit', file, '--format', 'ndjson'),
    node('SheetJS, read only', peer('sheetjs'), file),
    node('read-excel-file + schema', peer('read-excel-file'), file),
    node('SheetJS + zod', peer('sheetjs-zod'), file),
    node('exceljs + zod', peer('exceljs-zod'), file),
  ];
}

prepare();
const ours = [];
for (const size of sizes) {
  const results = await interleaved(commands(join(FILES, `合成数据-${size}行.xlsx`)), Number(rounds));
  const base = results.get('SheetJS, read only');
  const own = results.get('plancheck audit');
  ours.push({ rows: Number(size), ms: own.ms, mb: own.mb });
  console.log(`\n${Number(size).toLocaleString('en')} rows × 8, median of ${rounds}`);
  console.log('                            time ms   (least–most)   × SheetJS   peak MB   × SheetJS');
  for (const [name, { ms, least, most, mb }] of results)
    console.log(
      `${name.padEnd(26)} ${ms.toFixed(0).padStart(8)}   ${`(${least.toFixed(0)}–${most.toFixed(0)})`.padEnd(14)} ${(ms / base.ms).toFixed(2).padStart(8)} ${(mb?.toFixed(0) ?? '–').padStart(10)} ${mb === null ? '' : (mb / base.mb).toFixed(2).padStart(10)}`,
    );
}
console.log('\nGrowth: milliseconds for each further 1,000 rows');
ours.slice(1).forEach((now, i) => {
  const before = ours[i];
  const each = ((now.ms - before.ms) / (now.rows - before.rows)) * 1_000;
  console.log(`${before.rows.toLocaleString('en')} → ${now.rows.toLocaleString('en')} rows: ${each.toFixed(2)} ms`);
});
