import { change, changeNumber, isShown, isTyped, lineOf, pick, round, type Fault, type Test } from './fault';

const PLANNED = ['classes', 'seats', 'land'] as const;
const MONEY = ['invest', 'cum', 'yearPlan', 'yearDone', 'prevCum'] as const;
const FULL = '０１２３４５６７８９';
const wide = (text: string): string => text.replace(/\d/gu, (digit) => FULL[Number(digit)] ?? digit);
const isBig: Test = (bench, spot, value) => isTyped(bench, spot) && typeof value === 'number' && value >= 1000;

/** Exchanges two cells' contents. */
function swap(id: string, one: string, other: string): Fault {
  return {
    id,
    seed(bench) {
      const { draft } = bench;
      const spot = pick(bench, 'school', one, (b, s) => {
        const partner = draft.beside(s, other);
        return partner !== null && isShown(b, s) && isShown(b, partner);
      });
      const partner = spot && draft.beside(spot, other);
      if (!spot || !partner) return null;
      const [a, b] = [draft.show(spot), draft.show(partner)];
      draft.set(spot, b);
      draft.set(partner, a);
      return [spot, partner];
    },
  };
}

/** The figures of two schools one beneath the other are in each other's row. */
const rowsSlipped: Fault = {
  id: 'seats-slipped-by-a-row',
  seed(bench) {
    const { draft, random } = bench;
    const all = draft.find('school', 'seats').filter((spot) => isShown(bench, spot));
    for (const spot of random.shuffled(all)) {
      const below = all.find((one) => one.page === spot.page && one.row === spot.row + 1 && one.column === spot.column);
      const [a, b] = [draft.show(spot), below ? draft.show(below) : null];
      if (!below || a === b) continue;
      draft.set(spot, b);
      draft.set(below, a);
      return [spot, below];
    }
    return null;
  },
};

export const FIGURE_FAULTS: readonly Fault[] = [
  changeNumber('planned-classes-off', 'school', 'classes', (n, { random }) => n + random.pick([-6, -3, 2, 6]), isShown),
  changeNumber(
    'planned-seats-off',
    'school',
    'seats',
    (n, { random }) => n + random.pick([-150, 90, 200, 350]),
    isShown,
  ),
  changeNumber('planned-land-off', 'school', 'land', (n, { random }) => round(n + random.pick([-3, 2.5, 6])), isShown),
  changeNumber(
    'digits-transposed',
    'school',
    ['seats', 'land'],
    (n) => {
      const text = String(n);
      const turned = Number(`${text[1]}${text[0]}${text.slice(2)}`);
      return /^\d\d/u.test(text) && text[0] !== text[1] && text[1] !== '0' ? turned : undefined;
    },
    isShown,
  ),
  changeNumber('zero-too-many', 'school', ['classes', 'seats', 'land'], (n) => n * 10, isShown),
  changeNumber('zero-lost', 'school', 'seats', (n) => (n % 10 === 0 ? n / 10 : undefined), isShown),
  changeNumber(
    'decimal-point-lost',
    'school',
    'land',
    (n) => (n % 1 ? Number(String(n).replace('.', '')) : undefined),
    isShown,
  ),
  changeNumber('seats-in-ten-thousands', 'school', 'seats', (n) => n / 10_000, isShown),
  changeNumber('land-in-square-metres', 'school', ['land'], (n) => Math.round(n * 666.667), isShown),
  changeNumber('land-in-hectares', 'school', ['land'], (n) => round(n / 15, 3), isShown),
  changeNumber('supplied-land-in-square-metres', 'school', 'supplied', (n) => Math.round(n * 666.667)),
  swap('classes-and-seats-exchanged', 'classes', 'seats'),
  swap('seats-and-land-exchanged', 'seats', 'land'),
  swap('classes-and-land-exchanged', 'classes', 'land'),
  rowsSlipped,
  changeNumber('number-as-text', 'school', [...PLANNED, ...MONEY], (n) => String(n)),
  changeNumber('number-as-text-in-funds', 'fund', ['amount', 'spent', 'issued', 'q2'], (n) => String(n)),
  changeNumber('number-as-text-in-summary', 'summary', ['count', 'seats', 'land', 'ready'], (n) => String(n)),
  changeNumber('full-width-digits', 'school', [...PLANNED, ...MONEY], (n) => wide(String(n))),
  changeNumber('unit-in-the-cell', 'school', 'seats', (n) => `${n}个`),
  changeNumber('unit-in-the-land-cell', 'school', 'land', (n) => `${n}亩`),
  changeNumber('money-with-its-unit', 'school', [...MONEY], (n) => `${n}万元`),
  changeNumber('about-so-many', 'school', ['seats', 'invest'], (n, { random }) => `${random.pick(['约', '近'])}${n}`),
  changeNumber('a-range-for-a-number', 'school', ['classes', 'seats'], (n) => `${n}-${n + 6}`),
  changeNumber(
    'separator-typed',
    'school',
    ['seats', 'invest', 'cum'],
    (n) => n.toLocaleString('en').replace(',', '，'),
    isBig,
  ),
  changeNumber(
    'blank-inside-a-number',
    'school',
    ['seats', 'invest', 'cum'],
    (n) => n.toLocaleString('en').replace(',', ' '),
    isBig,
  ),
  changeNumber('letter-o-for-zero', 'school', 'seats', (n) =>
    n % 10 === 0 ? String(n).replaceAll('0', 'O') : undefined,
  ),
  changeNumber('letter-l-for-one', 'school', 'seats', (n) =>
    String(n).includes('1') ? String(n).replace('1', 'l') : undefined,
  ),
  changeNumber('two-points-in-a-number', 'school', 'land', (n) => (n % 1 ? String(n).replace('.', '..') : undefined)),
  changeNumber('ideographic-full-stop-as-point', 'school', 'land', (n) =>
    n % 1 ? String(n).replace('.', '。') : undefined,
  ),
  changeNumber('sum-typed-as-text', 'school', 'seats', (n) => (n > 500 ? `${n - 450}+450` : undefined)),
  changeNumber('question-mark-after-number', 'school', PLANNED, (n) => `${n}？`),
  changeNumber('negative-number', 'school', [...PLANNED, ...MONEY], (n) => -n),
  changeNumber('half-a-class', 'school', 'classes', (n) => n + 0.5),
  changeNumber('half-a-seat', 'school', ['seats', 'formed'], (n) => n + 0.5),
  change(
    'placeholder-for-a-number',
    'school',
    PLANNED,
    (_, { random }) => random.pick(['—', '待定', '/', '无', '同上']),
    isShown,
  ),
  change('planned-figure-missing', 'school', PLANNED, () => null, isShown),
  change('zero-for-a-planned-figure', 'school', PLANNED, () => 0, isShown),
  changeNumber('money-in-yuan', 'school', ['invest', 'cum'], (n) => n * 10_000),
  changeNumber('money-in-hundred-millions', 'school', 'invest', (n, b, s) =>
    b.draft.beside(s, 'cum') && lineOf(b, s).cum > 0 ? n / 10_000 : undefined,
  ),
  changeNumber(
    'wrong-class-size',
    'school',
    'classes',
    (n) => (n > 8 ? Math.round(n / 2) + 1 : undefined),
    (b, s) => isTyped(b, s) && b.draft.beside(s, 'perClass') !== null,
  ),
];
