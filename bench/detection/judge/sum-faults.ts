import { columnName } from '../../../src/workbook';
import type { Random } from '../random';
import { nameOf, sumText, type Draft, type Spot } from './draft';
import { isPositive, pickCell, type Fault } from './fault';

type Wanted = 'subtotal' | 'total';

/** A sum of a school table or of the summary over it, with as many summands as asked. */
function pickSum(draft: Draft, random: Random, role: Wanted, isFit: (at: Spot) => boolean = () => true): Spot | null {
  const isSum = (at: Spot): boolean => !/rate/iu.test(draft.tag(at)?.field ?? '');
  return pickCell(
    draft,
    random,
    { table: 'schools', role },
    (value, _, at) => isPositive(value) && isSum(at) && isFit(at),
  );
}

/** A fault that writes another formula into a sum. */
function resummed(
  id: string,
  role: Wanted,
  least: number,
  change: (draft: Draft, at: Spot, refs: readonly Spot[]) => readonly [refs: readonly Spot[], formula: string] | null,
): Fault {
  return {
    id,
    seed(draft, random) {
      const at = pickSum(draft, random, role, (spot) => {
        const refs = draft.refs(spot);
        return draft.isFormula(spot) && refs.length >= least && refs.every((ref) => draft.number(ref) > 0);
      });
      if (!at) return null;
      const before = draft.shown(at);
      const changed = change(draft, at, draft.refs(at));
      if (!changed) return null;
      draft.resum(at, changed[0], changed[1]);
      return draft.shown(at) === before ? null : [at];
    },
  };
}

/** The shorter sum, written as the whole one was. */
function rewritten(draft: Draft, at: Spot, refs: readonly Spot[]): string {
  if (!draft.formula(at).startsWith('=SUBTOTAL')) return sumText(refs, 'range', at.leaf);
  const [first, last] = [refs[0] ?? at, refs.at(-1) ?? at];
  return `=SUBTOTAL(9,${nameOf(first, at.leaf)}:${nameOf(last, at.leaf)})`;
}

const short = (draft: Draft, at: Spot, refs: readonly Spot[]) =>
  [refs.slice(0, -1), rewritten(draft, at, refs.slice(0, -1))] as const;

/** A typed number in place of a sum, off by what a slip of the hand makes. */
function typed(id: string, role: Wanted, by: (value: number, random: Random) => number): Fault {
  return {
    id,
    seed(draft, random) {
      const at = pickSum(draft, random, role);
      if (!at) return null;
      draft.change(at, by(draft.number(at), random));
      return [at];
    },
  };
}

