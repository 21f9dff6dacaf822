import assert from 'node:assert/strict';
import { join } from 'node:path';
import { typeAt, typeInto } from '../workbench.mjs';

const CLEAN = '合成数据-袁州区-2023年6月-无误.xlsx';
const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';
const PUBLIC = '方案附件-公开数据.xlsx';
const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples');

const status = (page) => page.locator('#status').innerText();
const openName = (page) => page.locator('#document-name').innerText();
const shownSample = (page) => page.locator('#samples').inputValue();
const question = (page) => page.getByRole('dialog', { name: '放弃未另存的修改？' });
const pick = (page, name) => page.locator('#samples').selectOption(name);
const cell = (page, ...at) => page.evaluate((place) => window.plancheckWorkbench.cell(...place), at);

async function isOpen(page, name) {
  await page.getByText(`已打开 ${name}`).waitFor({ timeout: 20_000 });
  assert.equal(await openName(page), name);
}

/** Drops files onto the grid, as from a folder's window. */
async function drop(page, files) {
  const transfer = await page.evaluateHandle((list) => {
    const data = new window.DataTransfer();
    for (const [name, text] of list) data.items.add(new window.File([text], name));
    return data;
  }, files);
  await page.locator('#grid').dispatchEvent('drop', { dataTransfer: transfer });
}

export const cases = {
  async 'changes are not given up without a question; refused, everything says what is still open'({ open, page }) {
    await open(CLEAN);
    // At once after opening: such edits count as well.
    await typeInto(page, ['封面', 11, 1], '改动');
    for (const refuse of [
      () => question(page).getByRole('button', { name: '取消' }).click(),
      () => page.keyboard.press('Escape'),
      () => page.keyboard.press('Enter'),
    ]) {
      await pick(page, PUBLIC);
      await question(page).waitFor({ timeout: 5_000 });
      await refuse();
      await question(page).waitFor({ state: 'hidden' });
      await page.waitForFunction((name) => document.querySelector('#samples').value === name, CLEAN, {
        timeout: 2_000,
      });
      assert.equal(await openName(page), CLEAN);
      assert.equal(await cell(page, '封面', 11, 1), '改动');
    }
    await page.locator('#file').setInputFiles(join(SAMPLES, FAULTY));
    await question(page).getByText(`打开 ${FAULTY} 后，这些修改不再保留`).waitFor({ timeout: 5_000 });
    await question(page).getByRole('button', { name: '取消' }).click();
    assert.equal(await openName(page), CLEAN);
    await drop(page, [['合成数据-拖入.xlsx', '不是表格']]);
    await question(page).waitFor({ timeout: 5_000 });
    await question(page).getByRole('button', { name: '打开' }).click();
    // The file turns out to be none: what was open stays open, with its changes.
    await page.getByText(/没有打开 合成数据-拖入\.xlsx/u).waitFor({ timeout: 5_000 });
    assert.equal(await cell(page, '封面', 11, 1), '改动');
    await pick(page, PUBLIC);
    await question(page).getByRole('button', { name: '打开' }).click();
    await isOpen(page, PUBLIC);
    assert.equal(await shownSample(page), PUBLIC);
  },

  async 'name and unsaved changes are shown in the bar and in the title'({ open, page, pictures }) {
    const workbench = await open(FAULTY);
    const mark = page.locator('#unsaved');
    assert.match(await page.title(), new RegExp(`^${FAULTY} - `, 'u'));
    await workbench.audit();
    await page.waitForTimeout(1_000);
    assert.equal(await mark.isVisible(), false, 'looking and auditing change nothing');
    await typeAt(page, { x: 300, y: 300 }, '改动');
    await mark.waitFor({ timeout: 3_000 });
    assert.match(await page.title(), new RegExp(`^● ${FAULTY} - `, 'u'));
    await page.screenshot({ path: join(pictures, 'workbench-unsaved.png') });
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
    await download.path();
    await mark.waitFor({ state: 'hidden', timeout: 3_000 });
    // What is kept beside the cells is in no file either until it is saved.
    await page.frame({ url: /pane\.html/u }).evaluate(() =>
      window.Excel.run(async (context) => {
        context.workbook.settings.add('plancheck-test', '1');
        await context.sync();
      }),
    );
    await mark.waitFor({ timeout: 3_000 });
    await page.locator('#file').setInputFiles(join(SAMPLES, CLEAN));
    await question(page).getByRole('button', { name: '打开' }).click();
    await isOpen(page, CLEAN);
    assert.equal(await mark.isVisible(), false);
    assert.equal(await shownSample(page), '', "one's own file is no sample");
  },

  async 'of files chosen one after another the last is open in the end'({ open, page }) {
    await open(CLEAN);
    let release = () => undefined;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(`**/samples/${encodeURIComponent(FAULTY)}`, async (route) => {
      await held;
      await route.continue();
    });
    const answered = page.waitForResponse((response) => response.url().endsWith(encodeURIComponent(FAULTY)));
    await pick(page, FAULTY);
    await page.getByText(`正在打开 ${FAULTY}`).waitFor();
    await pick(page, PUBLIC);
    await isOpen(page, PUBLIC);
    release();
    await (await answered).finished();
    await page.waitForTimeout(1_500);
    assert.deepEqual([await openName(page), await shownSample(page)], [PUBLIC, PUBLIC]);
    assert.match(await status(page), new RegExp(`已打开 ${PUBLIC}`, 'u'));
  },

  async 'of several dropped files the first is taken, and the page says so'({ open, page }) {
    await open(CLEAN);
    await page.evaluate(async (name) => {
      const answer = await window.fetch(`samples/${encodeURIComponent(name)}`);
      const data = new window.DataTransfer();
      data.items.add(new window.File([await answer.arrayBuffer()], '合成数据-甲.xlsx'));
      data.items.add(new window.File(['x'], '合成数据-乙.xlsx'));
      data.items.add(new window.File(['x'], '合成数据-丙.xlsx'));
      document
        .querySelector('#grid')
        .dispatchEvent(new window.DragEvent('drop', { bubbles: true, dataTransfer: data }));
    }, PUBLIC);
    await isOpen(page, '合成数据-甲.xlsx');
    assert.match(await status(page), /一次只能打开一个文件，另外 2 个没有打开/u);
    await page.getByRole('button', { name: '关闭提示' }).click();
    assert.equal(await status(page), '');
  },

  async 'the button that opens a file shows that the keyboard is on it'({ open, page }) {
    await open(CLEAN);
    // The grid's editor takes the focus shortly after a workbook was opened.
    await page.waitForTimeout(1_000);
    await page.locator('#samples').focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'file');
    const outlined = await page
      .locator('.bar .button, .bar button')
      .evaluateAll((list) =>
        list.filter((one) => getComputedStyle(one).outlineStyle === 'solid').map((one) => one.innerText),
      );
    assert.deepEqual(outlined, ['打开文件…']);
  },

  async 'a long message is read whole at any width'({ open, page, pictures }) {
    await open(CLEAN);
    await page.setViewportSize({ width: 1024, height: 700 });
    const name = `合成数据-${'很长的文件名'.repeat(12)}.xlsx`;
    await page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('这不是表格') });
    await page.getByText(/没有打开/u).waitFor({ timeout: 5_000 });
    const isCut = await page
      .locator('#status')
      .evaluate((line) => line.scrollWidth > line.clientWidth || line.scrollHeight > line.clientHeight);
    assert.equal(isCut, false);
    await page.screenshot({ path: join(pictures, 'workbench-long-message.png') });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
  },
};
