import { PAGE_FOOTER } from '../reports/style';
import type { SheetSpec } from '../workbook';
import { passing } from './problems';
import { ACTION_BYTES, type Trip } from './trip';
import { rangeOf } from './write-cells';

const POINTS_PER_CM = 72 / 2.54;
/** Excel's standard font: 7 pixels a character, 5 beside it, three quarters of a point a pixel. */
const pointsOfWidth = (characters: number): number => (characters * 7 + 5) * 0.75;

/** Widths, heights, frozen panes and print set-up. */
export async function queueLayout(trip: Trip, sheet: Excel.Worksheet, spec: SheetSpec): Promise<void> {
  await queueSizes(trip, sheet, spec);
  if (spec.freeze) {
    const { rows, columns } = spec.freeze;
    if (rows > 0 && columns > 0) {
      sheet.freezePanes.freezeAt(passing(sheet.getRangeByIndexes(0, 0, rows, columns)));
    } else if (rows > 0) sheet.freezePanes.freezeRows(rows);
    else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  }
  queuePrint(sheet, spec);
}

async function queueSizes(trip: Trip, sheet: Excel.Worksheet, { columnWidths, rowHeights }: SheetSpec): Promise<void> {
  for (let first = 0; first < columnWidths.length;) {
    const width = columnWidths[first] ?? 0;
    let next = first + 1;
    while (next < columnWidths.length && columnWidths[next] === width) next += 1;
    const columns = passing(passing(sheet.getRangeByIndexes(0, first, 1, next - first)).getEntireColumn());
    columns.format.columnWidth = pointsOfWidth(width);
    first = next;
  }
  const rows = Object.keys(rowHeights).map(Number);
  for (let i = 0; i < rows.length;) {
    const first = rows[i] ?? 0;
    const points = rowHeights[first] ?? 0;
    let count = 1;
    while (rows[i + count] === first + count && rowHeights[first + count] === points) count += 1;
    await trip.room(4 * ACTION_BYTES);
    passing(sheet.getRangeByIndexes(first, 0, count, 1)).format.rowHeight = points;
    i += count;
  }
}

function queuePrint(sheet: Excel.Worksheet, { print }: SheetSpec): void {
  const page = sheet.pageLayout;
  page.paperSize = 'A4';
  page.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.topMargin = print.margins.top * POINTS_PER_CM;
  page.bottomMargin = print.margins.bottom * POINTS_PER_CM;
  page.leftMargin = print.margins.left * POINTS_PER_CM;
  page.rightMargin = print.margins.right * POINTS_PER_CM;
  page.centerHorizontally = true;
  page.zoom =
    print.pagesTall > 0
      ? { horizontalFitToPages: 1, verticalFitToPages: print.pagesTall }
      : { horizontalFitToPages: 1 };
  page.setPrintArea(passing(rangeOf(sheet, print.area)));
  if (print.repeatRows) {
    const { first, last } = print.repeatRows;
    const rows = passing(sheet.getRangeByIndexes(first, 0, last - first + 1, 1));
    page.setPrintTitleRows(passing(rows.getEntireRow()));
  }
  page.headersFooters.defaultForAllPages.centerFooter = PAGE_FOOTER;
  for (const row of print.breaksBefore ?? []) {
    sheet.horizontalPageBreaks.add(passing(sheet.getRangeByIndexes(row, 0, 1, 1)));
  }
}
