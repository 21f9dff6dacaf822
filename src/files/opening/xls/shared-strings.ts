import { Refusal } from '../../failure';
import { RECORD, type Records } from './records';

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

export interface SharedStrings {
  readonly count: number;
  /** Numbers (0-based) of the texts without letters. */
  readonly empty: ReadonlySet<number>;
}

/**
 * Reads the lengths of the shared texts over the records that continue them. Each text must lead to the
 * next and the last to the end: a length that is wrong moves all texts behind it, and cells would lose theirs.
 */
export function readSharedStrings(records: Records): SharedStrings {
  const count = records.u32(4);
  const empty = new Set<number>();
  const reader = new Continued(records, 8);
  for (let i = 0; i < count; i++) {
    const letters = reader.u16();
    if (letters === 0) empty.add(i);
    const flags = reader.u8();
    if (flags & ~(WIDE | EXTENDED | RICH)) throw new Refusal('incomplete');
    const runs = flags & RICH ? reader.u16() : 0;
    const extra = flags & EXTENDED ? reader.u32() : 0;
    reader.skipLetters(letters, (flags & WIDE) !== 0);
    reader.skip(runs * 4 + extra);
  }
  if (!reader.isAtEnd()) throw new Refusal('incomplete');
  return { count, empty };
}

/** A record's content together with that of the records which continue it. */
class Continued {
  constructor(
    private readonly records: Records,
    private offset: number,
  ) {}

  u8(): number {
    this.need(1);
    return this.records.u8(this.offset++);
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0) {
      this.need(1);
      const step = Math.min(left, this.records.size - this.offset);
      this.offset += step;
      left -= step;
    }
  }

  /** Letters that go on in the next record begin there with a byte that says anew how wide they are. */
  skipLetters(count: number, isWide: boolean): void {
    let left = count;
    let bytesEach = isWide ? 2 : 1;
    while (left > 0) {
      if (this.offset === this.records.size) {
        this.need(1);
        const flags = this.u8();
        if (flags > WIDE) throw new Refusal('incomplete');
        bytesEach = flags === WIDE ? 2 : 1;
      }
      const step = Math.min(left, Math.floor((this.records.size - this.offset) / bytesEach));
      if (step === 0) throw new Refusal('incomplete');
      this.offset += step * bytesEach;
      left -= step;
    }
  }

  isAtEnd(): boolean {
    return this.offset === this.records.size && this.records.following !== RECORD.continue;
  }

  private need(bytes: number): void {
    while (this.offset + bytes > this.records.size) {
      if (this.offset !== this.records.size || this.records.following !== RECORD.continue)
        throw new Refusal('incomplete');
      this.records.next();
      this.offset = 0;
    }
  }
}
