import { columnName } from '../../../src/workbook';
import type { Book, Page } from './book';
import type { Figures } from './figures';

/** 附件3 from (row, column) on; `factor` 10 draws 千元. Returns the first row below. */
export function drawFunds(
  book: Book,
  page: Page,
  [top, left]: [number, number],
  funds: Figures['funds'],
  style: {
    readonly headers: readonly [string, string, string, string, string?, string?];
    readonly factor?: number;
    readonly totalFirst?: boolean;
    readonly totalWord?: string;
  },
): number {
  style.headers.forEach((header, i) => {
    const spot = page.put(top, left + i, header ?? null);
    if (i === 3) book.mark('header/amount', spot);
  });
  const first = top + (style.totalFirst ? 2 : 1);
  const times = style.factor ?? 1;
  funds.forEach((fund, i) => {
    const row = first + i;
    book.mark(`fund/${fund.id}/sequence`, page.put(row, left, i + 1));
    book.mark(`fund/${fund.id}/name`, page.put(row, left + 1, fund.name));
    page.put(row, left + 2, fund.content);
    book.mark(`fund/${fund.id}/amount`, page.put(row, left + 3, fund.amount * times));
    if (style.headers[4]) book.mark(`fund/${fund.id}/allocated`, page.put(row, left + 4, fund.allocated * times));
    if (style.headers[5]) book.mark(`fund/${fund.id}/spent`, page.put(row, left + 5, fund.spent * times));
  });
  const total = style.totalFirst ? top + 1 : first + funds.length;
  page.put(total, left + 1, style.totalWord ?? '合  计');
  for (let i = 3; i < 6; i++) {
    if (!style.headers[i]) continue;
    const letter = columnName(left + i);
    const spot = page.put(total, left + i, `=SUM(${letter}${first + 1}:${letter}${first + funds.length})`);
    book.mark(`fundTotal/${['amount', 'allocated', 'spent'][i - 3] ?? ''}`, spot);
  }
  return Math.max(total, first + funds.length - 1) + 1;
}

/** Indicators, one per row. `percent`: as 93, as a share with a % format, or as the text 93%. */
export function drawIndicators(
  book: Book,
  page: Page,
  [top, left]: [number, number],
  indicators: Figures['indicators'],
  style: { readonly headers: readonly [string, string, string, string, string]; readonly percent: 'number' | 'share' },
): number {
  style.headers.forEach((header, i) => page.put(top, left + i, header));
  indicators.forEach((one, i) => {
    const row = top + 1 + i;
    const asShare = style.percent === 'share' && one.unit === '%';
    const put = (column: number, value: number | string): ReturnType<Page['put']> =>
      asShare && typeof value === 'number'
        ? page.put(row, left + column, value / 100, '0.0%')
        : page.put(row, left + column, value);
    page.put(row, left, i + 1);
    book.mark(`indicator/${one.id}/name`, page.put(row, left + 1, one.name));
    book.mark(`indicator/${one.id}/unit`, page.put(row, left + 2, one.unit));
    book.mark(`indicator/${one.id}/target`, put(3, one.target));
    book.mark(`indicator/${one.id}/actual`, put(4, one.actual));
  });
  return top + 1 + indicators.length;
}

/** 附件1: headings merged down, several departments per cell. */
export function drawMeasures(
  book: Book,
  page: Page,
  [top, left]: [number, number],
  measures: Figures['measures'],
  style: {
    readonly headers: readonly [string, string, string, string];
    readonly split: string;
    readonly headingRows?: boolean;
  },
): number {
  style.headers.forEach((header, i) => page.put(top, left + i, header));
  let row = top + 1;
  let headingTop = row;
  measures.forEach((measure, i) => {
    if (measure.heading !== measures[i - 1]?.heading) {
      headingTop = row;
      page.put(row, left, measure.heading);
    }
    book.mark(`measure/${measure.id}/text`, page.put(row, left + 1, measure.text));
    book.mark(`measure/${measure.id}/departments`, page.put(row, left + 2, measure.departments.join(style.split)));
    book.mark(`measure/${measure.id}/progress`, page.put(row, left + 3, measure.progress));
    if (measure.heading !== measures[i + 1]?.heading) page.merge(headingTop, left, row, left);
    row++;
  });
  return row;
}
