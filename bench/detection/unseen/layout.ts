import type { Random } from '../random';
import type { Draft } from './draft';
import type { Figures } from './figures';

export interface Layout {
  readonly name: string;
  /** The same figures and the same random numbers draw the same workbook. */
  draw(draft: Draft, figures: Figures, random: Random): void;
}
