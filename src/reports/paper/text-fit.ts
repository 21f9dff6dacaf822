/** How wide a text is in units of Excel's column width: a Chinese character at 10.5 points takes two. */
function textUnits(text: string, points: number): number {
  let units = 0;
  for (const letter of text) units += (letter.codePointAt(0) ?? 0) > 0x2e7f || '·—…“”‘’'.includes(letter) ? 2 : 1.05;
  return (units * points) / 10.5;
}

/** Lines that a text takes in a cell of this width. */
export function linesOf(text: string, width: number, points: number): number {
  const room = Math.max(width > 40 ? width : width - 0.6, 1);
  return text
    .split('\n')
    .reduce((lines, part) => lines + Math.max(1, Math.ceil(textUnits(part, points) / room - 0.02)), 0);
}

/** Height in points of a row with so many lines of this size and some air around. Excel's own limit is 409. */
export function heightOf(lines: number, points: number, air = 7): number {
  return Math.min(409, Math.round(lines * points * 1.36 + air));
}

/** `已完工（所）` in a column too narrow for it: the unit goes to a line of its own. */
export function headerLines(title: string, width: number, points: number): string {
  const match = /^(.+)(（[^（）]+）)$/u.exec(title);
  return match && linesOf(title, width, points) > 1 ? `${match[1] ?? ''}\n${match[2] ?? ''}` : title;
}
