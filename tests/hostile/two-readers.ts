import { strToU8 } from 'fflate';
import { sketchParts, zipped } from '../files/packages';
import { cell, data, good, rowOf, type HostileFile } from './builders';
import {
  dataDescriptor,
  editedZip,
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
} from './raw-zip';

const SHEET = 'xl/worksheets/sheet1.xml';
const OVERFLOW = 0xffffffff;
const onSheet = (change: (entry: RawEntry) => Partial<RawEntry>): Uint8Array => editedZip(good(), SHEET, change);
const onAll = (change: (entry: RawEntry) => Partial<RawEntry>, options: RawZipOptions = {}): Uint8Array =>
  writeRaw(
    readRaw(good()).map((entry) => ({ ...entry, ...change(entry) })),
    options,
  );
const again = (name: string): Uint8Array => writeRaw([...readRaw(good()), honestEntry(name, strToU8('<worksheet/>'))]);

/** Another sheet under the same name, which a reader that looks elsewhere would take. */
const other = (): Uint8Array => zipped(sketchParts({ sheets: { 附件2: data(rowOf(1, cell('A1', '<v>999</v>'))) } }));
const otherSheet = (): Uint8Array => {
  const entry = readRaw(other()).find(({ name }) => name === SHEET);
  if (!entry) throw new Error('no sheet');
  return writeRaw([entry]);
};
/** Its local header and data alone. */
const hiddenEntry = (): Uint8Array => otherSheet().subarray(0, otherSheet().length - 22 - 46 - SHEET.length);

const gbkName = (...letters: readonly number[]): Uint8Array => joined(Uint8Array.from(letters), strToU8('.xlsx'));
const [YUANZHOU, ZHANGSHU] = [gbkName(0xd4, 0xac, 0xd6, 0xdd), gbkName(0xd5, 0xc1, 0xca, 0xf7)];

/** A zip64 record as some writers add it although all numbers fit, and as those write it who need it. */
const withLargeEnd =
  (change: (count: bigint, size: bigint, at: bigint) => readonly [bigint, bigint, bigint], disks = 1) =>
  ({ count, size, at }: { count: number; size: number; at: number }): Uint8Array =>
    zip64End(...change(BigInt(count), BigInt(size), BigInt(at)), BigInt(at + size), disks);
const truly = (count: bigint, size: bigint, at: bigint) => [count, size, at] as const;

