/** Replacements in the bytes of a part; everything between them stays byte for byte. */
export class Splices {
  private readonly items: { readonly start: number; readonly end: number; readonly bytes: Uint8Array }[] = [];
  private readonly encoder = new TextEncoder();

  constructor(private readonly bytes: Uint8Array) {}

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  /** Replaces a range; ranges must not overlap. Several insertions at one place stand in the order they were made. */
  replace(start: number, end: number, text: string): void {
    this.items.push({ start, end, bytes: this.encoder.encode(text) });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  apply(): Uint8Array {
    const inOrder = this.items
      .map((item, order) => ({ ...item, order }))
      .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    const growth = inOrder.reduce((sum, { start, end, bytes }) => sum + bytes.length - (end - start), 0);
    const result = new Uint8Array(this.bytes.length + growth);
    let from = 0;
    let to = 0;
    for (const { start, end, bytes } of inOrder) {
      result.set(this.bytes.subarray(from, start), to);
      to += start - from;
      result.set(bytes, to);
      to += bytes.length;
      from = end;
    }
    result.set(this.bytes.subarray(from), to);
    return result;
  }
}
