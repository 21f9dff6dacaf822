import type { Cell, Page } from './draft';
import type { Figures } from './figures';

/** Where offices write who reports, for which period and when. */
export interface Frame {
  readonly title: string;
  readonly unit: string;
  readonly width: number;
  readonly annex?: string;
  /** Unit of all figures, for tables that do not write it into their headers. */
  readonly figures?: string;
  /** `apart`: a line under the title, words and answers in cells of their own. */
  readonly habit: 'line' | 'apart' | 'foot';
}

const line = (page: Page, row: number, column: number, text: string, field: string): Cell =>
  page.put(row, column, text, { table: page.name, field, key: 'line', role: 'line' });

export const periodOf = ({ year, month }: Figures): string => `${year}年${month}月`;

export function reportDay({ year, month }: Figures): string {
  return `${year}年${month}月${28}日`;
}

/** Title and lines above; returns the first free row. */
export function drawHead(page: Page, figures: Figures, frame: Frame): number {
  const { width } = frame;
  let row = 0;
  if (frame.annex) line(page, row++, 0, frame.annex, 'annex');
  line(page, row, 0, frame.title, 'title');
  page.merge(row, 0, row, width - 1);
  row++;
  line(page, row, 0, `（${periodOf(figures)}）`, 'period');
  page.merge(row, 0, row, width - 1);
  row++;
  if (frame.habit === 'apart') {
    page.put(row, 0, '填报单位');
    line(page, row, 1, frame.unit, 'reportingUnit');
    page.put(row, 3, '填表日期');
    line(page, row, 4, reportDay(figures), 'reportedOn');
    row++;
  } else {
    line(page, row, 0, `填报单位：${frame.unit}`, 'reportingUnit');
    if (frame.habit === 'line')
      line(page, row, Math.max(2, width - 3), `填报日期：${reportDay(figures)}`, 'reportedOn');
    row++;
  }
  if (frame.figures) line(page, row++, Math.max(1, width - 2), `单位：${frame.figures}`, 'figures');
  return row;
}

/** Lines of signature below. */
export function drawFoot(page: Page, figures: Figures, frame: Frame, row: number): void {
  const { preparer, reviewer, phone } = figures;
  if (frame.habit === 'apart') {
    for (const [column, word, answer, field] of [
      [0, '填报人', preparer, 'preparer'],
      [2, '审核人', reviewer, 'reviewer'],
      [4, '联系电话', phone, 'contact'],
    ] as const) {
      page.put(row, column, word);
      line(page, row, column + 1, answer, field);
    }
    return;
  }
  line(page, row, 0, `填表人：${preparer}`, 'preparer');
  line(page, row, 2, `审核人：${reviewer}`, 'reviewer');
  line(page, row, 4, `联系电话：${phone}`, 'contact');
  if (frame.habit === 'foot') line(page, row + 1, 0, `填报日期：${reportDay(figures)}`, 'reportedOn');
}
