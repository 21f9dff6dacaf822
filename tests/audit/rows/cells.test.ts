import { dates } from '../../../src/audit/rules/dates';
import { formulaPattern } from '../../../src/audit/rules/formula-pattern';
import { statusUnknown } from '../../../src/audit/rules/status-unknown';
import { textNumber } from '../../../src/audit/rules/text-number';
import { serialOfDay, type CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];
const day = (year: number, month: number, date: number): number => serialOfDay(year, month, date);

describe('dates', () => {
  const HEADER = '学校名称 | 规划学位 | 项目状态 | 开工日期 | 计划完工 | 更新日期';
  const TRUE: Row = ['枫林小学', 540, '在建', day(2023, 3, 1), day(2024, 8, 30), day(2024, 1, 5)];
  const of = (begun: CellValue, due: CellValue = null, updated: CellValue = null, isDate = true) =>
    reportsOf(dates, {
      grid: gridOf(HEADER, ['江丰小学', 810, '在建', begun, due, updated], TRUE),
      options: { dates: ['D3', 'E3', 'F3', ...(isDate ? ['D2', 'E2', 'F2'] : [])] },
    }).map(({ message, level, id, expected, causes, place }) =>
      [place.field, message, level, id, expected, causes.blocks ? 'blocks' : '']
        .filter((part) => part !== '')
        .join(' '),
    );

  test.each<[string, CellValue, readonly string[]]>([
    ['a day of the plan’s time', day(2023, 3, 1), []],
    ['the first day of the plan', day(2022, 1, 1), []],
    ['a day before it', day(2021, 12, 31), ['startedOn tooEarly info V10']],
    ['four years before it', day(2018, 1, 1), ['startedOn tooEarly info V10']],
    ['longer before it', day(2017, 12, 1), ['startedOn tooEarly warning V10 blocks']],
    ['the last day of the plan', day(2025, 12, 31), []],
    ['a day after it', day(2026, 1, 1), ['startedOn tooLate warning V10']],
    ['five years after it', day(2030, 12, 31), ['startedOn tooLate warning V10']],
    ['longer after it', day(2031, 2, 1), ['startedOn tooLate warning V10 blocks']],
    ['a day that the calendar has not', '2023.2.30', ['startedOn impossible error V08 blocks']],
    ['words', '尽快', ['startedOn unreadable warning V09 blocks']],
    ['no year', '6月30日', ['startedOn noYear warning V09']],
    ['the end of a month', '2023年6月底', ['startedOn rough info V09']],
    ['a month', '2023.6', ['startedOn rough info V09']],
    ['nothing', null, []],
    ['a dash', '—', []],
    ['an error', '#REF!', []],
    ['text', '2023.3.1', ['startedOn asText warning V09 2023-03-01']],
    ['text too early', '2021.3.1', ['startedOn tooEarly info V10', 'startedOn asText warning V09 2021-03-01']],
  ])('%s', (_, value, expected) => expect(of(value)).toEqual(expected));

  test.each<[string, CellValue, readonly string[]]>([
    ['eight digits', 20_230_301, ['startedOn asNumber warning V09 2023-03-01']],
    ['a year and a month', 2023.6, ['startedOn rough warning V09']],
  ])('without a format of dates: %s', (_, value, expected) => expect(of(value, null, null, false)).toEqual(expected));

  test('of completion before the plan are wrong, of an update neither early nor late', () => {
    expect(of(null, day(2021, 12, 31))).toEqual(['plannedCompletion tooEarly warning V10 blocks']);
    expect(of(null, day(2026, 1, 1))).toEqual(['plannedCompletion tooLate warning V10']);
    expect(of(null, null, day(2027, 1, 1))).toEqual([]);
    expect(of(null, null, day(2010, 1, 1))).toEqual([]);
    expect(of(null, null, '近日')).toEqual(['updatedOn unreadable info V09 blocks']);
  });

  test('as text all over are the table’s custom from three on', () => {
    const levels = (rows: readonly Row[], isDate: readonly string[] = []) =>
      reportsOf(dates, {
        grid: gridOf('学校名称 | 规划学位 | 开工日期 | 计划完工', ...rows),
        options: { dates: isDate },
      }).map(({ level }) => level);
    const two: readonly Row[] = [
      ['江丰小学', 810, '2023.3.1', null],
      ['枫林小学', 540, '2023.3.1', null],
    ];
    expect(levels(two)).toEqual(['warning', 'warning']);
    const three: readonly Row[] = [
      ['江丰小学', 810, '2023.3.1', '2024.3.1'],
      ['枫林小学', 540, '2023.3.1', null],
    ];
    expect(levels(three)).toEqual(['info', 'info', 'info']);
    const mixed: readonly Row[] = [...three, ['数圆小学', 540, day(2023, 3, 1), null]];
    expect(levels(mixed, ['C4'])).toEqual(['warning', 'warning', 'warning']);
  });

  test('are turned into dates, where the sheet can be written to', () => {
    const fix = (isProtected: boolean) =>
      reportsOf(dates, {
        grid: gridOf(HEADER, ['江丰小学', 810, '在建', '2023.3.1', null, null], TRUE),
        options: { dates: ['D3', 'E3', 'F3'], isProtected },
      })[0]?.repair?.();
    expect(fix(false)).toMatchObject({
      edits: [
        { edit: { kind: 'format', row: 1, column: 3, format: 'yyyy-mm-dd' } },
        { edit: { content: { value: day(2023, 3, 1) } } },
      ],
    });
    expect(fix(true)).toBeNull();
  });
});

