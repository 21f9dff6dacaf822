// npm run start:excel: builds the pane, serves it over https on this machine and opens Excel with the add-in in it.
// Microsoft's tools come with npx, not with npm ci: they need a desktop and do not install everywhere.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const PAGE = 'https://localhost:3000/taskpane.html';
const CERTS_TOOL = 'office-addin-dev-certs@2.0.3';
const EXCEL_TOOL = 'office-addin-debugging@6.0.3';
const CERTS = path.join(os.homedir(), '.office-addin-dev-certs');
/** A first build on a slow machine. */
const PATIENCE_MS = 180_000;

const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
const options = { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' };
const run = (...args) => spawnSync(npx, args, options).status === 0;

/** Says what is missing and what to do instead, then ends. */
function giveUp(missing, instead) {
  console.error(`无法在 Excel 中启动 / cannot start in Excel:\n  ${missing}\n  ${instead}`);
  process.exit(1);
}

const WORKBENCH = '可改用工作台（不需要 Excel）/ use the workbench, which needs no Excel: npm start';

if (process.platform !== 'win32' && process.platform !== 'darwin') {
  giveUp(`此系统（${process.platform}）没有桌面版 Excel / there is no desktop Excel for this system.`, WORKBENCH);
}
if (process.platform === 'darwin' && !fs.existsSync('/Applications/Microsoft Excel.app')) {
  giveUp('没有找到 Microsoft Excel.app / Microsoft Excel.app was not found in /Applications.', WORKBENCH);
}
if (!run('--yes', CERTS_TOOL, 'install')) {
  giveUp(
    '本机 https 证书没有装好 / the certificate for https://localhost could not be installed.',
    `需要联网取得 ${CERTS_TOOL}，并在弹出的窗口中同意安装证书 / it needs the npm registry and your consent in the dialog.`,
  );
}

const file = (name) => path.join(CERTS, name);
const server = spawn(
  npx,
  [
    'webpack',
    'serve',
    '--mode',
    'development',
    ...['--server-type', 'https'],
    ...['--server-options-key', file('localhost.key')],
    ...['--server-options-cert', file('localhost.crt')],
    ...['--server-options-ca', file('ca.crt')],
  ],
  options,
);
let isStopping = false;
function stop(code) {
  if (isStopping) return;
  isStopping = true;
  run('--yes', EXCEL_TOOL, 'stop', 'manifest.xml');
  server.kill();
  process.exit(code);
}
process.on('SIGINT', () => stop(0));
server.on('exit', (code) => {
  if (!isStopping)
    giveUp(`页面服务已退出（${code}）/ the page server ended.`, '端口 3000 可能被占用 / port 3000 may be in use.');
});

/** True as soon as the pane's page can be fetched. */
async function isServed() {
  const ca = fs.readFileSync(file('ca.crt'));
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS;) {
    const isThere = await new Promise((resolve) => {
      https
        .get(PAGE, { ca }, (answer) => {
          answer.resume();
          resolve(answer.statusCode === 200);
        })
        .on('error', () => resolve(false));
    });
    if (isThere) return true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
}

if (!(await isServed())) {
  console.error(`${PAGE} 没有响应 / does not answer.`);
  stop(1);
}
if (!run('--yes', EXCEL_TOOL, 'start', 'manifest.xml', 'desktop', '--no-debug')) {
  console.error(
    'Excel 没有启动 / Excel did not start. 请确认已安装 Excel 2021 或更高版本 / is Excel 2021 or later installed?',
  );
  stop(1);
}
console.log('Excel 已打开，“规划表校核”在功能区中。按 Ctrl-C 结束 / the add-in is on the ribbon; Ctrl-C ends it.');
