import { rowSlip } from '../../../src/audit/rules/row-slip';
import { subtotalMismatch } from '../../../src/audit/rules/subtotal-mismatch';
import { sumRange } from '../../../src/audit/rules/sum-range';
import { totalMismatch } from '../../../src/audit/rules/total-mismatch';
import type { Rule } from '../../../src/audit';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位';
const name = (i: number): string => `合成第${'一二三四五六七八九'[i] ?? ''}中学`;
const rows = (...values: readonly CellValue[]): Row[] => values.map((value, i) => [i + 1, name(i), value]);
/** Subtotal in C3, schools from C4 on. */
const junior = (subtotal: CellValue, ...values: readonly CellValue[]): string =>
  gridOf(HEADER, ['二、初中'], ['小计：', null, subtotal], ...rows(...values));
/** Two sections: subtotals in C3 and C7, schools in C4, C5 and C8, C9, total in C10. */
const both = (
  first: CellValue,
  a: CellValue,
  b: CellValue,
  second: CellValue,
  c: CellValue,
  d: CellValue,
  total: CellValue,
): string =>
  gridOf(
    HEADER,
    ['二、初中'],
    ['小计：', null, first],
    ...rows(a, b),
    ['三、小学'],
    ['小计：', null, second],
    [1, '合成一小', c],
    [2, '合成二小', d],
    ['合计', null, total],
  );
const fixes = (rule: Rule, grid: string): readonly (readonly [number, string])[] =>
  reportsOf(rule, { grid })
    .flatMap(({ repair }) => repair?.() ?? [])
    .flatMap((fix) => (fix.kind === 'auto' ? fix.edits : []))
    .flatMap(({ edit }) =>
      edit.kind === 'content' && edit.content.kind === 'formula' ? [[edit.row, edit.content.formula] as const] : [],
    );
/** Does the comparison come right with these values put in, by row? */
const explained = (rule: Rule, grid: string, values: Readonly<Record<number, number>>): boolean | undefined => {
  const [one] = reportsOf(rule, { grid });
  return one?.leansOn[0]?.explainedBy?.((row, column) => (column === 2 ? values[row] : undefined));
};

describe('a subtotal and its rows', () => {
  test.each<[CellValue, readonly CellValue[], readonly string[]]>([
    [90, [54, 36], []],
    [90, [54, '36'], []],
    [90, [54, 36.004], []],
    [90.01, [54, 36], ['C3 differs 90.01→90']],
    [91, [54, 36], ['C3 differs 91→90']],
    ['91', [54, 36], ['C3 differs 91→90']],
    [90, [54, null], ['C3 cannotAdd 90']],
    [90, [54, '—', 36], []],
    [90, [54, null, 40], ['C3 exceeds 90→不小于 94']],
    [null, [54, 36], []],
    ['见备注', [54, 36], []],
  ])('%p over %j', (subtotal, values, expected) =>
    expect(said(subtotalMismatch, { grid: junior(subtotal, ...values) })).toEqual(expected),
  );

  test('become a formula; a typed total that was made from it follows', () => {
    expect(fixes(subtotalMismatch, junior(91, 54, 36))).toEqual([[2, '=SUM(C4:C5)']]);
    expect(fixes(subtotalMismatch, both(91, 54, 36, 36, 12, 24, 127))).toEqual([
      [2, '=SUM(C4:C5)'],
      [9, '=SUM(C3,C7)'],
    ]);
    expect(fixes(subtotalMismatch, both(91, 54, 36, 36, 12, 24, '=C3+C7 → 127'))).toEqual([[2, '=SUM(C4:C5)']]);
    expect(fixes(subtotalMismatch, both(91, 54, 36, 36, 12, 24, '—'))).toEqual([[2, '=SUM(C4:C5)']]);
  });

  test('come right by a row’s or the subtotal’s own right value', () => {
    const grid = junior(100, 54, 36);
    expect([
      explained(subtotalMismatch, grid, { 3: 64 }),
      explained(subtotalMismatch, grid, { 4: 46 }),
      explained(subtotalMismatch, grid, { 2: 90 }),
    ]).toEqual([true, true, true]);
    expect([
      explained(subtotalMismatch, grid, { 3: 60 }),
      explained(subtotalMismatch, grid, { 2: 91 }),
      explained(subtotalMismatch, grid, {}),
      explained(subtotalMismatch, grid, { 9: 10 }),
    ]).toEqual([false, false, false, false]);
    expect(explained(subtotalMismatch, grid, { 3: 60, 4: 40 })).toBe(true);
    const [one] = reportsOf(subtotalMismatch, { grid });
    expect([2, 3, 4, 5].map((row) => one?.leansOn[0]?.has(row))).toEqual([true, true, true, false]);
    expect(one?.causes).toEqual({ corrected: [90] });
  });

  test('come right by a text that was not added', () => {
    const grid = junior(54, 54, '36');
    expect(said(subtotalMismatch, { grid })).toEqual(['C3 differs 54→90']);
    expect([explained(subtotalMismatch, grid, { 4: 36 }), explained(subtotalMismatch, grid, { 3: 54 })]).toEqual([
      true,
      false,
    ]);
    const formula = junior('=SUM(C4:C5) → 54', 54, '36');
    expect(explained(subtotalMismatch, formula, { 3: 54 })).toBe(true);
  });
});

