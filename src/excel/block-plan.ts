import type { SheetAssembly } from './sheet-assembly';

/** Bytes of cells that one answer may hold: Excel's limit is 5 MB, the rest is room for error. */
export const TRIP_BYTES = 4 * 1024 * 1024;

/** Bytes that a cell is taken to need (value, formula and number format) before any was seen. */
const FIRST_GUESS = 48;
/** Rows of a block whose size is measured. */
const SAMPLE = 200;

/** A block of rows to ask for; `firstRow` is a 0-based sheet row. */
export interface PlannedBlock {
  readonly sheet: SheetAssembly;
  readonly firstRow: number;
  readonly rowCount: number;
}

/** Decides which rows of which sheets go into the next round trip, learning from what came back. */
export class BlockPlan {
  private readonly waiting: PlannedBlock[];
  private readonly bytesPerCell = new Map<SheetAssembly, number>();
  readonly totalCells: number;

  constructor(sheets: readonly SheetAssembly[]) {
    this.waiting = sheets
      .filter((sheet) => sheet.rowCount > 0)
      .map((sheet) => ({ sheet, firstRow: sheet.layout.used?.top ?? 0, rowCount: sheet.rowCount }));
    this.totalCells = this.cellsLeft;
  }

  get cellsLeft(): number {
    return this.waiting.reduce((sum, { sheet, rowCount }) => sum + rowCount * sheet.columnCount, 0);
  }

  /** Takes the blocks of the next round trip off the plan; none when all is read. */
  next(budget = TRIP_BYTES): readonly PlannedBlock[] {
    const taken: PlannedBlock[] = [];
    let left = budget;
    for (let block = this.waiting[0]; block && left > 0; block = this.waiting[0]) {
      const rowBytes = block.sheet.columnCount * this.guess(block.sheet);
      const fit = Math.floor(left / rowBytes);
      if (fit === 0 && taken.length > 0) break;
      const rowCount = Math.min(block.rowCount, Math.max(1, fit));
      taken.push({ ...block, rowCount });
      left -= rowCount * rowBytes;
      this.waiting.shift();
      if (rowCount < block.rowCount) {
        this.waiting.unshift({
          ...block,
          firstRow: block.firstRow + rowCount,
          rowCount: block.rowCount - rowCount,
        });
        break;
      }
    }
    return taken;
  }

  private guess(sheet: SheetAssembly): number {
    return this.bytesPerCell.get(sheet) ?? FIRST_GUESS;
  }

  /** Learns from a block that came back: all its grids. */
  learn(sheet: SheetAssembly, ...grids: readonly (readonly (readonly unknown[])[])[]): void {
    const rows = grids[0]?.length ?? 0;
    const step = Math.max(1, Math.floor(rows / SAMPLE));
    let bytes = 0;
    let cells = 0;
    for (let r = 0; r < rows; r += step) {
      for (const grid of grids) for (const cell of grid[r] ?? []) bytes += cellBytes(cell);
      cells += sheet.columnCount;
    }
    if (cells > 0) this.bytesPerCell.set(sheet, Math.max(8, bytes / cells));
  }

  /**
   * Puts blocks back that were too large, to be asked for in pieces of half the size. `false` where a single row is
   * too large already.
   */
  halve(blocks: readonly PlannedBlock[]): boolean {
    if (blocks.every(({ rowCount }) => rowCount === 1) && blocks.length <= 1) return false;
    const cells = blocks.reduce((sum, { sheet, rowCount }) => sum + rowCount * sheet.columnCount, 0);
    for (const { sheet } of blocks)
      this.bytesPerCell.set(sheet, Math.max(2 * this.guess(sheet), (2 * TRIP_BYTES) / cells));
    this.waiting.unshift(...blocks);
    return true;
  }
}

/** About what a cell takes in JSON: a Chinese character is three bytes. */
function cellBytes(cell: unknown): number {
  if (typeof cell !== 'string') return 6;
  let bytes = 3 + cell.length;
  for (let i = 0; i < cell.length; i++) if (cell.charCodeAt(i) > 127) bytes += 2;
  return bytes;
}
