import { cellName, LAST_ROW, parseArea } from '../../workbook';
import { Tag, type XmlScanner } from '../reading/xml-scanner';
import { CannotEdit } from './edit-problem';
import type { PackageDraft } from './package-draft';
import { shiftedAreaList, shiftedRow, type RowShift } from './reference-shift';
import { ascii, prefixAt, replaceText, shiftElement, type SheetShift } from './shift-elements';
import { FormulaShifter } from './shift-formulas';
import { walkSheet, type CellPlace, type RowPlace } from './sheet-index';
import type { Splices } from './splices';

/** Elements of a worksheet that hold places which cannot be moved safely. */
const UNMOVABLE = ['controls', 'oleObjects', 'customSheetViews', 'scenarios', 'dataConsolidate', 'smartTags'];
/** Lists of elements that each stand for an area; their `count` attributes are hints. */
const CONTAINERS = ['mergeCells', 'hyperlinks', 'dataValidations', 'ignoredErrors', 'protectedRanges'];
const MEMBERS = ['mergeCell', 'hyperlink', 'dataValidation', 'ignoredError', 'protectedRange'];

/** Moves the rows of a worksheet part, with everything in it that names a row. */
export function shiftSheet(draft: PackageDraft, path: string, shift: SheetShift): void {
  draft.edit(path, (bytes, splices) => new SheetShifter(draft.scan(bytes), splices, shift).run());
}

/** A list that is being passed: how many members stay, and the byte ranges of those that go. */
interface Container {
  readonly name: string;
  readonly start: number;
  kept: number;
  readonly gone: (readonly [number, number])[];
}

class SheetShifter {
  private readonly formulas: FormulaShifter;
  private cells: CellPlace[] = [];
  private above: { readonly cells: readonly CellPlace[]; readonly row: RowPlace } | null = null;
  private isInserted = false;
  private container: Container | null = null;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly splices: Splices,
    private readonly shift: SheetShift,
  ) {
    this.formulas = new FormulaShifter(scanner.bytes, splices, shift, shift.sheet);
  }

  run(): void {
    walkSheet(this.scanner, {
      cell: (cell) => {
        this.cells.push(cell);
        this.formulas.register(cell);
      },
      row: (row) => this.onRow(row),
      element: (scanner, tag) => this.onElement(scanner, tag),
      data: ({ contentEnd, isEmptyElement }) => {
        if (!this.isInserted && !isEmptyElement) this.insertBefore(contentEnd);
      },
    });
  }

  private onRow(row: RowPlace): void {
    const { shift, splices } = this;
    const cells = this.cells;
    this.cells = [];
    const target = shiftedRow(row.row, shift);
    if (target === null) {
      splices.replace(row.start, row.end, '');
      return;
    }
    if (target > LAST_ROW) throw new CannotEdit('noRoom', shift.sheet);
    if (row.row < shift.row) this.above = { cells, row };
    else if (!this.isInserted) this.insertBefore(row.start);
    this.renumber(row.attributesStart, row.attributesEnd, String(target + 1), true);
    for (const cell of cells) {
      const tagEnd = this.scanner.bytes.indexOf(0x3e, cell.attributesStart);
      if (target !== cell.row) this.renumber(cell.attributesStart, tagEnd, cellName(target, cell.column), false);
      this.formulas.move(cell);
    }
  }

  /** Sets `r` inside the attributes of a start tag; adds it where a row counted on without one. */
  private renumber(start: number, end: number, value: string, addMissing: boolean): void {
    const text = new TextDecoder().decode(this.scanner.bytes.subarray(start, end));
    const found = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(text);
    if (!found) {
      if (addMissing) this.splices.insert(start, ` r="${value}"`);
    } else if ((found[1] ?? found[2]) !== value) {
      const at = start + found.index;
      this.splices.replace(at, at + found[0].length, ` r="${value}"`);
    }
  }

  /** New rows look like the row above them, as when a person inserts them. */
  private insertBefore(at: number): void {
    this.isInserted = true;
    if (this.shift.count <= 0 || this.above?.row.row !== this.shift.row - 1) return;
    const { cells, row } = this.above;
    const p = prefixAt(this.scanner.bytes, row.start);
    const rowStyle = row.style === null ? '' : ` s="${row.style}" customFormat="1"`;
    const styled = cells.filter((cell) => cell.style !== 0);
    if (styled.length === 0 && rowStyle === '') return;
    for (let i = 0; i < this.shift.count; i++) {
      const number = this.shift.row + i;
      const xml = styled.map((cell) => `<${p}c r="${cellName(number, cell.column)}" s="${cell.style}"/>`).join('');
      this.splices.insert(at, `<${p}row r="${number + 1}"${rowStyle}>${xml}</${p}row>`);
    }
  }

  private onElement(scanner: XmlScanner, tag: Tag): void {
    const name = scanner.name();
    if (tag === Tag.close) {
      if (this.container?.name === name) this.closeContainer();
      return;
    }
    if (UNMOVABLE.includes(name)) throw new CannotEdit('cannotShift', this.shift.sheet);
    const isMember = MEMBERS.includes(name);
    if (tag === Tag.open && CONTAINERS.includes(name)) {
      this.container = { name, start: scanner.tagStart, kept: 0, gone: [] };
    } else if ((isMember || name === 'conditionalFormatting') && this.isGone(scanner)) {
      const start = scanner.tagStart;
      if (tag === Tag.open) scanner.skip();
      if (isMember) this.container?.gone.push([start, scanner.at]);
      else this.splices.replace(start, scanner.at, '');
    } else {
      if (isMember && this.container) this.container.kept++;
      if (name === 'brk') shiftBreak(scanner, this.splices, this.shift);
      else if (name === 'sqref' && tag === Tag.open) {
        replaceText(scanner, this.splices, (text) => shiftedAreaList(text, this.shift));
      } else shiftElement(scanner, tag, this.splices, this.shift, this.shift.sheet);
    }
  }

  /** True where the rows that go away take all cells of an element with them, or all but one of a merged area. */
  private isGone(scanner: XmlScanner): boolean {
    if (this.shift.count > 0) return false;
    const list = scanner.attribute('ref') ?? scanner.attribute('sqref') ?? '';
    const left = shiftedAreaList(list, this.shift);
    return list !== '' && (left === '' || (scanner.is('mergeCell') && isOneCell(left)));
  }

  /** A list must not be left without members. */
  private closeContainer(): void {
    const { container, scanner, splices } = this;
    this.container = null;
    if (!container) return;
    if (container.kept === 0 && container.gone.length > 0) splices.replace(container.start, scanner.at, '');
    else for (const [start, end] of container.gone) splices.replace(start, end, '');
  }
}

function isOneCell(text: string): boolean {
  const area = parseArea(text);
  return area !== null && area.top === area.bottom && area.left === area.right;
}

function shiftBreak(scanner: XmlScanner, splices: Splices, shift: RowShift): void {
  // Breaks between columns have the same element; their `max` is a row's number, that of breaks between rows a column's.
  if (Number(scanner.attribute('max') ?? '0') > 16_383) return;
  const id = Number(scanner.attribute('id') ?? '0');
  const moved = shiftedRow(id, shift) ?? shift.row;
  scanner.eachAttribute((nameStart, nameEnd, start, end) => {
    if (moved !== id && ascii(scanner.bytes, nameStart, nameEnd) === 'id') splices.replace(start, end, String(moved));
  });
}
