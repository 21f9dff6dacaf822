import fc from 'fast-check';
import {
  dayOfSerial,
  isDateFormat,
  isoDay,
  readDate,
  serialOfDay,
  type CellValue,
  type DatePrecision,
  type Sureness,
} from '../../src/workbook';

/** Year, month and day as written, how exact, how sure, and the day (or the last day of what was written). */
type Read = readonly [
  year: number | null,
  month: number | null,
  day: number | null,
  precision: DatePrecision,
  sure: Sureness,
  last: string | null,
];

const read = (value: CellValue, format = 'General'): unknown => {
  const one = readDate(value, format);
  if (one.kind !== 'date') return one;
  return [one.year, one.month, one.day, one.precision, one.sure, one.serial === null ? null : isoDay(one.serial)];
};
const stored = (value: CellValue, format = 'General'): string => {
  const one = readDate(value, format);
  return one.kind === 'date' ? one.stored : one.kind;
};

describe('a date that was typed as text', () => {
  const day: Read = [2023, 3, 1, 'day', 'certain', '2023-03-01'];
  test.each([
    '2023.3.1',
    '2023-03-01',
    '2023/3/1',
    '2023年3月1日',
    '2023年3月1号',
    '２０２３年３月１日',
    '2023 年 3 月 1日',
    '2023、3、1',
    '2023,3,1',
    '2023，3，1',
    '2023.3.1.',
    '23.3.1',
    '23年3月1日',
    '20230301',
    '2023-03-01 08:30',
    '2023-03-01 8:30:15',
    '2023-03-01 18:30:15',
    '二〇二三年三月一日',
    '二○二三年三月一号',
    '计划2023年3月1日',
    '预计于2023年3月1日前',
    '约2023年3月1日左右',
    '2023年3月1日前建成',
  ])('%j is a day', (typed) => {
    expect(read(typed)).toEqual(day);
    expect(stored(typed)).toBe('text');
  });

  test.each<[string, Read]>([
    ['2023年3月', [2023, 3, null, 'month', 'likely', '2023-03-31']],
    ['2023年 3 月', [2023, 3, null, 'month', 'likely', '2023-03-31']],
    ['2023 . 3', [2023, 3, null, 'month', 'likely', '2023-03-31']],
    ['２０２３年３月', [2023, 3, null, 'month', 'likely', '2023-03-31']],
    ['2023年  3月', [2023, 3, null, 'month', 'guess', '2023-03-31']],
    ['2023.12', [2023, 12, null, 'month', 'likely', '2023-12-31']],
    ['2023-3', [2023, 3, null, 'month', 'likely', '2023-03-31']],
    ['23年3月份', [2023, 3, null, 'month', 'likely', '2023-03-31']],
    ['2023年3月初', [2023, 3, null, 'month', 'likely', '2023-03-31']],
    ['2023年3月上旬', [2023, 3, null, 'month', 'likely', '2023-03-31']],
    ['2023年3月底', [2023, 3, null, 'monthEnd', 'likely', '2023-03-31']],
    ['2023年2月末', [2023, 2, null, 'monthEnd', 'likely', '2023-02-28']],
    ['2024年2月下旬', [2024, 2, null, 'monthEnd', 'likely', '2024-02-29']],
    ['二〇二三年六月', [2023, 6, null, 'month', 'likely', '2023-06-30']],
    ['拟2023年12月底前竣工', [2023, 12, null, 'monthEnd', 'likely', '2023-12-31']],
    ['2023年第三季度', [2023, 9, null, 'quarter', 'likely', '2023-09-30']],
    ['2023年4季度', [2023, 12, null, 'quarter', 'likely', '2023-12-31']],
    ['2023第1季', [2023, 3, null, 'quarter', 'likely', '2023-03-31']],
    ['2023年上半年', [2023, 6, null, 'half', 'likely', '2023-06-30']],
    ['2023下半年', [2023, 12, null, 'half', 'likely', '2023-12-31']],
    ['2025', [2025, null, null, 'year', 'likely', '2025-12-31']],
    ['2025年', [2025, null, null, 'year', 'likely', '2025-12-31']],
    ['2025年底', [2025, null, null, 'year', 'likely', '2025-12-31']],
    ['2025年末', [2025, null, null, 'year', 'likely', '2025-12-31']],
    ['2025年内', [2025, null, null, 'year', 'likely', '2025-12-31']],
    ['1900年', [1900, null, null, 'year', 'likely', '1900-12-31']],
    ['2199年', [2199, null, null, 'year', 'likely', '2199-12-31']],
  ])('%j is a longer time, and ends with its last day', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
    expect(stored(typed)).toBe('text');
  });

  test.each<[string, Read]>([
    ['6月', [null, 6, null, 'month', 'guess', null]],
    ['12月份', [null, 12, null, 'month', 'guess', null]],
    ['6月初', [null, 6, null, 'month', 'guess', null]],
    ['6月底', [null, 6, null, 'monthEnd', 'guess', null]],
    ['十二月下旬', [null, 12, null, 'monthEnd', 'guess', null]],
    ['6月15', [null, 6, 15, 'day', 'guess', null]],
    ['6月5日', [null, 6, 5, 'day', 'guess', null]],
    ['2月29号', [null, 2, 29, 'day', 'guess', null]],
  ])('%j has no year: a guess', (typed, expected) => expect(read(typed)).toEqual(expected));

  test.each([
    '2023.2.30',
    '2023.2.29',
    '2023.4.31',
    '2023.0.1',
    '2023.1.0',
    '2023年13月',
    '2023年0月',
    '20231301',
    '2月30日',
    '0100.3.1',
    '1899年',
    '2200年',
    '3023年3月1日',
  ])('%s is in no calendar that a plan is made by', (typed) =>
    expect(readDate(typed, 'General')).toEqual({ kind: 'impossible', text: typed }),
  );

  test('the first and the last day of a month are days of it', () => {
    expect(read('2023.1.1')).toEqual([2023, 1, 1, 'day', 'certain', '2023-01-01']);
    expect(read('2023.1.31')).toEqual([2023, 1, 31, 'day', 'certain', '2023-01-31']);
  });

  test.each([
    '快了',
    '第2023.3.1',
    '2023.3.1起',
    '2023.3.1 8点',
    '12023.3.1',
    '120230301',
    '202303011',
    '23.3',
    '第2023年3月',
    '2023年3月x',
    '2023年第5季度',
    '共2023年3季度',
    '2023年3季度x',
    '共2023年上半年',
    '2023年上半年x',
    '12025',
    '2025年x',
    '第6月',
    '6月x',
    '6月中',
    '2023年计划6月',
    '2023年前6月',
  ])('%s is not read', (typed) => expect(readDate(typed, 'General')).toEqual({ kind: 'unreadable', text: typed }));

  test('any text is read without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => readDate(text, '').kind !== undefined),
    );
  });
});

