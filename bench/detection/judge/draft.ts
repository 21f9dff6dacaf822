import {
  cellName,
  quoteSheetName,
  sheetFromGrid,
  workbookOf,
  type Area,
  type CellValue,
  type WorkbookSnapshot,
} from '../../../src/workbook';

/** A cell's place in a draft, 0-based. */
export interface Spot {
  readonly leaf: string;
  readonly row: number;
  readonly column: number;
}

type Table = 'schools' | 'indicators' | 'funds' | 'measures' | 'info';
export type Role = 'detail' | 'subtotal' | 'total' | 'header' | 'heading' | 'line';

/** What a cell says: which field, of which entry (its id in the plan, or the stage of a subtotal). */
export interface Tag {
  readonly table: Table;
  readonly field: string;
  readonly role: Role;
  readonly of: string;
}

interface Cell {
  value: CellValue;
  format?: string;
  tag?: Tag;
  formula?: string;
  /** What Excel would calculate; asked for at the end, so that a change runs through. */
  calc?: () => CellValue;
  /** The summands of a sum. */
  refs?: readonly Spot[];
}

interface Leaf {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: Map<string, Cell>;
  readonly merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}

export type SumStyle = 'range' | 'list' | 'subtotal' | 'typed';

const key = (row: number, column: number): string => `${row},${column}`;

/** A workbook in the making that knows what each of its cells says. */
export class Draft {
  private readonly leaves: Leaf[] = [];
  private readonly typed: Cell[] = [];
  readonly links: string[] = [];

  leaf(name: string, isHidden = false): Leaf {
    let leaf = this.leaves.find((one) => one.name === name);
    if (!leaf) {
      leaf = { name, isHidden, cells: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set() };
      this.leaves.push(leaf);
    }
    return leaf;
  }

  write(leaf: string, row: number, column: number, value: CellValue, tag?: Tag, format?: string): Spot {
    this.leaf(leaf).cells.set(key(row, column), { value, ...(tag && { tag }), ...(format && { format }) });
    return { leaf, row, column };
  }

  merge(leaf: string, top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.leaf(leaf).merges.push({ top, left, bottom, right });
  }

  /** A sum of `refs`; `text` where the formula is written otherwise than as a range or a list. */
  sum(at: Spot, refs: readonly Spot[], style: SumStyle, tag?: Tag, text?: string): void {
    this.write(at.leaf, at.row, at.column, null, tag);
    this.resum(at, refs, text ?? sumText(refs, style, at.leaf));
    if (style === 'typed') this.typed.push(this.cell(at));
  }

  /** Another sum in a cell that stays what it is. */
  resum(at: Spot, refs: readonly Spot[], formula: string): void {
    const isPlus = !/^=SU/u.test(formula);
    this.compute(at, formula, () => (isPlus ? this.plus(refs) : this.add(refs)));
    this.cell(at).refs = refs;
  }

  compute(at: Spot, formula: string, calc: () => CellValue): void {
    const cell = this.cell(at);
    cell.formula = formula;
    cell.calc = calc;
    delete cell.refs;
  }

  /** A constant instead of what was there; format and meaning stay. */
  change(at: Spot, value: CellValue): void {
    const cell = this.cell(at);
    cell.value = value;
    delete cell.formula;
    delete cell.calc;
    delete cell.refs;
  }

  reformat(at: Spot, format: string | null): void {
    const cell = this.cell(at);
    if (format === null) delete cell.format;
    else cell.format = format;
  }

  /** Sums that a clerk typed become numbers; called once, when everything is drawn. */
  settle(): void {
    for (const cell of this.typed) {
      cell.value = cell.calc?.() ?? null;
      delete cell.formula;
      delete cell.calc;
    }
  }

  shown(at: Spot): CellValue {
    const cell = this.cell(at);
    return cell.calc ? cell.calc() : cell.value;
  }

  number(at: Spot): number {
    const value = this.shown(at);
    return typeof value === 'number' ? value : 0;
  }

