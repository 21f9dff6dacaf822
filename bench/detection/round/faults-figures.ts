import { shown, type Cell } from '../proof/book';
import { isInPlan, SIZES, transposed, type, type Fault } from '../proof/fault';
import { figuresOf, isKnown, num, row, schoolOf, slip, spotsOf, worded } from './kit';

const ALL = SIZES;
const two = (value: number): number => Number(value.toFixed(2));

const doubled = (value: number): number => {
  const text = String(value);
  return Number(text.slice(0, 1) + text);
};
const dropped = (value: number): number | null => {
  const text = String(value);
  return text.length > 1 && !text.startsWith('0.') && text[1] !== '.' && Number(text.slice(1)) > 0
    ? Number(text.slice(1))
    : null;
};
const otherRow = (value: number, cell: Cell): number | null => {
  const above = cell.page.cells.filter(
    (one) => one.field === cell.field && one.kind === 'item' && one.row < cell.row && num(one) > 0,
  );
  const next = above.at(-1);
  return next && num(next) !== value ? num(next) : null;
};

/** Typing slips in what the plan or another figure fixes. */
const SLIPS: readonly Fault[] = SIZES.flatMap((field) => [
  slip(`${field}-ten-times`, field, (value) => two(value * 10)),
  slip(`${field}-tenth`, field, (value) => (value >= 10 ? (field === 'land' ? Number((value / 10).toFixed(3)) : Math.round(value / 10)) : null)),
  slip(`${field}-transposed`, field, transposed),
  slip(`${field}-digit-twice`, field, doubled),
  slip(`${field}-digit-lost`, field, dropped),
  slip(`${field}-of-row-above`, field, otherRow),
]); // prettier-ignore

const sizeOnly = (cell: Cell): boolean => typeof cell.value === 'number' && !cell.calc;

export const FIGURE_FAULTS: readonly Fault[] = [
  ...SLIPS,
  slip('seats-one-class-more', 'seats', (value) => value + 50),
  slip('classes-adjusted', 'classes', (value, _, { random }) => value + random.pick([2, 3, -2])),
  slip('seats-of-class-size', 'seats', (value) => (value > 400 ? Math.round(value * 0.9) : null)),
  slip('land-decimal-point-lost', 'land', (value) => (Number.isInteger(value) ? null : Number(String(value).replace('.', '')))), // prettier-ignore
  slip('land-rounded-away', 'land', (value, cell) => (isInPlan(cell) && !Number.isInteger(value) ? Math.floor(value) - 1 : null)), // prettier-ignore
  slip('land-other-unit', 'land', (value) => (value > 2000 ? two(value / 666.67) : Math.round(value * 666.67))),
  slip('seats-in-ten-thousands', 'seats', (value) => value / 10_000),
  slip('invest-ten-times', 'invest', (value) => value * 10),
  slip('invest-transposed', 'invest', transposed),
  slip('invest-other-unit', 'invest', (value) => (value > 1_000_000 ? value / 10_000 : value * 10_000)),
  slip('prior-transposed', 'prior', transposed),
  slip('prior-digit-lost', 'prior', dropped),
  slip('year-ten-times', 'year', (value) => value * 10),
  slip('year-other-unit', 'year', (value) => (value >= 10_000 ? value / 10_000 : value * 10_000)),
  slip('formed-transposed', 'formed', transposed),
  worded('number-with-unit', ['seats', 'classes'], (value) => `${value}个`),
  worded('number-as-text', ALL, (value) => String(value)),
  worded('full-width-digits', ALL, (value) =>
    String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ),
  worded('letter-o-for-zero', ['seats', 'invest'], (value) => String(value).replace('0', 'O'), (value) => String(value).includes('0')), // prettier-ignore
  worded('letter-l-for-one', ['seats', 'classes', 'invest', 'land'], (value) => String(value).replace('1', 'l'), (value) => String(value).includes('1')), // prettier-ignore
  worded('about', 'seats', (value) => `约${value}`),
  worded('two-numbers-in-one', 'seats', (value) => `${Math.floor(value / 2)}+${Math.ceil(value / 2)}`),
  worded('chinese-comma', 'seats', (value) => String(value).replace(/(\d)(\d{3})$/u, '$1，$2'), (value) => value > 999),
  worded('point-for-stop', 'land', (value) => String(value).replace('.', '。'), (value) => !Number.isInteger(value)),
  worded('unit-in-money', ['invest', 'prior'], (value) => `${value}万元`),
  worded('trailing-space', ['seats', 'invest'], (value) => `${value} `),
  worded('to-be-fixed', ['classes', 'seats', 'land'], () => '待定'),
  worded('negative-size', ALL, (value) => -value),
  worded('negative-money', ['prior', 'year'], (value) => -value),
  worded('half-a-class', 'classes', (value) => value + 0.5),
  worded('half-a-seat', 'seats', (value) => value - 0.4),
  row('blank-planned', ALL, (cell) => sizeOnly(cell) && isInPlan(cell), (cell) => [type(cell, null)]), // prettier-ignore
  row('zero-planned', ALL, (cell) => sizeOnly(cell) && isInPlan(cell), (cell) => [type(cell, 0)]), // prettier-ignore
  row('slash-for-number', ALL, (cell) => sizeOnly(cell) && isInPlan(cell), (cell) => [type(cell, '/')]), // prettier-ignore
  row('error-value', [...ALL, 'invest'], sizeOnly, (cell) => [type(cell, '#N/A')]), // prettier-ignore
  row(
    'classes-and-seats-exchanged', 'classes',
    (cell, at) => sizeOnly(cell) && at('seats') !== null && at('seats')?.page === cell.page,
    (cell, at) => exchange(cell, at('seats')),
  ),
  row(
    'seats-and-land-exchanged', 'seats',
    (cell, at) => sizeOnly(cell) && num(at('land')) > 0 && num(at('land')) < 2000,
    (cell, at) => exchange(cell, at('land')),
  ),
  row(
    'invest-and-total-exchanged', 'invest',
    (cell, at, scene) => sizeOnly(cell) && num(at('prior')) > 0 && num(at('prior')) * 1.3 < num(cell) && isKnown(scene, cell),
    (cell, at) => exchange(cell, at('prior')),
  ),
  neighbours('sizes-of-two-rows-exchanged', ['classes', 'seats', 'land']),
  neighbours('seats-of-two-rows-exchanged', ['seats']),
  neighbours('land-of-two-rows-exchanged', ['land']),
  column('column-slid-down', 'seats', (values) => [values.at(-1) ?? 0, ...values.slice(0, -1)]),
  column('column-sorted-alone', 'seats', (values) => [...values].sort((a, b) => b - a)),
  column('land-sorted-alone', 'land', (values) => [...values].sort((a, b) => a - b)),
  column('classes-filled-down', 'classes', (values) => values.map((value, i) => (i > 0 && i < 4 ? (values[0] ?? value) : value))),
  row(
    'supplied-more-than-planned', 'supplied', (cell) => num(cell) > 0,
    (cell, at) => {
      type(cell, two(num(at('land')) * 1.4));
      return [cell, isInPlan(at('land') ?? cell) ? null : at('land')];
    },
  ),
  row(
    'square-metres-not-converted', 'metres', (cell) => num(cell) > 0,
    (cell, at) => {
      type(cell, Math.round(num(cell) / 10));
      return [cell, isInPlan(at('land') ?? cell) ? null : at('land')];
    },
  ),
  row(
    'formed-more-than-planned', 'formed', (cell) => num(cell) > 0,
    (cell, at, scene) => {
      const spots = spotsOf(scene, cell);
      type(cell, num(cell) + 300);
      return [...spots, at('seats')];
    },
  ),
  row(
    'formed-before-done', 'formed',
    (cell, at, scene) => num(cell) === 0 && schoolOf(scene, cell)?.step === 'open' && at('status') !== null,
    (cell, at, scene) => {
      type(cell, schoolOf(scene, cell)?.seats ?? 0);
      return [cell, at('status')];
    },
  ),
  row(
    'sources-short', 'src3', (cell) => num(cell) > 100,
    (cell) => {
      const total = cell.page.inRow(cell.row).find(({ field }) => field === 'invest');
      if (!total) return null;
      const value = num(total);
      total.calc = null;
      total.value = value;
      type(cell, num(cell) - 100);
      return [cell, total];
    },
  ),
  row(
    'school-all-figures-of-last-form', 'seats',
    (cell, at) => isInPlan(cell) && sizeOnly(cell) && at('classes') !== null && isInPlan(at('classes') ?? cell),
    (cell, at) => {
      const classes = at('classes');
      if (!classes) return null;
      const size = num(cell) / num(classes);
      const fewer = Math.max(2, num(classes) - 6);
      type(classes, fewer);
      type(cell, Math.round(fewer * size));
      return [classes, cell];
    },
  ),
]; // prettier-ignore

