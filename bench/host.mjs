// Times the local Office.js host: bundles bench/host.ts with Univer (which Node cannot load unbundled) and runs it.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const outfile = join(root, '.cache', 'bench-host.cjs');
process.chdir(root);
await build({
  entryPoints: [join(root, 'bench', 'host.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'error',
});
createRequire(import.meta.url)(outfile);
// The measurements above run by themselves; the comparison comes once they are done.
process.once('beforeExit', async () => {
  const { againstStudy } = await import('./host/against-study.mjs');
  if (!(await againstStudy())) process.exitCode = 1;
});
