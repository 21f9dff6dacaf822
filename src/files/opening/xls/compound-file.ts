import { Refusal } from '../../failure';

const END_OF_CHAIN = 0xfffffffe;
const HIGHEST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const HEADER_TABLES = 109;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
const MINI_BELOW = 4096;
const STREAM = 2;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The stream of a compound file ([MS-CFB]) that bears one of these names, looked for in this order and without
 * regard to case among the streams of the root alone: an object embedded in a workbook has a workbook of its own.
 * The chain of its sectors must be exactly as long as the stream says it is. Throws a {@link Refusal}
 * (`truncated` where a sector lies beyond the file, else `incomplete`) where it cannot be had whole.
 */
export function rootStream(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const file = new CompoundFile(bytes);
  const entries = file.directory();
  const root = entries[0];
  if (root === undefined) throw new Refusal('incomplete');
  const streams = siblings(entries, root.child).filter(({ type }) => type === STREAM);
  for (const name of names) {
    const found = streams.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
    if (found) return found.size < MINI_BELOW ? file.miniStream(root, found) : file.stream(found.start, found.size);
  }
  throw new Refusal('incomplete');
}

/** The entry with this number and all that hang beside it. */
function siblings(entries: readonly Entry[], first: number): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const open = [first];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === NO_ENTRY) continue;
    const entry = entries[id];
    if (entry === undefined || seen.has(id)) throw new Refusal('incomplete');
    seen.add(id);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

class CompoundFile {
  private readonly view: DataView;
  private readonly sectorBytes: number;
  /** The sectors that hold the allocation table. */
  private readonly tables: readonly number[];

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if ((shift !== 9 && shift !== 12) || this.view.getUint16(32, true) !== 6) throw new Refusal('incomplete');
    this.sectorBytes = 1 << shift;
    this.tables = this.allocationTables();
  }

  directory(): Entry[] {
    const content = this.joined(this.chain(this.view.getUint32(48, true), null));
    const view = new DataView(content.buffer);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY_BYTES <= content.length; at += ENTRY_BYTES) {
      const length = Math.min(64, view.getUint16(at + 64, true));
      entries.push({
        name: new TextDecoder('utf-16le').decode(content.subarray(at, at + Math.max(0, length - 2))),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  stream(start: number, size: number): Uint8Array {
    if (size > this.bytes.length) throw new Refusal('truncated');
    const sectors = this.chain(start, Math.ceil(size / this.sectorBytes));
    return this.joined(sectors, size);
  }

  miniStream(root: Entry, { start, size }: Entry): Uint8Array {
    const tableStart = this.view.getUint32(60, true);
    if (size === 0 || tableStart >= HIGHEST_SECTOR) throw new Refusal('incomplete');
    const table = this.joined(this.chain(tableStart, null));
    const tableView = new DataView(table.buffer);
    const container = this.stream(root.start, root.size);
    const out = new Uint8Array(size);
    let sector = start;
    for (let at = 0; at < size; at += MINI_SECTOR_BYTES) {
      const from = sector * MINI_SECTOR_BYTES;
      const length = Math.min(MINI_SECTOR_BYTES, size - at);
      if (from + length > container.length || sector * 4 + 4 > table.length) throw new Refusal('incomplete');
      out.set(container.subarray(from, from + length), at);
      sector = tableView.getUint32(sector * 4, true);
    }
    if (sector !== END_OF_CHAIN) throw new Refusal('incomplete');
    return out;
  }

  /** Sectors from `start` on; there must be `count` of them, or any number that leads to an end where it is `null`. */
  private chain(start: number, count: number | null): number[] {
    const sectors: number[] = [];
    const most = count ?? Math.ceil(this.bytes.length / this.sectorBytes);
    let sector = start;
    while (sector !== END_OF_CHAIN) {
      if (sectors.length === most || sector >= HIGHEST_SECTOR) throw new Refusal('incomplete');
      if (this.offsetOf(sector) >= this.bytes.length) throw new Refusal('truncated');
      sectors.push(sector);
      sector = this.next(sector);
    }
    if (count !== null && sectors.length !== count) throw new Refusal('incomplete');
    return sectors;
  }

  private next(sector: number): number {
    const perTable = this.sectorBytes / 4;
    const table = this.tables[Math.floor(sector / perTable)];
    if (table === undefined) throw new Refusal('incomplete');
    const at = this.offsetOf(table) + (sector % perTable) * 4;
    if (at + 4 > this.bytes.length) throw new Refusal('truncated');
    return this.view.getUint32(at, true);
  }

  private allocationTables(): number[] {
    const tables: number[] = [];
    for (let i = 0; i < HEADER_TABLES; i++) {
      const table = this.view.getUint32(76 + i * 4, true);
      if (table < HIGHEST_SECTOR) tables.push(table);
    }
    const perList = this.sectorBytes / 4 - 1;
    let list = this.view.getUint32(68, true);
    // Each list names many tables: there cannot be more lists than sectors.
    for (let steps = 0; list < HIGHEST_SECTOR && steps * this.sectorBytes <= this.bytes.length; steps++) {
      const at = this.offsetOf(list);
      if (at + this.sectorBytes > this.bytes.length) throw new Refusal('truncated');
      for (let i = 0; i < perList; i++) {
        const table = this.view.getUint32(at + i * 4, true);
        if (table < HIGHEST_SECTOR) tables.push(table);
      }
      list = this.view.getUint32(at + perList * 4, true);
    }
    return tables;
  }

  /** The sectors' bytes, of which the last sector of a file may lack some that the stream does not reach. */
  private joined(sectors: readonly number[], size = sectors.length * this.sectorBytes): Uint8Array {
    const out = new Uint8Array(size);
    sectors.forEach((sector, i) => {
      const at = i * this.sectorBytes;
      const from = this.offsetOf(sector);
      const length = Math.min(this.sectorBytes, size - at);
      if (from + length > this.bytes.length) throw new Refusal('truncated');
      out.set(this.bytes.subarray(from, from + length), at);
    });
    return out;
  }

  private offsetOf(sector: number): number {
    return (sector + 1) * this.sectorBytes;
  }
}
