import { yichunPlan } from '../../../src/plan';
import { day, type Figures, type FundLine, type School, type TargetLine } from '../proof/figures';
import type { Random } from '../random';

/** 合成数据: a school with what other offices ask about it. All money in 万元. */
export interface TrialSchool extends School {
  readonly nature: string;
  /** 形象进度, in per cent. */
  readonly percent: number;
  readonly month: number;
  readonly yearPlan: number;
  /** Where the investment comes from; the three make up `invest`. */
  readonly upper: number;
  readonly bond: number;
  readonly own: number;
}

export interface TrialFigures extends Figures {
  readonly schools: readonly TrialSchool[];
  readonly funds: readonly FundLine[];
  readonly targets: readonly TargetLine[];
  /** The last day of the report's month. */
  readonly report: number;
}

type Fill = readonly [builder: string, classes: number, seats: number, land: number];

/** S1 and S3 come out at the plan's subtotals; S2 and S5 stay below them, as each lacks a school that has no name. */
function fills(random: Random): Readonly<Record<string, Fill>> {
  const junior = (builder: string, land: number): Fill => {
    const classes = random.pick([24, 30, 36]);
    return [builder, classes, classes * 50, land];
  };
  const nursery = (builder: string, land: number): Fill => {
    const classes = random.pick([6, 9, 12]);
    return [builder, classes, classes * 30, land];
  };
  const acres = (): number => random.whole(50, 90) / 10;
  const [a, b] = random.pick([[48, 46], [45, 49], [50, 44]] as const); // prettier-ignore
  return {
    'S1.1': ['市本级', 60, 3000, 91.4],
    'S1.2': ['袁州区', 56, 2800, 200],
    'S1.3': ['市本级', 48, 2400, 200],
    'S2.1': ['宜阳新区', 54, 2700, 49.5],
    'S2.2': ['宜阳新区', 36, 1800, random.whole(40, 60)],
    'S2.4': ['袁州区', 24, 1200, 20],
    'S2.5': ['经开区', 52, 2500, 80],
    'S2.6': junior('宜阳新区', 45.58),
    'S2.7': ['宜阳新区', 30, 1500, random.whole(38, 50)],
    'S2.8': junior('袁州区', random.whole(35, 55)),
    'S2.9': junior('市本级', 47),
    'S2.10': ['经开区', 48, 2250, 50],
    'S2.11': ['市本级', 40, 2000, random.whole(45, 65)],
    'S3.1': ['市本级', 42, 1890, 46.1],
    'S3.2': ['经开区', 36, 1620, 34.5],
    'S3.3': ['袁州区', a, a * 45, 43],
    'S3.4': ['明月山区', 12, 540, 37.2],
    'S3.5': ['明月山区', 4, 180, 9],
    'S3.6': ['宜阳新区', 94 - a, (94 - a) * 45, 40],
    'S3.7': ['经开区', b, b * 45, 45],
    'S3.8': ['袁州区', 94 - b, (94 - b) * 45, 47],
    'S3.9': ['袁州区', 43, 1720, 50],
    'S3.10': ['市本级', 36, 1440, 13.1],
    'S4.1': ['市本级', 10, 300, 28.5],
    'S5.1': ['袁州区', 15, 450, acres()],
    'S5.2': ['袁州区', 12, 360, acres()],
    'S5.3': ['市本级', 24, 720, 22.5],
    'S5.4': nursery('袁州区', 11.6),
    'S5.5': nursery('袁州区', 18.8),
    'S5.6': ['宜阳新区', 9, 270, acres()],
    'S5.7': nursery('经开区', acres()),
    'S5.8': ['宜阳新区', 18, 540, 7.5],
    'S5.9': nursery('袁州区', acres()),
    'S5.10': nursery('袁州区', 9.2),
    'S5.11': nursery('袁州区', 8.1),
    'S5.13': nursery('袁州区', 10.3),
    'S6.1': ['市本级', 27, 336, 32.7],
  };
}

const STATUS_BY_PLAN: Readonly<Record<string, string>> = {
  'S1.2': '装修施工',
  'S2.1': '基本完工',
  'S2.9': '基本完工',
  'S3.1': '基本完工',
  'S3.3': '装修施工',
  'S3.5': '已完工',
  'S4.1': '装修施工',
  'S6.1': '主体封顶',
};

const NATURE: readonly (readonly [string, string])[] = [
  ['改扩建', '改扩建'], ['扩建', '改扩建'], ['迁建', '迁建'], ['配建', '配建'], ['回购', '回购'], ['改造', '改造'],
]; // prettier-ignore

const PERCENT: Readonly<Record<string, readonly [number, number]>> = {
  未开工: [0, 0], 在建: [15, 40], 主体封顶: [55, 65], 装修施工: [70, 85], 基本完工: [92, 97], 已完工: [100, 100],
}; // prettier-ignore

