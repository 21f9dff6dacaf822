import type { CellValue } from '../../../src/workbook';
import { cellFault, pickCell, type HeldOutFault } from './fault';
import type { Reported } from './figures';

const isNumber = (_: Reported, value: CellValue): boolean => typeof value === 'number' && value > 0;
const isShown = (field: 'classes' | 'seats' | 'land') => (school: Reported, value: CellValue) =>
  school.shown[field] && isNumber(school, value);
const isPositive = (value: CellValue): value is number => typeof value === 'number' && value > 0;
const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const DIGITS = '零一二三四五六七八九';
const spoken = (n: number): string =>
  n < 10
    ? (DIGITS[n] ?? '')
    : `${n >= 20 ? (DIGITS[Math.floor(n / 10)] ?? '') : ''}十${n % 10 ? (DIGITS[n % 10] ?? '') : ''}`;

/** Wrong forms of a right number, and wrong numbers. */
export const NUMBER_FAULTS: readonly HeldOutFault[] = [
  cellFault('number: as text (classes)', 'classes', (value) => String(value), isNumber),
  cellFault('number: as text (land)', 'land', (value) => String(value), isNumber),
  cellFault('number: as text (invested)', 'invested', (value) => String(value), isNumber),
  cellFault('number: full-width', 'seats', (value) => fullWidth(String(value)), isNumber),
  cellFault('number: with its unit', 'land', (value) => `${String(value)}亩`, isNumber),
  cellFault('number: classes with 个班', 'classes', (value) => `${String(value)}个班`, isNumber),
  cellFault('number: about', 'seats', (value) => `约${String(value)}`, isNumber),
  cellFault('number: with 左右', 'seats', (value) => `${String(value)}左右`, isNumber),
  cellFault('number: with no-break space', 'classes', (value) => `${String(value)}\u00a0`, isNumber),
  cellFault(
    'number: thousands as text',
    'seats',
    (value) => (Number(value) >= 1000 ? Number(value).toLocaleString('en-US') : undefined),
    (_, value) => Number(value) >= 1000,
  ),
  cellFault(
    'number: spoken',
    'classes',
    (value) => spoken(Number(value)),
    (school, value) => isNumber(school, value) && Number(value) < 100,
  ),
  cellFault(
    'number: letter O for zero',
    'seats',
    (value) => String(value).replace('0', 'O'),
    (school, value) => isNumber(school, value) && String(value).includes('0'),
  ),
  cellFault(
    'number: letter l for one',
    'seats',
    (value) => String(value).replace('1', 'l'),
    (school, value) => isNumber(school, value) && String(value).includes('1'),
  ),
  cellFault(
    'number: decimal comma',
    'land',
    (value) => String(value).replace('.', ','),
    (_, value) => String(value).includes('.'),
  ),
  cellFault(
    'number: two points',
    'land',
    (value) => String(value).replace('.', '..'),
    (_, value) => String(value).includes('.'),
  ),
  cellFault('number: range', 'seats', (value) => `${String(value)}-${Number(value) + 100}`, isNumber),
  cellFault(
    'number: sum as words',
    'seats',
    (value) => `${Number(value) - 900}+900`,
    (_, value) => Number(value) > 1000,
  ),
  cellFault('number: formula as text', 'classes', (value) => `'${String(value)}`, isNumber),
  cellFault('number: dash', 'seats', () => '—', isShown('seats')),
  cellFault('number: 待定', 'land', () => '待定', isShown('land')),
  cellFault('number: 详见附件', 'seats', () => '详见批复', isShown('seats')),
  cellFault('number: true', 'classes', () => true, isNumber),
  cellFault('number: negative', 'land', (value) => -Number(value), isNumber),
  cellFault('number: negative classes', 'classes', (value) => -Number(value), isNumber),
  cellFault('number: not whole', 'classes', (value) => Number(value) + 0.5, isNumber),
  cellFault('number: seats not whole', 'seats', (value) => Number(value) + 0.4, isNumber),
  cellFault('number: zero for the plan’s', 'seats', () => 0, isShown('seats')),
  cellFault('number: #REF!', 'seats', () => '#REF!', isNumber),
  cellFault('number: #DIV/0! in the rate', 'rate', () => '#DIV/0!'),
  cellFault('plan: classes off by one', 'classes', (value) => Number(value) + 1, isShown('classes')),
  cellFault('plan: seats off by fifty', 'seats', (value) => Number(value) - 50, isShown('seats')),
  cellFault('plan: land off', 'land', (value) => Number(value) + 2, isShown('land')),
  cellFault('scale: seats ten times', 'seats', (value) => Number(value) * 10, isShown('seats')),
  cellFault('scale: seats in 万', 'seats', (value) => Number(value) / 10000, isShown('seats')),
  cellFault('scale: land a tenth', 'land', (value) => Number(value) / 10, isShown('land')),
  cellFault('scale: land in ㎡', 'land', (value) => Math.round(Number(value) * 666.67), isShown('land')),
  cellFault(
    'scale: land in ㎡, plan silent',
    'land',
    (value) => Math.round(Number(value) * 666.67),
    (school, value) => !school.shown.land && isPositive(value),
  ),
  cellFault('scale: investment in 元', 'investment', (value) => Number(value) * 10000, isNumber),
  cellFault('scale: invested in 元', 'invested', (value) => Number(value) * 10000, isNumber),
  cellFault('scale: formed in 万', 'formed', (value) => Number(value) / 10000, isNumber),
  cellFault(
    'digits: transposed seats',
    'seats',
    (value) => Number(String(value).replace(/^(\d)(\d)/, '$2$1')),
    (school, value) => isShown('seats')(school, value) && /^(\d)(?!\1)[1-9]/.test(String(value)),
  ),
  cellFault('digits: a digit twice', 'classes', (value) => Number(String(value).replace(/(\d)/, '$1$1')), isNumber),
  cellFault(
    'digits: a zero too many, plan silent',
    'seats',
    (value) => Number(value) * 10,
    (school, value) => !school.shown.seats && isPositive(value),
  ),
  cellFault(
    'digits: a zero too few, plan silent',
    'seats',
    (value) => Number(value) / 10,
    (school, value) => !school.shown.seats && isPositive(value),
  ),
  {
    id: 'row: classes and seats swapped',
    seed: (context) => {
      const cell = pickCell(
        context,
        'seats',
        (school, value) => isNumber(school, value) && !['S4', 'S6'].includes(school.stage),
      );
      const other = cell && context.book.spot(`school/${cell.school.id}/classes`);
      if (!cell || !other) return null;
      const classes = context.book.value(other);
      context.book.set(other, cell.value);
      context.book.set(cell.spot, classes);
      return [cell.spot, other];
    },
  },
  {
    id: 'row: seats of the row above',
    seed: (context) => {
      const cell = pickCell(context, 'seats', isShown('seats'));
      if (!cell) return null;
      const above = context.figures.schools.find((school) => school.seats !== cell.school.seats);
      if (!above) return null;
      context.book.set(cell.spot, above.seats);
      return [cell.spot];
    },
  },
  cellFault('blank: seats', 'seats', () => null, isShown('seats')),
  cellFault(
    'blank: classes, plan silent',
    'classes',
    () => null,
    (school, value) => !school.shown.classes && isNumber(school, value),
  ),
  cellFault('formed: more than planned', 'formed', (_, school) => school.seats + 60),
  cellFault(
    'invested: more than planned',
    'invested',
    (_, school) => (school.investment + 300) * 10,
    (school) => school.invested > 0,
  ),
  cellFault(
    'rate: wrong',
    'rate',
    (_, school) => Math.min(99, school.rate + 12),
    (school) => school.invested > 0,
  ),
  cellFault(
    'rate: share among percents',
    'rate',
    (_, school) => school.rate / 100,
    (school) => school.rate > 0 && school.rate < 100,
  ),
];
