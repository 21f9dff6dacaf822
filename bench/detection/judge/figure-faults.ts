import { builderShown, hasClassSize, isPositive, isShown, pickCell, replacing, schools, type Fault } from './fault';

const seats = schools('seats');
const classes = schools('classes');
const land = schools('land');
const full = (value: unknown, from: string): string =>
  String(value).replace(/[0-9.]/gu, (c) => (c === '.' ? from : String.fromCharCode(c.charCodeAt(0) + 0xfee0)));

/** Wrong or badly written figures of schools, the common ones first. */
export const FIGURE_FAULTS: readonly Fault[] = [
  replacing(
    'seats-off-plan',
    seats,
    (value, random) => Number(value) + 50 * random.pick([-3, -2, 2, 3, 4]),
    (value, of) => isPositive(value) && isShown(of, 'seats') && value > 200,
  ),
  replacing(
    'classes-off-plan',
    classes,
    (value, random) => Number(value) + random.pick([-3, -2, 2, 4]),
    (_, of) => isShown(of, 'classes'),
  ),
  replacing(
    'land-off-plan',
    land,
    (value, random) => Math.round((Number(value) + random.pick([-3.5, 2.5, 6])) * 100) / 100,
    (_, of) => isShown(of, 'land'),
  ),
  replacing(
    'seats-digits-turned',
    seats,
    (value) => Number(String(value).replace(/^(\d)(\d)/u, '$2$1')),
    (value, of) => isShown(of, 'seats') && /^(\d)(?!\1)[1-9]/u.test(String(value)),
  ),
  replacing(
    'seats-zero-lost',
    seats,
    (value) => Number(value) / 10,
    (value, of) => isShown(of, 'seats') && Number(value) % 10 === 0,
  ),
  replacing(
    'seats-zero-more',
    seats,
    (value) => Number(value) * 10,
    (_, of) => isShown(of, 'seats'),
  ),
  replacing(
    'classes-do-not-fit-seats',
    classes,
    (value) => Number(value) + 11,
    (value, of, at, draft) => isPositive(value) && hasClassSize(of) && draft.beside(at, 'seats') !== null,
  ),
  replacing(
    'land-point-lost',
    land,
    (value) => Math.round(Number(value) * 10),
    (value, of) => isShown(of, 'land') && Number(value) % 1 !== 0,
  ),
  replacing(
    'land-in-square-metres',
    land,
    (value) => Math.round(Number(value) * 666.67),
    (_, of) => isShown(of, 'land'),
  ),
  replacing(
    'seats-in-ten-thousands',
    seats,
    (value) => Number(value) / 10_000,
    (_, of) => isShown(of, 'seats'),
  ),
  replacing('number-as-text', seats, (value) => String(value)),
  replacing('land-as-text', land, (value) => String(value)),
  replacing('fullwidth-digits', seats, (value) => full(value, '．')),
  replacing('unit-in-cell', seats, (value, random) => `${String(value)}${random.pick(['个', '人', '座'])}`),
  replacing('land-unit-in-cell', land, (value) => `${String(value)}亩`),
  replacing('about-in-cell', seats, (value) => `约${String(value)}`),
  replacing(
    'letter-for-zero',
    seats,
    (value) => String(value).replace(/0(?=\d*$)/u, 'O'),
    (value) => String(value).includes('0'),
  ),
  replacing(
    'comma-for-point',
    land,
    (value) => String(value).replace('.', '，'),
    (value) => String(value).includes('.'),
  ),
  replacing(
    'thousands-as-text',
    seats,
    (value) => Number(value).toLocaleString('en-US'),
    (value) => Number(value) > 999,
  ),
  replacing('two-numbers-in-cell', seats, (value) => `${Number(value) - 200}+200`),
  replacing('range-in-cell', classes, (value) => `${Number(value) - 6}-${String(value)}`),
  replacing('classes-fraction', classes, (value) => Number(value) + 0.5),
  replacing('seats-fraction', seats, (value) => Number(value) + 0.4),
  replacing('classes-negative', classes, (value) => -Number(value)),
  replacing('land-negative', land, (value) => -Number(value)),
  replacing('seats-zero', seats, () => 0),
  replacing(
    'dash-for-number',
    seats,
    (_, random) => random.pick(['—', '/', '待定', '无']),
    (_, of) => isShown(of, 'seats'),
  ),
  replacing(
    'seats-missing',
    seats,
    () => null,
    (_, of) => isShown(of, 'seats'),
  ),
  replacing(
    'land-missing',
    land,
    () => null,
    (_, of) => isShown(of, 'land'),
  ),
  replacing('error-value', land, (_, random) => random.pick(['#REF!', '#N/A', '#VALUE!'])),
  replacing('date-in-number-cell', seats, () => '2024年6月'),
  {
    id: 'classes-and-seats-swapped',
    seed(draft, random) {
      const at = pickCell(draft, random, seats, (value) => isPositive(value));
      const other = at && draft.beside(at, 'classes');
      if (!at || !other) return null;
      const [a, b] = [draft.shown(at), draft.shown(other)];
      draft.change(at, b);
      draft.change(other, a);
      return [at, other];
    },
  },
  {
    id: 'seats-of-two-schools-crossed',
    seed(draft, random) {
      const at = pickCell(draft, random, seats, (_, of) => isShown(of, 'seats'));
      const value = at && draft.shown(at);
      const other =
        at &&
        pickCell(draft, random, seats, (v, of, spot) => spot.leaf === at.leaf && v !== value && isShown(of, 'seats'));
      if (!at || !other) return null;
      draft.change(at, draft.shown(other));
      draft.change(other, value);
      return [at, other];
    },
  },
  {
    id: 'land-of-the-row-above',
    seed(draft, random) {
      const at = pickCell(draft, random, land, (value, of, spot) => {
        const above = { ...spot, row: spot.row - 1 };
        return isShown(of, 'land') && draft.tag(above)?.role === 'detail' && draft.shown(above) !== value;
      });
      if (!at) return null;
      draft.change(at, draft.shown({ ...at, row: at.row - 1 }));
      return [at];
    },
  },
  replacing(
    'formed-above-planned',
    schools('formed'),
    (value) => Number(value) + 150,
    (value, of, at, draft) => isPositive(value) && draft.beside(at, 'seats') !== null,
  ),
  replacing('formed-negative', schools('formed'), (value) => -Number(value), isPositive),
  {
    id: 'formed-before-start',
    seed(draft, random) {
      const status = pickCell(draft, random, schools('status'), (value, _, at) => {
        return value === '未开工' && draft.beside(at, 'formed') !== null;
      });
      const formed = status && draft.beside(status, 'formed');
      if (!status || !formed) return null;
      draft.change(formed, 600);
      return [formed, status];
    },
  },
  {
    id: 'spent-above-cost',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('before'), isPositive);
      const cost = at && draft.beside(at, 'cost');
      const spent = at && draft.beside(at, 'spent');
      if (!at || !cost || !spent) return null;
      draft.change(at, Math.round(draft.number(cost) * 1.3));
      return [at, spent, cost];
    },
  },
  {
    id: 'cost-in-yuan',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('cost'), isPositive);
      if (!at) return null;
      draft.change(at, draft.number(at) * 10_000);
      return [at];
    },
  },
  replacing(
    'spent-sum-typed-wrong',
    schools('spent'),
    (value) => Number(value) + 130,
    (value, _, at, draft) => isPositive(value) && draft.isFormula(at),
  ),
  replacing('month-negative', schools('month3'), (value) => -Number(value), isPositive),
  replacing('month-as-text', schools('month2'), (value) => `${String(value)}万`, isPositive),
  replacing('months-sum-typed-wrong', schools('yearSpent'), (value) => Number(value) + 77, isPositive),
  {
    id: 'months-sum-misses-last',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('yearSpent'), isPositive);
      if (!at) return null;
      const refs = draft.refs(at).slice(0, -1);
      draft.resum(at, refs, `=SUM(H${at.row + 1}:L${at.row + 1})`);
      return [at];
    },
  },
  {
    id: 'rate-typed-wrong',
    seed(draft, random) {
      const at =
        pickCell(draft, random, schools('rate'), isPositive) ??
        pickCell(draft, random, schools('yearRate'), isPositive);
      if (!at) return null;
      draft.change(at, draft.number(at) * (draft.number(at) > (draft.format(at) ? 0.5 : 50) ? 0.8 : 1.3));
      return [at];
    },
  },
  {
    id: 'rate-hundredfold',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('rate'), isPositive);
      if (!at || draft.format(at) === null) return null;
      draft.change(at, Math.round(draft.number(at) * 100));
      return [at];
    },
  },
  replacing(
    'remark-split-does-not-add-up',
    schools('remark'),
    (value) => String(value).replace('1350', '1250').replace('156人', '165人'),
    (value) => /1350|156人/u.test(String(value)),
  ),
  replacing(
    'builder-of-another-unit',
    schools('builder'),
    (value, random) =>
      random.pick(['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'].filter((one) => one !== value)),
    (_, of) => builderShown(of) !== null,
  ),
];
