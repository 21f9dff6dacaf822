import assert from 'node:assert/strict';
import { join } from 'node:path';
import { keyboardOf } from '../keyboard.mjs';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples');
const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';
const LONG = 90_000;
/** A row of the list: a finding, or the heading of a group. */
const ROW = /(?:强制性|核实性|提示)(?: ·| \d+$)/u;

/** The pane of an open sample, and nothing but keys to work it with. */
async function begin(open, sample = FAULTY) {
  const workbench = await open(sample);
  const keys = await keyboardOf(workbench.page);
  /** Goes to the tabs, which are one stop, and along them with the arrow keys. */
  const place = async (title) => {
    await keys.tabTo(/^(?:审核|填报|报表|汇总|设置)$/u, 'Shift+Tab');
    for (let step = 0; step < 5 && (await keys.focused()).name !== title; step += 1) await keys.press('ArrowRight');
    assert.equal((await keys.focused()).name, title);
    await workbench.pane.getByText('正在载入…').waitFor({ state: 'detached' });
    await workbench.pane.getByRole('tabpanel').locator('button').first().waitFor();
  };
  return { ...workbench, keys, place };
}

const audited = async ({ keys, pane }) => {
  await keys.tabTo(/^一键审核$/u);
  await keys.press('Enter');
  await pane.getByRole('button', { name: '重新审核' }).waitFor({ timeout: LONG });
  await pane.getByRole('list', { name: '审核结果' }).waitFor();
  await keys.press('ArrowDown');
  assert.match((await keys.focused()).name, ROW, 'the arrow keys work as soon as the result is there');
};

/** The first finding whose unfolded row has this button; walked to with the arrow keys. */
async function walkTo(keys, button) {
  await keys.tabTo(ROW);
  await keys.press('Home');
  const passed = [];
  for (let row = 0; row < 60; row += 1) {
    const { name } = await keys.focused();
    assert.match(name, ROW, `the keyboard stays in the list; passed ${passed.join(' · ')}`);
    passed.push(name.slice(0, 20));
    const { isOpen, has } = await keys.frame.evaluate((wanted) => {
      const item = document.activeElement?.closest('[role=listitem]');
      return {
        isOpen: item?.querySelector('[aria-expanded]')?.getAttribute('aria-expanded') !== 'false',
        has: [...(item?.querySelectorAll('button') ?? [])].some((one) => one.innerText.trim() === wanted),
      };
    }, button);
    if (has) return;
    // The space bar unfolds; an unfolded row shows what can be done with it.
    if (isOpen) await keys.press('ArrowDown');
    else await keys.press('Space');
    await keys.frame.waitForTimeout(120);
  }
  throw new Error(`no finding with ${button}; passed ${passed.join(' · ')}`);
}

