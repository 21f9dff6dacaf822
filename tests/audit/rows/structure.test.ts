import { FREE_PROFILE, type Profile } from '../../../src/audit';
import { headerRepeated } from '../../../src/audit/rules/header-repeated';
import { hiddenRows } from '../../../src/audit/rules/hidden-rows';
import { missingColumn } from '../../../src/audit/rules/missing-column';
import type { CellValue, SheetOptions } from '../../../src/workbook';
import { gridOf, reportsOf, said, type Desk } from '../rule-desk';

type Row = readonly CellValue[];
const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位 | 建设主体 | 备注';
const ROWS: readonly Row[] = [
  ['二、初中'],
  ['小计：', null, 48, 2400],
  [1, '合成第一中学', 24, 1200, '袁州区', '合成'],
  [2, '合成第二中学', 24, 1200, '袁州区', '合成'],
  [],
  [3, '合成第三中学', 24, 1200, '袁州区', '合成'],
  ['合计', null, 48, 2400],
];

describe('what is hidden', () => {
  const of = (options: SheetOptions) =>
    reportsOf(hiddenRows, { grid: gridOf(HEADER, ...ROWS), options }).map(
      ({ message, level, found, place: { area } }) => [
        `${message} ${level} ${found}`,
        area && [area.top, area.bottom, area.left, area.right],
      ],
    );
  const rows = (...hidden: readonly number[]) => of({ hiddenRows: new Set(hidden) });
  const columns = (...hidden: readonly number[]) => of({ hiddenColumns: new Set(hidden) });
  test.each<[readonly number[], string | null, readonly number[]]>([
    [[], null, []],
    [[3], '第 4 行', [3, 3, 0, 5]],
    [[3, 4], '第 4-5 行', [3, 4, 0, 5]],
    [[2, 6], '第 3、7 行', [2, 6, 0, 5]],
    [[0], '第 1 行', [0, 0, 0, 5]],
    [[5], null, []],
    [[12], null, []],
  ])('rows %j', (hidden, found, area) =>
    expect(rows(...hidden)).toEqual(
      found === null ? [] : [[expect.stringMatching(new RegExp(`^rows .*${found}$`, 'u')), area]],
    ),
  );
  test.each<[readonly number[], string | null, readonly number[]]>([
    [[2], 'columns warning C', [0, 7, 2, 2]],
    [[5], 'columns info F', [0, 7, 5, 5]],
    [[4, 2], 'columns warning C、E', [0, 7, 2, 4]],
    [[5, 0], 'columns info A、F', [0, 7, 0, 5]],
    [[9], null, []],
  ])('columns %j', (hidden, found, area) => expect(columns(...hidden)).toEqual(found === null ? [] : [[found, area]]));
  test('sheets', () => {
    expect(of({ visibility: 'hidden' })).toEqual([['sheet warning 附件2', null]]);
    expect(of({ visibility: 'veryHidden' })).toEqual([['sheet warning 附件2', null]]);
    expect(of({ visibility: 'visible' })).toEqual([]);
  });
  test('rows that two tables share are told once', () => {
    const grid = gridOf(
      '序号 | 学校名称 | 规划班数 | 规划学位 |  | 序号 | 学校名称 | 规划班数 | 规划学位',
      [1, '合成第一中学', 24, 1200, null, 1, '合成第一小学', 24, 1080],
      [2, '合成第二中学', 24, 1200, null, 2, '合成第二小学', 24, 1080],
      [3, '合成第三中学', 24, 1200, null, 3, '合成第三小学', 24, 1080],
    );
    expect(said(hiddenRows, { grid, options: { hiddenRows: new Set([2]) } })).toHaveLength(1);
  });
});

describe('a header again among the rows', () => {
  const of = (...rows: readonly Row[]) => said(headerRepeated, { grid: gridOf(HEADER, ...rows) });
  const [, , A, B] = ROWS;
  if (!A || !B) throw new Error('no rows');
  const AGAIN: Row = ['序号', '学校名称', '规划班数', '规划学位', '建设主体', '备注'];
  test.each<[string, readonly Row[], readonly string[]]>([
    ['none', [A, B], []],
    ['one', [A, AGAIN, B], ['A3:F3 repeated']],
    ['two', [A, AGAIN, B, AGAIN, A], ['A3:F3 repeated', 'A5:F5 repeated']],
    [
      'with units',
      [A, ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '建设主体', '备注'], B],
      ['A3:F3 repeated'],
    ],
    ['the numbers of the columns', [['①', '②', '③', '④', '⑤', '⑥'], A, B], []],
  ])('%s', (_, rows, expected) => expect(of(...rows)).toEqual(expected));
});

