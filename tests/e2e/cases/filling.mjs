import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { violations } from '../axe.mjs';
import { typeInto } from '../workbench.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const COMMAND = join(ROOT, 'bin', 'plancheck.mjs');
const HALF_FILLED = join(ROOT, 'tests', 'fill', 'round-trip', '合成数据-数字格式.xlsx');
/** Rules about subtotals, totals and numbers that were typed as text. */
const SUM_RULES = /^(?:A0[1-47]|F0[1-4]|S10|V0[12])$/u;

/** The findings of the command line about a file. */
function findings(path) {
  let text;
  try {
    text = execFileSync(process.execPath, [COMMAND, 'audit', path, '--format', 'ndjson'], {
      encoding: 'utf8',
    });
  } catch (error) {
    text = error.stdout;
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export const cases = {
  async 'a template is made in the pane, opened in place of the workbook, and audited: it lacks much and holds no error'({
    open,
    page,
    pictures,
  }) {
    const workbench = await open('合成数据-袁州区-2023年6月-无误.xlsx');
    const { pane } = workbench;
    await page.waitForTimeout(1_800);
    await typeInto(page, ['封面', 11, 1], '改动');
    await pane.getByRole('tab', { name: '填报' }).click();
    const unit = pane.getByRole('combobox', { name: '填报单位' });
    await unit.getByRole('option', { name: '经开区' }).waitFor({ state: 'attached', timeout: 10_000 });
    await unit.selectOption('经开区');
    await pane.getByRole('button', { name: '存为文件' }).scrollIntoViewIfNeeded();
    for (const width of [320, 350, 450]) {
      await workbench.width(width);
      for (const theme of ['light', 'dark', 'contrast']) {
        await workbench.theme(theme);
        await page.waitForTimeout(300);
        await page.locator('#pane').screenshot({ path: join(pictures, `template-${width}-${theme}.png`) });
      }
    }
    await workbench.theme('light');
    await workbench.width(320);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pane.getByRole('button', { name: '存为文件' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), '报送模板-经开区.xlsx');
    const saved = join(pictures, '合成数据-报送模板.xlsx');
    await download.saveAs(saved);
    const listed = findings(saved);
    assert.equal(listed.find(({ type }) => type === 'summary').unit, '经开区');
    assert.deepEqual(
      listed.filter(({ level }) => level === 'error'),
      [],
    );

    // What was typed is in no file, and is not given up without being asked.
    const question = page.getByRole('dialog', { name: '放弃未另存的修改？' });
    await pane.getByRole('button', { name: '在新工作簿中打开' }).click();
    await question.getByRole('button', { name: '取消' }).click();
    await pane
      .getByText(/没有打开新工作簿。另存后再点一次/u)
      .first()
      .waitFor({ timeout: 20_000 });
    await pane.getByRole('button', { name: '在新工作簿中打开' }).click();
    await question.getByRole('button', { name: '打开' }).click();
    await page.getByText('已打开 新工作簿.xlsx').waitFor({ timeout: 20_000 });
    await workbench.audit();
    assert.equal(await workbench.verdict(), '需说明');
    assert.match(await workbench.findings(), /报告期/u);
    await page.screenshot({ path: join(pictures, 'template-opened.png') });
  },

  async 'a baseline that was captured elsewhere is loaded: what it contradicts is asked, then it is kept and named'({
    open,
    pictures,
  }) {
    const printed = execFileSync(process.execPath, [COMMAND, 'plan', '--format', 'json'], { encoding: 'utf8' });
    const plan = JSON.parse(printed);
    const baseline = { source: '附件存档件（合成数据）', capturedOn: '2023-06-30', accepted: [] };
    const schools = plan.schools.map((school) =>
      school.id === 'S1.3' ? { ...school, plannedSeats: { ...school.plannedSeats, value: 2500 } } : school,
    );
    const file = join(pictures, '合成数据-基准.plan.json');
    writeFileSync(file, JSON.stringify({ ...plan, schools, baseline }));

    const workbench = await open('合成数据-袁州区-2023年6月-无误.xlsx');
    const { pane } = workbench;
    await pane.getByRole('tab', { name: '设置' }).click();
    await pane.getByRole('button', { name: '载入方案基准文件' }).waitFor({ timeout: 10_000 });
    await pane.locator('input[type=file][accept=".json"]').setInputFiles(file);
    const keep = pane.getByRole('button', { name: '登记到本工作簿' });
    await keep.waitFor({ timeout: 20_000 });
    await keep.scrollIntoViewIfNeeded();
    await workbench.pictured(join(pictures, 'baseline-file'));
    assert.equal(await keep.getAttribute('aria-disabled'), 'true');
    for (const box of await pane.getByRole('checkbox', { name: /^确认以文件为准/u }).all()) await box.check();
    await keep.click();
    await pane
      .getByText(/已登记方案基准/u)
      .first()
      .waitFor({ timeout: 20_000 });
    await pane.getByText('已登记方案基准：附件存档件（合成数据），2023-06-30登记').waitFor();
    await pane.getByRole('tab', { name: '填报' }).click();
    await pane.getByText(/规划数取自本工作簿登记的方案基准（附件存档件（合成数据）/u).waitFor();
  },

  async 'of 1,200 changes the last can be seen and left out, a group folded; written, the pane opened anew, all is taken back'({
    open,
    page,
    pictures,
  }) {
    const schools = Array.from({ length: 600 }, (_, i) => [i + 1, `合成第${i + 1}小学`, '12', '540', 20, '袁州区']);
    const rows = [
      ['附件2（合成数据）'],
      ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体'],
      ['三、小学'],
      ['小计：'],
      ...schools,
    ];
    const file = join(pictures, '合成数据-很多改动.xlsx');
    writeFileSync(file, await writeXlsx({ sheets: [{ name: '附件2', rows }] }));
    const workbench = await open('合成数据-袁州区-2023年6月-无误.xlsx');
    const { pane } = workbench;
    await page.locator('#file').setInputFiles(file);
    await page.getByText('已打开 合成数据-很多改动.xlsx').first().waitFor({ timeout: 20_000 });
    await pane.getByRole('tab', { name: '填报' }).click();
    await pane.getByRole('button', { name: '计算填报' }).click();
    await pane.getByRole('button', { name: /^预览所选 \d+ 处/u }).click();
    const list = pane.getByRole('group', { name: '请确认改动' });
    await list.waitFor({ timeout: 20_000 });
    const heading = pane.getByRole('button', { name: /文本数字转为数字（已选 1200\/1200）/u });
    await heading.waitFor();
    await workbench.pictured(join(pictures, 'preview-groups'));

    const last = pane.getByRole('checkbox', { name: '附件2!D604', exact: true });
    for (let tries = 0; tries < 200 && (await last.count()) === 0; tries++) {
      await list.evaluate((element) => element.scrollBy(0, 1_500));
      await page.waitForTimeout(30);
    }
    await last.uncheck();
    await list.evaluate((element) => element.scrollTo(0, 0));
    const group = pane.getByRole('button', { name: /文本数字转为数字（已选 1199\/1200）/u });
    assert.deepEqual(await violations(page), []);
    await group.click();
    await pane.getByRole('checkbox', { name: /^附件2!C5$/u }).waitFor({ state: 'detached' });
    await page.locator('#pane').screenshot({ path: join(pictures, 'preview-folded-320.png') });

    await pane.getByRole('button', { name: /^写入 \d+ 处/u }).click();
    await pane
      .getByText(/已写入 \d+ 处/u)
      .first()
      .waitFor({ timeout: 60_000 });
    const cell = (row, column) =>
      page.evaluate(([r, c]) => window.plancheckWorkbench.cell('附件2', r, c), [row, column]);
    assert.deepEqual([await cell(4, 2), await cell(602, 3), await cell(603, 3)], [12, 540, '540']);

    // The pane is closed and opened again; the way back is in the workbook.
    await page.locator('#pane').evaluate((frame) => frame.contentWindow.location.reload());
    await pane.getByRole('tab', { name: '填报' }).click();
    await pane.getByText('已写入的改动').waitFor({ timeout: 20_000 });
    await page.locator('#pane').screenshot({ path: join(pictures, 'journal-reopened-320.png') });
    await pane.getByRole('button', { name: '撤消' }).first().click();
    await pane
      .getByText(/已撤消/u)
      .first()
      .waitFor({ timeout: 60_000 });
    assert.deepEqual([await cell(4, 2), await cell(602, 3), await cell(3, 2)], ['12', '540', null]);
    await page.screenshot({ path: join(pictures, 'undone-reopened.png') });
  },

  async 'a clerk completes a half-filled workbook: open, compute, look, write, save; the saved file has no subtotal finding'({
    open,
    page,
    pictures,
  }) {
    const given = join(pictures, '合成数据-半成品.xlsx');
    copyFileSync(HALF_FILLED, given);
    assert.ok(
      findings(given).some(({ rule }) => SUM_RULES.test(rule)),
      'the workbook is half filled',
    );

    const workbench = await open('合成数据-袁州区-2023年6月-无误.xlsx');
    const { pane } = workbench;
    await page.locator('#file').setInputFiles(given);
    await page.getByText('已打开 合成数据-半成品.xlsx').waitFor({ timeout: 20_000 });
    await pane.getByRole('tab', { name: '填报' }).click();
    await pane.getByRole('button', { name: '计算填报' }).click();
    await pane.getByRole('button', { name: /^预览所选 \d+ 处/u }).click();
    await pane.getByRole('heading', { name: /预览|将改动|计算填报/u }).waitFor({ timeout: 10_000 });

    await pane
      .getByRole('button', { name: /^定位到 附件2!C6/u })
      .first()
      .click();
    await page.waitForFunction(() => window.plancheckWorkbench.selection() === '附件2!C6', null, { timeout: 5_000 });
    await workbench.width(320);
    for (const theme of ['light', 'dark', 'contrast']) {
      await workbench.theme(theme);
      await page.waitForTimeout(300);
      await page.locator('#pane').screenshot({ path: join(pictures, `fill-preview-320-${theme}.png`) });
    }
    await workbench.theme('light');

    await page.evaluate(() => window.plancheckWorkbench.host.counters.reset());
    await pane.getByRole('button', { name: /^写入 \d+ 处/u }).click();
    await pane
      .getByText(/已写入 \d+ 处/u)
      .first()
      .waitFor({ timeout: 20_000 });
    const cell = (row, column) =>
      page.evaluate(([r, c]) => window.plancheckWorkbench.cell('附件2', r, c), [row, column]);
    await page.waitForFunction(() => window.plancheckWorkbench.cell('附件2', 3, 2) === 90, null, { timeout: 10_000 });
    assert.deepEqual([await cell(3, 3), await cell(7, 3), await cell(10, 3)], [4500, 3510, 8010]);
    await page.locator('#pane').screenshot({ path: join(pictures, 'fill-done-320.png') });

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '另存为 xlsx' }).click(),
    ]);
    const saved = join(pictures, '合成数据-补全.xlsx');
    await download.saveAs(saved);
    const left = findings(saved).filter(({ rule }) => SUM_RULES.test(rule));
    assert.deepEqual(left, []);
    assert.ok(
      findings(saved).some(({ type }) => type === 'summary'),
      'the saved file was audited',
    );
  },
};
