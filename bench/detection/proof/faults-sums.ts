import { columnName } from '../../../src/workbook';
import { formulaTextOf, numberIn, shown, type Cell, type RowKind } from './book';
import { inRow, pickCell, type, typedSumsOf, type Fault, type Scene } from './fault';

const SUMS: readonly RowKind[] = ['subtotal', 'total'];
const SUMMED = ['classes', 'seats', 'land', 'invest', 'prior', 'current', 'cum', 'formed', 'amount', 'issued', 'spent'];

/** One of the sums over at least so many cells. */
function pickSum(scene: Scene, kind: RowKind, fits: (cell: Cell) => boolean): Cell | null {
  return pickCell(scene, SUMMED, (cell) => cell.calc?.op === 'sum' && numberIn(cell) > 0 && fits(cell), kind);
}

/** A sum and its typed-in parts, which a person would all look at. */
function sumFault(
  id: string,
  kind: RowKind,
  change: (sum: Cell, scene: Scene) => readonly Cell[] | null,
  fits: (cell: Cell) => boolean = () => true,
): Fault {
  return {
    id,
    seed(scene) {
      const sum = pickSum(scene, kind, fits);
      return sum ? change(sum, scene) : null;
    },
  };
}

/** A formula over cells that are not the right ones, with the value that it gives. */
function summing(sum: Cell, parts: readonly Cell[]): readonly Cell[] {
  if (sum.calc) sum.calc = { ...sum.calc, of: [...parts] };
  return [sum];
}

const isFormula = (cell: Cell): boolean => cell.calc?.asFormula === true;
const hasParts =
  (count: number) =>
  (cell: Cell): boolean =>
    isFormula(cell) && (cell.calc?.of.filter((part) => numberIn(part) > 0).length ?? 0) >= count;

