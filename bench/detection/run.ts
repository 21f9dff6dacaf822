import { snapshotToXlsx } from '../../src/files';
import { cellName, type WorkbookSnapshot } from '../../src/workbook';
import type { Checker } from './checker';
import { ownAudit } from './own-audit';
import { readExcelFilePeer } from './peers/read-excel-file';
import { sheetJsZodPeer } from './peers/sheetjs-zod';
import { keyOf, Score } from './score';
import { SETS } from './sets';

/**
 * Detection: clean workbooks in every layout, then one seeded fault at a time; this program and its peers on the same
 * files. usage: run.ts [ROUNDS] [SEED] [--misses] [--details] [--no-peers] [--peer-alarms] [--set=NAME]
 * Peers take part in the first round only: they read files, which is slow.
 */
const numbers = process.argv
  .slice(2)
  .filter((word) => /^\d+$/u.test(word))
  .map(Number);
const [rounds = 3, seed = 1] = numbers;
const has = (word: string): boolean => process.argv.includes(word);
const only = process.argv.find((word) => word.startsWith('--set='))?.slice('--set='.length);
const peers: readonly Checker[] = has('--no-peers') ? [] : [readExcelFilePeer, sheetJsZodPeer];
const NO_BYTES = new Uint8Array();

async function main(): Promise<void> {
  for (const set of SETS) {
    if (only !== undefined && set.name !== only) continue;
    const all = new Score();
    const first = new Map([ownAudit, ...peers].map((checker) => [checker, new Score()]));
    for (let round = 0; round < rounds; round++) {
      for (const specimen of set.specimens(seed, round)) {
        const checkers = round === 0 ? [ownAudit, ...peers] : [ownAudit];
        const known = new Map<Checker, ReadonlySet<string>>();
        for (const checker of checkers) {
          const flags = await check(checker, specimen.clean);
          known.set(checker, new Set(flags.map(keyOf)));
          if (round === 0) first.get(checker)?.addClean(flags);
          if (has('--peer-alarms') && checker !== ownAudit)
            for (const flag of flags) console.log(`on clean: ${checker.name}: ${specimen.layout}: ${keyOf(flag)}`);
          if (checker !== ownAudit) continue;
          all.addClean(flags);
          for (const flag of flags) if (flag.isSerious) console.log(`on clean: ${specimen.layout}: ${flag.text}`);
        }
        for (const { kind, workbook, places } of specimen.faulty()) {
          for (const checker of checkers) {
            const flags = await check(checker, workbook);
            const before = known.get(checker) ?? new Set();
            if (round === 0) first.get(checker)?.addFaulty(specimen.layout, kind, places, flags, before);
            if (checker !== ownAudit) continue;
            const isFound = all.addFaulty(specimen.layout, kind, places, flags, before);
            const [place] = places;
            if (!isFound && has('--misses') && place)
              console.log(`missed: ${kind} · ${specimen.layout} · ${place.sheet}!${cellName(place.row, place.column)}`);
          }
        }
      }
    }
    print(set.name, set.kinds, set.layouts.length, all, first);
  }
}

async function check(checker: Checker, workbook: WorkbookSnapshot) {
  return checker.check(workbook, checker === ownAudit ? NO_BYTES : await bytesOf(workbook));
}

const written = new WeakMap<WorkbookSnapshot, Uint8Array>();

async function bytesOf(workbook: WorkbookSnapshot): Promise<Uint8Array> {
  const known = written.get(workbook);
  if (known) return known;
  const bytes = await snapshotToXlsx(workbook);
  written.set(workbook, bytes);
  return bytes;
}

function print(name: string, kinds: number, layouts: number, all: Score, first: ReadonlyMap<Checker, Score>): void {
  console.log(`\nset ${name}: ${kinds} kinds of fault, ${layouts} layouts, seed ${seed}, ${rounds} rounds`);
  for (const [title, counts] of [
    ['layout', all.byLayout],
    ['kind', all.byKind],
  ] as const) {
    for (const [id, { seeded, found, flags }] of has('--brief') ? [] : counts) {
      if (title === 'kind' && !has('--details') && found === seeded && flags / seeded <= 1.5) continue;
      console.log(`  ${title} ${id}: ${found}/${seeded} found, ${(flags / seeded).toFixed(2)} findings per fault`);
    }
  }
  console.log(`  plancheck, all rounds: ${words(all)}`);
  for (const [checker, score] of first) console.log(`  ${checker.name}, first round: ${words(score)}`);
}

function words(score: Score): string {
  const { seeded, recall, precision, median, mean, falseOnClean, workbooks } = score.summary();
  return (
    `${seeded} faults, recall ${recall.toFixed(2)} %, precision ${precision.toFixed(2)} %, ` +
    `findings per fault median ${median} mean ${mean.toFixed(2)}, false alarms on ${workbooks} clean workbooks ${falseOnClean}`
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
