const END_OF_CHAIN = 0xfffffffe;
const ENTRY_BYTES = 128;

/**
 * Names of the streams and storages of a compound file ([MS-CFB]), read from its directory alone.
 * `null` where the directory lies outside the file. Chains that run in circles end at the file's size.
 */
export function oleStreamNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 1 << shift;
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes;
  const fits = (sector: number): boolean => offsetOf(sector) + sectorBytes <= bytes.length;
  const next = (sector: number): number => {
    const perSector = sectorBytes / 4;
    const index = Math.floor(sector / perSector);
    // Only the 109 sectors of the allocation table that the header lists are needed to reach a directory.
    if (index >= 109) return END_OF_CHAIN;
    const table = view.getUint32(76 + index * 4, true);
    return fits(table) ? view.getUint32(offsetOf(table) + (sector % perSector) * 4, true) : END_OF_CHAIN;
  };
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  if (!fits(sector)) return null;
  for (let steps = 0; steps * sectorBytes <= bytes.length && fits(sector); steps++) {
    for (let at = offsetOf(sector); at < offsetOf(sector) + sectorBytes; at += ENTRY_BYTES) {
      const length = view.getUint16(at + 64, true);
      if (length < 2 || length > 64 || bytes[at + 66] === 0) continue;
      names.push(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)));
    }
    sector = next(sector);
  }
  return names;
}
