import { columnIndex, columnName, LAST_COLUMN, LAST_ROW } from '../../workbook';

/** One corner of a reference, 0-based; `null` where the reference is of whole columns (rows) and has no row (column). */
export interface Corner {
  readonly row: number | null;
  readonly column: number | null;
  /** Written with `$`. */
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** A reference inside a formula: one cell, an area, whole rows or whole columns. */
export interface Reference {
  /**
   * The sheet it names, without quotes; `null` for the formula's own sheet. References to several sheets
   * (`甲:乙!A1`) and to other workbooks (`[1]甲!A1`) hold the whole text before the `!`.
   */
  readonly sheet: string | null;
  readonly first: Corner;
  readonly last: Corner | null;
}

/** How far back the first of two sheets, or another workbook's number, can begin. */
const LONGEST_PREFIX = 300;

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)(\d{1,7})$/;

/** A piece of a formula: plain text, or a reference with the text that it is written as. */
type Piece = string | { readonly text: string; readonly value: Reference };

/**
 * Rewrites the references of a formula; all else (texts, names, functions, tables' columns) stays as it is.
 * `change` gives the new text of a reference without its sheet, or `null` to leave it.
 */
export function mapReferences(formula: string, change: (reference: Reference) => string | null): string {
  return piecesOf(formula)
    .map((piece) => (typeof piece === 'string' ? piece : (change(piece.value) ?? piece.text)))
    .join('');
}

function piecesOf(formula: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plainFrom = 0;
  let sheet: string | null = null;
  let at = 0;
  while (at < formula.length) {
    const token = nextToken(formula, at);
    const end = at + token.length;
    const isWord = isWordCode(token.charCodeAt(0));
    if (formula[end] === '!' && (isWord || token.startsWith("'"))) {
      sheet = sheetPrefix(formula, at) + unquote(token);
      at = end + 1;
      continue;
    }
    const reference = isWord ? referenceAt(formula, at, token, sheet) : null;
    if (reference) {
      if (at > plainFrom) pieces.push(formula.slice(plainFrom, at));
      pieces.push(reference);
      at += reference.text.length;
      plainFrom = at;
    } else at = end;
    sheet = null;
  }
  if (plainFrom < formula.length) pieces.push(formula.slice(plainFrom));
  return pieces;
}

function nextToken(formula: string, at: number): string {
  const start = formula[at] ?? '';
  if (start === '"' || start === "'") return quoted(formula, at, start);
  if (start === '[') return bracketed(formula, at);
  if (start === '#') return /^#[A-Z][A-Z0-9/]*[!?]?/i.exec(formula.slice(at, at + 20))?.[0] ?? '#';
  let end = at;
  while (end < formula.length && isWordCode(formula.charCodeAt(end))) end++;
  return end === at ? start : formula.slice(at, end);
}

/** Letters, digits, `_ . $ \\ ?` and everything beyond ASCII. */
function isWordCode(code: number): boolean {
  if (code >= 0x61) return code <= 0x7a || code >= 0x80;
  if (code >= 0x41) return code <= 0x5a || code === 0x5c || code === 0x5f;
  return (code >= 0x30 && code <= 0x39) || code === 0x24 || code === 0x2e || code === 0x3f;
}

/** Up to the closing quote; a doubled quote is part of the text. */
function quoted(formula: string, at: number, quote: string): string {
  let end = at + 1;
  while (end < formula.length) {
    if (formula[end] === quote) {
      if (formula[end + 1] !== quote) return formula.slice(at, end + 1);
      end++;
    }
    end++;
  }
  return formula.slice(at);
}

/** Up to the matching bracket; `'` makes the next character an ordinary one inside a table's column name. */
function bracketed(formula: string, at: number): string {
  let depth = 0;
  for (let end = at; end < formula.length; end++) {
    if (formula[end] === "'") end++;
    else if (formula[end] === '[') depth++;
    else if (formula[end] === ']' && --depth === 0) return formula.slice(at, end + 1);
  }
  return formula.slice(at);
}

function unquote(token: string): string {
  return token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
}

/** `甲:乙!A1` names two sheets, `[1]甲!A1` another workbook: what stands before `at` belongs to the name. */
function sheetPrefix(formula: string, at: number): string {
  const before = formula.slice(Math.max(0, at - LONGEST_PREFIX), at);
  return /(?:\[[^[\]]*\]|[\w.\u0080-\uffff]+:)$/.exec(before)?.[0] ?? '';
}

function referenceAt(
  formula: string,
  at: number,
  token: string,
  sheet: string | null,
): { readonly text: string; readonly value: Reference } | null {
  const end = at + token.length;
  const after = formula[end];
  const first = corner(token);
  if (after === ':') {
    const second = nextToken(formula, end + 1);
    const follow = formula[end + 1 + second.length];
    const last = corner(second);
    if (first && last && sameKind(first, last) && follow !== '!' && follow !== '(') {
      return { text: `${token}:${second}`, value: { sheet, first, last } };
    }
  }
  if (!first || first.row === null || first.column === null || after === '(' || after === '[') return null;
  return { text: token, value: { sheet, first, last: null } };
}

function corner(token: string): Corner | null {
  const cell = CELL.exec(token);
  if (cell) {
    const [, columnMark, letters = '', rowMark, digits = ''] = cell;
    return inside({
      row: Number(digits) - 1,
      column: columnIndex(letters),
      rowFixed: rowMark === '$',
      columnFixed: columnMark === '$',
    });
  }
  const column = COLUMN.exec(token);
  if (column) {
    return inside({ row: null, column: columnIndex(column[2] ?? ''), rowFixed: false, columnFixed: column[1] === '$' });
  }
  const row = ROW.exec(token);
  return row ? inside({ row: Number(row[2]) - 1, column: null, rowFixed: row[1] === '$', columnFixed: false }) : null;
}

function inside(found: Corner): Corner | null {
  const { row, column } = found;
  if (row !== null && (row < 0 || row > LAST_ROW)) return null;
  return column !== null && (column < 0 || column > LAST_COLUMN) ? null : found;
}

function sameKind(a: Corner, b: Corner): boolean {
  return (a.row === null) === (b.row === null) && (a.column === null) === (b.column === null);
}

/** A reference as a formula writes it, without its sheet. */
export function referenceText(first: Corner, last: Corner | null): string {
  return last ? `${cornerText(first)}:${cornerText(last)}` : cornerText(first);
}

const knownLetters: string[] = [];

function letters(column: number): string {
  return (knownLetters[column] ??= columnName(column));
}

function cornerText({ row, column, rowFixed, columnFixed }: Corner): string {
  const name = column === null ? '' : (columnFixed ? '$' : '') + letters(column);
  return name + (row === null ? '' : (rowFixed ? '$' : '') + String(row + 1));
}

/** A formula that is copied to many cells: read once, written out for each. */
export class CopiedFormula {
  private readonly pieces: readonly Piece[];

  constructor(formula: string) {
    this.pieces = piecesOf(formula);
  }

  /**
   * The formula as it reads `rows` down and `columns` to the right: what is not fixed with `$` moves along.
   * Like Excel, it wraps around the sheet's edge.
   */
  at(rows: number, columns: number): string {
    const moved = ({ row, column, rowFixed, columnFixed }: Corner): Corner => ({
      row: row === null || rowFixed ? row : wrap(row + rows, LAST_ROW + 1),
      column: column === null || columnFixed ? column : wrap(column + columns, LAST_COLUMN + 1),
      rowFixed,
      columnFixed,
    });
    return this.pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const { first, last } = piece.value;
        return referenceText(moved(first), last && moved(last));
      })
      .join('');
  }
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size;
}
