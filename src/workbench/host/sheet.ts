import { LAST_COLUMN, LAST_ROW, type Area } from '../../workbook';
import { emptySheetDocument, type SheetDocument } from './document';
import type { EngineRange, EngineSheet } from './engine';
import { accessDenied, invalidArgument, itemNotFound } from './errors';
import type { HostContext } from './context';
import { shiftArea, type Shift } from './shifting';

/** One sheet of the engine, by its id, so that it stays itself when it is renamed or moved. */
export class Sheet {
  constructor(
    readonly host: HostContext,
    readonly engineId: string,
  ) {}

  /** The id that the client sees. */
  get id(): string {
    return `{${this.engineId}}`;
  }

  get facade(): EngineSheet {
    const facade = this.host.workbook.getSheetBySheetId(this.engineId);
    if (!facade) throw itemNotFound('Worksheet');
    return facade;
  }

  get name(): string {
    return this.facade.getSheetName();
  }

  get data(): SheetDocument {
    return (this.host.document.sheets[this.engineId] ??= emptySheetDocument());
  }

  range(area: Area): CellRange {
    return new CellRange(this, area);
  }

  /** The smallest area that holds all values (and, unless `valuesOnly`, all formatted cells); `null` on an empty sheet. */
  usedArea(valuesOnly: boolean): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    this.facade
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (!cell) return;
        const held = (cell.v !== undefined && cell.v !== null && cell.v !== '') || cell.f || cell.si || cell.p;
        if (!held && (valuesOnly || !cell.s)) return;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      });
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  /** Makes the engine's sheet at least as large as the area needs. */
  reach(area: Area): void {
    const { facade } = this;
    if (area.bottom >= facade.getMaxRows()) facade.setRowCount(area.bottom + 1);
    if (area.right >= facade.getMaxColumns()) facade.setColumnCount(area.right + 1);
  }

  /** Refuses a write to locked cells of a protected sheet; without an area, any change to the sheet. */
  demandWritable(location: string, area: Area | null = null): void {
    if (this.host.faults.protectedSheets) throw accessDenied(location);
    const { protection, unlocked } = this.data;
    if (!protection) return;
    const open = area && unlocked.some((free) => covers(free, area));
    if (!open) throw accessDenied(location);
  }
}

function covers(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

/** A rectangle of cells. Its area changes when it is tracked and rows or columns come and go; `null` once it is gone. */
export class CellRange {
  private place: Area | null;

  constructor(
    readonly sheet: Sheet,
    area: Area,
  ) {
    if (area.top < 0 || area.left < 0 || area.top > area.bottom || area.left > area.right)
      throw invalidArgument('Range');
    if (area.bottom > LAST_ROW || area.right > LAST_COLUMN) throw invalidArgument('Range');
    this.place = area;
  }

  get area(): Area {
    if (!this.place) throw itemNotFound('Range');
    return this.place;
  }

  /** Moves with the cells when rows or columns of its sheet come or go. */
  follow(engineSheetId: string, shift: Shift): void {
    if (this.place && this.sheet.engineId === engineSheetId) this.place = shiftArea(this.place, shift);
  }

  get rowCount(): number {
    return this.area.bottom - this.area.top + 1;
  }

  get columnCount(): number {
    return this.area.right - this.area.left + 1;
  }

  get isWholeColumns(): boolean {
    return this.area.top === 0 && this.area.bottom === LAST_ROW;
  }

  get isWholeRows(): boolean {
    return this.area.left === 0 && this.area.right === LAST_COLUMN;
  }

  /** The engine's range, on a sheet large enough for it. */
  get facade(): EngineRange {
    const { top, left } = this.area;
    this.sheet.reach(this.area);
    return this.sheet.facade.getRange(top, left, this.rowCount, this.columnCount);
  }

  /** Whole rows and columns cut down to what the sheet holds, so that formats are not set a million times. */
  clipped(): CellRange | null {
    if (!this.isWholeColumns && !this.isWholeRows) return this;
    const used = this.sheet.usedArea(false);
    if (!used) return null;
    const area = {
      top: this.area.top,
      left: this.area.left,
      bottom: this.isWholeColumns ? Math.max(this.area.top, used.bottom) : this.area.bottom,
      right: this.isWholeRows ? Math.max(this.area.left, used.right) : this.area.right,
    };
    return new CellRange(this.sheet, area);
  }

  demandWritable(location: string): void {
    this.sheet.demandWritable(location, this.area);
  }
}
