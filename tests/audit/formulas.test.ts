import { calculate } from '../../src/audit/calculation';
import {
  additionOf,
  copiedFormula,
  isExternal,
  isSubtotalFormula,
  referencesOf,
  relativeForm,
  sumOfRows,
} from '../../src/audit/formula';
import { areaName, sheetFromGrid } from '../../src/workbook';

describe('calculating a formula', () => {
  const sheet = sheetFromGrid(
    '表',
    [
      [10, 20, '甲', '#REF!'],
      [3, 4, null, true],
      [{ formula: '=SUBTOTAL(9,A1:A2)', value: 13 }, { formula: '=SUM(B1:B2)', value: 24 }, '=A1', ''],
    ],
    { top: 0, left: 0 },
  );
  const other = sheetFromGrid("别'表", [[7]], { top: 1, left: 1 });
  const find = (name: string) => (name === "别'表" ? other : null);
  const value = (formula: string) => calculate(formula, sheet, find);

  test.each<[string, number]>([
    ['=1+2*3', 7],
    ['=(1+2)*3', 9],
    ['=10-4-3', 3],
    ['=24/4/2', 3],
    ['=2*3-8/4', 4],
    ['=-A1+5', -5],
    ['=--2', 2],
    ['=-(2+3)', -5],
    ['=50%', 0.5],
    ['=200%%', 0.02],
    ['=A1*10%', 1],
    ['=1.5E2', 150],
    ['=2e-1', 0.2],
    ['= A1 + $B$2 ', 14],
    ['=A1:A1', 10],
    ['=C2', 0],
    ['=Z99', 0],
    ["='别''表'!B2+1", 8],
    ['=SUM(A1:B2)', 37],
    ['=sum(A1:A2,B2,5)', 22],
    ['=SUM(A1:C2)', 37],
    ['=SUM(A1:A2)+SUM(B1)', 33],
    ['=SUM(A1+B1,2)', 32],
    ['=SUM((A1),(B1))', 30],
    ['=SUM(A1:A3)', 26],
    ['=SUM(D2:D3)', 0],
    ['=SUBTOTAL(9,A1:A3)', 13],
    ['=SUBTOTAL(109,B1:B3)', 48],
    ['=SUBTOTAL(9,A1:A2,B1:B2)', 37],
    ['=ROUND(2.345,2)', 2.35],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(1234,-2)', 1200],
    ['=ROUND(A1/B2,1)*2', 5],
    ['=ROUND(1.005,2)', 1.01],
  ])('%s is %d', (formula, expected) => expect(value(formula)).toBeCloseTo(expected, 12));

  test.each([
    '=',
    '=1+',
    '=1 2',
    '=(1+2',
    '=1+2)',
    '=A1^2',
    '="1"',
    '=A1&B1',
    '=C1',
    '=C1+1',
    '=1+C1',
    '=C1-1',
    '=C1*2',
    '=2/C1',
    '=-C1',
    '=C1%',
    '=D1',
    '=D2',
    '=C3',
    '=1/0',
    '=A1:B2',
    '=A1:A2',
    '=SUM(A1:D1)',
    '=SUM(C3)',
    '=SUM(A1:A2',
    '=SUM(A1:A2,C1+1)',
    '=SUM(C1+1,A1)',
    '=SUM()',
    '=AVERAGE(A1:A2)',
    '=没有!A1',
    '=名称',
    '=SUBTOTAL(1,A1:A2)',
    '=SUBTOTAL(9)',
    '=SUBTOTAL(9,A1+1)',
    '=SUBTOTAL(9,5)',
    '=ROUND(2.345)',
    '=ROUND(2.345,2',
    '=ROUND(C1,2)',
    '=ROUND(2.345,C1)',
    `=${'-'.repeat(300)}1`,
  ])('%s is not calculated', (formula) => expect(value(formula)).toBeNull());

  test('takes another value than the stored one where it is given', () => {
    const fresh = (_: unknown, index: number) => (index === 0 ? 100 : index === 10 ? 5 : undefined);
    expect(calculate('=A1+A2', sheet, find, fresh)).toBe(103);
    expect(calculate('=SUM(A1:A2)', sheet, find, fresh)).toBe(103);
    expect(calculate('=C3+1', sheet, find, fresh)).toBe(6);
  });

  test('does not guess what a SUBTOTAL shows beside hidden rows', () => {
    const hidden = { ...sheet, hiddenRows: new Set([1]) };
    expect(calculate('=SUBTOTAL(109,A1:A2)', hidden, find)).toBeNull();
    expect(calculate('=SUM(A1:A2)', hidden, find)).toBe(13);
  });

  test('reads no range without end', () => {
    const long = sheetFromGrid('长', [[1]]);
    expect(calculate('=SUM(A1:XFD1048576)', long, find)).toBe(1);
    const wide = { ...long, rowCount: 1001, columnCount: 100 };
    expect(calculate('=SUM(A1:CV1001)', wide, find)).toBeNull();
    expect(calculate('=SUM(A1:CV1000)', wide, find)).toBe(1);
  });
});

