import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB, read, write } from '@e965/xlsx';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples');
const CLEAN = '合成数据-袁州区-2023年6月-无误.xlsx';
const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';

/** The name of a school in 附件2. */
const cell = (page) => page.evaluate(() => window.plancheckWorkbench.cell('附件2', 9, 1));

/** The package that Excel makes of a workbook with a password; what is in it matters to nobody without the password. */
function encrypted() {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(248, 4));
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(8_192, 7));
  return Buffer.from(CFB.write(container, { type: 'array' }));
}

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

  async 'an xls of old Excel is shown and audited'({ open, page }) {
    const workbench = await open(CLEAN);
    const book = read(readFileSync(join(SAMPLES, FAULTY)), { cellStyles: true });
    const buffer = Buffer.from(write(book, { type: 'array', bookType: 'biff8' }));
    await page
      .locator('#file')
      .setInputFiles({ name: '合成数据-旧格式.xls', mimeType: 'application/vnd.ms-excel', buffer });
    await page.getByText('已打开 合成数据-旧格式.xls').waitFor({ timeout: 20_000 });
    assert.equal(await cell(page), book.Sheets['附件2'].B10.v);
    await workbench.pane.getByRole('button', { name: '一键审核' }).waitFor({ timeout: 20_000 });
    await workbench.audit();
    assert.equal(await workbench.verdict(), '需修改');
  },

  async 'what is no workbook is refused in one line with its code, and what was open stays'({ open, page }) {
    await open(CLEAN);
    const before = await cell(page);
    const whole = readFileSync(join(SAMPLES, FAULTY));
    const refusals = [
      ['合成数据-文本.csv', Buffer.from('学校,班数\n合成小学,12\n'), 'csv'],
      ['合成数据-改名.xlsx', Buffer.from('学校,班数\n合成小学,12\n'), 'csv'],
      ['合成数据-没传完.xlsx', whole.subarray(0, Math.floor(whole.length / 2)), 'truncated'],
      ['合成数据-空的.xlsx', Buffer.alloc(0), 'emptyFile'],
      ['合成数据-加密.xlsx', encrypted(), 'password'],
      ['合成数据-网页.xls', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'html'],
    ];
    for (const [name, buffer, code] of refusals) {
      await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await page.getByText(`没有打开 ${name}：`).waitFor({ timeout: 10_000 });
      const line = await page.locator('#status').innerText();
      assert.match(line, new RegExp(`^没有打开 ${name}：\\p{Script=Han}[^\\n]+（代码 ${code}）$`, 'u'));
      assert.ok(line.length < 120, line);
      assert.equal(await page.locator('#document-name').innerText(), CLEAN);
      assert.equal(await cell(page), before, name);
    }
  },

  async 'a workbook without a single filled cell is opened and called empty'({ open, page }) {
    await open(CLEAN);
    const buffer = Buffer.from(write({ SheetNames: ['表'], Sheets: { 表: {} } }, { type: 'array', bookType: 'xlsx' }));
    await page
      .locator('#file')
      .setInputFiles({ name: '合成数据-空表.xlsx', mimeType: 'application/octet-stream', buffer });
    await page.getByText(/已打开 合成数据-空表\.xlsx。文件中没有任何内容/u).waitFor({ timeout: 10_000 });
  },
};
