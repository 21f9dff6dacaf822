import { LAST_COLUMN, LAST_ROW, type Area } from '../../../workbook';
import { addressOf, parseAddress } from '../addresses';
import {
  readFormulas,
  readNumberFormats,
  readText,
  readValues,
  readValueTypes,
  writeNumberFormats,
  writeTyped,
} from '../cells';
import { invalidArgument } from '../errors';
import { columnHidden, columnProperties, rowHidden, rowProperties, setColumnHidden, setRowHidden } from '../hidden';
import { defineType, flagProperty, OfficeObject, readOnly, type Arguments, type OfficeType } from '../office-object';
import type { CellRange, Sheet } from '../sheet';
import { clear, deleteCells, insertCells, merge, mergedAreas, unmerge } from '../structure';
import { conditionalFormatsType } from './conditional-format';
import { dataValidationType } from './data-validation';
import { rangeAreasType } from './range-areas';
import { rangeFormatType } from './range-format';
import { worksheetType } from './worksheet';

export const rangeType: OfficeType<CellRange> = defineType<CellRange>('Range', {
  scalars: {
    Address: readOnly(addressOf),
    CellCount: readOnly((range) => range.rowCount * range.columnCount),
    ColumnCount: readOnly((range) => range.columnCount),
    ColumnHidden: flagProperty('Range.columnHidden', columnHidden, setColumnHidden),
    ColumnIndex: readOnly((range) => range.area.left),
    Formulas: { get: readFormulas, set: (range, value) => writeTyped(range, value, 'Range.formulas') },
    NumberFormat: { get: readNumberFormats, set: writeNumberFormats },
    RowCount: readOnly((range) => range.rowCount),
    RowHidden: flagProperty('Range.rowHidden', rowHidden, setRowHidden),
    RowIndex: readOnly((range) => range.area.top),
    Text: readOnly(readText),
    ValueTypes: readOnly(readValueTypes),
    Values: { get: readValues, set: (range, value) => writeTyped(range, value, 'Range.values') },
  },
  children: {
    ConditionalFormats: (range) => conditionalFormatsType.of([range]),
    DataValidation: (range) => dataValidationType.of([range]),
    Format: (range) => rangeFormatType.of([range]),
    Worksheet: (range) => worksheetType.of(range.sheet),
  },
  methods: {
    Clear: (range, args) => void clear(range, args.textOr(0, 'All')),
    Delete: (range, args) => void deleteCells(range, args.text(0)),
    Insert: (range, args) => {
      insertCells(range, args.text(0));
      return rangeType.of(range.sheet.range({ ...range.area }));
    },
    Merge: (range, args) => void merge(range, args.flag(0)),
    Unmerge: (range) => void unmerge(range),
    Select: (range) => {
      range.sheet.facade.activate();
      range.facade.activate();
      return null;
    },
    Calculate: (range) => void range.sheet.host.recalculate(),
    GetCell: (range, args) => part(range, args.number(0), args.number(1), 1, 1),
    GetRow: (range, args) => part(range, args.number(0), 0, 1, range.columnCount),
    GetColumn: (range, args) => part(range, 0, args.number(0), range.rowCount, 1),
    GetLastRow: (range) => part(range, range.rowCount - 1, 0, 1, range.columnCount),
    GetLastColumn: (range) => part(range, 0, range.columnCount - 1, range.rowCount, 1),
    GetLastCell: (range) => part(range, range.rowCount - 1, range.columnCount - 1, 1, 1),
    GetEntireRow: (range) => rangeType.of(range.sheet.range({ ...range.area, left: 0, right: LAST_COLUMN })),
    GetEntireColumn: (range) => rangeType.of(range.sheet.range({ ...range.area, top: 0, bottom: LAST_ROW })),
    GetOffsetRange: (range, args) => part(range, args.number(0), args.number(1), range.rowCount, range.columnCount),
    GetResizedRange: (range, args) =>
      part(range, 0, 0, range.rowCount + args.number(0), range.columnCount + args.number(1)),
    GetAbsoluteResizedRange: (range, args) => part(range, 0, 0, args.number(0), args.number(1)),
    GetBoundingRect: (range, args) => {
      const other = rangeArgument(range.sheet, args, 0);
      return rangeType.of(range.sheet.range(union(range.area, other.area)));
    },
    GetUsedRangeOrNullObject: (range, args) => {
      const used = range.sheet.usedArea(args.flag(0));
      const area = used && intersection(used, range.area);
      return area && rangeType.of(range.sheet.range(area));
    },
    GetMergedAreasOrNullObject: (range) => {
      const areas = mergedAreas(range);
      return areas.length === 0 ? null : rangeAreasType.of(areas.map((area) => range.sheet.range(area)));
    },
    GetRowProperties: (range, args) => rowProperties(range, args.record(0)),
    GetColumnProperties: (range, args) => columnProperties(range, args.record(0)),
    // The client checks the size itself before it sends a large array in pieces.
    _ValidateArraySize: (range, args) => {
      if (args.number(0) !== range.rowCount || args.number(1) !== range.columnCount) {
        throw invalidArgument('Range.values');
      }
      return null;
    },
  },
});

/** A range argument: a range, or an address on the sheet. */
export function rangeArgument(sheet: Sheet, args: Arguments, index: number): CellRange {
  const given = args.either(index);
  return given instanceof OfficeObject ? args.object(index, rangeType) : parseAddress(sheet, args.text(index));
}

function part(range: CellRange, down: number, right: number, rows: number, columns: number): OfficeObject {
  const top = range.area.top + down;
  const left = range.area.left + right;
  return rangeType.of(range.sheet.range({ top, left, bottom: top + rows - 1, right: left + columns - 1 }));
}

function union(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function intersection(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}
