import type { Spot } from './draft';
import { dateOf, day, STATUSES, type Line } from './figures';
import { change, changeNumber, clash, isTyped, lineOf, pick, round, type Bench, type Fault } from './fault';

const rank = (line: Line): number => STATUSES.indexOf(line.status);

/** The day as the column writes days: a day number or words. */
function inStyleOf(bench: Bench, spot: Spot, serial: number): number | string {
  const samples = bench.draft
    .find('school', spot.tag.field)
    .filter((one) => one.tag.table === spot.tag.table)
    .map((one) => bench.draft.show(one));
  const sample = samples.find((value) => value !== null) ?? 0;
  const at = dateOf(serial);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  if (typeof sample === 'number') return serial;
  return String(sample).includes('年') ? `${year}年${month}月` : `${year}.${month}.${date}`;
}

/** A date of one school becomes another, seen against a second cell of its row. */
function dateClash(
  id: string,
  field: string,
  other: string,
  to: (line: Line, bench: Bench) => number | undefined,
): Fault {
  return {
    id,
    seed(bench) {
      const { draft, random } = bench;
      for (const spot of random.shuffled(draft.find('school', field))) {
        const partner = draft.beside(spot, other);
        if (!partner || !isTyped(bench, spot)) continue;
        const serial = to(lineOf(bench, spot), bench);
        if (serial === undefined) continue;
        draft.set(spot, inStyleOf(bench, spot, serial), typeof draft.show(spot) === 'number' ? undefined : 'yyyy/m/d');
        return [spot, partner];
      }
      return null;
    },
  };
}

const DATES = ['start', 'due', 'done'] as const;
const unfinished = (line: Line): boolean => rank(line) >= 2 && rank(line) <= 5;

const swapDates: Fault = {
  id: 'start-and-completion-exchanged',
  seed(bench) {
    const { draft } = bench;
    const spot = pick(bench, 'school', 'start', (_, s) => draft.beside(s, 'due') !== null);
    const due = spot && draft.beside(spot, 'due');
    if (!spot || !due) return null;
    const [a, b] = [draft.show(spot), draft.show(due)];
    draft.set(spot, b);
    draft.set(due, a);
    return [spot, due];
  },
};