export const cases = {
  async 'keyboard only: audit, walk the list, go to a cell, mend, take it back, explain'({ open, page }) {
    const { keys, pane, selection, ...rest } = await begin(open);
    await audited({ keys, pane, ...rest });

    await walkTo(keys, '改正');
    await keys.press('Enter');
    await page.waitForFunction((before) => window.plancheckWorkbench.selection() !== before, '', { timeout: 5_000 });
    assert.match(await selection(), /!/u);
    await keys.press('f');
    await pane.getByRole('heading', { name: /^请确认改动/u }).waitFor();
    assert.match((await keys.focused()).name, /^请确认改动/u, 'the preview takes the focus');
    await keys.press('Escape');
    await pane.getByRole('heading', { name: /^请确认改动/u }).waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    await walkTo(keys, '改正');
    await keys.press('f');
    await keys.tabTo(/^写入 \d+ 处$/u);
    await keys.press('Enter');
    await pane
      .getByText(/^已(?:写入|改)/u)
      .first()
      .waitFor({ timeout: LONG });
    await page.waitForTimeout(600);
    await keys.press('Control+z');
    await pane
      .getByText(/已撤消/u)
      .first()
      .waitFor({ timeout: LONG });
    await page.waitForTimeout(600);

    await walkTo(keys, '写说明');
    await keys.press('e');
    await pane.getByRole('textbox', { name: '说明理由' }).waitFor();
    await page.waitForTimeout(200);
    assert.equal((await keys.focused()).role, 'textarea', 'the form takes the focus');
    await keys.type('经核实为工程变更，已报主管部门备案。');
    await keys.tabTo(/^保存说明$/u);
    await keys.press('Enter');
    await pane
      .getByText(/其中已说明 1 项/u)
      .first()
      .waitFor({ timeout: LONG });
  },

  async 'keyboard only: compute, choose, look through, write, take back'({ open }) {
    const { keys, pane, place } = await begin(open);
    await place('填报');
    await keys.tabTo(/^计算填报$/u);
    await keys.press('Enter');
    await pane.getByRole('button', { name: '重新计算' }).waitFor({ timeout: LONG });
    const kind = await keys.tabTo(/（\d+ 处）$/u);
    await keys.press('Space', 'Space');
    assert.equal((await keys.focused()).name, kind.name);
    await keys.tabTo(/^预览所选 [1-9]\d* 处$/u);
    await keys.press('Enter');
    await pane.getByRole('heading', { name: /^请确认改动/u }).waitFor();
    await keys.tabTo(/^写入 [1-9]\d* 处$/u);
    await keys.press('Enter');
    await pane.getByRole('heading', { name: '已写入的改动' }).waitFor({ timeout: LONG });
    await keys.tabTo(/^撤消$/u);
    await keys.press('Enter');
    await pane
      .getByText(/已撤消/u)
      .first()
      .waitFor({ timeout: LONG });
  },

  async 'keyboard only: choose reports, make them, copy the summary'({ open, page }) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const { keys, pane, place } = await begin(open, '合成数据-袁州区-2023年6月-无误.xlsx');
    await place('报表');
    await keys.tabTo(/^全选$/u);
    await keys.press('Space');
    await keys.press('Tab', 'Space');
    await keys.tabTo(/^生成 [1-9]\d* 张报表$/u);
    await keys.press('Enter');
    await pane
      .getByText(/^已生成 [1-9]\d* 张报表/u)
      .first()
      .waitFor({ timeout: LONG });
  },

  async 'keyboard only: choose files, put them together'({ open, page }) {
    const { keys, pane, place } = await begin(open, '方案附件-公开数据.xlsx');
    // Asked for early: the browser takes a moment to hand choosers over.
    const chooser = page.waitForEvent('filechooser', { timeout: LONG });
    await place('汇总');
    await keys.tabTo(/^选择报送文件$/u);
    await keys.press('Enter');
    await (await chooser).setFiles([join(SAMPLES, '合成数据-袁州区-2023年6月-无误.xlsx')]);
    await pane.getByRole('button', { name: '汇总 1 个文件' }).waitFor({ timeout: LONG });
    await keys.tabTo(/^汇总 1 个文件$/u);
    await keys.press('Enter');
    await pane
      .getByText(/^汇总完成/u)
      .first()
      .waitFor({ timeout: LONG });
  },

  async 'keyboard only: choose the rules, unfold the notes on the plan, copy the diagnostics'({ open, page }) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const { keys, pane, place } = await begin(open);
    await place('设置');
    const rules = await keys.tabTo(/规则方案/u);
    assert.equal(rules.role, 'select-one');
    await keys.press('ArrowDown');
    await keys.tabTo(/^查看方案自身的差异与缺项/u);
    await keys.press('Enter');
    await pane.getByRole('list', { name: '方案说明' }).waitFor();
    await keys.tabTo(/^复制诊断信息$/u);
    await keys.press('Enter');
    await pane.getByText('诊断信息已复制。').first().waitFor();
    const copied = await page.frame({ url: /pane\.html/u }).evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^version /u);
    assert.doesNotMatch(copied, /[\u4e00-\u9fff]/u, 'no name and no content');
  },
};
