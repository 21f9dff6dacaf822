import { isErrorValue, type CellValue } from '../../workbook';
import { decodeUtf8 } from './xml-scanner';

const POWERS = Array.from({ length: 23 }, (_, n) => 10 ** n);

/** JavaScript takes more for a number than XML does: `0x10`, `Infinity`. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The number in a range of bytes, `NaN` where it is none. Up to 15 digits without an exponent are put together
 * directly, which is exact: both the digits and the power of ten are whole numbers that a double holds.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at++;
  let digits = 0;
  let value = 0;
  let point = -1;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2e && point < 0) point = digits;
    else if (byte >= 0x30 && byte <= 0x39 && digits < 15) {
      value = value * 10 + byte - 0x30;
      digits++;
    } else {
      const text = decodeUtf8(bytes, start, end).trim();
      return DECIMAL.test(text) && Number.isFinite(Number(text)) ? Number(text) : NaN;
    }
  }
  if (digits === 0) return NaN;
  const size = point < 0 ? value : value / (POWERS[digits - point] ?? NaN);
  return isNegative ? -size : size;
}

/** An error as a snapshot holds it; errors that are unknown here become `#VALUE!`. */
export function errorValue(text: string): CellValue {
  return isErrorValue(text) ? text : '#VALUE!';
}

const DAY_MS = 86_400_000;

/** An ISO date as strict workbooks write it → Excel's day number; the text itself where it is no date. */
export function dayNumber(text: string): CellValue {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(text.trim());
  if (!match) return text;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY_MS;
  return days + (hours + (minutes + seconds / 60) / 60) / 24;
}
