import {
  cellName,
  isErrorValue,
  parseArea,
  areaContains,
  type Area,
  type CellContent,
  type CellValue,
} from '../../workbook';
import { CopiedFormula } from '../formulas/references';
import { Tag, type XmlScanner } from '../reading/xml-scanner';
import { cellText, escapeXml } from '../writing/xml-text';
import { CannotEdit } from './edit-problem';
import { walkSheet, type CellPlace, type FormulaPlace, type RowPlace } from './sheet-index';
import type { Splices } from './splices';

/** What becomes of one cell; what is absent stays as it is. */
export interface CellChange {
  readonly content?: CellContent;
  readonly format?: string;
}

/** Row → column → change; 0-based. */
export type CellChanges = ReadonlyMap<number, ReadonlyMap<number, CellChange>>;

export interface CellEditing {
  readonly sheet: string;
  readonly changes: CellChanges;
  /** The number of a style like `style` but with this number format. */
  styleWithFormat(style: number, format: string): number;
  /** The value as the file holds it under this style: days may be counted from 1904. */
  storedNumber(value: number, style: number): number;
}

/** Changes cells in a worksheet part: only their own elements, and what they share a formula with. */
export function editCells(scanner: XmlScanner, splices: Splices, editing: CellEditing): void {
  new CellEditor(scanner, splices, editing).run();
}

class CellEditor {
  private readonly columnStyles: { readonly first: number; readonly last: number; readonly style: number }[] = [];
  private readonly done = new Map<number, Set<number>>();
  private readonly masters = new Map<string, { readonly place: CellPlace; readonly isLost: boolean }>();
  private readonly followers: { readonly cell: CellPlace; readonly formula: FormulaPlace }[] = [];
  private readonly rowsToAdd: number[];
  private cellsOfRow: CellPlace[] = [];
  private prefix = '';

  constructor(
    private readonly scanner: XmlScanner,
    private readonly splices: Splices,
    private readonly editing: CellEditing,
  ) {
    this.rowsToAdd = [...editing.changes.keys()].sort((a, b) => a - b);
  }

  run(): void {
    const { bytes } = this.scanner;
    walkSheet(this.scanner, {
      cell: (cell) => this.onCell(cell),
      row: (row) => this.onRow(row),
      element: (scanner, tag) => {
        if (tag !== Tag.close && scanner.is('col')) this.readColumnStyle(scanner);
        if (tag !== Tag.close && scanner.is('worksheet')) {
          this.prefix = new TextDecoder().decode(bytes.subarray(scanner.tagStart + 1, scanner.nameStart));
        }
      },
      data: ({ contentEnd, end, isEmptyElement }) => {
        const rows = this.newRowsBefore(Infinity);
        if (rows === '') return;
        if (isEmptyElement) this.splices.replace(contentEnd, end, `>${rows}</${this.prefix}sheetData>`);
        else this.splices.insert(contentEnd, rows);
      },
    });
    this.expandLostSharedFormulas();
  }

  private readColumnStyle(scanner: XmlScanner): void {
    const style = Number(scanner.attribute('style') ?? '0');
    if (style === 0) return;
    this.columnStyles.push({
      first: Number(scanner.attribute('min')) - 1,
      last: Number(scanner.attribute('max')) - 1,
      style,
    });
  }

  private onCell(cell: CellPlace): void {
    this.cellsOfRow.push(cell);
    const change = this.editing.changes.get(cell.row)?.get(cell.column);
    const { formula } = cell;
    if (formula && (formula.kind === 'array' || formula.kind === 'dataTable')) this.refuseInside(formula);
    if (formula && formula.shared !== null) {
      if (formula.text !== '') {
        this.masters.set(formula.shared, { place: cell, isLost: change?.content !== undefined });
      } else if (change?.content === undefined) this.followers.push({ cell, formula });
    }
    if (change) this.replaceCell(cell, change);
  }

  /** An array formula that fills several cells cannot be changed in one of them. */
  private refuseInside({ ref }: FormulaPlace): void {
    const area = ref === null ? null : parseArea(ref);
    if (!area || (area.top === area.bottom && area.left === area.right)) return;
    this.eachContentChange(area, (row, column) => {
      throw new CannotEdit('arrayFormula', `${this.editing.sheet}!${cellName(row, column)}`);
    });
  }

  private eachContentChange(area: Area, visit: (row: number, column: number) => void): void {
    for (const [row, line] of this.editing.changes) {
      for (const [column, change] of line) {
        if (change.content !== undefined && areaContains(area, row, column)) visit(row, column);
      }
    }
  }

  private replaceCell(cell: CellPlace, change: CellChange): void {
    let known = this.done.get(cell.row);
    if (!known) this.done.set(cell.row, (known = new Set()));
    known.add(cell.column);
    const style = this.newStyle(cell.style, change);
    if (change.content !== undefined) {
      this.splices.replace(cell.start, cell.end, this.cellXml(cell.row, cell.column, style, change.content));
    } else if (style !== cell.style) {
      this.replaceStyle(cell, style);
    }
  }

