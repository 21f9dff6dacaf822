import { serialOfDay } from '../workbook';
import type { Period } from './types';

/** First day of a period as Excel counts days. */
export function firstDayOf({ year, month, quarter }: Period): number {
  return serialOfDay(year, quarter === null ? month : month - 2, 1);
}

/** Last day of a period as Excel counts days. */
export function lastDayOf({ year, month }: Period): number {
  return serialOfDay(year, month + 1, 1) - 1;
}
