import { Refusal } from '../failure';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;

/** What {@link XmlScanner.next} stands on. */
export const enum Tag {
  end = 0,
  open = 1,
  close = 2,
  empty = 3,
}

/**
 * Goes through the tags of a UTF-8 XML part byte by byte, making no string that is not asked for. Prefixes are
 * passed over: `<x:c>` is `c`. Comments and instructions are skipped, a DOCTYPE is refused, and so is nesting beyond
 * the limit and a part that ends in the middle.
 */
export class XmlScanner {
  /** Just behind the tag that the scanner stands on. */
  at = 0;
  /** The local name of the tag, as a range of bytes. */
  nameStart = 0;
  nameEnd = 0;
  /** Behind the name, and at the end of the attributes. */
  attributesStart = 0;
  attributesEnd = 0;
  /** Where the tag begins. */
  tagStart = 0;
  depth = 0;

  /** Where the names of the elements begin and end that are open, by depth. */
  private readonly openStarts: Int32Array;
  private readonly openEnds: Int32Array;

  constructor(
    readonly bytes: Uint8Array,
    private readonly maxDepth: number,
  ) {
    this.openStarts = new Int32Array(maxDepth);
    this.openEnds = new Int32Array(maxDepth);
  }

  /** Moves to the next tag. */
  next(): Tag {
    const { bytes } = this;
    for (;;) {
      let at = this.at;
      while (at < bytes.length && bytes[at] !== LT) at++;
      if (at >= bytes.length) {
        if (this.depth !== 0) throw new Refusal('damaged');
        this.at = at;
        return Tag.end;
      }
      const following = bytes[at + 1];
      if (following === BANG || following === QUESTION) {
        this.at = this.skipSpecial(at);
        continue;
      }
      return this.enter(at, following === SLASH);
    }
  }

  /**
   * Moves to the first tag, which must be this one: what is not the part that it should be would otherwise be
   * read to its end as a part with nothing in it.
   */
  enterRoot(name: string): void {
    const tag = this.next();
    if ((tag !== Tag.open && tag !== Tag.empty) || !this.is(name)) throw new Refusal('damaged');
  }

  private enter(at: number, isClose: boolean): Tag {
    const { bytes } = this;
    this.tagStart = at;
    let end = at + (isClose ? 2 : 1);
    this.nameStart = end;
    let byte = bytes[end] ?? GT;
    while (byte !== GT && byte !== SLASH && byte > 32) {
      if (byte === COLON) this.nameStart = end + 1;
      byte = bytes[++end] ?? GT;
    }
    this.nameEnd = end;
    this.attributesStart = end;
    while (byte !== GT) {
      if (byte === 0x22 || byte === 0x27) {
        const quote = byte;
        do end++;
        while (end < bytes.length && bytes[end] !== quote);
      } else if (byte === LT) {
        // A tag that lost its end would take over the attributes of the next.
        throw new Refusal('damaged');
      }
      if (++end >= bytes.length) throw new Refusal('damaged');
      byte = bytes[end] ?? GT;
    }
    if (end >= bytes.length) throw new Refusal('damaged');
    this.at = end + 1;
    this.attributesEnd = end;
    if (isClose) {
      if (--this.depth < 0 || !this.closesOpen()) throw new Refusal('damaged');
      return Tag.close;
    }
    if (bytes[end - 1] === SLASH && end > this.nameEnd - 1) {
      this.attributesEnd = end - 1;
      return Tag.empty;
    }
    if (this.depth === this.maxDepth) throw new Refusal('tooDeep');
    this.openStarts[this.depth] = this.nameStart;
    this.openEnds[this.depth] = this.nameEnd;
    this.depth++;
    return Tag.open;
  }

  /** An end tag of another name is damage, after which readers differ in what belongs to what. */
  private closesOpen(): boolean {
    const { bytes, nameStart, nameEnd } = this;
    const start = this.openStarts[this.depth] ?? 0;
    if ((this.openEnds[this.depth] ?? 0) - start !== nameEnd - nameStart) return false;
    for (let i = 0; i < nameEnd - nameStart; i++) if (bytes[start + i] !== bytes[nameStart + i]) return false;
    return true;
  }

  /** Behind a comment, a CDATA section or an instruction that begins at `at`. */
  private skipSpecial(at: number): number {
    const { bytes } = this;
    if (bytes[at + 1] === QUESTION) return this.behind(at + 2, QUESTION, 0);
    if (bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d) return this.behind(at + 4, 0x2d, 0x2d);
    if (bytes[at + 2] === 0x5b) return this.behind(at + 9, 0x5d, 0x5d);
    throw new Refusal('doctype');
  }

