/** How many columns of a terminal a text takes: Chinese letters and full-width punctuation take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += isWide(letter.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

/** The text with spaces up to `width` columns, behind it or (for numbers) before it. */
export function padded(text: string, width: number, side: 'behind' | 'before' = 'behind'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'behind' ? text + space : space + text;
}

/** The text, cut to `width` columns with `…` at its end where it is longer. */
export function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  for (const letter of text) {
    if (textWidth(kept + letter) > width - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd) ||
    // Quotation marks and the dash are drawn wide by Chinese fonts.
    [0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026].includes(code)
  );
}
