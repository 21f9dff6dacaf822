import { CELL, type NumberColumn } from '../../audit/views/number-column';
import { contentAt } from '../../workbook';
import type { TableCollector } from '../collector';
import type { SumSection } from './section-tree';
import { rowFigures, type RowFigures } from './row-figures';
import { fillSum } from './sum-cell';

const NOTHING_MORE: ReadonlyMap<number, readonly number[]> = new Map();

/** Subtotals and the total of every column that is added up. `breaks`: rows before which rows are about to be inserted. */
export function fillSums(out: TableCollector, roots: readonly SumSection[], breaks: ReadonlySet<number>): void {
  for (const column of out.view.summables()) {
    const numbers = out.view.numbers(column.field);
    if (numbers) new ColumnSums(out, numbers, breaks).fill(roots);
  }
}

/** What a part of the table comes to, and the rows that say so. */
interface Part {
  /** Rows to add for the part: its subtotal where it has one, else its data rows. */
  readonly adds: readonly number[];
  readonly rows: readonly number[];
  readonly sum: number;
  readonly blanks: readonly number[];
}

class ColumnSums {
  private readonly standsFor = new Map<number, readonly number[]>();

  constructor(
    private readonly out: TableCollector,
    private readonly numbers: NumberColumn,
    private readonly breaks: ReadonlySet<number>,
  ) {}

  fill(roots: readonly SumSection[]): void {
    const parts = roots.map((root) => this.fillSection(root));
    const { table } = this.out.view;
    const covered = new Set(parts.flatMap((part) => part.rows));
    const loose = table.dataRows.filter((row) => !covered.has(row));
    if (table.totalRow !== null) this.fillTotal(table.totalRow, [...parts, this.partOf(loose)]);
  }

  /** Fills the section's own subtotal and those of its parts; says what a total has to add for it. */
  private fillSection({ section, label, children }: SumSection): Part {
    for (const child of children) this.fillSection(child);
    const { subtotalRow, rows } = section;
    const own = this.partOf(rows);
    if (subtotalRow === null) return own;
    if (rows.length === 0) return this.emptySection(subtotalRow);
    const figures = this.figures(rows);
    const isRight = fillSum(this.out, {
      row: subtotalRow,
      numbers: this.numbers,
      label: `${label}小计`,
      adds: rows,
      wanted: { rows: new Set(rows), standsFor: children.length > 0 ? this.standsFor : NOTHING_MORE },
      figures,
      sum: figures.sum,
      breaks: this.breaks,
    });
    if (isRight) {
      this.standsFor.set(subtotalRow, rows);
      return { ...own, adds: [subtotalRow], blanks: [] };
    }
    if (!this.isStated(subtotalRow)) return own;
    // The stated subtotal stays and is what the table says: the total has to hold with it.
    this.standsFor.set(subtotalRow, rows);
    return { ...own, adds: [subtotalRow], sum: this.stated(subtotalRow), blanks: [] };
  }

  private fillTotal(row: number, parts: readonly Part[]): void {
    const rows = parts.flatMap((part) => part.rows);
    if (rows.length === 0) return;
    const figures = this.figures(rows);
    fillSum(this.out, {
      row,
      numbers: this.numbers,
      label: '合计',
      adds: parts.flatMap((part) => part.adds).sort((a, b) => a - b),
      wanted: { rows: new Set(rows), standsFor: this.standsFor },
      figures: { ...figures, blanks: parts.flatMap((part) => part.blanks) },
      sum: parts.reduce((sum, part) => sum + part.sum, 0),
      breaks: this.breaks,
    });
  }

  private partOf(rows: readonly number[]): Part {
    const { sum, blanks } = this.figures(rows);
    return { adds: rows, rows, sum, blanks };
  }

  /** A subtotal without rows (a district without such schools) counts as itself. */
  private emptySection(subtotalRow: number): Part {
    if (!this.isStated(subtotalRow)) return { adds: [], rows: [], sum: 0, blanks: [] };
    return { adds: [subtotalRow], rows: [subtotalRow], sum: this.stated(subtotalRow), blanks: [] };
  }

  private isStated(row: number): boolean {
    const status = this.numbers.status(row);
    if (status === CELL.number) return true;
    return contentAt(this.out.view.sheet, row, this.numbers.column.column).kind === 'formula';
  }

  private stated(row: number): number {
    const value = this.numbers.value(row) / this.numbers.column.factor;
    return Number.isNaN(value) ? 0 : value;
  }

  private readonly known = new Map<readonly number[], RowFigures>();

  private figures(rows: readonly number[]): RowFigures {
    let figures = this.known.get(rows);
    if (!figures)
      this.known.set(
        rows,
        (figures = rowFigures(this.out.view.sheet, this.numbers, rows, this.out.isFilled.bind(this.out))),
      );
    return figures;
  }
}
