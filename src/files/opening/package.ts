import { Refusal } from '../failure';
import type { Limits } from '../limits';
import type { ZipCodec } from './codec';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/**
 * The parts of an Office package. A part is inflated only when it is asked for, and checked then:
 * its true size, its checksum, and that it declares no DOCTYPE. Names are compared without regard to case.
 */
export class OfficePackage {
  readonly entries: readonly ZipEntry[];
  private readonly byName: ReadonlyMap<string, ZipEntry>;
  private readonly verified = new Set<ZipEntry>();

  constructor(
    private readonly bytes: Uint8Array,
    limits: Limits,
    private readonly codec: ZipCodec,
  ) {
    this.entries = readZipDirectory(bytes, limits);
    this.byName = new Map(this.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  has(name: string): boolean {
    return this.byName.has(name.toLowerCase());
  }

  find(name: string): ZipEntry | null {
    return this.byName.get(name.toLowerCase()) ?? null;
  }

  /** The part's bytes, XML always in UTF-8 without a mark; `null` where there is no such part. */
  read(name: string): Uint8Array | null {
    const entry = this.find(name);
    return entry ? asUtf8(this.inflate(entry)) : null;
  }

  /** The entry's bytes as they are stored, inflated and checked. */
  inflate(entry: ZipEntry): Uint8Array {
    const packed = this.bytes.subarray(entry.dataAt, entry.dataAt + entry.packedSize);
    // Deflate never makes data noticeably larger: much packed data for a small part hides more than it declares.
    if (entry.packedSize > entry.size + entry.size / 100 + 1024) throw new Refusal('bomb');
    const content = entry.method === 'stored' ? packed : this.codec.inflate(packed, entry.size);
    if (content === null) throw new Refusal('checksum');
    if (!this.verified.has(entry)) {
      if (this.codec.crc32(content) !== entry.crc) throw new Refusal('checksum');
      refuseDoctype(content);
      this.verified.add(entry);
    }
    return content;
  }

  /** Checks the parts that nobody asked for, one after the other, keeping none. */
  verifyRest(): void {
    for (const entry of this.entries) if (!this.verified.has(entry)) this.inflate(entry);
  }
}

/** XML in another encoding becomes UTF-8; a byte order mark goes away. Other content is left alone. */
export function asUtf8(content: Uint8Array): Uint8Array {
  if (content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf) return content.subarray(3);
  const encoding = wideEncoding(content) ?? declaredEncoding(content);
  if (encoding === null) return content;
  try {
    // The declaration would name an encoding that is no longer true.
    const text = new TextDecoder(encoding).decode(content).replace(/^<\?xml[^>]*\?>/, '');
    return new TextEncoder().encode(text);
  } catch {
    throw new Refusal('damaged');
  }
}

function wideEncoding(content: Uint8Array): string | null {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return null;
}

/** The encoding of the XML declaration, where it is not UTF-8 or its subset. */
function declaredEncoding(content: Uint8Array): string | null {
  if (content[0] !== 0x3c || content[1] !== 0x3f) return null;
  const declaration = String.fromCharCode(...content.subarray(0, 120));
  const encoding = /^<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(declaration)?.[1]?.toLowerCase();
  // A declaration that can be read byte by byte is not in two bytes a letter, whatever it says.
  const isPlain = encoding === undefined || /^(utf-?8|us-ascii|utf-?16(le|be)?|ucs-2)$/.test(encoding);
  return isPlain ? null : encoding;
}

/** A DOCTYPE can only stand before the first element; there alone it is looked for. */
function refuseDoctype(content: Uint8Array): void {
  const isWide = wideEncoding(content) !== null;
  const bytes = isWide ? asUtf8(content) : content;
  const decoder = new TextDecoder('utf-8');
  let at = 0;
  while (at < bytes.length) {
    while (at < bytes.length && ((bytes[at] ?? 0) <= 32 || (bytes[at] ?? 0) >= 0xef)) at++;
    if (bytes[at] !== 0x3c) return;
    const start = decoder.decode(bytes.subarray(at, at + 9)).toUpperCase();
    const isComment = start.startsWith('<!--');
    if (!isComment && start.startsWith('<!')) throw new Refusal('doctype');
    if (!isComment && !start.startsWith('<?')) return;
    do at = bytes.indexOf(0x3e, at + 1);
    while (isComment && at > 0 && !(bytes[at - 1] === 0x2d && bytes[at - 2] === 0x2d));
    if (at < 0) return;
    at++;
  }
}
