import type { Book, Page } from './book';
import type { Figures } from './figures';
import type { DrawnColumn, SchoolStyle } from './school-table';

export interface HeldOutLayout {
  readonly name: string;
  readonly draw: (book: Book, figures: Figures) => void;
}

export const column = (of: DrawnColumn['of'], ...header: string[]): DrawnColumn => ({ of, header });
export const formsBelow = (book: Book, page: Page, row: number, left: number, figures: Figures): void => {
  book.mark('form/preparedBy', page.put(row, left, '填表人：王小敏'));
  page.put(row, left + 3, '联系电话：0795-3998001');
  book.mark('form/reviewedBy', page.put(row, left + 5, '审核人：李建华'));
  book.mark('form/unit', page.put(row + 1, left, `填报单位（盖章）：${figures.unit}`));
  book.mark('form/date', page.put(row + 1, left + 5, '填报日期：2023年6月28日'));
  page.put(row + 2, left, '注：1.本表由各建设主体填报；2.规划数以方案附件2为准。');
};
export const formsAbove = (book: Book, page: Page, row: number, left: number, figures: Figures): void => {
  book.mark('form/unit', page.put(row, left, `填报单位：${figures.unit}`));
  book.mark('form/preparedBy', page.put(row, left + 2, '填报人：陈丽'));
  book.mark('form/reviewedBy', page.put(row, left + 4, '审核人：周军'));
  book.mark('form/date', page.put(row, left + 6, '填报日期：2023-06-28'));
};

export const PLAIN_STYLE: SchoolStyle = {
  columns: [],
  stages: 'heading',
  heading: (stage, position) => `${'一二三四五六'[position] ?? ''}、${stage}`,
  subtotal: 'below',
  total: 'last',
  sums: 'sum',
  wordIn: 'name',
};
