import { FREE_PROFILE } from '../../../src/audit';
import { classSize } from '../../../src/audit/rules/class-size';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly (string | number | null)[];
const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位 | 备注';
const primary = (...rows: readonly Row[]) => gridOf(HEADER, ['三、小学'], ...rows);
const OTHERS: readonly Row[] = [
  [2, '合成第二小学', 12, 540],
  [3, '合成第三小学', 18, 810],
  [4, '合成第四小学', 24, 1080],
];
const of = (classes: string | number | null, seats: string | number | null, remark: string | null = null) =>
  said(classSize, { grid: primary([1, '合成小学', classes, seats, remark], ...OTHERS) });

describe('seats per class in a stage of 45', () => {
  test.each<[number | string | null, number | string | null, readonly string[]]>([
    [18, 810, []],
    [18, 819, []],
    [18, 801, []],
    [18, '810', []],
    [0, 0, []],
    [null, 810, []],
    [18, null, []],
    [-18, 810, []],
  ])('%p classes, %p seats: nothing to say', (classes, seats, expected) =>
    expect(of(classes, seats)).toEqual(expected),
  );

  test.each<[number, number, string]>([
    [18, 820, 'D3 seats 820→810'],
    [18, 8100, 'D3 seats 8100→810'],
    [18, 0, 'D3 seats 0→810'],
    [0, 810, 'C3 classes 0→18'],
    [180, 810, 'C3 classes 180→18'],
    [810, 18, 'C3:D3 swapped 810、18→18、810'],
    [18, 900, 'C3:D3 seats 900→810'],
    [118, 810, 'C3 classes 118→18'],
    [18, 180, 'C3:D3 seats 180→810'],
  ])('%d classes, %d seats: %s', (classes, seats, expected) => expect(of(classes, seats)).toEqual([expected]));

  test('a remark that says how the school is made up explains them', () => {
    expect(of(48, 2250, '小学30班1350人；初中18班900人')).toEqual([]);
    expect(of(48, 2250, '小学30班')).toHaveLength(1);
  });

  test('the slack is the profile’s', () => {
    const with1 = { ...FREE_PROFILE, thresholds: { ...FREE_PROFILE.thresholds, classSizeSlack: 1 } };
    const grid = primary([1, '合成小学', 18, 828], ...OTHERS);
    expect(said(classSize, { grid })).toHaveLength(1);
    expect(said(classSize, { grid }, { profile: with1 })).toEqual([]);
  });

  test('in 万个 the printed digits leave room', () => {
    const header = '序号 | 学校名称 | 规划班数 | 规划学位（万个）';
    const grid = (seats: number) =>
      gridOf(
        header,
        ['三、小学'],
        [1, '合成小学', 19, seats],
        [2, '合成第二小学', 12, 0.054],
        [3, '合成第三小学', 18, 0.081],
      );
    expect(said(classSize, { grid: grid(0.086) })).toEqual([]);
    expect(said(classSize, { grid: grid(0.09) })).toEqual([]);
    expect(said(classSize, { grid: grid(0.095) })).toEqual([expect.stringMatching(/seats 0.095→0.0855$/u)]);
  });
});

