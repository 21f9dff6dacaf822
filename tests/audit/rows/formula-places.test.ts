import { formulaReach } from '../../../src/audit/rules/formula-reach';
import { staleValue } from '../../../src/audit/rules/stale-value';
import { sumRange } from '../../../src/audit/rules/sum-range';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位';

describe('where a formula reaches', () => {
  const sheet = (...rows: readonly string[]) =>
    ['|   | A | B | C | D |', ...rows.map((row, i) => `| ${i + 1} | ${row} |`)].join('\n');
  const texts = (grid: string, more: Readonly<Record<string, string>> = {}) =>
    reportsOf(formulaReach, { grid, sheet: '合成', more }).map(({ text }) => text);

  test('rings of several cells and sheets', () => {
    expect(texts(sheet('=B1', '=C1'))).toEqual([]);
    expect(texts(sheet('=B1 | =A1'))).toEqual(['循环引用：A1 → B1（=B1）。']);
    expect(texts(sheet('=B1 | =合成!A1'))).toEqual(['循环引用：A1 → B1（=B1）。']);
    expect(texts(sheet('=B1 | =别!A1'), { 别: sheet('=B1 | 1') })).toEqual([]);
    expect(texts(sheet('=SUM(B1:C2) | 1 | 2', '5 | =A1 | 3'))).toEqual(['循环引用：A1 → B2（=SUM(B1:C2)）。']);
    expect(texts(sheet('=B1 | =A1 | =D1 | =C1'))).toHaveLength(2);
    // Each needs the one before it: a chain, and no ring.
    expect(texts(sheet('1 | =A1 | =B1 | =C1+B1+A1'))).toEqual([]);
    expect(texts(sheet('=D1 | =A1 | =A1 | =B1+C1'))).toEqual([expect.stringContaining('A1 → D1 → B1')]);
  });

  test('equal faults are one', () => {
    const merges = (row: string) =>
      reportsOf(formulaReach, { grid: sheet(row), sheet: '合成' }).map(({ message, merges: one, level }) => [
        message,
        one,
        level,
      ]);
    expect(merges('=[甲.xlsx]表!A1')).toEqual([['external', true, 'warning']]);
    expect(merges('=1+2')).toEqual([['literal', true, 'info']]);
    expect(merges('=A1')).toEqual([['circular', false, 'error']]);
  });

  test.each<[string, boolean]>([
    ['=1350+900', true],
    ['=1350*2', true],
    ['=1350-900', true],
    ['=(1350+900)', true],
    ['=1 350 + 900', true],
    ['=1350.5', false],
    ['=+1350', false],
    ['=-(36)', false],
    ['=A2+1', false],
    ['=1350+900&""', false],
  ])('%s is typed through and through: %p', (formula, isLiteral) =>
    expect(texts(sheet(`${formula} | 1`))).toHaveLength(isLiteral ? 1 : 0),
  );
});

describe('a value that was not calculated again, in its table', () => {
  const grid = (total: string, second = 540) =>
    gridOf(HEADER, [1, '江丰小学', 18, 810], [2, '枫林小学', 12, second], ['合计', null, 30, total]);
  test('cannot be counted', () => {
    const [one] = reportsOf(staleValue, { grid: grid('=SUM(D2:D3) → 1300') });
    expect(one).toMatchObject({
      found: '1300',
      expected: '1350',
      causes: { blocks: true },
      place: { key: 'schools#1|total|plannedSeats' },
    });
    expect(said(staleValue, { grid: grid('=SUM(D2:D3) → 1350') })).toEqual([]);
  });
  test.each<[string, string, readonly string[]]>([
    ['=附件2!D2*2', '1620', []],
    ['=别!A1+1', '6', []],
    ['=别!A1+1', '7', ['D4 stale 7→6']],
    ['=没有!A1+1', '7', []],
    ['=D2/3', '270.004', []],
    ['=D2/3', '270.006', ['D4 stale 270.006→270']],
    ['=D2*1000000', '810000000.5', []],
    ['=D2/810', '1.005', []],
    ['=D2/1620', '0.502', []],
    ['=D2/1620', '0.503', ['D4 stale 0.503→0.5']],
    ['=D2/1620', '0.497', ['D4 stale 0.497→0.5']],
    ['=-D2/1620', '-0.503', ['D4 stale -0.503→-0.5']],
  ])('%s shows %s', (formula, value, expected) =>
    expect(said(staleValue, { grid: grid(`${formula} → ${value}`), more: { 别: '|   | A |\n| 1 | 5 |' } })).toEqual(
      expected,
    ),
  );
});

