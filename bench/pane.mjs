// npm run bench:pane [-- --write]: size and speed of the pane in headless Chromium, medians of 5 runs with a cold cache each.
// The pane stands over a workbook in memory, so that the pane and the core are timed and no host; --write keeps docs/pane-speed.md.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import { serve } from '../scripts/serve.mjs';
import { launchBrowser } from '../tests/e2e/browser.mjs';
import config from '../webpack.config.js';
import { auditIn, cancelIn, consolidateIn, observe, paintedIn } from './pane/in-page.mjs';

const ROOT = join(import.meta.dirname, '..');
const RUNS = 5;
/** Rows of the made-up school tables: the plan's own size, and the largest. */
const [SMALL, LARGE] = [39, 20_000];
const SUBMISSIONS = join(ROOT, '.cache', 'bench', 'five');

/** Five made-up submissions, each as long as the plan's own table, as the page is to choose them. */
function fiveSubmissions() {
  const script = join(ROOT, 'scripts', 'run-ts.mjs');
  const writer = join(import.meta.dirname, 'consolidation', 'submissions.ts');
  execFileSync(process.execPath, [script, writer, SUBMISSIONS, '5x40'], { cwd: ROOT });
  return readdirSync(SUBMISSIONS).map((name) => ({
    name,
    base64: readFileSync(join(SUBMISSIONS, name)).toString('base64'),
  }));
}

function build(env) {
  const settings = { ...config(env, { mode: 'production' }), devtool: false };
  return new Promise((done, failed) => {
    webpack(settings, (error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors()) return failed(new Error(stats.toString({ all: false, errors: true })));
      done(join(ROOT, env.out));
    });
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const kilobytes = (folder, names) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0) / 1000;

/** Sizes in kB gz of the built pane: what its page names, and everything that it may fetch later. */
function sizes(folder) {
  const page = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  const own = readdirSync(folder).filter((name) => /\.(?:js|css)$/u.test(name));
  return {
    first: kilobytes(
      folder,
      own.filter((name) => page.includes(name)),
    ),
    all: kilobytes(folder, own),
  };
}

/** Opens the pane over so many rows in a browser that has seen nothing yet, and measures in it. */
async function inFreshPane(browser, address, rows, measure, given) {
  const context = await browser.newContext({ viewport: { width: 350, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(observe);
    await page.goto(`${address}preview.html?state=core&rows=${rows}`);
    await page.getByRole('button', { name: '一键审核' }).waitFor({ timeout: 60_000 });
    const painted = await page.evaluate(paintedIn);
    // The worker is started with the page and is there before anyone clicks.
    await page.waitForTimeout(700);
    return { ...painted, ...(measure ? await page.evaluate(measure, given) : {}) };
  } finally {
    await context.close();
  }
}

async function repeat(run) {
  const all = [];
  for (let count = 0; count < RUNS; count += 1) all.push(await run());
  return Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(all.map((one) => one[name]))]));
}

const size = sizes(await build({ out: 'dist/bench-pane-release' }));
const { address, stop } = await serve(await build({ preview: true, out: 'dist/bench-pane' }));
const browser = await launchBrowser();
const before = loadavg()[0];
// Once unmeasured: the first start of a browser reads its own files.
await inFreshPane(browser, address, SMALL, auditIn);
const small = await repeat(() => inFreshPane(browser, address, SMALL, auditIn));
const large = await repeat(() => inFreshPane(browser, address, LARGE, auditIn));
const cancel = await repeat(() => inFreshPane(browser, address, LARGE, cancelIn));
const files = fiveSubmissions();
const several = await repeat(() => inFreshPane(browser, address, SMALL, consolidateIn, files));
const version = browser.version();
await browser.close();
await stop();

const ms = (value) => `${Math.round(value)} ms`;
const kB = (value) => `${value.toFixed(1)} kB`;
const rows = [
  ['页面首先载入的脚本（gzip，不含 office.js）', kB(size.first), '200 kB'],
  ['全部脚本，含以后才载入的（gzip）', kB(size.all), '—'],
  ['首次绘出', ms(small.firstPaint), '500 ms'],
  ['可以点“一键审核”', ms(small.usable), '—'],
  [`${SMALL} 所学校：点击到看见结论`, ms(small.shown), '300 ms'],
  [`${LARGE} 行：点击到看见结论`, ms(large.shown), '—'],
  [`${LARGE} 行：最长的主线程任务`, ms(large.longest), '200 ms'],
  [`${LARGE} 行：点“取消”到停止`, ms(cancel.stopped), '100 ms'],
  ['选择 5 个报送文件：第一个文件的结果', ms(several.first), '1000 ms'],
  ['选择 5 个报送文件：全部文件的结果', ms(several.all), '3000 ms'],
  ['汇总 5 个文件：各表写好', ms(several.combined), '—'],
];
const table = [
  '| 项目 | 中位数（5 次） | 要求 |',
  '|---|---|---|',
  ...rows.map(([what, value, most]) => `| ${what} | ${value} | ${most === '—' ? most : `≤ ${most}`} |`),
].join('\n');
const machine = `Chromium ${version}，无界面；${cpus().length} 核；Node ${process.versions.node}；开始时系统负载 ${before.toFixed(1)}`;
console.log(`${table}\n\n${machine}`);
if (process.argv.includes('--write')) {
  writeFileSync(
    join(ROOT, 'docs', 'pane-speed.md'),
    `# 窗格的大小和速度

由 \`npm run bench:pane -- --write\` 生成：每次都在全新的浏览器环境中打开，工作簿在内存中（合成数据），因此只含窗格和审核本身，不含 Excel 读表的时间。负载高时的数字偏大，不能作准。

${table}

${machine}。
`,
  );
}
process.exit(0);
