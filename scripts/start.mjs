// npm start: builds the workbench, serves it on this machine and opens it in the browser.
import { spawn } from 'node:child_process';
import { buildWorkbench } from './build-workbench.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT ?? 3000);
const started = Date.now();
console.log('正在准备工作台 / building the workbench …');
const folder = await buildWorkbench();
const { address } = await serve(folder, port).catch((error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return serve(folder, 0);
});
console.log(`工作台已就绪 / ready: ${address}  (${((Date.now() - started) / 1000).toFixed(1)} s，按 Ctrl-C 结束)`);
if (!process.env.CI && !process.argv.includes('--no-open')) open(address);

/** Opens the default browser; where there is none the address above is enough. */
function open(url) {
  const [command, ...rest] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  spawn(command, rest, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
