import type { Area, MadeSheet, SheetSnapshot, SheetSpec } from '../workbook';
import { TRIP_BYTES } from './block-plan';
import { passing } from './problems';
import { ACTION_BYTES, type Trip } from './trip';
import { typed } from './typed-text';
import { rangeOf } from './write-cells';

/** A sheet of ours as it was before it is filled again, with what Excel says of its charts. */
export interface Refilled {
  readonly name: string;
  readonly before: SheetSnapshot;
  readonly made: MadeSheet | null;
  readonly charts: Excel.ChartCollection;
}

/** Asks for what {@link queueEmptying} and {@link queueRestoring} need to know of the charts. */
export function askForCharts(sheet: Excel.Worksheet): Excel.ChartCollection {
  sheet.charts.load('items/id,items/name');
  return sheet.charts;
}

/**
 * Takes off a sheet what we put there, for filling it again: a person's cells beside it stay as they are where they
 * keep their place, and go to their new one otherwise. Notes on cells are never touched.
 */
export function queueEmptying(sheet: Excel.Worksheet, { before, made }: Refilled, spec: SheetSpec): void {
  if (before.isProtected) sheet.protection.unprotect();
  sheet.freezePanes.unfreeze();
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const area of emptied(before, made, spec)) {
    const range = passing(rangeOf(sheet, area));
    range.conditionalFormats.clearAll();
    range.dataValidation.clear();
    range.unmerge();
    range.clear('Contents');
    range.clear('Formats');
  }
}

function emptied(before: SheetSnapshot, made: MadeSheet | null, { kept = [] }: SheetSpec): readonly Area[] {
  if (!made) {
    const { top, left, rowCount, columnCount } = before;
    if (rowCount === 0) return [];
    return [{ top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 }];
  }
  const own: Area = { top: 0, left: 0, bottom: Math.max(0, made.rows - 1), right: Math.max(0, made.columns - 1) };
  const moved = kept.flatMap(({ row, column, from }): Area[] =>
    from && (from.row !== row || from.column !== column)
      ? [{ top: from.row, left: from.column, bottom: from.row, right: from.column }]
      : [],
  );
  return [own, ...moved];
}

/** Takes away the charts that we drew last time, once the new ones are there; charts of a person's own stay. */
export function queueRemovingCharts({ charts, made }: Refilled): void {
  const ours = made && new Set(made.charts);
  for (const chart of charts.items) if (!ours || ours.has(chart.name)) chart.delete();
}

/** After a write that failed: the cells, merges and charts as they were. `now` are the charts that are there now; the sheet's protection is loaded. */
export async function queueRestoring(
  trip: Trip,
  sheet: Excel.Worksheet,
  { before, charts }: Refilled,
  spec: SheetSpec,
  now: Excel.ChartCollection,
): Promise<void> {
  if (sheet.protection.protected) sheet.protection.unprotect();
  const old = new Set(charts.items.map(({ id }) => id));
  for (const chart of now.items) if (!old.has(chart.id)) chart.delete();
  const rows = Math.max(before.top + before.rowCount, ...spec.cells.map(({ row }) => row + 1));
  const columns = Math.max(before.left + before.columnCount, ...spec.cells.map(({ column }) => column + 1));
  const whole = passing(sheet.getRangeByIndexes(0, 0, rows, columns));
  whole.unmerge();
  whole.clear('Contents');
  for (const [first, count, bytes] of pieces(before)) {
    await trip.room(bytes);
    const range = passing(sheet.getRangeByIndexes(before.top + first, before.left, count, before.columnCount));
    range.numberFormat = gridOf(before, first, count, (at) => before.formatCodes[before.formatIndex?.[at] ?? 0] ?? '');
    range.formulas = gridOf(before, first, count, (at) => {
      const formula = before.formulas.get(at);
      const value = before.values[at] ?? null;
      if (formula !== undefined) return formula;
      return value === null ? '' : typed({ kind: 'value', value });
    });
  }
  await trip.room(before.merges.length * 3 * ACTION_BYTES);
  for (const area of before.merges) passing(rangeOf(sheet, area)).merge();
  if (before.isProtected) sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
}

/** Blocks of rows that a round trip takes easily: first row of the snapshot, count, bytes. */
function pieces({
  rowCount,
  columnCount,
  values,
  formulas,
}: SheetSnapshot): readonly (readonly [number, number, number])[] {
  const most = TRIP_BYTES / 4;
  const found: [number, number, number][] = [];
  for (let row = 0; row < rowCount; row++) {
    let bytes = 0;
    for (let at = row * columnCount; at < (row + 1) * columnCount; at++) {
      bytes += 24 + 3 * String(formulas.get(at) ?? values[at] ?? '').length;
    }
    const last = found.at(-1);
    if (last && last[2] + bytes <= most) {
      last[1] += 1;
      last[2] += bytes;
    } else found.push([row, 1, bytes]);
  }
  return found;
}

function gridOf<T>({ columnCount }: SheetSnapshot, first: number, count: number, at: (index: number) => T): T[][] {
  return Array.from({ length: count }, (_, r) =>
    Array.from({ length: columnCount }, (__, c) => at((first + r) * columnCount + c)),
  );
}
