import type { Figures } from './figures';
import { COLUMNS as C, type Column, type PlainBook } from './sheet';

export interface PlainLayout {
  readonly name: string;
  draw(book: PlainBook, figures: Figures): void;
}

/** The line under a title. */
export function sign(figures: Figures, unit: string): string {
  return `填报单位：${unit}\u3000\u3000填报人：${figures.names[0] ?? ''}\u3000\u3000审核人：${figures.names[1] ?? ''}\u3000\u3000填报日期：${figures.year}年${figures.month}月28日`;
}

export const SIZES: readonly Column[] = [
  C.size('classes', ['规划班数（个）']),
  C.size('seats', ['规划学位（个）']),
  C.size('land', ['规划用地（亩）']),
];