  /** Changes the `s` of a start tag and nothing else. */
  private replaceStyle(cell: CellPlace, style: number): void {
    const tagEnd = this.scanner.bytes.indexOf(0x3e, cell.attributesStart);
    const text = new TextDecoder().decode(this.scanner.bytes.subarray(cell.attributesStart, tagEnd));
    const found = /\ss\s*=\s*(?:"[^"]*"|'[^']*')/.exec(text);
    const at = cell.attributesStart + (found?.index ?? 0);
    this.splices.replace(at, at + (found?.[0].length ?? 0), ` s="${style}"`);
  }

  private newStyle(style: number, change: CellChange): number {
    return change.format === undefined ? style : this.editing.styleWithFormat(style, change.format);
  }

  private onRow(row: RowPlace): void {
    const before = this.newRowsBefore(row.row);
    if (before !== '') this.splices.insert(row.start, before);
    const cells = this.cellsOfRow;
    this.cellsOfRow = [];
    const line = this.editing.changes.get(row.row);
    if (!line) return;
    this.rowsToAdd.shift();
    const known = this.done.get(row.row);
    const missing = [...line]
      .filter(([column, change]) => !known?.has(column) && isWorthACell(change))
      .sort(([a], [b]) => a - b);
    if (missing.length === 0) return;
    this.dropSpans(row);
    let atEnd = '';
    for (const [column, change] of missing) {
      const xml = this.newCell(row.row, column, row.style, change);
      const next = cells.find((cell) => cell.column > column);
      if (next) this.splices.insert(next.start, xml);
      else atEnd += xml;
    }
    if (atEnd === '') return;
    if (row.isEmptyElement) this.splices.replace(row.attributesEnd, row.end, `>${atEnd}</${this.prefix}row>`);
    else this.splices.insert(row.contentEnd, atEnd);
  }

  /** `spans` says which columns a row uses; it is only a hint, and a wrong one is worse than none. */
  private dropSpans(row: RowPlace): void {
    const text = new TextDecoder().decode(this.scanner.bytes.subarray(row.attributesStart, row.attributesEnd));
    const spans = /\sspans\s*=\s*(?:"[^"]*"|'[^']*')/.exec(text);
    if (!spans) return;
    const at = row.attributesStart + spans.index;
    this.splices.replace(at, at + spans[0].length, '');
  }

  private newRowsBefore(limit: number): string {
    let xml = '';
    while ((this.rowsToAdd[0] ?? Infinity) < limit) {
      const row = this.rowsToAdd.shift() ?? 0;
      const line = [...(this.editing.changes.get(row) ?? [])]
        .filter(([, change]) => isWorthACell(change))
        .sort(([a], [b]) => a - b);
      if (line.length === 0) continue;
      const cells = line.map(([column, change]) => this.newCell(row, column, null, change)).join('');
      xml += `<${this.prefix}row r="${row + 1}">${cells}</${this.prefix}row>`;
    }
    return xml;
  }

  private newCell(row: number, column: number, rowStyle: number | null, change: CellChange): string {
    const inherited = rowStyle ?? this.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
    const content = change.content ?? { kind: 'empty' };
    return this.cellXml(row, column, this.newStyle(inherited ?? 0, change), content);
  }

  private cellXml(row: number, column: number, style: number, content: CellContent): string {
    const p = this.prefix;
    const start = `<${p}c r="${cellName(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
    if (content.kind === 'empty') return `${start}/>`;
    if (content.kind === 'formula')
      return `${start}><${p}f>${escapeXml(content.formula.replace(/^=/, ''))}</${p}f></${p}c>`;
    const value: CellValue = content.value;
    if (typeof value === 'number') {
      return `${start}><${p}v>${this.editing.storedNumber(value, style)}</${p}v></${p}c>`;
    }
    if (typeof value === 'boolean') return `${start} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    if (isErrorValue(value)) return `${start} t="e"><${p}v>${value}</${p}v></${p}c>`;
    return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${cellText(value)}</${p}t></${p}is></${p}c>`;
  }

  /** Where the cell that held a shared formula's text is overwritten, the others get their own text. */
  private expandLostSharedFormulas(): void {
    for (const { cell, formula } of this.followers) {
      const master = this.masters.get(formula.shared ?? '');
      if (!master?.isLost || !master.place.formula) continue;
      const { row, column } = master.place;
      const text = new CopiedFormula(master.place.formula.text).at(cell.row - row, cell.column - column);
      this.splices.replace(formula.start, formula.end, `<${this.prefix}f>${escapeXml(text)}</${this.prefix}f>`);
    }
  }
}

/** A cell that is not there need not be made to be empty. */
function isWorthACell({ content, format }: CellChange): boolean {
  return format !== undefined || (content !== undefined && content.kind !== 'empty');
}
