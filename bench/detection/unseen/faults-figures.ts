import type { Cell } from './draft';
import { countedCells, inRow, isPlanned, oneOf, plannedCells, typing, type Case, type Fault } from './fault';

const digits = (cell: Cell): string => String(cell.number() ?? '');
const whole = (cell: Cell): boolean => Number.isInteger(cell.number());
const grouped = (cell: Cell, mark: string): string => digits(cell).replace(/\B(?=(\d{3})+$)/gu, mark);
const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** 2700 → 7200: two neighbouring digits that differ, the first of them not followed by 0. */
function transposed(cell: Cell): number | null {
  const text = digits(cell);
  for (let i = 0; i + 1 < text.length; i++)
    if (text[i] !== text[i + 1] && text[i + 1] !== '0')
      return Number(text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2));
  return null;
}

const planned =
  (...fields: readonly ('classes' | 'seats' | 'land')[]) =>
  ({ draft }: Case): Cell[] =>
    plannedCells(draft, fields.length > 0 ? fields : undefined);
const counted =
  (least = 1) =>
  ({ draft }: Case): Cell[] =>
    countedCells(draft, least);
const entries =
  (field: string) =>
  ({ draft }: Case): Cell[] =>
    draft.cells(field);

/** Cells of one field that stand in neighbouring rows of a table. */
function neighbours({ draft, random }: Case, field: string, suits: (upper: Cell, lower: Cell) => boolean) {
  const cells = draft.cells(field);
  const pairs = cells.flatMap((upper) =>
    cells
      .filter((lower) => lower.page === upper.page && lower.column === upper.column && lower.row === upper.row + 1)
      .filter((lower) => suits(upper, lower))
      .map((lower) => [upper, lower] as const),
  );
  return oneOf(pairs, random);
}

const single: readonly Fault[] = [
  typing('plan-seats-transposed', (at) => planned('seats')(at).filter((cell) => transposed(cell) !== null), transposed),
  typing('plan-classes-off', planned('classes'), (cell, { random }) => (cell.number() ?? 0) + random.pick([-6, -2, -1, 1, 3, 6])),
  typing('plan-seats-off-by-fifty', planned('seats'), (cell, { random }) => (cell.number() ?? 0) + random.pick([-50, 50, 100])),
  typing('plan-land-point-lost', (at) => planned('land')(at).filter((cell) => !whole(cell)), (cell) => Number(digits(cell).replace('.', ''))),
  typing('plan-land-point-slipped', planned('land'), (cell) => Math.round((cell.number() ?? 0) * 1000) / 10_000),
  typing('land-in-square-metres', planned('land'), (cell) => Math.round((cell.number() ?? 0) * 666.667)),
  typing('land-in-hectares', planned('land'), (cell) => Math.round((cell.number() ?? 0) / 0.15) / 100),
  typing('seats-in-ten-thousands', planned('seats'), (cell) => (cell.number() ?? 0) / 10_000),
  typing('plan-seats-zero', planned('seats'), () => 0),
  typing('plan-figure-erased', planned(), () => null),
  typing('plan-figure-as-dash', planned(), (_, { random }) => random.pick(['—', '/', '--', '待定'])),
  typing('ditto-mark', planned('classes', 'seats'), (_, { random }) => random.pick(['同上', '〃'])),
  typing('figure-negative', counted(), (cell) => -(cell.number() ?? 0)),
  typing('half-a-class', entries('classes'), (cell) => (cell.number() ?? 0) + 0.5),
  typing('seats-with-decimals', entries('seats'), (cell, { random }) => (cell.number() ?? 0) + random.pick([0.4, 0.25, 0.7])),
  typing('numeral-as-text', counted(), digits),
  typing('numeral-with-blank-behind', counted(), (cell) => `${digits(cell)}\u00a0`),
  typing('full-width-digits', counted(10), (cell) => fullWidth(digits(cell))),
  typing('unit-behind-number', (at) => [...entries('seats')(at), ...entries('classes')(at)], (cell) => digits(cell) + (cell.mark?.field === 'seats' ? '人' : '班')),
  typing('about-so-many', entries('seats'), (cell, { random }) => random.pick(['约', '大约', '近']) + digits(cell)),
  typing('comma-of-text', (at) => counted(1000)(at).filter(whole), (cell) => grouped(cell, '，')),
  typing('blank-inside-number', (at) => counted(1000)(at).filter(whole), (cell) => grouped(cell, ' ')),
  typing('letter-o-for-zero', (at) => counted(100)(at).filter((cell) => digits(cell).includes('0')), (cell) => digits(cell).replace('0', 'O')),
  typing('letter-l-for-one', (at) => counted(100)(at).filter((cell) => digits(cell).includes('1')), (cell) => digits(cell).replace('1', 'l')),
  typing('sum-typed-as-text', (at) => entries('seats')(at).filter((cell) => (cell.number() ?? 0) > 400), (cell) => `${(cell.number() ?? 0) - 300}+300`),
  typing('from-to', entries('classes'), (cell) => `${digits(cell)}-${(cell.number() ?? 0) + 6}`),
  typing('doubtful-figure', counted(10), (cell) => `${digits(cell)}？`),
  typing('point-typed-twice', (at) => counted(1)(at).filter((cell) => !whole(cell)), (cell) => digits(cell).replace('.', '..')),
]; // prettier-ignore

const SIZED = new Set(['S1', 'S2', 'S3', 'S5']);
const stageOf = (cell: Cell | undefined): string => cell?.mark?.key.split('.')[0] ?? '';

function exchange(a: Cell | undefined, b: Cell | undefined): undefined {
  if (!a || !b) return;
  const [first, second] = [a.shown(), b.shown()];
  a.enter(second);
  b.enter(first);
}

