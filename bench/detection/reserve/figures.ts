import { yichunPlan, type PlanSchool } from '../../../src/plan';
import type { Random } from '../random';

/** One school project with all that a list may ask for (合成数据 where the plan is silent). Money in 万元, dates as day numbers. */
export interface Line {
  readonly id: string;
  readonly stage: string;
  readonly name: string;
  readonly builder: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  /** Which of the figures the plan itself shows. */
  readonly shown: ReadonlySet<string>;
  readonly buildKind: string;
  readonly status: Status;
  readonly percent: number;
  readonly start: number | null;
  readonly due: number;
  readonly done: number | null;
  readonly invest: number;
  readonly prevCum: number;
  readonly monthDone: number;
  readonly cum: number;
  readonly yearPlan: number;
  readonly yearDone: number;
  readonly formed: number;
  readonly area: number;
  readonly supplied: number;
  readonly remark: string | null;
  readonly progress: string;
  readonly contact: string;
  readonly phone: string;
}

export const STATUSES = ['未开工', '前期', '在建', '主体封顶', '装修施工', '基本完工', '已完工', '投入使用'] as const;
export type Status = (typeof STATUSES)[number];

export interface Figures {
  readonly lines: readonly Line[];
  readonly year: number;
  readonly month: number;
  readonly reportedOn: number;
  readonly preparedBy: string;
  readonly reviewedBy: string;
  readonly phone: string;
  readonly funds: readonly Fund[];
  readonly indicators: readonly Indicator[];
}

/** 万元 */
export interface Fund {
  readonly id: string;
  readonly name: string;
  readonly content: string;
  readonly amount: number;
  readonly isShown: boolean;
  readonly quarters: readonly [number, number, number, number];
  readonly spent: number;
  readonly issued: number;
}

export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly target: number;
  readonly last: number;
  readonly now: number;
}

export const BUILDERS = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'] as const;

const BUILDER_OF: Readonly<Record<string, string>> = {
  'S2.7': '宜阳新区',
  'S3.3': '宜阳新区',
  'S3.6': '宜阳新区',
  'S5.8': '宜阳新区',
  'S2.8': '经开区',
  'S3.7': '经开区',
  'S5.6': '经开区',
  'S3.5': '袁州区',
  'S3.8': '袁州区',
  'S3.9': '袁州区',
  'S5.7': '袁州区',
};
const PER_CLASS: Readonly<Record<string, number>> = { S1: 50, S2: 50, S3: 45, S4: 30, S5: 30, S6: 12 };
const AT_LEAST: Readonly<Record<string, readonly Status[]>> = {
  'S1.2': ['装修施工'],
  'S2.1': ['基本完工', '已完工', '投入使用'],
  'S2.9': ['基本完工', '已完工', '投入使用'],
  'S3.1': ['基本完工', '已完工', '投入使用'],
  'S3.3': ['装修施工'],
  'S3.5': ['已完工', '投入使用'],
  'S4.1': ['在建'],
};
const FAMILY = '王李张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁';
const GIVEN = ['建国', '晓明', '志强', '丽华', '文斌', '海燕', '国庆', '小红', '卫东', '雪梅', '俊杰', '春花'];

/** Excel's day number. */
export function day(year: number, month: number, date = 1): number {
  return Date.UTC(year, month - 1, date) / 86_400_000 + 25_569;
}

export function dateOf(serial: number): Date {
  return new Date((serial - 25_569) * 86_400_000);
}

export function person(random: Random): string {
  return random.pick([...FAMILY]) + random.pick(GIVEN);
}

export function mobile(random: Random): string {
  return `${random.pick(['138', '139', '150', '177', '189'])}${random.whole(10_000_000, 99_999_999)}`;
}

export function drawFigures(random: Random): Figures {
  const year = random.pick([2023, 2024]);
  const month = random.whole(year === 2023 ? 5 : 1, 11);
  const reportedOn = day(year, month, random.whole(24, 28));
  const lines = yichunPlan.schools.flatMap((school) => lineOf(school, reportedOn, year, random) ?? []);
  return {
    lines,
    year,
    month,
    reportedOn,
    preparedBy: person(random),
    reviewedBy: person(random),
    phone: `0795-${random.whole(3_200_000, 3_999_999)}`,
    funds: drawFunds(random),
    indicators: drawIndicators(lines, random),
  };
}