  /** Behind the next `>` that follows the given one or two bytes. */
  private behind(from: number, last: number, beforeLast: number): number {
    const { bytes } = this;
    for (let at = bytes.indexOf(GT, from); at >= 0; at = bytes.indexOf(GT, at + 1)) {
      if (bytes[at - 1] === last && (beforeLast === 0 || bytes[at - 2] === beforeLast)) return at + 1;
    }
    throw new Refusal('damaged');
  }

  /** The local name of the tag. */
  name(): string {
    return decodeUtf8(this.bytes, this.nameStart, this.nameEnd);
  }

  /** True where the tag's local name is `name` (ASCII). */
  is(name: string): boolean {
    return equalsAscii(this.bytes, this.nameStart, this.nameEnd, name);
  }

  /** Passes the whole element that the scanner has just opened. */
  skip(): void {
    const outside = this.depth - 1;
    while (this.depth > outside) this.next();
  }

  /** The value of an attribute by its local name, decoded; `null` where it is absent. */
  attribute(name: string): string | null {
    let found: string | null = null;
    this.eachAttribute((nameStart, nameEnd, start, end) => {
      if (found === null && equalsAscii(this.bytes, nameStart, nameEnd, name)) {
        found = decodeEntities(decodeUtf8(this.bytes, start, end));
      }
    });
    return found;
  }

  /** True for `1` and `true`. */
  flag(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true';
  }

  /** Calls back with each attribute's local name and value as ranges of bytes. */
  eachAttribute(visit: (nameStart: number, nameEnd: number, valueStart: number, valueEnd: number) => void): void {
    const { bytes, attributesEnd } = this;
    let at = this.attributesStart;
    while (at < attributesEnd) {
      while (at < attributesEnd && (bytes[at] ?? 0) <= 32) at++;
      let nameStart = at;
      while (at < attributesEnd && bytes[at] !== EQUALS && (bytes[at] ?? 0) > 32) {
        if (bytes[at] === COLON) nameStart = at + 1;
        at++;
      }
      const nameEnd = at;
      while (at < attributesEnd && bytes[at] !== 0x22 && bytes[at] !== 0x27) at++;
      const quote = bytes[at];
      const valueStart = ++at;
      while (at < attributesEnd && bytes[at] !== quote) at++;
      if (valueStart <= attributesEnd) visit(nameStart, nameEnd, valueStart, at);
      at++;
    }
  }

  /** The text of the element that was just opened, up to its end tag, which is passed; texts of inner elements count. */
  text(): string {
    const { bytes } = this;
    const start = this.at;
    let end = start;
    while (end < bytes.length && bytes[end] !== LT) end++;
    if (bytes[end + 1] === SLASH) {
      this.at = end;
      this.next();
      return decodeEntities(decodeUtf8(bytes, start, end));
    }
    return this.mixedText(start);
  }

  private mixedText(start: number): string {
    const { bytes } = this;
    const outside = this.depth - 1;
    let text = '';
    let from = start;
    while (this.depth > outside) {
      const at = bytes.indexOf(LT, from);
      if (at < 0) throw new Refusal('damaged');
      text += decodeEntities(decodeUtf8(bytes, from, at));
      if (bytes[at + 1] === BANG || bytes[at + 1] === QUESTION) {
        from = this.skipSpecial(at);
        if (bytes[at + 2] === 0x5b) text += decodeUtf8(bytes, at + 9, from - 3);
      } else {
        this.enter(at, bytes[at + 1] === SLASH);
        from = this.at;
      }
    }
    return text;
  }
}

const decoder = new TextDecoder('utf-8');
const codes: number[] = [];

/** Text of a range of UTF-8 bytes; short plain text without the cost of a decoder. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length > 40) return decoder.decode(bytes.subarray(start, end));
  codes.length = length;
  for (let i = 0; i < length; i++) {
    const byte = bytes[start + i] ?? 0;
    if (byte > 127) return decoder.decode(bytes.subarray(start, end));
    codes[i] = byte;
  }
  return String.fromCharCode.apply(null, codes);
}

/** True where a range of bytes is this ASCII text. */
function equalsAscii(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces character references and the five entities of XML; line ends become `\n` as XML says. */
export function decodeEntities(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Excel's own escape in cell texts: `_x000D_` is the character U+000D. */
export function decodeCellText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
