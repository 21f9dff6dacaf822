import { deflateRawSync } from 'node:zlib';
import { good, withParts, type HostileFile } from './builders';
import { editedZip, joined, rawZip, zip64End } from './raw-zip';

const MB = 1024 * 1024;
const packedSpaces = (size: number): Uint8Array => deflateRawSync(Buffer.alloc(size, 32), { level: 9 });
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7919 + 13) % 251);

/** A sound package with some bytes overwritten, counted from the end where `at` is negative. */
function patched(at: number, ...values: readonly number[]): Uint8Array {
  const bytes = good().slice();
  bytes.set(values, at < 0 ? bytes.length + at : at);
  return bytes;
}

/** The end record (22 bytes) with a zip64 record and locator before it, whose numbers are the given ones. */
function zip64(count: bigint, size: bigint, at: bigint): Uint8Array {
  const bytes = good();
  const body = bytes.subarray(0, bytes.length - 22);
  const end = bytes.slice(bytes.length - 22);
  end.fill(0xff, 8, 20);
  return joined(body, zip64End(count, size, at, BigInt(body.length)), end);
}

function trueZip64(): Uint8Array {
  const bytes = good();
  const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 22);
  return zip64(BigInt(end.getUint16(10, true)), BigInt(end.getUint32(12, true)), BigInt(end.getUint32(16, true)));
}

/** Zips that say other than they hold, in the ways that slip past a careless reader. */
export const LYING_ZIPS: readonly HostileFile[] = [
  { name: '前有垃圾.xlsx', make: () => joined(noise(64), good()), expected: 'unknownFormat' },
  {
    name: '前有文件头.xlsx',
    make: () => joined(Uint8Array.of(0x50, 0x4b, 3, 4), noise(60), good()),
    expected: 'suspiciousPackage',
  },
  { name: '后有垃圾.xlsx', make: () => joined(good(), noise(500)), expected: 'opens' },
  { name: '后有大量垃圾.xlsx', make: () => joined(good(), noise(70_000)), expected: 'truncated' },
  {
    name: '两个目录尾.xlsx',
    make: () => joined(good(), good().subarray(good().length - 22)),
    expected: 'suspiciousPackage',
  },
  { name: '两个包相接.xlsx', make: () => joined(good(), good()), expected: 'suspiciousPackage' },
  { name: '注释长度越界.xlsx', make: () => patched(-2, 0xff, 0xff), expected: 'truncated' },
  { name: '真zip64.xlsx', make: () => trueZip64(), expected: 'opens' },
  { name: 'zip64天文数字.xlsx', make: () => zip64(2n ** 63n, 2n ** 63n, 2n ** 63n), expected: 'truncated' },
  { name: 'zip64偏移天文数字.xlsx', make: () => zip64(3n, 100n, 2n ** 64n - 1n), expected: 'truncated' },
  { name: '条目数少报.xlsx', make: () => patched(-14, 1, 0, 1, 0), expected: 'suspiciousPackage' },
  {
    name: '目录百万条.xlsx',
    make: () => rawZip(Array.from({ length: 65_000 }, (_, i) => ({ name: `x/${i}` }))),
    expected: 'tooManyEntries',
  },
  {
    name: '名字极长.xlsx',
    make: () => rawZip([{ name: '[Content_Types].xml' }, { name: 'a'.repeat(65_000) }]),
    expected: 'unreadable',
  },
  { name: '名字有空字符.xlsx', make: () => rawZip([{ name: 'xl/workbook.xml\0.png' }]), expected: 'suspiciousPackage' },
  { name: '名字为空.xlsx', make: () => rawZip([{ name: '' }]), expected: 'suspiciousPackage' },
  { name: '反斜杠越界.xlsx', make: () => rawZip([{ name: '..\\..\\windows\\x' }]), expected: 'suspiciousPackage' },
  { name: '网络路径.xlsx', make: () => rawZip([{ name: '\\\\server\\share\\x' }]), expected: 'suspiciousPackage' },
  {
    name: '包中包.xlsx',
    make: () =>
      withParts({ 'xl/embeddings/内.xlsx': rawZip([{ name: 'a', packed: packedSpaces(9 * MB), size: 9 * MB }]) }),
    expected: 'empty',
  },
  {
    name: '总量刚好超过.xlsx',
    make: () =>
      rawZip(Array.from({ length: 60 }, (_, i) => ({ name: `xl/m/${i}`, packed: packedSpaces(7 * MB), size: 7 * MB }))),
    expected: 'bomb',
  },
  {
    name: '一个部件很大.xlsx',
    make: () => rawZip([{ name: 'xl/worksheets/sheet1.xml', packed: noise(5 * MB), size: 200 * MB }]),
    expected: 'tooLarge',
  },
  {
    name: '各部件合计很大.xlsx',
    make: () =>
      rawZip(Array.from({ length: 3 }, (_, i) => ({ name: `xl/m/${i}`, packed: noise(5 * MB), size: 100 * MB }))),
    expected: 'tooLarge',
  },
  {
    name: '数据比声明多.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', (entry) => ({ size: entry.size - 1 })),
    expected: 'checksum',
  },
  {
    name: '数据比声明少.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', (entry) => ({ size: entry.size + 1 })),
    expected: 'checksum',
  },
  {
    name: '压缩数据后藏数据.xlsx',
    make: () =>
      editedZip(good(), 'xl/workbook.xml', (entry) => ({
        data: joined(entry.data, noise(5 * MB)),
        packedSize: entry.data.length + 5 * MB,
      })),
    expected: 'bomb',
  },
  {
    name: '存储却说压缩.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', () => ({ method: 0 })),
    expected: 'suspiciousPackage',
  },
  ...[1, 6, 9, 12, 14, 93, 95, 98, 99].map((method) => ({
    name: `压缩方法${method}.xlsx`,
    make: () => editedZip(good(), 'xl/workbook.xml', () => ({ method })),
    expected: 'suspiciousPackage' as const,
  })),
  ...[1, 0x41, 0x2041].map((flags) => ({
    name: `加密标志${flags}.xlsx`,
    make: () => editedZip(good(), 'xl/worksheets/sheet1.xml', () => ({ flags })),
    expected: 'password' as const,
  })),
  { name: '压缩包套压缩包.zip', make: () => rawZip([{ name: 'a.zip' }, { name: 'b.zip' }]), expected: 'archive' },
  { name: '跨盘标记.xlsx', make: () => joined(Uint8Array.of(0x50, 0x4b, 7, 8), good()), expected: 'suspiciousPackage' },
];
