import assert from 'node:assert/strict';
import { join } from 'node:path';

const SAMPLE = '合成数据-袁州区-2023年6月-无误.xlsx';
const WANTED = ['分学段汇总', '项目进度台账'];
const LONG = 30_000;

const cell = (page, sheet, row, column) =>
  page.evaluate(([name, r, c]) => window.plancheckWorkbench.cell(name, r, c), [sheet, row, column]);

/** Goes to a cell and types, as a person does. */
async function type(page, sheet, row, column, text) {
  await page.evaluate(([name, r, c]) => window.plancheckWorkbench.select(name, r, c), [sheet, row, column]);
  await page.locator('#grid canvas[id^="univer-sheet-main-canvas"]').focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function openReports(open) {
  const workbench = await open(SAMPLE);
  const { pane } = workbench;
  await pane.getByRole('tab', { name: '报表' }).click();
  await pane.getByRole('checkbox', { name: '全选' }).click();
  for (const name of WANTED) await pane.getByRole('checkbox', { name, exact: true }).check();
  await pane.getByRole('button', { name: '生成 2 张报表' }).click();
  await pane.getByRole('button', { name: WANTED[0], exact: true }).waitFor({ timeout: LONG });
  return workbench;
}

export const cases = {
  'reports: two are made and opened by their names, later changes are told, made again they keep an own column':
    async ({ open, page }) => {
      const { pane, selection } = await openReports(open);
      const stale = pane.getByText('生成后工作簿又有改动', { exact: false });
      assert.equal(await stale.count(), 0, 'nothing has changed yet');
      for (const name of [...WANTED].reverse()) {
        await pane.getByRole('button', { name, exact: true }).click();
        await page.waitForFunction((sheet) => window.plancheckWorkbench.selection().startsWith(`${sheet}!`), name, {
          timeout: LONG,
        });
      }
      assert.match(await selection(), /^分学段汇总!/u);
      assert.match(String(await cell(page, '分学段汇总', 0, 0)), /学校建设情况汇总表$/u);

      // A column of one's own, to the right of the table.
      await type(page, '分学段汇总', 3, 25, '我的备注');
      await page.waitForFunction(() => window.plancheckWorkbench.cell('分学段汇总', 3, 25) === '我的备注');
      await stale.waitFor({ timeout: LONG });
      await pane.getByRole('button', { name: '生成 2 张报表' }).click();
      await stale.waitFor({ state: 'detached', timeout: LONG });
      assert.equal(await cell(page, '分学段汇总', 3, 25), '我的备注');
      assert.match(String(await cell(page, '分学段汇总', 0, 0)), /学校建设情况汇总表$/u);
    },

  'reports at 320 pixels in three themes: nothing sticks out': async ({ open, page, pictures }) => {
    const workbench = await openReports(open);
    await workbench.width(320);
    for (const theme of ['light', 'dark', 'contrast']) {
      await workbench.theme(theme);
      await page.locator('#pane').evaluate((frame) => frame.contentWindow.dispatchEvent(new Event('focus')));
      await page.waitForTimeout(400);
      const frame = page.frame({ url: /pane\.html/u });
      for (const [part, top] of [
        ['top', 0],
        ['end', 10_000],
      ]) {
        await frame.evaluate((to) => {
          for (const element of document.querySelectorAll('*'))
            if (element.scrollHeight > element.clientHeight + 8) element.scrollTop = to;
        }, top);
        await page.locator('#pane').screenshot({ path: join(pictures, `reports-${theme}-${part}.png`) });
      }
      const overflow = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${theme}: ${overflow} px too wide`);
    }
  },
};
