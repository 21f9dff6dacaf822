import { cellName, columnIndex } from './a1';
import { alignMade, type Alignment } from './alignment';
import { contentAt, type CellContent } from './edits';
import { isUsed, madeSheetOf, type MadeSheet } from './made-sheet';
import { formatAt, type SheetSnapshot } from './snapshot';
import type { KeptCell, SheetSpec } from './sheet-spec';

interface Addition {
  /** Where it stands now. */
  readonly from: { readonly row: number; readonly column: number };
  /** Where that was when the sheet was made; `null`: in a row (column) that a person put in. */
  readonly row: number | null;
  readonly column: number | null;
  readonly content: CellContent;
  readonly format: string;
}

/**
 * The spec with what a person added to the sheet since it was made: columns and rows of their own, blanks filled in,
 * lines typed over. An addition stays with the school, indicator or unit of its row; what has lost its row stands below
 * the sheet. Where the sheet itself now has a value, the value stands.
 */
export function withAdditions(spec: SheetSpec, sheet: SheetSnapshot, made: MadeSheet): SheetSpec {
  const alignment = alignMade(sheet, made);
  const additions = additionsTo(sheet, made, alignment);
  if (additions.length === 0) return spec;
  const place = new Placement(madeSheetOf(spec), made, additions);
  const kept = additions.flatMap((addition) => place.kept(addition));
  const moved = new Map(
    kept.map(({ from, row, column }) => [from && cellName(from.row, from.column), { row, column }]),
  );
  const target = (row: number, column: number): string => {
    const own = moved.get(cellName(row, column));
    const made = own ?? place.madeCell(alignment.rowOf(row), alignment.columnOf(column)) ?? { row, column };
    return cellName(made.row, made.column);
  };
  return {
    ...spec,
    kept: [...kept.map((cell) => ({ ...cell, content: followed(cell.content, target) })), ...place.labels()],
  };
}

/** Cells that a person filled, in the order of the sheet. */
function additionsTo(sheet: SheetSnapshot, made: MadeSheet, alignment: Alignment): readonly Addition[] {
  const lines = new Map(made.lines.map(([row, column, text]) => [`${row},${column}`, text]));
  const found: Addition[] = [];
  for (let r = 0; r < sheet.rowCount; r++) {
    const from = { row: sheet.top + r, column: 0 };
    const row = alignment.rowOf(from.row);
    for (let c = 0; c < sheet.columnCount; c++) {
      from.column = sheet.left + c;
      const content = contentAt(sheet, from.row, from.column);
      if (content.kind === 'empty' || (content.kind === 'value' && content.value === '')) continue;
      const column = alignment.columnOf(from.column);
      if (!isAdded(made, lines, row, column, content)) continue;
      found.push({ from: { ...from }, row, column, content, format: formatAt(sheet, from.row, from.column) });
    }
  }
  return found;
}

function isAdded(
  made: MadeSheet,
  lines: ReadonlyMap<string, string>,
  row: number | null,
  column: number | null,
  content: CellContent,
): boolean {
  if (row === null || column === null || !isUsed(made, row, column)) return true;
  if (made.empty[row]?.includes(column)) return true;
  if (made.blank[row]?.includes(column)) return content.kind === 'value';
  const line = lines.get(`${row},${column}`);
  return line !== undefined && !(content.kind === 'value' && content.value === line);
}

/** Finds the place of additions on a sheet that is filled again. */
class Placement {
  private readonly rowOfKey: ReadonlyMap<string, number>;
  private readonly lastKeyed: number;
  /** Rows below the sheet for what has lost its row: by the key, or by the row that a person put in. */
  private readonly orphans = new Map<string, number>();
  private readonly ownRows = new Map<string, number>();
  private readonly inserted = new Map<number, number>();
  private nextRow: number;

