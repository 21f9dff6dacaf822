import fc from 'fast-check';
import { dayOfSerial, isDateFormat, readDate, readNumber, serialOfDay, type CellValue } from '../../src/workbook';

const numberOf = (value: CellValue) => {
  const reading = readNumber(value);
  return reading.kind === 'number' ? [reading.value, reading.unit, reading.sure] : reading.kind;
};

describe('reading a number as people type it', () => {
  test.each([
    [2700, [2700, null, 'certain']],
    ['2700', [2700, null, 'certain']],
    [' 2700 ', [2700, null, 'certain']],
    ['２７００', [2700, null, 'certain']],
    ['４９．５', [49.5, null, 'certain']],
    ['21,850', [21850, null, 'certain']],
    ['21，850', [21850, null, 'certain']],
    ['21 850', [21850, null, 'certain']],
    ['2700个', [2700, '个', 'likely']],
    ['49.5亩', [49.5, '亩', 'likely']],
    ['2.18万', [2.18, '万', 'likely']],
    ['0.58万个', [0.58, '万个', 'likely']],
    ['93%', [93, '%', 'likely']],
    ['1000万元', [1000, '万元', 'likely']],
    ['约2700人', [2700, '人', 'guess']],
    ['27OO', [2700, null, 'guess']],
    ['27〇〇', [2700, null, 'guess']],
    ['1350+900', [2250, null, 'guess']],
    ['(120)', [-120, null, 'guess']],
    ['二十四', [24, null, 'likely']],
    ['-36', [-36, null, 'certain']],
    ['', 'blank'],
    ['　', 'blank'],
    [null, 'blank'],
    ['—', 'placeholder'],
    ['/', 'placeholder'],
    ['无', 'placeholder'],
    ['#REF!', 'error'],
    ['见备注', 'unreadable'],
    ['三'.repeat(400), 'unreadable'],
    [NaN, 'unreadable'],
    [Infinity, 'unreadable'],
    [`${'5'.repeat(400)}+900`, 'unreadable'],
    ['小学30班', 'unreadable'],
    [true, 'unreadable'],
  ])('%p', (typed, expected) => expect(numberOf(typed as CellValue)).toEqual(expected));

  test('any text is read without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => readNumber(text).kind !== undefined));
  });
});

describe('reading a date as people type it', () => {
  const dateOf = (value: CellValue, format = 'General') => {
    const reading = readDate(value, format);
    return reading.kind === 'date' ? [reading.year, reading.month, reading.day, reading.stored] : reading.kind;
  };
  test.each([
    ['2023.3.1', [2023, 3, 1, 'text']],
    ['2023-03-01', [2023, 3, 1, 'text']],
    ['2023/3/1', [2023, 3, 1, 'text']],
    ['2023年3月1日', [2023, 3, 1, 'text']],
    ['２０２３年３月', [2023, 3, null, 'text']],
    ['2023年3月', [2023, 3, null, 'text']],
    ['2023.3', [2023, 3, null, 'text']],
    ['二〇二三年六月', [2023, 6, null, 'text']],
    ['二○二三年十二月三十日', [2023, 12, 30, 'text']],
    ['6月底', [null, 6, null, 'text']],
    ['2023年6月底', [2023, 6, null, 'text']],
    ['2025年底', [2025, null, null, 'text']],
    ['2023年第三季度', [2023, 9, null, 'text']],
    ['20230301', [2023, 3, 1, 'text']],
    [20230301, [2023, 3, 1, 'number']],
    [2023.6, [2023, 6, null, 'number']],
    [2023, [2023, null, null, 'number']],
    ['2023.2.30', 'impossible'],
    ['2023年13月', 'impossible'],
    ['快了', 'unreadable'],
    ['—', 'placeholder'],
    [null, 'blank'],
  ])('%p', (typed, expected) => expect(dateOf(typed as CellValue)).toEqual(expected));

  test('a real date cell is certain, whatever its format', () => {
    expect(dateOf(serialOfDay(2023, 6, 1), 'yyyy-mm-dd')).toEqual([2023, 6, 1, 'cell']);
    expect(dateOf(serialOfDay(2023, 6, 1), 'yyyy"年"m"月"d"日"')).toEqual([2023, 6, 1, 'cell']);
    expect(isDateFormat('0.00"亩"')).toBe(false);
    expect(isDateFormat('#,##0')).toBe(false);
  });

  test('day numbers and calendar days are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
        const { year, month, day } = dayOfSerial(serial);
        expect(serialOfDay(year, month, day)).toBe(serial);
      }),
    );
  });
});

test.each([NaN, Infinity, -Infinity])('%s in a cell with a date format is no date', (value) => {
  expect(readDate(value, 'yyyy-m-d')).toEqual({ kind: 'impossible', text: String(value) });
});
