import assert from 'node:assert/strict';
import { join } from 'node:path';
import { violations } from '../axe.mjs';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples');
const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';
const LONG = 90_000;

const tab = (pane, name) => pane.getByRole('tab', { name }).click();

/** Every state of the pane in the order in which it is reached, and how. */
const STATES = {
  async first() {},
  async findings({ audit }) {
    await audit();
  },
  async unfolded({ pane }) {
    await pane
      .getByText(/是文本，求和时按 0 计/u)
      .first()
      .click();
    await pane.getByRole('button', { name: '改正', exact: true }).first().waitFor();
  },
  async preview({ pane }) {
    await pane.getByRole('button', { name: '改正', exact: true }).first().click();
    await pane.getByRole('heading', { name: /^请确认改动/u }).waitFor();
  },
  async explaining({ pane, page }) {
    await pane.getByRole('button', { name: '不写入' }).click();
    await pane
      .getByText(/不是日期，应为/u)
      .first()
      .click();
    await pane.getByRole('button', { name: '写说明' }).first().click();
    await pane.getByRole('textbox', { name: '说明理由' }).waitFor();
    // Too short: the field says so.
    await pane.getByRole('button', { name: '保存说明' }).click();
    await page.waitForTimeout(200);
  },
  async filling({ pane }) {
    await tab(pane, '填报');
    await pane.getByRole('button', { name: '计算填报' }).click();
    await pane.getByRole('button', { name: /^预览所选/u }).waitFor({ timeout: LONG });
  },
  async 'filling-preview'({ pane }) {
    await pane.getByRole('button', { name: /^预览所选/u }).click();
    await pane.getByRole('heading', { name: /^请确认改动/u }).waitFor();
  },
  async 'filling-written'({ pane }) {
    await pane.getByRole('button', { name: /^写入/u }).click();
    await pane.getByRole('heading', { name: '已写入的改动' }).waitFor({ timeout: LONG });
  },
  async 'reports-choice'({ pane }) {
    await tab(pane, '报表');
    await pane.getByRole('button', { name: /^生成 \d+ 张报表/u }).waitFor({ timeout: LONG });
  },
  async 'reports-made'({ pane }) {
    await pane.getByRole('checkbox', { name: '全选' }).uncheck();
    await pane.getByRole('checkbox', { name: /^综述/u }).check();
    await pane.getByRole('button', { name: /^生成 1 张报表/u }).click();
    await pane.getByRole('button', { name: '复制综述' }).waitFor({ timeout: LONG });
  },
  async 'submissions-read'({ pane, pictures }) {
    await tab(pane, '汇总');
    await pane
      .locator('input[type=file][multiple]')
      .setInputFiles([join(SAMPLES, FAULTY), join(pictures, '..', '..', 'package.json')]);
    await pane.getByRole('button', { name: /^汇总 1 个文件/u }).waitFor({ timeout: LONG });
  },
  async help({ pane }) {
    await tab(pane, '设置');
    for (const topic of ['审核一份表', '常见问题']) await pane.getByText(topic, { exact: true }).click();
  },
  async 'rules-and-notes'({ pane }) {
    await pane.getByRole('combobox', { name: '规则方案' }).selectOption({ label: '自由校核' });
    await pane.getByRole('button', { name: '逐条设置规则级别' }).click();
    await pane.getByRole('button', { name: /^查看方案自身的差异与缺项/u }).click();
    await pane.getByRole('list', { name: '方案说明' }).waitFor();
  },
};

const overflow = (page) =>
  page
    .frame({ url: /pane\.html/u })
    .evaluate(() =>
      Math.max(
        ...[document.documentElement, document.getElementById('place')].map(
          (element) => element.scrollWidth - element.clientWidth,
        ),
      ),
    );

const squeezed = (page) =>
  page
    .frame({ url: /pane\.html/u })
    .evaluate(() =>
      [...document.querySelectorAll('button')]
        .filter((button) => button.clientHeight > 0 && button.scrollHeight > button.clientHeight + 4)
        .map((button) => button.innerText),
    );

export const cases = {
  async 'every state of the pane: nothing against WCAG 2.2 AA in three themes, and 270 px are enough'({
    open,
    page,
    pictures,
  }) {
    const workbench = await open(FAULTY);
    await workbench.width(270);
    for (const [name, reach] of Object.entries(STATES)) {
      await reach({ ...workbench, pictures });
      for (const theme of ['dark', 'contrast', 'light']) {
        await workbench.theme(theme);
        // Colours fade over to the new theme; half-way they are nobody's.
        await page.waitForTimeout(350);
        assert.deepEqual(await violations(page), [], `${name} ${theme}`);
        await page.locator('#pane').screenshot({ path: join(pictures, `state-${name}-${theme}.png`) });
      }
      assert.ok((await overflow(page)) <= 0, `${name}: wider than 270 px`);
      assert.deepEqual(await squeezed(page), [], `${name}: buttons lower than their words`);
    }
  },

  async 'the system’s high contrast: the chosen place, the levels and the focus can still be told'({
    open,
    page,
    pictures,
  }) {
    await page.emulateMedia({ forcedColors: 'active' });
    const workbench = await open(FAULTY);
    await workbench.audit();
    await workbench.pane.getByRole('tab', { name: '审核' }).focus();
    await page.keyboard.press('Tab');
    await page.waitForTimeout(300);
    await page.locator('#pane').screenshot({ path: join(pictures, 'forced-colours.png') });
    const frame = page.frame({ url: /pane\.html/u });
    const seen = await frame.evaluate(() => {
      const line = (element) => getComputedStyle(element).borderBottomColor;
      const [chosen, other] = ['true', 'false'].map((is) => document.querySelector(`[role=tab][aria-selected=${is}]`));
      const focused = getComputedStyle(document.activeElement);
      return {
        isForced: matchMedia('(forced-colors: active)').matches,
        tabsDiffer: line(chosen) !== line(other),
        hasOutline: focused.outlineStyle !== 'none' || focused.borderStyle !== 'none' || focused.boxShadow !== 'none',
        signs: document.querySelectorAll('[role=listitem] svg').length,
      };
    });
    assert.equal(seen.isForced, true);
    assert.equal(seen.tabsDiffer, true, 'the chosen place differs by its line');
    assert.equal(seen.hasOutline, true);
    assert.ok(seen.signs > 5, 'the levels have shapes, not colours alone');
  },
};
