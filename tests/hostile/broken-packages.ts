import { deflateRawSync } from 'node:zlib';
import { good, withParts, type HostileFile } from './builders';
import { editedZip, rawZip } from './raw-zip';

/** Zips that are damaged, that lie, or that are bombs. */
export const PACKAGES: readonly HostileFile[] = [
  { name: '前一半.xlsx', make: () => good().subarray(0, good().length >> 1), expected: 'truncated' },
  { name: '没有目录.xlsx', make: () => good().subarray(0, good().length - 22), expected: 'truncated' },
  { name: '只有目录尾.xlsx', make: () => rawZip([]), expected: 'truncated' },
  {
    name: '校验码不符.xlsx',
    make: () => editedZip(good(), 'xl/worksheets/sheet1.xml', () => ({ crc: 1 })),
    expected: 'checksum',
  },
  {
    name: '图片校验码不符.xlsx',
    make: () => editedZip(withParts({ 'xl/media/a.png': 'x' }), 'xl/media/a.png', () => ({ crc: 1 })),
    expected: 'checksum',
  },
  {
    name: '数据损坏.xlsx',
    make: () =>
      editedZip(good(), 'xl/workbook.xml', (entry) => ({
        data: entry.data.map((byte, i) => (i % 7 === 3 ? byte ^ 0x55 : byte)),
      })),
    expected: 'checksum',
  },
  {
    name: '加密条目.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', () => ({ flags: 1 })),
    expected: 'password',
  },
  {
    name: '未知压缩.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', () => ({ method: 12 })),
    expected: 'suspiciousPackage',
  },
  {
    name: '名字不一.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', () => ({ local: { name: 'xl/workbooX.xml' } })),
    expected: 'suspiciousPackage',
  },
  {
    name: '大小不一.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', () => ({ local: { size: 5 } })),
    expected: 'suspiciousPackage',
  },
  {
    name: '谎报大小.xlsx',
    make: () => editedZip(good(), 'xl/workbook.xml', () => ({ size: 10 })),
    expected: 'checksum',
  },
  {
    name: '重名.xlsx',
    make: () => rawZip([{ name: 'xl/workbook.xml' }, { name: 'XL/workbook.xml' }]),
    expected: 'suspiciousPackage',
  },
  { name: '越界路径.xlsx', make: () => rawZip([{ name: '../../etc/passwd' }]), expected: 'suspiciousPackage' },
  { name: '绝对路径.xlsx', make: () => rawZip([{ name: '/etc/passwd' }]), expected: 'suspiciousPackage' },
  { name: '盘符路径.xlsx', make: () => rawZip([{ name: 'C:\\Windows\\x' }]), expected: 'suspiciousPackage' },
  {
    name: '重叠.xlsx',
    make: () => rawZip([{ name: 'a.xml' }, { name: 'b.xml' }], { overlap: true }),
    expected: 'suspiciousPackage',
  },
  { name: '分卷.xlsx', make: () => rawZip([{ name: 'a.xml' }], { disk: 3 }), expected: 'suspiciousPackage' },
  { name: '条目数谎报.xlsx', make: () => rawZip([{ name: 'a.xml' }], { count: 900 }), expected: 'truncated' },
  {
    name: '目录偏移越界.xlsx',
    make: () => rawZip([{ name: 'a.xml' }], { directoryAt: 0x7fffffff }),
    expected: 'truncated',
  },
  { name: '假zip64.xlsx', make: () => rawZip([{ name: 'a.xml' }], { count: 0xffff }), expected: 'suspiciousPackage' },
  {
    name: '条目太多.xlsx',
    make: () => rawZip(Array.from({ length: 6000 }, (_, i) => ({ name: `xl/media/${i}.png` }))),
    expected: 'tooManyEntries',
  },
  { name: '声明的炸弹.xlsx', make: () => bomb(300 * 1024 * 1024, null), expected: 'bomb' },
  { name: '隐瞒的炸弹.xlsx', make: () => bomb(300 * 1024 * 1024, 300 * 1024), expected: 'checksum' },
  { name: '许多小炸弹.xlsx', make: () => manyBombs(), expected: 'bomb' },
];

/** A part of nothing but spaces; `declared` is what it says its size were. */
function bomb(size: number, declared: number | null): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size, 32), { level: 9 });
  return rawZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml', packed, size: declared ?? size }]);
}

function manyBombs(): Uint8Array {
  const size = 7 * 1024 * 1024;
  const packed = deflateRawSync(Buffer.alloc(size, 32), { level: 9 });
  return rawZip(Array.from({ length: 100 }, (_, i) => ({ name: `xl/worksheets/sheet${i}.xml`, packed, size })));
}
