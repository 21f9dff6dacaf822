import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import type { WorkbookSnapshot } from '../../src/workbook';

/** Workbooks in the old format by several programs, 合成数据. */
export interface OldWorkbook {
  readonly program: string;
  readonly bytes: Uint8Array;
}

/** `folder` is `tests/hostile/xls`, wherever the caller finds it. */
export function oldWorkbooks(folder: string): readonly OldWorkbook[] {
  const kept = readdirSync(folder).filter((name) => name.endsWith('.xls'));
  return [
    { program: 'SheetJS', bytes: bySheetJs() },
    ...kept.map((name) => ({ program: name.slice(5, -4), bytes: new Uint8Array(readFileSync(join(folder, name))) })),
  ];
}

/** Without row records, and with labels in their cells: of all programs the one that says the least twice. */
function bySheetJs(): Uint8Array {
  const book = utils.book_new();
  for (const name of ['附件2', '附件3']) {
    const rows = Array.from({ length: 40 }, (_, i) => [i + 1, `合成第${i}小学`, 12 + i, 10.5 + i, '袁州区']);
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

/** What happens to files on the way; `where` of it is a share of the file. */
export type Damage = (bytes: Uint8Array) => Uint8Array;

const STEPS = 2 ** 30;
/** From 0 to 1, each place as likely as any other: `fc.double` draws nearly all its numbers close to 0. */
export const share = fc.noBias(fc.nat(STEPS - 1)).map((step) => step / STEPS);
const byte = fc.nat(255);
const block = fc.constantFrom(64, 128, 512);

function placed(bytes: Uint8Array, where: number, unit = 1): number {
  return Math.trunc((where * bytes.length) / unit) * unit;
}

const overwritten = fc.tuple(share, fc.array(byte, { minLength: 1, maxLength: 8 })).map(
  ([where, run]): Damage =>
    (bytes) =>
      bytes.map((old, i) => run[i - placed(bytes, where)] ?? old),
);
const scattered = fc.array(fc.tuple(share, byte), { minLength: 1, maxLength: 8 }).map((changes): Damage => (bytes) => {
  const out = bytes.slice();
  for (const [where, value] of changes) out[placed(bytes, where)] = value;
  return out;
});
const flipped = fc
  .array(fc.tuple(share, fc.nat(7)), { minLength: 1, maxLength: 8 })
  .map((changes): Damage => (bytes) => {
    const out = bytes.slice();
    for (const [where, bit] of changes) out[placed(bytes, where)] = (out[placed(bytes, where)] ?? 0) ^ (1 << bit);
    return out;
  });
const cutOff = share.map(
  (where): Damage =>
    (bytes) =>
      bytes.slice(0, placed(bytes, where)),
);
const cutOut = fc.tuple(share, fc.integer({ min: 1, max: 64 })).map(
  ([where, length]): Damage =>
    (bytes) =>
      Uint8Array.from([...bytes.subarray(0, placed(bytes, where)), ...bytes.subarray(placed(bytes, where) + length)]),
);
const zeroed = fc.tuple(share, fc.constantFrom(4, 16, 64, 512)).map(
  ([where, length]): Damage =>
    (bytes) =>
      bytes.slice().fill(0, placed(bytes, where), placed(bytes, where) + length),
);
const exchanged = fc
  .tuple(share, share, block, fc.boolean())
  .map(([one, other, length, isCopied]): Damage => (bytes) => {
    const [a, b] = [placed(bytes, one, length), placed(bytes, other, length)];
    const out = bytes.slice();
    out.set(bytes.subarray(a, a + Math.min(length, bytes.length - b)), b);
    if (!isCopied) out.set(bytes.subarray(b, b + Math.min(length, bytes.length - a)), a);
    return out;
  });
/** One byte of the head of a cell's record: where records are told apart, damage does most harm. */
const beheaded = fc.tuple(share, fc.nat(7), byte).map(([where, offset, value]): Damage => (bytes) => {
  const heads = cellHeads(bytes);
  const at = heads[Math.trunc(where * heads.length)];
  return at === undefined ? bytes : bytes.map((old, i) => (i === at + offset ? value : old));
});

export const damages: fc.Arbitrary<Damage> = fc.oneof(
  overwritten,
  scattered,
  flipped,
  cutOff,
  cutOut,
  zeroed,
  exchanged,
  beheaded,
);

/** Number and length of the records of cells, in bytes: texts, figures, formulas. */
const HEADS = [
  [0xfd, 0, 10, 0],
  [0x7e, 2, 10, 0],
  [3, 2, 14, 0],
  [0xbd, 0],
  [4, 2],
  [6, 0],
];

function cellHeads(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 512; at < bytes.length; at++)
    if (HEADS.some((head) => head.every((one, i) => bytes[at + i] === one))) found.push(at);
  return found;
}

/** Where something stands, sheets by their number, since a name is content that may have changed. */
export function filledPlaces({ sheets }: WorkbookSnapshot): ReadonlySet<string> {
  const places = new Set<string>();
  sheets.forEach(({ values, formulas, top, left, columnCount }, sheet) =>
    values.forEach((value, i) => {
      if ((value === null || value === '') && !formulas.has(i)) return;
      places.add(`${sheet}:${top + Math.trunc(i / columnCount)}:${left + (i % columnCount)}`);
    }),
  );
  return places;
}
