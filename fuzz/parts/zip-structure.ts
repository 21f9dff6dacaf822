import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { openFile, workbookSpecToXlsx } from '../../src/files';
import { nodeCodec } from '../../src/files/node';
import { plain } from '../../tests/files/compare';
import { sketchParts, zipped } from '../../tests/files/packages';
import { FULL_SPEC } from '../../tests/files/sample-spec';
import {
  dataDescriptor,
  honestEntry,
  joined,
  rawZip,
  readRaw,
  unicodePathExtra,
  writeRaw,
  zip64End,
  zip64Extra,
  type RawEntry,
  type RawZipOptions,
} from '../../tests/hostile/raw-zip';
import { must, same, type FuzzPart } from '../part';

const LONGEST_MS = 10_000;
const MOST_MB = 300;
const OVERFLOW = 0xffffffff;

const ENTRIES = readRaw(workbookSpecToXlsx(FULL_SPEC));
/** Another workbook with parts of the same names. */
const OTHER = readRaw(
  zipped(sketchParts({ sheets: { 另表: '<sheetData><row r="1"><c r="A1"><v>999</v></c></row></sheetData>' } })),
);

interface Layout {
  readonly entries: readonly RawEntry[];
  readonly options: RawZipOptions;
}
/** What is done to the layout, and whether each reader reads it as before. */
interface Change {
  readonly isHonest: boolean;
  readonly apply: (layout: Layout) => Layout;
}

const numbers = fc.oneof(
  fc.constantFrom(0, 1, 8, 9, 12, 99, 0x7fff, 0xffff, 0x7fffffff, OVERFLOW - 1, OVERFLOW),
  fc.integer({ min: -40, max: 40 }),
  fc.nat(OVERFLOW),
);
const pick = fc.nat(999);
const bytes = fc.uint8Array({ maxLength: 40 });
const NAMES = ['xl/workbook.xml', 'XL/WORKBOOK.XML', 'xl\\workbook.xml', './xl/workbook.xml', 'xl/./workbook.xml', 'xl//workbook.xml', 'xl/worksheets/sheet1.xml',
  '[Content_Types].xml', '../xl/workbook.xml', '/xl/workbook.xml', 'xl/', 'xl', 'C:/x', 'a\0b', '', 'xl/附件.xml', 'xl/x.bin'] as const; // prettier-ignore
const name = fc.constantFrom(...NAMES);
const hidden = fc.constantFrom(
  writeRaw(OTHER),
  writeRaw(OTHER.slice(0, 1)),
  rawZip([]),
  strToU8('PK\u0003\u0004'),
  strToU8('PK\u0001\u0002'),
  strToU8('PK\u0005\u0006'),
  new Uint8Array(24),
);

const lie = (apply: Change['apply']): Change => ({ isHonest: false, apply });
const odd = (apply: Change['apply']): Change => ({ isHonest: true, apply });
const at = (
  which: number,
  change: (entry: RawEntry, all: readonly RawEntry[]) => Partial<RawEntry>,
): Change['apply'] => {
  return ({ entries, options }) => ({
    options,
    entries: entries.map((entry, i) =>
      i === which % entries.length ? { ...entry, ...change(entry, entries) } : entry,
    ),
  });
};
const all = (change: (entry: RawEntry) => Partial<RawEntry>): Change['apply'] => {
  return ({ entries, options }) => ({ options, entries: entries.map((entry) => ({ ...entry, ...change(entry) })) });
};
const withOptions = (more: RawZipOptions): Change['apply'] => {
  return ({ entries, options }) => ({ entries, options: { ...options, ...more } });
};

const KEYS = ['crc', 'size', 'packedSize', 'flags', 'method'] as const;
const changed = (old: number, by: number): number => (Math.abs(by) <= 40 ? Math.max(0, old + by) : by);

