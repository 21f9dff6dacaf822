import { yichunPlan as plan } from '../../../src/plan';
import type { PlanSchool, PlanStage } from '../../../src/plan';
import { round } from './book';
import type { Random } from '../random';

/** 合成数据: the plan's schools; where the plan shows nothing, plausible figures that fit its subtotals. */
export interface School {
  readonly id: string;
  readonly stage: PlanStage;
  readonly name: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly builder: string;
  readonly remark: string | null;
  readonly nature: string;
  /** What the plan shows for certain. */
  readonly plan: PlanSchool;
  readonly status: string;
  /** Day numbers of Excel. */
  readonly start: number | null;
  readonly due: number;
  readonly finished: number | null;
  /** 万元. */
  readonly invest: number;
  readonly done: number;
  readonly lastDone: number;
  readonly formed: number;
}

export interface Figures {
  readonly schools: readonly School[];
  readonly year: number;
  readonly month: number;
  /** The day of the report. */
  readonly today: number;
  readonly person: string;
  readonly reviewer: string;
  readonly phone: string;
  readonly funds: readonly { readonly amount: number; readonly given: number; readonly spent: number }[];
}

export const STATUSES = ['未开工', '前期', '在建', '主体封顶', '装修施工', '基本完工', '已完工', '投入使用'];
export const BUILDERS = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'];

/** Day number of Excel; month 1-based. */
export function serial(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
}

/** `2023年6月` or `2023年6月28日`. */
export function dateText(day: number, isWhole = false): string {
  const date = new Date((day - 25_569) * 86_400_000);
  const month = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  return isWhole ? `${month}${date.getUTCDate()}日` : month;
}

type Fill = readonly [builder: string, classes?: number, seats?: number, land?: number];
const FILLS: Readonly<Record<string, Fill>> = {
  'S1.1': ['市本级'], 'S1.2': ['袁州区'], 'S1.3': ['市本级', 48, 2400, 200],
  'S2.1': ['宜阳新区'], 'S2.2': ['市本级', 36, 1800, 100], 'S2.3': ['市本级', 33, 1650, 70], 'S2.4': ['袁州区'],
  'S2.5': ['经开区', 50], 'S2.6': ['宜阳新区', 36, 1800], 'S2.7': ['宜阳新区', 30, 1500, 70],
  'S2.8': ['宜阳新区', 42, 2100, 80], 'S2.9': ['市本级', 47, 2350, 47], 'S2.10': ['经开区', 48],
  'S2.11': ['市本级', 40, 2000, 80],
  'S3.1': ['市本级'], 'S3.2': ['市本级', 36], 'S3.3': ['宜阳新区', 45, 2025, 43], 'S3.4': ['明月山区'],
  'S3.5': ['经开区', 4, 180, 10], 'S3.6': ['宜阳新区', 42, 1890, 46], 'S3.7': ['经开区', 45, 2025, 45],
  'S3.8': ['袁州区', 36, 1620, 45], 'S3.9': ['袁州区', 36, 1620, 45], 'S3.10': ['市本级', 54, 2440],
  'S4.1': ['市本级', 10],
  'S5.1': ['袁州区', 15, 450, 12], 'S5.2': ['袁州区', 12, 360, 11], 'S5.3': ['市本级', 24],
  'S5.4': ['袁州区', 12, 360], 'S5.5': ['袁州区', 12, 360], 'S5.6': ['宜阳新区', 9, 270, 9],
  'S5.7': ['宜阳新区', 12, 360, 13], 'S5.8': ['宜阳新区', 18, 540], 'S5.9': ['袁州区', 12, 360, 12],
  'S5.10': ['袁州区', 12, 360], 'S5.11': ['袁州区', 12, 360], 'S5.12': ['袁州区', 15, 450, 13],
  'S5.13': ['袁州区', 12, 360],
  'S6.1': ['市本级'],
}; // prettier-ignore

/** Rows whose names the stored text lost. */
const UNNAMED: Readonly<Record<string, string>> = { 'S2.3': '初中（校名待核）', 'S5.12': '幼儿园（园名待核）' };
const SHARES: Readonly<Record<string, readonly [number, number]>> = {
  未开工: [0, 0], 前期: [2, 5], 在建: [20, 45], 主体封顶: [50, 65], 装修施工: [70, 84], 基本完工: [88, 95],
  已完工: [100, 100], 投入使用: [100, 100],
}; // prettier-ignore
const LATE_STATES = ['基本完工', '已完工', '投入使用'];

