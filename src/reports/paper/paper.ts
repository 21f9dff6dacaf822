import type {
  Area,
  CellRole,
  ChartSpec,
  ConditionalFormatSpec,
  PrintSpec,
  SheetSpec,
  SpecCell,
  ValidationSpec,
} from '../../workbook';
import { STYLES } from '../style';
import { BLANK, cellAt, type Live } from './live';
import { fitToPages, type RowBlock } from './pages';
import { headerLines, heightOf, linesOf } from './text-fit';

/** What goes into a cell: a constant, a live figure, or nothing. */
export type Ink = string | number | Live | null;

export interface CellOptions {
  readonly format?: string | undefined;
  readonly align?: SpecCell['align'] | undefined;
  readonly origin?: string | undefined;
  /** Columns that the cell covers (merged), 1 by default. */
  readonly across?: number;
  /** Rows that the cell covers (merged), 1 by default. */
  readonly down?: number;
}

/** One column of a table's header; neighbours with the same `group` share a cell above. */
export interface HeaderColumn {
  readonly title: string;
  readonly group?: string;
  readonly width: number;
}

/** Centimetres, as the house style asks for. */
const MARGINS = { top: 2, bottom: 2, left: 1.5, right: 1.5 } as const;
const LEAST_ROW_HEIGHT = 19;

/** A sheet being set, row after row. Rows and columns are 0-based; `row` is the next free one. */
export class Paper {
  row = 0;
  private readonly cells: SpecCell[] = [];
  private readonly merges: Area[] = [];
  private readonly heights: Record<number, number> = {};
  private readonly charts: ChartSpec[] = [];
  private readonly conditional: ConditionalFormatSpec[] = [];
  private readonly validations: ValidationSpec[] = [];
  private readonly blocks: RowBlock[] = [];
  private tail: number | null = null;
  private header: RowBlock | null = null;

  /** `widths`: in characters; columns beyond `printed` stand outside the printed page. */
  constructor(
    readonly name: string,
    private readonly widths: readonly number[],
    readonly printed: number = widths.length,
  ) {}

  /** Of the printed columns together, in characters. */
  get width(): number {
    return this.widths.slice(0, this.printed).reduce((sum, width) => sum + width, 0);
  }

  /** Sets one cell and returns it as a live figure that other cells of this sheet can refer to. */
  put(row: number, column: number, role: CellRole, ink: Ink, options: CellOptions = {}): Live {
    const { across = 1, down = 1, format, align, origin } = options;
    const isLive = ink !== null && typeof ink === 'object';
    const value = isLive ? ink.value : (ink ?? BLANK);
    this.cells.push({
      row,
      column,
      role,
      content: isLive
        ? { kind: 'formula', formula: `=${ink.formula}` }
        : value === BLANK
          ? { kind: 'empty' }
          : { kind: 'value', value },
      ...(isLive ? { cached: value } : {}),
      ...(format === undefined ? {} : { format }),
      ...(align === undefined ? {} : { align }),
      ...(origin === undefined ? {} : { origin }),
    });
    if (across > 1 || down > 1) this.merge(row, column, role, across, down);
    this.stretch(row, typeof value === 'string' ? value : '', role, column, across, down);
    return cellAt(row, column, value);
  }

  /** One line over the whole printed width; the row advances. */
  line(role: CellRole, ink: Ink, options: Pick<CellOptions, 'align' | 'format'> = {}): Live {
    const cell = this.put(this.row, 0, role, ink, { ...options, across: this.printed });
    this.row++;
    return cell;
  }

  /** Two ends of one line: `填报单位：…` on the left, `单位：…` on the right. */
  ends(left: Ink, right: Ink, role: CellRole = 'unitLine'): void {
    const half = Math.ceil(this.printed / 2);
    this.put(this.row, 0, role, left, { across: half });
    this.put(this.row, half, role, right, { across: this.printed - half, align: 'right' });
    this.row++;
  }

  /** The header of a table in one or two rows, repeated on every page. */
  tableHeader(columns: readonly HeaderColumn[], repeat = true): void {
    const first = this.row;
    const isDouble = columns.some((column) => column.group !== undefined);
    for (let c = 0; c < columns.length; c++) {
      const { title: whole, group } = columns[c] ?? { title: '' };
      const title = headerLines(whole, this.widths[c] ?? 0, STYLES.header.size);
      if (group === undefined) {
        this.put(first, c, 'header', title, { down: isDouble ? 2 : 1 });
        continue;
      }
      if (columns[c - 1]?.group !== group) {
        let across = 1;
        while (columns[c + across]?.group === group) across++;
        this.put(first, c, 'header', group, { across });
      }
      this.put(first + 1, c, 'header', title);
    }
    const last = first + (isDouble ? 1 : 0);
    if (repeat) this.header = { first, last };
    this.row = last + 1;
  }