const together: readonly Fault[] = [
  inRow('classes-and-seats-exchanged', ['classes', 'seats'], (cells) => cells.some(isPlanned), ([a, b]) => exchange(a, b)),
  inRow('seats-and-land-exchanged', ['seats', 'land'], (cells) => cells.some(isPlanned), ([a, b]) => exchange(a, b)),
  inRow('class-far-too-large', ['seats', 'classes'], (cells) => !cells.some(isPlanned) && SIZED.has(stageOf(cells[0])) && cells[0]?.mark?.key !== 'S2.10', ([seats]) => {
    seats?.enter(Math.round((seats.number() ?? 0) * 1.7));
    return [0, 1];
  }),
  inRow('seats-one-zero-more', ['seats', 'classes'], () => true, ([seats]) => {
    seats?.enter((seats.number() ?? 0) * 10);
    return [0];
  }),
  inRow('formed-beyond-planned', ['formed', 'seats'], ([formed]) => (formed?.number() ?? 0) > 0, ([formed, seats], { random }) => {
    formed?.enter((seats?.number() ?? 0) + random.whole(2, 9) * 30);
    return [0, 1];
  }),
  inRow('formed-before-the-start', ['formed', 'seats', 'status'], (cells) => cells[2]?.value === '未开工', ([formed, seats]) => {
    formed?.enter(seats?.number() ?? 0);
    return [0, 2];
  }),
  inRow('invest-in-yuan', ['invest', 'name'], () => true, ([invest]) => {
    invest?.enter((invest.number() ?? 0) * 10_000);
    return [0];
  }),
  inRow('invest-in-hundred-millions', ['invest', 'paid'], (cells) => (cells[1]?.number() ?? 0) > 10, ([invest]) => {
    invest?.enter((invest.number() ?? 0) / 10_000);
    return [0];
  }),
  inRow('paid-beyond-invest', ['paid', 'invest'], (cells) => (cells[0]?.number() ?? 0) > 0 && !cells[0]?.page.cells.some(({ mark }) => mark?.field === 'before'), ([paid, invest]) => {
    paid?.enter(Math.round((invest?.number() ?? 0) * 1.35));
    return [0, 1];
  }),
  inRow('paid-not-what-it-adds-up-to', ['paid', 'before', 'month'], (cells) => (cells[0]?.number() ?? 0) > 300, ([paid], { random }) => {
    paid?.enter((paid.number() ?? 0) - random.whole(11, 290));
    return [0, 1, 2];
  }),
  inRow('month-brings-total-down', ['month', 'before', 'paid'], (cells) => (cells[1]?.number() ?? 0) > 300, ([month, before, paid]) => {
    const less = Math.round((before?.number() ?? 0) * 0.1);
    month?.enter(-less);
    paid?.enter((before?.number() ?? 0) - less);
  }),
]; // prettier-ignore

const columns: readonly Fault[] = [
  {
    id: 'figures-slipped-one-row',
    seed(at) {
      const pair = neighbours(at, at.random.pick(['seats', 'land']), (a, b) => isPlanned(a) && isPlanned(b) && a.value !== b.value);
      if (pair) exchange(pair[0], pair[1]);
      return pair;
    },
  },
  {
    id: 'figure-copied-down',
    seed(at) {
      const pair = neighbours(at, at.random.pick(['seats', 'land', 'classes']), (a, b) => isPlanned(b) && a.value !== b.value);
      pair?.[1].enter(pair[0].value);
      return pair ? [pair[1]] : null;
    },
  },
  {
    id: 'two-figures-merged',
    seed(at) {
      const pair = neighbours(at, 'seats', (_, lower) => isPlanned(lower));
      if (!pair) return null;
      const [upper, lower] = pair;
      lower.enter(null);
      lower.page.merge(upper.row, upper.column, lower.row, lower.column);
      return [upper, lower];
    },
  },
  {
    id: 'column-in-square-metres',
    seed({ draft }) {
      const first = plannedCells(draft, ['land'])[0];
      if (!first) return null;
      const cells = draft.cells('land').filter(({ page, mark }) => page === first.page && mark?.table === first.mark?.table);
      for (const cell of cells) cell.enter(Math.round((cell.number() ?? 0) * 666.667));
      const head = draft.header(first);
      return head ? [...cells, head] : cells;
    },
  },
  {
    id: 'header-unit-changed',
    seed({ draft, random }) {
      const units = draft.pages.flatMap((page) => page.cells).filter(({ mark, value }) => {
        const isUnit = mark?.role === 'header' || mark?.key === 'unit';
        return isUnit && mark.field === 'land' && String(value).includes('亩');
      });
      const head = oneOf(units, random);
      head?.enter(head.text().replace('亩', random.pick(['平方米', '㎡', '公顷'])));
      return head ? [head] : null;
    },
  },
  {
    id: 'headers-exchanged',
    seed({ draft }) {
      const seats = plannedCells(draft, ['seats'])[0];
      const classes = seats && draft.beside(seats, 'classes');
      const [first, second] = [seats && draft.header(seats), classes && draft.header(classes)];
      if (!seats || !classes || !first || !second) return null;
      exchange(first, second);
      // Where there is one school only, its two figures may as well be the ones that changed places.
      const schools = draft.cells('seats').filter(({ page, mark }) => page === seats.page && mark?.table === seats.mark?.table);
      return schools.length > 1 ? [first, second] : [first, second, seats, classes];
    },
  },
]; // prettier-ignore

export const FIGURE_FAULTS: readonly Fault[] = [...single, ...together, ...columns];
