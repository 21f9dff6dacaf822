/** How one cell looks in the grid, in Univer's own terms. */
export type GridStyle = Readonly<Record<string, unknown>>;

/** What the grid needs of a sheet beside its snapshot. Positions are 0-based, widths in characters, heights in points. */
export interface SheetLook {
  readonly widths: readonly (number | undefined)[];
  readonly heights: Readonly<Record<number, number>>;
  /** `row,column` → style. */
  readonly styles: ReadonlyMap<string, GridStyle>;
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
}

/** By sheet name; sheets that are absent look plain. */
export type SheetLooks = Readonly<Record<string, SheetLook>>;

/** A column's width in Excel counts digits of the standard font; the grid counts pixels. */
export const PIXELS_PER_CHARACTER = 7.4;
export const POINTS_PER_PIXEL = 0.75;
