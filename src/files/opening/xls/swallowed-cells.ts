import { cellRecord, FILLED_CELLS, type CellRecord, type RecordContent } from './cell-records';
import type { BiffVersion, Records } from './records';

const HEADER_BYTES = 4;
const FILLED: ReadonlySet<number> = new Set(FILLED_CELLS);

/**
 * Whether the content of a record holds whole records of cells up to its very end: its length was damaged, and the
 * next record that is found is one from behind them. `isPossible` says whether a cell may stand where it says.
 */
export function swallowsCells(
  record: Records,
  version: BiffVersion,
  isPossible: (cell: CellRecord) => boolean,
): boolean {
  for (let from = 0; from + HEADER_BYTES < record.size; from++) {
    const [type, size] = [record.u16(from), record.u16(from + 2)];
    if (!FILLED.has(type) || from + HEADER_BYTES + size > record.size) continue;
    const cell = cellRecord(new Inside(record, from + HEADER_BYTES, size), type, version);
    if (cell !== null && cell !== 'broken' && isPossible(cell) && reachesEnd(record, from)) return true;
  }
  return false;
}

/** Whether the lengths that stand there lead from record to record exactly to the end. */
function reachesEnd(record: Records, from: number): boolean {
  let at = from;
  while (at + HEADER_BYTES <= record.size) at += HEADER_BYTES + record.u16(at + 2);
  return at === record.size;
}

/** A record within the content of another. */
class Inside implements RecordContent {
  constructor(
    private readonly outer: Records,
    private readonly from: number,
    readonly size: number,
  ) {}

  u8(offset: number): number {
    return this.outer.u8(this.from + offset);
  }

  u16(offset: number): number {
    return this.outer.u16(this.from + offset);
  }
}
