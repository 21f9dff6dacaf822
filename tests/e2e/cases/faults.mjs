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

export const cases = {
  'a cell being edited': ({ open }) => recovers(open, 'fault-editing', true, false, /Enter 或 Esc/u),
  'an Excel that is too old': ({ open }) => recovers(open, 'fault-api', '1.4', '1.14', /缺少所需功能（ExcelApi/u),
  async 'slow round trips still give a result'({ open }) {
    const workbench = await open('合成数据-袁州区-2023年6月-无误.xlsx');
    await workbench.drawer('fault-latency', '200');
    await workbench.audit();
  },
};
