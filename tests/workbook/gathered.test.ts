import {
  formatAt,
  formulaAt,
  gatherSheet,
  setContent,
  sheetFromGrid,
  standingArea,
  standingColumn,
  standingEdit,
  standingFormula,
  standingName,
  standingRow,
  valueAt,
  type SheetSnapshot,
} from '../../src/workbook';

/** 合成数据: a form with two words and answers to a row. */
const FORM = sheetFromGrid(
  '登记卡',
  [
    ['学校名称', '数圆小学', '学位', 1620],
    ['班数', 36, '班额', { formula: '=D3/$B$4', value: 45 }],
  ],
  { top: 2, formats: [[], [null, '0']], hiddenRows: [3] },
);

const WORDS = [
  { row: 2, column: 0 },
  { row: 2, column: 2 },
  { row: 3, column: 0 },
  { row: 3, column: 2 },
];

function gathered(sheet: SheetSnapshot, words = WORDS): SheetSnapshot {
  const answers = words.map(({ row, column }) => ({ row, column: column + 1 }));
  const result = gatherSheet(sheet, [words, answers]);
  if (!result) throw new Error('cannot be gathered');
  return result;
}

test('holds the cells line by line, below all cells of the form', () => {
  const sheet = gathered(FORM);
  expect([sheet.top, sheet.left, sheet.rowCount, sheet.columnCount]).toEqual([4, 0, 2, 4]);
  expect([0, 1, 2, 3].map((column) => valueAt(sheet, 4, column))).toEqual(['学校名称', '学位', '班数', '班额']);
  expect([0, 1, 2, 3].map((column) => valueAt(sheet, 5, column))).toEqual(['数圆小学', 1620, 36, 45]);
  expect(formatAt(sheet, 5, 2)).toBe('0');
  expect([...sheet.hiddenColumns]).toEqual([2, 3]);
  expect(sheet.standing).toBe(FORM);
});

test('formulas name the cells as they are gathered, and as they stand', () => {
  const sheet = gathered(FORM);
  expect(formulaAt(sheet, 5, 3)).toBe('=B6/C6');
  expect(standingFormula(sheet, '=B6/C6+SUM(附件2!A1:A3)')).toBe('=D3/B4+SUM(附件2!A1:A3)');
});

test.each([['=D3/E9'], ['=SUM(B3:D3)']])('cannot be gathered with %s, which reaches beyond the answers', (formula) => {
  const sheet = sheetFromGrid('登记卡', [
    ['学校名称', '数圆小学', '学位', 1620],
    ['班数', 36, '班额', { formula, value: 45 }],
  ]);
  expect(gatherSheet(sheet, [[{ row: 1, column: 3 }]])).toBeNull();
});

test('tells where its cells, rows and columns stand', () => {
  const sheet = gathered(FORM);
  expect([standingName(sheet, 4, 1), standingName(sheet, 5, 1)]).toEqual(['C3', 'D3']);
  expect(standingArea(sheet, { top: 4, left: 2, bottom: 5, right: 3 })).toEqual({
    top: 3,
    left: 0,
    bottom: 3,
    right: 3,
  });
  expect([standingRow(sheet, 5), standingColumn(sheet, 2)]).toEqual(['第 3 行', 'B4格']);
});

test('an edit goes to the cell of the form, with what stands there before it', () => {
  const sheet = gathered(FORM);
  const at = { sheet: sheet.name, row: 5, column: 3 };
  const proposed = {
    edit: setContent(at, { kind: 'formula', formula: '=ROUND(B6/C6,0)' } as const),
    before: { kind: 'empty' } as const,
    reason: '按学位÷班数重算',
  };
  expect(standingEdit(sheet, proposed)).toEqual({
    edit: {
      kind: 'content',
      sheet: '登记卡',
      row: 3,
      column: 3,
      content: { kind: 'formula', formula: '=ROUND(D3/B4,0)' },
    },
    before: { kind: 'formula', formula: '=D3/$B$4' },
    reason: '按学位÷班数重算',
  });
});

test('cells outside the form hold nothing', () => {
  const sheet = gatherSheet(FORM, [
    [
      { row: 2, column: 0 },
      { row: 90, column: 7 },
    ],
  ]);
  expect(sheet && [valueAt(sheet, 4, 0), valueAt(sheet, 4, 1)]).toEqual(['学校名称', null]);
});
