import assert from 'node:assert/strict';
import { join } from 'node:path';

const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';
const GOOD = '合成数据-袁州区-2023年6月-无误.xlsx';

/** As Excel does it when a pane is closed and its page is given up: the workbook stays open. */
async function reopen(page, pane) {
  await page.frame({ url: /pane\.html/u }).evaluate(() => window.location.reload());
  await pane.getByRole('tablist').waitFor({ timeout: 30_000 });
}

export const cases = {
  async 'closing the pane loses nothing: place, filter, result, marks, the way back, the chosen reports'({
    open,
    page,
    pictures,
  }) {
    const workbench = await open(FAULTY);
    const { pane } = workbench;
    const button = (name) => pane.getByRole('button', { name, exact: true });
    await workbench.audit();
    await button('在表中标记').click();
    await button('清除标记').waitFor();
    await pane
      .getByText(/规划学位“1500”是文本/u)
      .first()
      .click();
    await button('改正').first().click();
    await button('写入 1 处').click();
    await pane
      .getByText(/^已写入 1 处/u)
      .first()
      .waitFor();
    await button('筛选').click();
    await pane.getByRole('combobox', { name: '分组' }).selectOption({ label: '按规则' });
    await pane.getByRole('searchbox', { name: '搜索结果' }).fill('目标');

    await reopen(page, pane);
    await button('重新审核').waitFor({ timeout: 20_000 });
    assert.equal(await workbench.verdict(), '需修改');
    assert.equal(await pane.getByRole('searchbox', { name: '搜索结果' }).inputValue(), '目标');
    await pane.getByRole('button', { name: /^目标值或指标与方案不符（P10）/u }).waitFor();
    await button('清除标记').click();
    await page.waitForFunction(() => document.querySelectorAll('#charts .mark').length === 0, null, { timeout: 8_000 });
    await page.screenshot({ path: join(pictures, 'reopened.png') });

    // Elsewhere in the pane.
    await pane.getByRole('tab', { name: '报表' }).click();
    await pane.getByRole('checkbox', { name: '全选' }).uncheck();
    await pane.getByRole('checkbox', { name: /^综述/u }).check();
    await pane.getByRole('tab', { name: '填报' }).click();
    await pane.getByRole('tab', { name: '报表' }).click();
    await button('生成 1 张报表').waitFor();
    await reopen(page, pane);
    assert.equal(await pane.getByRole('tab', { selected: true }).innerText(), '报表');
    await pane.getByRole('tab', { name: '填报' }).click();
    await button('撤消').click();
    await pane
      .getByText(/^已撤消/u)
      .first()
      .waitFor();
    assert.equal(await page.evaluate(() => window.plancheckWorkbench.cell('附件2', 9, 3)), '1500');

    // Another workbook begins anew.
    await page.locator('#samples').selectOption(GOOD);
    const discard = page.getByRole('button', { name: '打开', exact: true });
    if (
      await discard.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      )
    )
      await discard.click();
    await button('一键审核').waitFor({ timeout: 30_000 });
  },
};
