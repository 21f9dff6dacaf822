/** What a file may be at most before it is refused. Bytes and counts. */
export interface Limits {
  /** Size of the file as it arrived. */
  readonly fileBytes: number;
  /** Entries in the package. */
  readonly entries: number;
  /** One part of the package, inflated. */
  readonly partBytes: number;
  /** All parts together, inflated. */
  readonly inflatedBytes: number;
  /** Inflated to packed size of one part, looked at only where the part is larger than `ratioFloorBytes`. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  readonly sheets: number;
  /** Cells of all stored blocks together: content from A1 to XFD1048576 cannot be held. */
  readonly cells: number;
  readonly merges: number;
  readonly sharedStrings: number;
  readonly styles: number;
  /** Characters of all formulas of a sheet, shared ones written out for each of their cells. */
  readonly formulaCharacters: number;
  /** Nesting of elements in any part that is read. */
  readonly depth: number;
}

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 64 * MB,
  entries: 5_000,
  partBytes: 128 * MB,
  inflatedBytes: 256 * MB,
  ratio: 300,
  ratioFloorBytes: 8 * MB,
  sheets: 500,
  cells: 12_000_000,
  merges: 200_000,
  sharedStrings: 5_000_000,
  styles: 65_000,
  formulaCharacters: 24_000_000,
  depth: 100,
};
