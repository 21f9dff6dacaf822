// npm run bench [-- PART…]: all measurements, one page of results (docs/benchmarks.md). Run it on a quiet machine.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { once } from './measure.mjs';

const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs', 'benchmarks.md');
const ts = (file, ...args) => ['scripts/run-ts.mjs', file, ...args];

/** The parts, each with what it shows and its command. */
const PARTS = [
  ['audit', '审核 1,000–100,000 行：与读取库和校验库比较', ['bench/audit/run.mjs', '5']],
  ['audit-cost', '识别和规则相对于读取的耗时', ts('bench/audit/cost.ts', '5')],
  ['reports', '2,000 所学校的全部报表', ts('bench/reports.ts')],
  ['writing', '写报表：与 exceljs 比较', ts('bench/writing.ts', '5')],
  ['detection', '查错率：与读取库加校验库比较', ts('bench/detection/run.ts', '1', '1', '--brief')],
  ['pane', '窗格', ['bench/pane.mjs']],
  ['consolidation', '汇总的吞吐：与逐个读取比较', ['bench/consolidation/run.mjs', '5']],
  ['host', '本地 Office 主机', ['bench/host.mjs']],
];

function machine() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [cpu] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  return [
    ['日期', new Date().toISOString().slice(0, 10)],
    ['程序', `plancheck ${version}，提交 ${commit}`],
    ['处理器', `${cpus().length} × ${cpu?.model.trim() ?? ''}`],
    ['内存', `${Math.round(totalmem() / 2 ** 30)} GB`],
    ['系统', `${platform()} ${release()} ${arch()}`],
    ['Node', process.version],
    ['开始时的负载（1 分钟）', loadavg()[0].toFixed(2)],
  ];
}

/** What the page said of a part before, so that one part can be measured again alone. */
function earlier(name) {
  try {
    const found = readFileSync(PAGE, 'utf8').match(new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`, 'u'));
    return found?.[0] ?? null;
  } catch {
    return null;
  }
}

const wanted = process.argv.slice(2);
const facts = machine();
const sections = [];
for (const [name, title, args] of PARTS) {
  const kept = earlier(name);
  if (wanted.length > 0 && !wanted.includes(name)) {
    if (kept) sections.push(kept);
    continue;
  }
  console.log(`== ${name}`);
  const { code, output, ms } = await once(process.execPath, args, { cwd: ROOT });
  console.log(output);
  if (code !== 0) {
    console.error(`${name} ended with ${code}; the page keeps what it said before.`);
    process.exitCode = 1;
    if (kept) sections.push(kept);
    continue;
  }
  sections.push(
    `<!-- ${name} -->\n## ${title}\n\n\`node ${args.join(' ')}\`（${(ms / 1000).toFixed(0)} 秒，${facts[0][1]}）\n\n\`\`\`text\n${output.trim()}\n\`\`\`\n<!-- /${name} -->`,
  );
}
writeFileSync(
  PAGE,
  `# 测量结果\n\n由 \`npm run bench\` 生成；\`npm run bench -- audit\` 只测一部分。数字随机器而变，看的是同一次运行中的比值。\n\n${facts
    .map(([name, value]) => `- ${name}：${value}`)
    .join('\n')}\n\n${sections.join('\n\n')}\n`,
);
console.log(`写入 ${PAGE}`);
