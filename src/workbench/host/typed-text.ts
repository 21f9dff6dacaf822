/** What Excel makes of text that is typed into a cell: a number with the format that the typing implies, or a truth value. */
export interface Typed {
  readonly value: number | boolean;
  /** Number format code that the cell takes on; `null` leaves it. */
  readonly format: string | null;
}

/** Typed text as Excel reads it; `null` where it stays text. Knows numbers, percentages, dates and truth values. */
export function parseTyped(text: string): Typed | null {
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true', format: null };
  const percent = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*%$/.exec(trimmed);
  if (percent) return { value: Number(percent[1]) / 100, format: trimmed.includes('.') ? '0.00%' : '0%' };
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed)) {
    return { value: Number(trimmed.replaceAll(',', '')), format: trimmed.includes('.') ? '#,##0.00' : '#,##0' };
  }
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return { value: Number(trimmed), format: null };
  return parseDate(trimmed);
}

function parseDate(text: string): Typed | null {
  const numeric = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  const chinese = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (numeric) return dated(numeric[1], numeric[3], numeric[4], 'yyyy/m/d');
  if (chinese)
    return dated(chinese[1], chinese[2], chinese[3] ?? '1', chinese[3] ? 'yyyy"年"m"月"d"日"' : 'yyyy"年"m"月"');
  return null;
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  format: string,
): Typed | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  // Day 1 is 1900-01-01; from March 1900 on Excel is one day ahead, because it believes in 29 February 1900.
  return exists && y > 1900 ? { value: date.getTime() / 86_400_000 + 25_569, format } : null;
}
