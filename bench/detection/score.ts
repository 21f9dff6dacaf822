import { areaContains } from '../../src/workbook';
import type { Place } from './canvas';
import type { Flag } from './checker';

interface Count {
  seeded: number;
  found: number;
  flags: number;
}

/** What one checker made of one set. */
export class Score {
  readonly byKind = new Map<string, Count>();
  readonly byLayout = new Map<string, Count>();
  private readonly perFault: number[] = [];
  private right = 0;
  private serious = 0;
  private falseOnClean = 0;
  private workbooks = 0;

  /** A clean workbook: every serious flag is a false alarm. */
  addClean(flags: readonly Flag[]): void {
    this.workbooks++;
    this.falseOnClean += flags.filter((flag) => flag.isSerious).length;
  }

  /** A workbook with one fault: found where a flag that the clean workbook does not raise stands at the cell to change. */
  addFaulty(
    layout: string,
    kind: string,
    places: readonly Place[],
    flags: readonly Flag[],
    known: ReadonlySet<string>,
  ): boolean {
    const hits = flags.filter((flag) => places.some((place) => covers(flag, place)));
    const isFound = hits.some((flag) => !known.has(keyOf(flag)));
    const fresh = flags.filter((flag) => flag.isSerious && !known.has(keyOf(flag))).length;
    for (const [map, key] of [
      [this.byKind, kind],
      [this.byLayout, layout],
    ] as const) {
      const count = map.get(key) ?? { seeded: 0, found: 0, flags: 0 };
      count.seeded++;
      count.found += isFound ? 1 : 0;
      count.flags += fresh;
      map.set(key, count);
    }
    this.perFault.push(fresh);
    this.right += hits.filter((flag) => flag.isSerious).length;
    this.serious += flags.filter((flag) => flag.isSerious).length;
    return isFound;
  }

  summary() {
    const counts = [...this.byLayout.values()];
    const seeded = counts.reduce((sum, count) => sum + count.seeded, 0);
    const found = counts.reduce((sum, count) => sum + count.found, 0);
    const sorted = [...this.perFault].sort((a, b) => a - b);
    return {
      seeded,
      recall: (100 * found) / Math.max(1, seeded),
      /** Of all serious flags on workbooks with a fault, the share that stands at the fault. */
      precision: (100 * this.right) / Math.max(1, this.serious),
      median: sorted[Math.floor(sorted.length / 2)] ?? 0,
      mean: sorted.reduce((a, b) => a + b, 0) / Math.max(1, sorted.length),
      falseOnClean: this.falseOnClean,
      workbooks: this.workbooks,
    };
  }
}

export function keyOf(flag: Flag): string {
  const { area } = flag;
  return `${flag.sheet ?? ''}|${area ? `${area.top},${area.left}` : ''}|${flag.text}`;
}

function covers(flag: Flag, place: Place): boolean {
  return flag.sheet === place.sheet && flag.area !== null && areaContains(flag.area, place.row, place.column);
}
