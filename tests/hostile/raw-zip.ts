import { crc32 } from 'node:zlib';
import { deflateSync, strToU8 } from 'fflate';

/** What a header says of its entry. */
export interface RawHeader {
  readonly name: string | Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly extra: Uint8Array;
}

/** One entry with everything that its two headers can lie about; what the local header leaves out is as in the directory. */
export interface RawEntry extends RawHeader {
  readonly local: Partial<RawHeader>;
  readonly data: Uint8Array;
  /** Bytes before the local header, and between the data and what follows. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly disk: number;
  readonly comment: Uint8Array;
  /** Where the directory says that the entry begins, from where it does. */
  readonly place: (at: number) => number;
}

export interface RawZipOptions {
  /** All entries point at the first one's data. */
  readonly overlap?: boolean;
  readonly disk?: number;
  readonly startDisk?: number;
  readonly count?: number;
  readonly directoryAt?: number;
  /** Bytes between the directory and the end record, such as large numbers made by {@link zip64End}. */
  readonly beforeEnd?: (directory: {
    readonly count: number;
    readonly at: number;
    readonly size: number;
  }) => Uint8Array;
  /** The end record says that all of its numbers do not fit. */
  readonly isLarge?: boolean;
  readonly comment?: Uint8Array;
  readonly suffix?: Uint8Array;
  /** Bytes before the first entry, over which all places are counted. */
  readonly prefix?: Uint8Array;
}

const NOTHING = new Uint8Array();
const OVERFLOW = 0xffffffff;

/** An entry that tells the truth. */
export function honestEntry(name: string, content: Uint8Array, isStored = false): RawEntry {
  const data = isStored ? content : deflateSync(content);
  return {
    name,
    flags: 0,
    method: isStored ? 0 : 8,
    crc: crc32(content),
    size: content.length,
    packedSize: data.length,
    extra: NOTHING,
    local: {},
    data,
    before: NOTHING,
    after: NOTHING,
    disk: 0,
    comment: NOTHING,
    place: (at) => at,
  };
}

/** A zip as it is told to be, true or not. Without `packed` an entry holds a small XML text. */
export function rawZip(
  entries: readonly { readonly name: string; readonly packed?: Uint8Array; readonly size?: number }[],
  options: RawZipOptions = {},
): Uint8Array {
  return writeRaw(
    entries.map(({ name, packed, size }) => {
      const entry = honestEntry(name, strToU8('<x/>'));
      if (packed === undefined) return { ...entry, size: size ?? entry.size };
      return { ...entry, crc: 0, size: size ?? entry.size, packedSize: packed.length, data: packed };
    }),
    options,
  );
}

/** A sound zip in which one entry is changed. */
export function editedZip(
  zip: Uint8Array,
  name: string,
  change: (entry: RawEntry) => Partial<RawEntry>,
  options: RawZipOptions = {},
): Uint8Array {
  return writeRaw(
    readRaw(zip).map((entry) => (entry.name === name ? { ...entry, ...change(entry) } : entry)),
    options,
  );
}

/** The entries of a sound zip without large numbers. */
export function readRaw(zip: Uint8Array): RawEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const entries: RawEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    const nameLength = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    const dataAt = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const data = zip.subarray(dataAt, dataAt + view.getUint32(at + 20, true));
    entries.push({
      ...honestEntry(new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)), NOTHING),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      packedSize: data.length,
      data,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

