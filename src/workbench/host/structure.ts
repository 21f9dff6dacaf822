import type { Area } from '../../workbook';
import { invalidArgument, notImplemented } from './errors';
import type { CellRange } from './sheet';
import { subtractArea } from './shifting';

/** Inserts whole rows (`Down`) or columns (`Right`); the engine cannot shift a part of a row without losing merges. */
export function insertCells(range: CellRange, shift: string): void {
  range.sheet.demandWritable('Range.insert');
  const { facade } = range.sheet;
  if (shift === 'Down' && range.isWholeRows) {
    range.sheet.reach({ ...range.area, left: 0, right: 0, bottom: range.area.top });
    onSheet(range, () => void facade.insertRowsBefore(range.area.top, range.rowCount));
  } else if (shift === 'Right' && range.isWholeColumns) {
    range.sheet.reach({ ...range.area, top: 0, bottom: 0, right: range.area.left });
    onSheet(range, () => void facade.insertColumnsBefore(range.area.left, range.columnCount));
  } else throw notImplemented(`Range.insert of a part of a row (${shift})`);
}

export function deleteCells(range: CellRange, shift: string): void {
  range.sheet.demandWritable('Range.delete');
  const { facade } = range.sheet;
  if (shift === 'Up' && range.isWholeRows) {
    const last = Math.min(range.area.bottom, facade.getMaxRows() - 1);
    const count = last - range.area.top + 1;
    if (count > 0) onSheet(range, () => void facade.deleteRows(range.area.top, count));
  } else if (shift === 'Left' && range.isWholeColumns) {
    const last = Math.min(range.area.right, facade.getMaxColumns() - 1);
    const count = last - range.area.left + 1;
    if (count > 0) onSheet(range, () => void facade.deleteColumns(range.area.left, count));
  } else throw notImplemented(`Range.delete of a part of a row (${shift})`);
}

function onSheet(range: CellRange, work: () => void): void {
  range.sheet.host.keepingActiveSheet(work, range.sheet);
}

/** `Contents`, `Formats` or `All`; clearing formats takes rules on the cells with it, as in Excel. */
export function clear(range: CellRange, what: string): void {
  range.demandWritable('Range.clear');
  if (!['All', 'Contents', 'Formats', 'RemoveHyperlinks', 'Hyperlinks'].includes(what)) {
    throw invalidArgument('Range.clear');
  }
  const clipped = range.clipped();
  if (what === 'Contents') clipped?.facade.clearContent();
  if (what === 'Formats') clipped?.facade.clearFormat();
  if (what === 'All') {
    clipped?.facade.clear();
    const { data, host } = range.sheet;
    for (const rule of [...data.validations, ...data.conditionalFormats]) {
      rule.areas = subtractArea(rule.areas, range.area);
    }
    data.validations = data.validations.filter((rule) => rule.areas.length > 0);
    data.conditionalFormats = data.conditionalFormats.filter((rule) => rule.areas.length > 0);
    unmerge(range);
    host.documentChanged();
  }
}

/** Merges the range, or each of its rows; only the top-left value stays. */
export function merge(range: CellRange, across: boolean): void {
  range.demandWritable('Range.merge');
  if (across) range.facade.mergeAcross({ isForceMerge: true });
  else range.facade.merge({ isForceMerge: true });
}

export function unmerge(range: CellRange): void {
  range.demandWritable('Range.unmerge');
  if (mergedAreas(range).length > 0) range.clipped()?.facade.breakApart();
}

/** The merged areas whose top-left cell lies in the range: Excel reports no others. */
export function mergedAreas(range: CellRange): readonly Area[] {
  const { top, left, bottom, right } = range.area;
  return range.sheet.facade
    .getSheet()
    .getMergeData()
    .map((one) => ({ top: one.startRow, left: one.startColumn, bottom: one.endRow, right: one.endColumn }))
    .filter((one) => one.top >= top && one.top <= bottom && one.left >= left && one.left <= right)
    .sort((a, b) => a.top - b.top || a.left - b.left);
}
