const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = dirname(__dirname);
const entry = join(root, 'src/workbench/host/headless/univer-engine.ts');
/** Where jest.config.cjs maps the engine to. */
const bundle = join(root, '.cache/univer-engine.cjs');

/**
 * Jest cannot load Univer's ESM dependencies, so the headless engine is bundled once for all tests. The bundle is
 * made anew when the engine's source or Univer's version changes, and put in place by a rename, so that runs
 * side by side never see half of it.
 */
module.exports = async function bundleEngine() {
  const hash = createHash('sha256').update(readFileSync(entry));
  for (const name of ['core', 'preset-sheets-node-core', 'sheets-numfmt']) {
    hash.update(readFileSync(join(root, 'node_modules/@univerjs', name, 'package.json')));
  }
  const stamp = `// ${hash.digest('hex')}`;
  if (existsSync(bundle) && readFileSync(bundle, 'utf8').startsWith(stamp)) return;
  mkdirSync(dirname(bundle), { recursive: true });
  const unfinished = `${bundle}.${process.pid}`;
  await require('esbuild').build({
    entryPoints: [entry],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    banner: { js: stamp },
    logLevel: 'error',
  });
  renameSync(unfinished, bundle);
};
