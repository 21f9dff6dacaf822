import fc from 'fast-check';
import { spoiltBytes } from './parts/bytes';
import { edits } from './parts/edits';
import { officeHost } from './parts/office-host';
import { oldFormat } from './parts/old-format';
import { packages, damagedPackages } from './parts/packages';
import { numbersAndDates } from './parts/reading';
import { recognition } from './parts/recognition';
import type { FuzzPart } from './part';

const PARTS: readonly FuzzPart[] = [
  recognition,
  numbersAndDates,
  edits,
  packages,
  damagedPackages,
  spoiltBytes,
  oldFormat,
  officeHost,
];

/** Runs the parts that are named (all without names) for so many seconds each; the exit code is 1 where one failed. */
export async function main(words: readonly string[]): Promise<void> {
  const option = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const seconds = Number(words.find((word) => /^\d+$/u.test(word)) ?? 60);
  const named = words.filter((word) => /^[a-z]/u.test(word));
  const unknown = named.filter((name) => PARTS.every((part) => part.name !== name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}`);
  const seed = Number(option('seed') ?? Math.trunc(Math.random() * 2 ** 31));
  const path = option('path');
  for (const part of PARTS) {
    if (named.length > 0 && !named.includes(part.name)) continue;
    console.log(`${part.name}: ${seconds} s, seed ${seed}`);
    const details = await fc.check(part.property() as fc.IAsyncProperty<unknown>, {
      seed,
      numRuns: path === undefined ? 1e9 : 1,
      interruptAfterTimeLimit: seconds * 1000,
      ...(path === undefined ? {} : { path }),
    });
    const failed = details.counterexample !== null;
    console.log(`  ${details.numRuns} inputs, ${failed ? 'FAILED' : 'none failed'}`);
    if (!failed) continue;
    process.exitCode = 1;
    console.log(`  repeat: npm run fuzz -- ${part.name} --seed=${details.seed} --path=${details.counterexamplePath}`);
    console.log(`  input: ${fc.stringify(details.counterexample).slice(0, 4000)}`);
    console.log(
      `  ${details.errorInstance instanceof Error ? details.errorInstance.stack : String(details.errorInstance)}`,
    );
  }
}
