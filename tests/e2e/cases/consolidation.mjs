import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples');
const TWICE = ['合成数据-袁州区-2023年6月-无误.xlsx', '合成数据-袁州区-2023年6月-有误.xlsx'];

export const cases = {
  async 'several files: each says what became of it, the sum is written, a question is answered'({
    open,
    page,
    pictures,
  }) {
    const workbench = await open('方案附件-公开数据.xlsx');
    const { pane } = workbench;
    await pane.getByRole('tab', { name: '汇总' }).click();
    const broken = join(pictures, '明月山区.xlsx');
    writeFileSync(broken, '这不是工作簿');
    await pane
      .locator('input[type=file][multiple]')
      .setInputFiles([...TWICE.map((name) => join(SAMPLES, name)), broken]);
    const list = pane.getByRole('list', { name: '报送文件' });
    await list.getByText(/明月山区\.xlsx/u).waitFor();
    await pane.getByRole('button', { name: '汇总 2 个文件' }).waitFor({ timeout: 20_000 });
    await pane.getByRole('button', { name: '汇总 2 个文件' }).click();
    await pane
      .getByText(/汇总完成/u)
      .first()
      .waitFor({ timeout: 90_000 });
    await pane.getByRole('heading', { name: '请您确定（1 项）' }).waitFor();
    await page.locator('#pane').screenshot({ path: join(pictures, 'consolidation-question.png') });
    const choices = pane.getByRole('radio');
    assert.equal(await choices.count(), 2);
    const other = (await choices.nth(0).isChecked()) ? choices.nth(1) : choices.nth(0);
    // What stands comes first, so the choices change places; the chosen file is known by its words.
    const words = await other.evaluate((input) => input.labels[0].innerText.trim());
    await other.check();
    await pane.getByRole('button', { name: '按所选重新汇总' }).click();
    const standing = pane.getByRole('radio', { name: `${words}（现计入）` });
    await standing.waitFor({ timeout: 90_000 });
    await pane
      .getByText(/汇总完成/u)
      .first()
      .waitFor({ timeout: 90_000 });
    assert.equal(await standing.isChecked(), true);
    await page.screenshot({ path: join(pictures, 'consolidated.png') });
  },
};
