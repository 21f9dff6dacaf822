import type { Area } from '../../workbook';
import type { SheetDocument, WorkbookDocument } from './document';

/** Rows or columns that came (`by` > 0) or went (`by` < 0) at a 0-based position. */
export interface Shift {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly by: number;
}

/** The area after the shift; `null` where all of it went away. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  const [from, to] = shift.axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
  const span = shiftSpan(from, to, shift);
  if (!span) return null;
  return shift.axis === 'rows'
    ? { ...area, top: span.first, bottom: span.last }
    : { ...area, left: span.first, right: span.last };
}

function shiftSpan(first: number, last: number, { at, by }: Shift): { first: number; last: number } | null {
  if (by > 0) return { first: first >= at ? first + by : first, last: last >= at ? last + by : last };
  const end = at - by;
  if (first >= at && last < end) return null;
  const move = (place: number, inside: number): number => (place < at ? place : place < end ? inside : place + by);
  return { first: move(first, at), last: move(last, at - 1) };
}

/** Moves everything positional that the document holds about the sheet. */
export function shiftDocument(document: WorkbookDocument, sheetId: string, shift: Shift): void {
  const sheet = document.sheets[sheetId];
  if (sheet) shiftSheet(sheet, shift);
  for (const other of Object.values(document.sheets)) {
    for (const series of other.charts.flatMap((chart) => chart.series)) {
      for (const key of ['values', 'categories'] as const) {
        const range = series[key];
        if (range?.sheetId !== sheetId) continue;
        const area = shiftArea(range.area, shift);
        series[key] = area && { sheetId, area };
      }
    }
  }
}

function shiftSheet(sheet: SheetDocument, shift: Shift): void {
  const moved = (areas: readonly Area[]): Area[] => areas.flatMap((area) => shiftArea(area, shift) ?? []);
  sheet.unlocked = moved(sheet.unlocked);
  sheet.validations = keep(sheet.validations, moved);
  sheet.conditionalFormats = keep(sheet.conditionalFormats, moved);
  for (const chart of sheet.charts) chart.position = shiftArea(chart.position, shift) ?? chart.position;
  const { page } = sheet;
  if (page.printArea) page.printArea = shiftArea(page.printArea, shift);
  const titles = shift.axis === 'rows' ? 'titleRows' : 'titleColumns';
  const span = page[titles];
  if (span) page[titles] = shiftSpan(span.first, span.last, shift);
  if (shift.axis === 'rows') page.breaks = page.breaks.flatMap((row) => shiftSpan(row, row, shift)?.first ?? []);
}

function keep<T extends { areas: Area[] }>(entries: readonly T[], moved: (areas: readonly Area[]) => Area[]): T[] {
  return entries.map((entry) => ({ ...entry, areas: moved(entry.areas) })).filter((entry) => entry.areas.length > 0);
}

/** The areas without the cells of `hole`: up to four pieces each. */
export function subtractArea(areas: readonly Area[], hole: Area): Area[] {
  return areas.flatMap((area) => {
    if (hole.top > area.bottom || hole.bottom < area.top || hole.left > area.right || hole.right < area.left)
      return [area];
    const top = Math.max(area.top, hole.top);
    const bottom = Math.min(area.bottom, hole.bottom);
    return [
      { ...area, bottom: hole.top - 1 },
      { ...area, top: hole.bottom + 1 },
      { top, bottom, left: area.left, right: hole.left - 1 },
      { top, bottom, left: hole.right + 1, right: area.right },
    ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
  });
}
