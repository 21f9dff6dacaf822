import { yichunPlan, type PlanFund, type PlanIndicator } from '../../../src/plan';
import type { Random } from '../random';

/** 合成数据: what the plan gives is the plan's; progress, dates and money are made up and agree with one another. */
export interface School {
  readonly id: string;
  readonly stage: string;
  readonly name: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly builder: string;
  readonly remark: string | null;
  readonly status: string;
  /** Dates are Excel's day numbers. */
  readonly start: number | null;
  readonly due: number;
  readonly done: number | null;
  /** 万元; `prior` + `current` is what was spent up to the end of June 2023. */
  readonly invest: number;
  readonly prior: number;
  readonly current: number;
  readonly formed: number;
}

export interface FundLine {
  readonly fund: PlanFund;
  readonly amount: number;
  readonly issued: number;
  readonly spent: number;
}

export interface TargetLine {
  readonly indicator: PlanIndicator;
  readonly before: number | string;
  readonly now: number | string;
}

export interface Figures {
  readonly schools: readonly School[];
  readonly funds: readonly FundLine[];
  readonly targets: readonly TargetLine[];
}

/** Where the plan is silent: builder, classes, seats, land that fit its class sizes and stay below its subtotals. */
const FILL: Readonly<Record<string, readonly [builder: string, classes: number, seats: number, land: number]>> = {
  'S1.1': ['市本级', 60, 3000, 91.4],
  'S1.2': ['袁州区', 56, 2800, 200],
  'S1.3': ['市本级', 48, 2400, 200],
  'S2.1': ['宜阳新区', 54, 2700, 49.5],
  'S2.2': ['宜阳新区', 36, 1800, 45],
  'S2.4': ['袁州区', 24, 1200, 20],
  'S2.5': ['经开区', 50, 2500, 80],
  'S2.6': ['宜阳新区', 36, 1800, 45.58],
  'S2.7': ['宜阳新区', 30, 1500, 40],
  'S2.9': ['市本级', 36, 1800, 47],
  'S2.10': ['经开区', 48, 2250, 50],
  'S2.11': ['市本级', 40, 2000, 60],
  'S3.1': ['市本级', 42, 1890, 46.1],
  'S3.2': ['经开区', 36, 1620, 34.5],
  'S3.3': ['袁州区', 36, 1620, 43],
  'S3.4': ['明月山区', 12, 540, 37.2],
  'S3.5': ['明月山区', 4, 180, 9],
  'S3.6': ['宜阳新区', 24, 1080, 30],
  'S3.7': ['经开区', 24, 1080, 45],
  'S3.8': ['袁州区', 24, 1080, 28],
  'S3.10': ['市本级', 36, 1620, 13.1],
  'S5.1': ['袁州区', 15, 450, 10],
  'S5.2': ['袁州区', 12, 360, 8],
  'S5.3': ['市本级', 24, 720, 22.5],
  'S5.4': ['袁州区', 12, 360, 11.6],
  'S5.5': ['袁州区', 18, 540, 18.8],
  'S5.6': ['宜阳新区', 9, 270, 6],
  'S5.7': ['经开区', 9, 270, 5.5],
  'S5.8': ['宜阳新区', 18, 540, 7.5],
  'S5.10': ['袁州区', 12, 360, 9.2],
  'S5.13': ['袁州区', 12, 360, 10.3],
  'S6.1': ['市本级', 27, 336, 32.7],
};

/** Where the plan's remark already says how far a school is. */
const STATUS_BY_PLAN: Readonly<Record<string, string>> = {
  'S1.2': '装修施工',
  'S2.1': '基本完工',
  'S2.9': '基本完工',
  'S3.1': '基本完工',
  'S3.3': '装修施工',
  'S3.5': '已完工',
};

export const stages = yichunPlan.stages;

/** The day number of a date. */
export function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / 86_400_000 + 25_569;
}

export function drawFigures(random: Random): Figures {
  return { schools: drawSchools(random), funds: drawFunds(random), targets: drawTargets(random) };
}

function drawSchools(random: Random): School[] {
  let free = 0;
  return yichunPlan.schools.flatMap((school) => {
    const fill = FILL[school.id];
    if (!fill || school.name === null) return [];
    const [builder, classes, seats, land] = fill;
    // In turn, so that every workbook has schools at every step.
    const status = STATUS_BY_PLAN[school.id] ?? (['在建', '未开工', '已完工', '主体封顶'][free++ % 4] as string);
    const isDone = status === '已完工';
    const isOpen = status === '未开工';
    const start = isOpen
      ? null
      : status === '基本完工'
        ? day(2021, random.whole(3, 11), random.whole(1, 28))
        : day(2022, random.whole(1, isDone ? 2 : 11), random.whole(3, 28));
    const due = isDone
      ? day(2022, school.id in STATUS_BY_PLAN ? 8 : random.whole(8, 12), 31 - random.whole(1, 10))
      : day(isOpen ? 2025 : status === '基本完工' ? 2023 : 2024, isOpen ? 6 : 8, random.whole(20, 30));
    const invest = Math.round((seats * random.whole(20, 38)) / 100) * 10;
    const total = isOpen
      ? 0
      : Math.round((invest * (isDone ? 97 : status === '基本完工' ? 90 : random.whole(25, 75))) / 100);
    const current = isOpen || isDone ? 0 : Math.round((total * random.whole(4, 12)) / 100);
    return [
      {
        id: school.id, stage: school.stage, name: school.name, classes, seats, land, builder,
        remark: school.remark.value, status, start, due,
        done: isDone ? due - random.whole(3, 20) : null,
        invest, prior: total - current, current, formed: isDone ? seats : 0,
      },
    ]; // prettier-ignore
  });
}

function drawFunds(random: Random): FundLine[] {
  const rest = random.shuffled([80, 80, 60, 50, 50, 60, 60, 60]);
  return yichunPlan.funds.map((fund) => {
    const amount = fund.amount.value ?? rest.pop() ?? 0;
    const issued = Math.round((amount * random.whole(60, 95)) / 100);
    return { fund, amount, issued, spent: Math.round((issued * random.whole(40, 90)) / 100) };
  });
}

function drawTargets(random: Random): TargetLine[] {
  const now = new Map<string, number>([
    ['T01', random.whole(905, 925) / 10],
    ['T02', random.whole(955, 968) / 10],
    ['T03', random.whole(928, 946) / 10],
    ['T07', 1], ['T08', 0], ['T09', random.whole(4, 7)], ['T10', random.whole(3, 6)], ['T11', random.whole(5, 8)],
    ['T12', 0], ['T13', 0],
    ['T15', 0.28], ['T16', 0], ['T17', random.whole(70, 110) / 100], ['T18', random.whole(45, 80) / 100],
    ['T19', random.whole(18, 30) / 100],
    ['T20', random.whole(100, 160) / 100],
    ['T21', 2],
  ]); // prettier-ignore
  const add = (ids: readonly string[]): number =>
    Number(ids.reduce((sum, id) => sum + (now.get(id) ?? 0), 0).toFixed(2));
  now.set('T06', add(['T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T13']));
  now.set('T14', add(['T15', 'T16', 'T17', 'T18', 'T19']));
  return yichunPlan.indicators.map((indicator) => {
    if (indicator.comparison === 'text') {
      const text = indicator.targetText ?? '';
      const isReached = indicator.id === 'T04';
      return { indicator, before: isReached ? text : '推进中', now: isReached ? text : '推进中' };
    }
    const value = now.get(indicator.id) ?? 0;
    return { indicator, before: indicator.unit === '%' ? Number((value - 0.6).toFixed(1)) : 0, now: value };
  });
}
