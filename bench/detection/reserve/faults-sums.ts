import { columnName } from '../../../src/workbook';
import type { Ref, RowKind, Spot } from './draft';
import { changeNumber, isTyped, pick, round, type Bench, type Fault, type Test } from './fault';
import { plusOf, sumOf } from './formulas';

const SUMS: readonly (readonly [RowKind, readonly string[]])[] = [
  ['subtotal', ['classes', 'seats', 'land', 'invest', 'cum', 'supplied']],
  ['total', ['classes', 'seats', 'land', 'invest', 'cum', 'formed', 'supplied', 'monthDone']],
  ['summaryTotal', ['count', 'classes', 'seats', 'land', 'formed', 'cum']],
  ['fundTotal', ['amount', 'spent', 'issued', 'q1', 'q3', 'balance']],
];

const isSum: Test = ({ draft }, spot, value) =>
  typeof value === 'number' && value > 0 && /SUM|SUBTOTAL|\+/u.test(draft.calc(spot)?.formula ?? '');

/** A sum of any table. */
function anySum(bench: Bench, rows: readonly RowKind[], test: Test = isSum): Spot | null {
  for (const [row, fields] of bench.random.shuffled(SUMS)) {
    if (!rows.includes(row)) continue;
    for (const field of bench.random.shuffled(fields)) {
      const spot = pick(bench, row, field, test);
      if (spot) return spot;
    }
  }
  return null;
}

const ALL: readonly RowKind[] = ['subtotal', 'total', 'summaryTotal', 'fundTotal'];

/** The sum's formula over other cells than it should be; kept only where the shown number changes. */
function reformed(
  id: string,
  rows: readonly RowKind[],
  to: (spot: Spot, bench: Bench) => readonly Ref[] | null,
): Fault {
  return {
    id,
    seed(bench) {
      const { draft } = bench;
      const spot = anySum(bench, rows);
      const refs = spot && to(spot, bench);
      if (!spot || !refs || refs.length === 0) return null;
      const before = draft.show(spot);
      const old = draft.calc(spot);
      draft.setCalc(spot, old?.formula.includes('+') ? plusOf(refs, spot.page) : sumOf(refs, spot.page));
      return draft.show(spot) === before ? null : [spot];
    },
  };
}

/** A number typed over a formula. */
function typedOver(id: string, rows: readonly RowKind[], to: (value: number, bench: Bench) => number): Fault {
  return {
    id,
    seed(bench) {
      const spot = anySum(bench, rows, (_, __, value) => typeof value === 'number' && value > 0);
      if (!spot) return null;
      bench.draft.set(spot, to(bench.draft.number(spot) ?? 0, bench));
      return [spot];
    },
  };
}

/** The summands' own cells, subtotals among them replaced by their schools as well. */
function withDetails(spot: Spot, { draft }: Bench): Ref[] | null {
  const refs = draft.calc(spot)?.refs ?? [];
  const details = refs.flatMap((ref) => draft.calc(ref)?.refs ?? []);
  return details.length > 0 ? [...refs, ...details] : null;
}