describe('what a formula refers to', () => {
  const names = (formula: string) => referencesOf(formula).map(({ sheet, area }) => `${sheet ?? ''}|${areaName(area)}`);
  test.each<[string, readonly string[]]>([
    ['=A1+$B$2', ['|A1', '|B2']],
    ['=SUM(A1:B9,c3)', ['|A1:B9', '|C3']],
    ['=表!A1&"B2"', ['表|A1']],
    ["='别 ''表'!A1:B2", ["别 '表|A1:B2"]],
    ['=LOG10(A1)', ['|A1']],
    ['=名A1+A1名+A1(2)', []],
    ['=1A1+A1.5', []],
    ['=A1048577+XFE1', []],
    ['="a""A1"&A2', ['|A2']],
  ])('%s', (formula, expected) => expect(names(formula)).toEqual(expected));

  test('another workbook is told from a list and from a text', () => {
    expect(['=[甲.xlsx]表!A1', "='[甲.xlsx]表 1'!A1", "='C:\\[甲.xlsx]表'!A1"].map(isExternal)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['=表!A1', '="[甲.xlsx]表!A1"', '=表1[列]', "='表'!A1"].map(isExternal)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('a SUBTOTAL is told from its name in a text', () =>
    expect(['=SUBTOTAL(9,A1)', '=1+subtotal(9,A1)', '="SUBTOTAL("', '=SUM(A1)'].map(isSubtotalFormula)).toEqual([
      true, true, false, false,
    ])); // prettier-ignore
});

describe('a formula that only adds', () => {
  const added = (formula: string) => {
    const addition = additionOf(formula);
    return (
      addition && [
        addition.areas.map(({ sheet, area }) => (sheet ? `${sheet}!` : '') + areaName(area)),
        addition.constants,
      ]
    );
  };
  test.each<[string, unknown]>([
    ['=SUM(C4:C6,C9)+C12+5', [['C4:C6', 'C9', 'C12'], [5]]],
    ['=+C4+C5', [['C4', 'C5'], []]],
    ['= SUM( C4 : C6 )', [['C4:C6'], []]],
    ['=sum(C4:C6)', [['C4:C6'], []]],
    ['=ROUND(SUM(C4:C6),2)', [['C4:C6'], []]],
    ['=SUBTOTAL(9,C4:C6)+SUBTOTAL(109,C9)', [['C4:C6', 'C9'], []]],
    ["='一+二'!C4+表!C5+1.5", [['一+二!C4', '表!C5'], [1.5]]],
    ["='一-二'!C4", [['一-二!C4'], []]],
    ['=C4+C4', [['C4', 'C4'], []]],
  ])('%s adds', (formula, expected) => expect(added(formula)).toEqual(expected));

  test.each([
    '=C4-C5',
    '=C4*2',
    '=IF(C4>0,C4,0)',
    '=AVERAGE(C4:C6)',
    '=5+6',
    '=C4&C5',
    '=SUBTOTAL(1,C4:C6)',
    '=名称+C4',
    '=SUM(SUM(C4:C6),C9)*2',
  ])('%s does more', (formula) => expect(additionOf(formula)).toBeNull());

  test('a single SUBTOTAL leaves other SUBTOTALs out', () => {
    const leaves = (formula: string) => additionOf(formula)?.leavesOutSubtotals;
    expect(['=SUBTOTAL(9,C4:C6)', '=SUBTOTAL(109,C4,C6)', '=ROUND(SUBTOTAL(9,C4:C6),2)'].map(leaves)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['=SUBTOTAL(9,C4:C6)+C9', '=C9+SUBTOTAL(9,C4:C6)', '=SUM(C4:C6)'].map(leaves)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a formula and its copy', () => {
  test('read the same relative to their own cell', () => {
    expect(relativeForm('=D4-C4', 3, 4)).toBe('=R[0]C[-1]-R[0]C[-2]');
    expect(relativeForm('=D5-C5', 4, 4)).toBe('=R[0]C[-1]-R[0]C[-2]');
    expect(relativeForm('=$D4*D$1+$A$1', 3, 4)).toBe('=R[0]C3*R0C[-1]+R0C0');
    expect(relativeForm('=LOG10(D4)&"D4"', 3, 3)).toBe('=LOG10(R[0]C[0])&"D4"');
  });

  test('are moved as Excel moves them', () => {
    expect(copiedFormula('=D4-$C4+D$1+$A$1', 2, 1)).toBe('=E6-$C6+E$1+$A$1');
    expect(copiedFormula('=LOG10(D4)&"D4"', 1, 0)).toBe('=LOG10(D5)&"D4"');
  });
});

test.each<[readonly number[], string]>([
  [[3], '=SUM(C4)'],
  [[3, 4, 5], '=SUM(C4:C6)'],
  [[3, 5, 6, 9], '=SUM(C4,C6:C7,C10)'],
])('the sum of rows %j is %s', (rows, formula) => expect(sumOfRows(rows, 2)).toBe(formula));