export function drawFigures(random: Random): Figures {
  const year = random.pick([2023, 2024]);
  const month = random.whole(4, 9);
  const today = serial(year, month, random.whole(25, 28));
  const moved = new Map<string, number>();
  for (const ids of [['S2.2', 'S2.7'], ['S2.8', 'S2.11'], ['S3.6', 'S3.8'], ['S5.1', 'S5.9']] as const) {
    const step = random.whole(-8, 8) / 2;
    moved.set(ids[0], step).set(ids[1], -step);
  } // prettier-ignore
  const spending = drawFunds(random);
  return {
    schools: plan.schools.map((row) => drawSchool(row, random, today, moved.get(row.id) ?? 0)),
    year,
    month,
    today,
    person: random.pick(['易小红', '刘建平', '彭志华', '袁文静']),
    reviewer: random.pick(['黄国强', '钟丽萍', '李卫东']),
    phone: `0795-3${random.whole(100000, 999999)}`,
    funds: spending,
  };
}

function drawSchool(row: PlanSchool, random: Random, today: number, step: number): School {
  const fill = FILLS[row.id];
  const stage = plan.stages.find((one) => one.id === row.stage);
  if (!fill || !stage) throw new Error(row.id);
  const classes = row.plannedClasses.value ?? fill[1] ?? 0;
  const seats = row.plannedSeats.value ?? fill[2] ?? 0;
  const land = row.plannedLand.value ?? round((fill[3] ?? 0) + step, 2);
  const text = row.remark.value ?? '';
  const drawn = statusOf(text, random);
  // Seats of special schools are no part of the text's stage figures, so the total of seats stays the sum of its parts.
  const status = row.id === 'S6.1' && drawn === '已完工' ? '基本完工' : drawn;
  const share = random.whole(...(SHARES[status] ?? [0, 0])) / 100;
  const invest = Math.round((seats * random.whole(30, 48)) / 100) * 10;
  const done = Math.round(invest * share);
  const isOver = status === '已完工' || status === '投入使用';
  const isBegun = status !== '未开工' && status !== '前期';
  const isOld = /已完工|基本完工/u.test(text);
  const start = isBegun ? (isOld ? serial(2021, random.whole(2, 6), random.whole(5, 25)) : serial(2022, random.whole(1, 10), random.whole(5, 25))) : null; // prettier-ignore
  const finished = !isOver ? null : row.id === 'S3.5' ? serial(2022, 6, random.whole(5, 25)) : isOld ? serial(2022, 12, random.whole(5, 25)) : Math.min(today - random.whole(10, 60), serial(2023, 12, 20)); // prettier-ignore
  return {
    id: row.id,
    stage,
    name: row.name ?? UNNAMED[row.id] ?? row.id,
    classes,
    seats,
    land,
    builder: row.builder.value ?? fill[0],
    remark: row.remark.value,
    nature: natureOf(text),
    plan: row,
    status,
    start,
    due: finished ? finished + random.whole(0, 20) : Math.min(today + random.whole(60, 400), serial(2025, 12, 20)),
    finished,
    invest,
    done,
    lastDone: isOver ? done : Math.round(done * (random.whole(86, 95) / 100)),
    formed: isOver ? seats : 0,
  };
}

function statusOf(text: string, random: Random): string {
  if (text === '一期已完工') return random.pick(['装修施工', '基本完工']);
  if (/完工/u.test(text)) return random.pick(['已完工', '投入使用']);
  if (/装修/u.test(text)) return random.pick(LATE_STATES);
  return random.pick(STATUSES.slice(0, 7));
}

function natureOf(text: string): string {
  for (const [word, nature] of [['改造', '改造'], ['改扩建', '改扩建'], ['迁建', '迁建'], ['配建', '配建'], ['回购', '回购'], ['扩建', '改扩建']] as const)
    if (text.includes(word)) return nature;
  return '新建';
} // prettier-ignore

/** 万元: the plan's total and its two shown amounts; the rest plausible. */
function drawFunds(random: Random): Figures['funds'] {
  const open = [120, 80, 80, 60, 40, 30, 30, 60];
  const step = random.pick([0, 5, 10, 15]);
  const [first = 0, second = 0] = open;
  const rest = [first + step, second - step, ...open.slice(2)];
  return plan.funds.map((fund) => {
    const amount = fund.amount.value ?? rest.shift() ?? 0;
    const given = Math.round((amount * random.whole(60, 100)) / 100);
    return { amount, given, spent: Math.round((given * random.whole(50, 95)) / 100) };
  });
}

/** Schools of a builder, in the plan's order; the two whose names are lost only where the whole city is listed. */
export function schoolsBy(figures: Figures, builder: string, isWhole = false): School[] {
  return figures.schools.filter((school) => school.builder === builder && (isWhole || school.plan.name !== null));
}
