import { stageOf, yichunPlan, type PlanSchool } from '../../../src/plan';
import type { Random } from '../random';

/** 合成数据: what a unit could report of one school; what the plan shows is the plan's. */
export interface SchoolFigures {
  readonly id: string;
  readonly stage: string;
  readonly stageName: string;
  readonly name: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly builder: string;
  readonly remark: string;
  readonly status: string;
  readonly start: Day | null;
  readonly due: Day;
  readonly done: Day | null;
  readonly investment: number;
  /** Invested up to the end of the year before. */
  readonly before: number;
  /** Invested in the months of the year so far, one figure a month. */
  readonly months: readonly number[];
  readonly formed: number;
}

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Figures {
  readonly schools: readonly SchoolFigures[];
  /** Month of 2023 up to which the workbook reports. */
  readonly month: number;
  readonly people: readonly [string, string, string];
  readonly phone: string;
  /** Indicator id → done by the end of 2022 and by now; texts for targets in words. */
  readonly done: ReadonlyMap<string, readonly [before: number, now: number]>;
  /** 万元 of the ten funds, in the plan's order; with what was passed on and spent. */
  readonly funds: readonly FundFigures[];
  /** State of the eighteen measures, in the plan's order. */
  readonly measures: readonly string[];
}

export interface FundFigures {
  readonly amount: number;
  readonly passedOn: number;
  readonly spent: number;
}

/** Excel's day number. */
export function serialOf(day: Day): number {
  return Math.round(Date.UTC(day.year, day.month - 1, day.day) / 86_400_000) + 25_569;
}

/** Classes, seats, land, builder where the plan shows none; over the whole city seats and land meet the plan's subtotals. */
const SILENT: Readonly<Record<string, readonly [classes: number, seats: number, land: number, builder: string]>> = {
  'S1.1': [60, 3000, 91.4, ''], 'S1.2': [56, 2800, 200, ''], 'S1.3': [48, 2400, 200, '市本级'],
  'S2.1': [54, 2700, 49.5, ''], 'S2.2': [36, 1800, 80, '市本级'], 'S2.3': [38, 1900, 85, '宜阳新区'],
  'S2.4': [24, 1200, 20, '市本级'], 'S2.5': [50, 2500, 80, ''], 'S2.6': [36, 1800, 45.58, '袁州区'],
  'S2.7': [30, 1500, 65, '宜阳新区'], 'S2.8': [48, 2400, 90, '经开区'], 'S2.9': [36, 1800, 47, '市本级'],
  'S2.10': [48, 2250, 50, '市本级'], 'S2.11': [40, 2000, 80, '市本级'],
  'S3.1': [42, 1890, 46.1, '市本级'], 'S3.2': [36, 1620, 34.5, '袁州区'], 'S3.3': [48, 2160, 43, '袁州区'],
  'S3.4': [12, 540, 37.2, ''], 'S3.5': [4, 180, 12, '袁州区'], 'S3.6': [48, 2160, 50, '宜阳新区'],
  'S3.7': [48, 2160, 45, '袁州区'], 'S3.8': [40, 1800, 45, '经开区'], 'S3.9': [40, 1800, 39, '明月山区'],
  'S3.10': [34, 1540, 13.1, '市本级'], 'S4.1': [10, 300, 28.5, '市本级'],
  'S5.1': [15, 450, 13.5, '袁州区'], 'S5.2': [12, 360, 10.5, '袁州区'], 'S5.3': [24, 720, 22.5, '市本级'],
  'S5.4': [15, 450, 11.6, '袁州区'], 'S5.5': [12, 360, 18.8, '袁州区'], 'S5.6': [9, 270, 8, '宜阳新区'],
  'S5.7': [12, 360, 12, '袁州区'], 'S5.8': [18, 540, 7.5, '宜阳新区'], 'S5.9': [12, 360, 14, '袁州区'],
  'S5.10': [12, 360, 9.2, '袁州区'], 'S5.11': [12, 360, 8.1, '袁州区'], 'S5.12': [12, 360, 12, '经开区'],
  'S5.13': [12, 360, 10.3, '袁州区'], 'S6.1': [27, 336, 32.7, '市本级'],
}; // prettier-ignore

/** The two rows whose names the stored text lost. */
export const LOST_NAMES: Readonly<Record<string, string>> = { 'S2.3': '宜春市锦绣中学', 'S5.12': '经开区春潮幼儿园' };

const FAMILIES = '陈刘黄易彭袁钟欧李张'.split('');
const GIVEN = ['晓明', '丽华', '建平', '文娟', '志强', '小兰', '国庆', '海燕'] as const;

export function drawFigures(random: Random): Figures {
  const month = random.whole(6, 11);
  const person = () => random.pick(FAMILIES) + random.pick(GIVEN);
  const schools = yichunPlan.schools.map((school) => drawSchool(school, month, random));
  return {
    month,
    people: [person(), person(), person()],
    phone: `0795-3${random.whole(200_000, 989_999)}`,
    schools,
    done: drawDone(schools, random),
    funds: drawFundFigures(random),
    // What the indicators show to be under way is not done.
    measures: yichunPlan.measures.map(({ text }) =>
      /2025|教育考试中心/u.test(text) ? '推进中' : random.pick(['推进中', '推进中', '长期坚持', '已完成']),
    ),
  };
}

