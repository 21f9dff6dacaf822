// npm run fuzz [-- SECONDS] [PART…] [--seed=N] [--path=P]: random input for minutes or a night, apart from the tests.
// What it finds is printed with seed and path, which repeat it; mend it and keep the case as a test.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { Worker } from 'node:worker_threads';

/** An input that takes longer hangs: its thread is ended, since nothing else can end it. */
const LONGEST_SECONDS = 30;

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
  const { describeInput } = createRequire(import.meta.url)(outfile);
  process.exitCode = await watched(process.argv.slice(2), describeInput);
} finally {
  rmSync(outfile, { force: true });
}
process.exit();

/** Runs the parts in a thread that shows which input it is at; gives the exit code. */
function watched(words, describeInput) {
  const now = new Int32Array(new SharedArrayBuffer(8));
  const body = `const { parentPort, workerData: { words, now } } = require('node:worker_threads');
    const post = (message) => parentPort.postMessage(message);
    require(${JSON.stringify(outfile)}).main(words, now, post).then((code) => post({ code }));`;
  const worker = new Worker(body, { eval: true, workerData: { words, now } });
  return new Promise((resolve) => {
    let at = { part: '', seed: 0 };
    let [count, since] = [0, Date.now()];
    const watch = setInterval(() => {
      const current = Atomics.load(now, 0);
      if (current !== count) [count, since] = [current, Date.now()];
      else if (count > 0 && Date.now() - since > LONGEST_SECONDS * 1000) {
        const path = String(Atomics.load(now, 1));
        fail(
          `an input took more than ${LONGEST_SECONDS} s`,
          path,
          `\n  input: ${describeInput(at.part, at.seed, path)}`,
        );
      }
    }, 500);
    const end = (code) => {
      clearInterval(watch);
      void worker.terminate().then(() => resolve(code));
    };
    const fail = (what, path, more = '') => {
      console.log(`  FAILED: ${what}\n  repeat: npm run fuzz -- ${at.part} --seed=${at.seed} --path=${path}${more}`);
      end(1);
    };
    worker.on('message', (message) => {
      if (message.line !== undefined) console.log(message.line);
      else if (message.code === undefined) at = message;
      else end(message.code);
    });
    worker.on('exit', () => end(1));
    worker.on('error', (error) => fail(error.stack ?? String(error), String(Atomics.load(now, 1))));
  });
}
