import assert from 'node:assert/strict';

/** With the fault on, one helpful line; with it off, the audit works again. */
async function recovers(open, id, on, off, line) {
  const workbench = await open('合成数据-袁州区-2023年6月-无误.xlsx');
  await workbench.pane.getByRole('button', { name: '一键审核' }).waitFor();
  await workbench.drawer(id, on);
  await workbench.pane.getByRole('button', { name: '一键审核' }).click();
  await workbench.pane.getByText(line).first().waitFor({ timeout: 15_000 });
  await workbench.drawer(id, off);
  await workbench.audit();
  assert.notEqual(await workbench.verdict(), '需修改');
}

/** The preview of the fix for the seats typed as text in 附件2!D10 of the labelled sample. */
async function fixing(open) {
  const workbench = await open('合成数据-袁州区-2023年6月-有误.xlsx');
  await workbench.audit();
  await workbench.pane
    .getByText(/规划学位“1500”是文本/u)
    .first()
    .click();
  await workbench.pane.getByRole('button', { name: /^改正/u }).first().click();
  await workbench.pane.getByRole('button', { name: /^写入/u }).waitFor({ timeout: 10_000 });
  return workbench;
}

/** What the grid holds, with its type: text that looks like a number is text. */
const valueAt = (page, sheet, row, column) =>
  page.evaluate(([name, r, c]) => window.plancheckWorkbench.cell(name, r, c), [sheet, row, column]);

export const cases = {
  'a cell being edited': ({ open }) => recovers(open, 'fault-editing', true, false, /Enter 或 Esc/u),
  'an Excel that is too old': ({ open }) => recovers(open, 'fault-api', '1.4', '1.14', /缺少所需功能（ExcelApi/u),
  async 'an answer above the limit'({ open }) {
    await recovers(open, 'fault-limit', '4096', '5242880', /超出 Excel 一次能传送的上限/u);
  },

  async 'a protected sheet: nothing is written, and afterwards it is'({ open, page }) {
    const workbench = await fixing(open);
    await workbench.drawer('fault-protected', true);
    await workbench.pane.getByRole('button', { name: /^写入/u }).click();
    await workbench.pane
      .getByText(/受保护，不能写入/u)
      .first()
      .waitFor({ timeout: 10_000 });
    assert.equal(await valueAt(page, '附件2', 9, 3), '1500');
    await workbench.drawer('fault-protected', false);
    await workbench.pane.getByRole('button', { name: /^写入/u }).click();
    await workbench.pane
      .getByText(/已写入/u)
      .first()
      .waitFor({ timeout: 10_000 });
    assert.equal(await valueAt(page, '附件2', 9, 3), 1500);
  },

  async 'a failure at any action of a write: the cells are as before, and afterwards it is written'({ open, page }) {
    const workbench = await fixing(open);
    for (const action of [1, 4, 9]) {
      await workbench.drawer('fault-action', String(action));
      await workbench.pane.getByRole('button', { name: /^写入/u }).click();
      await workbench.pane
        .getByText(/已全部恢复原样|没有完成“写入”|没有改动/u)
        .first()
        .waitFor({ timeout: 10_000 });
      assert.equal(await valueAt(page, '附件2', 9, 3), '1500', `action ${action}`);
    }
    await workbench.drawer('fault-action', '');
    await workbench.pane.getByRole('button', { name: /^写入/u }).click();
    await workbench.pane
      .getByText(/已写入/u)
      .first()
      .waitFor({ timeout: 10_000 });
    assert.equal(await valueAt(page, '附件2', 9, 3), 1500);
  },

  async 'slow round trips still give a result'({ open }) {
    const workbench = await open('合成数据-袁州区-2023年6月-无误.xlsx');
    await workbench.drawer('fault-latency', '200');
    await workbench.audit();
  },
};
