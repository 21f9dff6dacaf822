import { availableParallelism } from 'node:os';
import { UsageError } from './command';

const MOST_JOBS = 64;

/** How many files are worked on at the same time: what `--jobs` says, else one per core. */
export function jobCount(given: string | undefined): number {
  if (given === undefined) return availableParallelism();
  const count = /^\d{1,3}$/u.test(given) ? Number(given) : 0;
  if (count < 1 || count > MOST_JOBS)
    throw new UsageError(`选项 --jobs 的值“${given}”不对，应为 1 到 ${MOST_JOBS} 的整数。`);
  return count;
}
