import { HostError, invalidArgument } from '../errors';
import { parseAddress } from '../addresses';
import {
  defineType,
  numberProperty,
  readOnly,
  textProperty,
  type Arguments,
  type OfficeObject,
  type OfficeType,
} from '../office-object';
import type { CellRange, Sheet } from '../sheet';
import { chartsType } from './chart-collection';
import { freezePanesType } from './freeze-panes';
import { pageBreaksType } from './page-break';
import { pageLayoutType } from './page-layout';
import { rangeAreasType } from './range-areas';
import { rangeType } from './range';
import { checkSheetName } from './worksheet-collection';
import { protectionType } from './worksheet-protection';

export const worksheetType: OfficeType<Sheet> = defineType<Sheet>('Worksheet', {
  id: (sheet) => sheet.id,
  scalars: {
    Id: readOnly((sheet) => sheet.id),
    Name: textProperty('Worksheet.name', (sheet) => sheet.name, rename),
    Position: numberProperty(
      'Worksheet.position',
      (sheet) => sheet.facade.getIndex(),
      (sheet, position) => void sheet.host.workbook.moveSheet(sheet.facade, position),
    ),
    Visibility: textProperty('Worksheet.visibility', visibility, setVisibility),
    ShowGridlines: {
      get: (sheet) => !sheet.facade.hasHiddenGridLines(),
      set: (sheet, value) => void sheet.facade.setHiddenGridlines(value !== true),
    },
    TabColor: textProperty(
      'Worksheet.tabColor',
      (sheet) => sheet.facade.getTabColor() ?? '',
      (sheet, colour) => void sheet.facade.setTabColor(colour),
    ),
  },
  children: {
    Charts: (sheet) => chartsType.of(sheet),
    FreezePanes: (sheet) => freezePanesType.of(sheet),
    HorizontalPageBreaks: (sheet) => pageBreaksType.of(sheet),
    PageLayout: (sheet) => pageLayoutType.of(sheet),
    Protection: (sheet) => protectionType.of(sheet),
  },
  methods: {
    Activate: (sheet) => {
      sheet.facade.activate();
      return null;
    },
    Delete: remove,
    GetCell: (sheet, args) => rangeType.of(cell(sheet, args)),
    GetRange: (sheet, args) => rangeType.of(parseAddress(sheet, args.textOr(0, ''))),
    GetRanges: (sheet, args) =>
      rangeAreasType.of(
        args
          .text(0)
          .split(',')
          .map((part) => parseAddress(sheet, part)),
      ),
    GetRangeByIndexes: (sheet, args) => rangeType.of(block(sheet, args)),
    GetUsedRange: (sheet, args) =>
      rangeType.of(sheet.range(sheet.usedArea(args.flag(0)) ?? { top: 0, left: 0, bottom: 0, right: 0 })),
    GetUsedRangeOrNullObject: (sheet, args) => {
      const area = sheet.usedArea(args.flag(0));
      return area && rangeType.of(sheet.range(area));
    },
    GetNextOrNullObject: (sheet, args) => neighbour(sheet, args.flag(0), 1),
    GetPreviousOrNullObject: (sheet, args) => neighbour(sheet, args.flag(0), -1),
    _RegisterDataChangedEvent: () => null,
    _UnregisterDataChangedEvent: () => null,
    _RegisterActivatedEvent: () => null,
    _UnregisterActivatedEvent: () => null,
    _RegisterSelectionChangedEvent: () => null,
    _UnregisterSelectionChangedEvent: () => null,
  },
});

function rename(sheet: Sheet, name: string): void {
  if (name.toLowerCase() !== sheet.name.toLowerCase()) checkSheetName(sheet.host, name, 'Worksheet.name');
  sheet.facade.setName(name);
}

function visibility(sheet: Sheet): string {
  if (!sheet.facade.isSheetHidden()) return 'Visible';
  return sheet.data.veryHidden ? 'VeryHidden' : 'Hidden';
}

function setVisibility(sheet: Sheet, value: string): void {
  if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden')
    throw invalidArgument('Worksheet.visibility');
  sheet.data.veryHidden = value === 'VeryHidden';
  if (value === 'Visible') sheet.facade.showSheet();
  else if (!sheet.facade.isSheetHidden()) {
    demandAnotherVisible(sheet, 'Worksheet.visibility');
    sheet.facade.hideSheet();
  }
}

/** A workbook keeps at least one visible sheet. */
function demandAnotherVisible(sheet: Sheet, location: string): void {
  const others = sheet.host.sheets().filter((one) => one.id !== sheet.id && !one.facade.isSheetHidden());
  if (others.length === 0) {
    throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.', location);
  }
}

function remove(sheet: Sheet): null {
  demandAnotherVisible(sheet, 'Worksheet.delete');
  sheet.host.workbook.deleteSheet(sheet.facade);
  return null;
}

function cell(sheet: Sheet, args: Arguments): CellRange {
  const [row, column] = [args.number(0), args.number(1)];
  return sheet.range({ top: row, bottom: row, left: column, right: column });
}

function block(sheet: Sheet, args: Arguments): CellRange {
  const [top, left, rows, columns] = [args.number(0), args.number(1), args.number(2), args.number(3)];
  return sheet.range({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
}

function neighbour(sheet: Sheet, visibleOnly: boolean, step: number): OfficeObject | null {
  const sheets = sheet.host.sheets();
  let at = sheets.findIndex((one) => one.id === sheet.id) + step;
  while (visibleOnly && sheets[at]?.facade.isSheetHidden()) at += step;
  const next = sheets[at];
  return next ? worksheetType.of(next) : null;
}
