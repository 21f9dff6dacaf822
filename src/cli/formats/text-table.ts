import { padded, textWidth } from './width';

/** Lines of a table: columns aligned as a terminal shows Chinese, numbers to the right; no line ends in spaces. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
): readonly string[] {
  const widths = header.map((title, column) =>
    Math.max(textWidth(title), ...rows.map((row) => textWidth(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells
      .map((cell, column) => padded(cell, widths[column] ?? 0, rightAligned.includes(column) ? 'before' : 'behind'))
      .join('  ')}`.trimEnd();
  return [line(header), ...rows.map(line)];
}
