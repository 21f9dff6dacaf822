import { addressOf } from '../addresses';
import { defineType, readOnly } from '../office-object';
import type { CellRange } from '../sheet';
import { conditionalFormatsType } from './conditional-format';
import { dataValidationType } from './data-validation';
import { rangeFormatType } from './range-format';
import { rangeType } from './range';

/** Several rectangles of one sheet, treated as one. */
export const rangeAreasType = defineType<readonly CellRange[]>('RangeAreas', {
  scalars: {
    Address: readOnly((ranges) => ranges.map(addressOf).join(',')),
    AreaCount: readOnly((ranges) => ranges.length),
    CellCount: readOnly((ranges) => ranges.reduce((sum, range) => sum + range.rowCount * range.columnCount, 0)),
  },
  children: {
    Areas: (ranges) => rangeCollectionType.of(ranges),
    ConditionalFormats: (ranges) => conditionalFormatsType.of(ranges),
    DataValidation: (ranges) => dataValidationType.of(ranges),
    Format: (ranges) => rangeFormatType.of(ranges),
  },
});

const rangeCollectionType = defineType<readonly CellRange[]>('RangeCollection', {
  items: (ranges) => ranges.map((range) => rangeType.of(range)),
  methods: { GetCount: (ranges) => ranges.length },
});
