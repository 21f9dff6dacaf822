import fc from 'fast-check';
import { spoiltBytes } from './parts/bytes';
import { edits } from './parts/edits';
import { officeHost } from './parts/office-host';
import { oldFormat } from './parts/old-format';
import { packages, damagedPackages } from './parts/packages';
import { numbersAndDates } from './parts/reading';
import { recognition } from './parts/recognition';
import { zipStructure } from './parts/zip-structure';
import type { FuzzPart } from './part';

const PARTS: readonly FuzzPart[] = [
  recognition,
  numbersAndDates,
  edits,
  packages,
  damagedPackages,
  spoiltBytes,
  zipStructure,
  oldFormat,
  officeHost,
];

/** Where another thread can see how far this one is: inputs begun, and the path that repeats the current one. */
export type Progress = Int32Array;

/**
 * Runs the parts that are named (all without names) for so many seconds each; gives the exit code, 1 where one failed.
 * `tell` hears which part begins, and what is to be printed: a thread that is ended loses what it prints itself.
 */
export async function main(
  words: readonly string[],
  now: Progress,
  tell: (what: { readonly part: string; readonly seed: number } | { readonly line: string }) => void,
): Promise<number> {
  const option = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const seconds = Number(words.find((word) => /^\d+$/u.test(word)) ?? 60);
  const named = words.filter((word) => /^[a-z]/u.test(word));
  const unknown = named.filter((name) => PARTS.every((part) => part.name !== name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}`);
  const seed = Number(option('seed') ?? Math.trunc(Math.random() * 2 ** 31));
  const path = option('path');
  const say = (line: string): void => tell({ line });
  let code = 0;
  for (const part of PARTS) {
    if (named.length > 0 && !named.includes(part.name)) continue;
    say(`${part.name}: ${seconds} s, seed ${seed}`);
    tell({ part: part.name, seed });
    const details = await fc.check(observed(part, now, Number.parseInt(path ?? '0', 10)), {
      seed,
      numRuns: path === undefined ? 1e9 : 1,
      interruptAfterTimeLimit: seconds * 1000,
      ...(path === undefined ? {} : { path }),
    });
    const failed = details.counterexample !== null;
    say(`  ${details.numRuns} inputs, ${failed ? 'FAILED' : 'none failed'}`);
    if (!failed) continue;
    code = 1;
    say(`  repeat: npm run fuzz -- ${part.name} --seed=${details.seed} --path=${details.counterexamplePath}`);
    say(`  input: ${printed(details.counterexample)}`);
    say(`  ${details.errorInstance instanceof Error ? details.errorInstance.stack : String(details.errorInstance)}`);
  }
  return code;
}

/** The part's property, which writes down each input that it begins; of a failed one, how it is made smaller does not count. */
function observed(part: FuzzPart, now: Progress, first: number): fc.IAsyncProperty<unknown> {
  const property = part.property() as fc.IAsyncProperty<unknown>;
  const run = property.run.bind(property);
  let [begun, hasFailed] = [0, false];
  property.run = (...input) => {
    Atomics.store(now, 1, hasFailed ? (now[1] ?? 0) : first + begun);
    begun++;
    Atomics.add(now, 0, 1);
    const result = run(...input) as unknown;
    const note = <T>(outcome: T): T => {
      hasFailed ||= outcome !== null;
      return outcome;
    };
    return (result instanceof Promise ? result.then(note) : note(result)) as ReturnType<typeof run>;
  };
  return property;
}

/** An input that was never finished, made again by its seed and path. */
export function describeInput(name: string, seed: number, path: string): string {
  const part = PARTS.find((one) => one.name === name);
  return part ? printed(fc.sample(part.property(), { seed, path, numRuns: 1 })) : '';
}

function printed(input: unknown): string {
  return fc.stringify(input).slice(0, 4000);
}