/** Zips that two readers would read differently are refused; odd ones that all read alike are read. */
export const TWO_READERS: readonly HostileFile[] = [
  ...(['crc', 'size', 'packedSize'] as const).map((key) => ({
    name: `两处${key}不一.xlsx`,
    make: () => onSheet((entry) => ({ local: { [key]: entry[key] + 1 } })),
    expected: 'suspiciousPackage' as const,
  })),
  {
    name: '大小后置却另有说法.xlsx',
    make: () =>
      onSheet((entry) => ({ flags: 8, local: { crc: 0, size: 7, packedSize: 0 }, after: dataDescriptor(entry) })),
    expected: 'suspiciousPackage',
  },
  { name: '只有本地头加密.xlsx', make: () => onSheet(() => ({ local: { flags: 1 } })), expected: 'password' },
  { name: '目录加密标志.xlsx', make: () => onSheet(() => ({ flags: 0x2000 })), expected: 'password' },
  { name: '补丁数据.xlsx', make: () => onSheet(() => ({ flags: 0x20 })), expected: 'suspiciousPackage' },
  { name: '条目在另一盘.xlsx', make: () => onSheet(() => ({ disk: 1 })), expected: 'suspiciousPackage' },
  { name: '目录在另一盘.xlsx', make: () => onAll(() => ({}), { startDisk: 1 }), expected: 'suspiciousPackage' },
  { name: '目录漏列条目.xlsx', make: () => onSheet(() => ({ before: hiddenEntry() })), expected: 'suspiciousPackage' },
  {
    name: '包前另有条目.xlsx',
    make: () => onAll(() => ({}), { prefix: hiddenEntry() }),
    expected: 'suspiciousPackage',
  },
  { name: '包前另有一包.xlsx', make: () => onAll(() => ({}), { prefix: other() }), expected: 'suspiciousPackage' },
  { name: '注释里另有一包.xlsx', make: () => inComment(), expected: 'suspiciousPackage' },
  {
    name: '注释里另有目录尾.xlsx',
    make: () => onAll(() => ({}), { comment: rawZip([]) }),
    expected: 'suspiciousPackage',
  },
  {
    name: '尾部另有残缺目录尾.xlsx',
    make: () => onAll(() => ({}), { suffix: joined(rawZip([]).subarray(0, 20), Uint8Array.of(0xff, 0xff)) }),
    expected: 'suspiciousPackage',
  },
  ...[
    'xl/./worksheets/sheet1.xml',
    'xl//worksheets/sheet1.xml',
    'XL\\Worksheets\\SHEET1.xml',
    './xl/worksheets/sheet1.xml',
  ].map((name) => ({ name: `重名 ${name}`, make: () => again(name), expected: 'suspiciousPackage' as const })),
  {
    name: '统一码名字不一.xlsx',
    make: () => onSheet(() => ({ extra: unicodePathExtra('xl/worksheets/sheet2.xml') })),
    expected: 'suspiciousPackage',
  },
  {
    name: '本地统一码名字不一.xlsx',
    make: () => onSheet(() => ({ local: { extra: unicodePathExtra('xl/worksheets/sheet2.xml') } })),
    expected: 'suspiciousPackage',
  },
  {
    name: 'zip64本地大小不一.xlsx',
    make: () =>
      onSheet(({ size, packedSize }) => ({
        local: { size: OVERFLOW, packedSize: OVERFLOW, extra: zip64Extra(size + 1, packedSize) },
      })),
    expected: 'suspiciousPackage',
  },
  {
    name: 'zip64本地缺字段.xlsx',
    make: () => onSheet(() => ({ local: { size: OVERFLOW, packedSize: OVERFLOW } })),
    expected: 'suspiciousPackage',
  },
  {
    name: 'zip64目录缺字段.xlsx',
    make: () => onSheet(() => ({ size: OVERFLOW, extra: zip64Extra() })),
    expected: 'suspiciousPackage',
  },
  {
    name: '多余的zip64数目不一.xlsx',
    make: () => onAll(() => ({}), { beforeEnd: withLargeEnd((count, size, at) => [count - 1n, size, at]) }),
    expected: 'suspiciousPackage',
  },
  {
    name: 'zip64多盘.xlsx',
    make: () => onAll(() => ({}), { beforeEnd: withLargeEnd(truly, 2), isLarge: true }),
    expected: 'suspiciousPackage',
  },
  {
    name: '大小后置.xlsx',
    make: () =>
      onAll((entry) => ({ flags: 8, local: { crc: 0, size: 0, packedSize: 0 }, after: dataDescriptor(entry) })),
    expected: 'opens',
  },
  {
    name: '大小后置无标记.xlsx',
    make: () =>
      onAll((entry) => ({ flags: 8, local: { crc: 0, size: 0, packedSize: 0 }, after: dataDescriptor(entry, false) })),
    expected: 'opens',
  },
  {
    name: 'zip64条目.xlsx',
    make: () =>
      onAll(({ size, packedSize }) => {
        const extra = zip64Extra(size, packedSize);
        return { size: OVERFLOW, packedSize: OVERFLOW, extra };
      }),
    expected: 'opens',
  },
  {
    name: 'zip64后置.xlsx',
    make: () =>
      onAll((entry) => ({
        flags: 8,
        local: { crc: 0, size: OVERFLOW, packedSize: OVERFLOW, extra: zip64Extra(0, 0) },
        after: dataDescriptor(entry),
      })),
    expected: 'opens',
  },
  {
    name: 'zip64目录尾.xlsx',
    make: () => onAll(() => ({}), { beforeEnd: withLargeEnd(truly), isLarge: true }),
    expected: 'opens',
  },
  { name: '多余的zip64.xlsx', make: () => onAll(() => ({}), { beforeEnd: withLargeEnd(truly) }), expected: 'opens' },
  {
    name: '有注释.xlsx',
    make: () => onAll(() => ({ comment: strToU8('条') }), { comment: strToU8('合成数据') }),
    expected: 'opens',
  },
  { name: '条目间有空隙.xlsx', make: () => onAll(() => ({ before: new Uint8Array(13) })), expected: 'unknownFormat' },
  { name: '条目后有空隙.xlsx', make: () => onAll(() => ({ after: new Uint8Array(13) })), expected: 'opens' },
  {
    name: '统一码名字一致.xlsx',
    make: () => onAll(({ name }) => ({ extra: unicodePathExtra(String(name)) })),
    expected: 'opens',
  },
  {
    name: '国标名字的压缩包.zip',
    make: () => writeRaw([YUANZHOU, ZHANGSHU].map((name) => ({ ...honestEntry('', good()), name }))),
    expected: 'archive',
  },
  {
    name: '国标名字另有统一码.zip',
    make: () =>
      writeRaw([
        { ...honestEntry('', good()), name: YUANZHOU, extra: unicodePathExtra('袁州.xlsx') },
        { ...honestEntry('', good()), name: ZHANGSHU, extra: unicodePathExtra('樟树.xlsx') },
      ]),
    expected: 'archive',
  },
];

/** A package whose comment holds another one, all of whose places are right. */
function inComment(): Uint8Array {
  const length = good().length;
  const entries = readRaw(other());
  const shifted = writeRaw(
    entries.map((entry) => ({ ...entry, place: (at) => at + length })),
    { directoryAt: length + (other().length - 22 - directorySize(entries)) },
  );
  return onAll(() => ({}), { comment: shifted });
}

function directorySize(entries: readonly RawEntry[]): number {
  return entries.reduce((sum, { name }) => sum + 46 + strToU8(String(name)).length, 0);
}
