// Every state of the pane, in journeys: each begins with a workbook, and each state says how it is reached from the one before.
import { join } from 'node:path';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';
const FAULTLESS = '合成数据-袁州区-2023年6月-无误.xlsx';
const ANNEXES = '方案附件-公开数据.xlsx';
const PREVIEW = /^请确认改动/u;
const LONG = 90_000;

const tab = (pane, name) => pane.getByRole('tab', { name }).click();
const button = (pane, name) => pane.getByRole('button', { name, exact: true });
const heading = (pane, name) => pane.getByRole('heading', { name });
const says = (pane, text) => pane.getByText(text).first().waitFor({ timeout: LONG });
/** Clicks the line of a finding; the list draws only what is in view, so it is searched for. */
async function unfold(pane, search, text) {
  await pane.getByRole('searchbox', { name: '搜索结果' }).fill(search);
  await pane.getByText(text).last().click();
}

/** Someone else changes a cell behind the pane's back, through Microsoft's client. */
const changeCell = (page, sheet, cell, value) =>
  page.frame({ url: /pane\.html/u }).evaluate(
    ([name, at, content]) =>
      window.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).getRange(at).values = [[content]];
        await context.sync();
      }),
    [sheet, cell, value],
  );

const auditing = {
  async first() {},
  async findings({ audit }) {
    await audit();
  },
  async filters({ pane }) {
    await button(pane, '筛选').click();
    await pane.getByRole('combobox', { name: '分组' }).selectOption({ label: '按规则' });
  },
  async 'no-match'({ pane }) {
    await pane.getByRole('searchbox', { name: '搜索结果' }).fill('没有这样的学校');
    await says(pane, '没有符合筛选条件的项目');
  },
  async unfolded({ pane }) {
    await button(pane, '清除筛选').click();
    await pane.getByRole('combobox', { name: '分组' }).selectOption({ label: '按工作表' });
    await button(pane, '筛选').click();
    await pane
      .getByText(/是文本，求和时按 0 计/u)
      .first()
      .click();
    await pane.getByRole('button', { name: '改正', exact: true }).first().waitFor();
  },
  async preview({ pane }) {
    await pane.getByRole('button', { name: '改正', exact: true }).first().click();
    await heading(pane, PREVIEW).waitFor();
  },
  async 'written-and-undone-in-part'({ pane, page }) {
    await button(pane, /^写入/u).click();
    await says(pane, /已写入 1 处/u);
    await changeCell(page, '附件2', 'D10', 1501);
    await button(pane, '撤消').click();
    await says(pane, /在写入后又有改动/u);
  },
  async explaining({ pane, page }) {
    await unfold(pane, '不是日期', /不是日期，应为/u);
    await button(pane, '写说明').first().click();
    await pane.getByRole('textbox', { name: '说明理由' }).waitFor();
    // Too short: the field says so.
    await button(pane, '保存说明').click();
    await page.waitForTimeout(200);
  },
  async explained({ pane }) {
    await pane.getByRole('textbox', { name: '说明理由' }).fill('以批复日期为准，已附批复文件。');
    await button(pane, '保存说明').click();
    await says(pane, '其中已说明 1 项');
  },
  async 'names-to-choose'({ pane }) {
    await unfold(pane, '袁山实验中学', /“袁山实验中学”不在附件2名单/u);
    await button(pane, /^登记为/u)
      .first()
      .waitFor();
  },
  async 'name-preview'({ pane }) {
    await button(pane, '登记为“暂名袁山学校（八中分校）”').click();
    await heading(pane, PREVIEW).waitFor();
  },
  async 'names-and-recognized-tables'({ pane }) {
    await button(pane, '写入 1 处').click();
    await says(pane, /已写入 1 处/u);
    await button(pane, '清除筛选').click();
    await button(pane, /^识别结果/u).click();
    await pane.getByRole('list', { name: '已登记的名称' }).waitFor();
  },
  async 'previous-without-a-unit'({ pane }) {
    await pane.getByLabel('与上期比较').setInputFiles(join(SAMPLES, ANNEXES));
    await says(pane, /上期：方案附件/u);
  },
  async 'previous-compared'({ pane }) {
    await button(pane, '不再比较').click();
    // Audited again without it; a file is taken when that is done.
    await pane.locator('button:not([aria-disabled=true])', { hasText: '与上期比较' }).waitFor({ timeout: LONG });
    await pane.getByLabel('与上期比较').setInputFiles(join(SAMPLES, FAULTLESS));
    await says(pane, /已比较/u);
  },
  async 'marked-and-stale'({ pane, page }) {
    await button(pane, '在表中标记').click();
    await button(pane, '清除标记').waitFor();
    await page.waitForTimeout(1_000);
    await page.evaluate(() => window.plancheckWorkbench.insertRow('附件2', 2));
    await says(pane, /表格已改动/u);
  },
  async 'cell-being-edited'({ pane, drawer }) {
    await drawer('fault-editing', true);
    await button(pane, '重新审核').click();
    await says(pane, /结束单元格编辑/u);
    await drawer('fault-editing', false);
  },
  async 'rules-of-a-profile'({ pane }) {
    await tab(pane, '设置');
    await pane.getByRole('combobox', { name: '规则方案' }).selectOption('city');
    await button(pane, '逐条设置规则级别').click();
    await pane.getByRole('textbox', { name: '同列同类问题满几处合为一条' }).fill('-1');
    await says(pane, /^请填/u);
  },
  async diagnostics({ pane }) {
    await button(pane, '复制诊断信息').click();
    await says(pane, /诊断信息已复制|无法写入剪贴板/u);
  },
};

