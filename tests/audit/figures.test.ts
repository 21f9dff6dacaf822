import { isSameUnit } from '../../src/audit/indicator-values';
import { agree, clean, sameSum, shown } from '../../src/audit/precision';
import { slipBetween, slipWords, type Slip } from '../../src/audit/slips';

describe('slips of the fingers', () => {
  test.each<[typed: number, right: number, slip: Slip | null]>([
    [-120, 120, 'signed'],
    [1200, 120, 'tenfold'],
    [12, 120, 'tenfold'],
    [12_000, 120, 'tenfold'],
    [120, 120_000, 'tenfold'],
    [1_200_000, 120, 'wan'],
    [0.018, 180, 'wan'],
    [33_333.35, 50, 'area'],
    [0.075, 50, 'area'],
    [750, 50, 'area'],
    [50, 750, 'area'],
    [2710, 2701, 'transposed'],
    [7200, 2700, 'transposed'],
    [45.9, 49.5, 'transposed'],
    [94.5, 49.5, 'transposed'],
    [118, 18, 'repeated'],
    [18, 118, 'repeated'],
    [1880, 180, 'repeated'],
    [2750, 2700, 'digit'],
    [49.6, 49.5, 'digit'],
    [120, 120, null],
    [0, 120, null],
    [120, 0, null],
    [2756, 2700, null],
    [7002, 2700, null],
    [128, 18, null],
    [118, 19, null],
    [19, 118, null],
    [2345, 3254, null],
    [13_456, 123, null],
  ])('%d for %d is %s', (typed, right, slip) => expect(slipBetween(typed, right)).toBe(slip));

  test('a factor is near enough within half a percent', () => {
    expect(slipBetween(1205, 120)).toBe('tenfold');
    expect(slipBetween(1215, 120)).not.toBe('tenfold');
  });

  test('each has words of its own', () => {
    const slips: readonly Slip[] = ['tenfold', 'wan', 'area', 'transposed', 'repeated', 'signed', 'digit'];
    expect(new Set(slips.map(slipWords)).size).toBe(slips.length);
  });
});

describe('how figures agree', () => {
  test.each([
    [51_800, 51_800, 100, 'equal'],
    [0.3, 0.1 + 0.2, 0, 'equal'],
    [51_800, 51_846, 100, 'rounded'],
    [51_800, 51_750, 100, 'rounded'],
    [21_900, 21_850, 100, 'rounded'],
    [21_800, 21_850, 100, 'truncated'],
    [51_800, 51_890, 100, 'truncated'],
    [51_800, 51_900, 100, 'differs'],
    [51_800, 51_801, 0, 'differs'],
    [51_800, 51_699, 100, 'differs'],
  ])('%d printed for %d in steps of %d: %s', (printed, exact, step, agreement) =>
    expect(agree(printed, exact, step)).toBe(agreement),
  );

  test('sums agree within half a hundredth', () => {
    expect([sameSum(60, 60.005), sameSum(60, 59.995), sameSum(1e9, 1e9 + 0.5)]).toEqual([true, true, true]);
    expect([sameSum(60, 60.01), sameSum(60, 59.99), sameSum(2700, 2701)]).toEqual([false, false, false]);
  });

  test('dust is not shown', () => {
    expect(clean(0.1 + 0.2)).toBe(0.3);
    expect([shown(0.1 + 0.2), shown(2700), shown(1 / 3)]).toEqual(['0.3', '2700', '0.333333']);
  });
});

describe('units of a target', () => {
  test.each([
    ['个', '个'],
    ['万个', '万人'],
    ['万座', '万'],
    ['座', '人'],
    ['所', '个校'],
    ['%', '％'],
    ['个', '万个'],
    ['', '所'],
    ['—', '%'],
    ['文字', '万个'],
    ['个', '所'],
  ])('%j stands for %j', (written, unit) => expect(isSameUnit(written, unit)).toBe(true));

  test.each([
    ['所', '个'],
    ['万个', '个'],
    ['个', '%'],
    ['亩', '万个'],
    ['%', '万个'],
    ['人次', '个'],
    ['甲文字', '%'],
  ])('%j does not stand for %j', (written, unit) => expect(isSameUnit(written, unit)).toBe(false));
});
