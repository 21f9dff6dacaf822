import { Inflate } from 'fflate';

/** The two operations of a zip that a host may do faster than plain JavaScript. */
export interface ZipCodec {
  /**
   * Inflates raw deflate data that must give exactly `size` bytes; `null` where it gives more, less or is
   * damaged. Stops as soon as it gives more, so a bomb costs no more than its declared size.
   */
  inflate(packed: Uint8Array, size: number): Uint8Array | null;
  crc32(bytes: Uint8Array): number;
}

const SLICE = 32 * 1024;

/** Runs everywhere, Web Workers included. */
export const portableCodec: ZipCodec = {
  inflate(packed, size) {
    const out = new Uint8Array(size);
    let length = 0;
    let ended = false;
    const stream = new Inflate((chunk, final) => {
      if (length + chunk.length > size) throw new RangeError('more than declared');
      out.set(chunk, length);
      length += chunk.length;
      ended ||= final;
    });
    try {
      for (let at = 0; at < packed.length; at += SLICE) {
        stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
      }
    } catch {
      return null;
    }
    return ended && length === size ? out : null;
  },

  crc32(bytes) {
    let crc = -1;
    for (let i = 0; i < bytes.length; i++) crc = (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
    return (crc ^ -1) >>> 0;
  },
};

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});
