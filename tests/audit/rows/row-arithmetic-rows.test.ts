import { rowArithmetic } from '../../../src/audit/rules/row-arithmetic';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly (string | number | null)[];
const A = '教育教学质量奖';
const B = '教育信息化提升专项';

describe('what may not exceed something else', () => {
  const HEADER = '项目名称 | 金额（万元） | 已下达 | 已支出';
  const funds = (...rows: readonly Row[]) => said(rowArithmetic, { grid: gridOf(HEADER, ...rows), sheet: '附件3' });

  test.each<[Row, readonly string[]]>([
    [[A, 400, 300, 200], []],
    [[A, 400, 400, 400], []],
    [[A, 400, 400.005, 400], []],
    [[A, 400, 300, 400.01], ['D2 exceeds 400.01→不大于 400']],
    [[A, 400, 401, 200], ['C2 exceeds 401→不大于 400']],
    [[A, 400, 300, 301], ['D2 exceeds 301→不大于 300']],
    [
      [A, 400, 500, 600],
      ['D2 exceeds 600→不大于 400', 'C2 exceeds 500→不大于 400'],
    ],
    [[A, 400, null, 100], []],
    [[A, null, 300, 301], ['D2 exceeds 301→不大于 300']],
  ])('%j', (row, expected) => expect(funds(row, [B, 100, 80, 20])).toEqual(expected));

  test('spending against what was allocated is a doubt, against the amount an error', () => {
    const levels = (row: Row) =>
      reportsOf(rowArithmetic, { grid: gridOf(HEADER, row, [B, 100, 80, 20]), sheet: '附件3' }).map(
        ({ level }) => level,
      );
    expect([levels([A, 400, 300, 301]), levels([A, 400, 300, 401])]).toEqual([['warning'], ['error']]);
  });

  test('without the amount, spending is not held against what was allocated', () =>
    expect(
      said(rowArithmetic, { grid: gridOf('项目名称 | 已下达 | 已支出', [A, 300, 301], [B, 80, 20]), sheet: '附件3' }),
    ).toEqual([]));

  test('sums are compared as well, and rest on their columns', () => {
    const reports = reportsOf(rowArithmetic, {
      grid: gridOf(HEADER, [A, 400, 300, 200], [B, 100, 80, 20], ['合计', 500, 380, 501]),
      sheet: '附件3',
    });
    expect(
      reports.map(({ text, leansOn }) => [text, leansOn.map(({ columns, rows, has }) => [columns, rows, has(1)])]),
    ).toEqual([['合计已支出 501，超过安排金额 500。', [[[3, 1], undefined, true]]]]);
    const [own] = reportsOf(rowArithmetic, {
      grid: gridOf(HEADER, [A, 400, 300, 500], [B, 100, 80, 20]),
      sheet: '附件3',
    });
    expect(own?.leansOn).toMatchObject([{ sheet: '附件3', columns: [3, 1], rows: [1] }]);
    expect([own?.leansOn[0]?.has(1), own?.leansOn[0]?.has(2), own?.causes]).toEqual([true, false, { blocks: true }]);
  });

  test.each<[string, Row, readonly string[]]>([
    ['学校名称 | 规划班数 | 规划学位 | 已形成学位', ['江丰小学', 18, 810, 811], ['D2 exceeds 811→不大于 810']],
    [
      '学校名称 | 规划班数 | 规划学位（万个） | 已形成学位',
      ['江丰小学', 18, 0.081, 811],
      ['D2 exceeds 811→不大于 0.081'],
    ],
    ['学校名称 | 规划班数 | 规划用地 | 供地面积', ['江丰小学', 18, 20, 21], ['D2 exceeds 21→不大于 20']],
    [
      '学校名称 | 规划班数 | 总投资（万元） | 完成投资（万元）',
      ['江丰小学', 18, 4000, 4001],
      ['D2 exceeds 4001→不大于 4000'],
    ],
  ])('%s', (header, row, expected) =>
    expect(said(rowArithmetic, { grid: gridOf(header, row, ['枫林小学', 12]) })).toEqual(expected),
  );
});

