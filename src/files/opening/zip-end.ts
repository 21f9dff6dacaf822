import { Refusal } from '../failure';

export const END_SIGNATURE = 0x06054b50;
/** A 32-bit number that stands for one which does not fit. */
export const OVERFLOW = 0xffffffff;

const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const END64 = 0x06064b50;
const END64_BYTES = 56;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;

/** Where the central directory is, in bytes, and how many entries it has. */
interface Directory {
  readonly count: number;
  readonly at: number;
  readonly end: number;
}

/**
 * Finds the central directory by the record at the end of a zip. There must be exactly one such record behind it: of
 * two, one in the comment of the other, different readers would take different ones.
 */
export function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let end = view.byteLength - END_BYTES; end >= lowest; end--) {
    if (view.getUint32(end, true) !== END_SIGNATURE) continue;
    if (end + END_BYTES + view.getUint16(end + 20, true) > view.byteLength) continue;
    const directory = directoryBefore(view, end);
    for (let at = directory.end; at + 4 <= view.byteLength; at++) {
      if (at !== end && view.getUint32(at, true) === END_SIGNATURE) throw new Refusal('suspiciousPackage');
    }
    return directory;
  }
  throw new Refusal('truncated');
}

function directoryBefore(view: DataView, end: number): Directory {
  const short = (offset: number): number => view.getUint16(end + offset, true);
  const [disk, startDisk, countHere, countAll] = [short(4), short(6), short(8), short(10)];
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const isLarge = countAll === 0xffff || size === OVERFLOW || start === OVERFLOW;
  if (!isFirstDisk(disk) || !isFirstDisk(startDisk) || countHere !== countAll) throw new Refusal('suspiciousPackage');
  const large = largeDirectory(view, end);
  if (isLarge && large === null) throw new Refusal('suspiciousPackage');
  // Some writers give the large numbers although the small ones do; the two must agree.
  const differs = (small: number, most: number, number: number): boolean => small !== most && small !== number;
  if (
    large &&
    (differs(countAll, 0xffff, large.count) ||
      differs(size, OVERFLOW, large.size) ||
      differs(start, OVERFLOW, large.at))
  ) {
    throw new Refusal('suspiciousPackage');
  }
  const directory = large ?? { count: countAll, size, at: start, before: end };
  if (directory.at + directory.size > end) throw new Refusal('truncated');
  // A directory that does not reach its end record: a second package or other things are hidden between them.
  if (directory.at + directory.size !== directory.before) throw new Refusal('suspiciousPackage');
  return { count: directory.count, at: directory.at, end: directory.before };
}

function isFirstDisk(disk: number): boolean {
  return disk === 0 || disk === 0xffff;
}

/** The zip64 record that the locator before the end record leads to; `null` where there is no locator. */
function largeDirectory(
  view: DataView,
  end: number,
): { count: number; size: number; at: number; before: number } | null {
  const locator = end - LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) return null;
  const record = largeNumber(view, locator + 8);
  const isWhole = record + END64_BYTES <= locator && view.getUint32(record, true) === END64;
  const isOneDisk = view.getUint32(locator + 4, true) === 0 && view.getUint32(locator + 16, true) <= 1;
  if (!isWhole || !isOneDisk || record + 12 + largeNumber(view, record + 4) !== locator)
    throw new Refusal('suspiciousPackage');
  const count = largeNumber(view, record + 32);
  if (view.getUint32(record + 16, true) !== 0 || view.getUint32(record + 20, true) !== 0)
    throw new Refusal('suspiciousPackage');
  if (largeNumber(view, record + 24) !== count) throw new Refusal('suspiciousPackage');
  return { count, size: largeNumber(view, record + 40), at: largeNumber(view, record + 48), before: record };
}

/** A 64-bit number; what no number can hold exactly is larger than any file and stays so. */
export function largeNumber(view: DataView, at: number): number {
  return at + 8 > view.byteLength ? Infinity : Number(view.getBigUint64(at, true));
}
