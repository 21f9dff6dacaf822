import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { openFile, workbookSpecToXlsx } from '../../src/files';
import { FULL_SPEC } from '../../tests/files/sample-spec';
import { share } from '../../tests/hostile/xls-damage';
import { must, type FuzzPart } from '../part';

const LONGEST_MS = 10_000;

const XLSX = workbookSpecToXlsx(FULL_SPEC);
const XLS = oldFormat();

function oldFormat(): Uint8Array {
  const book = utils.book_new();
  const rows = Array.from({ length: 40 }, (_, i) => [i + 1, `合成第${i}小学`, 12 + i, 10.5 + i, '袁州区']);
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '附件2');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

type Change = readonly [where: number, kind: number, length: number, byte: number];
const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.tuple(share, fc.nat(3), fc.integer({ min: 1, max: 64 }), fc.nat(255)),
  { minLength: 1, maxLength: 4 },
);

/** Overwrites, cuts out, doubles or cuts off; headers of a zip and records of an xls are met as all other bytes are. */
function spoilt(source: Uint8Array, all: readonly Change[]): Uint8Array {
  return all.reduce((bytes, [where, kind, length, byte]) => {
    const at = Math.trunc(where * bytes.length);
    if (kind === 0) return bytes.map((old, i) => (i >= at && i < at + (length % 4) + 1 ? byte : old));
    if (kind === 1) return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    if (kind === 2) return Uint8Array.from([...bytes.subarray(0, at + length), ...bytes.subarray(at)]);
    return bytes.slice(0, at);
  }, source);
}

function cells(bytes: Uint8Array, name: string): number | null {
  const begun = performance.now();
  const opened = openFile(bytes, name);
  const ms = performance.now() - begun;
  must(ms < LONGEST_MS, `took ${Math.round(ms)} ms`);
  if (!opened.ok) {
    must(opened.message !== '', `${opened.code} says nothing`);
    return null;
  }
  const values = opened.snapshot.sheets.flatMap((sheet) => sheet.values);
  return values.filter((value) => value !== null && value !== '').length;
}

/** Spoilt bytes of an xlsx are opened whole, for its parts have checksums, or refused; those of an xls never throw or hang. */
export const spoiltBytes: FuzzPart = {
  name: 'bytes',
  property: () =>
    fc.property(fc.boolean(), changes, (old, all) => {
      const bytes = spoilt(old ? XLS : XLSX, all);
      const held = cells(bytes, old ? '报表.xls' : '报表.xlsx');
      if (old || held === null) return;
      must(held === cells(XLSX, '报表.xlsx'), `opened with ${held} cells`);
    }),
};
