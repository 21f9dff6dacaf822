import { Refusal } from '../failure';
import type { Limits } from '../limits';

/** One entry of a zip as its central directory and its local header agree on it. Offsets and sizes in bytes. */
export interface ZipEntry {
  /** With forward slashes; a directory ends in one. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  /** Where the local header begins, and where the packed data begins. */
  readonly headerAt: number;
  readonly dataAt: number;
}

const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;

/**
 * Reads the central directory and refuses what no spreadsheet program writes: entries that overlap or lie
 * about their size, names twice or out of the package, too many or too large, split or encrypted archives.
 */
export function readZipDirectory(bytes: Uint8Array, limits: Limits): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, at: start, end } = findDirectory(view);
  if (count > limits.entries) throw new Refusal('tooManyEntries', `${count} 个`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new Refusal('truncated');
    const { entry, next } = readEntry(bytes, view, at, start);
    entries.push(entry);
    at = next;
  }
  // Entries that the count leaves out would be seen by another reader.
  if (at !== end) throw new Refusal('suspiciousPackage');
  checkSizes(entries, limits);
  checkNames(entries);
  checkOverlaps(entries);
  return entries;
}

function findDirectory(view: DataView): { count: number; at: number; end: number } {
  const lowest = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let end = view.byteLength - END_BYTES; end >= lowest; end--) {
    if (view.getUint32(end, true) !== END) continue;
    if (end + END_BYTES + view.getUint16(end + 20, true) > view.byteLength) continue;
    let count = view.getUint16(end + 10, true);
    let size = view.getUint32(end + 12, true);
    let at = view.getUint32(end + 16, true);
    let directoryEnd = end;
    if (view.getUint16(end + 4, true) !== 0 && view.getUint16(end + 4, true) !== 0xffff) {
      throw new Refusal('suspiciousPackage');
    }
    if (count === 0xffff || size === 0xffffffff || at === 0xffffffff) {
      const locator = end - 20;
      if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) throw new Refusal('suspiciousPackage');
      const record = large(view, locator + 8);
      if (record + 56 > locator || view.getUint32(record, true) !== END64) throw new Refusal('suspiciousPackage');
      count = large(view, record + 32);
      size = large(view, record + 40);
      at = large(view, record + 48);
      directoryEnd = record;
    }
    if (at + size > end) throw new Refusal('truncated');
    // A directory that does not reach its end record: a second package or other things are hidden between them.
    if (at + size !== directoryEnd) throw new Refusal('suspiciousPackage');
    return { count, at, end: at + size };
  }
  throw new Refusal('truncated');
}

/** A 64-bit number; what no number can hold exactly is larger than any file and stays so. */
function large(view: DataView, at: number): number {
  return at + 8 > view.byteLength ? Infinity : Number(view.getBigUint64(at, true));
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directoryAt: number,
): { entry: ZipEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameEnd = at + 46 + nameLength;
  const next = nameEnd + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new Refusal('truncated');
  if (flags & 1) throw new Refusal('password');
  if (method !== 0 && method !== 8) throw new Refusal('suspiciousPackage');
  const sizes = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    headerAt: view.getUint32(at + 42, true),
  };
  applyZip64(view, nameEnd, nameEnd + extraLength, sizes);
  const name = decodeName(bytes.subarray(at + 46, nameEnd));
  const { headerAt, size, packedSize } = sizes;
  if (headerAt + 30 > directoryAt || view.getUint32(headerAt, true) !== LOCAL) throw new Refusal('truncated');
  const localNameEnd = headerAt + 30 + view.getUint16(headerAt + 26, true);
  const dataAt = localNameEnd + view.getUint16(headerAt + 28, true);
  if (dataAt + packedSize > directoryAt) throw new Refusal('truncated');
  if (decodeName(bytes.subarray(headerAt + 30, localNameEnd)) !== name) throw new Refusal('suspiciousPackage');
  if (view.getUint16(headerAt + 8, true) !== method) throw new Refusal('suspiciousPackage');
  const localSize = view.getUint32(headerAt + 22, true);
  const sizeFollowsData = (view.getUint16(headerAt + 6, true) & 8) !== 0;
  if (!sizeFollowsData && localSize !== 0xffffffff && localSize !== size) throw new Refusal('suspiciousPackage');
  if (method === 0 && packedSize !== size) throw new Refusal('suspiciousPackage');
  const crc = view.getUint32(at + 16, true);
  return {
    entry: { name, method: method === 0 ? 'stored' : 'deflated', crc, size, packedSize, headerAt, dataAt },
    next,
  };
}

/** Takes the numbers that do not fit into 32 bits from the entry's extra fields. */
function applyZip64(
  view: DataView,
  from: number,
  to: number,
  sizes: { size: number; packedSize: number; headerAt: number },
): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packedSize', 'headerAt'] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      sizes[key] = field + 8 <= to ? large(view, field) : Infinity;
      field += 8;
    }
  }
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\\', '/');
}

function checkSizes(entries: readonly ZipEntry[], limits: Limits): void {
  let total = 0;
  for (const { size, packedSize } of entries) {
    total += size;
    if (size > limits.partBytes || total > limits.inflatedBytes) throw new Refusal('bomb');
    if (size > limits.ratioFloorBytes && size > packedSize * limits.ratio) throw new Refusal('bomb');
  }
}

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    const leaves = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
    if (name === '' || name.includes('\0') || leaves || seen.has(key)) throw new Refusal('suspiciousPackage');
    seen.add(key);
  }
}

function checkOverlaps(entries: readonly ZipEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  let end = 0;
  for (const { headerAt, dataAt, packedSize } of inOrder) {
    if (headerAt < end) throw new Refusal('suspiciousPackage');
    end = dataAt + packedSize;
  }
}