export const SUM_FAULTS: readonly Fault[] = [
  ...SUMS.flatMap((kind) => [
    sumFault(`${kind}-typed-wrong`, kind, (sum, { random }) => {
      const parts = sum.calc?.of ?? [];
      return [type(sum, Number((numberIn(sum) + random.pick([-1, 1]) * random.whole(2, 9)).toFixed(2))), ...parts];
    }),
    sumFault(
      `${kind}-formula-ends-early`,
      kind,
      (sum) => summing(sum, sum.calc?.of.slice(0, -1) ?? []),
      (cell) => hasParts(2)(cell) && numberIn(cell.calc?.of.at(-1) as Cell) > 0,
    ),
    sumFault(
      `${kind}-formula-begins-late`,
      kind,
      (sum) => summing(sum, sum.calc?.of.slice(1) ?? []),
      (cell) => hasParts(2)(cell) && numberIn(cell.calc?.of[0] as Cell) > 0,
    ),
    sumFault(
      `${kind}-formula-stale`,
      kind,
      (sum, { random }) => {
        const value = numberIn(sum);
        sum.text = formulaTextOf(sum);
        sum.value = Number((value - random.whole(1, 1 + Math.floor(value / 3))).toFixed(2));
        return [sum];
      },
      isFormula,
    ),
    sumFault(
      `${kind}-formula-broken`,
      kind,
      (sum) => {
        sum.text = '=SUM(#REF!)';
        sum.value = '#REF!';
        return [sum];
      },
      isFormula,
    ),
    sumFault(
      `${kind}-value-over-formula`,
      kind,
      (sum) => [type(sum, shown(sum))],
      (cell) => hasParts(1)(cell) && isFormula(cell),
    ),
    sumFault(
      `${kind}-of-another-column`,
      kind,
      (sum, { random }) => {
        const others = sum.page
          .inRow(sum.row)
          .filter((one) => one !== sum && one.calc?.op === 'sum' && numberIn(one) !== numberIn(sum));
        return others.length === 0 ? null : summing(sum, random.pick(others).calc?.of ?? []);
      },
      hasParts(1),
    ),
    sumFault(
      `${kind}-counts-a-row-twice`,
      kind,
      (sum, { random }) => {
        const parts = sum.calc?.of ?? [];
        return summing(sum, [...parts, random.pick(parts.filter((part) => numberIn(part) > 0))]);
      },
      hasParts(1),
    ),
    sumFault(`${kind}-ten-times`, kind, (sum) => [type(sum, numberIn(sum) * 10)]),
    sumFault(`${kind}-missing`, kind, (sum) => [type(sum, null)], hasParts(1)),
  ]),
  sumFault(
    'total-counts-subtotals-too',
    'total',
    (sum, { book }) => {
      const parts = sum.calc?.of ?? [];
      const subtotals = book.find(sum.field, 'subtotal').filter(({ page }) => page === sum.page);
      return subtotals.length === 0 ? null : summing(sum, [...parts, ...subtotals]);
    },
    isFormula,
  ),
  sumFault('total-of-another-workbook', 'total', (sum, { book }) => {
    const name = columnName(sum.column);
    sum.text = `='[5月报表.xlsx]Sheet1'!${name}${sum.row + 1}`;
    sum.value = Number((numberIn(sum) * 0.9).toFixed(1));
    book.externalLinks = ['5月报表.xlsx'];
    return [sum];
  }),
  inRow(
    'cumulative-not-prior-and-current',
    'cum',
    (cell, beside) => cell.calc !== null && numberIn(cell) > 0 && beside('prior') !== null,
    (cell, beside, { random }) => [
      type(cell, numberIn(cell) + 10 * random.whole(2, 40)),
      beside('prior'),
      beside('current'),
    ],
  ),
  inRow(
    'prior-and-cumulative-exchanged',
    'cum',
    (cell, beside) => numberIn(cell) !== numberIn(beside('prior') ?? cell),
    (cell, beside) => {
      const prior = beside('prior');
      const value = numberIn(cell);
      if (!prior) return [];
      type(cell, prior.value);
      return [cell, type(prior, value), beside('current')];
    },
  ),
  inRow(
    'current-counted-in-prior-too',
    'prior',
    (cell, beside) =>
      numberIn(beside('current') ?? cell) > 0 && beside('current') !== null && beside('cum')?.calc?.asFormula === false,
    (cell, beside) => [
      type(cell, numberIn(cell) + numberIn(beside('current') ?? cell)),
      beside('current'),
      beside('cum'),
    ],
  ),
  inRow(
    'spent-beyond-investment',
    'cum',
    (cell, beside) => numberIn(cell) > 0 && beside('invest') !== null && beside('prior') === null,
    (cell, beside, { random }) => [
      type(cell, numberIn(beside('invest') ?? cell) * random.whole(8, 12)),
      beside('invest'),
    ],
  ),
  inRow(
    'investment-in-yuan',
    'invest',
    (cell, beside) => numberIn(cell) > 0 && beside('cum') !== null,
    (cell, beside, { book }) => [
      ...typedSumsOf(book, cell),
      type(cell, numberIn(cell) * 10_000),
      beside('cum'),
      beside('rate'),
    ],
  ),
  inRow(
    'remainder-wrong',
    'rest',
    (cell) => numberIn(cell) > 0,
    (cell, beside, { random }) => [
      type(cell, numberIn(cell) + 10 * random.whole(3, 30)),
      beside('invest'),
      beside('cum'),
    ],
  ),
  ...['rate', 'execution', 'attained'].flatMap((field) => [
    inRow(
      `${field}-typed-wrong`,
      field,
      (cell) => numberIn(cell) > 0,
      (cell, _, { random }) => {
        const isShare = numberIn(cell) <= 1 && cell.format !== null;
        const parts = cell.calc?.of ?? [];
        return [type(cell, Number((numberIn(cell) + (isShare ? 0.01 : 1) * random.whole(6, 19)).toFixed(3))), ...parts];
      },
    ),
    inRow(
      `${field}-upside-down`,
      field,
      (cell) => numberIn(cell) > 0 && isFormula(cell) && ![1, 100].includes(numberIn(cell)),
      (cell) => {
        if (cell.calc) cell.calc.of = [...cell.calc.of].reverse();
        return [cell];
      },
    ),
    inRow(`${field}-of-another-row`, field, isFormula, (cell, _, { book }) => {
      const other = book
        .find(field)
        .find((one) => one.page === cell.page && one.calc && numberIn(one) !== numberIn(cell));
      if (other?.calc && cell.calc) cell.calc.of = [...other.calc.of];
      return other ? [cell] : [];
    }),
    inRow(
      `${field}-hundredfold`,
      field,
      (cell) => numberIn(cell) > 0,
      (cell) => [type(cell, Number((numberIn(cell) * 100).toFixed(2)))],
    ),
  ]),
  inRow(
    'balance-wrong',
    'balance',
    (cell) => numberIn(cell) > 0,
    (cell, beside, { random }) => [type(cell, numberIn(cell) + random.whole(3, 20)), beside('amount'), beside('spent')],
  ),
  inRow(
    'balance-of-issued',
    'balance',
    (_, beside) => numberIn(beside('amount') as Cell) !== numberIn(beside('issued') as Cell),
    (cell, beside) => {
      const issued = beside('issued');
      if (cell.calc && issued) cell.calc.of = [issued, ...cell.calc.of.slice(1)];
      return [cell];
    },
  ),
  inRow(
    'gap-upside-down',
    'gap',
    (cell) => numberIn(cell) !== 0,
    (cell, beside) => {
      if (cell.calc) cell.calc.of = [...cell.calc.of].reverse();
      return [cell, beside('target'), beside('now')];
    },
  ),
  inRow(
    'gap-typed-wrong',
    'gap',
    (cell) => numberIn(cell) > 0,
    (cell, beside, { random }) => [
      type(cell, Number((numberIn(cell) + random.whole(2, 5)).toFixed(2))),
      beside('target'),
      beside('now'),
    ],
  ),
];
