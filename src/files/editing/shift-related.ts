import { parseArea } from '../../workbook';
import { Tag } from '../reading/xml-scanner';
import { CannotEdit } from './edit-problem';
import type { PackageDraft } from './package-draft';
import { shiftedRow, shiftedRows } from './reference-shift';
import { ascii, replaceText, shiftElement, type SheetShift } from './shift-elements';
import { FormulaShifter } from './shift-formulas';
import { walkSheet } from './sheet-index';
import { shiftComments, shiftNoteBoxes } from './shift-notes';
import { shiftSheet } from './shift-sheet';

/** The worksheets of the workbook being edited. */
export interface SheetPath {
  readonly name: string;
  readonly path: string;
}

/**
 * Moves rows of one sheet, and with them everything in the package that refers to them: formulas of all sheets,
 * defined names, tables, charts, drawings, notes, pivot sources. Refuses where something cannot be moved.
 */
export function shiftRows(
  draft: PackageDraft,
  workbook: string,
  sheets: readonly SheetPath[],
  shift: SheetShift,
): void {
  const own = sheets.find(({ name }) => name === shift.sheet);
  if (!own) throw new CannotEdit('noSuchSheet', shift.sheet);
  shiftSheet(draft, own.path, shift);
  for (const sheet of sheets) if (sheet !== own) shiftOtherSheet(draft, sheet, shift);
  shiftFormulas(draft, workbook, shift);
  const ownTables = new Set<string>();
  for (const { kind, target } of draft.relationships(own.path)) {
    if (kind === 'table') {
      ownTables.add(target);
      shiftTable(draft, target, shift);
    } else if (kind === 'drawing') shiftDrawing(draft, target, shift);
    else if (kind === 'comments' || kind === 'threadedComment') shiftComments(draft, target, shift);
    else if (kind === 'vmlDrawing') shiftNoteBoxes(draft, target, shift);
    else if (kind === 'pivotTable') refuseMovedPivot(draft, target, shift);
    else if (kind === 'ctrlProp' || kind === 'oleObject') throw new CannotEdit('cannotShift', shift.sheet);
  }
  for (const path of draft.paths()) {
    if (/^xl\/(charts|drawings|tables)\/[^/]+\.xml$/i.test(path) && !ownTables.has(path))
      shiftFormulas(draft, path, shift);
    else if (/^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/i.test(path)) shiftPivotSource(draft, path, shift);
  }
}

/** Formulas, links and conditions of another sheet. */
function shiftOtherSheet(draft: PackageDraft, { name, path }: SheetPath, shift: SheetShift): void {
  draft.edit(path, (bytes, splices) => {
    const formulas = new FormulaShifter(bytes, splices, shift, name);
    walkSheet(draft.scan(bytes), {
      cell: (cell) => {
        formulas.register(cell);
        formulas.move(cell);
      },
      element: (scanner, tag) => {
        if (tag !== Tag.close) shiftElement(scanner, tag, splices, shift, name);
      },
    });
  });
}

/** Formulas of a part that stands on no sheet, or on another one. */
function shiftFormulas(draft: PackageDraft, path: string, shift: SheetShift): void {
  draft.edit(path, (bytes, splices) => {
    const scanner = draft.scan(bytes);
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (tag === Tag.close) continue;
      shiftElement(scanner, tag, splices, shift, null);
    }
  });
}

/** A table stands on the sheet, so its addresses move; its header row must stay. */
function shiftTable(draft: PackageDraft, path: string, shift: SheetShift): void {
  draft.edit(path, (bytes, splices) => {
    const scanner = draft.scan(bytes);
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (tag === Tag.close) continue;
      if (scanner.is('table')) {
        const area = parseArea(scanner.attribute('ref') ?? '');
        const isHeaderGone = area !== null && shiftedRow(area.top, shift) === null;
        const moved = area && shiftedRows(area.top, area.bottom, shift);
        if (!area || isHeaderGone || !moved || moved[1] === moved[0]) throw new CannotEdit('cannotShift', shift.sheet);
      }
      shiftElement(scanner, tag, splices, shift, shift.sheet);
    }
  });
}

/** Shapes move with the row on which they begin; those that stretch with their cells end where their last row goes. */
function shiftDrawing(draft: PackageDraft, path: string, shift: SheetShift): void {
  draft.edit(path, (bytes, splices) => {
    const scanner = draft.scan(bytes);
    let keepsSize = false;
    let isEnd = false;
    let moved = 0;
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (tag !== Tag.open) continue;
      if (scanner.is('twoCellAnchor') || scanner.is('oneCellAnchor')) {
        keepsSize = (scanner.attribute('editAs') ?? 'twoCell') !== 'twoCell';
      } else if (scanner.is('from') || scanner.is('to')) {
        isEnd = scanner.is('to');
      } else if (scanner.is('row')) {
        replaceText(scanner, splices, (text) => {
          const row = Number(text);
          if (isEnd && keepsSize) return String(row + moved);
          const target = shiftedRow(row, shift) ?? shift.row;
          moved = target - row;
          return String(target);
        });
      }
    }
  });
}

function refuseMovedPivot(draft: PackageDraft, path: string, shift: SheetShift): void {
  const bytes = draft.read(path);
  if (!bytes) return;
  const scanner = draft.scan(bytes);
  for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
    if (tag === Tag.close || !scanner.is('location')) continue;
    const area = parseArea(scanner.attribute('ref') ?? '');
    if (!area || area.bottom >= shift.row) throw new CannotEdit('cannotShift', shift.sheet);
  }
}

function shiftPivotSource(draft: PackageDraft, path: string, shift: SheetShift): void {
  draft.edit(path, (bytes, splices) => {
    const scanner = draft.scan(bytes);
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (tag === Tag.close || !scanner.is('worksheetSource')) continue;
      if (scanner.attribute('sheet')?.toLowerCase() !== shift.sheet.toLowerCase()) continue;
      scanner.eachAttribute((nameStart, nameEnd, start, end) => {
        const area = parseArea(ascii(bytes, start, end));
        if (!area || ascii(bytes, nameStart, nameEnd) !== 'ref') return;
        shiftElement(scanner, Tag.empty, splices, shift, shift.sheet);
      });
    }
  });
}
