import type { CellValue } from '../../../src/workbook';
import { isInPlan, isNumber, pickCell, retyped, rewritten, SIZES, transposed, type, type Fault } from './fault';

const MONEY = ['invest', 'prior', 'current', 'amount', 'issued', 'spent'] as const;
const COUNTED = [...SIZES, ...MONEY, 'formed'];
const isBig = (cell: Parameters<typeof isNumber>[0]): boolean =>
  isNumber(cell) && Number(cell.value) >= 10 && !cell.calc;
const isPlain = (cell: Parameters<typeof isNumber>[0]): boolean =>
  isNumber(cell) && Number(cell.value) > 0 && !cell.calc;
const wide = (text: string): string =>
  text.replace(/[\d.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Numbers that are written so that no sum counts them, or so that they mean another number. */
export const VALUE_FAULTS: readonly Fault[] = [
  retyped('number-as-text', COUNTED, (value) => String(value), isPlain),
  retyped('full-width-number', COUNTED, (value) => wide(String(value)), isPlain),
  retyped('number-with-unit', COUNTED, (value, { field }) => `${value}${UNITS[field] ?? '万元'}`, isPlain),
  retyped(
    'thousands-as-text',
    COUNTED,
    (value) => value.toLocaleString('en-US'),
    (cell) => isPlain(cell) && Number(cell.value) >= 1000,
  ),
  retyped('number-with-inner-space', COUNTED, (value) => String(value).replace(/^(\d)/u, '$1 '), isBig),
  retyped(
    'letter-for-zero',
    COUNTED,
    (value) => String(value).replace('0', 'O'),
    (cell) => isBig(cell) && String(cell.value).includes('0'),
  ),
  retyped(
    'letter-for-one',
    COUNTED,
    (value) => String(value).replace('1', 'l'),
    (cell) => isBig(cell) && String(cell.value).includes('1'),
  ),
  retyped('about-a-number', COUNTED, (value) => `约${value}`, isPlain),
  retyped('number-and-more', [...SIZES, 'amount'], (value) => `${value}余`, isPlain),
  retyped(
    'two-numbers-in-one-cell',
    ['seats', 'classes'],
    (value, _, { random }) => {
      const part = random.whole(1, value - 1);
      return `${part}+${value - part}`;
    },
    isBig,
  ),
  retyped('range-in-number-cell', ['classes', 'seats'], (value) => `${value}-${value + 10}`, isPlain),
  retyped('number-in-words', ['classes'], (value) => inWords(value), isPlain),
  retyped(
    'double-point',
    ['land'],
    (value) => String(value).replace('.', '..'),
    (cell) => isPlain(cell) && String(cell.value).includes('.'),
  ),
  retyped(
    'comma-for-point',
    ['land'],
    (value) => String(value).replace('.', '，'),
    (cell) => isPlain(cell) && String(cell.value).includes('.'),
  ),
  retyped(
    'slash-for-number',
    COUNTED,
    (_, cell, { random }): CellValue => (cell.field === 'land' ? '/' : random.pick(['/', '——'])),
    (cell) => isPlain(cell) && (isInPlan(cell) || cell.field === 'spent'),
  ),
  retyped(
    'see-above',
    [...SIZES],
    () => '同上',
    (cell) => isPlain(cell) && isInPlan(cell),
  ),
  retyped('negative-number', COUNTED, (value) => -value, isPlain),
  retyped('half-a-class', ['classes'], (value) => value + 0.5, isPlain),
  retyped('half-a-seat', ['formed', 'seats'], (value) => value - 0.5, isPlain),
  retyped(
    'error-in-input',
    [...COUNTED, 'now'],
    (_, __, { random }) => random.pick(['#REF!', '#VALUE!', '#N/A', '#NAME?']),
    (cell) => isNumber(cell) && !cell.calc,
  ),
  retyped(
    'seats-zero-dropped',
    'seats',
    (value) => value / 10,
    (cell) => isPlain(cell) && isInPlan(cell) && Number(cell.value) % 10 === 0,
  ),
  retyped(
    'seats-zero-added',
    'seats',
    (value) => value * 10,
    (cell) => isPlain(cell) && isInPlan(cell),
  ),
  retyped(
    'land-point-slipped',
    'land',
    (value) => Number((value * 10).toFixed(2)),
    (cell) => isPlain(cell) && isInPlan(cell),
  ),
  retyped(
    'land-in-square-metres',
    'land',
    (value) => Math.round(value * 666.667),
    (cell) => isPlain(cell) && isInPlan(cell),
  ),
  retyped(
    'land-in-hectares',
    'land',
    (value) => Number((value / 15).toFixed(4)),
    (cell) => isPlain(cell) && isInPlan(cell),
  ),
  retyped(
    'seats-in-ten-thousands',
    'seats',
    (value) => value / 10_000,
    (cell) => isPlain(cell) && isInPlan(cell),
  ),
  retyped(
    'plan-digits-exchanged',
    [...SIZES],
    (value) => transposed(value) ?? value,
    (cell) => isPlain(cell) && isInPlan(cell) && transposed(Number(cell.value)) !== null,
  ),
  retyped(
    'plan-figure-one-more',
    [...SIZES],
    (value) => Number((value + 1).toFixed(2)),
    (cell) => isPlain(cell) && isInPlan(cell),
  ),
  retyped(
    'plan-land-rounded',
    'land',
    (value) => Math.round(value),
    (cell) => isPlain(cell) && isInPlan(cell) && Number(cell.value) % 1 !== 0,
  ),
  retyped(
    'plan-figure-zero',
    [...SIZES],
    () => 0,
    (cell) => isPlain(cell) && isInPlan(cell),
  ),
  retyped(
    'tenth-high-school-land',
    'land',
    () => 20,
    (cell) => cell.id === 'S1.3',
  ),
  retyped(
    'fund-in-yuan',
    ['amount'],
    (value) => value * 10_000,
    (cell) => isPlain(cell) && ['F01', 'F06'].includes(cell.id),
  ),
  retyped(
    'fund-amount-changed',
    ['amount'],
    (value, _, { random }) => value + random.pick([-50, -20, 20, 50]),
    (cell) => isPlain(cell) && ['F01', 'F06'].includes(cell.id),
  ),
  retyped(
    'target-changed',
    ['target'],
    (value, { id }, { random }) =>
      Number(
        (value + (id < 'T14' || id === 'T21' ? random.pick([-1, 1, 2]) : random.pick([-0.1, 0.1, 0.2]))).toFixed(2),
      ),
    (cell) => isPlain(cell),
  ),
  retyped(
    'target-digits-exchanged',
    ['target'],
    (value) => transposed(value) ?? value,
    (cell) => isPlain(cell) && transposed(Number(cell.value)) !== null,
  ),
  retyped(
    'target-in-single-seats',
    ['target'],
    (value) => Math.round(value * 10_000),
    (cell) => cell.id >= 'T14' && cell.id <= 'T20',
  ),
  retyped(
    'target-as-share',
    ['target'],
    (value) => value / 100,
    (cell) => cell.id <= 'T03',
  ),
  retyped(
    'achieved-in-single-seats',
    ['now'],
    (value) => Math.round(value * 10_000),
    (cell) => isPlain(cell) && ['T15', 'T17', 'T18', 'T19', 'T20'].includes(cell.id),
  ),
  retyped(
    'achieved-as-share',
    ['now'],
    (value) => Number((value / 100).toFixed(3)),
    (cell) => cell.id <= 'T03',
  ),
  retyped(
    'retention-above-100',
    ['now'],
    (value) => Number((value + 100).toFixed(1)),
    (cell) => cell.id === 'T02',
  ),
  retyped(
    'achieved-point-slipped',
    ['now'],
    (value) => Number((value / 10).toFixed(2)),
    (cell) => cell.id <= 'T03',
  ),
  retyped(
    'half-a-school-achieved',
    ['now'],
    (value) => value + 0.5,
    (cell) => ['T07', 'T09', 'T10', 'T11'].includes(cell.id),
  ),
  rewritten('text-target-weakened', 'target', (_, { id }) => (id === 'T04' ? '普职比7∶3' : '基本达到省级设置标准')),
  rewritten('indicator-unit-changed', 'unitOf', (unit) => ({ 万个: '个', 所: '万个', '%': '‰' })[unit] ?? unit),
  {
    id: 'classes-and-seats-exchanged',
    seed(scene) {
      const classes = pickCell(scene, 'classes', isPlain);
      const seats = classes && scene.book.beside(classes, 'seats');
      if (!classes || !seats) return null;
      [classes.value, seats.value] = [seats.value, classes.value];
      return [classes, seats];
    },
  },
  {
    id: 'row-shifted-by-a-column',
    seed(scene) {
      const classes = pickCell(scene, 'classes', isPlain);
      const cells = classes ? SIZES.map((field) => scene.book.beside(classes, field)) : [];
      const [first, seats, land] = [...cells].sort((a, b) => (a?.column ?? 0) - (b?.column ?? 0));
      if (!first || !seats || !land) return null;
      type(land, seats.value);
      type(seats, first.value);
      type(first, null);
      return [first, seats, land];
    },
  },
];

const UNITS: Readonly<Record<string, string>> = { classes: '个班', seats: '个', land: '亩', formed: '个' };

/** 12 → 十二, 36 → 三十六. */
function inWords(value: number): string {
  const digits = '零一二三四五六七八九';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (digits[ones] ?? '') : ''}`;
}
