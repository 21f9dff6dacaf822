import { requiredBlank } from '../../../src/audit/rules/required-blank';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位 | 建设主体';
const FULL: readonly Row[] = Array.from({ length: 8 }, (_, i) => [
  i + 2,
  `合成第${'二三四五六七八九'[i] ?? ''}中学`,
  24,
  1200,
  '袁州区',
]);
const of = (...lines: readonly Row[]) => said(requiredBlank, { grid: gridOf(HEADER, ['二、初中'], ...lines, ...FULL) });
const levels = (...lines: readonly Row[]) =>
  reportsOf(requiredBlank, { grid: gridOf(HEADER, ['二、初中'], ...lines, ...FULL) }).map(
    ({ message, level }) => `${message} ${level}`,
  );

test.each<[string, readonly Row[], readonly string[]]>([
  ['a full row', [[1, '合成第一中学', 24, 1200, '袁州区']], []],
  ['a dash is an answer', [[1, '合成第一中学', '—', 1200, '袁州区']], []],
  ['a number', [[1, '合成第一中学', null, 1200, '袁州区']], ['C3 blank']],
  ['a builder', [[1, '合成第一中学', 24, 1200, null]], ['E3 blank']],
  ['a name', [[1, null, 24, 1200, '袁州区']], ['B3 name']],
  ['everything but the number', [[1, null, null, null, null]], ['B3 emptied']],
])('blank: %s', (_, rows, expected) => expect(of(...rows)).toEqual(expected));

test('how bad a blank is', () => {
  expect(levels([1, '合成第一中学', null, 1200, '袁州区'])).toEqual(['blank warning']);
  expect(levels([1, '合成第一中学', 24, 1200, null])).toEqual(['blank error']);
  expect(levels([1, null, null, null, null])).toEqual(['emptied warning']);
  // The public text lost the name of a school of this stage: it may be this one.
  expect(levels([1, null, 24, 1200, '袁州区'])).toEqual(['name warning']);
  const inPrimary = gridOf(HEADER, ['六、幼儿园'], [1, null, 9, 270, '袁州区'], [2, '合成幼儿园', 9, 270, '袁州区']);
  expect(reportsOf(requiredBlank, { grid: inPrimary }).map(({ level }) => level)).toHaveLength(1);
});

test('a column that is mostly blank is only mentioned', () => {
  const lines: Row[] = [1, 2, 3].map((i) => [i, `合成新${i}中学`, 24, null, '袁州区']);
  expect(levels(...lines)).toEqual(['mostlyBlank info', 'mostlyBlank info', 'mostlyBlank info']);
  expect(levels(...lines.slice(0, 2))).toEqual(['blank warning', 'blank warning']);
  const builders: Row[] = [1, 2, 3].map((i) => [i, `合成新${i}中学`, 24, 1200, null]);
  expect(levels(...builders)).toEqual(['mostlyBlank info', 'mostlyBlank info', 'mostlyBlank info']);
  expect(levels(...builders.slice(0, 2))).toEqual(['blank error', 'blank error']);
});

test('a column without any entry is told once, as a whole', () => {
  const grid = gridOf(
    HEADER,
    ['二、初中'],
    ...FULL.map(([a, b, c, , e]) => [a ?? null, b ?? null, c ?? null, null, e ?? null]),
  );
  expect(said(requiredBlank, { grid })).toEqual(['D1:D10 column']);
});

describe('the only blank of a section with a subtotal', () => {
  const section = (subtotal: number | null, ...values: readonly CellValue[]) =>
    said(requiredBlank, {
      grid: gridOf(
        '序号 | 学校名称 | 规划班数 | 规划学位',
        ['二、初中'],
        ['小计：', null, 24 * values.length, subtotal],
        ...values.map((value, i) => [i + 1, `合成第${'一二三四五六'[i] ?? ''}中学`, 24, value]),
      ),
    });
  test.each<[number | null, readonly CellValue[], readonly string[]]>([
    [6000, [1200, 1200, null, 1200, 1200], ['D6 derivable →1200']],
    [6000, [1200, 1200, null, 1200, '1,200'], ['D6 derivable →1200']],
    [4800, [1200, 1200, null, 1200, 1200], ['D6 blank']],
    [4000, [1200, 1200, null, 1200, 1200], ['D6 blank']],
    [null, [1200, 1200, null, 1200, 1200], ['D6 blank']],
    [6000, [1200, 1200, null, '约1200', 1200], ['D6 derivable →1200']],
    [6000, [1200, 1200, null, '—', 1200], ['D6 blank']],
  ])('subtotal %p of %j', (subtotal, values, expected) => expect(section(subtotal, ...values)).toEqual(expected));

  test('is an error, with the value as a choice', () => {
    const [one] = reportsOf(requiredBlank, {
      grid: gridOf(
        '序号 | 学校名称 | 规划班数',
        ['二、初中'],
        ['小计：', null, 100],
        [1, '合成第一中学', 24],
        [2, '合成第二中学', null],
        [3, '合成第三中学', 24],
        [4, '合成第四中学', 24],
        [5, '合成第五中学', 4],
      ),
    });
    expect(one).toMatchObject({ level: 'error', expected: '24', causes: { blocks: true } });
    expect(one?.repair?.()).toMatchObject({
      kind: 'choice',
      choices: [{ edits: [{ edit: { content: { value: 24 } } }] }],
    });
  });
});

describe('rows with nothing but a number', () => {
  test('behind the last row are spare lines', () => {
    const grid = gridOf(HEADER, ['二、初中'], ...FULL, [10, null, null, null, null], [11, null, null, null, null]);
    expect(said(requiredBlank, { grid })).toEqual([]);
  });
  test('with any word in them are not empty', () => expect(of([1, null, null, null, '袁州区'])).toEqual([]));
});

describe('other tables', () => {
  test('a target in words needs no figure', () => {
    const grid = gridOf(
      '指标名称 | 计量单位 | 2025年目标 | 本期完成',
      ['学前三年毛入园率', '%', 93, 91],
      ['职普比', '文字', '大体相当', null],
      ['义务教育巩固率', '%', 97, null],
      ['新增学位总数', '万个', 5.18, 2],
      ['普惠性幼儿园覆盖率', '%', 90, 88],
    );
    expect(said(requiredBlank, { grid, sheet: '目标' })).toEqual(['D4 mostlyBlank']);
  });
  test('a measure without a name that has somebody responsible lacks its name', () => {
    const grid = gridOf(
      '一级标题 | 工作举措 | 责任部门',
      ['第一类', '举措一', '教体局'],
      ['第一类', null, '财政局'],
      ['第一类', '举措三', '教体局'],
      ['第一类', '举措四', '教体局'],
    );
    expect(said(requiredBlank, { grid, sheet: '附件1' })).toEqual(['B3 name']);
  });
});