export const PROGRESS_FAULTS: readonly Fault[] = [
  change('status-not-in-the-list', 'school', 'status', (_, { random }) =>
    random.pick(['快完了', '正常', '见附件', '抓紧']),
  ),
  change('status-missing', 'school', 'status', () => null),
  change('number-for-a-status', 'school', 'status', (_, { random }) => random.whole(2, 90)),
  clash('finished-without-a-date', 'status', 'done', (line) =>
    line.done === null && unfinished(line) ? '已完工' : undefined,
  ),
  clash('not-started-with-a-start', 'status', 'start', (line) =>
    line.start !== null && line.done === null ? '未开工' : undefined,
  ),
  clash('not-started-with-money-spent', 'status', 'cum', (line) =>
    line.cum > 0 && rank(line) < 6 ? '未开工' : undefined,
  ),
  clash('in-use-with-half-the-work', 'status', 'percentNumber', (line) =>
    line.percent < 90 && line.percent > 0 ? '投入使用' : undefined,
  ),
  clash('status-against-progress-text', 'progress', 'status', (line) =>
    unfinished(line) ? '尚未开工，正在办理征地手续' : undefined,
  ),
  clash('remark-against-status', 'status', 'remark', (line) =>
    /基本完工|装修|已完工/u.test(line.remark ?? '') && !line.remark?.includes('一期') ? '未开工' : undefined,
  ),
  clash('full-percent-while-building', 'percentNumber', 'status', (line) => (rank(line) === 2 ? 100 : undefined)),
  clash('no-percent-though-topped-out', 'percentNumber', 'status', (line) => (rank(line) >= 3 ? 0 : undefined)),
  changeNumber('percent-over-a-hundred', 'school', 'percentNumber', (n) => (n >= 60 ? n + 100 : undefined)),
  changeNumber('percent-as-a-fraction', 'school', 'percentNumber', (n) => (n < 100 ? n / 100 : undefined)),
  clash('in-use-said-no', 'isOpen', 'status', (line) => (line.status === '投入使用' ? '否' : undefined)),
  clash('in-use-said-yes', 'isOpen', 'status', (line) => (rank(line) < 4 ? '是' : undefined)),
  clash('no-seats-though-in-use', 'formed', 'status', (line) => (line.status === '投入使用' ? 0 : undefined)),
  clash('seats-formed-before-building', 'formed', 'status', (line) =>
    rank(line) < 2 ? Math.round(line.seats / 2) : undefined,
  ),
  clash('more-seats-than-planned', 'formed', 'seats', (line) => (line.formed > 0 ? line.seats + 90 : undefined)),
  clash('more-land-supplied-than-planned', 'supplied', 'land', (line) =>
    line.supplied > 0 ? round(line.land * 1.4) : undefined,
  ),
  clash('spent-more-than-invested', 'cum', 'invest', (line) => (line.cum > 0 ? line.invest + 480 : undefined)),
  clash('year-more-than-all', 'yearDone', 'cum', (line) => (line.cum > 0 ? line.cum + 60 : undefined)),
  clash('month-more-than-all', 'monthDone', 'cum', (line) => (line.monthDone > 0 ? line.cum + 75 : undefined)),
  {
    id: 'cumulative-not-the-sum',
    seed(bench) {
      const spot = pick(
        bench,
        'school',
        'cum',
        (b, s, value) => b.draft.beside(s, 'monthDone') !== null && Number(value) > 0,
      );
      if (!spot) return null;
      const { draft, random } = bench;
      draft.set(spot, Number(draft.show(spot)) - random.whole(15, 60));
      return [spot, draft.beside(spot, 'prevCum'), draft.beside(spot, 'monthDone')].flatMap((one) => one ?? []);
    },
  },
  {
    id: 'cumulative-less-than-before',
    seed(bench) {
      const { draft } = bench;
      const spot = pick(bench, 'school', 'prevCum', (b, s) => lineOf(b, s).prevCum > 0);
      if (!spot) return null;
      draft.set(spot, lineOf(bench, spot).cum + 120);
      return [spot, draft.beside(spot, 'cum')].flatMap((one) => one ?? []);
    },
  },
  dateClash('completed-before-start', 'done', 'start', (line) =>
    line.start !== null && line.done !== null ? line.start - 90 : undefined,
  ),
  dateClash('due-before-start', 'due', 'start', (line) => (line.start !== null ? line.start - 120 : undefined)),
  dateClash('completed-in-the-future', 'done', 'status', (line, { figures }) =>
    line.done !== null ? figures.reportedOn + 95 : undefined,
  ),
  dateClash('started-in-the-future', 'start', 'status', (line, { figures }) =>
    unfinished(line) ? figures.reportedOn + 64 : undefined,
  ),
  dateClash('overdue-and-not-finished', 'due', 'status', (line, { figures }) =>
    unfinished(line) && line.start !== null ? Math.min(figures.reportedOn - 40, line.start + 60) : undefined,
  ),
  dateClash('completed-though-being-built', 'done', 'status', (line, { figures }) =>
    unfinished(line) ? figures.reportedOn - 45 : undefined,
  ),
  dateClash('started-though-not-begun', 'start', 'status', (line) =>
    line.status === '未开工' ? day(2022, 9, 8) : undefined,
  ),
  swapDates,
  change('year-in-the-next-decade', 'school', DATES, (value, _, spot) =>
    typeof value === 'number'
      ? value + 3653
      : spot.tag.field === 'start'
        ? undefined
        : String(value).replace(/^202/u, '203'),
  ),
  change('year-a-century-off', 'school', DATES, (value) =>
    typeof value === 'number' ? value - 36_525 : String(value).replace(/^20/u, '19'),
  ),
  change('impossible-month', 'school', DATES, (value) =>
    typeof value === 'number' ? '2023-13-05' : String(value).replace(/^(\d{4}.)\d+/u, '$113'),
  ),
  change('thirtieth-of-february', 'school', DATES, () => '2023年2月30日'),
  change('day-without-a-year', 'school', DATES, (_, { random }) => random.pick(['6月底', '下半年', '月底前'])),
  change('day-as-eight-digits', 'school', DATES, (value) =>
    typeof value === 'number' ? Number(dateOf(value).toISOString().slice(0, 10).replaceAll('-', '')) : undefined,
  ),
  change('words-in-a-date-cell', 'school', DATES, (_, { random }) => random.pick(['已完工', '见备注', '尽快'])),
  clash('completion-missing', 'done', 'status', (line) => (line.done !== null ? null : undefined)),
  {
    id: 'start-missing-though-built',
    seed(bench) {
      const { draft } = bench;
      const spot = pick(
        bench,
        'school',
        'start',
        (b, s) => rank(lineOf(b, s)) >= 2 && draft.beside(s, 'status') !== null,
      );
      const status = spot && draft.beside(spot, 'status');
      if (!spot || !status) return null;
      draft.set(spot, null);
      return [spot, status];
    },
  },
  changeNumber(
    'rate-off',
    'school',
    ['rate', 'rateShare', 'yearRate'],
    (n, b) => (b.random.pick([true, false]) ? round(n * 0.8, 3) : round(n * 1.1, 3)),
    () => true,
  ),
  changeNumber(
    'rate-in-the-wrong-scale',
    'school',
    ['rate', 'yearRate'],
    (n) => round(n / 100, 4),
    () => true,
  ),
  changeNumber(
    'remainder-off',
    'school',
    ['left', 'landGap', 'seatGap'],
    (n, { random }) => round(n + random.whole(11, 60)),
    () => true,
  ),
  changeNumber(
    'remainder-with-the-wrong-sign',
    'school',
    ['left', 'landGap', 'seatGap'],
    (n) => -n,
    () => true,
  ),
  change('phone-a-digit-short', 'school', 'phone', (value) => String(value).slice(0, 10)),
];