  /** Rows that one page should hold together. */
  together(first: number, last: number): void {
    this.blocks.push({ first, last });
  }

  /** The notes below a table. They stay on a page with the table's last row and with all lines that follow. */
  notes(lines: readonly string[]): void {
    this.tail ??= Math.max(0, this.row - 1);
    lines.forEach((text, i) => this.line('note', i === 0 ? `注：${text}` : `\u3000\u3000${text}`));
  }

  /** A chart over the whole printed width below the last row, `rows` rows of 20 points high. */
  chart(chart: Omit<ChartSpec, 'position'>, rows: number, columns?: { readonly left: number; readonly right: number }) {
    this.endTail();
    const position = {
      top: this.row,
      left: columns?.left ?? 0,
      bottom: this.row + rows - 1,
      right: columns?.right ?? this.printed - 1,
    };
    this.charts.push({ ...chart, position });
    for (let row = position.top; row <= position.bottom; row++) this.heights[row] = 20;
    this.together(position.top, position.bottom);
    this.row = position.bottom + 1;
  }

  emphasise(format: ConditionalFormatSpec): void {
    this.conditional.push(format);
  }

  validate(validation: ValidationSpec): void {
    this.validations.push(validation);
  }

  height(row: number, points: number): void {
    this.heights[row] = points;
  }

  finish(
    options: {
      readonly orientation?: PrintSpec['orientation'];
      /** Shrinks the sheet to one page whatever its length. */
      readonly onePage?: boolean;
      readonly freezeColumns?: number;
      /** Columns that say what a row is about. */
      readonly keys?: readonly number[];
    } = {},
  ): SheetSpec {
    const { orientation = 'landscape', onePage = false, freezeColumns = 0, keys = [] } = options;
    this.endTail();
    const area = { top: 0, left: 0, bottom: Math.max(this.row - 1, 0), right: this.printed - 1 };
    const pages = fitToPages({
      orientation,
      margins: MARGINS,
      widths: this.widths.slice(0, this.printed),
      heights: Array.from({ length: area.bottom + 1 }, (_, row) => this.heights[row] ?? LEAST_ROW_HEIGHT),
      repeated: this.header,
      blocks: this.blocks,
    });
    return {
      name: this.name,
      cells: this.cells,
      merges: this.merges,
      columnWidths: this.widths,
      rowHeights: this.heights,
      freeze: this.header ? { rows: this.header.last + 1, columns: freezeColumns } : null,
      charts: this.charts,
      validations: this.validations,
      conditionalFormats: this.conditional,
      print: {
        orientation,
        repeatRows: this.header,
        area,
        pagesTall: onePage ? 1 : pages.pagesTall,
        margins: MARGINS,
        ...(!onePage && pages.breaksBefore.length > 0 ? { breaksBefore: pages.breaksBefore } : {}),
      },
      keyColumns: keys,
      locked: false,
    };
  }

  private endTail(): void {
    if (this.tail !== null && this.row > this.tail) this.together(this.tail, this.row - 1);
    this.tail = null;
  }

  /** Every cell of a merged area carries the role, so that its borders are drawn all around. */
  private merge(row: number, column: number, role: CellRole, across: number, down: number): void {
    this.merges.push({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 });
    for (let r = row; r < row + down; r++) {
      for (let c = column; c < column + across; c++) {
        if (r !== row || c !== column) this.cells.push({ row: r, column: c, role, content: { kind: 'empty' } });
      }
    }
  }

  /** Rows are as high as their longest text needs: hosts do not fit merged cells by themselves. */
  private stretch(row: number, text: string, role: CellRole, column: number, across: number, down: number): void {
    if (column >= this.printed) return;
    const { size, wrap, border } = STYLES[role];
    const width = this.widths.slice(column, column + across).reduce((a, b) => a + b, 0);
    const air = border === 'thin' ? 7 : role === 'note' || role === 'paragraph' ? 3 : 6;
    const needed = heightOf(wrap ? linesOf(text, width, size) : 1, size, air) / down;
    const least = border === 'thin' ? LEAST_ROW_HEIGHT : 0;
    this.heights[row] = Math.max(this.heights[row] ?? 0, needed, least);
  }
}
