import type { Area, CellValue, SheetSnapshot } from '../workbook';
import type { SheetLayout } from './read-layout';
import { contentFrom } from './typed-text';

/** One block of rows as Excel gave it. */
export interface Block {
  /** 0-based sheet row of its first row. */
  readonly firstRow: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** A sheet's snapshot in the making: blocks go straight into the flat arrays, no object per cell. */
export class SheetAssembly {
  readonly rowCount: number;
  readonly columnCount: number;
  private readonly values: CellValue[];
  private readonly formulas = new Map<number, string>();
  private readonly codes = ['General'];
  private readonly codeIds = new Map([['General', 0]]);
  private formatIndex: Uint16Array | null = null;
  private merges: readonly Area[] = [];
  private hiddenRows: ReadonlySet<number> = new Set();
  private hiddenColumns: ReadonlySet<number> = new Set();

  constructor(readonly layout: SheetLayout) {
    const { used } = layout;
    this.rowCount = used ? used.bottom - used.top + 1 : 0;
    this.columnCount = used ? used.right - used.left + 1 : 0;
    this.values = new Array<CellValue>(this.rowCount * this.columnCount).fill(null);
    if (used && layout.rowsHidden) this.hiddenRows = span(used.top, this.rowCount);
    if (used && layout.columnsHidden) this.hiddenColumns = span(used.left, this.columnCount);
  }

  add({ firstRow, values, formulas, formats }: Block): void {
    const first = (firstRow - (this.layout.used?.top ?? 0)) * this.columnCount;
    values.forEach((row, r) => {
      const at = first + r * this.columnCount;
      row.forEach((value, c) => this.setCell(at + c, value, formulas[r]?.[c], formats[r]?.[c]));
    });
  }

  private setCell(index: number, value: unknown, formula: unknown, format: unknown): void {
    if (typeof formula === 'string' && formula.charCodeAt(0) === 61) {
      const content = contentFrom(formula, value);
      if (content.kind === 'formula') this.formulas.set(index, content.formula);
    }
    if (typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '')) {
      this.values[index] = value;
    }
    if (typeof format !== 'string' || format === 'General' || format === '') return;
    let id = this.codeIds.get(format);
    if (id === undefined) {
      id = this.codes.push(format) - 1;
      this.codeIds.set(format, id);
    }
    this.formatIndex ??= new Uint16Array(this.values.length);
    this.formatIndex[index] = id;
  }

  setMerges(merges: readonly Area[]): void {
    this.merges = merges;
  }

  /** `flags[i]` tells whether the i-th row of the used area is hidden. */
  setHiddenRows(flags: readonly boolean[]): void {
    this.hiddenRows = flagged(flags, this.layout.used?.top ?? 0);
  }

  setHiddenColumns(flags: readonly boolean[]): void {
    this.hiddenColumns = flagged(flags, this.layout.used?.left ?? 0);
  }

  finish(): SheetSnapshot {
    const { layout, rowCount, columnCount, values, formulas, merges, hiddenRows, hiddenColumns } = this;
    const { name, visibility, isProtected, used } = layout;
    return {
      name,
      visibility,
      isProtected,
      top: used?.top ?? 0,
      left: used?.left ?? 0,
      rowCount,
      columnCount,
      values,
      formulas,
      formatCodes: this.codes,
      formatIndex: this.formatIndex,
      merges,
      hiddenRows,
      hiddenColumns,
    };
  }
}

function span(first: number, count: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, i) => first + i));
}

function flagged(flags: readonly boolean[], first: number): ReadonlySet<number> {
  return new Set(flags.flatMap((isSet, i) => (isSet ? [first + i] : [])));
}
