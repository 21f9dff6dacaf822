// Writing and reading through the client, against the feasibility study in the same run, each in processes of its own.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const TIMES = 7;
const MOST = 1.3;
/** The study stands beside the project; elsewhere `STUDY` says where. */
const PLACES = [process.env.STUDY, join(ROOT, '..', 'shared', 'spikes', 'office-host')];
const FINISH = 'writeAndRead(client.Excel).then((ms) => { console.log(ms); end(); process.exit(0); });';

const own = () => `
  import { startHeadlessExcel } from './src/workbench/host/headless';
  import { writeAndRead } from './bench/host/write-and-read.mjs';
  const excel = startHeadlessExcel();
  const client = { Excel: globalThis.Excel };
  const end = () => excel.dispose();
  ${FINISH}`;
const studys = (folder) => `
  import { writeAndRead } from './bench/host/write-and-read.mjs';
  import { loadClient, attach } from ${JSON.stringify(join(folder, 'client.js'))};
  import { createEngine } from ${JSON.stringify(join(folder, 'engine.js'))};
  import { Host } from ${JSON.stringify(join(folder, 'host.js'))};
  const engine = createEngine();
  const client = attach(loadClient(), new Host(engine));
  const end = () => engine.dispose();
  ${FINISH}`;

async function bundled(name, contents) {
  const outfile = join(ROOT, '.cache', `bench-host-${name}.cjs`);
  await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    nodePaths: [join(ROOT, 'node_modules')],
    logLevel: 'error',
  });
  return outfile;
}

const timeOf = (file) =>
  Number(execFileSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n').at(-1));
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** Prints the comparison; false where the host takes more than 1.3 times as long. True where there is no study. */
export async function againstStudy() {
  const folder = PLACES.find((place) => place && existsSync(join(place, 'host.js')));
  if (!folder) {
    console.log('not compared with the feasibility study: it is not here (STUDY=FOLDER says where it is)');
    return true;
  }
  const files = [await bundled('own', own()), await bundled('study', studys(folder))];
  const times = [[], []];
  // In turn, so that what else the machine does meets both alike.
  for (let i = 0; i < TIMES; i++) files.forEach((file, which) => times[which].push(timeOf(file)));
  const [ours, study] = times.map(median);
  const ratio = ours / study;
  console.log(
    `write and read 10000 × 8, median of ${TIMES}: ${Math.round(ours)} ms, the study ${Math.round(study)} ms in the same run: ${ratio.toFixed(2)} × (at most ${MOST})`,
  );
  return ratio <= MOST;
}