describe('sums over a table', () => {
  const rows = (subtotal: string, total: string, ofWhich: readonly Row[] = []) =>
    gridOf(
      HEADER,
      ['二、初中'],
      ['小计：', null, subtotal],
      [1, '合成第一中学', 54],
      [2, '合成第二中学', 24],
      ...ofWhich,
      ['三、小学'],
      [1, '合成第一小学', 12],
      [2, '合成第二小学', 24],
      ['合计', null, total],
    );
  const of = (subtotal: string, total: string, ofWhich: readonly Row[] = []) =>
    said(sumRange, { grid: rows(subtotal, total, ofWhich) });
  test.each<[string, string, readonly string[]]>([
    ['=SUM(C4:C5) → 78', '=SUM(C3,C7:C8) → 114', []],
    ['=SUM(C4:C5) → 78', '=SUM(C4:C5,C7:C8) → 114', []],
    ['=SUM(C4:C5) → 78', '=SUM(C4:C8) → 114', []],
    ['=SUM(C4:C5) → 78', '=SUM(C3:C8) → 192', ['C9 twice =SUM(C3:C8)→=SUM(C3,C7:C8)']],
    ['=SUM(C4:C5) → 78', '=SUM(C3,C7) → 90', ['C9 leavesOut =SUM(C3,C7)→=SUM(C3,C7:C8)']],
    ['=SUM(C4:C5) → 78', '=C3 → 78', ['C9 leavesOut =C3→=SUM(C3,C7:C8)']],
    ['=SUM(C4:C5) → 78', '=SUM(C3,C5,C7:C8) → 138', ['C9 twice =SUM(C3,C5,C7:C8)→=SUM(C3,C7:C8)']],
    ['=SUM(C4:C5) → 78', '=SUM(C7:C8) → 36', ['C9 leavesOut =SUM(C7:C8)→=SUM(C3,C7:C8)']],
    ['=SUM(C4:C7) → 90', '=SUM(C3,C7:C8) → 126', ['C3 includes =SUM(C4:C7)→=SUM(C4:C5)']],
    ['=SUM(C4:D5) → 78', '=SUM(C3,C7:C8) → 114', ['C3 otherColumn =SUM(C4:D5)→=SUM(C4:C5)']],
    ['=SUM(B4:C5) → 78', '=SUM(C3,C7:C8) → 114', ['C3 otherColumn =SUM(B4:C5)→=SUM(C4:C5)']],
    ['=SUM(C4:C5)+0 → 78', '=SUM(C3,C7:C8) → 114', ['C3 typedIn =SUM(C4:C5)+0→=SUM(C4:C5)']],
  ])('subtotal %s, total %s', (subtotal, total, expected) => expect(of(subtotal, total)).toEqual(expected));

  test('a part of a school is none of the rows', () => {
    const part: Row = ['其中：新校区', null, 10];
    expect(of('=SUM(C4:C5) → 78', '114', [part])).toEqual([]);
    expect(of('=SUM(C4:C6) → 88', '114', [part])).toEqual(['C3 includes =SUM(C4:C6)→=SUM(C4:C5)']);
  });

  test('without any subtotal the total adds the rows', () => {
    const plain = (total: string) =>
      said(sumRange, { grid: gridOf(HEADER, [1, '江丰小学', 18], [2, '枫林小学', 12], ['合计', null, total]) });
    expect(plain('=SUM(C2:C3) → 30')).toEqual([]);
    expect(plain('=SUM(C2:C2) → 18')).toEqual(['C4 leavesOut =SUM(C2:C2)→=SUM(C2:C3)']);
    expect(plain('=SUM(C2:C4) → 30')).toEqual(['C4 includes =SUM(C2:C4)→=SUM(C2:C3)']);
  });
});
