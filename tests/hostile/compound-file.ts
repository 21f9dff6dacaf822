const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;

/** An empty compound file whose directory names these streams; looped, its directory leads back to itself. */
export function compoundFile(streams: readonly string[], options: { readonly isLooped?: boolean } = {}): Uint8Array {
  const out = new Uint8Array(SECTOR * 4);
  const view = new DataView(out.buffer);
  out.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let at = 76; at < SECTOR; at += 4) view.setUint32(at, FREE, true);
  view.setUint32(76, 0, true);
  const table = SECTOR;
  for (let at = table; at < table + SECTOR; at += 4) view.setUint32(at, FREE, true);
  view.setUint32(table, 0xfffffffd, true);
  view.setUint32(table + 4, options.isLooped ? 1 : END, true);
  ['Root Entry', ...streams].forEach((name, i) => {
    const at = SECTOR * 2 + i * 128;
    [...name].forEach((letter, k) => view.setUint16(at + k * 2, letter.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    out[at + 66] = i === 0 ? 5 : 2;
  });
  return out;
}
