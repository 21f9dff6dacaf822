/**
 * Text from a file, or a file's name, as it may be shown on a terminal: one line, without control characters that
 * would move the cursor or change colours, and without marks that turn the direction of what follows.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
