// npm run start:excel: sideloads the add-in into the desktop Excel of this machine, where there is one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MAC_EXCEL = '/Applications/Microsoft Excel.app';
const WINDOWS_EXCEL = ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) =>
  process.env[name] ? [join(process.env[name], 'Microsoft Office', 'root', 'Office16', 'EXCEL.EXE')] : [],
);

function missing() {
  if (process.platform === 'darwin')
    return existsSync(MAC_EXCEL) ? null : '没有找到 /Applications/Microsoft Excel.app。';
  if (process.platform === 'win32')
    return WINDOWS_EXCEL.some((path) => existsSync(path))
      ? null
      : '没有找到桌面版 Excel（Microsoft 365 或 Excel 2021）。';
  return '此系统上没有桌面版 Excel（只有 Windows 和 macOS 有）。';
}

const why = missing();
if (why !== null) {
  console.error(
    `不能在 Excel 中打开：${why}\n可以这样做：\n  npm start               在浏览器工作台中使用同一个窗格\n  npx plancheck audit …   在命令行审核文件`,
  );
  process.exit(1);
}

/** The tools are fetched when they are needed: they do not install everywhere, and nothing else needs them. */
function run(what, args) {
  const { status } = spawnSync('npx', ['--yes', ...args], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(
      `${what}没有完成（office-addin 工具返回 ${status ?? '中断'}）。请检查网络和权限后再试；浏览器工作台可用 npm start。`,
    );
    process.exit(1);
  }
}

run('安装本机开发证书', ['office-addin-dev-certs@2', 'install']);
run('在 Excel 中加载', [
  'office-addin-debugging@6',
  'start',
  'manifest.xml',
  'desktop',
  '--app',
  'excel',
  '--dev-server',
  'npx webpack serve --mode development --server-type https',
  '--dev-server-port',
  '3000',
]);
