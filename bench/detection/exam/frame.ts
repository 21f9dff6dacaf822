import type { Page } from './draft';
import { serialOf, type Figures } from './figures';

/** One text of an info line: the words, where it stands and what it tells. */
export type InfoText = readonly [column: number, field: string, text: string];

/** A title over the full width. */
export function title(page: Page, row: number, width: number, text: string): void {
  page.put(row, 0, text, { role: 'title', field: 'title' });
  page.merge(row, 0, row, width - 1);
}

export function infoLine(page: Page, row: number, texts: readonly InfoText[]): void {
  for (const [column, field, text] of texts) page.put(row, column, text, { role: 'info', field });
}

/** 填报单位, 填报人 and so on as label and value in two cells each. */
export function infoPairs(
  page: Page,
  row: number,
  pairs: readonly (readonly [string, string, string | number])[],
): void {
  pairs.forEach(([label, field, value], i) => {
    page.put(row, 2 * i, label, { role: 'info', field: `${field}-label` });
    const cell = page.put(row, 2 * i + 1, value, { role: 'info', field });
    if (typeof value === 'number') cell.format = 'yyyy"年"m"月"d"日"';
  });
}

export function note(page: Page, row: number, width: number, text: string): void {
  page.put(row, 0, text, { role: 'note', field: 'note' });
  page.merge(row, 0, row, width - 1);
}

/** The day on which the workbook is sent: the 28th of the month it reports of. */
export function sentOn(figures: Figures): string {
  return `2023年${figures.month}月28日`;
}

export function sentSerial(figures: Figures): number {
  return serialOf({ year: 2023, month: figures.month, day: 28 });
}

export function period(figures: Figures): string {
  return `2023年${figures.month}月`;
}

/** A cover with one fact a line. */
export function cover(page: Page, heading: string, unit: string, figures: Figures): void {
  title(page, 1, 4, heading);
  const lines: readonly (readonly [string, string, string])[] = [
    ['填报单位：', 'unit', unit],
    ['报告期：', 'period', period(figures)],
    ['填报人：', 'filler', figures.people[0]],
    ['联系电话：', 'phone', figures.phone],
    ['审核人：', 'checker', figures.people[1]],
    ['单位负责人：', 'head', figures.people[2]],
    ['填报日期：', 'date', sentOn(figures)],
  ];
  lines.forEach(([label, field, value], i) => {
    page.put(4 + i, 1, label, { role: 'info', field: `${field}-label` });
    page.put(4 + i, 2, value, { role: 'info', field });
  });
}
