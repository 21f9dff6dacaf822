import { EXIT } from './exit-code';
import { processHost } from './process-host';
import { runCli } from './run';

const { host, finish } = processHost(new URL('./worker.mjs', import.meta.url));
try {
  finish(await runCli(process.argv.slice(2), host));
} catch (error) {
  process.stderr.write(`程序内部出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  finish(EXIT.fileFailed);
}
