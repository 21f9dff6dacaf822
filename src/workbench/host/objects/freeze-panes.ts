import { LAST_COLUMN, LAST_ROW } from '../../../workbook';
import { defineType } from '../office-object';
import type { Sheet } from '../sheet';
import { rangeArgument, rangeType } from './range';

export const freezePanesType = defineType<Sheet>('WorksheetFreezePanes', {
  methods: {
    FreezeAt: (sheet, args) => {
      const { area } = rangeArgument(sheet, args, 0);
      const rows = area.bottom === LAST_ROW ? 0 : area.bottom + 1;
      return freeze(sheet, rows, area.right === LAST_COLUMN ? 0 : area.right + 1);
    },
    FreezeRows: (sheet, args) => freeze(sheet, args.numberOr(0, 1), 0),
    FreezeColumns: (sheet, args) => freeze(sheet, 0, args.numberOr(0, 1)),
    Unfreeze: (sheet) => {
      sheet.facade.cancelFreeze();
      return null;
    },
    GetLocationOrNullObject: (sheet) => {
      const { xSplit, ySplit } = sheet.facade.getFreeze();
      if (xSplit <= 0 && ySplit <= 0) return null;
      const bottom = ySplit > 0 ? ySplit - 1 : LAST_ROW;
      return rangeType.of(sheet.range({ top: 0, left: 0, bottom, right: xSplit > 0 ? xSplit - 1 : LAST_COLUMN }));
    },
  },
});

function freeze(sheet: Sheet, rows: number, columns: number): null {
  sheet.facade.setFreeze({
    xSplit: columns,
    ySplit: rows,
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
  });
  return null;
}