const working = {
  async filling({ pane }) {
    await tab(pane, '填报');
    await button(pane, '计算填报').click();
    await button(pane, /^预览所选/u).waitFor({ timeout: LONG });
  },
  async 'filling-preview'({ pane }) {
    await button(pane, /^预览所选/u).click();
    await heading(pane, PREVIEW).waitFor();
  },
  async 'filling-written'({ pane }) {
    await button(pane, /^写入/u).click();
    await heading(pane, '已写入的改动').waitFor({ timeout: LONG });
  },
  async 'journal-to-be-cleared'({ pane }) {
    await button(pane, '清除记录').click();
    await says(pane, /清除后不能再用本程序撤消/u);
  },
  async 'baseline-contradicts'({ pane, page }) {
    await button(pane, '保留').click();
    await changeCell(page, '附件2', 'C7', 99);
    await pane.getByRole('textbox', { name: '登记依据' }).fill('方案附件（合成数据）');
    await button(pane, '核对当前工作簿').click();
    await pane
      .getByRole('checkbox', { name: /^确认以工作簿为准/u })
      .first()
      .waitFor({ timeout: LONG });
  },
  async 'reports-choice'({ pane }) {
    await tab(pane, '报表');
    await button(pane, /^生成 \d+ 张报表/u).waitFor({ timeout: LONG });
  },
  async 'reports-made'({ pane }) {
    await pane.getByRole('checkbox', { name: '全选' }).uncheck();
    await pane.getByRole('checkbox', { name: /^综述/u }).check();
    await button(pane, /^生成 1 张报表/u).click();
    await button(pane, '复制综述').waitFor({ timeout: LONG });
  },
  async 'consolidation-empty'({ pane }) {
    await tab(pane, '汇总');
    await button(pane, '选择报送文件').waitFor({ timeout: LONG });
  },
  async 'submissions-read'({ pane, pictures }) {
    await pane
      .locator('input[type=file][multiple]')
      .setInputFiles([join(SAMPLES, FAULTY), join(SAMPLES, FAULTLESS), join(pictures, '..', '..', 'package.json')]);
    await button(pane, /^汇总 2 个文件/u).waitFor({ timeout: LONG });
  },
  async 'consolidation-questions'({ pane }) {
    await button(pane, /^汇总 2 个文件/u).click();
    await heading(pane, /^请您确定/u).waitFor({ timeout: LONG });
  },
  async 'consolidation-answered'({ pane }) {
    await pane.getByRole('radio', { checked: false }).first().check();
  },
  async help({ pane }) {
    await tab(pane, '设置');
    for (const topic of ['审核一份表', '常见问题']) await pane.getByText(topic, { exact: true }).click();
  },
  async 'notes-of-the-plan'({ pane }) {
    await button(pane, /^查看方案自身的差异与缺项/u).click();
    await pane.getByRole('list', { name: '方案说明' }).waitFor();
  },
};

const annexes = {
  async 'nothing-wrong'({ audit }) {
    await audit();
  },
  async 'baseline-captured'({ pane }) {
    await tab(pane, '填报');
    await pane.getByRole('textbox', { name: '登记依据' }).fill('方案附件（市教体局存档件）');
    await button(pane, '核对当前工作簿').click();
    await button(pane, '登记到本工作簿').waitFor({ timeout: LONG });
  },
  async 'baseline-kept'({ pane }) {
    await button(pane, '登记到本工作簿').click();
    await says(pane, /^已登记方案基准/u);
  },
};

/** Sample → its states, in the order in which they are reached. */
export const JOURNEYS = [
  [FAULTY, auditing],
  [FAULTY, working],
  [ANNEXES, annexes],
];