export const SUM_FAULTS: readonly Fault[] = [
  reformed('last-row-outside-the-sum', ALL, (spot, { draft }) => draft.calc(spot)?.refs.slice(0, -1) ?? null),
  reformed('first-row-outside-the-sum', ALL, (spot, { draft }) => draft.calc(spot)?.refs.slice(1) ?? null),
  reformed('one-row-left-out-of-the-sum', ALL, (spot, { draft, random }) => {
    const refs = draft.calc(spot)?.refs ?? [];
    if (refs.length < 3) return null;
    const out = random.whole(1, refs.length - 2);
    return refs.filter((_, i) => i !== out);
  }),
  reformed('sum-of-the-next-column', ALL, (spot, { draft, random }) => {
    const step = random.pick([1, -1]);
    const refs = (draft.calc(spot)?.refs ?? []).map((ref) => ({ ...ref, column: ref.column + step }));
    return refs.every((ref) => typeof draft.show(ref) === 'number') ? refs : null;
  }),
  reformed('subtotals-and-rows-both-added', ['total'], withDetails),
  reformed('one-row-added-twice', ['subtotal', 'total'], (spot, { draft }) => {
    const refs = draft.calc(spot)?.refs ?? [];
    const last = refs.at(-1);
    return last ? [...refs, last] : null;
  }),
  {
    id: 'sum-includes-itself',
    seed(bench) {
      const spot = anySum(
        bench,
        ['subtotal', 'total', 'fundTotal'],
        (b, s, v) => isSum(b, s, v) && !b.draft.calc(s)?.formula.includes('+'),
      );
      if (!spot) return null;
      const { draft } = bench;
      const name = columnName(spot.column);
      const rows = [...(draft.calc(spot)?.refs ?? []).map((ref) => ref.row), spot.row];
      const formula = `=SUM(${name}${Math.min(...rows) + 1}:${name}${Math.max(...rows) + 1})`;
      draft.setCalc(spot, { formula, refs: [], work: () => 0 });
      return [spot];
    },
  },
  {
    id: 'stale-sum',
    seed(bench) {
      const spot = anySum(bench, ALL);
      if (!spot) return null;
      const { draft, random } = bench;
      const calc = draft.calc(spot);
      const stale = round((draft.number(spot) ?? 0) + random.whole(3, 40));
      if (calc) draft.setCalc(spot, { ...calc, work: () => stale });
      return [spot];
    },
  },
  typedOver('typed-total-off', ['total', 'summaryTotal'], (n, { random }) =>
    round(n + random.pick([-20, 30, 45, 100])),
  ),
  typedOver('typed-subtotal-off', ['subtotal'], (n, { random }) => round(n + random.pick([-8, 15, 40]))),
  typedOver('typed-fund-total-off', ['fundTotal'], (n, { random }) => n + random.pick([-50, 20, 110])),
  typedOver('total-ten-times', ALL, (n) => n * 10),
  typedOver('total-digits-transposed', ['total', 'subtotal'], (n) => {
    const [a = '', b = '', ...rest] = String(n);
    return a === b || !/\d/u.test(b) ? n + 9 : Number(`${b}${a}${rest.join('')}`);
  }),
  {
    id: 'total-is-empty',
    seed(bench) {
      const spot = anySum(bench, ['total', 'subtotal', 'fundTotal'], (_, __, value) => Number(value) > 0);
      if (!spot) return null;
      bench.draft.set(spot, null);
      return [spot];
    },
  },
  ...(['#REF!', '#N/A', '#NAME?', '#VALUE!'] as const).map((error): Fault => ({
    id: `error-${error.replace(/\W/gu, '').toLowerCase()}`,
    seed(bench) {
      const spot = anySum(bench, ALL, (_, __, value) => typeof value === 'number');
      if (!spot) return null;
      const formula = {
        '#REF!': '=SUM(#REF!)',
        '#N/A': '=VLOOKUP("合计",X1:Z9,3,0)',
        '#NAME?': '=SUMM(A1:A9)',
        '#VALUE!': '="计"+1',
      }[error];
      bench.draft.setCalc(spot, { formula, refs: [], work: () => error });
      return [spot];
    },
  })),
  {
    id: 'rate-divides-by-nothing',
    seed(bench) {
      const spot = pick(bench, 'school', bench.random.pick(['rate', 'rateShare', 'yearRate']));
      if (!spot) return null;
      const formula = `=${columnName(spot.column - 1)}${spot.row + 1}/0`;
      bench.draft.setCalc(spot, { formula, refs: [], work: () => '#DIV/0!' });
      return [spot];
    },
  },
  {
    id: 'rate-of-the-row-above',
    seed(bench) {
      const { draft, random } = bench;
      const all = ['rate', 'rateShare', 'yearRate', 'left', 'landGap', 'seatGap'].flatMap((field) =>
        draft.find('school', field),
      );
      for (const spot of random.shuffled(all)) {
        const above = all.find(
          (one) => one.page === spot.page && one.column === spot.column && one.row === spot.row - 1,
        );
        const calc = above && draft.calc(above);
        if (!calc || draft.show(above) === draft.show(spot)) continue;
        draft.setCalc(spot, calc);
        return [spot];
      }
      return null;
    },
  },
  {
    id: 'sum-from-another-workbook',
    seed(bench) {
      const spot = anySum(bench, ALL);
      if (!spot) return null;
      const value = (bench.draft.number(spot) ?? 0) + 30;
      const formula = `='[旧台账.xlsx]Sheet1'!${columnName(spot.column)}${spot.row + 1}`;
      bench.draft.setCalc(spot, { formula, refs: [], work: () => value });
      bench.draft.externalLinks = ['旧台账.xlsx'];
      return [spot];
    },
  },
  changeNumber(
    'summary-figure-off',
    'summary',
    ['count', 'seats', 'land', 'formed', 'cum', 'classes'],
    (n, { random }) => n + random.pick([1, 2, 3]),
    (b, s) => isTyped(b, s) && b.draft.find('school', 'seats').length > 0,
  ),
  {
    id: 'parts-do-not-make-the-count',
    seed(bench) {
      const { draft } = bench;
      const spot = pick(bench, 'summary', bench.random.pick(['ready', 'waiting', 'building']), isTyped);
      if (!spot) return null;
      draft.set(spot, (draft.number(spot) ?? 0) + 1);
      const row = ['count', 'ready', 'waiting', 'building'].flatMap((field) => draft.beside(spot, field) ?? []);
      return [spot, ...row];
    },
  },
  changeNumber(
    'plan-sum-of-a-stage-off',
    'summary',
    ['classes', 'seats', 'land', 'count'],
    (n, { random }) => n + random.pick([-2, 4, 12]),
    (b, s) =>
      isTyped(b, s) &&
      b.draft.find('school', 'seats').length === 0 &&
      !(s.tag.key === '专门学校' && s.tag.field === 'classes'),
  ),
];
