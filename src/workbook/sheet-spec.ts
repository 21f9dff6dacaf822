import type { Area } from './a1';
import type { CellContent } from './edits';

/** What a cell is on the sheet; each host turns the role into fonts, alignment and borders (`reports/style.ts`). */
export type CellRole =
  | 'annexNumber' // 附件2, top left
  | 'title'
  | 'period' // (2023年6月)
  | 'unitLine' // 填报单位：… 单位：个、亩
  | 'header'
  | 'section' // 一、高中阶段
  | 'subtotal'
  | 'total'
  | 'body'
  | 'bodyCentre' // 序号
  | 'number'
  | 'input' // an open cell of a template
  | 'note'
  | 'signature'
  | 'headline' // a figure on the front page
  | 'paragraph';

/** One cell of a generated sheet; row and column are 0-based. */
export interface SpecCell {
  readonly row: number;
  readonly column: number;
  readonly role: CellRole;
  readonly content: CellContent;
  /** What a formula is known to give, so that a file shows figures before it is calculated. */
  readonly cached?: string | number | boolean;
  /** Excel number format code, e.g. `0`, `0.00`, `0.0%`. */
  readonly format?: string;
  /** Overrides the role's alignment, e.g. for the right-hand end of a unit line. */
  readonly align?: 'left' | 'centre' | 'right';
  /** Where the figure comes from, in words; becomes a cell note where the host has notes. */
  readonly origin?: string;
}

export type ValidationSpec =
  | {
      readonly kind: 'list';
      readonly area: Area;
      readonly items: readonly string[];
      readonly strict: boolean;
      readonly prompt?: string;
    }
  | {
      readonly kind: 'wholeNumber' | 'decimal' | 'date';
      readonly area: Area;
      readonly min: number;
      readonly max: number;
      readonly prompt?: string;
    };

/** A chart over cells of the same sheet; areas include no header. */
export interface ChartSpec {
  readonly name: string;
  readonly type: 'columnClustered' | 'columnStacked' | 'barClustered' | 'barStacked' | 'line';
  readonly title: string;
  readonly categories: Area;
  readonly series: readonly { readonly name: string; readonly values: Area; readonly colour: string }[];
  /** The cells that the chart covers. */
  readonly position: Area;
  readonly valueFormat?: string;
}

/** Colours one row or cell by a formula, without painting it. */
export interface ConditionalFormatSpec {
  readonly area: Area;
  /** A formula with `=`, relative to the area's top-left cell. */
  readonly formula: string;
  readonly fill?: string;
  readonly font?: string;
  readonly bold?: boolean;
}

export interface PrintSpec {
  readonly orientation: 'portrait' | 'landscape';
  /** 0-based header rows that every page repeats. */
  readonly repeatRows: { readonly first: number; readonly last: number } | null;
  readonly area: Area;
  /** Pages wide is always 1; 0 means as many pages long as needed. */
  readonly pagesTall: number;
  /** Centimetres. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Rows before which a page must end (0-based), so that no block is split. */
  readonly breaksBefore?: readonly number[];
}

/** A cell that a person filled on a generated sheet; positions are 0-based. */
export interface KeptCell {
  readonly row: number;
  readonly column: number;
  /** Never empty. */
  readonly content: CellContent;
  readonly format: string;
  /** Where it stands before the sheet is filled again. */
  readonly from: { readonly row: number; readonly column: number } | null;
}

/** A whole generated sheet as data. The same spec goes to Excel, to files and to the tests. */
export interface SheetSpec {
  readonly name: string;
  readonly cells: readonly SpecCell[];
  readonly merges: readonly Area[];
  /** Widths in characters of 7 pixels (and 5 pixels beside them), from column 0. */
  readonly columnWidths: readonly number[];
  /** Row → height in points; rows that are absent fit themselves. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly charts: readonly ChartSpec[];
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly print: PrintSpec;
  /** Columns whose texts say what a row of the table is about, so that a person's additions find it again. */
  readonly keyColumns?: readonly number[];
  /** What a person added to the sheet since it was made last; it goes back in its place. */
  readonly kept?: readonly KeptCell[];
  /** Locks everything but `input` cells, without a password. */
  readonly locked: boolean;
  readonly hidden?: boolean;
}

/** A whole generated workbook. `parts` as in a snapshot. */
export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly parts: Readonly<Record<string, string>>;
}
