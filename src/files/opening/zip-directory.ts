import { Refusal } from '../failure';
import type { Limits } from '../limits';
import { END_SIGNATURE, findDirectory, largeNumber, OVERFLOW } from './zip-end';
import { comparableName, sharedName } from './zip-names';

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

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const FLAG = { encrypted: 0x0001, sizesFollowData: 0x0008, patch: 0x0020, strongEncryption: 0x0040, masked: 0x2000 };
const ZIP64_FIELD = 1;

/**
 * Reads the central directory and refuses what no spreadsheet program writes: entries that overlap or lie
 * about themselves, names twice or out of the package, entries that the directory leaves out, too many or too large
 * ones, split or encrypted archives. What it gives is what every other reader of the zip sees, too.
 */
export function readZipDirectory(bytes: Uint8Array, limits: Limits): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, at: start, end } = findDirectory(view);
  if (count > limits.entries) throw new Refusal('tooManyEntries', `${count} 个`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL) throw new Refusal('truncated');
    const { entry, next } = readEntry(bytes, view, at, start);
    entries.push(entry);
    at = next;
  }
  // Entries that the count leaves out would be seen by another reader.
  if (at !== end) throw new Refusal('suspiciousPackage');
  checkSizes(entries, limits);
  checkNames(entries);
  checkPlaces(view, entries, start);
  return entries;
}

/** The numbers that the central directory and a local header both have. */
interface Numbers {
  crc: number;
  size: number;
  packedSize: number;
  headerAt: number;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directoryAt: number,
): { entry: ZipEntry; next: number } {
  const method = view.getUint16(at + 10, true);
  const nameEnd = at + CENTRAL_BYTES + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new Refusal('truncated');
  refuseFlags(view.getUint16(at + 8, true));
  const disk = view.getUint16(at + 34, true);
  if ((method !== 0 && method !== 8) || (disk !== 0 && disk !== 0xffff)) throw new Refusal('suspiciousPackage');
  const numbers: Numbers = {
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    headerAt: view.getUint32(at + 42, true),
  };
  applyZip64(view, nameEnd, extraEnd, numbers, ['size', 'packedSize', 'headerAt']);
  const { crc, size, packedSize, headerAt } = numbers;
  if (Math.max(size, packedSize, headerAt) === Infinity) throw new Refusal('suspiciousPackage');
  if (headerAt + LOCAL_BYTES > directoryAt || view.getUint32(headerAt, true) !== LOCAL) throw new Refusal('truncated');
  const localNameEnd = headerAt + LOCAL_BYTES + view.getUint16(headerAt + 26, true);
  const dataAt = localNameEnd + view.getUint16(headerAt + 28, true);
  if (dataAt + packedSize > directoryAt) throw new Refusal('truncated');
  compareLocal(view, { headerAt, localNameEnd, dataAt }, method, numbers);
  if (method === 0 && packedSize !== size) throw new Refusal('suspiciousPackage');
  const name = sharedName(bytes, [
    { nameAt: at + CENTRAL_BYTES, nameEnd, extraEnd },
    { nameAt: headerAt + LOCAL_BYTES, nameEnd: localNameEnd, extraEnd: dataAt },
  ]);
  return {
    entry: { name, method: method === 0 ? 'stored' : 'deflated', crc, size, packedSize, headerAt, dataAt },
    next,
  };
}

function refuseFlags(flags: number): void {
  if (flags & (FLAG.encrypted | FLAG.strongEncryption | FLAG.masked)) throw new Refusal('password');
  if (flags & FLAG.patch) throw new Refusal('suspiciousPackage');
}

/**
 * A reader that goes from header to header must not see another package. Where the sizes follow the data, the header
 * may leave them open (0); what it says in spite of that must be true.
 */
function compareLocal(
  view: DataView,
  { headerAt, localNameEnd, dataAt }: { headerAt: number; localNameEnd: number; dataAt: number },
  method: number,
  central: Numbers,
): void {
  const flags = view.getUint16(headerAt + 6, true);
  refuseFlags(flags);
  if (view.getUint16(headerAt + 8, true) !== method) throw new Refusal('suspiciousPackage');
  const local: Numbers = {
    crc: view.getUint32(headerAt + 14, true),
    size: view.getUint32(headerAt + 22, true),
    packedSize: view.getUint32(headerAt + 18, true),
    headerAt: 0,
  };
  const mayBeOpen = (flags & FLAG.sizesFollowData) !== 0;
  applyZip64(view, localNameEnd, dataAt, local, ['size', 'packedSize']);
  for (const key of ['crc', 'size', 'packedSize'] as const) {
    const isOpen = mayBeOpen && (local[key] === 0 || local[key] === Infinity);
    if (!isOpen && local[key] !== central[key]) throw new Refusal('suspiciousPackage');
  }
}

/** Takes the numbers that do not fit into 32 bits from the entry's extra fields; `Infinity` where they are not there. */
function applyZip64(
  view: DataView,
  from: number,
  to: number,
  numbers: Numbers,
  keys: readonly ('size' | 'packedSize' | 'headerAt')[],
): void {
  const missing = keys.filter((key) => numbers[key] === OVERFLOW);
  if (missing.length === 0) return;
  let [field, end] = [to, to];
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    [field, end] = [at + 4, Math.min(to, at + 4 + view.getUint16(at + 2, true))];
    break;
  }
  for (const key of missing) {
    numbers[key] = field + 8 <= end ? largeNumber(view, field) : Infinity;
    field += 8;
  }
}

function checkSizes(entries: readonly ZipEntry[], limits: Limits): void {
  let [total, packed] = [0, 0];
  for (const { size, packedSize } of entries) {
    total += size;
    packed += packedSize;
    if (size > limits.partBytes) refuseSize(size, packedSize);
    if (total > limits.inflatedBytes) refuseSize(total, packed);
    if (size > limits.ratioFloorBytes && size > packedSize * limits.ratio) throw new Refusal('bomb');
  }
}

/** Sheets full of figures are packed to a tenth at best, what was made to swell to a hundredth and less. */
const HONEST_RATIO = 60;

function refuseSize(size: number, packedSize: number): never {
  if (size > packedSize * HONEST_RATIO) throw new Refusal('bomb');
  throw new Refusal('tooLarge', `解压后 ${Math.round(size / 1024 / 1024)} MB`);
}

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = comparableName(name);
    if (key === null || seen.has(key)) throw new Refusal('suspiciousPackage');
    seen.add(key);
  }
}

/** No two entries share bytes, and between them lies nothing that another reader would take for an entry. */
function checkPlaces(view: DataView, entries: readonly ZipEntry[], directoryAt: number): void {
  const inOrder = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  let end = 0;
  for (const { headerAt, dataAt, packedSize } of inOrder) {
    if (headerAt < end) throw new Refusal('suspiciousPackage');
    refuseRecords(view, end, headerAt);
    end = dataAt + packedSize;
  }
  refuseRecords(view, end, directoryAt);
}

function refuseRecords(view: DataView, from: number, to: number): void {
  for (let at = from; at + 4 <= to; at++) {
    if (view.getUint8(at) !== 0x50) continue;
    const signature = view.getUint32(at, true);
    if (signature === LOCAL || signature === CENTRAL || signature === END_SIGNATURE)
      throw new Refusal('suspiciousPackage');
  }
}
