import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the command line is made of; the add-in and the workbench are not in it. */
const SOURCES = ['workbook', 'plan', 'recognize', 'audit', 'fill', 'reports', 'consolidate', 'files', 'cli'];
const ENTRIES = { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' };
const DAY = 24 * 60 * 60 * 1000;
const root = checkout(dirname(realpathSync(fileURLToPath(import.meta.url))));

/**
 * The folder with `main.mjs` and `worker.mjs` of the sources as they are now. Only file dates and sizes are looked at;
 * a bundle is made where none of these sources is there yet. Several starts at once may each make it: each writes to a
 * folder of its own and the first to rename it wins.
 */
export async function bundledCli() {
  const print = fingerprint();
  for (const home of [join(root, 'dist', 'cli'), join(tmpdir(), `plancheck-${process.getuid?.() ?? 'user'}`)]) {
    const folder = join(home, print);
    if (existsSync(join(folder, 'main.mjs'))) return folder;
    if (canWrite(home)) return make(home, folder);
  }
  throw new Error(`无法写入 ${join(root, 'dist')}，也无法写入临时文件夹。`);
}

/** The folder above that holds the sources; npm may have linked this package or copied it. */
function checkout(folder) {
  if (existsSync(join(folder, ENTRIES.main))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('找不到程序源文件 src/cli。');
  return checkout(parent);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) describe(join(root, 'src', source), source, hash);
  for (const file of ['package-lock.json', 'bin/bundle.mjs', 'node_modules/esbuild/package.json']) {
    const info = statSync(join(root, file), { throwIfNoEntry: false });
    hash.update(`${file} ${info?.mtimeMs} ${info?.size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function describe(path, name, hash) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) describe(child, `${name}/${entry.name}`, hash);
    else {
      const { mtimeMs, size } = statSync(child);
      hash.update(`${name}/${entry.name} ${mtimeMs} ${size}\n`);
    }
  }
}

function canWrite(home) {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const info = statSync(home);
    if (process.getuid && info.uid !== process.getuid()) return false;
    const trial = join(home, `.${randomBytes(6).toString('hex')}`);
    mkdirSync(trial);
    rmSync(trial, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

async function make(home, folder) {
  const { build } = await import('esbuild');
  const own = join(home, `.${randomBytes(6).toString('hex')}`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ENTRIES,
      outdir: own,
      bundle: true,
      splitting: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      chunkNames: 'parts/[name]-[hash]',
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: 'none',
      logLevel: 'error',
      // CommonJS packages inside the bundle still ask for Node's own modules by `require`.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
    });
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    // Another start was faster: its bundle is the same.
    if (!existsSync(join(folder, 'main.mjs'))) throw error;
  }
  removeOld(home, folder);
  return folder;
}

/** Bundles of sources that have changed since; young ones may still be running. */
function removeOld(home, current) {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const info = statSync(path, { throwIfNoEntry: false });
    if (path !== current && info && Date.now() - info.mtimeMs > DAY) rmSync(path, { recursive: true, force: true });
  }
}
