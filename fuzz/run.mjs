// npm run fuzz [-- SECONDS] [PART…] [--seed=N] [--path=P]: random input for minutes or a night, apart from the tests.
// What it finds is printed with seed and path, which repeat it; mend it and keep the case as a test.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const outfile = join(root, '.cache', `fuzz.${process.pid}.cjs`);
process.chdir(root);
await build({
  entryPoints: [join(root, 'fuzz', 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'error',
});
try {
  await createRequire(import.meta.url)(outfile).main(process.argv.slice(2));
} finally {
  const { rmSync } = await import('node:fs');
  rmSync(outfile, { force: true });
}
process.exit(process.exitCode ?? 0);
