import fc from 'fast-check';
import {
  cellName,
  formatAt,
  formulaAt,
  setContent,
  sheetFromGrid,
  standingColumn,
  standingEdit,
  standingRow,
  turnFormula,
  turnSheet,
  valueAt,
  type SheetSnapshot,
} from '../../src/workbook';

/** 合成数据: a sheet with everything that a turn must take along. */
const SHEET = sheetFromGrid(
  '目标',
  [
    ['指标名称', '毛入园率', '巩固率'],
    ['目标值', 93, 97],
    ['完成数', { formula: '=B2-$C$1', value: 91 }, null],
  ],
  {
    top: 1,
    left: 2,
    merges: [{ top: 1, left: 2, bottom: 1, right: 4 }],
    hiddenRows: [3],
    hiddenColumns: [4],
    formats: [[], [null, '0.0%']],
  },
);

function turned(sheet: SheetSnapshot): SheetSnapshot {
  const result = turnSheet(sheet);
  if (!result) throw new Error('cannot be turned');
  return result;
}

test('a turned sheet holds the same cells, rows for columns', () => {
  const side = turned(SHEET);
  expect([side.top, side.left, side.rowCount, side.columnCount]).toEqual([2, 1, 3, 3]);
  expect([valueAt(side, 3, 2), formatAt(side, 3, 2)]).toEqual([93, '0.0%']);
  expect(formulaAt(side, 3, 3)).toBe('=B2-$A$3');
  expect(side.merges).toEqual([{ top: 2, left: 1, bottom: 4, right: 1 }]);
  expect([[...side.hiddenRows], [...side.hiddenColumns]]).toEqual([[4], [3]]);
  expect(side.standing).toBe(SHEET);
});

test('turning a turned sheet gives the sheet again', () => {
  expect(turned(turned(SHEET))).toEqual({ ...SHEET, standing: turned(SHEET) });
});

describe('formulas', () => {
  test.each([
    ['=SUM(B3:B9)', '=SUM(C2:I2)'],
    ['=$B3+B$3-$B$3', '=C$2+$C2-$C$2'],
    ["=目标!B3+'目标'!B4", "=目标!C2+'目标'!D2"],
    ['=附件2!B3', '=附件2!B3'],
    ["='[上期.xlsx]目标'!B3", "='[上期.xlsx]目标'!B3"],
    ['=IF(B3="B4","",LOG10(B3))', '=IF(C2="B4","",LOG10(C2))'],
    ['=SUM(B:B,3:3)', '=SUM(B:B,3:3)'],
    ['=合计B3+B3', '=合计B3+C2'],
  ])('%s is %s on its side', (formula, side) => {
    expect(turnFormula(formula, '目标')).toBe(side);
    expect(turnFormula(side, '目标')).toBe(formula);
  });

  test('any reference comes back as it was', () => {
    const reference = fc
      .tuple(fc.nat(199), fc.nat(199), fc.boolean(), fc.boolean())
      .map(([row, column, fixedColumn, fixedRow]) =>
        cellName(row, column).replace(
          /([A-Z]+)(\d+)/u,
          (_, letters: string, digits: string) => `${fixedColumn ? '$' : ''}${letters}${fixedRow ? '$' : ''}${digits}`,
        ),
      );
    fc.assert(
      fc.property(reference, reference, (a, b) => {
        const formula = `=SUM(${a}:${b},${b})/${a}`;
        expect(turnFormula(turnFormula(formula, '表'), '表')).toBe(formula);
      }),
    );
  });

  test('a sheet with a formula over more rows than there are columns, or with a name like a cell, cannot be turned', () => {
    const far = sheetFromGrid('表', [[{ formula: '=SUM(B3:B70000)', value: 1 }]]);
    expect(turnSheet(far)).toBeNull();
    const half = sheetFromGrid('表', [[{ formula: '=B3+XFE1', value: 1 }]]);
    expect(turnSheet(half)).toBeNull();
  });
});

test('an edit of the turned sheet becomes one of the sheet as it stands, with what that cell held', () => {
  const side = turned(SHEET);
  const edit = setContent({ sheet: '目标', row: 4, column: 3 }, { kind: 'formula', formula: '=E3/C2' });
  expect(standingEdit(side, { edit, before: { kind: 'empty' }, reason: '' })).toEqual({
    edit: { kind: 'content', sheet: '目标', row: 3, column: 4, content: { kind: 'formula', formula: '=C5/B3' } },
    before: { kind: 'empty' },
    reason: '',
  });
  expect(standingEdit(SHEET, { edit, before: null, reason: '' }).edit).toBe(edit);
});

test('rows and columns are named as the workbook has them', () => {
  const side = turned(SHEET);
  expect([standingRow(SHEET, 4), standingColumn(SHEET, 4)]).toEqual(['第 5 行', 'E列']);
  expect([standingRow(side, 4), standingColumn(side, 4)]).toEqual(['E 列', '第5行']);
});
