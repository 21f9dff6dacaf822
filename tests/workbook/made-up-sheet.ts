import {
  contentOf,
  sheetFromGrid,
  type CellRole,
  type CellValue,
  type SheetSnapshot,
  type SheetSpec,
  type SpecCell,
} from '../../src/workbook';

/** One line of a sheet: its role and the texts of its cells from column A on; `null` is no cell, `''` an empty one. */
export type Line = readonly [role: CellRole, ...cells: (string | number | null)[]];

/** `=B2 → 5` is a formula that is known to give 5; `=B2 →` one that gives nothing. */
const FORMULA = /^(=.*?)\s*→\s*(.*)$/u;

/** A sheet to be made of these lines. */
export function specOf(lines: readonly Line[], more: Partial<SheetSpec> = {}): SheetSpec {
  const cells = lines.flatMap(([role, ...texts], row) =>
    texts.flatMap((text, column): SpecCell[] => {
      if (text === null) return [];
      const [, formula, cached = ''] = FORMULA.exec(String(text)) ?? [];
      if (formula === undefined) return [{ row, column, role, content: contentOf(text) }];
      const cell: SpecCell = { row, column, role, content: { kind: 'formula', formula } };
      return [cached === '' ? cell : { ...cell, cached }];
    }),
  );
  const header = lines.flatMap(([role], row) => (role === 'header' ? [row] : []));
  const [first, last] = [header[0], header.at(-1)];
  return {
    name: '合成数据',
    cells,
    merges: [],
    columnWidths: [],
    rowHeights: {},
    freeze: null,
    charts: [],
    validations: [],
    conditionalFormats: [],
    print: {
      orientation: 'portrait',
      repeatRows: first === undefined || last === undefined ? null : { first, last },
      area: { top: 0, left: 0, bottom: 0, right: 0 },
      pagesTall: 0,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    },
    locked: false,
    ...more,
  };
}

type Cell = CellValue | { readonly formula: string; readonly value: CellValue };

/** A sheet that was made, as a person has it before them: cells can be filled, rows and columns put in and moved. */
export class Paper {
  private readonly grid: Cell[][];

  constructor(spec: SheetSpec) {
    const height = Math.max(...spec.cells.map(({ row }) => row)) + 1;
    const width = Math.max(...spec.cells.map(({ column }) => column)) + 1;
    this.grid = Array.from({ length: height }, () => Array<Cell>(width).fill(null));
    for (const { row, column, content, cached } of spec.cells) {
      if (content.kind === 'formula') this.put(row, column, { formula: content.formula, value: cached ?? '' });
      if (content.kind === 'value') this.put(row, column, content.value);
    }
  }

  put(row: number, column: number, cell: Cell): this {
    while (this.grid.length <= row) this.grid.push([]);
    const line = this.grid[row] ?? [];
    while (line.length < column) line.push(null);
    line[column] = cell;
    return this;
  }

  insertRow(row: number): this {
    this.grid.splice(row, 0, []);
    return this;
  }

  insertColumn(column: number): this {
    for (const line of this.grid) if (line.length > column) line.splice(column, 0, null);
    return this;
  }

  deleteRow(row: number): this {
    this.grid.splice(row, 1);
    return this;
  }

  swapRows(a: number, b: number): this {
    [this.grid[a], this.grid[b]] = [this.grid[b] ?? [], this.grid[a] ?? []];
    return this;
  }

  snapshot(formats?: readonly (readonly (string | null)[])[]): SheetSnapshot {
    return sheetFromGrid('合成数据', this.grid, formats ? { formats } : {});
  }
}
