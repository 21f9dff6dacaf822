// npm run manual: the manual's pictures, taken from the workbench as it is now, so that they never go stale.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../tests/e2e/browser.mjs';
import { openWorkbench } from '../tests/e2e/workbench.mjs';
import { buildWorkbench } from './build-workbench.mjs';
import { serve } from './serve.mjs';

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'docs', 'manual');
const SAMPLES = join(ROOT, 'samples');
const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';
const GOOD = '合成数据-袁州区-2023年6月-无误.xlsx';

const folder = await buildWorkbench();
const { address, stop } = await serve(folder);
const browser = await launchBrowser();
mkdirSync(PICTURES, { recursive: true });
for (const old of readdirSync(PICTURES)) if (old.endsWith('.png')) rmSync(join(PICTURES, old));

/** Each picture: the sample it begins with, what is done, and whether the whole window or the pane alone is shown. */
const STEPS = [
  [
    'audit-window',
    FAULTY,
    true,
    ({ audit, pane }) => audit().then(() => pane.getByRole('button', { name: '定位' }).first().click()),
  ],
  [
    'audit-finding',
    FAULTY,
    false,
    async ({ audit, pane }) => {
      await audit();
      await pane
        .getByText(/规划学位“1500”是文本/u)
        .first()
        .click();
    },
  ],
  [
    'audit-preview',
    FAULTY,
    false,
    async ({ audit, pane }) => {
      await audit();
      await pane
        .getByText(/规划学位“1500”是文本/u)
        .first()
        .click();
      await pane.getByRole('button', { name: /^改正/u }).first().click();
      await pane.getByRole('button', { name: /^写入/u }).waitFor();
    },
  ],
  [
    'fill',
    FAULTY,
    false,
    async ({ pane }) => {
      await pane.getByRole('tab', { name: '填报' }).click();
      await pane.getByRole('button', { name: '计算填报' }).click();
      await pane.getByRole('button', { name: /^预览所选/u }).waitFor({ timeout: 20_000 });
    },
  ],
  [
    'reports',
    GOOD,
    true,
    async ({ pane }) => {
      await pane.getByRole('tab', { name: '报表' }).click();
      await pane.getByRole('checkbox', { name: '全选' }).uncheck();
      await pane.getByRole('checkbox', { name: /^综述/u }).check();
      await pane.getByRole('checkbox', { name: /^项目进度台账/u }).check();
      await pane.getByRole('button', { name: /^生成 \d+ 张报表/u }).click();
      await pane
        .getByText(/^已生成/u)
        .first()
        .waitFor({ timeout: 90_000 });
    },
  ],
  [
    'consolidation',
    '方案附件-公开数据.xlsx',
    false,
    async ({ pane }) => {
      await pane.getByRole('tab', { name: '汇总' }).click();
      const broken = join(ROOT, '.cache', '明月山区.xlsx');
      writeFileSync(broken, '这不是工作簿');
      await pane
        .locator('input[type=file][multiple]')
        .setInputFiles([join(SAMPLES, GOOD), join(SAMPLES, FAULTY), broken]);
      await pane.getByRole('button', { name: '汇总 2 个文件' }).click({ timeout: 30_000 });
      await pane.getByRole('heading', { name: /^请您确定/u }).waitFor({ timeout: 120_000 });
    },
  ],
  ['settings', GOOD, false, ({ pane }) => pane.getByRole('tab', { name: '设置' }).click()],
];

for (const [name, sample, isWhole, act] of STEPS) {
  const context = await browser.newContext({ viewport: { width: 1120, height: 720 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const workbench = await openWorkbench(page, address, sample);
  await act(workbench);
  await page.waitForTimeout(1_200);
  const target = isWhole ? page : page.locator('#pane');
  await target.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
  console.log(`docs/manual/${name}.png`);
  await context.close();
}
await browser.close();
await stop();
