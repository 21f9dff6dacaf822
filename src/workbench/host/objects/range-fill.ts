import { sharedStyle, writeStyle } from '../cells';
import { defineType, textProperty } from '../office-object';
import type { CellRange } from '../sheet';
import { each, sharedOf } from './range-format';

/** The fill; cells without one read as `#FFFFFF`, as in Excel. */
export const rangeFillType = defineType<readonly CellRange[]>('RangeFill', {
  scalars: {
    Color: textProperty(
      'RangeFill.color',
      (ranges) =>
        sharedOf(ranges, (range) => sharedStyle(range, (style) => style?.bg?.rgb?.toUpperCase() ?? '#FFFFFF')),
      (ranges, colour) => each(ranges, (range) => writeStyle(range, { bg: { rgb: colour } }, 'RangeFill.color')),
    ),
  },
  methods: {
    Clear: (ranges) => each(ranges, (range) => writeStyle(range, { bg: null }, 'RangeFill.clear')),
  },
});
