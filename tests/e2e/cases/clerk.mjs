// What a clerk does with a submission, from the first click to the explanations that the city reads.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FAULTY = '合成数据-袁州区-2023年6月-有误.xlsx';
const SCHOOLS = '附件2';

/** Changes the workbook as someone in Excel would, through Microsoft's client. */
const inExcel = (page, change, ...values) =>
  page.frame({ url: /pane\.html/u }).evaluate(
    async ([source, args]) =>
      window.Excel.run(async (context) => {
        const made = new Function(`return (${source})`)();
        const answer = await made(context.workbook.worksheets, context, ...args);
        await context.sync();
        return answer;
      }),
    [change.toString(), values],
  );
const setCell = (page, cell, value) =>
  inExcel(
    page,
    (sheets, _, name, at, content) => void (sheets.getItem(name).getRange(at).values = [[content]]),
    SCHOOLS,
    cell,
    value,
  );
const valueOf = (page, cell) =>
  inExcel(
    page,
    async (sheets, context, name, at) => {
      const range = sheets.getItem(name).getRange(at);
      range.load('values');
      await context.sync();
      return range.values[0][0];
    },
    SCHOOLS,
    cell,
  );

/** Brings a finding into view by searching for it, and unfolds it. */
async function unfold(pane, search, text) {
  await pane.getByRole('searchbox', { name: '搜索结果' }).fill(search);
  const line = pane.getByRole('button', { name: text }).last();
  await line.waitFor();
  if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
  return pane.getByRole('listitem').filter({ has: line });
}

const notice = (pane, text) => pane.getByText(text).first().waitFor({ timeout: 20_000 });

/** Runs the command line; its end with a code other than 0 is an answer too. */
const plancheck = (...args) =>
  new Promise((resolve) =>
    execFile(process.execPath, [join(ROOT, 'bin', 'plancheck.mjs'), ...args], { cwd: ROOT }, (error, stdout) =>
      resolve({ code: error?.code ?? 0, out: stdout }),
    ),
  );

