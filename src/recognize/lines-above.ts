import { squeezed, trimmed } from '../workbook';
import { isUnit, unitName } from './header-words';
import type { SheetView } from './sheet-view';

/** `单位：亩、个` above a table, with its cell. */
export interface UnitLine {
  readonly units: readonly string[];
  readonly row: number;
  readonly column: number;
}

/** `（2023年10月）`, `截至2024年第一季度`: when, and not what. */
const ONLY_A_PERIOD =
  /^\(?(?:截[至止]|报告期)?20\d\d年?(?:度|第?[一二三四1-4]季度|\d{1,2}月(?:\d{1,2}日|底|末)?)?\)?$/u;

/** The title and the line `单位：亩、个` that stand above a table. */
export interface LinesAbove {
  readonly title: string | null;
  readonly unitLine: UnitLine | null;
}

/** Reads the rows above a table, from `from` until `end` (exclusive). */
export function linesAbove(view: SheetView, from: number, end: number): LinesAbove {
  let title: string | null = null;
  let unitLine: UnitLine | null = null;
  for (let row = from; row < end; row++) {
    for (let column = view.left; column <= view.right; column++) {
      const value = view.value(row, column);
      if (typeof value !== 'string' || value.trim() === '') continue;
      const unit = /(?:^|[^报位列表编])(?:计量)?单位\s*[:：]\s*([^\s\u3000)）]+)/u.exec(value.normalize('NFKC'));
      const units = (unit?.[1] ?? '').split(/[、,，/;；]/u).filter((word) => isUnit(word));
      if (units.length > 0) unitLine = { units: units.map(unitName), row, column };
      else if (
        !/[:：]/u.test(value) &&
        !/^附件\d?$/u.test(squeezed(value)) &&
        !ONLY_A_PERIOD.test(squeezed(value)) &&
        (title === null || title.length < value.length)
      )
        title = trimmed(value);
    }
  }
  return { title, unitLine };
}
