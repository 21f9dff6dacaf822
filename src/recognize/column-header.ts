import { squeezed, trimmed } from '../workbook';
import { isUnit, matchHeader, parseHeader, unitName, type HeaderText } from './header-words';
import type { SheetView } from './sheet-view';
import { TABLE_KINDS } from './types';

/** What stands above one column. */
export interface ColumnHeader {
  readonly column: number;
  readonly full: string;
  readonly readings: readonly HeaderText[];
  readonly unit: string | null;
  readonly unitRow: number | null;
}

/** The texts above one column, top to bottom, without repeats from merged cells. */
export function columnHeader(view: SheetView, column: number, first: number, last: number): ColumnHeader | null {
  const lines: { readonly text: string; readonly row: number; readonly spans: boolean }[] = [];
  let seenArea: unknown;
  for (let row = first; row <= last; row++) {
    const area = view.merge(row, column);
    if (area && area === seenArea) continue;
    seenArea = area;
    const text = view.text(row, column);
    if (text !== '') lines.push({ text, row: area?.top ?? row, spans: area !== undefined && area.right > area.left });
  }
  if (lines.length === 0) return null;
  let unit: string | null = null;
  let unitRow: number | null = null;
  const named: string[] = [];
  let grouped = false;
  for (const { text, row, spans } of lines) {
    const bare = squeezed(text).replace(/^[([【]|[)\]】]$/gu, '');
    if (named.length > 0 && isUnit(bare) && (bare !== squeezed(text) || !isColumnWord(bare))) {
      unit = unitName(bare.replace(/^单位[:：]?/u, ''));
      unitRow = row;
      // Below a heading over several columns (办学规模: 班, 学位) the unit is what tells the columns apart.
      if (grouped) named.push(text);
      continue;
    }
    grouped ||= spans;
    const parsed = parseHeader(text);
    if (parsed.unit !== null) {
      unit = parsed.unit;
      unitRow = row;
    }
    named.push(text);
  }
  const bottom = named.at(-1) ?? '';
  const readings = [parseHeader(named.join('')), parseHeader(bottom)];
  if (named.length === 3) readings.push(parseHeader(named.slice(1).join('')));
  return {
    column,
    full: lines.map((line) => trimmed(line.text).replace(/\s+/gu, ' ')).join(' '),
    readings,
    unit,
    unitRow,
  };
}

/** 学位 below 规划 names a column, though it is a unit elsewhere. */
function isColumnWord(word: string): boolean {
  return TABLE_KINDS.some((kind) => matchHeader(kind, parseHeader(word)).length > 0);
}

/** `2024年各月完成投资` over `1月`, `2月`…: what one month brought is no column of the annex. */
export function isOneMonth({ full }: ColumnHeader): boolean {
  return / (?:1[0-2]|[1-9])月份?(?: \S+)?$/u.test(full);
}

/** The year that a header names: `2024年上半年累计完成值`. */
export function yearIn({ full }: ColumnHeader): number | null {
  const found = /20\d\d(?=年)/u.exec(full);
  return found ? Number(found[0]) : null;
}