describe('rates', () => {
  const rated = (header: string, row: Row, more: Row = [B, 100, 80, 20, 20]) =>
    said(rowArithmetic, { grid: gridOf(header, row, more), sheet: '附件3' });
  const HEADER = '项目名称 | 金额（万元） | 已下达 | 已支出 | 执行率(%)';

  test.each<[number | string | null, readonly string[]]>([
    [50, []],
    [50.05, []],
    ['50', []],
    [50.1, ['E2 rate 50.1→50']],
    [45, ['E2 rate 45→50']],
    [0, ['E2 rate 0→50']],
    [null, []],
    ['—', []],
    [0.5, []],
    [1, ['E2 rate 1→50']],
  ])('half of the amount is spent: %p', (rate, expected) =>
    expect(rated(HEADER, [A, 400, 300, 200, rate])).toEqual(expected),
  );

  test.each<[number, readonly string[]]>([
    [33.3, []],
    [33.33, []],
    [33, []],
    [33.4, ['E2 rate 33.4→33.3']],
    [34, ['E2 rate 34→33.3']],
  ])('a third is spent: printed as %p', (rate, expected) =>
    expect(rated(HEADER, [A, 300, 300, 100, rate])).toEqual(expected),
  );

  test('nothing is said where there is nothing to divide by', () => {
    expect(rated(HEADER, [A, 0, 0, 0, 50])).toEqual([]);
    expect(rated(HEADER, [A, null, 100, 100, 50])).toEqual([]);
  });

  test.each<[string, Row, readonly string[]]>([
    ['项目名称 | 金额（万元） | 已支出 | 工程进度(%)', [A, 400, 200, 40], []],
    ['项目名称 | 金额（万元） | 已支出 | 资金支付率(%)', [A, 400, 200, 40], ['D2 rate 40→50']],
    ['项目名称 | 已下达 | 已支出 | 执行率(%)', [A, 400, 200, 40], ['D2 rate 40→50']],
    ['项目名称 | 金额（万元） | 已下达 | 下达率(%)', [A, 400, 200, 40], ['D2 rate 40→50']],
  ])('%s', (header, row, expected) => expect(rated(header, row, [B])).toEqual(expected));

  test.each<[string, Row, readonly string[]]>([
    ['学校名称 | 规划学位 | 已形成学位 | 完成率(%)', ['江丰小学', 800, 400, 40], ['D2 rate 40→50']],
    ['学校名称 | 规划学位 | 已形成学位 | 投资完成率(%)', ['江丰小学', 800, 400, 40], []],
    ['学校名称 | 规划学位 | 已形成学位 | 形象进度(%)', ['江丰小学', 800, 400, 40], []],
    [
      '学校名称 | 规划学位 | 总投资（万元） | 完成投资（万元） | 投资完成率(%)',
      ['江丰小学', 800, 4000, 2000, 40],
      ['E2 rate 40→50'],
    ],
    ['学校名称 | 规划学位 | 总投资（万元） | 完成投资（万元） | 年度完成率(%)', ['江丰小学', 800, 4000, 2000, 40], []],
  ])('%s', (header, row, expected) =>
    expect(said(rowArithmetic, { grid: gridOf(header, row, ['枫林小学', 540]) })).toEqual(expected),
  );

  test('are put right in the way the cell writes them; a formula is left', () => {
    const fixed = (rate: string | number, percents: readonly string[] = []) =>
      reportsOf(rowArithmetic, {
        grid: gridOf(
          '项目名称 | 金额（万元） | 已支出 | 执行率',
          [A, 300, 100, rate],
          [B, 100, 50, percents.length > 0 ? 0.5 : 50],
        ),
        sheet: '附件3',
        options: { percents },
      })
        .flatMap(({ repair }) => repair?.() ?? [])
        .flatMap((fix) => (fix.kind === 'auto' ? fix.edits : []))
        .flatMap(({ edit }) => (edit.kind === 'content' && edit.content.kind === 'value' ? [edit.content.value] : []));
    expect(fixed(40)).toEqual([33.3]);
    expect(fixed(0.4, ['D2', 'D3'])).toEqual([0.333]);
    expect(fixed('=B2 → 40')).toEqual([]);
  });
});

