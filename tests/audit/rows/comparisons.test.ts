import { acrossTables } from '../../../src/audit/rules/across-tables';
import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, type Desk } from '../rule-desk';

type Row = readonly CellValue[];
const named = yichunPlan.schools.filter(({ name }) => name !== null);
const stageName = (id: string): string => yichunPlan.stages.find((stage) => stage.id === id)?.name ?? '';
const ofStage = (id: string) => named.filter(({ stage }) => stage === id);

describe('targets against the list of schools', () => {
  /** Every school of the plan with a thousand seats, ten of them formed. */
  const list = (
    change: Readonly<Record<string, readonly [CellValue, CellValue]>> = {},
    header = '学段 | 学校名称 | 规划学位 | 已形成学位',
    more: readonly Row[] = [],
  ) =>
    gridOf(
      header,
      ...named.map(({ name, stage }): Row => [stageName(stage), name, ...(change[name ?? ''] ?? [1000, 10])]),
      ...more,
    );
  const of = (row: Row, grid = list(), desk: Desk = {}) =>
    reportsOf(
      acrossTables,
      {
        grid,
        more: { 目标: gridOf('指标名称 | 计量单位 | 2025年目标 | 本期完成', row, ['义务教育巩固率', '%', 97, 96]) },
      },
      desk,
    ).map(({ message, level, id, found, expected }) => [message, level, id, found, expected].join(' '));
  const count = (id: string) => ofStage(id).length;
  const [JUNIOR, ALL] = [count('S2'), named.length];

  test.each<[Row]>([
    [['新增学位-小学', '万个', count('S3') / 10, 0.01]],
    [['新增学位-小学', '个', count('S3') * 1000, 100]],
    [['新增学位-小学', null, count('S3') / 10, 0.01]],
  ])('%j agrees', (row) => expect(of(row)).toEqual([]));

  test('seats: of all schools, of a stage, of a kind', () => {
    expect(of(['新增学位总数', '万个', 9.9, null])).toEqual([`seats warning X01 9.9 ${ALL * 1000}`]);
    expect(of(['新增学位-小学', '万个', 9.9, null])).toEqual([`seats warning X03 9.9 ${count('S3') * 1000}`]);
    expect(of(['新增学位-中职', '万个', 9.9, null])).toEqual(['seats warning X03 9.9 2000']);
    expect(of(['新增学位-普通高中', '万个', 9.9, null])).toEqual(['seats warning X03 9.9 1000']);
    expect(of(['新增学位-小学', '个', 99_000, null])).toEqual([`seats warning X03 99000 ${count('S3') * 1000}`]);
    expect(of(['优化学位', '万个', 9.9, null])).toEqual([]);
    expect(of(['义务教育巩固率', '%', 96, null])).toEqual([]);
  });

  test('the plan’s own target is a hint, and where the plan knows of the difference it says so', () => {
    expect(of(['新增学位-小学', '万个', 1.58, null])).toEqual([`seats info X03 1.58 ${count('S3') * 1000}`]);
    expect(of(['新增学位-小学', '个', 15_800, null])).toEqual([`seats info X03 15800 ${count('S3') * 1000}`]);
    expect(of(['新增学校-初中', '所', 12, null])).toEqual([`planDiffers info P13 12 ${JUNIOR}`]);
  });

  test('numbers of schools are exact', () => {
    expect(of(['新增学校-小学', '所', 10, null])).toEqual([]);
    expect(of(['新增学校-小学', '所', 11, null])).toEqual(['schools warning X02 11 10']);
    expect(of(['新增学校-中职', '所', 2, null])).toEqual([]);
    expect(of(['新增学校-中职', '所', 3, null])).toEqual(['schools warning X02 3 2']);
    expect(of(['新增学校-小学', '所', '约十', null])).toEqual([]);
  });

  test('a figure cut off instead of rounded is a hint', () => {
    const seats = { 江丰小学: [1085, 10] } as const;
    expect(of(['新增学位-小学', '万个', 1.0, 0.01], list(seats)).map((one) => one.split(' ')[0])).toEqual([]);
    expect(of(['新增学位-小学', '万个', '1.00', null], list(seats))).toEqual(['truncated info X03 1 10085']);
    expect(of(['新增学位-小学', '万个', 1.01, null], list(seats))).toEqual([]);
  });

  test('blank seats cannot be added, blank formed ones are none', () => {
    expect(of(['新增学位-小学', '万个', 9.9, null], list({ 江丰小学: [null, 10] }))).toEqual([]);
    expect(of(['新增学位-小学', '万个', 1, 0.01], list({ 江丰小学: [1000, null] }))).toEqual([]);
    expect(of(['新增学位-小学', '个', 10_000, 100], list({ 江丰小学: [1000, null] }))).toEqual([
      'formed warning X03 100 90',
    ]);
    expect(of(['新增学位-小学', '个', 10_000, 90], list({ 江丰小学: [1000, null] }))).toEqual([]);
    expect(of(['新增学位-小学', '个', 10_000, 5], list({}, '学段 | 学校名称 | 规划学位 | 教师数'))).toEqual([]);
    expect(of(['新增学校-小学', '所', 10, 5])).toEqual([]);
  });

  test('only for the city, by the stage that the row says', () => {
    expect(of(['新增学位-小学', '万个', 9.9, null], list(), { unit: '袁州区' })).toEqual([]);
    const stranger = (stage: string) => list({}, undefined, [[stage, '合成学校', 1000, 10]]);
    expect(of(['新增学校-小学', '所', 10, null], stranger('小学'))).toEqual([
      expect.stringMatching(/^schools info X02 10 11$/u),
    ]);
    expect(of(['新增学校-小学', '所', 10, null], stranger('初中'))).toEqual([]);
    expect(of(['新增学校-普通高中', '所', 1, null], list({}, undefined, [['高中', '合成职业学校', 1000, 10]]))).toEqual(
      [],
    );
    expect(
      of(['新增学校-普通高中', '所', 1, null], list({}, undefined, [['高中', '合成学校', 1000, 10]])),
    ).toHaveLength(1);
  });

  test('rest on the target and on every list', () => {
    const [one] = reportsOf(acrossTables, {
      grid: list(),
      more: {
        目标: gridOf(
          '指标名称 | 计量单位 | 2025年目标 | 本期完成',
          ['新增学位-小学', '万个', 9.9, 0.5],
          ['义务教育巩固率', '%', 97, 96],
        ),
      },
    });
    expect(one?.leansOn).toMatchObject([
      { sheet: '目标', columns: [2, 1], rows: [1] },
      { sheet: '附件2', columns: [0, 1, 2, 3] },
    ]);
    const [target, table] = one?.leansOn ?? [];
    expect([target?.has(1), target?.has(2), table?.has(99), table?.explainedBy?.(() => 1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    const formed = reportsOf(acrossTables, {
      grid: list(),
      more: {
        目标: gridOf(
          '指标名称 | 计量单位 | 2025年目标 | 本期完成',
          ['新增学位-小学', '万个', 1, 0.5],
          ['义务教育巩固率', '%', 97, 96],
        ),
      },
    });
    expect(
      formed.map(({ message, leansOn }) => [
        message,
        leansOn[0]?.columns,
        leansOn[0]?.rows,
        leansOn[0]?.has(1),
        leansOn[0]?.has(0),
      ]),
    ).toEqual([['formed', [3], [1], true, false]]);
  });
});
