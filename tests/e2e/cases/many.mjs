// A workbook with ten thousand findings, worked with by mouse and by keys; and the ribbon's commands.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { keyboardOf } from '../keyboard.mjs';

const ROWS = 1_700;
const LONG = 15_000;
/** Sheet → the unit that reports on it. */
const SHEETS = { 袁州: '袁州区', 宜阳: '宜阳新区' };
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A school table of one unit in which three columns of figures were typed as text. */
function sheet(unit) {
  const row = (texts, index) => {
    const cells = texts.map((text, column) =>
      text === '' ? '' : `<c r="${'ABCDEFG'[column]}${index + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  };
  const rows = [
    ['学校建设表（合成数据）'],
    [`填报单位：${unit}`],
    ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注'],
    ['三、小学'],
    ...Array.from({ length: ROWS }, (_, index) => ['', `${unit}第${index + 1}小学`, '24', '1080', '30', unit, '']),
  ];
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`;
}

/** A made-up workbook (合成数据) with more than ten thousand faults. */
function manyFaults() {
  const names = Object.keys(SHEETS);
  const overrides = names.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${KIND}.worksheet+xml"/>`,
  );
  const related = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const listed = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${KIND}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet(SHEETS[name])])),
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  return { name: '合成数据-一万条.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

export const cases = {
  async 'ten thousand findings: scrolled, walked with keys, filtered, grouped and searched'({ open, page, pictures }) {
    const workbench = await open('合成数据-袁州区-2023年6月-无误.xlsx');
    const { pane } = workbench;
    await page.locator('#file').setInputFiles(manyFaults());
    await page.getByText('已打开 合成数据-一万条.xlsx').waitFor({ timeout: LONG });
    // Each fault its own line: the rules' profile says from how many on they are one.
    await pane.getByRole('tab', { name: '设置' }).click();
    await pane.getByRole('combobox', { name: '规则方案' }).selectOption('free');
    const mergeFrom = pane.getByRole('textbox', { name: '同列同类问题满几处合为一条' });
    await mergeFrom.fill('10000');
    await mergeFrom.press('Enter');
    await pane.getByRole('tab', { name: '审核' }).click();
    await pane.getByRole('button', { name: '一键审核' }).click();
    const list = pane.getByRole('list', { name: '审核结果' });
    await list.waitFor({ timeout: LONG });
    const frame = page.frame({ url: /pane\.html/u });
    const size = () => list.getByRole('listitem').first().getAttribute('aria-setsize').then(Number);
    const drawn = () => list.getByRole('listitem').count();
    const total = await size();
    assert.ok(total > 10_000, `${total} lines`);
    assert.ok((await drawn()) < 60, 'only what is in view is drawn');

    // The wheel, to the very end.
    const last = await frame.evaluate(async () => {
      const scroller = document.querySelector('[role=list][aria-label=审核结果]').parentElement;
      for (let tries = 0; tries < 20; tries += 1) {
        scroller.scrollTop = scroller.scrollHeight;
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      scroller.scrollTop = scroller.scrollHeight;
      return Math.max(...[...document.querySelectorAll('[aria-posinset]')].map((one) => Number(one.ariaPosInSet)));
    });
    assert.equal(last, total, 'the last finding can be scrolled to');

    // Keys: the ends of the list, the cell, the fix, the reason.
    const keys = await keyboardOf(page);
    const press = async (...names) => {
      for (const name of names) {
        await keys.press(name);
        await page.waitForTimeout(250);
      }
    };
    await list.getByRole('button').last().focus();
    // At once: the row that Home goes to is not drawn yet.
    await keys.press('Home', 'ArrowDown');
    await press('ArrowDown');
    for (let step = 0; step < 4 && !/C5 ·/u.test((await keys.focused()).name); step += 1) await press('ArrowDown');
    const first = (await keys.focused()).name;
    assert.match(first, /C5 ·/u);
    await press('ArrowDown', 'ArrowUp');
    assert.equal((await keys.focused()).name, first);
    await press('Enter');
    await page.waitForFunction(() => window.plancheckWorkbench.selection() === '袁州!C5', null, { timeout: 5_000 });
    await press('f');
    await pane.getByRole('heading', { name: /^请确认改动/u }).waitFor();
    await press('Escape');
    await list.waitFor();
    await press('End');
    assert.match((await keys.focused()).name, new RegExp(`E${ROWS + 4} ·`, 'u'), 'End goes to the last finding');
    await press('e');
    await pane.getByRole('textbox', { name: '说明理由' }).waitFor();
    await press('Escape');

    // Filters and groups: what was chosen stays in view while it is listed, else the list begins at its top.
    const lines = (edge) =>
      frame.evaluate((side) => {
        const { top, bottom } = document
          .querySelector('[role=list][aria-label=审核结果]')
          .parentElement.getBoundingClientRect();
        const whole = [...document.querySelectorAll('[data-row]')].filter((row) => {
          const box = row.getBoundingClientRect();
          return box.top > top - 2 && box.bottom < bottom + 2;
        });
        const texts = whole.sort((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet)).map((row) => row.innerText);
        return side === 'first' ? `${whole[0]?.ariaPosInSet} ${texts[0]}` : texts.join('\n');
      }, edge);
    const settles = async (edge, pattern, why) => {
      let text = '';
      for (let tries = 0; tries < 40 && !pattern.test(text); tries += 1) {
        await page.waitForTimeout(100);
        text = await lines(edge);
      }
      assert.match(text, pattern, why);
    };
    const staysInView = (why) => settles('all', new RegExp(`E${ROWS + 4} ·`, 'u'), `the chosen finding, ${why}`);
    const beginsAtTop = (why) => settles('first', /^1 /u, `the top, ${why}`);
    const toTop = () =>
      frame.evaluate(() => {
        document.querySelector('[role=list][aria-label=审核结果]').parentElement.scrollTop = 0;
      });
    await pane.getByRole('button', { name: '筛选', exact: true }).click();
    const choose = (name, label) => pane.getByRole('combobox', { name, exact: true }).selectOption({ label });
    await choose('工作表', '宜阳');
    await staysInView('of one sheet');
    const half = await size();
    assert.ok(half > 5_000 && half < total, `${half} of one sheet`);
    await choose('工作表', '袁州');
    await beginsAtTop('of the other sheet');
    await choose('工作表', '全部工作表');
    await staysInView('of all sheets again');
    await choose('分组', '按单位');
    await staysInView('grouped by unit');
    await toTop();
    const group = (name) => list.getByRole('button', { name });
    await group(/^袁州区/u).click();
    await group(/^宜阳新区/u).waitFor();
    assert.ok((await size()) < total - 5_000, 'a group can be folded');
    await group(/^袁州区/u).click();
    assert.ok((await size()) >= total - 2, 'and unfolded');
    await choose('分组', '按规则');
    await beginsAtTop('as the heading that was chosen is gone');
    await group(/（V01）/u)
      .first()
      .waitFor();

    // Rule, state, level.
    const rules = await pane.getByRole('combobox', { name: '规则', exact: true }).locator('option').allInnerTexts();
    await choose(
      '规则',
      rules.find((rule) => rule.startsWith('V01')),
    );
    assert.equal(await size(), 6 * ROWS + 1, 'every figure that is text, and the heading');
    const nothing = pane.getByText('没有符合筛选条件的项目。');
    await choose('状态', '已说明');
    await nothing.waitFor();
    await choose('状态', '可改正');
    await list.waitFor();
    await beginsAtTop('after a list of nothing');
    assert.match(await lines('all'), /可改正/u);
    const levels = pane.getByRole('group', { name: '筛选' });
    const level = await lines('all').then((text) => /(强制性|核实性|提示) ·/u.exec(text)[1]);
    await levels.getByRole('button', { name: new RegExp(`^${level}`, 'u') }).click();
    await nothing.waitFor();
    await pane.getByRole('button', { name: '清除筛选', exact: true }).click();
    await list.waitFor();
    await beginsAtTop('with nothing hidden');
    assert.ok((await size()) > 10_000, 'all are back');

    // Search.
    const search = pane.getByRole('searchbox', { name: '搜索结果' });
    await toTop();
    await list.getByRole('button').nth(1).click();
    await search.fill(`宜阳新区第${ROWS}小学`);
    await settles('first', new RegExp(`^1 `, 'u'), 'the search begins at its top');
    await settles('all', new RegExp(`E${ROWS + 4}`, 'u'), 'the search finds the school');
    assert.ok((await size()) <= 5, 'and nothing else');
    await page.locator('#pane').screenshot({ path: join(pictures, 'many.png') });
  },

  async 'the ribbon’s commands, without the pane having been touched'({ open, page }) {
    const { pane } = await open('合成数据-袁州区-2023年6月-有误.xlsx');
    await page.waitForFunction(() => window.plancheckWorkbench.commands.size >= 7);
    const run = (id) => page.evaluate((name) => window.plancheckWorkbench.commands.get(name)(), id);
    const isAt = (name) => pane.getByRole('tab', { name, selected: true }).waitFor();
    await run('auditWorkbook');
    await pane.getByText('需修改').first().waitFor();
    await isAt('审核');
    await run('openFill');
    await pane.getByRole('button', { name: /^预览所选/u }).waitFor();
    await isAt('填报');
    for (const [id, place] of [
      ['openReports', '报表'],
      ['openConsolidation', '汇总'],
      ['openHelp', '设置'],
    ]) {
      await run(id);
      await isAt(place);
    }
    await page.evaluate(() => window.plancheckWorkbench.select('附件2', 5, 1));
    await run('auditSheet');
    await isAt('审核');
    await pane.getByRole('button', { name: '筛选', exact: true }).click();
    await page.waitForTimeout(500);
    assert.equal(await pane.getByRole('combobox', { name: '工作表', exact: true }).inputValue(), '附件2');
  },
};
