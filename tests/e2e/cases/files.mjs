import assert from 'node:assert/strict';
import { join } from 'node:path';

export const cases = {
  async 'a saved workbook opens again with the same findings'({ open, page, pictures }) {
    const workbench = await open('合成数据-袁州区-2023年6月-有误.xlsx');
    await workbench.audit();
    const before = await workbench.pane.getByText(/^(?:强制性|核实性|提示) ?\d+/u).allInnerTexts();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '另存为 xlsx' }).click(),
    ]);
    const path = join(pictures, 'saved.xlsx');
    await download.saveAs(path);
    await page.locator('#file').setInputFiles(path);
    await page.getByText('已打开 saved.xlsx').waitFor({ timeout: 20_000 });
    await workbench.pane.getByRole('button', { name: '一键审核' }).waitFor({ timeout: 20_000 });
    await workbench.audit();
    assert.deepEqual(await workbench.pane.getByText(/^(?:强制性|核实性|提示) ?\d+/u).allInnerTexts(), before);
  },

  async 'a file that cannot be read is refused in one line'({ open, page }) {
    await open('合成数据-袁州区-2023年6月-无误.xlsx');
    await page
      .locator('#file')
      .setInputFiles({ name: '假的.xlsx', mimeType: 'text/plain', buffer: Buffer.from('这不是表格') });
    const status = page.locator('#status');
    await page.waitForFunction(
      () => /不是|无法|重新/u.test(document.querySelector('#status')?.textContent ?? ''),
      null,
      { timeout: 5_000 },
    );
    assert.ok((await status.innerText()).length < 120);
  },
};
