import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The word for a mutant that was left out. */
export const NOT_DRAWN = 'not drawn';

/** A mutant's name: file from the project's root, place (from line and column 0), kind and replacement. */
export function mutantKey({ fileName, location, mutatorName, replacement }) {
  const { start, end } = location;
  const place = [start.line, start.column, end.line, end.column].join(':');
  return [fileName.replaceAll('\\', '/'), place, mutatorName, replacement].join('|');
}

/**
 * Whether a mutant belongs to a sample. The draw hangs on the mutant alone, so that the same seed gives the same
 * sample on every machine, and mutants of unchanged code stay in it when other code changes.
 * @param share 0 to 1
 */
function isDrawn(key, share, seed) {
  if (share >= 1) return true;
  const hash = createHash('sha256').update(`${seed}|${key}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32 < share;
}

/** Whether a mutant of this key is to be tried: one of a list where there is one, else one that is drawn. */
export function wanted({ only, share, seed }) {
  if (only === null) return (key) => isDrawn(key, share, seed);
  const listed = new Set(JSON.parse(readFileSync(only, 'utf8')));
  return (key) => listed.has(key);
}

/** 95 % interval of a share by Wilson's formula, 0 to 1. */
export function interval(hits, all) {
  const z = 1.96;
  const share = hits / all;
  const middle = share + (z * z) / (2 * all);
  const half = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const scale = 1 + (z * z) / all;
  return [(middle - half) / scale, (middle + half) / scale];
}