export function writeRaw(entries: readonly RawEntry[], options: RawZipOptions = {}): Uint8Array {
  const { prefix = NOTHING, comment = NOTHING, suffix = NOTHING } = options;
  const pieces: Uint8Array[] = [prefix];
  const records: Uint8Array[] = [];
  let at = prefix.length;
  const put = (...bytes: readonly Uint8Array[]): void => {
    pieces.push(...bytes);
    for (const one of bytes) at += one.length;
  };
  for (const entry of entries) {
    put(entry.before);
    const header: RawHeader = { ...entry, ...entry.local };
    records.push(
      record(46, 0x02014b50, [asBytes(entry.name), entry.extra, entry.comment], (view) => {
        view.setUint16(4, 45, true);
        fields(view, 6, entry);
        view.setUint16(32, entry.comment.length, true);
        view.setUint16(34, entry.disk, true);
        view.setUint32(42, options.overlap ? 0 : entry.place(at), true);
      }),
    );
    put(
      record(30, 0x04034b50, [asBytes(header.name), header.extra], (view) => fields(view, 4, header)),
      entry.data,
      entry.after,
    );
  }
  const directory = { count: entries.length, at, size: records.reduce((sum, one) => sum + one.length, 0) };
  const { isLarge = false } = options;
  const count = options.count ?? (isLarge ? 0xffff : directory.count);
  const end = record(22, 0x06054b50, [comment, suffix], (view) => {
    view.setUint16(4, options.disk ?? 0, true);
    view.setUint16(6, options.startDisk ?? 0, true);
    view.setUint16(8, count, true);
    view.setUint16(10, count, true);
    view.setUint32(12, isLarge ? OVERFLOW : directory.size, true);
    view.setUint32(16, options.directoryAt ?? (isLarge ? OVERFLOW : directory.at), true);
    view.setUint16(20, comment.length, true);
  });
  return new Uint8Array(Buffer.concat([...pieces, ...records, options.beforeEnd?.(directory) ?? NOTHING, end]));
}

/** The record of large numbers and the locator that leads to it. */
export function zip64End(count: bigint, size: bigint, at: bigint, recordAt: bigint, disks = 1): Uint8Array {
  const end = record(56, 0x06064b50, [], (view) => {
    view.setBigUint64(4, 44n, true);
    view.setUint16(12, 45, true);
    view.setUint16(14, 45, true);
    view.setBigUint64(24, count, true);
    view.setBigUint64(32, count, true);
    view.setBigUint64(40, size, true);
    view.setBigUint64(48, at, true);
  });
  const locator = record(20, 0x07064b50, [], (view) => {
    view.setBigUint64(8, recordAt, true);
    view.setUint32(16, disks, true);
  });
  return joined(end, locator);
}

/** The extra field with the numbers that do not fit into the header. */
export function zip64Extra(...numbers: readonly number[]): Uint8Array {
  return extraField(
    1,
    (view) => numbers.forEach((one, i) => view.setBigUint64(i * 8, BigInt(one), true)),
    numbers.length * 8,
  );
}

/** The extra field with an entry's name in UTF-8. */
export function unicodePathExtra(name: string): Uint8Array {
  const letters = strToU8(name);
  return joined(extraField(0x7075, (view) => view.setUint8(0, 1), 5 + letters.length).subarray(0, 9), letters);
}

/** What follows data whose sizes were not known before it was written. */
export function dataDescriptor({ crc, size, packedSize }: RawHeader, hasSignature = true): Uint8Array {
  const whole = record(16, 0x08074b50, [], (view) => {
    view.setUint32(4, crc, true);
    view.setUint32(8, packedSize, true);
    view.setUint32(12, size, true);
  });
  return hasSignature ? whole : whole.subarray(4);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function extraField(id: number, fill: (content: DataView) => void, size: number): Uint8Array {
  const out = new Uint8Array(4 + size);
  const view = new DataView(out.buffer);
  view.setUint16(0, id, true);
  view.setUint16(2, size, true);
  fill(new DataView(out.buffer, 4));
  return out;
}

function asBytes(name: string | Uint8Array): Uint8Array {
  return typeof name === 'string' ? strToU8(name) : name;
}

function record(
  size: number,
  signature: number,
  behind: readonly Uint8Array[],
  fill: (view: DataView) => void,
): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, signature, true);
  fill(view);
  return joined(new Uint8Array(view.buffer), ...behind);
}

/** The fields that both headers have, from "version needed" on. */
function fields(view: DataView, at: number, header: RawHeader): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, header.flags, true);
  view.setUint16(at + 4, header.method, true);
  view.setUint32(at + 10, header.crc, true);
  view.setUint32(at + 14, header.packedSize, true);
  view.setUint32(at + 18, header.size, true);
  view.setUint16(at + 22, asBytes(header.name).length, true);
  view.setUint16(at + 24, header.extra.length, true);
}