describe('numbers written as text', () => {
  const of = (text: string, total = '54') =>
    reportsOf(textNumber, {
      grid: `|   | A | B | C |\n| 1 | 学校名称 | 规划班数 | 规划学位 |\n| 2 | 江丰小学 | ${text} | 810 |\n| 3 | 枫林小学 | 36 | 540 |\n| 4 | 合计 | ${total} | 1350 |`,
    }).map(({ message, level, id, found, expected }) => [message, level, id, found, expected].join(' '));
  test.each<[string, readonly string[]]>([
    ['18', []],
    ["'18", ['asText warning V01 18 18']],
    ['１８', ['fullWidth warning V02 １８ 18']],
    ["'1,800", ['separators warning V05 1,800 1800']],
    ["'1 8", ['innerSpaces warning V05 1 8 18']],
    ['18个', []],
    ['约18', []],
  ])('%s', (text, expected) => expect(of(text)).toEqual(expected));
  test('are errors where a formula adds them up', () => {
    expect(of("'18", '=SUM(B2:B3) → 36')[0]).toMatch(/^asText error/u);
    expect(of("'18", '54 | =SUM(C2:C3) → 1350')[0]).toMatch(/^asText warning/u);
    const sub = (subtotal: string) =>
      reportsOf(textNumber, {
        grid: `|   | A | B | C |\n| 1 | 学校名称 | 规划班数 | 规划学位 |\n| 2 | 三、小学 |\n| 3 | 小计 | ${subtotal} | 1350 |\n| 4 | 江丰小学 | '18 | 810 |\n| 5 | 枫林小学 | 36 | 540 |`,
      }).map(({ level }) => level);
    expect([sub('=SUM(B4:B5) → 36'), sub('54')]).toEqual([['error'], ['warning']]);
  });
  test('become numbers, and lose a format of text', () => {
    const fix = (textCells: readonly string[], isProtected = false) =>
      reportsOf(textNumber, {
        grid: "|   | A | B | C |\n| 1 | 学校名称 | 规划班数 | 规划学位 |\n| 2 | 江丰小学 | '18 | 810 |\n| 3 | 枫林小学 | 36 | 540 |",
        options: { textCells, isProtected },
      })[0]?.repair?.();
    expect(fix([])).toMatchObject({ edits: [{ edit: { kind: 'content', content: { value: 18 } } }] });
    expect(fix(['B2'])).toMatchObject({
      edits: [{ edit: { kind: 'format', format: 'General' } }, { edit: { kind: 'content', content: { value: 18 } } }],
    });
    expect(fix([], true)).toBeNull();
  });
});