  /** The cell as `+ - * /` see it: text that is a number counts, other text and errors give an error. */
  operand(at: Spot): number | string {
    const value = this.shown(at);
    if (value === null) return 0;
    if (typeof value === 'number') return value;
    const text = String(value).trim();
    if (text.startsWith('#')) return text;
    const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(\D|$))/gu, '');
    return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : '#VALUE!';
  }

  /** What a formula of two cells gives. */
  both(a: Spot, b: Spot, of: (a: number, b: number) => CellValue): CellValue {
    const [one, other] = [this.operand(a), this.operand(b)];
    if (typeof one === 'string') return one;
    return typeof other === 'string' ? other : of(one, other);
  }

  /** `part/whole`, times and rounded as told; `#DIV/0!` over nothing. */
  ratio(part: Spot, whole: Spot, times: number, digits: number): CellValue {
    const unit = 10 ** digits;
    return this.both(part, whole, (a, b) => (b === 0 ? '#DIV/0!' : Math.round((a / b) * times * unit) / unit));
  }

  isFormula(at: Spot): boolean {
    return this.cell(at).formula !== undefined;
  }

  formula(at: Spot): string {
    return this.cell(at).formula ?? '';
  }

  refs(at: Spot): readonly Spot[] {
    return this.cell(at).refs ?? [];
  }

  format(at: Spot): string | null {
    return this.cell(at).format ?? null;
  }

  tag(at: Spot): Tag | null {
    return this.cell(at).tag ?? null;
  }

  /** The cells with such a meaning, sheet by sheet in the order in which they were drawn. */
  find(wanted: Partial<Tag>): Spot[] {
    return this.leaves.flatMap((leaf) =>
      [...leaf.cells].flatMap(([place, { tag }]) => {
        if (!tag) return [];
        const isWanted =
          (wanted.table ?? tag.table) === tag.table &&
          (wanted.field ?? tag.field) === tag.field &&
          (wanted.role ?? tag.role) === tag.role &&
          (wanted.of ?? tag.of) === tag.of;
        const [row = 0, column = 0] = place.split(',').map(Number);
        return isWanted ? [{ leaf: leaf.name, row, column }] : [];
      }),
    );
  }

  /** The cell of the same row (same table) that says something else about the same entry. */
  beside(at: Spot, field: string): Spot | null {
    const tag = this.tag(at);
    if (!tag) return null;
    return this.find({ ...tag, field }).find((one) => one.leaf === at.leaf && one.row === at.row) ?? null;
  }

  finish(): WorkbookSnapshot {
    const sheets = this.leaves.map((leaf) => {
      const grid: (CellValue | { formula: string; value: CellValue })[][] = [];
      const formats: (string | null)[][] = [];
      for (const [place, cell] of leaf.cells) {
        const [row = 0, column = 0] = place.split(',').map(Number);
        const value = cell.calc ? cell.calc() : cell.value;
        (grid[row] ??= [])[column] = cell.formula === undefined ? value : { formula: cell.formula, value };
        (formats[row] ??= [])[column] = cell.format ?? null;
      }
      const rows = Array.from({ length: grid.length }, (_, r) => Array.from(grid[r] ?? [], (cell) => cell ?? null));
      return sheetFromGrid(leaf.name, rows, {
        visibility: leaf.isHidden ? 'hidden' : 'visible',
        merges: leaf.merges,
        hiddenRows: leaf.hiddenRows,
        hiddenColumns: leaf.hiddenColumns,
        formats: Array.from({ length: grid.length }, (_, r) => Array.from(formats[r] ?? [], (code) => code ?? null)),
      });
    });
    return { ...workbookOf(sheets), externalLinks: this.links };
  }

  private cell(at: Spot): Cell {
    const cells = this.leaf(at.leaf).cells;
    let cell = cells.get(key(at.row, at.column));
    if (!cell) cells.set(key(at.row, at.column), (cell = { value: null }));
    return cell;
  }

  private plus(refs: readonly Spot[]): CellValue {
    const [only] = refs;
    if (only && refs.length === 1) return this.shown(only) ?? 0;
    let total = 0;
    for (const ref of refs) {
      const value = this.operand(ref);
      if (typeof value === 'string') return value;
      total += value;
    }
    return Math.round(total * 1e6) / 1e6;
  }

  /** As SUM adds: text counts for nothing, an error goes on. */
  private add(refs: readonly Spot[]): CellValue {
    let total = 0;
    for (const ref of refs) {
      const value = this.shown(ref);
      if (typeof value === 'string' && value.startsWith('#')) return value;
      if (typeof value === 'number') total += value;
    }
    return Math.round(total * 1e6) / 1e6;
  }
}

export function nameOf(at: Spot, home: string): string {
  return (at.leaf === home ? '' : `${quoteSheetName(at.leaf)}!`) + cellName(at.row, at.column);
}

/** `=SUM(D4:D9)` over a run of cells, `=D4+D9` (or `=SUM(D4,D9)`) over others. */
export function sumText(refs: readonly Spot[], style: SumStyle, home: string): string {
  const names = refs.map((ref) => nameOf(ref, home));
  const [first, last] = [refs[0], refs.at(-1)];
  if (!first || !last) return '=0';
  const isRun =
    refs.every((ref, i) => ref.leaf === home && ref.column === first.column && ref.row === first.row + i) ||
    refs.every((ref, i) => ref.leaf === home && ref.row === first.row && ref.column === first.column + i);
  const range = refs.length > 1 ? `${names[0] ?? ''}:${names.at(-1) ?? ''}` : (names[0] ?? '');
  if (isRun && style === 'subtotal') return `=SUBTOTAL(9,${range})`;
  if (isRun && style !== 'list') return `=SUM(${range})`;
  return `=${names.join('+')}`;
}
