import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '..', '..', '..', 'bin', 'plancheck.mjs');
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

  async 'files with different baselines: the clerk is warned before anyone hands the sum on'({ open, pictures }) {
    const plan = JSON.parse(
      execFileSync(process.execPath, [COMMAND, 'plan', '--format', 'json'], { encoding: 'utf8' }),
    );
    const files = ['袁州区', '经开区'].map((unit) => {
      const source = `${unit}存档件（合成数据）`;
      const kept = join(pictures, `${unit}.plan.json`);
      writeFileSync(kept, JSON.stringify({ ...plan, baseline: { source, capturedOn: '2023-06-30', accepted: [] } }));
      const file = join(pictures, `合成数据-${unit}-自带基准.xlsx`);
      execFileSync(process.execPath, [COMMAND, 'template', '--unit', unit, '--plan', kept, '-o', file]);
      return file;
    });
    const workbench = await open('方案附件-公开数据.xlsx');
    const { pane } = workbench;
    await pane.getByRole('tab', { name: '汇总' }).click();
    await pane.locator('input[type=file][multiple]').setInputFiles(files);
    await pane.getByRole('button', { name: '汇总 2 个文件' }).click({ timeout: 30_000 });
    const warning = pane.getByText(/各文件登记的方案基准不同（袁州区存档件（合成数据），2023-06-30登记；经开区/u);
    await warning.waitFor({ timeout: 90_000 });
    await warning.scrollIntoViewIfNeeded();
    await workbench.pictured(join(pictures, 'baselines-differ'));
  },
};