describe('balances', () => {
  const HEADER = '项目名称 | 金额（万元） | 已下达 | 已支出 | 结余';
  const balances = (...rows: readonly Row[]) => said(rowArithmetic, { grid: gridOf(HEADER, ...rows), sheet: '附件3' });
  test('are counted from the amount or from what was allocated, whichever fits more rows', () => {
    expect(balances([A, 400, 300, 200, 200], [B, 100, 80, 20, 80])).toEqual([]);
    expect(balances([A, 400, 300, 200, 100], [B, 100, 80, 20, 60])).toEqual([]);
    expect(balances([A, 400, 300, 200, 100], [B, 100, 80, 20, 60], ['“双减”工作专项', 50, 40, 10, 40])).toEqual([
      'E4 balance 40→30',
    ]);
    expect(balances([A, 400, 300, 200, 200.005], [B, 100, 80, 20, 80.01])).toEqual(['E3 balance 80.01→80']);
  });
  test('are not judged where a figure is missing', () =>
    expect(balances([A, 400, 300, null, 150], [B, null, null, 20, 80], ['“双减”工作专项', 50, 40, 10, null])).toEqual(
      [],
    ));
  test('say what they are counted from, and what is right', () => {
    const [one] = reportsOf(rowArithmetic, {
      grid: gridOf('项目名称 | 金额（万元） | 已支出 | 结余', [A, 400, 200, 100], [B, 100, 20, 80]),
      sheet: '附件3',
    });
    expect(one).toMatchObject({
      id: 'A13',
      level: 'error',
      causes: { corrected: [200] },
      leansOn: [{ columns: [1, 2, 3], rows: [1] }],
    });
    expect(one?.text).toContain('按安排金额减已支出应为 200');
  });
});

describe('gaps to targets', () => {
  const gaps = (...rows: readonly Row[]) =>
    said(rowArithmetic, {
      grid: gridOf('指标名称 | 计量单位 | 2025年目标 | 本期完成 | 与目标差距', ...rows),
      sheet: '目标',
    });
  test.each<[Row, readonly string[]]>([
    [['新增学位总数', '万个', 5.18, 3.18, 2], []],
    [['新增学位总数', '万个', 5.18, 3.18, -2], []],
    [['新增学位总数', '万个', 5.18, 3.18, 2.005], []],
    [['新增学位总数', '万个', 5.18, 3.18, 2.01], ['E2 gap 2.01→2']],
    [['新增学位总数', '万个', 5.18, 5.28, 0], []],
    [['新增学位总数', '万个', 5.18, 5.28, 0.2], ['E2 gap 0.2→-0.1']],
    [['新增学位总数', '万个', 5.18, null, 2], []],
    [['学前三年毛入园率', '%', 0.93, 0.9, 3], []],
    [['学前三年毛入园率', '%', 0.93, 0.9, 4], ['E2 gap 4→0.03']],
  ])('%j', (row, expected) => expect(gaps(row)).toEqual(expected));

  test('keep to one sign in a table', () => {
    const rows = (...signs: readonly number[]) =>
      signs.map((sign, i): Row => [
        ['新增学位总数', '学前三年毛入园率', '义务教育巩固率', '普惠性幼儿园覆盖率'][i] ?? '',
        '%',
        97,
        90 + i,
        sign * (7 - i),
      ]);
    expect(gaps(...rows(1, 1, 1, 1))).toEqual([]);
    expect(gaps(...rows(-1, -1, -1, -1))).toEqual([]);
    expect(gaps(...rows(1, 1, 1, -1))).toEqual(['E5 gap -4→4']);
    expect(gaps(...rows(-1, -1, 1, -1))).toEqual(['E4 gap 5→-5']);
    expect(gaps(...rows(1, -1))).toEqual([]);
  });
});

describe('class sizes', () => {
  const sizes = (...row: readonly (string | number | null)[]) =>
    said(rowArithmetic, { grid: gridOf('学校名称 | 规划班数 | 规划学位 | 班额', row, ['枫林小学', 12, 540, 45]) });
  test.each<[Row, readonly string[]]>([
    [['江丰小学', 18, 810, 45], []],
    [['江丰小学', 18, 810, 46], []],
    [['江丰小学', 18, 810, 46.5], ['D2 classSize 46.5→45']],
    [['江丰小学', 18, 800, 44.44], []],
    [['江丰小学', 18, 800, 44.5], []],
    [['江丰小学', 18, 800, 44.6], ['D2 classSize 44.6→44.44']],
    [['江丰小学', 18, 810, 40], ['D2 classSize 40→45']],
    [['江丰小学', 0, 810, 40], []],
    [['江丰小学', 18, null, 40], []],
    [['江丰小学', 18, 810, null], []],
  ])('%j', (row, expected) => expect(sizes(...row)).toEqual(expected));
});
