import { auditWorkbook, type Finding } from '../../src/audit';
import { yichunPlan } from '../../src/plan';
import { cellName, sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';

type Cell = CellValue | { readonly formula: string; readonly value: CellValue };

const HEADER = ['序号', '项目名称', '安排金额（万元）', '已支出（万元）', '执行率（%）', '结余（万元）'];
const NAMES = ['教育教学质量奖', '教育信息化提升专项', '“双减”工作专项'];
const AMOUNTS = [400, 100, 60];
const SPENT = [210, 40, 30];

/** Three funds from row 2 on, with rates, remainders and a total; `change` is put over the cells it names. */
function fundsWith(change: Readonly<Record<string, Cell>>): readonly Finding[] {
  const line = (i: number, name: CellValue, amount: Cell, spent: Cell, rate: CellValue, rest: CellValue): Cell[] => [
    i < 4 ? i : null,
    name,
    amount,
    spent,
    { formula: `=ROUND(D${i + 1}/C${i + 1}*100,1)`, value: rate },
    { formula: `=C${i + 1}-D${i + 1}`, value: rest },
  ];
  const rows = NAMES.map((name, i) => {
    const [amount = 0, spent = 0] = [AMOUNTS[i], SPENT[i]];
    return line(i + 1, name, amount, spent, Number(((spent / amount) * 100).toFixed(1)), amount - spent);
  });
  const sum = (column: string, value: number): Cell => ({ formula: `=SUM(${column}2:${column}4)`, value });
  const total = line(4, '合计', sum('C', 560), sum('D', 280), 50, 280);
  const grid = [HEADER, ...rows, total].map((row, r) => row.map((cell, c) => change[cellName(r, c)] ?? cell));
  return auditWorkbook(workbookOf([sheetFromGrid('专项经费', grid)]), yichunPlan).findings;
}

/** `C3(E3 F3)` for findings that ask for something, with what hangs below them. */
function placesOf(findings: readonly Finding[]): string {
  return findings
    .filter(({ level }) => level !== 'info')
    .map(({ place: { area }, consequences }) => {
      const below = placesOf(consequences);
      return `${area ? cellName(area.top, area.left) : ''}${below === '' ? '' : `(${below})`}`;
    })
    .join(' ');
}

const broken = (formula: string): Cell => ({ formula, value: '#VALUE!' });

/** The total row, calculated anew for these sums. */
const totals = (amount: number, spent: number): Readonly<Record<string, Cell>> => ({
  C5: { formula: '=SUM(C2:C4)', value: amount },
  D5: { formula: '=SUM(D2:D4)', value: spent },
  E5: { formula: '=ROUND(D5/C5*100,1)', value: Number(((spent / amount) * 100).toFixed(1)) },
  F5: { formula: '=C5-D5', value: amount - spent },
});

describe('what a formula makes of a cell at fault', () => {
  test('is nothing of its own: error values of a rate and a remainder hang below the text', () => {
    const findings = fundsWith({
      C3: '100万元',
      E3: broken('=ROUND(D3/C3*100,1)'),
      F3: broken('=C3-D3'),
      ...totals(460, 280),
    });
    expect(placesOf(findings)).toMatch(/^C3\(E3 F3.*\)$/u);
  });

  test('through a formula between: the rate of the total, where a text is left out of the sum', () => {
    const findings = fundsWith({
      D3: '四十万',
      E3: broken('=ROUND(D3/C3*100,1)'),
      F3: broken('=C3-D3'),
      ...totals(560, 240),
    });
    expect(findings.filter(({ level }) => level !== 'info')).toHaveLength(1);
    expect(placesOf(findings)).toMatch(/^D3\(/u);
  });

  test('while a fault of the formula itself stays a finding', () => {
    const findings = fundsWith({
      C3: '100万元',
      E3: broken('=ROUND(D3/C3*100,1)'),
      F3: broken('=C3-D3'),
      ...totals(460, 240),
      D5: { formula: '=SUM(D2:D2,D4)', value: 240 },
    });
    expect(placesOf(findings)).toMatch(/^C3\(.*E3.*\) D5/u);
  });

  test('and an error value whose sources are in order stays at its cell', () => {
    expect(placesOf(fundsWith({ E3: broken('=ROUND(D3/C3*100,1)') }))).toBe('E3');
  });
});