describe('which of the two is wrong', () => {
  const reported = (rows: readonly Row[]) => reportsOf(classSize, { grid: primary(...rows) });
  test('the one that the plan does not have', () => {
    const plan = (classes: number, seats: number) =>
      said(classSize, { grid: primary([1, '宜春市袁河小学', classes, seats], ...OTHERS) });
    expect(plan(36, 1620)).toEqual([]);
    expect(plan(36, 1600)).toEqual(['D3 seats 1600→1620']);
    expect(plan(30, 1620)).toEqual(['C3 classes 30→36']);
  });

  test('the one that puts the subtotal right', () => {
    const summed = (classes: number, seats: number, row: Row) =>
      said(classSize, { grid: primary(['小计：', null, classes, seats], row, ...OTHERS) });
    expect(summed(72, 3240, [1, '合成小学', 18, 900])).toEqual(['D4 seats 900→810']);
    expect(summed(74, 3330, [1, '合成小学', 18, 900])).toEqual(['C4 classes 18→20']);
    expect(summed(72, 3330, [1, '合成小学', 18, 900])).toEqual(['C4:D4 seats 900→810']);
  });

  test('is said with its place, its right value and what it rests on', () => {
    const [one] = reported([[1, '合成小学', 18, 8100], ...OTHERS]);
    expect(one).toMatchObject({
      id: 'A05',
      level: 'warning',
      causes: { corrected: [810], column: 3 },
      leansOn: [{ columns: [2, 3], rows: [2] }],
    });
    expect(one?.text).toContain('多写或少写了 0');
    expect(one?.repair?.()).toMatchObject({ kind: 'choice', choices: [{ edits: [{ edit: { row: 2, column: 3 } }] }] });
    const [odd] = reported([[1, '合成小学', 19, 800], ...OTHERS]);
    expect(odd?.repair?.()).toMatchObject({ kind: 'choice' });
    const [swapped] = reported([[1, '合成小学', 810, 18], ...OTHERS]);
    expect(swapped?.causes).toEqual({ reaches: { sheet: '附件2', rows: [2], columns: [2, 3] } });
  });

  test('columns apart are pointed at one by one', () => {
    const grid = gridOf(
      '序号 | 学校名称 | 规划班数 | 建设主体 | 规划学位',
      ['三、小学'],
      [1, '合成小学', 18, '袁州区', 900],
      [2, '合成第二小学', 12, '袁州区', 540],
      [3, '合成第三小学', 18, '袁州区', 810],
    );
    expect(said(classSize, { grid })).toEqual(['E3 seats 900→810']);
  });
});

describe('a stage for which the plan has no class size', () => {
  const special = (classes: number | null, seats: number | null) =>
    said(classSize, {
      grid: gridOf(
        HEADER,
        ['四、专门学校'],
        [1, '合成专门学校', classes, seats],
        [2, '合成第二专门学校', 12, 300],
        [3, '合成第三专门学校', 10, 250],
      ),
    });
  test.each<[number | null, number | null, readonly string[]]>([
    [12, 300, []],
    [12, 48, []],
    [12, 960, []],
    [12, 0, []],
    [0, 300, []],
    [12, 47, ['C3:D3 noSuchSize 47']],
    [12, 961, ['C3:D3 noSuchSize 961']],
    [120, 300, ['C3:D3 noSuchSize 120']],
  ])('%p classes, %p seats', (classes, seats, expected) => expect(special(classes, seats)).toEqual(expected));
});

describe('the limits of what can be', () => {
  test.each<[number, number, string]>([
    [45, 45, 'C3:D3 seats 45→2025'],
    [100, 810, 'C3:D3 classes 100→18'],
    [101, 810, 'C3 classes 101→18'],
    [30, 4500, 'C3:D3 seats 4500→1350'],
    [30, 4545, 'D3 seats 4545→1350'],
    [18, 3600, 'C3:D3 seats 3600→810'],
    [72, 810, 'C3:D3 classes 72→18'],
    [18, 819.5, 'D3 seats 819.5→810'],
  ])('%d classes, %d seats: %s', (classes, seats, expected) => expect(of(classes, seats)).toEqual([expected]));

  test('in 万个 half of the last digit', () => {
    const grid = (seats: number) =>
      gridOf(
        '序号 | 学校名称 | 规划班数 | 规划学位（万个）',
        ['三、小学'],
        [1, '合成小学', 19, seats],
        [2, '合成第二小学', 12, 0.054],
        [3, '合成第三小学', 18, 0.081],
      );
    expect(said(classSize, { grid: grid(0.087) })).toEqual(['D3 seats 0.087→0.0855']);
    expect(said(classSize, { grid: grid(0.84e-1) })).toEqual(['D3 seats 0.084→0.0855']);
  });

  test('what the plan prints is not the unit’s fault', () => {
    // 学前12班，156人；高中15班，180人.
    const of = (classes: number, seats: number) =>
      said(classSize, {
        grid: gridOf(
          HEADER,
          ['六、特殊教育学校'],
          [1, '宜春市特殊教育学校', classes, seats],
          [2, '合成特殊学校', 12, 144],
        ),
      });
    expect(of(27, 336)).toEqual([]);
    expect(of(27, 30)).toEqual(['D3 noSuchSize 30']);
    expect(of(2, 336)).toEqual(['C3 noSuchSize 2']);
  });

  test('no fix where classes would be broken', () => {
    const [one] = reportsOf(classSize, { grid: primary([1, '合成小学', 101, 800], ...OTHERS) });
    expect([one?.message, one?.expected, one?.repair?.()]).toEqual(['classes', '17.777778', null]);
  });
});