describe('a total, its subtotals and rows', () => {
  test.each<[string, string, readonly string[]]>([
    ['right', both(90, 54, 36, 36, 12, 24, 126), []],
    ['right by subtotals that stand', both(100, 54, 36, 36, 12, 24, 136), []],
    ['right by rows', both(100, 54, 36, 36, 12, 24, 126), []],
    ['off', both(90, 54, 36, 36, 12, 24, 127), ['C10 differs 127→126']],
    ['both subtotals and rows', both(90, 54, 36, 36, 12, 24, 252), ['C10 twice 252→126']],
    ['a subtotal for blank rows', both(90, null, 36, 36, 12, 24, 126), []],
    ['no subtotal, a blank row', both(null, 54, null, 36, 12, 24, 126), ['C10 cannotAdd 126']],
    ['no subtotal, rows that exceed it', both(null, 54, null, 36, 12, 84, 120), ['C10 exceeds 120']],
    ['no number', both(90, 54, 36, 36, 12, 24, '—'), []],
  ])('%s', (_, grid, expected) => expect(said(totalMismatch, { grid })).toEqual(expected));

  test('without any subtotal adds the rows', () => {
    const plain = (total: number) => gridOf(HEADER, ...rows(54, 36), ['合计', null, total]);
    expect(said(totalMismatch, { grid: plain(90) })).toEqual([]);
    expect(said(totalMismatch, { grid: plain(91) })).toEqual(['C4 differs 91→90']);
    expect(fixes(totalMismatch, plain(91))).toEqual([[3, '=SUM(C2:C3)']]);
    expect(fixes(totalMismatch, both(90, 54, 36, 36, 12, 24, 127))).toEqual([[9, '=SUM(C3,C7)']]);
  });

  test('comes right by what it rests on', () => {
    const grid = both(90, 54, 36, 36, 12, 24, 136);
    const of = (values: Readonly<Record<number, number>>) => explained(totalMismatch, grid, values);
    expect([of({ 2: 100 }), of({ 3: 64 }), of({ 9: 126 })]).toEqual([true, true, true]);
    expect([of({}), of({ 2: 95 }), of({ 3: 60 }), of({ 9: 130 })]).toEqual([false, false, false, false]);
    const [one] = reportsOf(totalMismatch, { grid });
    expect([1, 2, 3, 6, 8, 9].map((row) => one?.leansOn[0]?.has(row))).toEqual([false, true, true, true, true, true]);
    const texts = both(90, 54, 36, 36, 12, '24', '=SUM(C3,C7) → 102');
    expect([explained(totalMismatch, texts, { 8: 24 }), explained(totalMismatch, texts, { 3: 54 })]).toEqual([
      true,
      false,
    ]);
    const lost = both(90, 54, 36, '36', 12, 24, '=SUM(C3,C7) → 90');
    expect([explained(totalMismatch, lost, { 6: 36 }), explained(totalMismatch, lost, { 4: 36 })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the range of a sum', () => {
  test.each<[string, readonly string[]]>([
    ['=SUM(C4:C6)', []],
    ['=C4+C5+C6', []],
    ['=SUM(C4:C5,C6)', []],
    ['=SUM(C4:C5)', ['C3 leavesOut =SUM(C4:C5)→=SUM(C4:C6)']],
    ['=SUM(C5:C6)', ['C3 leavesOut =SUM(C5:C6)→=SUM(C4:C6)']],
    ['=SUM(C3:C6)', ['C3 includes =SUM(C3:C6)→=SUM(C4:C6)']],
    ['=SUM(C4:C6,C5)', ['C3 twice =SUM(C4:C6,C5)→=SUM(C4:C6)']],
    ['=SUM(D4:D6)', ['C3 otherColumn =SUM(D4:D6)→=SUM(C4:C6)']],
    ['=SUM(D3:E3)', []],
    ['=SUM(C4:C6)+5', ['C3 typedIn =SUM(C4:C6)+5→=SUM(C4:C6)']],
    ['=SUM(C4:C5)+5', ['C3 typedIn =SUM(C4:C5)+5→=SUM(C4:C6)', 'C3 leavesOut =SUM(C4:C5)+5→=SUM(C4:C6)']],
    ['=SUM(别!C4:C5)', []],
    ['=AVERAGE(C4:C5)', []],
    ['=SUM(C2:C6)', ['C3 includes =SUM(C2:C6)→=SUM(C4:C6)']],
    ['=SUM(C4:C7)', []],
  ])('%s in C3 over C4 to C6', (formula, expected) =>
    expect(said(sumRange, { grid: junior(`${formula} → 90`, 54, 24, 12) })).toEqual(expected),
  );

  test.each<[string, readonly string[]]>([
    ['=SUM(C3,C7)', []],
    ['=SUM(C4:C5,C8:C9)', []],
    ['=SUM(C3:C9)', ['C10 twice =SUM(C3:C9)→=SUM(C3,C7)']],
    ['=SUBTOTAL(9,C3:C9)', ['C10 twice =SUBTOTAL(9,C3:C9)→=SUM(C3,C7)']],
    ['=C3', ['C10 leavesOut =C3→=SUM(C3,C7)']],
    ['=SUM(C3,C7,C9)', ['C10 twice =SUM(C3,C7,C9)→=SUM(C3,C7)']],
    ['=SUM(C3,C3,C7)', ['C10 twice =SUM(C3,C3,C7)→=SUM(C3,C7)']],
    ['=SUM(C3,C7,C10)', ['C10 includes =SUM(C3,C7,C10)→=SUM(C3,C7)']],
  ])('%s in a total over subtotals in C3 and C7', (formula, expected) =>
    expect(said(sumRange, { grid: both(90, 54, 36, 36, 12, 24, `${formula} → 126`) })).toEqual(expected),
  );

  test('a SUBTOTAL over SUBTOTALs is right', () =>
    expect(
      said(sumRange, {
        grid: both('=SUBTOTAL(9,C4:C5) → 90', 54, 36, '=SUBTOTAL(9,C8:C9) → 36', 12, 24, '=SUBTOTAL(9,C3:C9) → 126'),
      }),
    ).toEqual([]));

  test('is put right, and rests on the rows’ place in their section', () => {
    const grid = junior('=SUM(C4:C5) → 78', 54, 24, 12);
    expect(fixes(sumRange, grid)).toEqual([[2, '=SUM(C4:C6)']]);
    const [one] = reportsOf(sumRange, { grid });
    expect(one).toMatchObject({ id: 'F02', level: 'error', causes: { blocks: true }, leansOn: [{ rows: [5] }] });
    expect([one?.leansOn[0]?.has(5), one?.leansOn[0]?.has(4)]).toEqual([true, false]);
  });
});

describe('a slip in one row', () => {
  test.each<[number, readonly CellValue[], readonly string[]]>([
    [90, [54, 36], []],
    [90, [540, 36], ['C4 slip 540→54']],
    [90, [45, 36], ['C4 slip 45→54']],
    [90, [-54, 36], ['C4 slip -54→54']],
    [90, [55, 36], []],
    [90, [554, 36], []],
    [90, ['540', 36], ['C4 slip 540→54']],
    [90, [540, null], []],
    [576, [540, 36], []],
    [100, [24, 13, 13, 24], []],
  ])('subtotal %d over %j', (subtotal, values, expected) =>
    expect(said(rowSlip, { grid: junior(subtotal, ...values) })).toEqual(expected),
  );

  test('that the plan confirms is none', () => {
    const grid = gridOf(HEADER, ['二、初中'], ['小计：', null, 41.4], [1, '宜阳二中', 54], [2, '合成二中', 36]);
    expect(said(rowSlip, { grid })).toEqual([]);
  });

  test('is looked for under the total where there is no subtotal', () => {
    const plain = (total: CellValue, ...values: readonly CellValue[]) =>
      said(rowSlip, { grid: gridOf(HEADER, ...rows(...values), ['合计', null, total]) });
    expect(plain(90, 540, 36)).toEqual(['C2 slip 540→54']);
    expect(plain(576, 540, 36)).toEqual([]);
    expect(plain('—', 540, 36)).toEqual([]);
    const [one] = reportsOf(rowSlip, { grid: gridOf(HEADER, ...rows(540, 36), ['合计', null, 90]) });
    expect(one?.text).toContain('按合计减其余各行应为 54');
    expect(one?.repair?.()).toMatchObject({
      kind: 'choice',
      choices: [{ edits: [{ edit: { row: 1, content: { value: 54 } } }] }],
    });
  });

  test('where digits changed places, the total has a vote', () => {
    expect(said(rowSlip, { grid: both(90, 45, 36, 36, 12, 24, 126) })).toEqual(['C4 slip 45→54']);
    expect(said(rowSlip, { grid: both(90, 45, 36, 36, 12, 24, 117) })).toEqual([]);
    expect(said(rowSlip, { grid: both(90, 540, 36, 36, 12, 24, 612) })).toEqual(['C4 slip 540→54']);
  });
});