function lineOf(school: PlanSchool, today: number, year: number, random: Random): Line | null {
  const { name, id, stage } = school;
  if (name === null) return null;
  const perClass = PER_CLASS[stage] ?? 45;
  const given = (measure: 'plannedClasses' | 'plannedSeats' | 'plannedLand'): number | null =>
    school[measure].value ?? school[measure].uncertain ?? school.derivations[measure]?.value ?? null;
  const shownSeats = given('plannedSeats');
  const classes =
    given('plannedClasses') ??
    (shownSeats === null ? random.whole(3, stage === 'S5' ? 6 : 12) * 3 : Math.round(shownSeats / perClass));
  const seats = shownSeats ?? classes * perClass;
  const land = given('plannedLand') ?? Math.round(seats * (stage === 'S5' ? 0.02 : 0.026) * 10) / 10;
  const shown = new Set<string>();
  if (school.plannedClasses.value !== null) shown.add('classes');
  if (school.plannedSeats.value !== null) shown.add('seats');
  if (school.plannedLand.value !== null) shown.add('land');
  if (school.builder.value !== null) shown.add('builder');
  const builder = school.builder.value ?? BUILDER_OF[id] ?? (/袁州/u.test(name) ? '袁州区' : '市本级');
  const remark = school.remark.value;
  const buildKind = ['迁建', '改扩建', '扩建', '配建', '回购', '改造'].find((word) => remark?.includes(word)) ?? '新建';
  const status = random.pick(AT_LEAST[id] ?? STATUSES);
  const rank = STATUSES.indexOf(status);
  const isFinished = rank >= 6;
  const start = rank < 2 ? null : day(2022, 3, 1) + random.whole(0, isFinished ? 60 : 300);
  const done = isFinished && start !== null ? start + random.whole(240, 260) : null;
  const due = done !== null ? done + random.whole(0, 40) : random.whole(today + 40, day(2025, 11, 30));
  const share = [0, 0, 0.3, 0.52, 0.71, 0.9, 0.97, 1][rank] ?? 0;
  const invest = Math.round((seats * random.whole(40, 70)) / 100) * 10;
  const cum = Math.round(invest * share);
  const monthDone = rank < 2 || isFinished ? 0 : random.whole(Math.ceil(cum * 0.02), Math.floor(cum * 0.1));
  const yearDone = rank < 2 ? 0 : isFinished ? Math.round(invest * 0.02) : Math.max(monthDone, Math.round(cum * 0.4));
  return {
    id,
    stage: yichunPlan.stages.find((one) => one.id === stage)?.name ?? '',
    name,
    builder,
    classes,
    seats,
    land,
    shown,
    buildKind,
    status,
    percent: [0, 0, 35, 60, 80, 95, 100, 100][rank] ?? 0,
    start,
    due,
    done,
    invest,
    prevCum: cum - monthDone,
    monthDone,
    cum,
    yearPlan: rank < 2 ? Math.round(invest * 0.1) : yearDone + Math.round(invest * 0.03),
    yearDone,
    formed: isFinished ? seats : 0,
    area: seats * (stage === 'S5' ? 12 : 10) + random.whole(0, 90) * 10,
    supplied: rank < 1 ? 0 : rank < 2 ? Math.round(land * 5) / 10 : land,
    remark,
    progress: progressOf(status, year, random),
    contact: person(random),
    phone: mobile(random),
  };
}

function progressOf(status: Status, year: number, random: Random): string {
  switch (status) {
    case '未开工':
      return random.pick(['尚未开工，正在协调征地', '未开工，等待规划调整批复']);
    case '前期':
      return random.pick(['已完成可研批复，正在办理施工图审查', '正在办理用地手续']);
    case '在建':
      return random.pick(['教学楼施工至三层', '基础施工完成，正在浇筑一层']);
    case '主体封顶':
      return random.pick(['教学楼、综合楼主体封顶', '主体结构全部封顶，正在砌筑']);
    case '装修施工':
      return random.pick(['正在进行内外墙装修施工', '室内装修施工，同步做室外管网']);
    case '基本完工':
      return random.pick(['基本完工，正在收尾', '基本完工，准备竣工验收']);
    case '已完工':
      return random.pick(['已完工并通过竣工验收', '已完工，正在采购设备']);
    case '投入使用':
      return `${year >= 2023 ? '已投入使用，招生正常' : '已投入使用'}`;
  }
}

function drawFunds(random: Random): Fund[] {
  const others = random.shuffled([60, 80, 50, 70, 40, 90, 65, 45]);
  return yichunPlan.funds.map((fund) => {
    const amount = fund.amount.value ?? others.pop() ?? 0;
    const quarters = [0, 0, 0, 0].map(() => Math.round((amount * random.whole(8, 20)) / 100)) as [
      number,
      number,
      number,
      number,
    ];
    const spent = quarters.reduce((sum, one) => sum + one, 0);
    const issued = Math.min(amount, spent + random.whole(0, Math.floor((amount - spent) / 2)));
    const { id, name, content } = fund;
    return { id, name, content, amount, isShown: fund.amount.value !== null, quarters, spent, issued };
  });
}

function drawIndicators(lines: readonly Line[], random: Random): Indicator[] {
  const kindOf = (line: Line): string => yichunPlan.schools.find((one) => one.id === line.id)?.kind ?? line.stage;
  return yichunPlan.indicators.flatMap(({ id, name, unit, target, kind, measures }) => {
    if (target === null) return [];
    if (kind === 'outcome') {
      const now = Math.round((target + random.whole(-14, 0) / 10) * 10) / 10;
      return [{ id, name, unit, target, now, last: Math.round((now - random.whole(2, 12) / 10) * 10) / 10 }];
    }
    const stage = yichunPlan.stages.find((one) => one.id === measures?.stage)?.name;
    const mine = lines.filter(
      (line) => line.formed > 0 && (!stage || (measures?.kind ? kindOf(line) === measures.kind : line.stage === stage)),
    );
    const seats = Math.round(mine.reduce((sum, line) => sum + line.formed, 0) / 100) / 100;
    const now =
      measures?.what === 'schools' ? mine.length : measures?.what === 'seats' ? seats : id === 'T20' ? 1.2 : 2;
    return [{ id, name, unit, target, now, last: unit === '万个' ? Math.round(now * 50) / 100 : Math.floor(now / 2) }];
  });
}
