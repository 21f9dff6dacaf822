import { yichunPlan, type PlanFund, type PlanIndicator } from '../../../src/plan';
import type { Figures as ProofFigures } from '../proof/figures';
import type { Random } from '../random';

/** How far a school is; each office has its own words for it. */
export type Step = 'open' | 'going' | 'topped' | 'fitting' | 'nearly' | 'done';

/** 合成数据: what the plan gives is the plan's; the rest is made up, and the sections' sums stay within the plan's. */
export interface School {
  readonly id: string;
  readonly stage: string;
  readonly name: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly builder: string;
  readonly remark: string | null;
  readonly step: Step;
  readonly start: number | null;
  readonly due: number;
  readonly done: number | null;
  /** 万元: `prior` + `year` is what was built by the report's day; `month` is the part of the last month. */
  readonly invest: number;
  readonly prior: number;
  readonly year: number;
  readonly month: number;
  readonly formed: number;
  /** 亩 handed over already. */
  readonly supplied: number;
  /** Where the money comes from; the three are the whole investment. */
  readonly sources: readonly [number, number, number];
}

export interface FundLine {
  readonly fund: PlanFund;
  readonly amount: number;
  readonly issued: number;
  readonly quarters: readonly number[];
}

export interface TargetLine {
  readonly indicator: PlanIndicator;
  readonly before: number | string;
  readonly now: number | string;
}

export interface Figures extends ProofFigures {
  readonly list: readonly School[];
  readonly money: readonly FundLine[];
  readonly aims: readonly TargetLine[];
  readonly year: number;
  readonly month: number;
  /** The last day of the month reported. */
  readonly report: number;
}

/** Where the plan is silent: builder, classes, seats, land. */
const FILL: Readonly<Record<string, readonly [builder: string, classes: number, seats: number, land: number]>> = {
  'S1.1': ['市本级', 60, 3000, 91.4], 'S1.2': ['袁州区', 56, 2800, 200], 'S1.3': ['市本级', 48, 2400, 200],
  'S2.1': ['宜阳新区', 54, 2700, 49.5], 'S2.2': ['宜阳新区', 36, 1800, 80], 'S2.4': ['袁州区', 24, 1200, 20],
  'S2.5': ['经开区', 54, 2500, 80], 'S2.6': ['宜阳新区', 44, 1980, 45.58], 'S2.7': ['宜阳新区', 30, 1500, 70],
  'S2.8': ['袁州区', 40, 1800, 85], 'S2.9': ['市本级', 46, 2100, 47], 'S2.10': ['经开区', 48, 2250, 50],
  'S2.11': ['市本级', 40, 2000, 85],
  'S3.1': ['市本级', 42, 1890, 46.1], 'S3.2': ['经开区', 36, 1620, 34.5], 'S3.3': ['袁州区', 50, 2200, 43],
  'S3.4': ['明月山区', 12, 540, 37.2], 'S3.5': ['明月山区', 4, 180, 9], 'S3.6': ['宜阳新区', 48, 2100, 52],
  'S3.7': ['经开区', 48, 2080, 45], 'S3.8': ['袁州区', 48, 2080, 45], 'S3.9': ['袁州区', 46, 1980, 40],
  'S3.10': ['市本级', 27, 1180, 13.1], 'S4.1': ['市本级', 10, 300, 28.5],
  'S5.1': ['袁州区', 15, 450, 10], 'S5.2': ['袁州区', 12, 360, 8], 'S5.3': ['市本级', 24, 720, 22.5],
  'S5.4': ['袁州区', 12, 360, 11.6], 'S5.5': ['袁州区', 15, 450, 18.8], 'S5.6': ['宜阳新区', 9, 270, 6],
  'S5.7': ['经开区', 9, 270, 5.5], 'S5.8': ['宜阳新区', 18, 540, 7.5], 'S5.9': ['袁州区', 9, 270, 7],
  'S5.10': ['袁州区', 12, 360, 9.2], 'S5.11': ['袁州区', 9, 270, 8.1], 'S5.13': ['袁州区', 12, 360, 10.3],
  'S6.1': ['市本级', 27, 336, 32.7],
}; // prettier-ignore

/** Where the plan's remark already says how far a school is. */
const STEPS: Readonly<Record<string, Step>> = {
  'S1.2': 'fitting', 'S2.1': 'nearly', 'S2.9': 'nearly', 'S3.1': 'nearly', 'S3.3': 'fitting', 'S3.4': 'going',
  'S3.5': 'done', 'S4.1': 'topped',
}; // prettier-ignore

const SHARE: Readonly<Record<Step, readonly [number, number]>> = {
  open: [0, 0], going: [12, 48], topped: [55, 68], fitting: [72, 86], nearly: [93, 98], done: [100, 100],
}; // prettier-ignore

export const stages = yichunPlan.stages;

/** The day number of a date. */
export function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / 86_400_000 + 25_569;
}

