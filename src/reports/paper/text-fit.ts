/** Chinese characters and their punctuation, and signs that Chinese fonts draw as wide. */
function isWide(letter: string): boolean {
  return (letter.codePointAt(0) ?? 0) > 0x2e7f || '·—…“”‘’'.includes(letter);
}

/** How wide a text is in units of Excel's column width: a Chinese character at 10.5 points takes two. */
export function textUnits(text: string, points: number): number {
  let units = 0;
  for (const letter of text) units += isWide(letter) ? 2 : 1.15;
  return (units * points) / 10.5;
}

/** What a line is not broken inside of: a word or a number, with the brackets and stops that belong to it. */
const PIECE = /[（(“《]*(?:[\w.%+-]+|.)[，。；：、）)”》！？]*/gsu;

/** Lines that a text takes in a cell of this width; a piece longer than the line is broken anywhere. */
export function linesOf(text: string, width: number, points: number): number {
  const room = Math.max(width > 40 ? width : width - 0.6, 1) + 0.02 * width;
  return text.split('\n').reduce((lines, part) => lines + linesOfPart(part, room, points), 0);
}

function linesOfPart(text: string, room: number, points: number): number {
  if (textUnits(text, points) <= room) return 1;
  let lines = 1;
  let used = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    const units = textUnits(piece, points);
    if (used + units <= room) used += units;
    else if (units <= room) {
      lines++;
      used = units;
    } else {
      const over = used + units;
      lines += Math.ceil(over / room) - 1;
      used = over % room;
    }
  }
  return lines;
}

/** Height in points of a row with so many lines of this size and some air around. Excel's own limit is 409. */
export function heightOf(lines: number, points: number, air = 7): number {
  return Math.min(409, Math.round(lines * points * 1.36 + air));
}

/**
 * A header in a column too narrow for it: the unit goes to a line of its own (`已完工`, `（所）`), what is still too long
 * is cut into even lines (`建设`, `性质`), so that no single character hangs over.
 */
export function headerLines(title: string, width: number, points: number): string {
  if (linesOf(title, width, points) === 1) return title;
  const match = /^(.+)(（[^（）]+）)$/u.exec(title);
  const [words, unit] = match ? [match[1] ?? '', match[2] ?? ''] : [title, ''];
  return [...evenLines(words, linesOf(words, width, points)), unit].filter((line) => line !== '').join('\n');
}

function evenLines(text: string, count: number): readonly string[] {
  const letters = Array.from(text);
  const long = Math.ceil(letters.length / count);
  return Array.from({ length: count }, (_, i) => letters.slice(i * long, (i + 1) * long).join(''));
}
