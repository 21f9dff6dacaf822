import { sharedStyle, writeStyle } from '../cells';
import { invalidArgument } from '../errors';
import { defineType, flagProperty, numberProperty, textProperty, type Scalar } from '../office-object';
import type { CellRange } from '../sheet';
import { rangeBordersType } from './range-borders';
import { rangeFillType } from './range-fill';
import { rangeFontType } from './range-font';
import { formatProtectionType } from './format-protection';

/** Pixels of the engine to points. */
const POINTS = 0.75;

const HORIZONTAL = { General: 0, Left: 1, Center: 2, Right: 3, Justify: 4, Distributed: 6 } as const;
const VERTICAL = { Top: 1, Center: 2, Bottom: 3 } as const;
const WRAP = { off: 1, on: 3 } as const;

/** The format of one or more rectangles; reading gives `null` where cells differ. */
export const rangeFormatType = defineType<readonly CellRange[]>('RangeFormat', {
  scalars: {
    ColumnWidth: size('columnWidth', 'columns'),
    HorizontalAlignment: alignment('horizontalAlignment', HORIZONTAL, 'ht', 'General'),
    RowHeight: size('rowHeight', 'rows'),
    VerticalAlignment: alignment('verticalAlignment', VERTICAL, 'vt', 'Bottom'),
    WrapText: flagProperty(
      'RangeFormat.wrapText',
      (ranges) => sharedOf(ranges, (range) => sharedStyle(range, (style) => style?.tb === WRAP.on)),
      (ranges, on) =>
        each(ranges, (range) => writeStyle(range, { tb: on ? WRAP.on : WRAP.off }, 'RangeFormat.wrapText')),
    ),
  },
  children: {
    Borders: (ranges) => rangeBordersType.of(ranges),
    Fill: (ranges) => rangeFillType.of(ranges),
    Font: (ranges) => rangeFontType.of(ranges),
    Protection: (ranges) => formatProtectionType.of(ranges),
  },
  methods: {
    AutofitColumns: (ranges) => each(ranges, autofitColumns),
    AutofitRows: (ranges) =>
      each(ranges, (range) => {
        const rows = range.clipped();
        if (rows) range.sheet.facade.setRowAutoHeight(rows.area.top, rows.rowCount);
      }),
  },
});

export function each(ranges: readonly CellRange[], work: (range: CellRange) => void): null {
  ranges.forEach(work);
  return null;
}

/** What all the rectangles have in common; `null` where they differ. */
export function sharedOf<R>(ranges: readonly CellRange[], read: (range: CellRange) => R | null): R | null {
  const [first, ...rest] = ranges.map(read);
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}

function alignment<T extends Readonly<Record<string, number>>>(
  name: 'horizontalAlignment' | 'verticalAlignment',
  codes: T,
  key: 'ht' | 'vt',
  fallback: string,
): Scalar<readonly CellRange[]> {
  const location = `RangeFormat.${name}`;
  const nameOf = (code: unknown): string => Object.keys(codes).find((known) => codes[known] === code) ?? fallback;
  return textProperty(
    location,
    (ranges) => sharedOf(ranges, (range) => sharedStyle(range, (style) => nameOf(style?.[key]))),
    (ranges, value) => {
      const code = codes[value];
      if (code === undefined) throw invalidArgument(location);
      each(ranges, (range) => writeStyle(range, { [key]: code === 0 ? null : code }, location));
    },
  );
}

/** Column width or row height in points. */
function size(name: 'columnWidth' | 'rowHeight', axis: 'columns' | 'rows'): Scalar<readonly CellRange[]> {
  return numberProperty(
    `RangeFormat.${name}`,
    (ranges) => sharedOf(ranges, (range) => sharedSize(range, axis)),
    (ranges, points) =>
      void each(ranges, (range) => {
        range.sheet.demandWritable(`RangeFormat.${name}`);
        const { sheet, area } = range;
        const pixels = Math.round(points / POINTS);
        if (axis === 'columns') {
          sheet.reach({ ...area, top: 0, bottom: 0 });
          sheet.facade.setColumnWidths(area.left, range.columnCount, pixels);
        } else {
          const rows = range.isWholeColumns ? range.clipped() : range;
          if (!rows) return;
          sheet.reach({ ...rows.area, left: 0, right: 0 });
          sheet.facade.setRowHeightsForced(rows.area.top, rows.rowCount, pixels);
        }
      }),
  );
}

function sharedSize(range: CellRange, axis: 'columns' | 'rows'): number | null {
  const { facade } = range.sheet;
  const [first, last, read] =
    axis === 'columns'
      ? [
          range.area.left,
          Math.min(range.area.right, facade.getMaxColumns() - 1),
          (i: number) => facade.getColumnWidth(i),
        ]
      : [range.area.top, Math.min(range.area.bottom, facade.getMaxRows() - 1), (i: number) => facade.getRowHeight(i)];
  const size = read(first);
  for (let index = first + 1; index <= last; index++) if (read(index) !== size) return null;
  return size * POINTS;
}

/** Fits columns to their texts by counting characters: the engine measures text only where there is a screen. */
function autofitColumns(range: CellRange): void {
  const cells = range.clipped();
  if (!cells) return;
  const texts = cells.facade.getDisplayValues();
  for (let c = 0; c < cells.columnCount; c++) {
    const widest = texts.reduce((most, row) => Math.max(most, textWidth(String(row[c] ?? ''))), 0);
    if (widest > 0) range.sheet.facade.setColumnWidth(cells.area.left + c, widest * 7 + 10);
  }
}

/** Width in characters; a Chinese one counts two. */
function textWidth(text: string): number {
  return Math.max(...text.split('\n').map((line) => [...line].reduce((sum, one) => sum + (one > '\u02ff' ? 2 : 1), 0)));
}
