import { similarity } from '../plan';
import { readNumber, valueAt } from '../workbook';
import { areaPlace, cellPlace } from './places';
import { isWordForWord, type PlannedText } from './plan-texts';
import type { ReportPlace } from './rule';
import type { TableView } from './views/table-view';

/** Shorter texts are no content. */
const LEAST_CONTENT = 8;

interface Entry extends PlannedText {
  readonly sequence: number;
}

/** A row whose content is another entry's, and which of the two, name or content, the rest of the table contradicts. */
export interface OtherContent<T> {
  readonly other: T;
  readonly text: string;
  readonly column: number;
  readonly place: ReportPlace;
  /** The content is what stands wrong; else the name may as well be. */
  readonly isContent: boolean;
}

/** The other entry of the plan whose content the row bears nearly word for word; `null` where its own is as near. */
export function otherOfContent<T extends Entry>(
  view: TableView,
  row: number,
  columns: readonly number[],
  entries: readonly T[],
  own: T,
  entryAt: (row: number) => T | undefined,
  fits: (entry: T) => boolean | null = () => null,
): OtherContent<T> | null {
  for (const column of columns) {
    const value = valueAt(view.sheet, row, column);
    if (typeof value !== 'string' || value.length < LEAST_CONTENT || isWordForWord(value, own)) continue;
    const other = nearest(value, entries, own);
    if (other === null) continue;
    const known = view.table.columns.find((each) => each.column === column);
    const place = known
      ? cellPlace(view, row, known.field)
      : areaPlace(view, { top: row, bottom: row, left: column, right: column }, `${view.rowKey(row)}|content`);
    return { other, text: value, column, place, isContent: isContentWrong() };

    function isContentWrong(): boolean {
      const { dataRows } = view.table;
      const has = (each: number, entry: T): boolean => {
        const there = valueAt(view.sheet, each, column);
        return typeof there === 'string' && each !== row && isWordForWord(there, entry);
      };
      // The other's own row has the words already; or the row's own words stand in a second row of its name.
      if (other !== null && dataRows.some((each) => entryAt(each) === other && has(each, other))) return true;
      if (dataRows.some((each) => entryAt(each) === own && has(each, own))) return false;
      const [ownFits, otherFits] = [fits(own), other === null ? null : fits(other)];
      if (ownFits !== null && otherFits !== null && ownFits !== otherFits) return ownFits;
      const number = readNumber(view.raw(row, 'sequence'));
      const place =
        number.kind === 'number' ? number.value : dataRows.length === entries.length ? dataRows.indexOf(row) + 1 : null;
      return place === own.sequence;
    }
  }
  return null;
}

function nearest<T extends Entry>(value: string, entries: readonly T[], own: T): T | null {
  const exact = entries.find((entry) => entry !== own && isWordForWord(value, entry));
  if (exact) return exact;
  const nearness = ({ text }: Entry): number => similarity(value.slice(0, 120), text.slice(0, 120));
  const ofOwn = nearness(own);
  if (ofOwn >= 0.6) return null;
  let best: T | null = null;
  let highest = 0.9;
  for (const entry of entries) {
    const near = entry === own ? 0 : nearness(entry);
    if (near < highest) continue;
    best = entry;
    highest = near;
  }
  return best;
}