/** `2023年6月30日` of a day number. */
export function dateText(value: number): string {
  const date = new Date((value - 25_569) * 86_400_000);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

export function drawFigures(random: Random): Figures {
  const [year, month] = random.pick([[2023, 6], [2023, 9], [2023, 10], [2024, 3], [2024, 5]] as const); // prettier-ignore
  const report = day(year, month + 1, 0);
  const list = drawSchools(random, year, report);
  return {
    list, year, month, report, money: drawFunds(random, month), aims: drawTargets(random, list), schools: [], funds: [],
    targets: [],
  }; // prettier-ignore
}

function drawSchools(random: Random, year: number, report: number): School[] {
  let turn = random.whole(0, 3);
  return yichunPlan.schools.flatMap((school) => {
    const fill = FILL[school.id];
    if (!fill || school.name === null) return [];
    const [builder, classes, seats, land] = fill;
    const cycle: readonly Step[] = ['going', 'open', 'done', 'topped'];
    const step = STEPS[school.id] ?? (cycle[turn++ % 4] as Step);
    const isDone = step === 'done';
    const isEarly = school.id === 'S3.5';
    const early = step === 'nearly' || step === 'fitting';
    const start =
      step === 'open'
        ? null
        : isDone || early
          ? day(2021, random.whole(3, 11), random.whole(3, 28))
          : day(2022, random.whole(2, 11), random.whole(3, 28));
    const due = isDone
      ? isEarly
        ? day(2022, 7, random.whole(20, 30))
        : day(year, random.whole(2, 4), random.whole(10, 20)) - 90
      : early
        ? day(year, 12, random.whole(20, 30))
        : day(step === 'open' ? 2025 : year + 1, step === 'open' ? 8 : 7, random.whole(10, 30));
    const invest = Math.round((seats * random.whole(21, 39)) / 100) * 10;
    const [low, high] = SHARE[step];
    const total = Math.round((invest * random.whole(low, high)) / 100);
    const moves = step !== 'open' && !isDone;
    const spentThisYear = moves ? Math.max(3, Math.round((total * random.whole(9, 24)) / 100)) : 0;
    const city = Math.round((invest * random.whole(22, 36)) / 1000) * 10;
    const district = Math.round((invest * random.whole(18, 30)) / 1000) * 10;
    return [
      {
        id: school.id, stage: school.stage, name: school.name, classes, seats, land, builder,
        remark: school.remark.value, step, start, due,
        done: isDone ? Math.min(due - random.whole(2, 15), report - 20) : null,
        invest, prior: total - spentThisYear, year: spentThisYear,
        month: moves ? Math.max(1, Math.round((spentThisYear * random.whole(20, 40)) / 100)) : 0,
        formed: isDone ? seats : 0,
        supplied: step === 'open' ? (turn % 2 === 0 ? 0 : Number((land * 0.5).toFixed(2))) : land,
        sources: [city, district, invest - city - district] as const,
      },
    ]; // prettier-ignore
  });
}

function drawFunds(random: Random, month: number): FundLine[] {
  const amounts = random.shuffled([90, 70, 60, 50, 50, 60, 55, 65]);
  return yichunPlan.funds.map((fund) => {
    const amount = fund.amount.value ?? amounts.pop() ?? 0;
    const issued = Math.round((amount * random.whole(70, 96)) / 100);
    const spent = Math.round((issued * random.whole(45, 88)) / 100);
    // The last quarter that has begun has what the earlier ones left; later ones have nothing.
    const last = Math.ceil(month / 3) - 1;
    const early = Array.from({ length: last }, () => Math.round((spent * random.whole(15, 28)) / 100));
    const rest = spent - early.reduce((sum, one) => sum + one, 0);
    return { fund, amount, issued, quarters: [...early, rest, 0, 0, 0].slice(0, 4) };
  });
}

const SECTION_OF: Readonly<Record<string, readonly [stage: string, kind: 'vocational' | 'generalHigh' | null]>> = {
  T07: ['S1', 'vocational'], T08: ['S1', 'generalHigh'], T09: ['S2', null], T10: ['S3', null], T11: ['S5', null],
  T12: ['S4', null], T13: ['S6', null], T15: ['S1', 'vocational'], T16: ['S1', 'generalHigh'], T17: ['S2', null],
  T18: ['S3', null], T19: ['S5', null],
}; // prettier-ignore

/** New schools and seats so far are those of the list that are done; rates are made up. */
function drawTargets(random: Random, list: readonly School[]): TargetLine[] {
  const done = list.filter(({ step }) => step === 'done');
  const kindOf = (id: string): string | null => yichunPlan.schools.find((school) => school.id === id)?.kind ?? null;
  const now = new Map<string, number>([
    ['T01', random.whole(901, 924) / 10], ['T02', random.whole(950, 966) / 10], ['T03', random.whole(926, 945) / 10],
    ['T20', random.whole(90, 170) / 100], ['T21', random.whole(1, 3)],
  ]); // prettier-ignore
  for (const [id, [stage, kind]] of Object.entries(SECTION_OF)) {
    const some = done.filter((school) => school.stage === stage && (kind === null || kindOf(school.id) === kind));
    const isCount = id < 'T14';
    const seats = some.reduce((sum, school) => sum + school.seats, 0);
    now.set(id, isCount ? some.length : Number((seats / 10_000).toFixed(4)));
  }
  const add = (from: number, to: number): number => {
    let sum = 0;
    for (let i = from; i <= to; i++) sum += now.get(`T${String(i).padStart(2, '0')}`) ?? 0;
    return Number(sum.toFixed(4));
  };
  now.set('T06', add(7, 13));
  now.set('T14', add(15, 19));
  return yichunPlan.indicators.map((indicator) => {
    if (indicator.comparison === 'text') return { indicator, before: '推进中', now: indicator.targetText ?? '' };
    const value = now.get(indicator.id) ?? 0;
    const before = indicator.unit === '%' ? Number((value - random.whole(4, 9) / 10).toFixed(1)) : 0;
    return { indicator, before, now: value };
  });
}