function drawSchools(random: Random, report: number): TrialSchool[] {
  const fill = fills(random);
  let free = random.whole(0, 3);
  return yichunPlan.schools.flatMap((school) => {
    const filled = fill[school.id];
    if (!filled || school.name === null) return [];
    const [builder, classes, seats, land] = filled;
    const status = STATUS_BY_PLAN[school.id] ?? (['在建', '未开工', '已完工', '主体封顶'][free++ % 4] as string);
    const isDone = status === '已完工';
    const isOpen = status === '未开工';
    const [low = 0, high = 0] = PERCENT[status] ?? [];
    const percent = random.whole(low, high);
    const start = isOpen
      ? null
      : day(status === '在建' ? 2022 : 2021, random.whole(isDone ? 1 : 3, isDone ? 5 : 11), random.whole(3, 28));
    const due = isDone
      ? school.id !== 'S3.5' && random.next() < 0.5 ? day(2023, random.whole(2, 3), random.whole(10, 28))
        : day(2022, random.whole(school.id === 'S3.5' ? 7 : 8, school.id === 'S3.5' ? 8 : 12), random.whole(20, 30))
      : isOpen
        ? day(2025, random.whole(6, 11), random.whole(20, 30))
        : status === '基本完工' ? report + random.whole(20, 60) : day(random.pick([2024, 2024, 2025]), random.whole(6, 8), random.whole(20, 30)); // prettier-ignore
    const invest = Math.max(600, Math.round((seats * random.whole(20, 38)) / 100) * 10);
    const total = Math.round((invest * (isDone ? 97 : (percent * 9) / 10)) / 100);
    const done = isDone ? due - random.whole(3, 18) : null;
    const isOld = isOpen || (done !== null && done < day(2023, 1, 1));
    const current = isOld ? 0 : Math.round((total * random.whole(20, 35)) / 100);
    const upper = Math.round((invest * random.whole(20, 30)) / 100);
    const bond = Math.round((invest * random.whole(30, 40)) / 100);
    const remark = school.remark.value;
    return [
      {
        id: school.id, stage: school.stage, name: school.name, classes, seats, land, builder, remark, status, start, due,
        done,
        invest, prior: total - current, current, formed: isDone ? seats : 0,
        nature: NATURE.find(([word]) => remark?.includes(word))?.[1] ?? '新建',
        percent,
        month: isDone ? 0 : Math.round((current * random.whole(12, 22)) / 100),
        yearPlan: current === 0 ? 0 : Math.ceil((current * random.whole(160, 210)) / 10_000) * 100,
        upper, bond, own: invest - upper - bond,
      },
    ]; // prettier-ignore
  });
}

function drawFunds(random: Random): FundLine[] {
  const rest = random.shuffled(random.pick([[80, 80, 60, 50, 50, 60, 60, 60], [90, 70, 70, 60, 60, 50, 50, 50]])); // prettier-ignore
  return yichunPlan.funds.map((fund) => {
    const amount = fund.amount.value ?? rest.pop() ?? 0;
    const issued = Math.round((amount * random.whole(60, 95)) / 100);
    return { fund, amount, issued, spent: Math.round((issued * random.whole(40, 90)) / 100) };
  });
}

/** What the schools of the list that are complete come to. */
function drawTargets(random: Random, schools: readonly TrialSchool[]): TargetLine[] {
  const done = (stage: string | null, kind: string | null): TrialSchool[] =>
    schools.filter((school) => {
      const entry = yichunPlan.schools.find(({ id }) => id === school.id);
      return school.formed > 0 && (stage === null || school.stage === stage) && (kind === null || entry?.kind === kind);
    });
  const fixed = new Map<string, number>([
    ['T01', random.whole(905, 925) / 10],
    ['T02', random.whole(955, 968) / 10],
    ['T03', random.whole(928, 946) / 10],
    ['T20', random.whole(100, 160) / 100],
    ['T21', random.whole(1, 3)],
  ]);
  return yichunPlan.indicators.map((indicator) => {
    if (indicator.comparison === 'text') {
      const text = indicator.targetText ?? '';
      const isReached = indicator.id === 'T04';
      return { indicator, before: isReached ? text : '推进中', now: isReached ? text : '推进中' };
    }
    const { measures } = indicator;
    const list = measures ? done(measures.stage, measures.kind) : [];
    const seats = Number((list.reduce((sum, { seats: n }) => sum + n, 0) / 10_000).toFixed(4));
    const now = fixed.get(indicator.id) ?? (measures?.what === 'schools' ? list.length : seats);
    const old = list.filter(({ done: at }) => (at ?? 0) < day(2023, 1, 1));
    const oldSeats = Number((old.reduce((sum, { seats: n }) => sum + n, 0) / 10_000).toFixed(4));
    const before = fixed.has(indicator.id) ? (indicator.unit === '%' ? Number((now - random.whole(3, 9) / 10).toFixed(1)) : Number((now / 2).toFixed(indicator.unit === '个' ? 0 : 2))) : measures?.what === 'schools' ? old.length : oldSeats; // prettier-ignore
    return { indicator, before: Math.min(before, now), now };
  });
}

export function drawTrial(random: Random): TrialFigures {
  const report = random.pick([day(2023, 6, 30), day(2023, 5, 31), day(2023, 4, 30)]);
  const schools = drawSchools(random, report);
  return { schools, funds: drawFunds(random), targets: drawTargets(random, schools), report };
}

/** `2023年6月30日` and `2023年6月`. */
export function dateWords(serial: number, withDay = true): string {
  const date = new Date((serial - 25_569) * 86_400_000);
  const month = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  return withDay ? `${month}${date.getUTCDate()}日` : month;
}

export const SOME_DEPARTMENTS = ['市教体局', '市发改委', '市财政局', '市自然资源局', '市住建局'] as const;