const change: fc.Arbitrary<Change> = fc.oneof(
  // The two headers, together or apart.
  fc.tuple(pick, fc.constantFrom(...KEYS), numbers, fc.boolean()).map(([which, key, by, isLocal]) =>
    lie(
      at(which, (entry) => {
        const value = changed(entry[key], by);
        return isLocal ? { local: { ...entry.local, [key]: value } } : { [key]: value, local: { [key]: entry[key], ...entry.local } };
      }),
    ),
  ),
  fc.tuple(pick, fc.constantFrom(...KEYS), numbers).map(([which, key, by]) => lie(at(which, (entry) => ({ [key]: changed(entry[key], by) })))),
  fc.tuple(pick, name, fc.boolean()).map(([which, named, isLocal]) => lie(at(which, () => (isLocal ? { local: { name: named } } : { name: named })))),
  fc.tuple(pick, name).map(([which, named]) => lie(at(which, () => ({ extra: unicodePathExtra(named) })))),
  fc.tuple(pick, fc.array(fc.nat(2 ** 40), { maxLength: 3 }), fc.boolean()).map(([which, large, isLocal]) =>
    lie(at(which, () => ({ size: OVERFLOW, ...(isLocal ? { local: { extra: zip64Extra(...large) } } : { extra: zip64Extra(...large) }) }))),
  ),
  fc.tuple(pick, bytes).map(([which, extra]) => lie(at(which, () => ({ extra })))),
  fc.tuple(pick, numbers).map(([which, disk]) => lie(at(which, () => ({ disk: disk & 0xffff })))),
  // Where entries are.
  fc.tuple(pick, numbers).map(([which, by]) => lie(at(which, () => ({ place: (place) => changed(place, by) >>> 0 })))),
  fc.tuple(pick, pick).map(([which, of]) => lie(at(which, (_, entries) => ({ place: () => entries.slice(0, of % entries.length).reduce((sum, one) => sum + 30 + String(one.name).length + one.data.length, 0) })))),
  fc.tuple(pick, hidden, fc.boolean()).map(([which, content, isBefore]) => lie(at(which, () => (isBefore ? { before: content } : { after: content })))),
  fc.tuple(pick, hidden).map(([which, content]) => lie(at(which, (entry) => ({ data: joined(entry.data, content), packedSize: entry.packedSize + content.length })))),
  fc.tuple(pick, fc.nat(60)).map(([which, less]) => lie(at(which, (entry) => ({ data: entry.data.subarray(0, Math.max(0, entry.data.length - less)) })))),
  // More entries, or other ones.
  fc.tuple(name, pick, fc.boolean()).map(([named, which, isStored]) =>
    lie(({ entries, options }) => ({ options, entries: [...entries.slice(0, which % entries.length), honestEntry(named, strToU8('<x/>'), isStored), ...entries.slice(which % entries.length)] })),
  ),
  // The end.
  fc.tuple(fc.constantFrom('disk', 'startDisk', 'count', 'directoryAt'), fc.nat(0xffff)).map(([key, value]) => lie(withOptions({ [key]: value }))),
  hidden.map((comment) => lie(withOptions({ comment }))),
  hidden.map((suffix) => lie(withOptions({ suffix }))),
  hidden.map((prefix) => lie(withOptions({ prefix }))),
  fc.tuple(fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { minLength: 4, maxLength: 4 }), fc.boolean()).map(([[a = 0n, b = 0n, c = 0n, d = 0n], isLarge]) =>
    lie(withOptions({ isLarge, beforeEnd: () => zip64End(a, b, c, d) })),
  ),
  // What is odd and true.
  fc.boolean().map((hasSignature) => odd(all((entry) => ({ flags: 8, local: { crc: 0, size: 0, packedSize: 0 }, after: dataDescriptor(entry, hasSignature) })))),
  fc.constant(odd(all((entry) => ({ local: { size: OVERFLOW, packedSize: OVERFLOW, extra: zip64Extra(entry.size, entry.packedSize) } })))),
  fc.boolean().map((isLarge) =>
    odd(withOptions({ isLarge, beforeEnd: ({ count, at: start, size }) => zip64End(BigInt(count), BigInt(size), BigInt(start), BigInt(start + size)) })),
  ),
  fc.constant(odd(withOptions({ comment: strToU8('合成数据') }))),
  fc.constant(odd(withOptions({ suffix: new Uint8Array(300) }))),
  fc.nat(40).map((gap) => odd(all(() => ({ after: new Uint8Array(gap) })))),
  fc.constant(odd(all((entry) => ({ extra: unicodePathExtra(String(entry.name)) })))),
  fc.constant(odd(({ entries, options }) => ({ options, entries: [...entries].reverse() }))),
); // prettier-ignore

