// Runs a TypeScript file of this repository: bundles it with esbuild into .cache and imports the bundle.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/run-ts.mjs FILE.ts [ARGUMENT…]');
  process.exit(64);
}
const folder = join(import.meta.dirname, '..', '.cache', 'scripts');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(file, '.ts')}.${process.pid}.mjs`);
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
});
process.argv.splice(1, process.argv.length - 1, resolve(file), ...rest);
try {
  await import(pathToFileURL(outfile).href);
} finally {
  const { rmSync } = await import('node:fs');
  rmSync(outfile, { force: true });
}