/** What is done of the indicators: counted from the schools, so that the tables of one workbook agree. */
function drawDone(schools: readonly SchoolFigures[], random: Random): ReadonlyMap<string, readonly [number, number]> {
  const done = new Map<string, readonly [number, number]>();
  for (const { id, kind, target, measures } of yichunPlan.indicators) {
    if (target === null) continue;
    const own = schools.filter((school) => measures?.stage == null || school.stage === measures.stage);
    const counted = own.filter((school) => measures?.kind == null || kindOf(school) === measures.kind);
    if (kind === 'outcome') {
      const now = target - random.whole(2, 18) / 10;
      done.set(id, [tenth(now - random.whole(1, 9) / 10), tenth(now)]);
    } else if (measures?.what === 'schools') {
      const finished = counted.filter((school) => school.done !== null);
      done.set(id, [finished.filter((school) => school.done?.year === 2022).length, finished.length]);
    } else if (measures?.what === 'seats') {
      done.set(id, [0, Math.round(counted.reduce((sum, school) => sum + school.formed, 0) / 100) / 100]);
    } else {
      const now = Math.round(target * random.whole(50, 75)) / 100;
      const whole = id === 'T21' ? random.whole(2, 3) : now;
      done.set(id, id === 'T21' ? [1, whole] : [Math.round(now * random.whole(30, 70)) / 100, now]);
    }
  }
  // Each stage is rounded for itself; the total adds what is shown.
  const seats = ['T15', 'T16', 'T17', 'T18', 'T19'].reduce((sum, id) => sum + (done.get(id)?.[1] ?? 0), 0);
  return done.set('T14', [0, Math.round(seats * 100) / 100]);
}

function kindOf(school: SchoolFigures): PlanSchool['kind'] {
  return yichunPlan.schools.find(({ id }) => id === school.id)?.kind ?? null;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The plan's 400 and 100, and 500 over the eight others. */
function drawFundFigures(random: Random): readonly FundFigures[] {
  const parts = [70, 50, 80, 60, 70, 60, 40, 70];
  for (let i = 0; i < 12; i++) {
    const from = random.whole(0, 7);
    const to = random.whole(0, 7);
    if ((parts[from] ?? 0) < 30) continue;
    parts[from] = (parts[from] ?? 0) - 5;
    parts[to] = (parts[to] ?? 0) + 5;
  }
  let next = 0;
  return yichunPlan.funds.map(({ amount }) => {
    const own = amount.value ?? parts[next++] ?? 0;
    const passedOn = Math.round((own * random.whole(60, 95)) / 100);
    return { amount: own, passedOn, spent: Math.round((passedOn * random.whole(50, 95)) / 100) };
  });
}

function drawSchool(plan: PlanSchool, month: number, random: Random): SchoolFigures {
  const [classes, seats, land, builder] = SILENT[plan.id] ?? [0, 0, 0, ''];
  const status = statusOf(plan, random);
  const investment = Math.round((seats * random.whole(14, 22)) / 100) * 10;
  const share =
    { 未开工: 0, 在建: 0.45, 主体封顶: 0.65, 装修施工: 0.8, 基本完工: 0.93, 已完工: 1, 投入使用: 1 }[status] ?? 0;
  const invested = Math.round((investment * share) / 10) * 10;
  const isOld = plan.id === 'S3.5';
  const thisYear = isOld ? 0 : Math.round((invested * 0.4) / 10) * 10;
  return {
    id: plan.id,
    stage: plan.stage,
    stageName: stageOf(yichunPlan, plan.stage)?.name ?? '',
    name: plan.name ?? LOST_NAMES[plan.id] ?? '',
    classes: plan.plannedClasses.value ?? classes,
    seats: plan.plannedSeats.value ?? seats,
    land: plan.plannedLand.value ?? land,
    builder: plan.builder.value ?? builder,
    remark: plan.remark.value ?? '',
    status,
    ...datesOf(plan, status, random),
    investment,
    before: invested - thisYear,
    months: spread(thisYear, month, random),
    formed: status === '投入使用' ? (plan.plannedSeats.value ?? seats) : 0,
  };
}

/** The status agrees with what the plan's remark says of the works. */
function statusOf(plan: PlanSchool, random: Random): string {
  const remark = plan.remark.value ?? '';
  if (plan.id === 'S3.5') return '已完工';
  if (remark.includes('基本完工')) return '基本完工';
  if (plan.id === 'S3.3') return '装修施工';
  if (plan.id === 'S1.2' || plan.id === 'S4.1') return '在建';
  const open = ['未开工', '在建', '主体封顶', '装修施工'];
  // Seats of the special school stand in no stage's indicator; it is not in use, so that the total of seats has all parts.
  return random.pick(plan.id === 'S6.1' ? open : [...open, '投入使用', '投入使用', '已完工']);
}

function datesOf(plan: PlanSchool, status: string, random: Random): Pick<SchoolFigures, 'start' | 'due' | 'done'> {
  const day = (year: number, low: number, high: number): Day => ({
    year,
    month: random.whole(low, high),
    day: random.whole(1, 28),
  });
  if (plan.id === 'S3.5') return { start: day(2021, 3, 5), due: day(2022, 8, 8), done: day(2022, 6, 7) };
  if (status === '未开工') return { start: null, due: day(2025, 6, 11), done: null };
  if (status === '基本完工') return { start: day(2021, 4, 9), due: { year: 2023, month: 12, day: 30 }, done: null };
  if (status === '已完工' || status === '投入使用')
    return { start: day(2022, 1, 3), due: day(2023, 5, 8), done: day(2023, 2, 4) };
  return { start: day(2022, 3, 8), due: day(2024, 3, 11), done: null };
}

/** The year's sum in `months` parts that add up to it. */
function spread(total: number, months: number, random: Random): readonly number[] {
  const parts = Array.from({ length: months }, () => random.whole(2, 9));
  const weight = parts.reduce((a, b) => a + b, 0);
  const cut = parts.map((part) => Math.floor((total * part) / weight));
  cut[0] = (cut[0] ?? 0) + total - cut.reduce((a, b) => a + b, 0);
  return cut;
}
