// npm run mutation [-- FOLDER [FILE…]]: mutation testing of a folder of the core (default src/workbook) with Stryker.
// Stryker is fetched into .cache once: only whoever runs this pays for its packages.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const HOME = join(ROOT, '.cache', 'stryker');
const VERSION = '9.6.1';
const [folder = 'src/workbook', ...files] = process.argv.slice(2);
const area = folder.replace(/^src\//u, '').replace(/\/$/u, '');

if (!existsSync(join(HOME, 'node_modules', '@stryker-mutator', 'core'))) {
  mkdirSync(HOME, { recursive: true });
  writeFileSync(join(HOME, 'package.json'), '{"private":true}');
  const packages = ['core', 'jest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
    cwd: HOME,
    stdio: 'inherit',
  });
}

const tests = join(ROOT, '.cache', 'stryker', `jest.${area}.cjs`);
writeFileSync(
  tests,
  `const base = require('../../jest.config.cjs');
module.exports = { ...base, rootDir: ${JSON.stringify('../..')}, testMatch: ['<rootDir>/tests/${area}/**/*.test.ts'] };
`,
);
const config = join(HOME, `stryker.${area}.json`);
writeFileSync(
  config,
  JSON.stringify({
    packageManager: 'npm',
    plugins: [join(HOME, 'node_modules', '@stryker-mutator', 'jest-runner', 'dist', 'src', 'index.js')],
    testRunner: 'jest',
    jest: { configFile: tests, enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    inPlace: false,
    concurrency: Number(process.env.JOBS ?? 1),
    mutate: files.length > 0 ? files : [`${folder.replace(/\/$/u, '')}/**/*.ts`, '!**/index.ts'],
    // Texts for people are looked at by people; that a message was given is told by its id.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignorePatterns: ['.cache', 'dist', 'docs', 'bench', 'samples/*2000*'],
    tempDirName: '.cache/stryker-tmp',
    symlinkNodeModules: true,
    timeoutMS: 20_000,
    disableTypeChecks: false,
    reporters: ['clear-text', 'json'],
    clearTextReporter: { logTests: false, allowColor: false },
    jsonReporter: { fileName: join(HOME, `${area}.report.json`) },
    thresholds: { high: 90, low: 80, break: 80 },
  }),
);
const stryker = join(HOME, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
