import { CELL } from '../../src/audit/views/number-column';
import { SCHOOLS, viewOf } from './made-up-view';

describe('a column of numbers, read once', () => {
  const view = viewOf(SCHOOLS);
  const [classes, seats, land] = [
    view.numbers('plannedClasses'),
    view.numbers('plannedSeats'),
    view.numbers('plannedLand'),
  ];
  if (!classes || !seats || !land) throw new Error('no columns');

  test('says what each cell holds', () => {
    const rows = [2, 3, 4, 7, 8, 9];
    expect(rows.map((row) => classes.status(row))).toEqual([
      CELL.number,
      CELL.number,
      CELL.guess,
      CELL.error,
      CELL.number,
      CELL.number,
    ]);
    expect(rows.map((row) => seats.status(row))).toEqual([
      CELL.number,
      CELL.number,
      CELL.textNumber,
      CELL.uncalculated,
      CELL.unreadable,
      CELL.number,
    ]);
    expect(rows.map((row) => land.status(row))).toEqual([
      CELL.number,
      CELL.textNumber,
      CELL.textNumber,
      CELL.placeholder,
      CELL.blank,
      CELL.number,
    ]);
    expect([classes.status(99), classes.value(99), classes.isNumber(99)]).toEqual([CELL.blank, NaN, false]);
  });

  test('gives values in the field’s own unit; a unit behind the number counts before the column’s', () => {
    expect([2, 3, 4, 9].map((row) => seats.value(row))).toEqual([4500, 2700, 1800, 1620]);
    expect([3, 9].map((row) => land.value(row))).toEqual([49.5, 20]);
    expect(land.value(4)).toBeCloseTo(10.5 * 0.0015, 6);
    expect([7, 8].map((row) => [seats.isNumber(row), seats.value(row)])).toEqual([
      [false, NaN],
      [false, NaN],
    ]);
    expect(classes.value(4)).toBe(36);
  });

  test('knows its odd rows, and whether anything is below zero or not whole', () => {
    expect(classes.oddRows).toEqual([4, 7]);
    expect(seats.oddRows).toEqual([4, 8]);
    expect(land.oddRows).toEqual([3, 4, 7]);
    expect([classes.hasNegative, classes.hasFraction]).toEqual([true, true]);
    expect([seats.hasNegative, seats.hasFraction]).toEqual([false, false]);
    expect([land.hasNegative, land.hasFraction]).toEqual([false, true]);
  });

  test('knows the step of the printed digits', () => {
    expect(seats.step(3)).toBeCloseTo(100, 9);
    expect(seats.step(9)).toBeCloseTo(10, 9);
    expect(seats.step(4)).toBe(1);
    expect([classes.step(3), land.step(3), land.step(8), classes.step(7)]).toEqual([1, 0.1, 0, 0]);
  });

  test('a cell under a merged one is covered, the first of it is not', () => {
    const merged = viewOf(SCHOOLS.replace('| 36 | 0.162 |', '| | 0.162 |'), {
      merges: [{ top: 8, left: 2, bottom: 9, right: 2 }],
    });
    expect([8, 9].map((row) => merged.numbers('plannedClasses')?.status(row))).toEqual([CELL.number, CELL.covered]);
  });

  test('a percentage kept as a fraction counts as one', () => {
    const grid = `
      |   | A | B | C | D |
      | 1 | 指标名称 | 计量单位 | 2025年目标 | 完成率 |
      | 2 | 学前三年毛入园率 | % | 93 | 0.5 |
      | 3 | 义务教育巩固率 | % | 97 | 50 |`;
    const rate = (formats?: readonly (readonly (string | null)[])[]) =>
      viewOf(grid, formats ? { formats } : {}, '目标').numbers('rate');
    expect(rate([[], [null, null, null, '0%']])?.value(1)).toBe(50);
    expect(rate()?.value(2)).toBe(50);
  });
});

