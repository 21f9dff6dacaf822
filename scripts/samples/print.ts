import type { Area, PrintSpec } from '../../src/workbook';

/** A4 landscape, one page wide, header rows repeated: how the sample forms are printed. */
export function setDefaultPrint(area: Area, repeatRows: PrintSpec['repeatRows']): PrintSpec {
  return {
    orientation: 'landscape',
    repeatRows,
    area,
    pagesTall: 0,
    margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 },
  };
}
