import type { CellRole, SheetSpec, SpecCell, WorkbookSpec } from '../../src/workbook';

function cell(
  row: number,
  column: number,
  role: CellRole,
  value: string | number,
  more: Partial<SpecCell> = {},
): SpecCell {
  return { row, column, role, content: { kind: 'value', value }, ...more };
}

/** A sheet that uses everything a spec can say. 合成数据. */
export const FULL_SHEET: SheetSpec = {
  name: '2025年 汇总',
  cells: [
    cell(0, 0, 'title', '分学段汇总表（合成数据）'),
    cell(1, 0, 'unitLine', '填报单位：袁州区'),
    cell(1, 2, 'unitLine', '单位：个', { align: 'right' }),
    cell(2, 0, 'header', '学段'),
    cell(2, 1, 'header', '目标'),
    cell(2, 2, 'header', '已完成'),
    ...['高中阶段', '初中', '小学'].flatMap((stage, i) => [
      cell(3 + i, 0, 'body', stage),
      cell(3 + i, 1, 'number', 100 * (i + 2), { format: '0' }),
      cell(3 + i, 2, 'input', 90 * (i + 1), { format: '0.00', origin: '袁州区.xlsx · 附件2!C5' }),
    ]),
    cell(6, 0, 'total', '合计'),
    {
      row: 6,
      column: 1,
      role: 'total',
      format: '0',
      content: { kind: 'formula', formula: '=SUM(B4:B6)' },
      cached: 900,
    },
    { row: 6, column: 2, role: 'total', format: '0', content: { kind: 'formula', formula: '=SUM(C4:C6)' } },
    cell(7, 0, 'note', '=HYPERLINK("http://example.invalid")'),
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  columnWidths: [16, 12, 12],
  rowHeights: { 0: 36 },
  freeze: { rows: 3, columns: 1 },
  charts: (['columnClustered', 'barStacked', 'line'] as const).map((type, i) => ({
    name: `图${i + 1}`,
    type,
    title: '目标与完成 & <对比>',
    categories: { top: 3, left: 0, bottom: 5, right: 0 },
    series: [
      { name: '目标', values: { top: 3, left: 1, bottom: 5, right: 1 }, colour: '#1F3864' },
      { name: '已完成', values: { top: 3, left: 2, bottom: 5, right: 2 }, colour: '#C55A11' },
    ],
    position: { top: 9 + i * 12, left: 0, bottom: 19 + i * 12, right: 5 },
    valueFormat: '0',
  })),
  validations: [
    {
      kind: 'list',
      area: { top: 3, left: 0, bottom: 5, right: 0 },
      items: ['高中阶段', '初中', '小学'],
      strict: true,
      prompt: '请选择学段',
    },
    {
      kind: 'list',
      area: { top: 6, left: 0, bottom: 6, right: 0 },
      items: Array.from({ length: 60 }, (_, i) => `合成第${i + 1}小学`),
      strict: false,
    },
    { kind: 'wholeNumber', area: { top: 3, left: 1, bottom: 5, right: 1 }, min: 0, max: 9999 },
  ],
  conditionalFormats: [
    { area: { top: 3, left: 0, bottom: 5, right: 2 }, formula: '=$C4<$B4', fill: '#F2F2F2', bold: true },
  ],
  print: {
    orientation: 'landscape',
    repeatRows: { first: 2, last: 2 },
    area: { top: 0, left: 0, bottom: 45, right: 5 },
    pagesTall: 0,
    margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 },
    breaksBefore: [20],
  },
  locked: true,
};

export const FULL_SPEC: WorkbookSpec = {
  sheets: [FULL_SHEET, { ...FULL_SHEET, name: '第二张', charts: [], hidden: true }],
  parts: { 'plancheck-baseline': '{"学校":"<合成>&"}' },
};
