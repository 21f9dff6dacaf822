// npm run mutation [-- FOLDER [FILE…]] [--sample=25%] [--seed=1] [--survivors]: mutation testing of a folder of the
// core (default src/workbook) with Stryker, by all mutants, by a drawn sample, or by those that survived last time.
// Stryker is fetched into .cache once: only whoever runs this pays for its packages.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import bundleEngine from '../tests/univer-bundle.cjs';
import { wanted } from './mutation/sample.mjs';
import { summary } from './mutation/summary.mjs';

const ROOT = join(import.meta.dirname, '..');
const HOME = join(ROOT, '.cache', 'stryker');
const VERSION = '9.6.1';
/** Tests that start programs or a spreadsheet engine, or audit hundreds of workbooks: too many seconds for each mutant. */
const SLOW = new Set([
  'tests/fill/round-trip.test.ts',
  'tests/fill/apply-in-excel.test.ts',
  'tests/audit/fix-properties.test.ts',
  'tests/audit/sideways.test.ts',
]);
/** Tests of an area that stand with another one, because they need what that one makes. */
const ELSEWHERE = { workbook: ['tests/reports/inserted-lines.test.ts'] };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '100%' },
    seed: { type: 'string', default: '1' },
    survivors: { type: 'boolean', default: false },
  },
});
const [folder = 'src/workbook', ...files] = positionals.map((path) => path.replace(/\/$/u, ''));
const area = folder.split('/')[1];
const share = Number(values.sample.replace('%', '')) / 100;
if (!(share > 0 && share <= 1)) throw new Error('--sample takes a share such as 25%');

if (!existsSync(join(HOME, 'node_modules', '@stryker-mutator', 'core'))) {
  mkdirSync(HOME, { recursive: true });
  writeFileSync(join(HOME, 'package.json'), '{"private":true}');
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@stryker-mutator/core@${VERSION}`];
  execFileSync('npm', install, { cwd: HOME, stdio: 'inherit' });
}

const report = join(HOME, `${area}.report.json`);
const last = join(HOME, `${area}.survivors.json`);
const testFiles = readdirSync(join(ROOT, 'tests', area), { recursive: true })
  .map((name) => `tests/${area}/${name.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && !SLOW.has(file))
  .concat(ELSEWHERE[area] ?? []);
const drawn = { share, seed: values.seed, only: values.survivors ? last : null };
const isWanted = wanted(drawn);
const config = join(HOME, `stryker.${area}.json`);
writeFileSync(
  config,
  JSON.stringify({
    packageManager: 'npm',
    plugins: [join(import.meta.dirname, 'mutation', 'plugin.mjs')],
    testRunner: 'in-process',
    inProcess: { testFiles, ...drawn },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.JOBS ?? 1),
    mutate: files.length > 0 ? files : [`${folder}/**/*.ts`, '!**/index.ts'],
    // Texts for people are looked at by people; that a message was given is told by its id.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignorePatterns: ['.cache', 'dist', 'docs/manual', 'docs/reports', 'docs/screenshots', 'samples/*2000*'],
    tempDirName: '.cache/stryker-tmp',
    symlinkNodeModules: true,
    // Most endless loops are told by counting; this is for the others.
    timeoutMS: 20_000,
    timeoutFactor: 3,
    disableTypeChecks: false,
    warnings: { unknownOptions: false },
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
  }),
);
await bundleEngine();
rmSync(report, { force: true });
const stryker = join(HOME, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: ROOT, stdio: 'inherit' });
if (!existsSync(report)) process.exit(status || 1);

const { text, left, score } = summary(JSON.parse(readFileSync(report, 'utf8')), isWanted);
writeFileSync(last, JSON.stringify(left));
writeFileSync(join(HOME, `${area}.survivors.txt`), text.survivors);
console.log(`${text.survivors}\n${text.files}`);
process.exit(score >= 0.8 ? 0 : 1);
