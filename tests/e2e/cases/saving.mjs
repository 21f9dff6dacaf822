import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre';
import { typeInto } from '../workbench.mjs';

const thin = { style: 'thin', color: { rgb: '1F4E79' } };

/** A workbook by another writer with all that the workbench has to keep. */
const madeElsewhere = () =>
  writeXlsx({
    sheets: [
      {
        name: '附件2',
        rows: [
          ['附件2（合成数据）', null, null, null],
          ['学校名称', '规划班数（个）', '规划学位（个）', '建设主体'],
          ['合成第一小学', 12, 540, '袁州区'],
          ['合成第二小学', 18, 810, '宜阳新区'],
        ],
        columns: [{ width: 28 }, { width: 14 }, { width: 14 }, { width: 16 }],
        rowDefs: new Map([
          [0, { height: 36 }],
          [3, { hidden: true }],
        ]),
        cells: new Map([
          [
            '1,0',
            {
              value: '学校名称',
              style: {
                font: { name: '黑体', size: 12, bold: true, italic: true, underline: true, color: { rgb: 'C00000' } },
                fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } },
                border: { top: thin, bottom: { style: 'double', color: { rgb: '000000' } } },
                alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
              },
            },
          ],
          ['2,1', { value: 12, style: { numFmt: '0.00', protection: { locked: false } } }],
          ['3,1', { value: 18, style: { protection: { locked: false } } }],
        ]),
        merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 3 }],
        freezePane: { rows: 2, columns: 1 },
        dataValidations: [
          {
            type: 'list',
            values: ['市本级', '袁州区', '宜阳新区'],
            range: 'D3:D20',
            allowBlank: true,
            showErrorMessage: true,
          },
          {
            type: 'whole',
            operator: 'between',
            formula1: '1',
            formula2: '100',
            range: 'B3:B20',
            showErrorMessage: true,
            errorMessage: '班数应为 1 至 100 的整数。',
            inputMessage: '填整数',
            showInputMessage: true,
          },
        ],
        conditionalRules: [
          {
            type: 'expression',
            priority: 1,
            formula: '$C3>$B3*50',
            range: 'A3:D20',
            style: {
              fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F8CBAD' }, bgColor: { rgb: 'F8CBAD' } },
            },
          },
        ],
        protection: { sheet: true },
        pageSetup: {
          orientation: 'landscape',
          paperSize: 'a3',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printArea: '$A$1:$D$4',
          printTitlesRow: '$2:$2',
          margins: { top: 1, bottom: 1, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
        },
        headerFooter: { oddFooter: '&L合成数据&C第 &P 页 共 &N 页' },
      },
    ],
    namedRanges: [{ name: '学位合计', range: "'附件2'!$C$3:$C$4" }],
  });

const look = (sheet, at) => sheet.cells.get(at)?.style;

/** What must be the same in the file that came and in the file that is saved. */
function kept(workbook) {
  const [sheet] = workbook.sheets;
  const header = look(sheet, '1,0');
  const [list, whole] = sheet.dataValidations.toSorted((a, b) => a.type.localeCompare(b.type));
  const [rule] = sheet.conditionalRules;
  const { font, fill, border, alignment } = header;
  return {
    font: [font.name, font.size, font.bold, font.italic, Boolean(font.underline), font.color.rgb.slice(-6)],
    fill: fill.fgColor.rgb.slice(-6),
    border: [border.top.style, border.top.color.rgb.slice(-6), border.bottom.style, border.left?.style],
    alignment: [alignment.horizontal, alignment.vertical, alignment.wrapText],
    format: look(sheet, '2,1').numFmt,
    open: ['2,1', '3,1', '2,2'].map((at) => look(sheet, at)?.protection?.locked ?? true),
    widths: sheet.columns.slice(0, 4).map(({ width }) => Math.round(width)),
    height: sheet.rowDefs.get(0).height,
    hidden: sheet.rowDefs.get(3).hidden,
    merges: sheet.merges.map(({ startRow, endRow, startCol, endCol }) => [startRow, endRow, startCol, endCol]),
    freeze: [sheet.freezePane.rows, sheet.freezePane.columns],
    list: [list.values?.join() ?? list.formula1, list.range, list.allowBlank ?? false],
    whole: [whole.operator, whole.formula1, whole.formula2, whole.range, whole.errorMessage, whole.inputMessage],
    rule: [
      rule.type,
      String(rule.formula),
      rule.range,
      (rule.style.fill.bgColor ?? rule.style.fill.fgColor).rgb.slice(-6),
    ],
    isProtected: Boolean(sheet.protection),
    page: [sheet.pageSetup.orientation, sheet.pageSetup.paperSize, sheet.pageSetup.fitToPage],
    print: [sheet.pageSetup.printArea, sheet.pageSetup.printTitlesRow].map((text) => text.replaceAll('$', '')),
    margins: [sheet.pageSetup.margins.top, sheet.pageSetup.margins.left],
    footer: sheet.headerFooter.oddFooter,
    names: workbook.namedRanges.map(({ name, range }) => [name, range.replaceAll("'", '')]),
  };
}

async function saved(page, path) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '另存为 xlsx' }).click(),
  ]);
  await download.saveAs(path);
  return readFileSync(path);
}

async function openFile(page, path, name) {
  await page.locator('#file').setInputFiles(path);
  await page.getByText(`已打开 ${name}`).waitFor({ timeout: 20_000 });
}

export const cases = {
  async 'a workbook of another writer keeps its looks, rules, protection, names and print set-up when it is saved'({
    open,
    page,
    pictures,
  }) {
    await open('合成数据-袁州区-2023年6月-无误.xlsx');
    const path = join(pictures, '合成数据-另一软件所作.xlsx');
    const original = await madeElsewhere();
    writeFileSync(path, original);
    await openFile(page, path, '合成数据-另一软件所作.xlsx');
    const first = await saved(page, join(pictures, 'saved-once.xlsx'));
    const read = (bytes) => readXlsx(new Uint8Array(bytes), { readStyles: true });
    assert.deepEqual(kept(await read(first)), kept(await read(original)));
    await openFile(page, join(pictures, 'saved-once.xlsx'), 'saved-once.xlsx');
    const second = await saved(page, join(pictures, 'saved-twice.xlsx'));
    assert.deepEqual(kept(await read(second)), kept(await read(first)));
  },

  async 'a person cannot change locked cells, nor type what the validation stops'({ open, page, pictures }) {
    await open('合成数据-袁州区-2023年6月-无误.xlsx');
    const path = join(pictures, '合成数据-受保护.xlsx');
    writeFileSync(path, await madeElsewhere());
    await openFile(page, path, '合成数据-受保护.xlsx');
    const cell = (row, column) =>
      page.evaluate(([r, c]) => window.plancheckWorkbench.cell('附件2', r, c), [row, column]);
    const type = async (row, column, text) => {
      await typeInto(page, ['附件2', row, column], text);
      await page.waitForTimeout(300);
    };
    const status = page.locator('#status');
    await type(2, 2, '999');
    assert.equal(await cell(2, 2), 540);
    assert.match(await status.innerText(), /受保护，不能改动/u);
    await type(2, 1, '300');
    assert.equal(await cell(2, 1), 12);
    assert.match(await status.innerText(), /班数应为 1 至 100 的整数/u);
    // As in Excel the editor stays open; Esc gives the entry up.
    await page.keyboard.press('Escape');
    await type(2, 1, '24');
    assert.equal(await cell(2, 1), 24);
  },
};
