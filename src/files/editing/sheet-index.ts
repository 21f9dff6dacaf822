import type { XmlScanner } from '../reading/xml-scanner';
import { Tag } from '../reading/xml-scanner';

/** Where a cell stands in a sheet's part. Positions are 0-based; ranges are of bytes. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** Behind the name of its start tag, and the end of its start tag. */
  readonly attributesStart: number;
  readonly style: number;
  readonly formula: FormulaPlace | null;
}

/** A formula element inside a cell. */
export interface FormulaPlace {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly shared: string | null;
  readonly ref: string | null;
  readonly text: string;
}

export interface RowPlace {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly attributesStart: number;
  /** End of the attributes; the byte range up to `contentStart` closes the start tag. */
  readonly attributesEnd: number;
  readonly contentStart: number;
  /** Where cells may be added at the end; equals `contentStart` where the row is one empty element. */
  readonly contentEnd: number;
  readonly isEmptyElement: boolean;
  readonly style: number | null;
  readonly firstCell: number;
  readonly lastCell: number;
}

/** What {@link walkSheet} tells while it passes the rows of a sheet's part. */
export interface SheetVisitor {
  cell?(cell: CellPlace): void;
  row?(row: RowPlace): void;
  /** Any other element; the scanner stands on it. */
  element?(scanner: XmlScanner, tag: Tag): void;
  /** The row data itself: where new rows go at the end. */
  data?(place: { start: number; contentEnd: number; end: number; isEmptyElement: boolean }): void;
}

/** Goes through a worksheet part once. Rows and cells without an address count on from the one before, as in Excel. */
export function walkSheet(scanner: XmlScanner, visitor: SheetVisitor): void {
  let dataStart = -1;
  let lastRow = -1;
  for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
    if (scanner.is('sheetData')) {
      if (tag !== Tag.close) dataStart = scanner.tagStart;
      if (tag !== Tag.open) {
        const isEmptyElement = tag === Tag.empty;
        visitor.data?.({
          start: dataStart,
          contentEnd: isEmptyElement ? scanner.attributesEnd : scanner.tagStart,
          end: scanner.at,
          isEmptyElement,
        });
        dataStart = -1;
      }
    } else if (dataStart >= 0 && tag !== Tag.close && scanner.is('row')) {
      lastRow = walkRow(scanner, tag, lastRow, visitor);
    } else {
      visitor.element?.(scanner, tag);
    }
  }
}

function walkRow(scanner: XmlScanner, tag: Tag, before: number, visitor: SheetVisitor): number {
  const number = scanner.attribute('r');
  const row = number === null ? before + 1 : Number(number) - 1;
  const style = scanner.flag('customFormat') ? Number(scanner.attribute('s') ?? '0') : null;
  const { tagStart: start, attributesStart, attributesEnd, at: contentStart } = scanner;
  let firstCell = Infinity;
  let lastCell = -1;
  let contentEnd = contentStart;
  if (tag === Tag.open) {
    const outside = scanner.depth - 1;
    while (scanner.depth > outside) {
      const inner = scanner.next();
      if (inner === Tag.end) break;
      contentEnd = scanner.tagStart;
      if (inner === Tag.close) continue;
      if (!scanner.is('c')) {
        if (inner === Tag.open) scanner.skip();
        continue;
      }
      const cell = readCell(scanner, inner, row, lastCell);
      firstCell = Math.min(firstCell, cell.column);
      lastCell = cell.column;
      visitor.cell?.(cell);
    }
  }
  visitor.row?.({
    row,
    start,
    end: scanner.at,
    attributesStart,
    attributesEnd,
    contentStart,
    contentEnd,
    isEmptyElement: tag === Tag.empty,
    style,
    firstCell,
    lastCell,
  });
  return row;
}

function readCell(scanner: XmlScanner, tag: Tag, row: number, before: number): CellPlace {
  const { tagStart: start, attributesStart } = scanner;
  const column = columnOf(scanner.attribute('r') ?? '') ?? before + 1;
  const style = Number(scanner.attribute('s') ?? '0');
  let formula: FormulaPlace | null = null;
  if (tag === Tag.open) {
    const outside = scanner.depth - 1;
    while (scanner.depth > outside) {
      const inner = scanner.next();
      if (inner === Tag.end) break;
      if (inner === Tag.close || !scanner.is('f')) continue;
      const from = scanner.tagStart;
      const kind = scanner.attribute('t') ?? 'normal';
      const shared = kind === 'shared' ? scanner.attribute('si') : null;
      const ref = scanner.attribute('ref');
      const text = inner === Tag.open ? scanner.text() : '';
      formula = { start: from, end: scanner.at, kind, shared, ref, text };
    }
  }
  return { row, column, start, end: scanner.at, attributesStart, style, formula };
}

function columnOf(address: string): number | null {
  let column = 0;
  for (const letter of address.toUpperCase()) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column === 0 ? null : column - 1;
}
