import { cellName } from '../../../src/workbook';
import type { FaultContext, HeldOutFault } from './fault';
import type { Spot } from './book';

function pickSum(
  { book, random }: FaultContext,
  pattern: RegExp,
  fits: (formula: string) => boolean = () => true,
): { spot: Spot; formula: string; key: string } | null {
  const found = book.keys(pattern).flatMap((key) => {
    const spot = book.spot(key);
    const value = spot && book.value(spot);
    return spot && typeof value === 'string' && value.startsWith('=') && fits(value)
      ? [{ spot, formula: value, key }]
      : [];
  });
  return found.length === 0 ? null : random.pick(found);
}

const RANGE = /([A-Z]+)(\d+):([A-Z]+)(\d+)/;
/** Rows of the first range of a formula, 1-based. */
function rangeOf(formula: string): [number, number] {
  const [, , first, , last] = RANGE.exec(formula) ?? [];
  return [Number(first), Number(last)];
}
const isLong = (formula: string): boolean => {
  const [first, last] = rangeOf(formula);
  return last - first >= 1;
};
const detail = /^(subtotal|total)\//;

function formulaFault(
  id: string,
  pattern: RegExp,
  fits: (formula: string) => boolean,
  spoil: (formula: string, context: FaultContext, key: string) => string | number | null,
): HeldOutFault {
  return {
    id,
    seed: (context) => {
      const sum = pickSum(context, pattern, fits);
      if (!sum) return null;
      const before = context.book.finish();
      const value = spoil(sum.formula, context, sum.key);
      if (value === null) return null;
      const shown = (book: typeof before): unknown => {
        const sheet = book.sheets.find((one) => one.name === sum.spot.page.name);
        return sheet?.values[sum.spot.row * sheet.columnCount + sum.spot.column];
      };
      const old = shown(before);
      context.book.set(sum.spot, value);
      return shown(context.book.finish()) === old && typeof value === 'string' ? null : [sum.spot];
    },
  };
}

const valueOf = ({ book, figures }: FaultContext, key: string): number => {
  const [, stage, field] = key.startsWith('subtotal') ? key.split('/') : ['', null, key.split('/')[1]];
  let sum = 0;
  for (const school of figures.schools) {
    if (stage !== null && school.stage !== stage) continue;
    const spot = book.spot(`school/${school.id}/${field ?? ''}`);
    const value = spot && book.value(spot);
    if (typeof value === 'number') sum += value;
  }
  return Math.round(sum * 10000) / 10000;
};

/** Faults of subtotals, totals and their formulas. */
export const SUM_FAULTS: readonly HeldOutFault[] = [
  formulaFault(
    'sum: typed and wrong',
    detail,
    () => true,
    (_, context, key) => valueOf(context, key) + 60,
  ),
  formulaFault(
    'sum: typed and wrong by little',
    /^subtotal\//,
    () => true,
    (_, context, key) => valueOf(context, key) + 1,
  ),
  formulaFault('sum: last row left out', detail, isLong, (formula) =>
    formula.replace(RANGE, (_, a: string, b: string, c: string, d: string) => `${a}${b}:${c}${Number(d) - 1}`),
  ),
  formulaFault('sum: first row left out', detail, isLong, (formula) =>
    formula.replace(RANGE, (_, a: string, b: string, c: string, d: string) => `${a}${Number(b) + 1}:${c}${d}`),
  ),
  formulaFault('sum: range a row too far up', /^subtotal\//, isLong, (formula) =>
    formula.replace(RANGE, (_, a: string, b: string, c: string, d: string) => `${a}${Number(b) - 3}:${c}${d}`),
  ),
  formulaFault('sum: of the next column', detail, isLong, (formula) =>
    formula.replace(/[A-Z]+(?=\d)/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 1)),
  ),
  formulaFault(
    'sum: a number added by hand',
    detail,
    () => true,
    (formula) => `${formula}+50`,
  ),
  formulaFault(
    'sum: a term left out of the chain',
    detail,
    (formula) => formula.split('+').length > 2,
    (formula) => formula.split('+').slice(0, -1).join('+'),
  ),
  formulaFault(
    'sum: a term twice in the chain',
    detail,
    (formula) => formula.split('+').length > 2,
    (formula) => `${formula}+${formula.split('+').at(-1) ?? ''}`,
  ),
  formulaFault(
    'sum: total over subtotals and rows',
    /^total\//,
    (formula) => formula.includes('+'),
    (formula, { book }, key) => {
      const cells = book.keys(new RegExp(`^school/.*/${key.split('/')[1] ?? ''}$`)).map((one) => book.spot(one));
      const [first, last] = [cells[0], cells.at(-1)];
      return first && last ? `=SUM(${cellName(first.row, first.column)}:${cellName(last.row + 1, last.column)})` : null;
    },
  ),
  formulaFault(
    'sum: as text',
    detail,
    () => true,
    (_, context, key) => String(valueOf(context, key)),
  ),
  formulaFault(
    'sum: a single #REF!',
    detail,
    () => true,
    () => '#REF!',
  ),
  {
    id: 'sum: typed subtotal wrong (typed book)',
    seed: ({ book, random }) => {
      const keys = book.keys(/^subtotal\//).filter((key) => {
        const spot = book.spot(key);
        return spot !== null && typeof book.value(spot) === 'number';
      });
      if (keys.length === 0) return null;
      const spot = book.spot(random.pick(keys));
      if (!spot) return null;
      book.set(spot, Number(book.value(spot)) + random.pick([-30, 9, 100]));
      return [spot];
    },
  },
  {
    id: 'funds: total wrong',
    seed: ({ book }) => {
      const spot = book.spot('fundTotal/amount');
      if (!spot) return null;
      book.set(spot, 900);
      return [spot];
    },
  },
  {
    id: 'funds: total leaves out the last',
    seed: ({ book }) => {
      const spot = book.spot('fundTotal/amount');
      if (!spot) return null;
      book.set(
        spot,
        String(book.value(spot)).replace(
          RANGE,
          (_, a: string, b: string, c: string, d: string) => `${a}${b}:${c}${Number(d) - 1}`,
        ),
      );
      return [spot];
    },
  },
];
