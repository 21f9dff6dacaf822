import { fund, indicator, other, shownFund, type FaultKind } from './fault-kinds';

/** Faults in the tables of funds, indicators and measures. */
export const OTHER_FAULTS: readonly FaultKind[] = [
  other(
    'fund amount differs from the plan',
    () => shownFund('amount'),
    () => 420,
  ),
  other(
    'fund amount as text',
    (input) => fund(input, 'amount'),
    (value) => String(value),
  ),
  other(
    'fund amount with unit',
    (input) => fund(input, 'amount'),
    (value) => `${String(value)}万元`,
  ),
  other(
    'fund spent more than amount',
    (input) => fund(input, 'spent'),
    () => 650,
  ),
  other(
    'fund spent negative',
    (input) => fund(input, 'spent'),
    (value) => -Number(value),
  ),
  other(
    'fund name unknown',
    (input) => fund(input, 'name'),
    () => '综合保障专项',
  ),
  other(
    'fund name mistyped',
    (input) => fund(input, 'name'),
    (value) => `${String(value).slice(0, 3)}某${String(value).slice(4)}`,
  ),
  other(
    'fund rate wrong',
    (input) => fund(input, 'rate'),
    (value) => Number(value) + 11,
  ),
  other(
    'fund in 元',
    (input) => fund(input, 'allocated'),
    (value) => Number(value) * 10000,
  ),
  other(
    'indicator target changed',
    (input) => indicator(input, 'target'),
    (value) => Number(value) + 1,
  ),
  other(
    'indicator actual as text',
    (input) => indicator(input, 'actual'),
    (value) => String(value),
  ),
  other(
    'indicator actual as fraction',
    (input) => indicator(input, 'actual'),
    (value) => Number(value) / 100,
  ),
  other(
    'indicator actual with %',
    (input) => indicator(input, 'actual'),
    (value) => `${String(value)}%`,
  ),
  other(
    'indicator actual empty',
    (input) => indicator(input, 'actual'),
    () => '',
  ),
  other(
    'indicator rate wrong',
    (input) => indicator(input, 'rate'),
    (value) => Number(value) - 7,
  ),
  other(
    'indicator name mistyped',
    (input) => indicator(input, 'name'),
    (value) => String(value).replace('率', '律'),
  ),
  other(
    'measure department missing',
    () => 'measures/3/departments',
    () => '市发改委',
  ),
  other(
    'measure departments empty',
    () => 'measures/2/departments',
    () => '',
  ),
  other(
    'measure title changed',
    () => 'measures/8/text',
    () => '9.改进后勤服务工作。落实后勤服务保障，推进食堂建设。',
  ),
  other(
    'measure progress empty',
    (input) => `measures/${input.random.whole(0, 17)}/progress`,
    () => '',
  ),
];
