// A person at work in the grid itself: what a protected sheet and its validations let through.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { AXE, RULES } from '../axe.mjs';
import { typeInto } from '../workbench.mjs';

const SHEET = '附件2';
const NAME = '合成数据-保护与清单.xlsx';
const OPEN = { style: { protection: { locked: false } } };
const [FIRST, LAST] = [2, 5];

/** Class numbers (B), the builder (D) and the stage (E) are open; names (A) and seats (C) are locked. */
const protectedSheet = () =>
  writeXlsx({
    sheets: [
      {
        name: SHEET,
        rows: [
          ['附件2（合成数据）', null, null, null, null],
          ['学校名称', '规划班数（个）', '规划学位（个）', '建设主体', '学段'],
          ['合成第一小学', 12, 540, '袁州区', '小学'],
          ['合成第二小学', 18, 810, null, '小学'],
          ['合成第三小学', 24, 1080, null, '小学'],
          ['合成第四小学', 30, 1350, null, '小学'],
        ],
        columns: [{ width: 28 }, { width: 14 }, { width: 14 }, { width: 16 }, { width: 12 }],
        freezePane: { rows: 2, columns: 0 },
        cells: new Map(
          [...Array(LAST - FIRST + 1).keys()].flatMap((i) => [
            [`${FIRST + i},1`, { value: 12 + 6 * i, ...OPEN }],
            [`${FIRST + i},3`, { value: i === 0 ? '袁州区' : null, ...OPEN }],
            [`${FIRST + i},4`, { value: '小学', ...OPEN }],
          ]),
        ),
        dataValidations: [
          {
            type: 'list',
            values: ['市本级', '袁州区', '宜阳新区'],
            range: 'D3:D6',
            allowBlank: true,
            showErrorMessage: true,
            showInputMessage: true,
            inputMessage: '从清单中选择建设主体',
          },
          { type: 'list', formula1: '选项!$A$1:$A$3', range: 'E3:E6', allowBlank: true, showErrorMessage: true },
        ],
        protection: { sheet: true },
      },
      { name: '选项', rows: [['小学'], ['初中'], ['高中']] },
    ],
  });

async function openProtected({ open, page, pictures }) {
  await open('合成数据-袁州区-2023年6月-无误.xlsx');
  const path = join(pictures, NAME);
  writeFileSync(path, await protectedSheet());
  await page.locator('#file').setInputFiles(path);
  await page.getByText(`已打开 ${NAME}`).waitFor({ timeout: 20_000 });
}

const cell = (page, row, column) =>
  page.evaluate(([name, ...at]) => window.plancheckWorkbench.cell(name, ...at), [SHEET, row, column]);

/** Goes to a cell once the grid listens to keys. */
async function goTo(page, row, column) {
  await page.evaluate((at) => window.plancheckWorkbench.select(...at), [SHEET, row, column]);
  await page.waitForFunction(() => document.activeElement?.isContentEditable, null, { timeout: 10_000 });
  await page.waitForTimeout(300);
}

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(400);
};

/** The line that refuses; it is closed, so that the next one is the next refusal. */
async function refused(page) {
  await page.getByText('此单元格受保护，不能改动').waitFor({ timeout: 3_000 });
  await page.getByRole('button', { name: '关闭提示' }).click();
}

export const cases = {
  async 'locked cells stay as they are when a larger range is cleared, pasted over or filled'(tools) {
    const { page } = tools;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openProtected(tools);
    const figures = async () =>
      Promise.all([2, 3, 4, 5].flatMap((row) => [1, 2].map((column) => cell(page, row, column))));
    const before = await figures();
    assert.deepEqual(before, [12, 540, 18, 810, 24, 1080, 30, 1350]);

    await goTo(page, 2, 1);
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowDown', 'Delete');
    await refused(page);
    assert.deepEqual(await figures(), before, 'clearing');

    await goTo(page, 2, 1);
    await press(page, 'Shift+ArrowRight', 'Control+c');
    await goTo(page, 4, 1);
    await press(page, 'Control+v');
    await refused(page);
    assert.deepEqual(await figures(), before, 'pasting');

    await goTo(page, 2, 1);
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+d');
    await refused(page);
    assert.deepEqual(await figures(), before, 'filling');

    // Open cells alone are a person's to change.
    await goTo(page, 2, 1);
    await press(page, 'Control+c');
    await goTo(page, 4, 1);
    await press(page, 'Control+v');
    assert.equal(await cell(page, 4, 1), 12);
    await goTo(page, 3, 1);
    await press(page, 'Delete');
    assert.equal(await cell(page, 3, 1), null);
  },

  async 'no rows come or go on a protected sheet'(tools) {
    const { page } = tools;
    await openProtected(tools);
    await page.evaluate((name) => window.plancheckWorkbench.insertRow(name, 3), SHEET);
    await refused(page);
    assert.equal(await cell(page, 3, 0), '合成第二小学');
  },

  async 'a list is chosen from with the keyboard alone'(tools) {
    const { page, pictures } = tools;
    await openProtected(tools);
    await goTo(page, 3, 3);
    await page.getByText('从清单中选择建设主体').waitFor({ timeout: 3_000 });
    await press(page, 'Alt+ArrowDown');
    const list = page.getByRole('listbox', { name: 'D4 可选填的内容' });
    assert.deepEqual(await list.getByRole('option').allInnerTexts(), ['市本级', '袁州区', '宜阳新区']);
    await page.screenshot({ path: join(pictures, 'workbench-list.png') });
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((rules) => window.axe.run('#choices', { runOnly: rules }), RULES);
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    await press(page, 'Escape');
    assert.equal(await list.isVisible(), false);
    assert.equal(await cell(page, 3, 3), null);
    await press(page, 'Alt+ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    assert.equal(await cell(page, 3, 3), '宜阳新区');
    // The keys are the grid's again.
    await press(page, 'ArrowDown', 'Alt+ArrowDown', 'Enter');
    assert.equal(await cell(page, 4, 3), '市本级');
    await page.locator('#unsaved').waitFor({ timeout: 3_000 });
  },

  async 'a list that stands in cells is offered by its button, and held to'(tools) {
    const { page } = tools;
    await openProtected(tools);
    await goTo(page, 2, 4);
    await page.getByRole('button', { name: /从清单中选择/u }).click();
    await page.getByRole('option', { name: '初中' }).click();
    assert.equal(await cell(page, 2, 4), '初中');
    await typeInto(page, [SHEET, 3, 4], '幼儿园');
    await page.getByText('请从清单中选填：小学、初中、高中。').waitFor({ timeout: 3_000 });
    assert.equal(await cell(page, 3, 4), '小学');
    await press(page, 'Escape');
    assert.equal(await page.locator('#status').innerText(), '', 'given up, nothing is wrong any more');
    // Locked cells offer nothing.
    await goTo(page, 2, 2);
    assert.equal(await page.getByRole('button', { name: /从清单中选择/u }).isVisible(), false);
  },
};
