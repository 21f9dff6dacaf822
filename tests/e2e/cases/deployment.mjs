import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, hasNginx, startNginx } from '../nginx.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const WORKBENCH = join(ROOT, 'dist', 'workbench');

/** Microsoft's client joined with the local host: what a host of Office would serve as office.js. */
function officeFolder(folder) {
  const client = readFileSync(join(WORKBENCH, 'office', 'excel-web-16.00.debug.js'), 'utf8');
  const connect = readdirSync(WORKBENCH).find((name) => /^connect\.[0-9a-f]{8}\.js$/u.test(name));
  mkdirSync(folder);
  writeFileSync(join(folder, 'office.js'), `${client}\n;${readFileSync(join(WORKBENCH, connect), 'utf8')}`);
  return folder;
}

function makePackage(...options) {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'package.mjs'), ...options], { cwd: ROOT, stdio: 'pipe' });
}

/** What the script says where it refuses, and with which code. */
function refusal(...options) {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'package.mjs'), ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return [status, stderr.split('\n')[0]];
}

/** Audits a sample in the packaged pane, shown by the workbench of the same server. */
async function auditPackaged(page, base, path) {
  const sample = encodeURIComponent('合成数据-袁州区-2023年6月-有误.xlsx');
  await page.goto(`${base}/workbench/?sample=${sample}&pane=${path}`);
  await page.waitForFunction(() => window.plancheckWorkbench?.isReady(), null, { timeout: 60_000 });
  const pane = page.frameLocator('#pane');
  await pane.getByRole('button', { name: '一键审核' }).click({ timeout: 30_000 });
  await pane.getByText('需修改').first().waitFor({ timeout: 30_000 });
  return pane;
}

export const cases = {
  async 'the packaged pane works under a sub-path of nginx, with the policy on, and asks no other origin'({
    page,
    origins,
    pictures,
  }) {
    if (!hasNginx) return 'nginx is not installed';
    const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const out = join(folder, 'package');
    makePackage(
      '--url',
      `${base}/jiaoyu/plancheck/`,
      '--office-js',
      officeFolder(join(folder, 'office')),
      '--out',
      out,
    );
    const location = readFileSync(join(out, 'nginx.conf'), 'utf8').replace('/srv/plancheck/pages/', `${out}/pages/`);
    const stop = await startNginx(
      folder,
      port,
      `${location}\nlocation /workbench/ { alias ${WORKBENCH}/; index index.html; }`,
    );
    const answers = new Map();
    page.on('response', (response) => answers.set(new URL(response.url()).pathname, response.headers()));
    const violations = [];
    page.on('console', (message) => {
      if (/Content Security Policy/u.test(message.text())) violations.push(message.text());
    });
    try {
      const pane = await auditPackaged(page, base, '/jiaoyu/plancheck/taskpane.html');
      for (const place of ['填报', '报表', '汇总', '设置']) await pane.getByRole('tab', { name: place }).click();
      await pane.getByText('诊断信息', { exact: true }).waitFor({ timeout: 20_000 });
      await page.screenshot({ path: join(pictures, 'packaged.png') });
      assert.deepEqual(
        [...origins].filter((origin) => origin !== base && origin !== 'blob:'),
        [],
      );
      assert.deepEqual(violations, []);
      const pageHeaders = answers.get('/jiaoyu/plancheck/taskpane.html');
      assert.match(pageHeaders['content-security-policy'], /default-src 'none'/u);
      assert.doesNotMatch(pageHeaders['content-security-policy'], /unsafe-eval|https?:/u);
      assert.equal(pageHeaders['cache-control'], 'no-cache');
      const scripts = [...answers].filter(([path]) => /^\/jiaoyu\/plancheck\/\w+\.[0-9a-f]{8}\.js$/u.test(path));
      assert.ok(scripts.length >= 3, 'the pane loads its scripts from the package');
      for (const [path, headers] of scripts) assert.match(headers['cache-control'], /immutable/u, path);
    } finally {
      stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },

  async 'office.js on another server: the policy lets that one in and no other'({ page, origins }) {
    if (!hasNginx) return 'nginx is not installed';
    const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
    const port = await freePort();
    const [base, other] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
    const out = join(folder, 'package');
    const office = officeFolder(join(folder, 'office'));
    makePackage('--url', `${base}/plancheck/`, '--office-js', `${other}/shared/office.js`, '--out', out);
    const location = readFileSync(join(out, 'nginx.conf'), 'utf8').replace('/srv/plancheck/pages/', `${out}/pages/`);
    const stop = await startNginx(
      folder,
      port,
      `${location}\nlocation /shared/ { alias ${office}/; }\nlocation /workbench/ { alias ${WORKBENCH}/; index index.html; }`,
    );
    const violations = [];
    page.on('console', (message) => {
      if (/Content Security Policy/u.test(message.text())) violations.push(message.text());
    });
    let policy = '';
    page.on('response', (response) => {
      if (response.url().endsWith('/plancheck/taskpane.html')) policy = response.headers()['content-security-policy'];
    });
    try {
      await auditPackaged(page, base, '/plancheck/taskpane.html');
      assert.deepEqual([...origins].filter((origin) => origin !== 'blob:').sort(), [base, other]);
      assert.deepEqual(violations, []);
      assert.ok(policy.includes(`script-src 'self' ${other};`), policy);
      assert.deepEqual([...new Set(policy.match(/https?:[^ ;]+/gu))], [other]);
      assert.doesNotMatch(policy, /unsafe-eval/u);
      assert.ok(readFileSync(join(out, 'pages', 'web.config'), 'utf8').includes(policy.replaceAll('"', '&quot;')));
    } finally {
      stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },

  async 'a source of office.js that Excel would not take is refused before anything is made'() {
    const page = ['--url', 'https://oa.example.gov.cn/plancheck/', '--office-js'];
    assert.deepEqual(refusal(...page, 'http://oa.example.gov.cn/office.js'), [64, 'Excel 只接受 https 地址。']);
    assert.deepEqual(refusal(...page, 'https://oa.example.gov.cn/office.js?v=1'), [64, '地址中不能有 ? 或 #。']);
    assert.deepEqual(refusal(...page, 'https://oa.example.gov.cn/excel.js'), [
      64,
      'office.js 的地址要以 /office.js 结尾。',
    ]);
    assert.deepEqual(refusal(...page, 'samples'), [64, 'samples 中没有 office.js。']);
  },

  async 'where office.js does not come, the page says after ten seconds what to do'({ page, address, pictures }) {
    await page.route(/excel-web/u, (route) => route.abort());
    await page.clock.install();
    await page.goto(`${address}pane.html`);
    await page.getByText('正在连接 Excel…').waitFor();
    await page.clock.runFor(10_500);
    await page.getByRole('heading', { name: '没有载入完成' }).waitFor();
    assert.equal(await page.getByRole('listitem').count(), 3);
    await page.screenshot({ path: join(pictures, 'not-loaded.png') });
  },
};
