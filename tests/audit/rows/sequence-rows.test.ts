import { sequence } from '../../../src/audit/rules/sequence';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

const HEADER = '序号 | 学校名称 | 规划班数';
const rows = (...numbers: readonly CellValue[]) =>
  numbers.map((number, i) => [number, `合成第${'一二三四五六七八九'[i] ?? ''}中学`, 24]);
const of = (...numbers: readonly CellValue[]) => said(sequence, { grid: gridOf(HEADER, ...rows(...numbers)) });

describe('numbers of one run', () => {
  test.each<[readonly CellValue[], readonly string[]]>([
    [[1, 2, 3, 4], []],
    [['1', '2', '3', '4'], []],
    [[1, 2, 2, 4], ['A4 repeated 2→3']],
    [[1, 2, 9, 4], ['A4 skipped 9→3']],
    [[1, 2, null, 4], ['A4 blank →3']],
    [[1, 2, 4, 5], ['A4 skipped 4→3']],
    [
      [1, 2, 4, 5, 7],
      ['A4 skipped 4→3', 'A6 skipped 7→6'],
    ],
    [[5, 2, 3, 4], ['A2 skipped 5→1']],
    [[2, 3, 4, 5], []],
    [[3, 1, 2, 4], []],
    [[0, 1, 2, 3], []],
    [[1, 2, 3, 3], ['A5 repeated 3→4']],
    [[null, 2, 3, 4], ['A2 blank →1']],
    [[1, null, null, null, null], []],
    [[null, null, null, null], []],
    [[1, '见备注', 3, 4], ['A3 blank →2']],
  ])('%j', (numbers, expected) => expect(of(...numbers)).toEqual(expected));

  test('a blank is a hint, the others are doubts; all are mended together', () => {
    const reports = reportsOf(sequence, { grid: gridOf(HEADER, ...rows(1, 2, 2, null, 5)) });
    expect(reports.map(({ level }) => level)).toEqual(['warning', 'info']);
    const fixes = reports.map(({ repair }) => repair?.());
    expect(fixes[0]).toBe(fixes[1]);
    expect(fixes[0]).toMatchObject({
      kind: 'auto',
      edits: [{ edit: { row: 3, content: { value: 3 } } }, { edit: { row: 4, content: { value: 4 } } }],
    });
    expect(reports[0]?.leansOn[0]?.rows).toEqual([1, 2, 3, 4, 5]);
    expect([reports[0]?.leansOn[0]?.has(1), reports[0]?.leansOn[0]?.has(9)]).toEqual([true, false]);
  });

  test('nothing is mended on a sheet that cannot be written to', () =>
    expect(
      reportsOf(sequence, { grid: gridOf(HEADER, ...rows(1, 2, 2)), options: { isProtected: true } }).map(
        ({ repair }) => repair?.(),
      ),
    ).toEqual([null]));
});

describe('numbers of sections', () => {
  const sections = (first: readonly CellValue[], second: readonly CellValue[]) =>
    said(sequence, { grid: gridOf(HEADER, ['二、初中'], ...rows(...first), ['三、小学'], ...rows(...second)) });
  test.each<[readonly CellValue[], readonly CellValue[], readonly string[]]>([
    [[1, 2, 3], [1, 2], []],
    [[1, 2, 3], [4, 5], []],
    [[1, 2, 3], [1, 3], ['A8 skipped 3→2']],
    [[1, 2, 3], [4, 6], ['A8 skipped 6→5']],
    [[1, 2, 3], [9, 2, 3], ['A7 skipped 9→1']],
  ])('%j and %j', (first, second, expected) => expect(sections(first, second)).toEqual(expected));
});

describe('the plan’s own numbers', () => {
  const kept = (...lines: readonly (readonly CellValue[])[]) =>
    said(sequence, { grid: gridOf(HEADER, ['二、初中'], ...lines) });
  test('may be kept by who reports some of its schools', () => {
    expect(kept([1, '宜阳二中', 54], [7, '北湖学校（暂名）', 30], [10, '宜春市银岭学校（暂名）', 48])).toEqual([]);
    expect(kept([1, '宜阳二中', 54], [8, '北湖学校（暂名）', 30], [10, '宜春市银岭学校（暂名）', 48])).toEqual([
      'A4 skipped 8→7',
    ]);
  });
});