describe('columns that are lacking', () => {
  const columns = (header: string, row: Row, desk: Desk = {}, sheet = '附件2') =>
    reportsOf(missingColumn, { grid: gridOf(header, row, row, row), sheet }, desk).map(
      ({ message, level, expected, found }) =>
        [message, level, expected, found].filter((part) => part !== '').join(' '),
    );
  const submission: Profile = { ...FREE_PROFILE, isSubmission: true };
  const school = (...cells: readonly CellValue[]): Row => ['合成学校', ...cells];

  test.each<[string, Row, readonly string[]]>([
    ['学校名称 | 规划班数 | 规划学位 | 规划用地 | 建设主体', school(24, 1080, 20, '袁州区'), []],
    ['学校名称 | 规划班数 | 规划学位 | 规划用地', school(24, 1080, 20), ['missing warning 建设主体']],
    ['学校名称 | 规划班数 | 规划学位 | 建设主体', school(24, 1080, '袁州区'), ['missing warning 规划用地']],
    ['学校名称 | 规划班数 | 规划学位 | 总投资 | 建设主体', school(24, 1080, 5000, '袁州区'), ['missing info 规划用地']],
    ['学校名称 | 规划班数 | 建设主体', school(24, '袁州区'), ['missing info 规划学位', 'missing info 规划用地']],
    [
      '学校名称 | 规划班数 | 规划学位 | 建设主体 | 甲 | 乙',
      school(24, 1080, '袁州区', '左', '中'),
      ['missing warning 规划用地'],
    ],
    [
      '学校名称 | 规划班数 | 规划学位 | 建设主体 | 甲 | 乙 | 丙',
      school(24, 1080, '袁州区', '左', '中', '右'),
      ['missing info 规划用地'],
    ],
  ])('%s', (header, row, expected) => expect(columns(header, row)).toEqual(expected));

  test.each<[string, Row, string]>([
    ['用量', school(24, 1080, '袁州区', 20), 'unknown warning 规划用地 用量'],
    ['用量', school(24, 1080, '袁州区', null), 'unknown warning 规划用地 用量'],
    ['用量', school(24, 1080, '袁州区', '足够'), 'missing warning 规划用地'],
    ['联系人', school(24, 1080, '袁州区', 20), 'missing warning 规划用地'],
    ['总产值', school(24, 1080, '袁州区', 20), 'missing warning 规划用地'],
    ['净面积(亩)', school(24, 1080, '袁州区', 20), 'unknown warning 规划用地 净面积(亩)'],
    ['开始日期', school(24, 1080, '袁州区', 20), 'missing warning 规划用地'],
  ])('a column %s of %j may be the land', (word, row, expected) =>
    expect(columns(`学校名称 | 规划班数 | 规划学位 | 建设主体 | ${word}`, row)).toEqual([expected]),
  );
  test.each<[string, Row, string]>([
    ['净面积(亩)', school(24, 20, '袁州区', 20), 'missing warning 规划学位'],
    ['容纳量', school(24, 20, '袁州区', 1080), 'unknown warning 规划学位 容纳量'],
  ])('a column %s of %j may be the seats', (word, row, expected) =>
    expect(columns(`学校名称 | 规划班数 | 规划用地 | 建设主体 | ${word}`, row)).toEqual([expected]),
  );
  test('words fit a column of words', () => {
    const of = (value: CellValue) =>
      columns('学校名称 | 规划班数 | 规划学位 | 规划用地 | 归口', school(24, 1080, 20, value));
    expect(of('合成局')).toEqual(['unknown warning 建设主体 归口']);
    expect(of(12)).toEqual(['missing warning 建设主体']);
  });

  test('what somebody hands in needs them; one unit’s list need not say the unit', () => {
    const header = '学校名称 | 规划班数 | 规划用地';
    expect(columns(header, school(24, 20), { profile: submission, unit: '袁州区' })).toEqual([
      'missing error 规划学位',
      'missing info 建设主体',
    ]);
    expect(columns('项目名称 | 已下达 | 已支出', ['合成的专项', 10, 5], { profile: submission }, '附件3')).toEqual([
      'missing error 安排金额',
    ]);
    expect(columns('项目名称 | 已下达 | 已支出', ['合成的专项', 10, 5], {}, '附件3')).toEqual([
      'missing warning 安排金额',
    ]);
  });

  test('headings of builders say what a column of builders would', () => {
    const grid = gridOf(
      '学校名称 | 规划班数 | 规划学位 | 规划用地',
      ['袁州区'],
      school(24, 1080, 20),
      school(24, 1080, 20),
      ['宜阳新区'],
      school(24, 1080, 20),
    );
    expect(reportsOf(missingColumn, { grid }).map(({ expected }) => expected)).toEqual([]);
  });
});
