import type { Draft, Page } from './draft';
import { date, type DateStyle } from './columns';
import type { Figures } from './figures';

/** The lines above and below a table: who reports, who signs, when. */
export type InfoField = 'unit' | 'preparedBy' | 'reviewedBy' | 'phone' | 'reportedOn' | 'period';

const WORDS: Readonly<Record<InfoField, string>> = {
  unit: '填报单位',
  preparedBy: '填表人',
  reviewedBy: '审核人',
  phone: '联系电话',
  reportedOn: '填报日期',
  period: '报告期',
};

export function title(page: Page, row: number, width: number, text: string, left = 0): void {
  page.put(row, left, text);
  page.merge(row, left, row, left + width - 1);
}

/** One line in one cell: `填报单位：袁州区`. */
export function info(
  draft: Draft,
  page: Page,
  row: number,
  column: number,
  field: InfoField,
  value: string,
  word = WORDS[field],
): void {
  page.put(row, column, `${word}：${value}`);
  draft.mark(page, row, column, { row: 'info', field, key: `${word}：`, table: 0 });
}

/** The same in two cells beside each other: label left, value right. */
export function infoPair(
  draft: Draft,
  page: Page,
  row: number,
  column: number,
  field: InfoField,
  value: string | number,
  word = WORDS[field],
): void {
  page.put(row, column, word);
  page.put(row, column + 1, value, typeof value === 'number' ? 'yyyy"年"m"月"d"日"' : undefined);
  draft.mark(page, row, column + 1, { row: 'info', field, key: '', table: 0 });
}

/** The foot: 填表人, 审核人, 联系电话 and the day, spread over the table's width. */
export function foot(draft: Draft, page: Page, row: number, columns: readonly number[], figures: Figures): void {
  const [a = 0, b = 2, c = 4, d = 6] = columns;
  info(draft, page, row, a, 'preparedBy', figures.preparedBy);
  info(draft, page, row, b, 'reviewedBy', figures.reviewedBy);
  info(draft, page, row, c, 'phone', figures.phone);
  info(draft, page, row, d, 'reportedOn', dayText(figures, 'longWords'));
}

export function dayText(figures: Figures, style: DateStyle): string {
  return String(date(figures.reportedOn, style));
}

export function periodText(figures: Figures): string {
  return `${figures.year}年${figures.month}月`;
}

/** A list of choices on a sheet that nobody sees. */
export function choices(draft: Draft, name: string, columns: readonly (readonly string[])[]): void {
  const page = draft.page(name);
  page.visibility = 'hidden';
  columns.forEach((words, column) => words.forEach((word, row) => page.put(row, column, word)));
}
