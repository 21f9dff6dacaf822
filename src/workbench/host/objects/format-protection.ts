import { areasOverlap } from '../../../workbook';
import { defineType, flagProperty } from '../office-object';
import type { CellRange } from '../sheet';
import { subtractArea } from '../shifting';
import { each, sharedOf } from './range-format';

/** Whether cells are locked once their sheet is protected; all are, unless opened. */
export const formatProtectionType = defineType<readonly CellRange[]>('FormatProtection', {
  scalars: {
    Locked: flagProperty(
      'FormatProtection.locked',
      (ranges) => sharedOf(ranges, isLocked),
      (ranges, locked) =>
        each(ranges, (range) => {
          range.sheet.demandWritable('FormatProtection.locked');
          const { data } = range.sheet;
          data.unlocked = subtractArea(data.unlocked, range.area);
          if (!locked) data.unlocked = [...data.unlocked, { ...range.area }];
        }),
    ),
  },
});

function isLocked(range: CellRange): boolean | null {
  const { unlocked } = range.sheet.data;
  if (!unlocked.some((area) => areasOverlap(area, range.area))) return true;
  return unlocked.reduce((rest, open) => subtractArea(rest, open), [range.area]).length === 0 ? false : null;
}
