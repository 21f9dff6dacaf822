import { Refusal } from '../failure';

/** Where a header has its name and behind it its extra fields, in bytes. */
interface NamePlace {
  readonly nameAt: number;
  readonly nameEnd: number;
  readonly extraEnd: number;
}

/** An extra field that gives the name in UTF-8 where the header has it in the writer's own encoding. */
const UNICODE_PATH = 0x7075;
const FIELD_HEADER = 4;
/** Version and checksum before the name. */
const UNICODE_PATH_HEADER = 5;

/**
 * The name of an entry, with forward slashes. Its headers must have the same one, byte for byte, and a second name in
 * an extra field must not be another: programs differ in which of them they take.
 */
export function sharedName(bytes: Uint8Array, places: readonly [central: NamePlace, local: NamePlace]): string {
  const [central, local] = places.map(({ nameAt, nameEnd }) => bytes.subarray(nameAt, nameEnd));
  if (!central || !local || !isSame(central, local)) throw new Refusal('suspiciousPackage');
  const plain = utf8(central);
  let name = plain;
  for (const place of places) {
    const second = unicodePath(bytes, place);
    if (second === null) continue;
    if (name !== null && second !== name) throw new Refusal('suspiciousPackage');
    name = second;
  }
  return (name ?? inOwnEncoding(central)).replaceAll('\\', '/');
}

/**
 * What two names have in common that lead to one place: letters in either case, `\` as `/`, `.` and `//` left out.
 * `null` for a name that leads out of the package or to nothing.
 */
export function comparableName(name: string): string | null {
  const steps = name.split('/');
  if (name === '' || name.includes('\0') || name.startsWith('/') || /^[a-z]:/i.test(name) || steps.includes('..'))
    return null;
  const isFolder = name.endsWith('/');
  const path = steps.filter((step) => step !== '' && step !== '.').join('/');
  return path === '' ? null : path.normalize('NFC').toLowerCase() + (isFolder ? '/' : '');
}

function unicodePath(bytes: Uint8Array, { nameEnd, extraEnd }: NamePlace): string | null {
  let at = nameEnd;
  while (at + FIELD_HEADER <= extraEnd) {
    const size = (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8);
    const content = bytes.subarray(at + FIELD_HEADER, Math.min(extraEnd, at + FIELD_HEADER + size));
    if (((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)) === UNICODE_PATH && size > UNICODE_PATH_HEADER) {
      const name = utf8(content.subarray(UNICODE_PATH_HEADER));
      if (name === null) throw new Refusal('suspiciousPackage');
      return name;
    }
    at += FIELD_HEADER + size;
  }
  return null;
}

/** Chinese Windows writes names in GBK, which GB 18030 holds. What is neither keeps its bytes apart, so that no two names become one. */
function inOwnEncoding(bytes: Uint8Array): string {
  return decoded(bytes, 'gb18030') ?? String.fromCharCode(...bytes);
}

function utf8(bytes: Uint8Array): string | null {
  return decoded(bytes, 'utf-8');
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    // A byte order mark would otherwise vanish, and with it a difference between names.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