describe('a number where a date should be', () => {
  test.each<[number, Read]>([
    [20230301, [2023, 3, 1, 'day', 'certain', '2023-03-01']],
    [2023.6, [2023, 6, null, 'month', 'likely', '2023-06-30']],
    [2023.12, [2023, 12, null, 'month', 'likely', '2023-12-31']],
    [2023, [2023, null, null, 'year', 'likely', '2023-12-31']],
    [1999, [1999, null, null, 'year', 'likely', '1999-12-31']],
    [45078, [2023, 6, 1, 'day', 'likely', '2023-06-01']],
    [36526, [2000, 1, 1, 'day', 'likely', '2000-01-01']],
    [55152, [2050, 12, 30, 'day', 'likely', '2050-12-30']],
  ])('%d was typed without a date format', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
    expect(stored(typed)).toBe('number');
  });

  test.each([36525, 55153, 45078.5, 2023.123, 12023.5, 120230301, 202303011, 12023, 20235, 5, -1])(
    '%d is not read',
    (typed) => expect(readDate(typed, 'General')).toEqual({ kind: 'unreadable', text: String(typed) }),
  );

  test.each([20231301, 2023.13])('%d is in no calendar', (typed) =>
    expect(readDate(typed, 'General')).toEqual({ kind: 'impossible', text: String(typed) }),
  );
});

describe('a real date cell', () => {
  test.each(['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy"年"m"月"', 'YYYY/M/D'])('is certain: %s', (format) => {
    expect(read(serialOfDay(2023, 6, 1), format)).toEqual([2023, 6, 1, 'day', 'certain', '2023-06-01']);
    expect(stored(serialOfDay(2023, 6, 1), format)).toBe('cell');
  });

  test('a time of the day belongs to its day', () =>
    expect(readDate(45078.75, 'yyyy-mm-dd')).toMatchObject({ day: 1, serial: 45078 }));

  test('lies between the first and the last day that Excel knows', () => {
    expect(stored(1, 'yyyy-mm-dd')).toBe('cell');
    expect(stored(2_958_465, 'yyyy-mm-dd')).toBe('cell');
    for (const value of [0, 0.5, -1, 2_958_466, NaN, Infinity, -Infinity])
      expect(readDate(value, 'yyyy-mm-dd')).toEqual({ kind: 'impossible', text: String(value) });
  });

  test.each([
    'General',
    '@',
    '0.00"亩"',
    '#,##0',
    '0',
    '"day"0',
    '"days"',
    '[Red]General',
    '[mm]General',
    'General\\d',
    '_dGeneral',
    'mm:ss.0',
    '??? d',
    ';;;',
  ])('%s is the format of something else', (format) => expect(isDateFormat(format)).toBe(false));

  test.each(['m/d', 'd', 'yyyy', 'yyyy"第0年"', 'yyyy\\#'])('%s is the format of a date', (format) =>
    expect(isDateFormat(format)).toBe(true),
  );
});

describe('what is no date', () => {
  test.each([null, '', '　', ' \n'])('%j is blank', (typed) =>
    expect(readDate(typed, 'General')).toEqual({ kind: 'blank' }),
  );

  test.each(['—', '——', '--', '/', '无', '待定', '暂无', 'N/A'])('%s is a sign for no date', (typed) =>
    expect(readDate(` ${typed} `, 'General')).toEqual({ kind: 'placeholder', text: typed }),
  );

  test.each(['暂无计划', '尚待定', '无/'])('%s is more than such a sign', (typed) =>
    expect(readDate(typed, 'General').kind).toBe('unreadable'),
  );

  test('an error value and a truth value are named', () => {
    expect(readDate('#N/A', 'General')).toEqual({ kind: 'error', text: '#N/A' });
    expect(readDate(true, 'yyyy-mm-dd')).toEqual({ kind: 'unreadable', text: 'true' });
  });
});

describe('day numbers and calendar days', () => {
  test('are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
        const { year, month, day } = dayOfSerial(serial);
        expect(serialOfDay(year, month, day)).toBe(serial);
      }),
    );
  });

  test('are Excel’s', () => {
    expect(serialOfDay(2023, 6, 1)).toBe(45078);
    expect(isoDay(45078)).toBe('2023-06-01');
    expect(isoDay(45291)).toBe('2023-12-31');
  });
});
