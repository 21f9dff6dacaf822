import type { BaselineConflict } from '../../fill';

/** One line for files whose baselines do not agree, and what to do about it. */
export function baselineConflictText({ used, unused }: BaselineConflict): string {
  const sources = unused.join('；');
  return used === null
    ? `各文件登记的方案基准不同（${sources}），合在一起时没有采用。请用 --plan 指定一份。\n`
    : `有文件登记的方案基准（${sources}）与上次汇总簿的不同，按上次汇总簿的（${used}）汇总。要改用别的，请用 --plan 指定。\n`;
}