describe('the formula of a column', () => {
  const HEADER = '学校名称 | 规划学位 | 已形成学位 | 完成率(%)';
  const rate = (i: number): CellValue => `=C${i}/B${i}*100 → 50`;
  const of = (...cells: readonly CellValue[]) =>
    said(formulaPattern, {
      grid: gridOf(HEADER, ...cells.map((cell, i): Row => [`合成${'甲乙丙丁戊己'[i] ?? ''}学校`, 810, 405, cell])),
    });
  test.each<[string, readonly CellValue[], readonly string[]]>([
    ['in all rows', [rate(2), rate(3), rate(4)], []],
    ['in three of four', [rate(2), rate(3), rate(4), 50], ['D5 typed 50→=C5/B5*100']],
    ['in two of three', [rate(2), rate(3), 50], []],
    ['in three of five', [rate(2), rate(3), rate(4), 50, 50], []],
    [
      'in four of six',
      [rate(2), rate(3), rate(4), rate(5), 50, 50],
      ['D6 typed 50→=C6/B6*100', 'D7 typed 50→=C7/B7*100'],
    ],
    ['with a blank', [rate(2), rate(3), rate(4), null], []],
    ['with another formula', [rate(2), rate(3), rate(4), '=C5/B4*100 → 50'], ['D5 other =C5/B4*100→=C5/B5*100']],
    ['with words', [rate(2), rate(3), rate(4), '待定'], ['D5 typed 待定→=C5/B5*100']],
  ])('%s', (_, cells, expected) => expect(of(...cells)).toEqual(expected));

  test('is restored; a cell of words rests on itself', () => {
    const one = (cell: CellValue) =>
      reportsOf(formulaPattern, {
        grid: gridOf(
          HEADER,
          ...[rate(2), rate(3), rate(4), cell].map((each, i): Row => [
            `合成${'甲乙丙丁'[i] ?? ''}学校`,
            810,
            405,
            each,
          ]),
        ),
      })[0];
    expect(one(50)).toMatchObject({ causes: { blocks: true }, leansOn: [] });
    expect(one(50)?.repair?.()).toMatchObject({
      edits: [{ edit: { row: 4, column: 3, content: { formula: '=C5/B5*100' } } }],
    });
    const words = one('待定')?.leansOn[0];
    expect([words?.columns, words?.rows, words?.has(4), words?.has(3)]).toEqual([[3], [4], true, false]);
    expect(one('=C5 → 405')?.leansOn).toEqual([]);
  });

  test('of sequence numbers is nobody’s concern', () =>
    expect(
      said(formulaPattern, {
        grid: gridOf(
          '序号 | 学校名称 | 规划学位',
          ['=ROW()-1 → 1', '甲校', 1],
          ['=ROW()-1 → 2', '乙校', 1],
          ['=ROW()-1 → 3', '丙校', 1],
          [4, '丁校', 1],
        ),
      }),
    ).toEqual([]));

  test('may be another for each unit of a table of indicators', () => {
    const indicators = (...rows: readonly Row[]) =>
      said(formulaPattern, {
        grid: gridOf(
          '指标名称 | 计量单位 | 2025年目标 | 本期完成 | 差距',
          ...rows.map((row, i): Row => [`合成的第${i + 1}项`, ...row]),
        ),
        sheet: '目标',
      });
    const own = (i: number, unit: string, factor = ''): Row => [
      unit,
      97,
      95,
      factor === '' ? `=C${i}-D${i} → 2` : `=(C${i}-D${i})*100 → 2`,
    ];
    const plain = [own(2, '所'), own(3, '所'), own(4, '所'), own(5, '所'), own(6, '所'), own(7, '所')];
    expect(indicators(...plain, own(8, '%', 'x'), own(9, '%', 'x'), own(10, '%', 'x'))).toEqual([]);
    expect(indicators(...plain, own(8, '%', 'x'), own(9, '%', 'x'))).toEqual([]);
    expect(indicators(...plain, own(8, '%', 'x'))).toEqual(['E8 other =(C8-D8)*100→=C8-D8']);
    expect(indicators(...plain, own(8, '%', 'x'), own(9, '%'))).toEqual(['E8 other =(C8-D8)*100→=C8-D8']);
  });
});

describe('states that are not of the list', () => {
  const of = (...states: readonly CellValue[]) =>
    reportsOf(statusUnknown, {
      grid: gridOf(
        '学校名称 | 规划学位 | 项目状态',
        ...states.map((state, i): Row => [`合成${'甲乙丙丁戊'[i] ?? ''}学校`, 810, state]),
      ),
    }).map(({ level, found, merges }) => `${level} ${found}${merges ? '' : ' apart'}`);
  test.each<[readonly CellValue[], readonly string[]]>([
    [['在建', '未开工', '已完工'], []],
    [['在建', '未开工', '快了'], ['error 快了']],
    [['在建', '快了', null], ['error 快了']],
    [
      ['在建', '快了', '慢了'],
      ['info 快了', 'info 慢了'],
    ],
    [['在建', '未开工', '#REF!'], []],
    [['在建', '未开工', '正在办理各种各样的东西，快了快了'], ['info 正在办理各种各样的东西，快了快了']],
    [['在建', '快了', '正在办理各种各样的东西，快了快了'], ['info 快了']],
  ])('%j', (states, expected) => expect(of(...states)).toEqual(expected));
  test('are chosen from it', () => {
    const [one] = reportsOf(statusUnknown, {
      grid: gridOf('学校名称 | 规划学位 | 项目状态', ['甲校', 1, '在建'], ['乙校', 1, '快了']),
    });
    expect(one?.repair?.()).toMatchObject({
      kind: 'choice',
      choices: expect.arrayContaining([expect.objectContaining({ label: '已完工' })]),
    });
  });
});
