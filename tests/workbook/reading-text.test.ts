import { chineseNumber, folded, squeezed, trimmed } from '../../src/workbook';

describe('white space that nobody sees', () => {
  test.each([
    '\t', '\n', '\r', ' ', '\u00a0', '\u1680', '\u2000', '\u2007', '\u200b', '\u2028', '\u2029', '\u202f', '\u205f',
    '\u3000', '\ufeff',
  ])('%j at an end is cut off, inside it stays', (space) => {
    expect(trimmed(`${space}甲${space}乙`)).toBe(`甲${space}乙`);
    expect(trimmed(`甲${space}乙${space}`)).toBe(`甲${space}乙`);
    expect(trimmed(`${space}${space}甲${space}${space}`)).toBe('甲');
  }); // prettier-ignore

  test.each(['甲', 'a', '!', '\u00a1', '\u200c', '\u2010', '\u3001', '甲 乙', ''])('%j has none at its ends', (text) =>
    expect(trimmed(text)).toBe(text),
  );

  test('for comparing labels all of it goes, and full width is half width', () => {
    expect(squeezed(' 合　 计（万元）\u200b\ufeff\n')).toBe('合计(万元)');
    expect(folded('Ａ１（　）')).toBe('A1( )');
  });
});

describe('numbers in Chinese signs', () => {
  test.each([
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十四', 24],
    ['两百', 200],
    ['一百零五', 105],
    ['三千二百一十', 3210],
    ['二〇二三', 2023],
    ['二○二三', 2023],
    ['零', 0],
    ['九八七六五四三二一', 987_654_321],
  ])('%s is %d', (text, value) => expect(chineseNumber(text)).toBe(value));

  test.each(['', '第三', '三个', '3', '一'.repeat(16)])('%s is none', (text) => expect(chineseNumber(text)).toBeNull());
});