export const cases = {
  async 'a clerk mends, explains, goes on working, and the command line counts what was explained'({
    open,
    page,
    pictures,
  }) {
    const workbench = await open(FAULTY);
    const { pane } = workbench;
    await workbench.width(320);
    const other = await valueOf(page, 'D11');
    await setCell(page, 'D11', `'${other}`);
    await workbench.audit();
    assert.equal(await workbench.verdict(), '需修改');

    // One fix: only the previewed cell changes, and it can be taken back.
    const before = [await valueOf(page, 'D10'), await valueOf(page, 'C16')];
    const one = await unfold(pane, '1500', /规划学位“1500”是文本/u);
    await page.screenshot({ path: join(pictures, 'clerk-1-finding.png') });
    await one.getByRole('button', { name: '改正', exact: true }).click();
    await pane.getByRole('heading', { name: /请确认改动/u }).waitFor();
    await page.screenshot({ path: join(pictures, 'clerk-2-preview.png') });
    await pane.getByRole('button', { name: '写入 1 处' }).click();
    await notice(pane, /已写入 1 处/u);
    assert.equal(await valueOf(page, 'D10'), 1500);
    assert.equal(await valueOf(page, 'C16'), before[1]);
    await pane.getByRole('button', { name: '撤消' }).first().click();
    await notice(pane, /已撤消/u);
    assert.equal(await valueOf(page, 'D10'), before[0]);

    // All of a kind.
    const kind = await unfold(pane, '1500', /规划学位“1500”是文本/u);
    await kind.getByRole('button', { name: /改正同类 \d+ 项/u }).click();
    await pane.getByRole('button', { name: /写入 2 处/u }).click();
    await notice(pane, /已写入 2 处/u);
    assert.deepEqual([await valueOf(page, 'D10'), await valueOf(page, 'D11')], [1500, other]);

    // A reason for a warning.
    const warning = await unfold(pane, '—', /规划用地用“—”/u);
    await warning.getByRole('button', { name: '写说明' }).click();
    await pane.getByRole('textbox', { name: /说明理由/u }).fill('用地');
    await pane.getByRole('button', { name: '保存说明' }).click();
    await notice(pane, /请至少写 5 个字/u);
    await pane.getByRole('textbox', { name: /说明理由/u }).fill('原址改建，不新增用地');
    await pane.getByRole('textbox', { name: '说明人' }).fill('合成张三');
    await pane.getByRole('button', { name: '保存说明' }).click();
    await notice(pane, /审核说明已保存/u);
    await notice(pane, '其中已说明 1 项');
    await page.screenshot({ path: join(pictures, 'clerk-3-explained.png') });

    // Rows inserted above: the result is stale, and after a new audit the reason is still there.
    await page.waitForTimeout(1_000);
    // As a person does it, in the grid: what the add-in's own client writes makes no result stale.
    await page.evaluate((name) => window.plancheckWorkbench.insertRow(name, 2), SCHOOLS);
    await notice(pane, /表格已改动/u);
    await workbench.audit();
    await notice(pane, '其中已说明 1 项');
    const saved = join(pictures, '合成数据-袁州区-已说明.xlsx');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: /保存|另存|下载/u })
        .first()
        .click(),
    ]);
    await download.saveAs(saved);

    // Another value: the reason is void, for everyone to see.
    await setCell(page, 'E24', '/');
    await workbench.audit();
    await unfold(pane, '/', /规划用地用“\/”/u);
    await notice(pane, /数值已变，原说明作废/u);
    await pane
      .getByText(/说明作废/u)
      .first()
      .waitFor();
    await page.screenshot({ path: join(pictures, 'clerk-4-voided.png') });

    // What was saved before counts on the command line.
    const { out } = await plancheck('audit', saved);
    assert.match(out, /核实性 · 附件2!E24 · .*已说明：原址改建，不新增用地（合成张三，\d{4}-\d{2}-\d{2}）/u);
    assert.match(out, /核实性 \d+ 项（已说明 1 项）/u);
    const { out: sarif } = await plancheck('audit', saved, '--format', 'sarif');
    assert.equal(JSON.parse(sarif).runs[0].results.filter(({ suppressions }) => suppressions).length, 1);
  },

  async 'a name is registered once, the table stays as it is'({ open, page, pictures }) {
    const workbench = await open(FAULTY);
    const { pane } = workbench;
    await workbench.width(270);
    await workbench.audit();
    const finding = await unfold(pane, '袁山实验中学', /“袁山实验中学”不在附件2名单/u);
    await page.screenshot({ path: join(pictures, 'clerk-5-name.png') });
    await finding.getByRole('button', { name: '登记为“暂名袁山学校（八中分校）”' }).click();
    await pane.getByRole('button', { name: '写入 1 处' }).click();
    await notice(pane, /已写入 1 处/u);
    assert.equal(await valueOf(page, 'B11'), '袁山实验中学');
    await pane.getByRole('button', { name: /清除筛选/u }).click();
    await pane.getByRole('button', { name: /识别结果/u }).click();
    await notice(pane, '“袁山实验中学”即附件2的“暂名袁山学校（八中分校）”');
    await page.screenshot({ path: join(pictures, 'clerk-6-recognized.png') });
    await pane.getByRole('button', { name: '取消登记' }).click();
    await notice(pane, /已取消登记/u);
  },

  async 'the previous submission is named in the pane and compared'({ open, page, pictures }) {
    const workbench = await open(FAULTY);
    const { pane } = workbench;
    const file = pane.locator('input[type=file]').first();
    await file.setInputFiles(join(ROOT, 'samples', '合成数据-袁州区-2023年6月-无误.xlsx'));
    await notice(pane, /上期：袁州区 2023年6月/u);
    await workbench.audit();
    await notice(pane, /已比较/u);
    await page.screenshot({ path: join(pictures, 'clerk-7-previous.png') });
  },

  async 'rules are set in the pane, kept in the workbook and used by the command line'({ open, page, pictures }) {
    const workbench = await open(FAULTY);
    const { pane } = workbench;
    await workbench.width(320);
    await workbench.audit();
    await pane.getByRole('tab', { name: '设置' }).click();
    await pane.getByRole('combobox', { name: '规则方案' }).selectOption('city');
    await pane.getByRole('button', { name: '逐条设置规则级别' }).click();
    await pane.getByRole('combobox', { name: /^A12/u }).selectOption('off');
    await page.screenshot({ path: join(pictures, 'clerk-8-rules.png') });
    await pane.getByRole('tab', { name: '审核' }).click();
    await notice(pane, /改动/u);
    await workbench.audit();
    assert.doesNotMatch(await workbench.findings(), /跳号/u);
    const saved = join(pictures, '合成数据-袁州区-口径.xlsx');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: /保存|另存|下载/u })
        .first()
        .click(),
    ]);
    await download.saveAs(saved);
    const { out } = await plancheck('audit', saved);
    assert.doesNotMatch(out, /跳号/u);
    const { out: free } = await plancheck('audit', saved, '--profile', 'free');
    assert.match(free, /跳号/u);
  },
};