describe('a table as the rules see it', () => {
  const view = viewOf(SCHOOLS);

  test('shows texts trimmed, a merged cell’s in all its rows, nothing for a column that it has not', () => {
    expect([
      view.text(3, 'schoolName'),
      view.text(3, 'builder'),
      view.text(4, 'builder'),
      view.text(3, 'remark'),
    ]).toEqual(['宜阳二中', '袁州区', '', '']);
    const merged = viewOf(SCHOOLS, { merges: [{ top: 3, left: 5, bottom: 4, right: 5 }] });
    expect([merged.text(4, 'builder'), merged.text(8, 'builder')]).toEqual(['袁州区', '宜阳新区']);
    const spaced = viewOf(SCHOOLS.replace('| 宜阳二中', '| ␣宜阳二中　').replace('| 袁州区', '| ⏎袁州区\u00a0'));
    expect([spaced.name(3), spaced.text(3, 'builder'), spaced.raw(3, 'schoolName')]).toEqual([
      '宜阳二中',
      '袁州区',
      ' 宜阳二中',
    ]);
    for (const edge of ['\ufeff', '\u3000', '\u00a0', '\u200b', '\t'])
      expect([
        viewOf(SCHOOLS.replace('| 宜阳二中', `| ${edge}宜阳二中`)).name(3),
        viewOf(SCHOOLS.replace('宜阳二中 |', `宜阳二中${edge} |`)).name(3),
      ]).toEqual(['宜阳二中', '宜阳二中']);
    expect([view.raw(3, 'plannedLand'), view.raw(3, 'remark'), view.text(3, 'plannedClasses')]).toEqual([
      '49.5',
      null,
      '54',
    ]);
  });

  test('names rows so that sorting does not change it, repeated ones with a number', () => {
    expect([1, 2, 3, 4, 5, 8, 9, 10, 0].map((row) => view.rowKey(row))).toEqual([
      'heading:S2', 'subtotal:S2', '宜阳二中', '春华 学校', 'ofWhich:S2:', '枫林小学', '枫林小学~2', 'total', 'header',
    ]); // prettier-ignore
    const nameless = viewOf(SCHOOLS.replaceAll('枫林小学', ''));
    expect([8, 9].map((row) => nameless.rowKey(row))).toEqual(['无名三、小学', '无名三、小学~2']);
  });

  test('names a heading that holds the subtotal once, and counts shares among its figures', () => {
    const grid = `
      |   | A | B | C | D | E |
      | 1 | 序号 | 学校名称 | 规划班数 | 规划学位 | 完成率(%) |
      | 2 | 二、初中小计 | | 90 | 4500 | 50 |
      | 3 | 1 | 宜阳二中 | 54 | 2700 | 50 |
      | 4 | 2 | 春华中学 | 36 | 1800 | 50 |
      | 5 | 三、小学小计 | | 36 | 1620 | 50 |
      | 6 | 1 | 枫林小学 | 18 | 810 | 50 |
      | 7 | 2 | 江丰小学 | 18 | 810 | 50 |`;
    const both = viewOf(grid);
    expect(both.numericColumns().map(({ field }) => field)).toEqual(['plannedClasses', 'plannedSeats', 'rate']);
    expect(both.summables().map(({ field }) => field)).toEqual(['plannedClasses', 'plannedSeats']);
    expect([1, 4].map((row) => both.rowKey(row))).toEqual(['heading:S2', 'heading:S3']);
    expect(both.figureRows()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('knows its sections and rows of figures', () => {
    expect([3, 4, 8].map((row) => view.sectionOf(row)?.stage)).toEqual(['S2', 'S2', 'S3']);
    expect([view.sectionOf(1), view.sectionOf(10)]).toEqual([null, null]);
    expect(view.figureRows()).toEqual([2, 3, 4, 5, 7, 8, 9, 10]);
    expect(view.summables().map(({ field }) => field)).toEqual(['plannedClasses', 'plannedSeats', 'plannedLand']);
    expect(view.numericColumns().map(({ field }) => field)).toEqual(['plannedClasses', 'plannedSeats', 'plannedLand']);
    expect([
      view.has('builder'),
      view.has('remark'),
      view.column('remark'),
      view.numbers('remark'),
      view.dates('startedOn'),
    ]).toEqual([true, false, null, null, null]);
  });

  test('knows the middle of a column from three values on', () => {
    expect(view.middle('plannedSeats')).toBe(1800);
    expect(view.middle('plannedLand')).toBe(20);
    expect(view.middle('formedSeats')).toBe(Infinity);
    expect(viewOf(SCHOOLS.replace('| 36 | 0.162 | 20 |', '| 36 | | |')).middle('plannedSeats')).toBe(Infinity);
  });

  test('names lines as runs, six at most', () => {
    expect(view.lineNames([6])).toBe('第 7 行');
    expect(view.lineNames([6, 7, 8, 10])).toBe('第 7-9、11 行');
    expect(view.lineNames([0, 2, 4, 6, 8, 10])).toBe('第 1、3、5、7、9、11 行');
    expect(view.lineNames([0, 2, 4, 6, 8, 10, 12])).toBe('第 1、3、5、7、9、11 等 行');
  });

  test.each([
    '甲 校',
    '甲　校',
    '甲\u00a0校',
    '甲\u2007校',
    '甲\ufeff校',
    '甲（校',
    '甲)校',
    '甲○校',
    'O校',
    'Ｏ校',
    '甲\t校',
    '甲\u1680校',
    '甲（',
    '甲）',
  ])('a name such as %j has a sign to look at', (name) =>
    expect(viewOf(SCHOOLS.replace('宜阳二中', name)).rowsWithSigns('schoolName')).toContain(3),
  );
  test.each(['宜阳二中', 'ABC校', '甲-校', '甲·校', '甲、校', '甲*校', "'甲"])('a name such as %s has none', (name) =>
    expect(viewOf(SCHOOLS.replace('宜阳二中', name)).rowsWithSigns('schoolName')).not.toContain(3),
  );
});