function mustOpen(file: Uint8Array) {
  const result = openFile(file, '报表.xlsx');
  must(result.ok, 'the workbook itself does not open');
  return result.snapshot;
}

/**
 * However the layout of a zip is changed: it is refused by a code, or read as one reads it who follows its central
 * directory alone, and alike in Node and in a browser. What is odd and true is read.
 */
export const zipStructure: FuzzPart = {
  name: 'zip',
  property: () =>
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const layout = changes.reduce<Layout>((before, { apply }) => apply(before), { entries: ENTRIES, options: {} });
      const file = writeRaw(layout.entries, layout.options);
      const begun = performance.now();
      const before = process.memoryUsage();
      const [here, there] = [openFile(file, '报表.xlsx', undefined, nodeCodec), openFile(file, '报表.xlsx')];
      const after = process.memoryUsage();
      must(performance.now() - begun < LONGEST_MS, 'took too long');
      const grown = (after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / 1024 / 1024;
      must(grown < MOST_MB, `took ${Math.round(grown)} MB`);
      same(here.ok ? 'opens' : here.code, there.ok ? 'opens' : there.code, 'Node and browser differ');
      const [only] = changes;
      if (changes.length === 1 && only?.isHonest === true)
        must(here.ok, `odd and true, refused: ${here.ok ? '' : here.code}`);
      if (!here.ok) return must(/[\u4e00-\u9fff].*。$/u.test(here.message), 'says nothing');
      const parts = byDirectoryAlone(file);
      must(parts !== null, 'opened, although its directory leads nowhere');
      same(plain(here.snapshot), plain(mustOpen(zipSync(parts))), 'read otherwise than its directory says');
    }),
};

/** The parts by the last end record and the directory before it; nothing is compared or doubted. `null`: it cannot be followed. */
function byDirectoryAlone(file: Uint8Array): Record<string, Uint8Array> | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const whole = (place: number): number => Number(view.getBigUint64(place, true));
  try {
    let end = file.length - 22;
    while (view.getUint32(end, true) !== 0x06054b50) end--;
    let [count, place] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
    if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
      const large = whole(end - 12);
      [count, place] = [whole(large + 32), whole(large + 48)];
    }
    const parts: Record<string, Uint8Array> = {};
    for (; count > 0; count--) {
      const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => view.getUint16(place + offset, true));
      const nameEnd = place + 46 + (nameBytes ?? 0);
      let [size, packed, header] = [24, 20, 42].map((offset) => view.getUint32(place + offset, true));
      for (let field = nameEnd; field < nameEnd + (extraBytes ?? 0); field += 4 + view.getUint16(field + 2, true)) {
        if (view.getUint16(field, true) !== 1) continue;
        let next = field + 4;
        const take = (old: number | undefined): number | undefined => (old === OVERFLOW ? whole((next += 8) - 8) : old);
        [size, packed, header] = [take(size), take(packed), take(header)];
      }
      const from =
        (header ?? 0) + 30 + view.getUint16((header ?? 0) + 26, true) + view.getUint16((header ?? 0) + 28, true);
      const data = file.subarray(from, from + (packed ?? 0));
      const content = view.getUint16(place + 10, true) === 8 ? new Uint8Array(inflateRawSync(data)) : data;
      if (content.length !== size) return null;
      parts[new TextDecoder().decode(file.subarray(place + 46, nameEnd)).replaceAll('\\', '/')] = content;
      place = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0);
    }
    return parts;
  } catch {
    return null;
  }
}
