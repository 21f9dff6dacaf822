/** Characters that people leave at the ends of a cell without seeing them. */
const EDGE_SPACE = /^[\s\u3000\u00a0\u200b\ufeff]+|[\s\u3000\u00a0\u200b\ufeff]+$/gu;

/** The text without white space at its ends, full-width and zero-width kinds included. */
export function trimmed(text: string): string {
  return isEdgeSpace(text.charCodeAt(0)) || isEdgeSpace(text.charCodeAt(text.length - 1))
    ? text.replace(EDGE_SPACE, '')
    : text;
}

const SPACE_CODES = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

function isEdgeSpace(code: number): boolean {
  return (
    code <= 0x20 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200b) || SPACE_CODES.has(code)
  );
}

/** Full-width letters, digits and punctuation become half-width; `（` and `(` compare equal. */
export function folded(text: string): string {
  return text.normalize('NFKC');
}

/** Folded, without any white space: for comparing labels such as `合  计` and `合计`. */
export function squeezed(text: string): string {
  return folded(text).replace(/[\s\u200b\ufeff]+/gu, '');
}

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const CHINESE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** `二十四` → 24, `二〇二三` → 2023, `三` → 3; `null` where it is no Chinese number below 10,000. */
export function chineseNumber(text: string): number | null {
  // Fifteen digits are what a number holds exactly.
  if (!/^[〇○零一二两三四五六七八九十百千]{1,15}$/u.test(text)) return null;
  if (/^[〇○零一二三四五六七八九]+$/u.test(text)) {
    return [...text].reduce((sum, letter) => sum * 10 + (CHINESE_DIGITS[letter] ?? 0), 0);
  }
  let total = 0;
  let digit = 0;
  for (const letter of text) {
    const unit = CHINESE_UNITS[letter];
    if (unit === undefined) digit = CHINESE_DIGITS[letter] ?? 0;
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
