import { isErrorValue, type CellValue } from './snapshot';
import { chineseNumber, folded, trimmed } from './reading-text';
import type { Sureness } from './reading-number';

export type DatePrecision = 'day' | 'monthEnd' | 'month' | 'quarter' | 'half' | 'year';

export type DateReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string }
  /** Reads like a date that the calendar does not have: `2023.2.30`. */
  | { readonly kind: 'impossible'; readonly text: string }
  | {
      readonly kind: 'date';
      /** `null` where only the month was written: `6月底`. */
      readonly year: number | null;
      readonly month: number | null;
      readonly day: number | null;
      readonly precision: DatePrecision;
      /** `cell`: a real date. `text`: typed as words. `number`: a plain number such as 2023.6 or 20230601. */
      readonly stored: 'cell' | 'text' | 'number';
      readonly sure: Sureness;
      /** Excel's day number of the day, or of the last day of what was written; `null` without a year. */
      readonly serial: number | null;
    };

/** True for number formats that show a date: `yyyy-mm-dd`, `m"月"d"日"`, `[$-804]…`. */
export function isDateFormat(format: string): boolean {
  if (format === 'General' || format === '@') return false;
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, '');
  return /[ymd]/iu.test(bare) && !/[#0?]/u.test(bare);
}

/** Excel's day number (1900 date system, 1 = 1900-01-01) of a calendar day. Valid from March 1900 on. */
export function serialOfDay(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
}

/** The calendar day of Excel's day number. */
export function dayOfSerial(serial: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2023-06-01` */
export function isoDay(serial: number): string {
  const { year, month, day } = dayOfSerial(serial);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const BLANK: DateReading = { kind: 'blank' };
const NO_DATE = /^(?:\/|\\|-+|—+|–|无|暂无|待定|未定|未知|不详|空|同上|n\/a)$/iu;

/** Reads a cell of a date column as people type dates. `format` is the cell's number format. */
export function readDate(value: CellValue, format: string): DateReading {
  if (value === null) return BLANK;
  if (typeof value === 'boolean') return { kind: 'unreadable', text: String(value) };
  if (typeof value === 'number') return readDateNumber(value, format);
  if (isErrorValue(value)) return { kind: 'error', text: value };
  const bare = trimmed(value);
  if (bare === '') return BLANK;
  const text = folded(bare).replace(/\s+/gu, ' ');
  if (NO_DATE.test(text)) return { kind: 'placeholder', text: bare };
  return readDateText(text, bare);
}

function readDateNumber(value: number, format: string): DateReading {
  const text = String(value);
  if (isDateFormat(format)) {
    if (!(value >= 1 && value <= 2_958_465)) return { kind: 'impossible', text };
    return {
      kind: 'date',
      ...dayOfSerial(value),
      precision: 'day',
      stored: 'cell',
      sure: 'certain',
      serial: Math.floor(value),
    };
  }
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/u.exec(text);
  if (compact) return dated(text, text, 'number', Number(compact[1]), Number(compact[2]), Number(compact[3]), 'day');
  const yearMonth = /^((?:19|20)\d\d)\.(\d{1,2})$/u.exec(text);
  if (yearMonth) return dated(text, text, 'number', Number(yearMonth[1]), Number(yearMonth[2]), null, 'month');
  if (/^(?:19|20)\d\d$/u.test(text)) return dated(text, text, 'number', value, null, null, 'year');
  // A day number whose date format was lost; 2000-01-01 to 2050-12-31.
  if (Number.isInteger(value) && value >= 36_526 && value <= 55_152) {
    return { kind: 'date', ...dayOfSerial(value), precision: 'day', stored: 'number', sure: 'likely', serial: value };
  }
  return { kind: 'unreadable', text };
}

function readDateText(text: string, shown: string): DateReading {
  const digits = text.replace(/[〇○零一二三四五六七八九十]+(?=年|月|日|号|季)/gu, (word) =>
    String(chineseNumber(word) ?? word),
  );
  const bare = digits
    .replace(/^(?:计划|预计|拟|约|于)+/u, '')
    .replace(/(?:前|左右|建成|完工|开工|竣工|交付|投入使用)+$/u, '');
  const full =
    /^(\d{4}|\d{2})\s?[-./年、,]\s?(\d{1,2})\s?[-./月、,]\s?(\d{1,2})[日号]?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?\.?$/u.exec(
      bare,
    );
  if (full) return dated(text, shown, 'text', fullYear(full[1]), Number(full[2]), Number(full[3]), 'day');
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/u.exec(bare);
  if (compact) return dated(text, shown, 'text', Number(compact[1]), Number(compact[2]), Number(compact[3]), 'day');
  const month = /^(\d{4}|\d{2}(?=年))\s?[-./年]\s?(\d{1,2})\s?月?(?:份)?(底|末|初|上旬|中旬|下旬)?$/u.exec(bare);
  if (month)
    return dated(
      text,
      shown,
      'text',
      fullYear(month[1]),
      Number(month[2]),
      null,
      isEnd(month[3]) ? 'monthEnd' : 'month',
    );
  const quarter = /^(\d{4})年?第?([1-4])季度?$/u.exec(bare);
  if (quarter) return dated(text, shown, 'text', Number(quarter[1]), Number(quarter[2]) * 3, null, 'quarter');
  const half = /^(\d{4})年?(上|下)半年$/u.exec(bare);
  if (half) return dated(text, shown, 'text', Number(half[1]), half[2] === '上' ? 6 : 12, null, 'half');
  const year = /^(\d{4})年?(?:底|末|内)?$/u.exec(bare);
  if (year) return dated(text, shown, 'text', Number(year[1]), null, null, 'year');
  const monthOnly = /^(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]?|(底|末|初|上旬|中旬|下旬))?$/u.exec(bare);
  if (monthOnly) {
    const precision = monthOnly[2] ? 'day' : isEnd(monthOnly[3]) ? 'monthEnd' : 'month';
    return dated(
      text,
      shown,
      'text',
      null,
      Number(monthOnly[1]),
      monthOnly[2] ? Number(monthOnly[2]) : null,
      precision,
    );
  }
  return { kind: 'unreadable', text: shown };
}

function isEnd(word: string | undefined): boolean {
  return word === '底' || word === '末' || word === '下旬';
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function dated(
  text: string,
  shown: string,
  stored: 'text' | 'number',
  year: number | null,
  month: number | null,
  day: number | null,
  precision: DatePrecision,
): DateReading {
  const lastDay = new Date(Date.UTC(year ?? 2024, month ?? 12, 0)).getUTCDate();
  const isReal = (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= lastDay));
  if (!isReal || (year !== null && (year < 1900 || year > 2199))) return { kind: 'impossible', text: shown };
  const serial = year === null ? null : serialOfDay(year, month ?? 12, day ?? lastDay);
  const sure =
    day !== null && year !== null ? 'certain' : year === null || text !== shown.normalize('NFKC') ? 'guess' : 'likely';
  return { kind: 'date', year, month, day, precision, stored, sure, serial };
}
