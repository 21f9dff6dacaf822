import { deflateSync } from 'fflate';
import type { ZipCodec } from '../opening/codec';
import type { ZipEntry } from '../opening/zip-directory';

/** An entry of the new package: carried over as it is packed, or new content. */
export type NewEntry = { readonly kept: ZipEntry } | { readonly name: string; readonly content: Uint8Array };

interface Packed {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** DOS time and date, as one 32-bit number. */
  readonly time: number;
  readonly data: Uint8Array;
}

/** 1980-01-01 00:00: new content carries no clock, so that equal edits give equal bytes. */
const NO_TIME = 0x00210000;
const UTF8_NAME = 0x0800;

/** Writes a zip. Kept entries' packed data is copied, not packed anew. */
export function writeZip(source: Uint8Array, entries: readonly NewEntry[], codec: ZipCodec): Uint8Array {
  const packed = entries.map((entry) => ('kept' in entry ? keep(source, entry.kept) : pack(entry, codec)));
  const bodyBytes = packed.reduce((sum, { name, data }) => sum + 30 + name.length + data.length, 0);
  const directoryBytes = packed.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const out = new Uint8Array(bodyBytes + directoryBytes + 22);
  const view = new DataView(out.buffer);
  let at = 0;
  let directoryAt = bodyBytes;
  for (const entry of packed) {
    view.setUint32(directoryAt, 0x02014b50, true);
    view.setUint16(directoryAt + 4, 20, true);
    writeFields(view, directoryAt + 6, entry);
    view.setUint32(directoryAt + 42, at, true);
    out.set(entry.name, directoryAt + 46);
    directoryAt += 46 + entry.name.length;
    view.setUint32(at, 0x04034b50, true);
    writeFields(view, at + 4, entry);
    out.set(entry.name, at + 30);
    out.set(entry.data, at + 30 + entry.name.length);
    at += 30 + entry.name.length + entry.data.length;
  }
  view.setUint32(directoryAt, 0x06054b50, true);
  view.setUint16(directoryAt + 8, packed.length, true);
  view.setUint16(directoryAt + 10, packed.length, true);
  view.setUint32(directoryAt + 12, directoryBytes, true);
  view.setUint32(directoryAt + 16, bodyBytes, true);
  return out;
}

/** The fields that a local header and a directory record have in common, from "version needed" on. */
function writeFields(view: DataView, at: number, { name, method, crc, size, time, data }: Packed): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, name.some((byte) => byte > 127) ? UTF8_NAME : 0, true);
  view.setUint16(at + 4, method, true);
  view.setUint32(at + 6, time, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function keep(source: Uint8Array, entry: ZipEntry): Packed {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  return {
    name: new TextEncoder().encode(entry.name),
    method: entry.method === 'stored' ? 0 : 8,
    crc: entry.crc,
    size: entry.size,
    time: view.getUint32(entry.headerAt + 10, true),
    data: source.subarray(entry.dataAt, entry.dataAt + entry.packedSize),
  };
}

function pack({ name, content }: { name: string; content: Uint8Array }, codec: ZipCodec): Packed {
  return {
    name: new TextEncoder().encode(name),
    method: 8,
    crc: codec.crc32(content),
    size: content.length,
    time: NO_TIME,
    data: deflateSync(content, { level: 6 }),
  };
}