  constructor(
    private readonly now: MadeSheet,
    private readonly made: MadeSheet,
    additions: readonly Addition[],
  ) {
    this.rowOfKey = new Map(Object.entries(now.keys).map(([row, key]) => [key, Number(row)]));
    this.lastKeyed = Math.max(-1, ...Object.keys(made.keys).map(Number));
    const below = additions.map(({ row }) => (row === null ? 0 : row - made.rows + 1));
    this.nextRow = now.rows + Math.max(0, ...below) + 1;
    let right = Math.max(made.columns - 1, ...additions.map(({ column }) => column ?? 0)) - made.columns + now.columns;
    for (const { column, from } of additions) {
      if (column === null && !this.inserted.has(from.column)) this.inserted.set(from.column, ++right);
    }
  }

  /** The addition in its new place; none where the sheet has a value of its own there now. */
  kept({ from, row, column, content, format }: Addition): readonly KeptCell[] {
    const isOutside = row === null || column === null || row >= this.made.rows || column >= this.made.columns;
    const at = { row: this.rowFor(row, from.row), column: this.columnFor(column, from.column) };
    if (!isOutside && !this.isFree(row, column, at)) return [];
    return [{ ...at, content, format, from }];
  }

  /** Where a cell that we made went; `null` where it is no longer there. */
  madeCell(row: number | null, column: number | null): { readonly row: number; readonly column: number } | null {
    if (row === null || column === null) return null;
    const key = this.made.keys[row];
    const to = key === undefined ? this.besideTable(row) : this.rowOfKey.get(key);
    return to === undefined ? null : { row: to, column: this.columnFor(column, column) };
  }

  /** Says below the sheet what the rows were about that are no longer there. */
  labels(): readonly KeptCell[] {
    return [...this.orphans].map(([key, row]) => ({
      row,
      column: 0,
      content: {
        kind: 'value',
        value: `（原“${key
          .split('|')
          .filter((part) => part !== '')
          .join(' ')}”行）`,
      },
      format: 'General',
      from: null,
    }));
  }

  private isFree(row: number, column: number, at: { readonly row: number; readonly column: number }): boolean {
    const { now, made } = this;
    if (!isUsed(now, at.row, at.column)) return true;
    if (now.empty[at.row]?.includes(at.column) || now.blank[at.row]?.includes(at.column)) return true;
    const was = made.lines.find(([r, c]) => r === row && c === column)?.[2];
    return was !== undefined && now.lines.some(([r, c, text]) => r === at.row && c === at.column && text === was);
  }

  private rowFor(row: number | null, from: number): number {
    if (row === null) return this.below(`#${from}`, false);
    const key = this.made.keys[row];
    if (key === undefined) return this.besideTable(row);
    return this.rowOfKey.get(key) ?? this.below(key, true);
  }

  /** Head rows count from the header, rows below the table from the end. */
  private besideTable(row: number): number {
    const { now, made } = this;
    return row <= made.header || row < this.lastKeyed
      ? Math.max(0, row + now.header - made.header)
      : row - made.rows + now.rows;
  }

  private columnFor(column: number | null, from: number): number {
    if (column === null) return this.inserted.get(from) ?? from;
    return column >= this.made.columns ? column - this.made.columns + this.now.columns : column;
  }

  private below(key: string, isNamed: boolean): number {
    const rows = isNamed ? this.orphans : this.ownRows;
    let row = rows.get(key);
    if (row === undefined) rows.set(key, (row = this.nextRow++));
    return row;
  }
}

const REFERENCE = new RegExp(
  [
    // Texts, names in quotes and references to other sheets are passed over whole.
    /"[^"]*"|'[^']*'|![$\w]+(?::[$\w]+)?/u,
    /(?<![\p{L}\p{N}_.[\]])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.([])/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** A formula whose references to its own sheet follow the cells that they meant. */
function followed(content: CellContent, target: (row: number, column: number) => string): CellContent {
  if (content.kind !== 'formula') return content;
  const formula = content.formula.replace(
    REFERENCE,
    (whole: string, lockColumn: string | undefined, letters: string | undefined, lockRow: string, digits: string) => {
      if (letters === undefined) return whole;
      const match = /^([A-Z]+)(\d+)$/u.exec(target(Number(digits) - 1, columnIndex(letters)));
      return match ? `${lockColumn ?? ''}${match[1] ?? ''}${lockRow}${match[2] ?? ''}` : whole;
    },
  );
  return { kind: 'formula', formula };
}
