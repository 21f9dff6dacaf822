import assert from 'node:assert/strict';
import { join } from 'node:path';
import { AXE, RULES, violations } from '../axe.mjs';
import { typeAt } from '../workbench.mjs';

export const cases = {
  async 'four widths, three themes: no sideways scrolling, nothing against WCAG 2.2 AA'({ open, page, pictures }) {
    const workbench = await open('合成数据-袁州区-2023年6月-有误.xlsx');
    for (const theme of ['light', 'dark', 'contrast']) {
      await workbench.theme(theme);
      await page.locator('#pane').evaluate((frame) => frame.contentWindow.dispatchEvent(new Event('focus')));
      for (const width of [270, 320, 350, 450]) {
        await workbench.width(width);
        if (theme === 'light' && width === 270) {
          assert.deepEqual(await violations(page), [], 'before the audit');
          await workbench.audit();
        }
        await page.waitForTimeout(400);
        await page.locator('#pane').screenshot({ path: join(pictures, `pane-${theme}-${width}.png`) });
        const frame = page.frame({ url: /pane\.html/u });
        const overflow = await frame.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(overflow <= 0, `${theme} ${width}: ${overflow} px too wide`);
        if (width === 320) assert.deepEqual(await violations(page), [], `${theme} ${width}`);
      }
    }
  },

  async 'the page around the grid: nothing against WCAG 2.2 AA, in three themes, with a warning, drawer and question'({
    open,
    page,
    pictures,
  }) {
    const workbench = await open('合成数据-袁州区-2023年6月-有误.xlsx');
    await page.evaluate(AXE);
    const nothingWrong = async (state) => {
      const { violations: found } = await page.evaluate(
        (rules) => window.axe.run({ exclude: [['#grid'], ['#pane']] }, { runOnly: rules }),
        RULES,
      );
      assert.deepEqual(
        found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`),
        [],
        state,
      );
    };
    const inThemes = async (state) => {
      for (const theme of ['light', 'dark', 'contrast']) {
        await page.locator('#theme').evaluate((select, value) => {
          select.value = value;
          select.dispatchEvent(new Event('change'));
        }, theme);
        await nothingWrong(`${state}, ${theme}`);
        await page.screenshot({ path: join(pictures, `workbench-${state}-${theme}.png`) });
      }
    };
    await inThemes('open');
    await page.getByRole('button', { name: 'Developer' }).click();
    await page
      .locator('#file')
      .setInputFiles({ name: '合成数据-假的.xlsx', mimeType: 'text/plain', buffer: Buffer.from('这不是表格') });
    await page.getByText(/没有打开/u).waitFor({ timeout: 5_000 });
    await inThemes('warning');
    await typeAt(page, { x: 300, y: 300 }, '改动');
    await page.locator('#samples').selectOption('方案附件-公开数据.xlsx');
    await page.getByRole('dialog').waitFor();
    await inThemes('question');
    await page.keyboard.press('Escape');
    await workbench.theme('light');
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.waitForTimeout(500);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${overflow} px too wide at 1024`);
    await page.screenshot({ path: join(pictures, 'workbench-1024.png') });
  },

  async 'the pane is drawn before the grid'({ page, address }) {
    let release = () => undefined;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route(/grid\.[0-9a-f]+\.js/u, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.frameLocator('#pane').getByRole('button', { name: '一键审核' }).waitFor({ timeout: 30_000 });
    assert.equal(await page.evaluate(() => window.plancheckWorkbench.isReady()), false);
    release();
    await page.waitForFunction(() => window.plancheckWorkbench.isReady(), null, { timeout: 60_000 });
  },
};