export const SUM_FAULTS: readonly Fault[] = [
  resummed('subtotal-misses-last-row', 'subtotal', 2, short),
  resummed('total-misses-last-part', 'total', 2, short),
  resummed('subtotal-misses-first-row', 'subtotal', 2, (_, at, refs) => [
    refs.slice(1),
    sumText(refs.slice(1), 'range', at.leaf),
  ]),
  typed('subtotal-typed-wrong', 'subtotal', (value, random) => value + random.pick([-30, 10, 50, 100])),
  typed('total-typed-wrong', 'total', (value, random) => value + random.pick([-50, 20, 100, 200])),
  typed('total-digits-turned', 'total', (value) => {
    const turned = Number(String(value).replace(/^(\d)(\d)/u, '$2$1'));
    return turned === value ? value + 9 : turned;
  }),
  resummed('sum-of-another-column', 'subtotal', 1, (draft, at, refs) => {
    const by = draft.tag({ ...at, column: at.column + 1 })?.role === 'subtotal' ? 1 : -1;
    const moved = refs.map((ref) => ({ ...ref, column: ref.column + by }));
    return draft.tag({ ...at, column: at.column + by }) ? [moved, rewritten(draft, at, moved)] : null;
  }),
  resummed('total-of-another-column', 'total', 2, (draft, at, refs) => {
    const by = draft.tag({ ...at, column: at.column + 1 })?.role === 'total' ? 1 : -1;
    const moved = refs.map((ref) => ({ ...ref, column: ref.column + by }));
    return draft.tag({ ...at, column: at.column + by }) ? [moved, rewritten(draft, at, moved)] : null;
  }),
  resummed('total-counts-twice', 'total', 2, (draft, at, refs) => {
    const subtotal = refs.find((ref) => draft.tag(ref)?.role === 'subtotal');
    const below = subtotal && draft.refs(subtotal);
    const first = below?.[0];
    if (!first) return null;
    return [[...refs, ...below], `${sumText(refs, 'list', at.leaf)}+${sumText(below, 'range', at.leaf).slice(1)}`];
  }),
  {
    id: 'average-for-sum',
    seed(draft, random) {
      const at = pickSum(draft, random, 'subtotal', (spot) => draft.isFormula(spot) && draft.refs(spot).length > 1);
      if (!at) return null;
      const refs = draft.refs(at);
      const mean = (): number => refs.reduce((sum, ref) => sum + draft.number(ref), 0) / refs.length;
      draft.compute(at, sumText(refs, 'range', at.leaf).replace('SUM', 'AVERAGE'), mean);
      return [at];
    },
  },
  {
    id: 'count-for-sum',
    seed(draft, random) {
      const at = pickSum(draft, random, 'total', (spot) => draft.isFormula(spot) && draft.refs(spot).length > 1);
      if (!at) return null;
      const refs = draft.refs(at);
      draft.compute(at, `=COUNT(${refs.map((ref) => nameOf(ref, at.leaf)).join(',')})`, () => refs.length);
      return [at];
    },
  },
  {
    id: 'sum-includes-itself',
    seed(draft, random) {
      const at = pickSum(draft, random, 'total', (spot) => draft.refs(spot).length > 1 && draft.isFormula(spot));
      const rows = at && draft.refs(at).map(({ row }) => row);
      if (!at || !rows) return null;
      const letter = columnName(at.column);
      const [first, last] = [Math.min(at.row, ...rows), Math.max(at.row, ...rows)];
      draft.compute(at, `=SUM(${letter}${first + 1}:${letter}${last + 1})`, () => 0);
      return [at];
    },
  },
  {
    id: 'sum-not-recalculated',
    seed(draft, random) {
      const at = pickSum(draft, random, random.pick(['subtotal', 'total'] as const), (spot) => {
        return draft.isFormula(spot) && draft.refs(spot).length > 0;
      });
      if (!at) return null;
      const stale = draft.number(at) - 40;
      draft.compute(at, draft.formula(at), () => stale);
      return [at];
    },
  },
  {
    id: 'sum-broken-reference',
    seed(draft, random) {
      const at = pickSum(draft, random, random.pick(['subtotal', 'total'] as const), (spot) => draft.isFormula(spot));
      if (!at) return null;
      draft.compute(at, '=SUM(#REF!)', () => '#REF!');
      return [at];
    },
  },
  {
    id: 'sum-as-text',
    seed(draft, random) {
      const at = pickSum(draft, random, 'total');
      if (!at) return null;
      draft.change(at, `${String(draft.shown(at))} `);
      return [at];
    },
  },
  {
    id: 'sum-missing',
    seed(draft, random) {
      const at = pickSum(draft, random, random.pick(['subtotal', 'total'] as const));
      if (!at) return null;
      draft.change(at, null);
      return [at];
    },
  },
  {
    id: 'link-to-old-file',
    seed(draft, random) {
      const at = pickCell(draft, random, { table: 'schools', field: 'seats', role: 'detail' }, isPositive);
      if (!at) return null;
      const value = draft.shown(at);
      draft.compute(at, `='[2023年进度表.xlsx]附件2'!${columnName(at.column)}${at.row + 1}`, () => value);
      draft.links.push('2023年进度表.xlsx');
      return [at];
    },
  },
];
