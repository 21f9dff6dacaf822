import type { SchoolFact } from './school-facts';

/** What schools come to. `value` is `null` where none of them says anything that counts. */
export interface Achieved {
  readonly value: number | null;
  /** Counted apart: 基本完工. `null` where progress is not known or not needed. */
  readonly nearlyDone: number | null;
  readonly basis: string;
  readonly remarks: readonly string[];
  /** Why `value` is `null`. */
  readonly why: string | null;
}

const nothing = (why: string): Achieved => ({ value: null, nearlyDone: null, basis: '', remarks: [], why });

/** Seats (个) that the schools have formed: as reported in 已形成学位, else by their progress. */
export function achievedSeats(facts: readonly SchoolFact[]): Achieved {
  if (facts.length === 0) return nothing('工作簿中没有相应的学校');
  const reported = facts.filter(({ formedSeats }) => formedSeats !== null);
  if (facts.some(({ hasFormedSeats }) => hasFormedSeats) && reported.length > 0) {
    const open = facts.length - reported.length;
    return {
      value: add(reported.map(({ formedSeats }) => formedSeats ?? 0)),
      nearlyDone: null,
      basis: '已形成学位列',
      remarks: open > 0 ? [`尚有 ${open} 所未填已形成学位，未计入`] : [],
      why: null,
    };
  }
  const known = facts.filter(({ progress }) => progress !== null);
  if (known.length === 0) return nothing('没有填写已形成学位，也没有可以判断的形象进度');
  const done = facts.filter(({ progress }) => progress === 'done');
  const seatless = done.filter(({ plannedSeats }) => plannedSeats === null).map(({ name }) => name);
  if (done.length > 0 && seatless.length === done.length)
    return nothing(`已完工学校没有规划学位，无法折算：${named(seatless)}`);
  const nearly = facts.filter(({ progress }) => progress === 'nearly');
  const silent = facts.length - known.length;
  return {
    value: add(done.map(({ plannedSeats }) => plannedSeats ?? 0)),
    nearlyDone: add(nearly.map(({ plannedSeats }) => plannedSeats ?? 0)),
    basis: '形象进度推算（已完工、投入使用学校的规划学位；基本完工另列）',
    remarks: [
      ...(silent > 0 ? [`尚有 ${silent} 所没有可以判断的形象进度，未计入`] : []),
      ...(seatless.length > 0 ? [`已完工而没有规划学位，未计入：${named(seatless)}`] : []),
    ],
    why: null,
  };
}

/** Schools that are built, by their progress. */
export function achievedSchools(facts: readonly SchoolFact[]): Achieved {
  if (facts.length === 0) return nothing('工作簿中没有相应的学校');
  const count = (wanted: SchoolFact['progress']): number => facts.filter(({ progress }) => progress === wanted).length;
  const silent = count(null);
  if (silent === facts.length) return nothing('没有可以判断的形象进度');
  return {
    value: count('done'),
    nearlyDone: count('nearly'),
    basis: '形象进度（已完工、投入使用；基本完工另列）',
    remarks: silent > 0 ? [`尚有 ${silent} 所没有可以判断的形象进度，未计入`] : [],
    why: null,
  };
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}

function named(names: readonly string[]): string {
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')} 等 ${names.length} 所`;
}