function exchange(cell: Cell, other: Cell | null): readonly Cell[] | null {
  if (!other || shown(other) === shown(cell)) return null;
  const [a, b] = [shown(cell), shown(other)];
  type(cell, b);
  type(other, a);
  return [cell, other];
}

/** Sorted without the rest of the row: two rows have one another's figures, and the plan says which. */
function neighbours(id: string, fields: readonly string[]): Fault {
  return row(
    id, fields[0] ?? '',
    (cell, at) => {
      const next = below(cell);
      return next !== null && sizeOnly(cell) && fields.some((field) => {
        const mine = at(field);
        const other = mine ? below(mine) : null;
        return mine !== null && other !== null && num(mine) !== num(other) && (isInPlan(mine) || isInPlan(other));
      });
    },
    (_, at) =>
      fields.flatMap((field) => {
        const mine = at(field);
        const other = mine ? below(mine) : null;
        return mine && other ? (exchange(mine, other) ?? []): [];
      }),
  ); // prettier-ignore
}

function below(cell: Cell): Cell | null {
  const other = cell.page.at(cell.row + 1, cell.column);
  return other?.kind === 'item' && other.field === cell.field && typeof other.value === 'number' ? other : null;
}

/** What happens to a whole column of one sheet; found where the plan gives another figure. */
function column(id: string, field: string, change: (values: number[]) => number[]): Fault {
  return {
    id,
    seed(scene) {
      const page = scene.book.pages.find((one) => one.cells.filter((cell) => cell.field === field && cell.kind === 'item' && sizeOnly(cell)).length > 3); // prettier-ignore
      if (!page || figuresOf(scene).list.length === 0) return null;
      const cells = page.cells.filter((cell) => cell.field === field && cell.kind === 'item');
      const before = cells.map((cell) => num(cell));
      change(before).forEach((value, i) => {
        const cell = cells[i];
        if (cell) type(cell, value);
      });
      const wrong = cells.filter((cell, i) => num(cell) !== before[i]);
      return wrong.some(isInPlan) ? wrong : null;
    },
  };
}
