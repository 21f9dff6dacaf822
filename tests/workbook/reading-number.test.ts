import fc from 'fast-check';
import { readNumber, type CellValue, type NumberTrait, type Sureness } from '../../src/workbook';

/** Value, unit, how sure, what was overlooked besides that it is text, and the digits behind the point. */
type Read = readonly [
  value: number,
  unit: string | null,
  sure: Sureness,
  traits: readonly NumberTrait[],
  decimals: number,
];

const read = (value: CellValue): unknown => {
  const reading = readNumber(value);
  if (reading.kind !== 'number') return reading;
  const traits = reading.traits.filter((trait) => trait !== 'asText');
  return [reading.value, reading.unit, reading.sure, traits, reading.decimals];
};

describe('a number cell', () => {
  test.each<[number, number]>([
    [2700, 0],
    [-36, 0],
    [49.5, 1],
    [0.05, 2],
    [1 / 3, 12],
    [0.1 + 0.2, 1],
    [1e-9, 0],
  ])('%d is itself, with %d digits behind the point', (value, decimals) => {
    expect(readNumber(value)).toEqual({ kind: 'number', value, unit: null, traits: [], sure: 'certain', decimals });
  });

  test.each([NaN, Infinity, -Infinity])('%d is none', (value) =>
    expect(readNumber(value)).toEqual({ kind: 'unreadable', text: String(value) }),
  );
});

describe('a number that was typed as text', () => {
  test.each<[string, Read]>([
    ['2700', [2700, null, 'certain', [], 0]],
    [' 2700 ', [2700, null, 'certain', [], 0]],
    ['27\u200b00', [2700, null, 'certain', [], 0]],
    ['-36', [-36, null, 'certain', [], 0]],
    ['+36', [36, null, 'certain', [], 0]],
    ['49.50', [49.5, null, 'certain', [], 2]],
    ['.5', [0.5, null, 'certain', [], 1]],
    ['5.', [5, null, 'certain', [], 0]],
    ['1.2e3', [1200, null, 'certain', [], 1]],
    ['12E-1', [1.2, null, 'certain', [], 0]],
    ['1e+10', [1e10, null, 'certain', [], 0]],
    ['２７００', [2700, null, 'certain', ['fullWidth'], 0]],
    ['４９．５', [49.5, null, 'certain', ['fullWidth'], 1]],
    ['－36', [-36, null, 'certain', ['fullWidth'], 0]],
  ])('%j', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
    expect(readNumber(typed)).toMatchObject({ traits: expect.arrayContaining(['asText']) as unknown });
  });

  test.each<[string, Read]>([
    ['21,850', [21_850, null, 'certain', ['separators'], 0]],
    ['21，850', [21_850, null, 'certain', ['separators'], 0]],
    ['21、850', [21_850, null, 'certain', ['separators'], 0]],
    ["1'021'850", [1_021_850, null, 'certain', ['separators'], 0]],
    ['1,021, 850.25', [1_021_850.25, null, 'certain', ['separators'], 2]],
    ['-1,850', [-1850, null, 'certain', ['separators'], 0]],
    ['-1850,1850.25', [-18_501_850.25, null, 'certain', ['separators'], 2]],
    ['12,1850,1850', [1_218_501_850, null, 'certain', ['separators'], 0]],
    ['21 850', [21_850, null, 'certain', ['innerSpaces'], 0]],
    ['-21 850. 25', [-21_850.25, null, 'certain', ['innerSpaces'], 2]],
    ['21 850.25 5', [21_850.255, null, 'certain', ['innerSpaces'], 3]],
  ])('%j: what stands between the digits is overlooked', (typed, expected) => expect(read(typed)).toEqual(expected));

  test.each<[string, Read]>([
    ['2700个', [2700, '个', 'likely', ['unit'], 0]],
    ['2700 个学位', [2700, '个学位', 'likely', ['unit'], 0]],
    ['49.5亩', [49.5, '亩', 'likely', ['unit'], 1]],
    ['2.18万', [2.18, '万', 'likely', ['unit'], 2]],
    ['0.58万个', [0.58, '万个', 'likely', ['unit'], 2]],
    ['2.4千人', [2.4, '千人', 'likely', ['unit'], 1]],
    ['1.2千万元', [1.2, '千万元', 'likely', ['unit'], 1]],
    ['93%', [93, '%', 'likely', ['percentSign'], 0]],
    ['９３％', [93, '%', 'likely', ['fullWidth', 'percentSign'], 0]],
    ['1000万元', [1000, '万元', 'likely', ['unit'], 0]],
    ['3OO人', [300, '人', 'guess', ['unit', 'letterForDigit'], 0]],
    ['两所', [2, '所', 'likely', ['unit', 'chineseDigits'], 0]],
    ['5百万元', [5, '百万元', 'likely', ['unit'], 0]],
    ['12 M2', [12, 'M2', 'likely', ['unit'], 0]],
    ['二十四班', [24, '班', 'likely', ['unit', 'chineseDigits'], 0]],
    ['(120)个', [-120, '个', 'guess', ['unit', 'bracketNegative'], 0]],
  ])('%j has a unit', (typed, expected) => expect(read(typed)).toEqual(expected));

  test.each<[string, Read]>([
    ['约2700', [2700, null, 'guess', ['approximate'], 0]],
    ['大约 2700', [2700, null, 'guess', ['approximate'], 0]],
    ['超过2700', [2700, null, 'guess', ['approximate'], 0]],
    ['共约2700', [2700, null, 'guess', ['approximate'], 0]],
    ['约(2700)', [-2700, null, 'guess', ['approximate', 'bracketNegative'], 0]],
    ['2700左右', [2700, null, 'guess', ['approximate'], 0]],
    ['2700余', [2700, null, 'guess', ['approximate'], 0]],
    ['2700多个', [2700, '个', 'guess', ['unit', 'approximate'], 0]],
    ['约2700人以上', [2700, '人', 'guess', ['approximate', 'unit'], 0]],
    ['27OO', [2700, null, 'guess', ['letterForDigit'], 0]],
    ['27〇〇', [2700, null, 'guess', ['letterForDigit'], 0]],
    ['-l2.5', [-12.5, null, 'guess', ['letterForDigit'], 1]],
    ['I,2OO', [1200, null, 'guess', ['letterForDigit'], 0]],
    ['1350+900', [2250, null, 'guess', ['sum'], 0]],
    ['1350.5 + 900.25+10', [2260.75, null, 'guess', ['sum'], 2]],
    ['(120)', [-120, null, 'guess', ['bracketNegative'], 0]],
    ['49..5', [49.5, null, 'guess', ['doubledPoint'], 1]],
    ['49。25', [49.25, null, 'guess', ['doubledPoint'], 2]],
    ['-49,.25', [-49.25, null, 'guess', ['doubledPoint'], 2]],
    ['49、.125', [49.125, null, 'guess', ['doubledPoint'], 3]],
    ['49·5', [49.5, null, 'guess', ['doubledPoint'], 1]],
    ['49,5', [49.5, null, 'guess', ['doubledPoint'], 1]],
    ['1049,25', [1049.25, null, 'guess', ['doubledPoint'], 2]],
  ])('%j may mean something else: a person must say', (typed, expected) => expect(read(typed)).toEqual(expected));

  test.each<[string, Read]>([
    ['二十四', [24, null, 'likely', ['chineseDigits'], 0]],
    ['二〇二三', [2023, null, 'likely', ['chineseDigits'], 0]],
  ])('%j is in Chinese signs', (typed, expected) => expect(read(typed)).toEqual(expected));
});

