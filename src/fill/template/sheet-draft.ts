import type { Area, CellRole, PrintSpec, SheetSpec, SpecCell, ValidationSpec } from '../../workbook';

/** What a cell of a template holds: a constant, a formula with what it now gives, or nothing. */
export type DraftContent = string | number | null | { readonly formula: string; readonly cached: string | number };

/** A column of a template's table. */
export interface DraftColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
}

const MARGINS = { top: 2, bottom: 2, left: 1.5, right: 1.5 } as const;

/** A sheet of a template being put together; `row` is the next free row (0-based). */
export class SheetDraft {
  row = 0;
  private readonly cells: SpecCell[] = [];
  private readonly merges: Area[] = [];
  private readonly heights: Record<number, number> = {};
  private readonly validations: ValidationSpec[] = [];
  private headerRow: number | null = null;

  constructor(
    readonly name: string,
    readonly columns: readonly DraftColumn[],
  ) {}

  get last(): number {
    return this.columns.length - 1;
  }

  put(row: number, column: number, role: CellRole, content: DraftContent, format?: string): void {
    const isFormula = content !== null && typeof content === 'object';
    this.cells.push({
      row,
      column,
      role,
      content: isFormula
        ? { kind: 'formula', formula: content.formula }
        : content === null || content === ''
          ? { kind: 'empty' }
          : { kind: 'value', value: content },
      ...(isFormula ? { cached: content.cached } : {}),
      ...(format === undefined ? {} : { format }),
    });
  }

  /** One text over the whole width; `lines` says how high the row has to be. */
  wide(role: CellRole, text: string, lines = 1): void {
    for (let column = 0; column <= this.last; column++) this.put(this.row, column, role, column === 0 ? text : null);
    if (this.last > 0) this.merge({ top: this.row, left: 0, bottom: this.row, right: this.last });
    if (lines > 1) this.heights[this.row] = Math.min(409, 8 + lines * 17);
    this.row++;
  }

  header(): void {
    this.columns.forEach(({ title }, column) => this.put(this.row, column, 'header', title));
    this.heights[this.row] = 36;
    this.headerRow = this.row++;
  }

  merge(area: Area): void {
    this.merges.push(area);
  }

  height(row: number, points: number): void {
    this.heights[row] = points;
  }

  validate(validation: ValidationSpec): void {
    this.validations.push(validation);
  }

  finish(
    options: { readonly orientation?: PrintSpec['orientation']; readonly freezeColumns?: number } = {},
  ): SheetSpec {
    const { headerRow } = this;
    return {
      name: this.name,
      cells: this.cells,
      merges: this.merges,
      columnWidths: this.columns.map(({ width }) => width),
      rowHeights: this.heights,
      freeze: headerRow === null ? null : { rows: headerRow + 1, columns: options.freezeColumns ?? 0 },
      charts: [],
      validations: this.validations,
      conditionalFormats: [],
      print: {
        orientation: options.orientation ?? 'landscape',
        repeatRows: headerRow === null ? null : { first: headerRow, last: headerRow },
        area: { top: 0, left: 0, bottom: Math.max(0, this.row - 1), right: this.last },
        pagesTall: 0,
        margins: MARGINS,
      },
      locked: true,
    };
  }
}
