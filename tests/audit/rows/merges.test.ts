import { mergedData } from '../../../src/audit/rules/merged-data';
import { cellName, parseArea, type CellValue } from '../../../src/workbook';
import { gridOf, reportsOf } from '../rule-desk';

type Row = readonly CellValue[];
const HEADER = '辖区 | 序号 | 学校名称 | 学段 | 规划班数 | 围墙长度 | 建设性质 | 备注';
const ROWS: readonly Row[] = [
  ['二、初中'],
  ['袁州区', 1, '合成第一中学', '初中', 24, 300, '新建', '合成'],
  ['袁州区', 2, '合成第二中学', '初中', 36, 300, '新建', '合成'],
  ['袁州区', 3, '合成第三中学', '初中', 48, 300, '新建', '合成'],
  ['合计', null, null, null, 108, 900],
];
/** What is said where this area is merged; all its cells but the first are blank, unless given. */
const reports = (merge: string, left: Readonly<Record<string, CellValue>> = {}) => {
  const area = parseArea(merge);
  if (!area) throw new Error(merge);
  const rows = ROWS.map((row, i) =>
    Array.from({ length: 8 }, (_, column): CellValue => {
      const at = cellName(i + 1, column);
      const isInside = i + 1 >= area.top && i + 1 <= area.bottom && column >= area.left && column <= area.right;
      const isFirst = i + 1 === area.top && column === area.left;
      return at in left ? (left[at] ?? null) : isInside && !isFirst ? null : (row[column] ?? null);
    }),
  );
  return reportsOf(mergedData, { grid: gridOf(HEADER, ...rows), options: { merges: [area] } });
};
const of = (merge: string, left: Readonly<Record<string, CellValue>> = {}) =>
  reports(merge, left).map(({ message, found, place: { area } }) =>
    [message, area && cellName(area.top, area.left), found].join(' '),
  );

describe('merged cells of a table', () => {
  test.each<[string, string, readonly string[]]>([
    ['numbers of two rows', 'E3:E4', ['merged E3 E3:E4']],
    ['what a school is, right of its name', 'G3:G5', ['merged G3 G3:G5']],
    ['what groups the rows, left of the names', 'A3:A5', []],
    ['stages', 'D3:D5', []],
    ['remarks', 'H3:H4', []],
    ['numbers of rows', 'B3:B4', []],
    ['stages with what stands beside them', 'D3:E4', ['merged D3 D3:E4']],
    ['two columns of one row', 'E3:F3', ['merged E3 E3:F3']],
    ['a column that the program does not know', 'F3:F4', []],
    ['a heading', 'A2:H2', []],
    ['a total', 'A6:D6', []],
    ['the header', 'A1:B1', []],
    ['the header with the row below it', 'E1:E2', []],
    ['below the table', 'E8:E9', []],
    ['right of the table', 'J3:J4', []],
  ])('%s', (_, merge, expected) => expect(of(merge)).toEqual(expected));

  test('hide what stands under them, unless it is the same', () => {
    expect(of('E3:E4', { E4: 36 })).toEqual(['hides E4 36', 'merged E3 E3:E4']);
    expect(of('E3:E4', { E4: 24 })).toEqual(['merged E3 E3:E4']);
    expect(of('E3:F4', { F3: 7, E4: 8 })).toEqual(['hides F3 7', 'hides E4 8', 'merged E3 E3:F4']);
    expect(of('F3:F4', { F4: 7 })).toEqual(['hides F4 7']);
    expect(of('H3:H4', { H4: '另一备注' })).toEqual(['hides H4 另一备注']);
    expect(of('A6:D6', { C6: '三校' })).toEqual(['hides C6 三校']);
    expect(of('E6:E7', { E7: 24 })).toEqual([]);
  });

  test('spoil the rows below the first; what is hidden cannot be counted', () => {
    const [hidden, merged] = reports('E3:F5', { E4: 8 });
    expect(hidden).toMatchObject({ level: 'error', causes: { blocks: true }, place: { field: 'plannedClasses' } });
    expect(merged).toMatchObject({
      level: 'warning',
      causes: { reaches: { sheet: '附件2', rows: [3, 4], columns: [4] } },
      place: { field: 'plannedClasses', key: 'schools#1|merge|合成第一中学|plannedClasses' },
    });
    const [unknown] = reports('F3:F4', { F4: 7 });
    expect(unknown?.place).toMatchObject({ field: null, key: 'schools#1|hidden|合成第二中学|5' });
  });
});