describe('what is no number', () => {
  test.each([null, '', '　', ' \n'])('%j is blank', (typed) => expect(readNumber(typed)).toEqual({ kind: 'blank' }));

  test.each(['—', '/', '无', '待定', '暂无', 'N/A', '－', ' -- ', '×'])('%j is a sign for no number', (typed) =>
    expect(readNumber(typed)).toEqual({ kind: 'placeholder', text: typed.trim() }),
  );

  test.each(['#REF!', '#N/A'])('%s is an error value', (typed) =>
    expect(readNumber(typed)).toEqual({ kind: 'error', text: typed }),
  );

  test.each([
    '见备注',
    '小学30班',
    '27x',
    '27吨',
    'x27',
    '1.2.3',
    '1e3e3',
    '1e100',
    'e5',
    '12,34,56x',
    'a1,850',
    '1,850.25.5',
    '1,85,0',
    'x49..5',
    '49..5x',
    '49..',
    '12,345,6',
    '1350+',
    '+1350+900',
    '1350+900-20',
    '1350++900',
    'OO',
    'lOl',
    '2O..5',
    '9O9x',
    '约',
    '第二十四',
    '三'.repeat(400),
    `${'5'.repeat(400)}+900`,
    '9'.repeat(400),
  ])('%j is not read', (typed) => {
    expect(readNumber(typed)).toEqual({ kind: 'unreadable', text: typed });
  });

  test('a truth value is not read, and shown as Excel shows it', () => {
    expect(readNumber(true)).toEqual({ kind: 'unreadable', text: 'TRUE' });
    expect(readNumber(false)).toEqual({ kind: 'unreadable', text: 'FALSE' });
  });
});

test('any text is read without failing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => readNumber(text).kind !== undefined));
});
