import { crc32 } from 'node:zlib';
import { deflateSync, strToU8 } from 'fflate';

/** One entry with everything that a header can lie about. */
export interface RawEntry {
  readonly name: string;
  readonly localName: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly localSize: number;
  readonly data: Uint8Array;
}

export interface RawZipOptions {
  /** All entries point at the first one's data. */
  readonly overlap?: boolean;
  readonly disk?: number;
  readonly count?: number;
  readonly directoryAt?: number;
}

/** A zip as it is told to be, true or not. Without `packed` an entry holds a small XML text. */
export function rawZip(
  entries: readonly { readonly name: string; readonly packed?: Uint8Array; readonly size?: number }[],
  options: RawZipOptions = {},
): Uint8Array {
  const content = strToU8('<x/>');
  return writeRaw(
    entries.map(({ name, packed, size }) => ({
      name,
      localName: name,
      flags: 0,
      method: 8,
      crc: packed ? 0 : crc32(content),
      size: size ?? content.length,
      localSize: size ?? content.length,
      data: packed ?? deflateSync(content),
    })),
    options,
  );
}

/** A sound zip in which one entry is changed. */
export function editedZip(zip: Uint8Array, name: string, change: (entry: RawEntry) => RawEntry): Uint8Array {
  return writeRaw(
    readRaw(zip).map((entry) => (entry.name === name ? change(entry) : entry)),
    {},
  );
}

function readRaw(zip: Uint8Array): RawEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const entries: RawEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    const header = view.getUint32(at + 42, true);
    const dataAt = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const size = view.getUint32(at + 24, true);
    entries.push({
      name,
      localName: name,
      flags: 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size,
      localSize: size,
      data: zip.subarray(dataAt, dataAt + view.getUint32(at + 20, true)),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function writeRaw(entries: readonly RawEntry[], options: RawZipOptions): Uint8Array {
  const locals: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = record(30, entry.localName, 0x04034b50, (view) => {
      fields(view, 4, entry, entry.localSize, entry.localName);
    });
    records.push(
      record(46, entry.name, 0x02014b50, (view) => {
        view.setUint16(4, 20, true);
        fields(view, 6, entry, entry.size, entry.name);
        view.setUint32(42, options.overlap ? 0 : at, true);
      }),
    );
    locals.push(local, entry.data);
    at += local.length + entry.data.length;
  }
  const directorySize = records.reduce((sum, one) => sum + one.length, 0);
  const end = record(22, '', 0x06054b50, (view) => {
    view.setUint16(4, options.disk ?? 0, true);
    view.setUint16(8, options.count ?? entries.length, true);
    view.setUint16(10, options.count ?? entries.length, true);
    view.setUint32(12, directorySize, true);
    view.setUint32(16, options.directoryAt ?? at, true);
  });
  return new Uint8Array(Buffer.concat([...locals, ...records, end]));
}

function record(size: number, name: string, signature: number, fill: (view: DataView) => void): Uint8Array {
  const nameBytes = new TextEncoder().encode(name);
  const out = new Uint8Array(size + nameBytes.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, signature, true);
  fill(view);
  out.set(nameBytes, size);
  return out;
}

function fields(view: DataView, at: number, entry: RawEntry, size: number, name: string): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, new TextEncoder().encode(name).length, true);
}
