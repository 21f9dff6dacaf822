import { MEMBERSHIP } from '../../../src/audit/rule';
import { wrongStage } from '../../../src/audit/rules/wrong-stage';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const J: Row = [1, '宜阳二中', 54, 2700, 49.5];
const P: Row = [2, '宜春市第二小学', 42, 1890, 46.1];
const Q: Row = [3, '温汤镇下巩小学', 12, 540, 37.2];

describe('what a school under another stage spoils', () => {
  const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位 | 规划用地';
  /** Subtotals of 初中 in row 3 and 小学 in row 7. */
  const spoilt = (junior: CellValue, primary: CellValue, ...rows: readonly Row[]) =>
    reportsOf(wrongStage, {
      grid: gridOf(
        HEADER,
        ['二、初中'],
        ['小计：', null, junior, null, null],
        ...(rows.length > 0 ? rows : [J, P]),
        ['三、小学'],
        ['小计：', null, primary, null, null],
        Q,
      ),
    }).map(({ message, causes }) => [message, causes.reaches]);
  test('its own row, and the sums of both stages where it is what they are off by', () => {
    const own = { sheet: '附件2', rows: [4], columns: null, notSums: true };
    const both = { sheet: '附件2', rows: [3, 4, 1, 2, 7, 5, 6], columns: null };
    expect(spoilt(96, 12)).toEqual([['wrongStage', own]]);
    expect(spoilt(54, 54)).toEqual([['wrongStage', both]]);
    expect(spoilt(90, 12)).toEqual([['wrongStage', own]]);
    expect(spoilt(null, null)).toEqual([['wrongStage', own]]);
  });

  test('a wrong heading: which rows belong to which stage', () =>
    expect(spoilt(60, 12, [1, '江丰小学', 18, 810, 20], P)).toEqual([
      ['wrongHeading', { sheet: '附件2', rows: [3, 4, 1, 2, 7, 5, 6], columns: [MEMBERSHIP] }],
    ]));

  test('the school itself may be misnamed', () => {
    const [one] = reportsOf(wrongStage, { grid: gridOf(HEADER, ['二、初中'], J, P, ['三、小学'], Q) });
    const [leans] = one?.leansOn ?? [];
    expect(leans).toMatchObject({ sheet: '附件2', columns: [1], rows: [3] });
    expect([leans?.has(3), leans?.has(2), leans?.explainedBy?.(() => 1)]).toEqual([true, false, false]);
    expect(one?.source).toContain('宜春市第二小学');
    expect(one?.text).toContain('在附件2属于小学，这里列在初中');
  });
});

describe('a column of stages', () => {
  const HEADER = '序号 | 学段 | 学校名称 | 规划班数 | 规划学位 | 规划用地';
  const row = (stage: CellValue, [i, ...rest]: Row): Row => [i ?? null, stage, ...rest];
  const [A, B]: readonly Row[] = [
    [7, '宜春市袁河小学', 36, 1620, 34.5],
    [8, '北湖学校（暂名）', 30, 1500, 20],
  ];
  if (!A || !B) throw new Error('no rows');
  const REST = [row('小学', A), row('初中', B)];
  const of = (...rows: readonly Row[]) => said(wrongStage, { grid: gridOf(HEADER, ...rows, ...REST) });

  test.each<[string, readonly Row[], readonly string[]]>([
    ['right', [row('初中', J), row('小学', P)], []],
    [
      'a school’s figures are its own: its stage is wrong',
      [row('初中', J), row('初中', P)],
      ['B3 wrongStage 初中→小学'],
    ],
    [
      'they are another’s: its name is',
      [row('初中', J), row('初中', [2, '宜春市第二小学', 54, 2700, 49.5])],
      ['C3 wrongStage 初中→小学'],
    ],
    [
      'one of them is another’s',
      [row('初中', J), row('初中', [2, '宜春市第二小学', 42, 1890, 46.2])],
      ['C3 wrongStage 初中→小学'],
    ],
    [
      'up to a hundredth they are its own',
      [row('初中', J), row('初中', [2, '宜春市第二小学', 42, 1890, 46.105])],
      ['B3 wrongStage 初中→小学'],
    ],
    [
      'there are none',
      [row('初中', J), row('初中', [2, '宜春市第二小学', null, null, null])],
      ['B3 wrongStage 初中→小学'],
    ],
    ['a word that is none', [row('初中', J), row('老年', P)], ['B3 unknownStage 老年→小学']],
    [
      'such a word of a school that the plan has not',
      [row('初中', J), row('老年', [9, '合成学校', 1, 2, 3])],
      ['B3 unknownStage 老年'],
    ],
    ['a school of several stages', [row('初中', J), row('完全中学', P)], []],
    ['an error', [row('初中', J), row('#N/A', P)], []],
    ['blank: as the row above', [row('初中', J), row(null, [2, '宜春市金湖学校', 50, 2500, 80])], []],
  ])('%s', (_, rows, expected) => expect(of(...rows)).toEqual(expected));

  test('merged over its rows is one statement for all of them', () => {
    const merged = (...rows: readonly Row[]) =>
      reportsOf(wrongStage, {
        grid: gridOf(HEADER, ...rows, ...REST),
        options: { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] },
      }).map(({ message, place: { area }, causes, repair }) => [
        message,
        [area?.top, area?.bottom, area?.left, area?.right],
        causes.reaches?.rows,
        causes.reaches?.columns,
        repair?.()?.kind,
      ]);
    expect(merged(row('小学', P), row(null, Q))).toEqual([]);
    expect(merged(row('初中', P), row(null, Q), row('初中', J))).toEqual([
      ['wrongHeading', [1, 1, 1, 1], expect.arrayContaining([1, 2, 3, 4, 5]), [MEMBERSHIP], undefined],
    ]);
    expect(merged(row('初中', J), row(null, Q))).toEqual([['wrongStage', [2, 2, 2, 2], [2], null, undefined]]);
    expect(merged(row('老年', P), row(null, Q))).toEqual([
      ['unknownStage', [1, 1, 1, 1], [1, 2], [MEMBERSHIP], 'choice'],
    ]);
  });

  test('with a word that is none spoils the sums of its row, and is mended by the plan', () => {
    const [one] = reportsOf(wrongStage, { grid: gridOf(HEADER, row('初中', J), row('老年', P), ...REST) });
    expect(one).toMatchObject({
      id: 'S09',
      level: 'warning',
      causes: { reaches: { sheet: '附件2', rows: [2], columns: null } },
    });
    expect(one?.repair?.()).toMatchObject({
      choices: [{ edits: [{ edit: { row: 2, column: 1, content: { value: '小学' } } }] }],
    });
    const [unknown] = reportsOf(wrongStage, {
      grid: gridOf(HEADER, row('初中', J), row('老年', [9, '合成学校', 1, 2, 3]), ...REST),
    });
    expect(unknown?.repair?.()).toBeNull();
  });
});

test('one sheet for each stage: its name says the stage, so that the school is in the wrong sheet', () => {
  const list = (...rows: readonly Row[]) => gridOf('序号 | 学校名称 | 规划班数 | 规划学位 | 规划用地', ...rows);
  expect(
    said(wrongStage, {
      grid: list(J, P),
      sheet: '初中',
      more: { 小学: list(Q, [4, '宜春市袁河小学', 36, 1620, 34.5]) },
    }),
  ).toEqual(['B3 wrongStage 初中→小学']);
});
