import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeAt } from '../workbench.mjs';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples');
const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';

export const cases = {
  async 'the labelled sample shows its faults'({ open }) {
    const workbench = await open(FAULTY);
    await workbench.audit();
    assert.equal(await workbench.verdict(), '需修改');
    const faults = JSON.parse(readFileSync(join(SAMPLES, FAULTY.replace('.xlsx', '.faults.json')), 'utf8'));
    const shown = await workbench.findings();
    for (const { cell, what } of faults) assert.ok(new RegExp(`\\b${cell}\\b`, 'u').test(shown), `${cell} ${what}`);
  },

  async 'clean samples have nothing that must be mended'({ page, address, open }) {
    for (const name of [
      '方案附件-公开数据.xlsx',
      '合成数据-袁州区-2023年6月-无误.xlsx',
      '合成数据-袁州区-另一版式.xlsx',
    ]) {
      const workbench = await open(name);
      await workbench.audit();
      assert.notEqual(await workbench.verdict(), '需修改', name);
    }
    assert.ok(page.url().startsWith(address));
  },

  async 'a finding takes the user to its cell'({ open, page, pictures }) {
    const workbench = await open(FAULTY);
    await workbench.audit();
    await workbench.pane.getByRole('button', { name: '定位' }).first().click();
    await page.waitForFunction(() => window.plancheckWorkbench.selection() === '目标完成情况!D5', null, {
      timeout: 5_000,
    });
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(pictures, 'located.png') });
  },

  async 'the largest sample is read in two round trips'({ open, page }) {
    const workbench = await open('合成数据-大表-2000行.xlsx');
    await workbench.pane.getByRole('button', { name: '一键审核' }).waitFor();
    await page.waitForTimeout(800);
    await page.evaluate(() => window.plancheckWorkbench.host.counters.reset());
    await workbench.audit();
    const { roundTrips } = await workbench.counters();
    assert.ok(roundTrips <= 2, `${roundTrips} round trips`);
  },

  async 'an edit in the grid makes the result stale'({ open, page }) {
    const workbench = await open(FAULTY);
    await workbench.audit();
    await typeAt(page, { x: 500, y: 300 }, '1');
    await workbench.pane
      .getByText(/已(?:改动|有改动|变动|修改|过期)|重新审核后|不是最新/u)
      .first()
      .waitFor({ timeout: 6_000 });
  },

  async 'marks on request are shown in the grid and go without trace'({ open, page, pictures }) {
    const workbench = await open(FAULTY);
    await workbench.audit();
    await workbench.pane.getByRole('button', { name: '定位' }).first().click();
    await workbench.pane.getByRole('button', { name: /标记/u }).first().click();
    await page.locator('#marks .mark').first().waitFor({ timeout: 8_000 });
    await page.screenshot({ path: join(pictures, 'marked.png') });
    await workbench.pane
      .getByRole('button', { name: /(?:清除|取消|去掉).*标记/u })
      .first()
      .click();
    await page.waitForFunction(() => document.querySelectorAll('#marks .mark').length === 0, null, { timeout: 8_000 });
  },

  async 'no request leaves for another origin'({ open, origins, address }) {
    const workbench = await open(FAULTY);
    await workbench.audit();
    const own = new URL(address).origin;
    assert.deepEqual(
      [...origins].filter((origin) => origin !== own && origin !== 'blob:' && origin !== 'null'),
      [],
    );
  },
};
